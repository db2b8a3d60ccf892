// mangnon-display: the loop of the big screen. Owns the show; takes what the reader's thread hands over, composes,
// draws, sleeps until the next change. Touches no network and no disk but its own outputs.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>

#include "display/feed.h"
#include "display/options.h"
#include "display/parts/words.h"
#include "display/sample.h"
#include "display/scenes/scene.h"
#include "display/shown_line.h"
#include "journal/file.h"
#include "ui/glass.h"

namespace mn {
namespace {

// UTC at the program's start, and the steady clock since: nobody's setting of the clock makes the screen jump.
std::int64_t clock_ms() {
  using namespace std::chrono;
  static const auto began = std::make_pair(system_clock::now(), steady_clock::now());
  const auto now = began.first.time_since_epoch() + (steady_clock::now() - began.second);
  return duration_cast<milliseconds>(now).count();
}

int fail(const std::string& words) {
  std::fprintf(stderr, "mangnon-display: %s\n", words.c_str());
  return 1;
}

ui::GlassOptions glass_options(const Options& options) {
  ui::GlassOptions out;
  out.title = "Măng Non";
  out.width_px = options.width_px;
  out.height_px = options.height_px;
  out.windowed = options.windowed || !options.screenshot.empty();
  out.hide_cursor = true;
  out.assets = asset_path("");
  return out;
}

// Takes one delivery, or only the time.
void turn(Show& show, const Setting& setting, Feed* feed, std::int64_t now_ms) {
  std::optional<Delivery> delivery = feed != nullptr ? feed->take() : std::nullopt;
  Batch batch;
  if (delivery && std::holds_alternative<Folded>(*delivery)) {
    begin(show, setting, std::get<Folded>(*std::move(delivery)), now_ms);
  } else if (delivery) {
    batch = std::get<Batch>(*std::move(delivery));
  }
  const Done done = advance(show, setting, batch, now_ms);
  if (!done && feed != nullptr) feed->read_again(done.failure().words);
}

// For proofs: what was on the screen when it had come to rest.
class StateFile {
 public:
  explicit StateFile(const std::string& path) : path_(path) {}

  void shown(const Picture& picture, const Show& show) {
    if (path_.empty() || picture.moving) return;
    std::string line = shown_line(picture, show);
    if (line == last_) return;
    std::ofstream(path_, std::ios::app) << line << '\n';
    last_ = std::move(line);
  }

 private:
  std::string path_;
  std::string last_;
};

int sleep_ms(const Picture& picture, const Options& options, std::int64_t began_ms, std::int64_t now_ms) {
  if (picture.moving)
    return static_cast<int>(std::max<std::int64_t>(0, began_ms + 1000 / options.frames_a_second - now_ms));
  return static_cast<int>(std::clamp<std::int64_t>(picture.next_change_ms - now_ms, 1, 60'000));
}

// The scenes that --preview can show; nothing to say when it asks for none or for one of them.
std::string no_such_scene(const std::string& preview, SceneRules rules) {
  if (preview.empty() || preview == "start" || find_scene(rules, preview) != nullptr) return {};
  std::string names = "start";
  for (const SceneRule& rule : rules) names += ", " + std::string(rule.name);
  return "--preview: expected one of " + names + ", found \"" + preview + "\"";
}

int run(const Options& options, const Campaign& given, const Words& words) {
  const Scenes scenes = all_scenes();
  if (const std::string mistake = no_such_scene(options.preview, scenes.rules); !mistake.empty()) return fail(mistake);
  const ui::GlassOpened opened = ui::open_glass(glass_options(options));
  if (!opened) return fail(opened.words);
  ui::Glass& glass = *opened.glass;

  const std::int64_t opened_ms = clock_ms();
  const Campaign campaign = options.preview.empty() ? given : sample_campaign(given, options.preview, opened_ms);
  const Setting setting{campaign, scenes.rules, {options.width_px, options.height_px}};
  Show show = options.preview.empty() ? Show{} : sample_show(options.preview, setting, opened_ms);
  std::optional<Feed> feed;
  if (options.preview.empty()) feed.emplace(options.journal, campaign.id, [&glass] { ui::wake(glass); });
  StateFile state_file(options.state_file);

  while (!ui::take_input(glass).quit) {
    const std::int64_t now_ms = clock_ms();
    turn(show, setting, feed ? &*feed : nullptr, now_ms);
    const Picture picture = compose(show, setting, options.language, now_ms);
    draw_scene(ui::begin_frame(glass), picture, words, scenes);
    ui::end_frame(glass);
    state_file.shown(picture, show);

    const std::int64_t due_ms = options.screenshot.empty() ? now_ms + 60'000 : opened_ms + options.after_ms;
    if (now_ms >= due_ms) {
      const ui::ScreenshotSaved saved = ui::screenshot(glass, options.screenshot);
      return saved ? 0 : fail(saved.words);
    }
    const std::int64_t drawn_ms = clock_ms();
    const auto until_due = static_cast<int>(std::max<std::int64_t>(0, due_ms - drawn_ms));
    ui::wait_for_input(glass, std::min(sleep_ms(picture, options, now_ms, drawn_ms), until_due));
  }
  return 0;
}

}  // namespace
}  // namespace mn

int main(int argc, char** argv) {
  const mn::CommandLine command = mn::read_command_line(argc, argv);
  if (command.exit_code) return *command.exit_code;
  const mn::Options& options = command.options;
  const mn::Result<mn::Campaign> campaign = mn::load_campaign(options.campaign);
  if (!campaign) return mn::fail(campaign.failure().words);
  const mn::Result<mn::Strings> strings = mn::load_strings();
  if (!strings) return mn::fail(strings.failure().words);
  return mn::run(options, *campaign, mn::words_of(*strings, options.language));
}
