#include "display/options.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace mn {
namespace {

constexpr const char* kFooter =
    "Examples:\n"
    "  mangnon-display --journal display.db                    full screen, for the hall\n"
    "  mangnon-display --journal kiosk.db --windowed           beside a kiosk on one machine\n"
    "  mangnon-display --preview goal --screenshot goal.png    a picture with invented givers\n"
    "\n"
    "The journal is only read. It may be missing or be replaced at any time: the screen waits, or keeps its last true\n"
    "picture, and says why here on stderr. Each line of the state file is one settled picture:\n"
    "  {\"scene\":\"tally\",\"pledged\":2000000,\"count\":1,\"received\":0,\"position\":4,\"heads\":\"…\"}\n"
    "pledged and received are the numbers on the screen, in đồng; heads is the SHA-256 over a line \"ORIGIN SEQ "
    "DIGEST\"\n"
    "for each head of the journal, in order of origin.";

// "1920x1080" with sides a screen can have.
bool read_size(const std::string& text, int& width_px, int& height_px) {
  int width = 0;
  int height = 0;
  int end = 0;
  if (std::sscanf(text.c_str(), "%5dx%5d%n", &width, &height, &end) != 2) return false;
  if (static_cast<std::size_t>(end) != text.size()) return false;
  if (width < 320 || height < 320 || width > 16'384 || height > 16'384) return false;
  width_px = width;
  height_px = height;
  return true;
}

}  // namespace

CommandLine read_command_line(int argc, char** argv) {
  CommandLine out;
  Options& options = out.options;
  std::string size;
  std::string language = "vi";
  std::string preview;
  double after_s = 3;

  CLI::App app("The hall's big screen: shows what a journal adds up to.", "mangnon-display");
  app.set_version_flag("--version", std::string("mangnon-display ") + MANGNON_VERSION);
  app.footer(kFooter);
  auto* journal = app.add_option("--journal", options.journal, "the journal to show (FILE)");
  app.add_option("--campaign", options.campaign, "the campaign (FILE; default: the bundled one)");
  app.add_option("--preview", preview, "a scene with invented givers instead of a journal: tally, goal, …, or start")
      ->excludes(journal);
  app.add_option("--size", size, "of the window in pixels, WIDTHxHEIGHT (default 1920x1080)");
  app.add_flag("--windowed", options.windowed, "a window instead of the full screen");
  app.add_option("--lang", language, "vi or en (default vi)")->check(CLI::IsMember({"vi", "en"}));
  app.add_option("--screenshot", options.screenshot, "write the picture to a PNG file and end (FILE)");
  app.add_option("--after", after_s, "seconds until --screenshot (default 3)")->check(CLI::Range(0.0, 86'400.0));
  app.add_option("--fps", options.frames_a_second, "pictures a second while something moves, at most (default 60)")
      ->check(CLI::Range(10, 240));
  app.add_option("--state-file", options.state_file, "append a JSON line for every settled picture (FILE)");
  try {
    app.parse(argc, argv);
    if (options.journal.empty() && preview.empty()) {
      throw CLI::RequiredError("--journal FILE or --preview");
    }
    if (!size.empty() && !read_size(size, options.width_px, options.height_px)) {
      throw CLI::ValidationError("--size",
                                 "expected WIDTHxHEIGHT in pixels, such as 1920x1080, found \"" + size + "\"");
    }
  } catch (const CLI::ParseError& error) {
    out.exit_code = app.exit(error) == 0 ? 0 : 2;
    return out;
  }
  options.preview = preview;
  options.language = language == "en" ? Language::en : Language::vi;
  options.after_ms = static_cast<std::int64_t>(after_s * 1000);
  return out;
}

}  // namespace mn
