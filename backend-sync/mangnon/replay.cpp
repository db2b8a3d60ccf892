// mangnon replay: pictures or a film of what the hall saw. The drawing is done by mangnon-display, started beside this
// program; the film is made by ffmpeg, when there is one. Reads nothing itself.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <vector>

#include "backend-sync/mangnon/reading.h"
#include "backend-sync/mangnon/verbs.h"

namespace mn {
namespace {

constexpr const char* kWho = "mangnon replay";
constexpr int kNotFound = 127;

struct ReplayOrder {
  std::string frames;
  std::string video;
  std::string at;
  std::string until;
  std::string size;
  std::string campaign;
  std::string book;
  std::string lang;
  int fps = 30;
};

std::filesystem::path beside_own_program(const char* name) {
  std::error_code error;
  const std::filesystem::path own = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path(name) : own.parent_path() / name;
}

using Arguments = std::vector<std::string>;

// A program with these ends; -1: those of this program. Its words go to the terminal.
pid_t start(const Arguments& arguments, int in, int out) {
  std::vector<char*> pointers;
  for (const std::string& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
  pointers.push_back(nullptr);
  const pid_t child = ::fork();
  if (child != 0) return child;
  if (in >= 0) ::dup2(in, STDIN_FILENO);
  if (out >= 0) ::dup2(out, STDOUT_FILENO);
  ::execvp(pointers[0], pointers.data());
  ::_exit(errno == ENOENT ? kNotFound : kExitFailed);
}

// The exit code; kNotFound when there is no such program.
int end_of(pid_t child) {
  if (child < 0) return kExitFailed;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return kExitFailed;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : kExitFailed;
}

Arguments drawing(const std::string& journal, const ReplayOrder& order, const std::string& frames) {
  Arguments arguments{beside_own_program("mangnon-display").string(), "--replay", journal, "--frames", frames};
  const auto add = [&](const char* option, const std::string& value) {
    if (value.empty()) return;
    arguments.emplace_back(option);
    arguments.push_back(value);
  };
  add("--fps", std::to_string(order.fps));
  add("--at", order.at);
  add("--until", order.until);
  add("--size", order.size);
  add("--campaign", order.campaign);
  add("--book", order.book);
  add("--lang", order.lang);
  return arguments;
}

int told(int code, const std::string& program) {
  return code == kNotFound ? fail(kWho, {Cause::not_found, "there is no " + program}) : code;
}

int draw_frames(const std::string& journal, const ReplayOrder& order) {
  const Arguments arguments = drawing(journal, order, order.frames);
  return told(end_of(start(arguments, -1, -1)), arguments.front());
}

// H.264 in MP4, as every television station and telephone takes it. Sides must be even; a wall of odd size gets a row
// or column more.
Arguments filming(const ReplayOrder& order) {
  return {"ffmpeg",
          "-hide_banner",
          "-loglevel",
          "error",
          "-y",
          "-f",
          "image2pipe",
          "-c:v",
          "ppm",
          "-framerate",
          std::to_string(order.fps),
          "-i",
          "-",
          "-vf",
          "pad=ceil(iw/2)*2:ceil(ih/2)*2",
          "-c:v",
          "libx264",
          "-preset",
          "veryfast",
          "-crf",
          "18",
          "-pix_fmt",
          "yuv420p",
          "-movflags",
          "+faststart",
          order.video};
}

// Each picture goes from one program to the other; none is kept.
int film(const std::string& journal, const ReplayOrder& order) {
  std::array<int, 2> ends{};
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (end_of(start({"ffmpeg", "-version"}, nowhere, nowhere)) != kExitDone) {
    return fail(kWho,
                {Cause::not_found,
                 "a film needs ffmpeg, which is not installed: apt install ffmpeg; or write pictures with --frames"});
  }
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return fail(kWho, {Cause::unavailable, "no pipe can be made"});
  const auto [out, in] = ends;
  const Arguments draws = drawing(journal, order, "-");
  const pid_t drawer = start(draws, nowhere, in);
  const pid_t filmer = start(filming(order), out, -1);
  ::close(in);
  ::close(out);
  ::close(nowhere);
  const int drawn = told(end_of(drawer), draws.front());
  const int filmed = end_of(filmer);
  if (drawn == kExitDone && filmed == kExitDone) return kExitDone;
  // What came of half the pictures is no film of the morning.
  std::error_code error;
  std::filesystem::remove(order.video, error);
  return drawn != kExitDone ? drawn : fail(kWho, {Cause::unavailable, "ffmpeg could not make " + order.video});
}

int replay(const std::string& journal, const ReplayOrder& order) {
  if (order.frames.empty() == order.video.empty()) {
    (void)fail(kWho, {Cause::bad_input, "give either --frames DIR or --video FILE.mp4"});
    return kExitWrongUsage;
  }
  return order.video.empty() ? draw_frames(journal, order) : film(journal, order);
}

}  // namespace

void add_replay(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("replay", "Pictures or a film of what the hall saw");
  verb->group(kJournalVerbs);
  verb->footer(
      "Examples:\n"
      "  mangnon replay display.db --frames pictures --at 09:42 --until 09:44\n"
      "  mangnon replay display.db --video evening-news.mp4 --at 09:40 --until 09:50 --fps 25\n"
      "Times are local time in Vietnam, on the day of the ceremony or with a day (2025-05-29T09:42:10). With the "
      "screen's "
      "book (display.db.shown) it is exactly what was seen; without one, entries are shown when they were made. The "
      "film "
      "needs ffmpeg.");
  const auto given = add_journal(*verb);
  auto order = std::make_shared<ReplayOrder>();
  verb->add_option("--frames", order->frames, "Write frame_000001.png … into a folder (DIR)");
  verb->add_option("--video", order->video, "Write a film (FILE.mp4)");
  verb->add_option("--at", order->at, "From when (TIME; default: from the start)");
  verb->add_option("--until", order->until, "To when (TIME; default: to the end)");
  verb->add_option("--fps", order->fps, "Pictures a second (default 30)")->check(CLI::Range(1, 120));
  verb->add_option("--size", order->size, "WIDTHxHEIGHT (default: as the wall was)");
  verb->add_option("--campaign", order->campaign, "The campaign (FILE; default: the bundled one)");
  verb->add_option("--book", order->book, "The screen's book (FILE; default: JOURNAL.shown)");
  verb->add_option("--lang", order->lang, "The screen's language (default: as it was)");
  verb->callback([=, &exit_code] { exit_code = replay(journal_of(*given), *order); });
}

}  // namespace mn
