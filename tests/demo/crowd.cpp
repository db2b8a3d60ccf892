#include "tests/demo/crowd.h"

#include <algorithm>

#include "tests/demo/proof.h"

namespace mn::demo {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kHoldMs = 25;
constexpr int kStepMs = 40;       // between two touches
constexpr int kKeyMs = 45;        // between two keys
constexpr int kVisitMs = 90'000;  // the longest visit
constexpr int kReaderKeyMs = 4;   // a reader types faster than anybody
constexpr int kTurnedMs = 1500;   // until the keys show other letters, when they do; less ends in wrong capitals
// The kiosk takes nothing for meant that comes too soon after its screen (ui/target.h); these are a little longer.
constexpr int kSeeingMs = 160;     // until anybody has seen that the screen is another
constexpr int kForgivenMs = 400;   // until a touch at the place of the last one is no slip of the finger
constexpr int kPatienceMs = 1500;  // until somebody to whom nothing happens touches again

}  // namespace

Queue::Queue(const KioskPlace& place, const Words& words, std::vector<Donor> donors, QueueOptions options)
    : place_(place),
      words_(words),
      donors_(std::move(donors)),
      options_(std::move(options)),
      finger_(place.x_display),
      glass_(place.targets) {}

Queue::~Queue() {
  stop_ = true;
  if (thread_.joinable()) thread_.join();
}

void Queue::begin() {
  thread_ = std::thread([this] { run(); });
}

void Queue::run() {
  for (const Donor& donor : donors_) {
    while (!stop_) {
      const std::int64_t kept_before = pledges_kept();
      const End end = visit(donor);
      in_the_middle_ = false;
      if (end == End::thanked) {
        ++thanked_;
        const std::lock_guard hold(mutex_);
        thanked_donors_.push_back(donor);
        break;
      }
      if (end == End::given_up) {
        if (!stop_) ++went_without_;
        break;
      }
      // The glass went dark: the desk looks into the journal before anybody begins again.
      if (pledges_kept() > kept_before) break;
      ++begun_again_;
    }
    ++served_;
    if (stop_) break;
  }
  finished_ = true;
}

std::int64_t Queue::pledges_kept() const {
  const Result<Folded> folded = fold_journal(place_.name, place_.journal);
  return folded ? static_cast<std::int64_t>(folded->tally.pledges.size()) : 0;
}

bool Queue::wait_change(int timeout_ms) {
  const auto until = Clock::now() + std::chrono::milliseconds(timeout_ms);
  while (!stop_ && Clock::now() < until) {
    if (glass_.refresh()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

void Queue::look() {
  if (!options_.take_pictures) return;
  const std::string& screen = glass_.now().screen;
  if (std::find(pictured_.begin(), pictured_.end(), screen) != pictured_.end()) return;
  std::this_thread::sleep_for(std::chrono::milliseconds(350));  // until the screen has come in
  if (finger_.picture(options_.pictures / ("kiosk-" + screen + ".png"))) pictured_.push_back(screen);
}

bool Queue::touch(const std::string& label) {
  const std::optional<Touchable> target = find_label(glass_.now(), label);
  if (!target) return false;
  if (!finger_.connected() && !finger_.reconnect()) return false;
  touched_ = target;
  return finger_.tap(static_cast<int>(target->x + target->width / 2), static_cast<int>(target->y + target->height / 2),
                     pause_ms(kHoldMs));
}

// What a donor says goodbye with: the words of the thanks' screen, until it is gone.
Queue::End Queue::take_leave(const Donor& donor, SoFar& so_far) {
  in_the_middle_ = false;
  std::this_thread::sleep_for(std::chrono::milliseconds(std::max(kForgivenMs, pause_ms(300))));
  for (int i = 0; i < 60 && glass_.now().screen == "thanks" && !stop_; ++i) {
    SoFar after = so_far;
    const Act act = next_act(donor, after, glass_.now(), words_);
    if (!touch(act.words)) {
      wait_change(250);
      continue;
    }
    const bool prints = after.printed && !so_far.printed;
    if (prints) ++slips_asked_;
    so_far = after;
    wait_change(kPatienceMs);
    if (prints) std::this_thread::sleep_for(std::chrono::milliseconds(kForgivenMs));
  }
  return End::thanked;
}

bool Queue::carry_out(const Act& act) {
  switch (act.deed) {
    case Deed::look_again:
      return false;
    case Deed::touch:
      return touch(act.words);
    case Deed::read_code:
      if (!finger_.connected() && !finger_.reconnect()) return false;
      return finger_.type(act.words + "\n", kReaderKeyMs);
  }
  return false;
}

// How long a screen is looked at before this is touched on it.
int Queue::reading_ms(const Act& act) const {
  if (act.toggle || act.quick) return kForgivenMs;
  const std::optional<Touchable> target = find_label(glass_.now(), act.words);
  if (!target || !touched_) return kSeeingMs;
  const bool overlap = target->x < touched_->x + touched_->width && touched_->x < target->x + target->width &&
                       target->y < touched_->y + touched_->height && touched_->y < target->y + target->height;
  return overlap ? kForgivenMs : kSeeingMs;
}

// Looks, chooses, touches, waits for what comes of it; and looks anew before every touch, for what was chosen on one
// screen must not be touched on another.
Queue::End Queue::visit(const Donor& donor) {
  SoFar so_far;
  std::string screen;
  bool started = false;
  const auto begun = Clock::now();
  auto seen = begun;
  while (!stop_) {
    glass_.refresh();
    if (glass_.now().screen != screen) {
      screen = glass_.now().screen;
      seen = Clock::now();
      so_far.on_next_screen();
      look();
      continue;
    }
    if (screen == "attract" && started) return End::lost_sight;  // it came back by itself: it was restarted
    if (screen == "thanks") return take_leave(donor, so_far);
    if (Clock::now() - begun > std::chrono::milliseconds(kVisitMs)) return End::given_up;
    SoFar after = so_far;
    const Act act = next_act(donor, after, glass_.now(), words_);
    if (act.deed == Deed::look_again) {
      so_far = after;
      wait_change(120);
      continue;
    }
    const auto read = seen + std::chrono::milliseconds(reading_ms(act));
    if (const auto left = std::chrono::ceil<std::chrono::milliseconds>(read - Clock::now()); left.count() > 0) {
      wait_change(static_cast<int>(left.count()));
      continue;
    }
    if (!carry_out(act)) {
      wait_change(120);
      continue;
    }
    so_far = after;
    if (screen != "attract") started = in_the_middle_ = true;
    wait_change(act.turns ? kTurnedMs : act.quick ? pause_ms(kKeyMs) : act.toggle ? pause_ms(100) : kPatienceMs);
    std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms(act.quick ? 5 : kStepMs)));
  }
  return End::given_up;
}

}  // namespace mn::demo
