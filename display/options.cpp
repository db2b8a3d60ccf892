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
    "  mangnon-display --replay display.db --at 09:42:10       what the hall saw then, going on from there\n"
    "  mangnon-display --replay display.db --speed 20          the whole ceremony in a hurry\n"
    "  mangnon-display --replay display.db --at 09:42 --until 09:44 --frames film --fps 30\n"
    "\n"
    "Times of a replay are local time in Vietnam, on the day of the ceremony, or with a day: 2025-05-29T09:42:10.\n"
    "A running screen notes what it shows in JOURNAL.shown, and a restarted one goes on by it; F12 covers the screen\n"
    "with the scene \"safe\" at once, and uncovers it.\n"
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

// "#00B140"; nothing when it is no such colour.
std::optional<std::uint32_t> read_colour(const std::string& text) {
  unsigned value = 0;
  int end = 0;
  if (text.size() != 7 || std::sscanf(text.c_str(), "#%6x%n", &value, &end) != 1 || end != 7) return std::nullopt;
  return value;
}

// What does not go together, in words; "" when all is well.
std::string contradiction(const Options& options, bool replays, bool previews) {
  if (!replays && !previews && options.journal.empty()) return "--journal FILE, --replay FILE or --preview is required";
  if (!replays && (!options.at.empty() || !options.until.empty() || !options.frames.empty())) {
    return "--at, --until and --frames belong to --replay FILE";
  }
  return {};
}

Mode mode_of(const Options& options, bool replays, bool previews) {
  if (previews) return Mode::preview;
  if (!replays) return Mode::live;
  return options.frames.empty() ? Mode::replay : Mode::frames;
}

}  // namespace

CommandLine read_command_line(int argc, char** argv) {
  CommandLine out;
  Options& options = out.options;
  std::string size;
  std::string language = "vi";
  std::string preview;
  std::string replay;
  double after_s = 3;
  std::string lower_third;

  CLI::App app("The hall's big screen: shows what a journal adds up to.", "mangnon-display");
  app.set_version_flag("--version", std::string("mangnon-display ") + MANGNON_VERSION);
  app.footer(kFooter);
  auto* journal = app.add_option("--journal", options.journal, "the journal to show (FILE)");
  app.add_option("--campaign", options.campaign, "the campaign (FILE; default: the bundled one)");
  app.add_option("--preview", preview, "invented givers instead of a journal: any scene, or start (SCENE)")
      ->excludes(journal);
  app.add_option("--replay", replay, "show again what the hall saw of this journal (FILE)")
      ->excludes(journal)
      ->excludes("--preview");
  app.add_option("--at", options.at, "of a replay: from when (TIME; default: from the start)");
  app.add_option("--until", options.until, "of a replay: to when (TIME; default: to the end)");
  auto* speed = app.add_option("--speed", options.speed, "of a replay: times as fast; 0: one picture (default 1)")
                    ->check(CLI::Range(0, 1000));
  app.add_option("--frames", options.frames,
                 "of a replay: write frame_000001.png … into a folder, without a window (DIR; -: as PPM to stdout)")
      ->excludes(speed);
  auto* book = app.add_option("--book", options.book,
                              "the screen's book (FILE, or \"none\"; default: JOURNAL.shown beside the journal)");
  app.add_option("--size", size, "of the window in pixels, WIDTHxHEIGHT (default 1920x1080)");
  app.add_flag("--windowed", options.windowed, "a window instead of the full screen");
  app.add_option(
      "--screen", options.screen,
      "which screen to cover: its number or name (a wrong one is answered with the list; default the first)");
  auto* lang = app.add_option("--lang", language, "vi or en (default vi)")->check(CLI::IsMember({"vi", "en"}));
  app.add_option("--screenshot", options.screenshot, "write the picture to a PNG file and end (FILE)");
  app.add_option("--after", after_s, "seconds until --screenshot (default 3)")->check(CLI::Range(0.0, 86'400.0));
  auto* fps = app.add_option("--fps", options.frames_a_second,
                             "pictures a second while something moves, at most (default 60; frames: 30)")
                  ->check(CLI::Range(1, 240));
  auto* third =
      app.add_option(
             "--lower-third", lower_third,
             "for television: number and cards in the lower third, on this plain colour (#RRGGBB; default #00B140)")
          ->expected(0, 1);
  app.add_option("--volume", options.volume, "of chimes and music, 0 to 100; 0: silent (default: the campaign's)")
      ->check(CLI::Range(0, 100));
  app.add_option("--state-file", options.state_file, "append a JSON line for every settled picture (FILE)");
  try {
    app.parse(argc, argv);
    const std::string wrong = contradiction(options, !replay.empty(), !preview.empty());
    if (!wrong.empty()) throw CLI::ValidationError("mangnon-display", wrong);
    if (!size.empty() && !read_size(size, options.width_px, options.height_px)) {
      throw CLI::ValidationError("--size",
                                 "expected WIDTHxHEIGHT in pixels, such as 1920x1080, found \"" + size + "\"");
    }
    if (third->count() > 0) options.lower_third = read_colour(lower_third.empty() ? "#00B140" : lower_third);
    if (third->count() > 0 && !options.lower_third) {
      throw CLI::ValidationError("--lower-third", "expected a colour such as #00B140, found \"" + lower_third + "\"");
    }
  } catch (const CLI::ParseError& error) {
    out.exit_code = app.exit(error) == 0 ? 0 : 2;
    return out;
  }
  options.mode = mode_of(options, !replay.empty(), !preview.empty());
  if (!replay.empty()) options.journal = replay;
  if (book->count() == 0) options.book = options.journal + ".shown";
  if (options.book == "none" || options.mode == Mode::preview) options.book.clear();
  if (options.mode == Mode::frames && fps->count() == 0) options.frames_a_second = 30;
  options.size_given = !size.empty();
  options.language_given = lang->count() > 0;
  if (!preview.empty()) options.preview = preview;
  options.language = read_language(language).value_or(Language::vi);
  options.after_ms = static_cast<std::int64_t>(after_s * 1000);
  return out;
}

}  // namespace mn
