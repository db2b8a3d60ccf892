// The nightly walk: a million random taps, drags, palms, holds and keys on the real screens under the sanitizers. The
// screens are drawn but not painted; fingers try what was drawn, as on the glass, with a clock of their own.
#include <cstdlib>
#include <deque>

#include "journal/file.h"
#include "kiosk/sample.h"
#include "kiosk/screens/screens.h"
#include "tests/kiosk/random_fingers.h"
#include "ui/glass.h"

namespace mn::kiosk {
namespace {

constexpr long kTouches = 1'000'000;

// What leads on, so that the walk also comes to its end.
bool leads_on(const ui::Target& target) {
  const auto is_among = [&](int first, int count) { return target.id >= first && target.id < first + count; };
  return target.enabled && (target.id == kTouchOn || target.id == kTouchStart || target.id == kTouchClose ||
                            target.id == kTouchHelpOver || target.id == kTouchFinish || is_among(kTouchPreset, 20) ||
                            is_among(kTouchGiver, 6) || is_among(kTouchWay, 4) || is_among(kTouchDay, 32));
}

// Hands over one glass: what they do goes through ui/target.h, and only what a control reports becomes a tap.
class Hands {
 public:
  Hands(ui::Glass& glass, RandomFingers& fingers, const Strings& strings)
      : glass_(glass), fingers_(fingers), strings_(strings) {}

  // Draws until nothing waits any more; every tap that comes of it is taken.
  void draw() {
    do {
      ui::Canvas canvas = ui::begin_unseen_frame(glass_);
      canvas.targets = &targets_;
      const auto at_ms = static_cast<std::uint32_t>(fingers_.desk().now_ms);
      targets_.now.clear();
      targets_.texts_cut = 0;
      ui::advance_targets(targets_, waiting_, at_ms);
      const Desk& desk = fingers_.desk();
      Sight sight{desk.visit, desk.terms, strings_, desk.now_ms, kDeskUtcUs + desk.now_ms * 1000};
      sight.surroundings = &surroundings_;
      size_ = canvas.size;
      const std::optional<Tap> tap = draw_visit(canvas, sight);
      ui::leave_frame(glass_);
      targets_.shown = targets_.now;
      ++frames_;
      if (tap) ++taps_, fingers_.tap(*tap);
      if (testing::Test::HasFatalFailure()) return;
    } while (!waiting_.empty());
  }

  // One gesture of one hand, most of them aimed at something.
  void touch() {
    RandomSource& random = fingers_.random();
    fingers_.desk().now_ms += 20 + static_cast<std::int64_t>(random.below(random.one_in(3) ? 60 : 600));
    const ui::Point at = somewhere();
    const std::size_t what = random.below(20);
    put(ui::InputKind::down, at, 0);
    if (what < 12) {         // a tap
    } else if (what < 15) {  // a drag: to another control, or off the glass
      put(ui::InputKind::move, somewhere(), 0);
      if (random.one_in(2)) put(ui::InputKind::move, random.one_in(2) ? at : somewhere(), 0);
    } else if (what == 15) {  // a palm
      for (int finger = 1; finger < 5; ++finger) put(ui::InputKind::down, somewhere(), finger);
      for (int finger = 4; finger > 0; --finger) put(ui::InputKind::up, somewhere(), finger);
    } else if (what == 16) {  // a second finger, as when two type
      put(ui::InputKind::down, somewhere(), 1);
      put(ui::InputKind::up, at, 0);
      put(ui::InputKind::up, somewhere(), 1);
      return;
    } else if (what == 17) {  // the window lost the fingers
      put(ui::InputKind::cancel, at, 0);
      return;
    } else if (what == 18) {  // held: delete repeats, the staff's door opens
      draw();
      fingers_.desk().now_ms += static_cast<std::int64_t>(random.below(4000));
      draw();
    } else {  // a mouse that was made of the touch
      put(ui::InputKind::down, at, ui::kMouseFinger);
      put(ui::InputKind::up, at, ui::kMouseFinger);
    }
    put(ui::InputKind::up, waiting_.empty() || what < 12 ? at : waiting_.back().at, 0);
  }

  long frames() const { return frames_; }
  long taps() const { return taps_; }

 private:
  // Inside a target mostly; else anywhere, beside the glass too.
  ui::Point somewhere() {
    RandomSource& random = fingers_.random();
    const auto part = [&] { return static_cast<float>(random.below(1001)) / 1000.0F; };
    if (targets_.shown.empty() || random.one_in(8)) {
      return {part() * size_.width * 1.1F - 20, part() * size_.height * 1.1F - 20};
    }
    std::vector<const ui::Target*> leading;
    for (const ui::Target& target : targets_.shown) {
      if (leads_on(target)) leading.push_back(&target);
    }
    const ui::Rect& rect = !leading.empty() && random.one_in(3)
                               ? random.pick(leading)->rect
                               : targets_.shown[random.below(targets_.shown.size())].rect;
    return {rect.x + part() * rect.width, rect.y + part() * rect.height};
  }
  void put(ui::InputKind kind, ui::Point at, std::int64_t finger) {
    ui::Input input;
    input.kind = kind;
    input.at = at;
    input.finger = finger;
    input.at_ms = static_cast<std::uint32_t>(fingers_.desk().now_ms);
    waiting_.push_back(input);
  }

  ui::Glass& glass_;
  RandomFingers& fingers_;
  const Strings& strings_;
  const Surroundings surroundings_ = sample_surroundings();
  ui::Targets targets_;
  std::deque<ui::Input> waiting_;
  ui::Size size_{1920, 1080};
  long frames_ = 0;
  long taps_ = 0;
};

TEST(Million, TouchesOnTheRealScreens) {
  const char* wanted = std::getenv("MANGNON_FINGERS");
  const long touches = wanted != nullptr ? std::strtol(wanted, nullptr, 10) : kTouches;
  ui::GlassOptions options;
  options.width_px = 1280;
  options.height_px = 800;
  options.offscreen = true;
  options.assets = MANGNON_SOURCE_DIR "/assets";
  const ui::GlassOpened opened = ui::open_glass(options);
  ASSERT_TRUE(opened) << opened.words;
  const Result<Strings> strings = load_strings();
  ASSERT_TRUE(strings);
  RandomFingers fingers(20'250'529);
  Hands hands(*opened.glass, fingers, *strings);
  hands.draw();
  for (long touch = 0; touch < touches; ++touch) {
    if (fingers.random().one_in(8)) {
      fingers.type_or_wait();
    } else {
      hands.touch();
    }
    hands.draw();
    if (touch % 1000 == 999 && !HasFatalFailure()) fingers.check_not_stuck();
    ASSERT_FALSE(HasFatalFailure()) << "touch " << touch << ", on " << fingers.desk().screen();
  }
  EXPECT_EQ(fingers.seen().size(), kScreenNames.size()) << "every screen is reached";
  std::printf(
      "%ld touches and keys, %ld frames, %ld taps of controls: %zu pledges (%zu goods), %zu thanks, %zu calls\n",
      touches, hands.frames(), hands.taps(), fingers.pledges(), fingers.goods(), fingers.thanked(), fingers.calls());
  EXPECT_GT(fingers.thanked(), static_cast<std::size_t>(touches / 2000));
}

}  // namespace
}  // namespace mn::kiosk
