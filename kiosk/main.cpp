// mangnon-kiosk: one window, one visit, one journal. The loop: what came in → the rules → an order for the recorder →
// the picture. It sleeps while nothing changes, and never touches the network.
#include <fmt/format.h>

#include "journal/chance.h"
#include "journal/file.h"
#include "kiosk/options.h"
#include "kiosk/order.h"
#include "kiosk/recorder.h"
#include "kiosk/sample.h"
#include "kiosk/screens/screens.h"
#include "ui/glass.h"

namespace mn::kiosk {
namespace {

constexpr int kSleepMaxMs = 1000;

std::int64_t now_ms() { return monotonic_ns() / 1'000'000; }

int fail(const std::string& words) {
  fmt::print(stderr, "mangnon-kiosk: {}\n", words);
  return 1;
}

Moment this_moment(std::int64_t now) {
  Moment moment{now, utc_now_us(), {new_visit_id(), random_8(), {}}};
  for (Salt& salt : moment.chance.salts) salt = new_salt();
  return moment;
}

ui::GlassOptions glass_options(const Options& options) {
  ui::GlassOptions out;
  out.title = "Măng Non · " + options.name;
  out.width_px = options.width_px;
  out.height_px = options.height_px;
  out.windowed = options.windowed;
  const auto given = [](const char* name) { return std::getenv(name) != nullptr; };
  out.offscreen = !options.screenshot.empty() && !given("DISPLAY") && !given("WAYLAND_DISPLAY");
  out.hide_cursor = !options.windowed;
  return out;
}

RecorderOptions recorder_options(const Options& options, const CampaignId& campaign, ui::Glass& glass) {
  const Opening opening{options.journal, campaign, std::string("mangnon-kiosk ") + MANGNON_VERSION, options.name};
  RecorderOptions out;
  out.open = [opening] { return open_own(opening); };
  out.campaign = campaign;
  out.report_made = [&glass] { ui::wake(glass); };
  out.complain = [](const std::string& words) { fmt::print(stderr, "mangnon-kiosk: {}\n", words); };
  return out;
}

struct Kiosk {
  const Options& options;
  const Terms& terms;
  const Strings& strings;
  ui::Glass& glass;
  std::optional<Recorder> recorder;  // none in a preview
  Visit visit;                       // the one state
};

// What happened since the last turn: touches, the recorder's answers, time. False when the program shall end.
bool take_in(Kiosk& kiosk, std::int64_t now) {
  const ui::InputTaken taken = ui::take_input(kiosk.glass);
  if (!kiosk.recorder) return !taken.quit;
  if (taken.touched) kiosk.visit = advance_touch(kiosk.visit, now);
  for (const Report& report : kiosk.recorder->take_reports()) {
    kiosk.visit = advance_report(kiosk.visit, report, kiosk.terms, now);
  }
  kiosk.visit = advance_time(kiosk.visit, kiosk.terms, now);
  return !taken.quit;
}

// Draws the visit and carries out the tap it gave. True when there was one: the next picture is due at once.
bool draw(Kiosk& kiosk, std::int64_t now) {
  const Sight sight{kiosk.visit, kiosk.terms, kiosk.strings, now};
  const std::optional<Tap> tap = draw_visit(ui::begin_frame(kiosk.glass), sight);
  ui::end_frame(kiosk.glass);
  if (!kiosk.options.targets.empty()) (void)ui::write_targets(kiosk.glass, kiosk.options.targets);
  if (!tap || !kiosk.recorder) return false;
  Step step = advance(kiosk.visit, *tap, kiosk.terms, this_moment(now));
  kiosk.visit = step.next;
  if (!step.record) return true;
  kiosk.recorder->record(*step.record);
  forget_names(*step.record);
  return true;
}

int run(Kiosk& kiosk) {
  const std::int64_t began = now_ms();
  const std::int64_t picture_at = began + static_cast<std::int64_t>(kiosk.options.after_s * 1000);
  const bool picture = !kiosk.options.screenshot.empty();
  bool due = true;
  while (true) {
    const Sight sight{kiosk.visit, kiosk.terms, kiosk.strings, now_ms()};
    std::int64_t sleep_ms = due ? 0 : next_change_ms(sight).value_or(kSleepMaxMs);
    if (picture) sleep_ms = std::min(sleep_ms, std::max<std::int64_t>(0, picture_at - sight.now_ms));
    (void)ui::wait_for_input(kiosk.glass, static_cast<int>(std::min<std::int64_t>(sleep_ms, kSleepMaxMs)));
    const std::int64_t now = now_ms();
    const Visit before = kiosk.visit;
    if (!take_in(kiosk, now)) return 0;
    due = draw(kiosk, now);
    if (visit_ended(before, kiosk.visit)) ui::forget_words(kiosk.glass);
    if (!picture || now < picture_at || due) continue;
    const ui::ScreenshotSaved saved = ui::screenshot(kiosk.glass, kiosk.options.screenshot);
    return saved ? 0 : fail(saved.words);
  }
}

int open_and_run(const Options& options) {
  const Result<Campaign> campaign = load_campaign(options.campaign);
  if (!campaign) return fail(campaign.failure().words);
  const Result<Strings> strings = load_strings();
  if (!strings) return fail(strings.failure().words);
  const ui::GlassOpened opened = ui::open_glass(glass_options(options));
  if (!opened) return fail(opened.words);
  const Terms terms{*campaign, options.patience, options.language};
  Kiosk kiosk{options, terms, *strings, *opened.glass, {}, {}};
  kiosk.visit.language = options.language;
  kiosk.visit.since_ms = kiosk.visit.touched_ms = now_ms();
  if (options.preview.empty()) {
    kiosk.recorder.emplace(recorder_options(options, campaign->id, *opened.glass));
  } else {
    kiosk.visit = *sample_visit(options.preview, terms, now_ms());
  }
  return run(kiosk);
}

}  // namespace
}  // namespace mn::kiosk

int main(int argc, char** argv) {
  const mn::kiosk::OptionsRead read = mn::kiosk::read_options(argc, argv);
  return read.options ? mn::kiosk::open_and_run(*read.options) : read.exit_code;
}
