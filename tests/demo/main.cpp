// ./dev demo: shows a whole ceremony.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "journal/file.h"
#include "tests/demo/story.h"

int main(int argc, char** argv) {
  using namespace mn;
  demo::StoryOptions options;
  options.out = "out/demo";
  CLI::App app(
      "Shows a whole ceremony: kiosks, hub, the hall's screen, the fund, the bank's statement, and the proof.\n"
      "Example: ./dev demo --headless --donors 12 --seed 7 --out /tmp/ceremony");
  app.add_flag("--headless", options.headless, "virtual screens and a seeded crowd (the default without a desktop)");
  app.add_option("--out", options.out, "folder for pictures, records and journals; must be new or a former demo's")
      ->capture_default_str();
  app.add_option("--donors", options.donors, "how many come")->check(CLI::Range(1, 2000))->capture_default_str();
  app.add_option("--seed", options.seed, "the same seed brings the same crowd")->capture_default_str();
  app.add_option("--speed", options.speed, "2: twice as quick")->check(CLI::Range(0.1, 20.0))->capture_default_str();
  app.add_flag("--mayhem", options.mayhem,
               "kill -9 of any program at any moment, every few seconds; the proof must still hold");
  app.add_option("--campaign", options.campaign, "campaign file (default: the bundled 2025 one)");
  app.set_version_flag("--version", std::string("mangnon-demo ") + MANGNON_VERSION);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) options.headless = true;
  options.out = std::filesystem::absolute(options.out);
  options.programs = std::filesystem::canonical("/proc/self/exe").parent_path();
  if (options.campaign.empty()) options.campaign = asset_path("campaign/lang-son-2025.json");
  // Only what a former demo left is cleared away.
  if (std::filesystem::exists(options.out) && !std::filesystem::is_empty(options.out)) {
    if (!std::filesystem::exists(options.out / "journals")) {
      fmt::print(stderr, "demo: {} is not empty and not a former demo's; give another --out\n", options.out.string());
      return 2;
    }
    for (const auto& entry : std::filesystem::directory_iterator(options.out))
      std::filesystem::remove_all(entry.path());
  }
  const Done done = demo::tell_story(options);
  if (done) return 0;
  fmt::print(stderr, "\ndemo: {}\n", done.failure().words);
  return 1;
}
