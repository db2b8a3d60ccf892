#include "tests/windows/kiosk_window.h"

#include <fmt/format.h>

#include <chrono>
#include <sstream>
#include <thread>

#include "core/check.h"
#include "journal/file.h"

namespace mn::windows {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kReadyMs = 15'000;
constexpr int kVisitMs = 45'000;
constexpr int kTurnMs = 5;
constexpr int kHoldMs = 30;
constexpr int kForgivenMs = 400;  // so soon after a change of the screen a second tap is taken for a slip
constexpr int kThanksMs = 500;    // with the moment above: longer than the thanks must stand
constexpr int kKeyMs = 60;
constexpr int kTurnedMs = 500;  // a key after which the labels change
constexpr std::size_t kLogBytesMax = 1U << 20U;

std::string programs_folder() { return std::filesystem::canonical("/proc/self/exe").parent_path().string() + "/"; }

std::string log_text(const std::string& file) {
  const Result<std::string> text = read_file(file, kLogBytesMax);
  return text ? *text : std::string();
}

std::string words_of(const demo::View& view) {
  std::string out = "the screen " + view.screen + ":";
  for (const demo::Touchable& touchable : view.touchables) {
    out += " " + touchable.label + (touchable.enabled ? "," : " (disabled),");
  }
  return out;
}

Clock::time_point after_ms(int ms) { return Clock::now() + std::chrono::milliseconds(ms); }

}  // namespace

void pause_ms(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

demo::Donor plain_donor() {
  demo::Donor donor;
  donor.amount = Money{200'000};
  donor.publish = false;
  return donor;
}

KioskWindow::KioskWindow(const KioskSetup& setup) : setup_(setup) {
  Result<Strings> strings = load_strings();
  Result<Campaign> campaign = load_campaign({});
  MN_CHECK(strings && campaign, "the bundled files can be read");
  words_ = {*std::move(strings), *std::move(campaign)};
  const std::string display = start_screen();
  if (display.empty()) return;
  finger_ = std::make_unique<demo::Finger>(display);
  glass_ = std::make_unique<demo::GlassView>(file("kiosk.targets"));
  std::vector<std::string> arguments = {programs_folder() + "mangnon-kiosk",
                                        "--journal",
                                        journal(),
                                        "--targets",
                                        file("kiosk.targets"),
                                        "--windowed",
                                        "--size",
                                        fmt::format("{}x{}", setup.width, setup.height),
                                        "--print-to",
                                        "folder:" + file("slips"),
                                        "--volume",
                                        "0"};
  arguments.insert(arguments.end(), setup.options.begin(), setup.options.end());
  if (setup.may_dump_core) {
    arguments.insert(arguments.begin(),
                     {"sh", "-c", "cd \"$1\" && ulimit -c unlimited && shift && exec \"$@\"", "sh", folder().string()});
  }
  kiosk_ = std::make_unique<demo::Program>(
      demo::Command{"kiosk",
                    std::move(arguments),
                    {{"DISPLAY", display}, {"SDL_VIDEODRIVER", "x11"}, {"SDL_AUDIODRIVER", "dummy"}},
                    file("kiosk.log")});
}

KioskWindow::~KioskWindow() {
  if (kiosk_) kiosk_->kill_hard();
  finger_.reset();
}

std::string KioskWindow::start_screen() {
  const std::string log = file("xvfb.log");
  x_server_ = std::make_unique<demo::Program>(
      demo::Command{"Xvfb",
                    {"Xvfb", "-displayfd", "1", "-screen", "0", fmt::format("{}x{}x24", setup_.width, setup_.height),
                     "-nolisten", "tcp", "-noreset"},
                    {},
                    log});
  EXPECT_TRUE(x_server_->start().ok());
  for (const auto until = after_ms(kReadyMs); Clock::now() < until; pause_ms(kTurnMs)) {
    const Result<std::string> text = read_file(log, kLogBytesMax);
    std::istringstream lines(text ? *text : std::string());
    for (std::string line; std::getline(lines, line);) {
      const bool number = !line.empty() && line.find_first_not_of("0123456789") == std::string::npos;
      if (number && demo::Finger(":" + line).connected()) return ":" + line;
    }
  }
  ADD_FAILURE() << "Xvfb did not come up";
  return {};
}

void KioskWindow::start() {
  ASSERT_NE(kiosk_, nullptr);
  const std::uint64_t before = glass_->changes();
  ASSERT_TRUE(kiosk_->start().ok());
  for (const auto until = after_ms(kReadyMs); Clock::now() < until; pause_ms(kTurnMs)) {
    glass_->refresh();
    if (glass_->changes() > before && glass_->now().screen == "attract") return;
  }
  FAIL() << "the kiosk did not come up; its log: " << log_text(file("kiosk.log"));
}

const demo::View& KioskWindow::view() {
  glass_->refresh();
  return glass_->now();
}

bool KioskWindow::wait_screen(const std::string& screen, int timeout_ms) {
  for (const auto until = after_ms(timeout_ms); Clock::now() < until; pause_ms(kTurnMs)) {
    if (view().screen != screen) continue;
    touched_screen_.clear();  // it may have come just now: whoever touches it looks first
    return true;
  }
  return false;
}

bool KioskWindow::wait_gone(const std::string& screen, int timeout_ms) {
  for (const auto until = after_ms(timeout_ms); Clock::now() < until; pause_ms(kTurnMs)) {
    if (view().screen != screen) return true;
  }
  return false;
}

std::optional<demo::Touchable> KioskWindow::find(const std::string& label, int timeout_ms) {
  for (const auto until = after_ms(timeout_ms);; pause_ms(kTurnMs)) {
    if (const auto target = demo::find_label(view(), label)) return target;
    if (Clock::now() >= until) return std::nullopt;
  }
}

void KioskWindow::touch(const std::string& label) {
  const std::optional<demo::Touchable> target = find(label);
  ASSERT_TRUE(target.has_value()) << "nothing says \"" << label << "\" on " << words_of(view());
  if (touched_screen_ != view().screen) pause_ms(kForgivenMs);
  touched_screen_ = view().screen;
  finger_->tap(static_cast<int>(target->x + target->width / 2), static_cast<int>(target->y + target->height / 2),
               kHoldMs);
}

void KioskWindow::take_leave() {
  ASSERT_TRUE(wait_screen("thanks"));
  pause_ms(kThanksMs);
  ASSERT_NO_FATAL_FAILURE(touch_word("btn.done"));
  ASSERT_TRUE(wait_screen("attract"));
}

void KioskWindow::go(const demo::Donor& donor, const std::string& until_screen) {
  demo::SoFar so_far;
  std::string screen;
  const auto until = after_ms(kVisitMs);
  // One look a turn: what comes between two looks must not be touched by mistake.
  for (demo::View now = view(); now.screen != until_screen; now = view()) {
    ASSERT_LT(Clock::now(), until) << "stuck on the way to " << until_screen << " on " << words_of(now);
    if (now.screen != screen) {
      screen = now.screen;
      so_far.on_next_screen();
      pause_ms(kForgivenMs);
      continue;
    }
    const std::uint64_t before = glass_->changes();
    const demo::Act act = demo::next_act(donor, so_far, now, words_);
    if (act.deed == demo::Deed::read_code) {
      finger_->type(act.words + "\n", 4);
    } else if (act.deed == demo::Deed::touch) {
      const auto target = demo::find_label(now, act.words);
      if (!target) continue;
      finger_->tap(static_cast<int>(target->x + target->width / 2), static_cast<int>(target->y + target->height / 2),
                   kHoldMs);
    } else {
      pause_ms(kKeyMs);
    }
    const auto turned = after_ms(act.turns ? kTurnedMs : act.quick || act.toggle ? kKeyMs : 800);
    while (Clock::now() < turned && glass_->changes() == before) pause_ms(kTurnMs), glass_->refresh();
  }
}

void KioskWindow::press_keys(const std::vector<std::string>& labels) {
  demo::Donor donor = plain_donor();
  pause_ms(kForgivenMs);  // the screen may have come just now
  for (const std::string& label : labels) {
    demo::SoFar so_far;
    so_far.begun = true;
    so_far.keys = {label};
    const auto until = after_ms(8000);
    while (so_far.keys_done == 0) {
      ASSERT_LT(Clock::now(), until) << "no key " << label;
      const std::uint64_t before = (glass_->refresh(), glass_->changes());
      const demo::Act act = demo::next_key(donor, so_far, view(), words_);
      if (act.deed == demo::Deed::touch) {
        const auto target = demo::find_label(view(), act.words);
        ASSERT_TRUE(target.has_value());
        finger_->tap(static_cast<int>(target->x + target->width / 2), static_cast<int>(target->y + target->height / 2),
                     kHoldMs);
      }
      const auto turned = after_ms(act.turns ? kTurnedMs : kKeyMs);
      while (Clock::now() < turned && (glass_->refresh(), glass_->changes() == before)) pause_ms(kTurnMs);
    }
  }
}

demo::Folded KioskWindow::folded() const {
  Result<demo::Folded> folded = demo::fold_journal("kiosk", journal());
  EXPECT_TRUE(folded.ok()) << (folded ? "" : folded.failure().words);
  return folded ? *std::move(folded) : demo::Folded{};
}

std::string KioskWindow::run(const std::string& program, std::vector<std::string> arguments, int exit_code) {
  std::string shown = program;
  for (const std::string& argument : arguments) shown += " " + argument;
  arguments.insert(arguments.begin(),
                   program.find('/') == std::string::npos && program != "sh" ? programs_folder() + program : program);
  const Result<demo::Ran> ran = demo::run({program, std::move(arguments), {}, file("programs.log")}, 60);
  EXPECT_TRUE(ran.ok()) << shown;
  if (!ran) return {};
  EXPECT_EQ(ran->exit_code, exit_code) << shown << "\n" << ran->output << log_text(file("programs.log"));
  std::string output = ran->output;
  while (!output.empty() && output.back() == '\n') output.pop_back();
  return output;
}

}  // namespace mn::windows
