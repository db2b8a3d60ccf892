// mangnon-kiosk: one window, one visit, one journal. The loop: what came in → the rules → orders for the recorder and
// the hands → the picture. It sleeps while nothing changes, and never touches the network.
#include <fmt/format.h>

#include "journal/chance.h"
#include "journal/private_process.h"
#include "kiosk/feedback.h"
#include "kiosk/hands.h"
#include "kiosk/kiosk.h"
#include "kiosk/options.h"
#include "kiosk/order.h"
#include "kiosk/sample.h"

namespace mn::kiosk {
namespace {

constexpr int kSleepMaxMs = 1000;

std::int64_t now_ms() { return monotonic_ns() / 1'000'000; }

int fail(const std::string& words) {
  fmt::print(stderr, "mangnon-kiosk: {}\n", words);
  return 1;
}

Moment this_moment(std::int64_t now) {
  Moment moment{now, utc_now_us(), {new_visit_id(), random_8(), {}, new_seed()}};
  for (Salt& salt : moment.chance.salts) salt = new_salt();
  return moment;
}

// A step of the rules, carried out. False when the program shall end.
bool take_step(Kiosk& kiosk, Step step) {
  kiosk.visit = std::move(step.next);
  if (step.record && kiosk.recorder) {
    kiosk.recorder->record(*step.record);
    forget_names(*step.record);
  }
  return !step.errand || !kiosk.hands || kiosk.hands->carry_out(*step.errand, kiosk.visit);
}

// What happened since the last turn: touches and keys, answers, time. False when the program shall end.
bool take_in(Kiosk& kiosk, std::int64_t now) {
  const ui::InputTaken taken = ui::take_input(kiosk.glass);
  if (!kiosk.recorder) return !taken.quit;
  // While it asks whether somebody is there, a finger that comes down answers by what it lifts from: taking the
  // question away under it would make "end" mean "go on".
  const bool asks = idle_seconds_left(kiosk.visit, kiosk.terms.patience, now).has_value();
  if (taken.touched && !asks) kiosk.visit = advance_touch(kiosk.visit, now);
  bool goes_on = !taken.quit;
  for (const ui::Input& input : taken.inputs) {
    if (const auto step = hard_step(kiosk, input, this_moment(now))) goes_on = take_step(kiosk, *step) && goes_on;
  }
  for (const Report& report : kiosk.recorder->take_reports()) {
    goes_on = take_step(kiosk, advance_report(kiosk.visit, report, kiosk.terms, this_moment(now))) && goes_on;
  }
  for (const HandAnswer& answer : kiosk.hands->take_answers()) take_answer(kiosk, answer, now);
  return take_step(kiosk, advance_time(kiosk.visit, kiosk.terms, this_moment(now))) && goes_on;
}

// Draws the visit and carries out the tap it gave. Nothing when the program shall end; else whether the next picture is
// due at once.
std::optional<bool> draw(Kiosk& kiosk, std::int64_t now) {
  const std::optional<Tap> tap = draw_visit(ui::begin_frame(kiosk.glass), sight_of(kiosk, now));
  ui::end_frame(kiosk.glass);
  if (!kiosk.options.targets.empty()) (void)ui::write_targets(kiosk.glass, kiosk.options.targets);
  if (!tap || !kiosk.recorder) return false;
  const Visit before = kiosk.visit;
  if (!take_step(kiosk, advance(before, *tap, kiosk.terms, this_moment(now)))) return std::nullopt;
  hear(kiosk, feedback_of(before, kiosk.visit, *tap));
  return true;
}

int sleep_ms_of(Kiosk& kiosk, bool due) {
  if (due) return 0;
  const Sight sight = sight_of(kiosk, now_ms());
  int sleep_ms = std::min(kSleepMaxMs, next_change_ms(sight).value_or(kSleepMaxMs));
  if (const auto touch_ms = ui::next_touch_change_ms(kiosk.glass)) sleep_ms = std::min(sleep_ms, *touch_ms);
  return std::max(0, sleep_ms);
}

int run(Kiosk& kiosk) {
  const std::int64_t picture_at = now_ms() + static_cast<std::int64_t>(kiosk.options.after_s * 1000);
  const bool picture = !kiosk.options.screenshot.empty();
  bool due = true;
  while (true) {
    int sleep_ms = sleep_ms_of(kiosk, due);
    if (picture) sleep_ms = std::min(sleep_ms, static_cast<int>(std::max<std::int64_t>(0, picture_at - now_ms())));
    (void)ui::wait_for_input(kiosk.glass, sleep_ms);
    const std::int64_t now = now_ms();
    const Visit before = kiosk.visit;
    if (!take_in(kiosk, now)) return 0;
    hear(kiosk, feedback_of(before, kiosk.visit));
    const std::optional<bool> drawn = draw(kiosk, now);
    if (!drawn) return 0;
    due = *drawn || prepare_next(kiosk, now);
    if (numbers_left(before, kiosk.visit)) ui::forget_words(kiosk.glass);
    if (visit_ended(before, kiosk.visit)) forget_typed(kiosk);
    kiosk.visit.reader = after_deafness(kiosk.visit.reader, now_ms() - now);
    if (!picture || now < picture_at || due) continue;
    const ui::ScreenshotSaved saved = ui::screenshot(kiosk.glass, kiosk.options.screenshot);
    return saved ? 0 : fail(saved.words);
  }
}

int open_and_run(const Options& options) {
  const Privacy privacy = keep_private();
  if (!privacy.words.empty() && options.preview.empty()) fmt::print(stderr, "mangnon-kiosk: {}\n", privacy.words);
  const Result<Loaded> loaded = load_all(options);
  if (!loaded) return fail(loaded.failure().words);
  const ui::GlassOpened opened = ui::open_glass(glass_options(options));
  if (!opened) return fail(opened.words);
  const Terms terms = terms_of(options, *loaded);
  Kiosk kiosk{options, terms, loaded->strings, *opened.glass};
  open_house(kiosk, *loaded, now_ms());
  if (!options.preview.empty()) show_sample(kiosk, now_ms());
  return run(kiosk);
}

}  // namespace
}  // namespace mn::kiosk

int main(int argc, char** argv) {
  const mn::kiosk::OptionsRead read = mn::kiosk::read_options(argc, argv);
  return read.options ? mn::kiosk::open_and_run(*read.options) : read.exit_code;
}
