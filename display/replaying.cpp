#include "display/replaying.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>

#include "display/book_file.h"
#include "display/playback.h"
#include "display/replay_time.h"
#include "journal/chance.h"
#include "journal/open.h"

namespace mn {
namespace {

constexpr std::int64_t kNsPerMs = 1'000'000;
constexpr std::int64_t kAfterLastMs = 20'000;  // until the last card has gone
constexpr std::int64_t kFramesMax = 1'000'000;
constexpr std::int64_t kSleepMs = 250;

struct Replay {
  std::unique_ptr<JournalReader> reader;
  Script script;
  std::int64_t from_ms = 0;
  std::int64_t until_ms = 0;
  Wall wall;
  Language language = Language::vi;
};

struct Span {
  std::int64_t first_ms = 0;
  std::int64_t last_ms = 0;
};

Result<Replay> prepare(const Screen& screen) {
  const Options& options = screen.options;
  Replay replay;
  Result<std::unique_ptr<JournalReader>> reader = open_reader(options.journal);
  if (!reader) return reader.failure();
  replay.reader = *std::move(reader);
  if (replay.reader->campaign() != screen.campaign.id) {
    return Failure{Cause::refused,
                   fmt::format("{} belongs to the campaign \"{}\": give that one's file with --campaign",
                               options.journal, replay.reader->campaign().text)};
  }
  const Wall wanted{options.width_px, options.height_px};
  const std::vector<BookLine> book = options.book.empty() ? std::vector<BookLine>() : read_book_file(options.book);
  const std::string epoch = replay.reader->epoch();
  // From its very start, to learn when it was; then from where it is wanted.
  std::optional<Script> script = book.empty() ? std::nullopt : script_of(book, epoch, book.front().at_ms);
  const bool has_book = script.has_value();
  if (!has_book) {
    const Result<std::vector<Made>> made = read_times(*replay.reader);
    if (!made) return made.failure();
    if (made->empty()) return Failure{Cause::not_found, options.journal + " holds no entries"};
    script = script_of_times(*made, wanted, options.language);
    std::fputs("mangnon-display: there is no book of the screen: entries are shown when they were made\n", stderr);
  }
  const Span span{script->base.at_ms, script->last_ms};
  const LocalTime day = replay_day(screen.campaign.ceremony_on, span.first_ms, span.last_ms);
  replay.from_ms = span.first_ms;
  replay.until_ms = span.last_ms + kAfterLastMs;
  for (const auto& [text, at_ms] : {std::pair(&options.at, &replay.from_ms), {&options.until, &replay.until_ms}}) {
    if (text->empty()) continue;
    const Result<std::int64_t> time = read_replay_time(*text, day);
    if (!time) return time.failure();
    *at_ms = *time;
  }
  if (has_book) script = script_of(book, epoch, replay.from_ms);
  if (!script) return Failure{Cause::not_found, "the screen showed another journal then"};
  replay.script = *std::move(script);
  replay.wall = options.size_given ? wanted : replay.script.base.wall;
  replay.language = options.language_given ? options.language : replay.script.base.language;
  return replay;
}

Playback playback_of(const Screen& screen, const Replay& replay) {
  Playback playback(*replay.reader, screen.campaign, screen.scenes.rules, replay.script);
  if (screen.options.size_given) playback.keep_wall(replay.wall);
  return playback;
}

// frame_000001.png … in a folder. The same picture is the same file, where the folder's file system can do that.
class Folder {
 public:
  explicit Folder(std::string path) : path_(std::move(path)) {}

  Done make() {
    std::error_code error;
    std::filesystem::create_directories(path_, error);
    if (!error) return {};
    return Failure{Cause::unavailable, "cannot make the folder " + path_.string() + ": " + error.message()};
  }
  Done keep(Screen& screen, bool changed) {
    const std::filesystem::path file = path_ / fmt::format("frame_{:06}.png", ++count_);
    std::error_code error;
    std::filesystem::remove(file, error);
    if (!changed && !before_.empty()) std::filesystem::create_hard_link(before_, file, error);
    if (!changed && !before_.empty() && !error) return {};
    before_ = file;
    return save(screen, file);
  }

 private:
  std::filesystem::path path_;
  std::filesystem::path before_;
  std::int64_t count_ = 0;
};

// One picture after the other on stdout, as PPM (a line of text, then red, green and blue of each point): nothing is
// packed, so that a film takes no longer than the drawing of it.
class Stream {
 public:
  Done keep(Screen& screen, bool changed) {
    if (changed || bytes_.empty()) {
      const ui::Pixels pixels = ui::read_pixels(*screen.glass);
      bytes_ = fmt::format("P6\n{} {}\n255\n", pixels.width_px, pixels.height_px);
      bytes_.reserve(bytes_.size() + pixels.rgba.size() / 4 * 3);
      for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4) {
        for (std::size_t c = 0; c < 3; ++c) bytes_ += static_cast<char>(pixels.rgba[i + c]);
      }
    }
    if (std::fwrite(bytes_.data(), 1, bytes_.size(), stdout) == bytes_.size()) return {};
    return Failure{Cause::unavailable, "whoever took the pictures has gone"};
  }

 private:
  std::string bytes_;
};

Done draw_all(Screen& screen, const Replay& replay, std::int64_t count, const std::function<Done(bool changed)>& keep) {
  Playback playback = playback_of(screen, replay);
  if (Done done = playback.begin(); !done) return done;
  if (Done done = open_screen(screen, replay.wall, replay.language, true); !done) return done;
  for (std::int64_t i = 0; i < count; ++i) {
    if (Done done = playback.play_to(replay.from_ms + i * 1000 / screen.options.frames_a_second); !done) return done;
    const bool changed = draw(screen, compose(playback.show(), playback.setting(), replay.language, playback.at_ms()));
    if (Done done = keep(changed); !done) return done;
  }
  return {};
}

}  // namespace

int run_replay(Screen& screen) {
  const Options& options = screen.options;
  const Result<Replay> replay = prepare(screen);
  if (!replay) return fail(replay.failure().words);
  Playback playback = playback_of(screen, *replay);
  if (Done done = playback.begin(); !done) return fail(done.failure().words);
  const Done opened = open_screen(screen, replay->wall, replay->language, !options.screenshot.empty());
  if (!opened) return fail(opened.failure().words);
  const std::int64_t began_ms = monotonic_ns() / kNsPerMs;
  for (;;) {
    const std::int64_t passed_ms = options.screenshot.empty() ? monotonic_ns() / kNsPerMs - began_ms : 0;
    const std::int64_t at_ms = std::min(replay->from_ms + passed_ms * options.speed, replay->until_ms);
    if (Done done = playback.play_to(at_ms); !done) return fail(done.failure().words);
    const Picture picture = compose(playback.show(), playback.setting(), replay->language, playback.at_ms());
    draw(screen, picture);
    if (!options.screenshot.empty()) {
      const Done saved = save(screen, options.screenshot);
      return saved ? 0 : fail(saved.failure().words);
    }
    if (ui::take_input(*screen.glass).quit) return 0;
    const bool stands = options.speed == 0 || at_ms == replay->until_ms;
    ui::wait_for_input(*screen.glass, static_cast<int>(stands ? kSleepMs : 1000 / options.frames_a_second));
  }
}

int write_frames(Screen& screen) {
  const Options& options = screen.options;
  const Result<Replay> replay = prepare(screen);
  if (!replay) return fail(replay.failure().words);
  const std::int64_t count = (replay->until_ms - replay->from_ms) * options.frames_a_second / 1000 + 1;
  if (count < 1 || count > kFramesMax) {
    return fail(fmt::format("that are {} pictures; choose --at, --until and --fps for 1 to {}", count, kFramesMax));
  }
  Stream stream;
  Folder folder(options.frames);
  const bool streams = options.frames == "-";
  Done done = streams ? Done() : folder.make();
  if (done) {
    done = draw_all(screen, *replay, count, [&](bool changed) {
      return streams ? stream.keep(screen, changed) : folder.keep(screen, changed);
    });
  }
  if (!done) return fail(done.failure().words);
  if (!streams) std::printf("%lld pictures in %s\n", static_cast<long long>(count), options.frames.c_str());
  return 0;
}

}  // namespace mn
