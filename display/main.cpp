// mangnon-display: reads what it is asked for and is that: the screen in the hall, a replay, or pictures in a folder.
// Touches no network, and no disk but its own outputs.
#include <chrono>
#include <optional>

#include "display/live.h"
#include "display/options.h"
#include "display/replaying.h"
#include "display/sample.h"
#include "journal/file.h"

namespace {

std::int64_t utc_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace

int main(int argc, char** argv) {
  const mn::CommandLine command = mn::read_command_line(argc, argv);
  if (command.exit_code) return *command.exit_code;
  const mn::Options& options = command.options;
  const mn::Result<mn::Campaign> campaign = mn::load_campaign(options.campaign);
  if (!campaign) return mn::fail(campaign.failure().words);
  const mn::Result<mn::Strings> strings = mn::load_strings();
  if (!strings) return mn::fail(strings.failure().words);
  const mn::Campaign shown = options.preview ? mn::sample_campaign(*campaign, *options.preview, utc_ms()) : *campaign;
  mn::Screen screen{options, shown, *strings, mn::all_scenes(), {}, {}, {}, false};
  if (options.preview && !mn::can_sample(*options.preview, screen.scenes.rules)) {
    return mn::fail("--preview: expected one of " + mn::sample_names(screen.scenes.rules) + ", found \"" +
                    *options.preview + "\"");
  }
  switch (options.mode) {
    case mn::Mode::live:
    case mn::Mode::preview:
      return mn::run_live(screen);
    case mn::Mode::replay:
      return mn::run_replay(screen);
    case mn::Mode::frames:
      return mn::write_frames(screen);
  }
  return 1;
}
