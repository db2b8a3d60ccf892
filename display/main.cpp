// mangnon-display: reads what it is asked for and is that: the screen in the hall, a replay, or pictures in a folder.
// Touches no network, and no disk but its own outputs.
#include <optional>

#include "display/live.h"
#include "display/options.h"
#include "display/replaying.h"
#include "journal/file.h"

int main(int argc, char** argv) {
  const mn::CommandLine command = mn::read_command_line(argc, argv);
  if (command.exit_code) return *command.exit_code;
  const mn::Options& options = command.options;
  const mn::Result<mn::Campaign> campaign = mn::load_campaign(options.campaign);
  if (!campaign) return mn::fail(campaign.failure().words);
  const mn::Result<mn::Strings> strings = mn::load_strings();
  if (!strings) return mn::fail(strings.failure().words);
  mn::Screen screen{options, *campaign, *strings, mn::all_scenes(), {}, {}, false};
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
