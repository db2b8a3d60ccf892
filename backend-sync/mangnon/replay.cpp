// mangnon replay: pictures or a film of what the hall saw. The drawing is done by mangnon-display, started beside this
// program; the film is made by ffmpeg, when there is one. Reads nothing itself.
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

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

// Its words go to the terminal. The exit code; kNotFound when there is no such program.
int run_program(const std::vector<std::string>& arguments) {
  std::vector<char*> pointers;
  for (const std::string& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
  pointers.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) return kExitFailed;
  if (child == 0) {
    ::execvp(pointers[0], pointers.data());
    ::_exit(errno == ENOENT ? kNotFound : kExitFailed);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return kExitFailed;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : kExitFailed;
}

int draw_frames(const std::string& journal, const ReplayOrder& order, const std::string& folder) {
  const std::string display = beside_own_program("mangnon-display").string();
  std::vector<std::string> arguments{
      display, "--replay", journal, "--frames", folder, "--fps", std::to_string(order.fps)};
  const auto add = [&](const char* option, const std::string& value) {
    if (value.empty()) return;
    arguments.emplace_back(option);
    arguments.push_back(value);
  };
  add("--at", order.at);
  add("--until", order.until);
  add("--size", order.size);
  add("--campaign", order.campaign);
  add("--book", order.book);
  add("--lang", order.lang);
  const int code = run_program(arguments);
  if (code == kNotFound) return fail(kWho, {Cause::not_found, "there is no " + display});
  return code;
}

// H.264 in MP4, as every television station and telephone takes it. Sides must be even; a wall of odd size gets a row
// or column of its own last one.
int film(const ReplayOrder& order, const std::string& folder) {
  const int code = run_program({"ffmpeg",
                                "-hide_banner",
                                "-loglevel",
                                "error",
                                "-y",
                                "-framerate",
                                std::to_string(order.fps),
                                "-i",
                                folder + "/frame_%06d.png",
                                "-vf",
                                "pad=ceil(iw/2)*2:ceil(ih/2)*2",
                                "-c:v",
                                "libx264",
                                "-preset",
                                "medium",
                                "-crf",
                                "18",
                                "-pix_fmt",
                                "yuv420p",
                                "-movflags",
                                "+faststart",
                                order.video});
  if (code == kNotFound) {
    return fail(kWho,
                {Cause::not_found, "ffmpeg is not installed (apt install ffmpeg); the pictures are in " + folder +
                                       ", and \"ffmpeg -framerate " + std::to_string(order.fps) + " -i " + folder +
                                       "/frame_%06d.png -pix_fmt yuv420p " + order.video + "\" makes the film"});
  }
  return code;
}

int replay(const std::string& journal, const ReplayOrder& order) {
  if (order.frames.empty() == order.video.empty()) {
    (void)fail(kWho, {Cause::bad_input, "give either --frames DIR or --video FILE.mp4"});
    return kExitWrongUsage;
  }
  if (!order.frames.empty()) return draw_frames(journal, order, order.frames);
  std::string folder = order.video + ".frames";
  std::error_code error;
  if (std::filesystem::exists(folder, error)) {
    return fail(kWho, {Cause::refused, folder + " is in the way; remove it, or choose another name for the film"});
  }
  if (const int code = draw_frames(journal, order, folder); code != kExitDone) return code;
  if (const int code = film(order, folder); code != kExitDone) return code;
  std::filesystem::remove_all(folder, error);
  return kExitDone;
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
