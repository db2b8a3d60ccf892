#include "display/feed.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdio>

#include "display/book_file.h"
#include "display/early.h"
#include "display/playback.h"
#include "journal/open.h"
#include "journal/sync_status.h"

namespace mn {
namespace {

using namespace std::chrono_literals;

constexpr auto kLookAgain = 250ms;         // for a file that was replaced, and for the end
constexpr auto kTryAgain = 500ms;          // for a file that is not there or cannot be read
constexpr Position kFoldsAtOnce = 20'000;  // a journal of so many entries is folded before anybody has looked
constexpr auto kForeignPatience = 5s;      // for a copy with nothing of what was shown: it may be filled just now
constexpr auto kCatchUpPatience = 30s;     // for a copy that lacks some of it: rather late than down and up again

// Which file is at a path; nothing when there is none.
struct FileIdentity {
  dev_t device = 0;
  ino_t number = 0;
  bool operator==(const FileIdentity&) const = default;
};
std::optional<FileIdentity> identity_of(const std::string& path) {
  struct stat found {};
  if (stat(path.c_str(), &found) != 0) return std::nullopt;
  return FileIdentity{found.st_dev, found.st_ino};
}

enum class Lack { nothing, some, all };

// What a fold has not of what was handed over.
Lack lacks(const Folded& folded, const std::map<OriginId, Head>& heads) {
  std::size_t lacking = 0;
  std::size_t missing = 0;
  for (const auto& [origin, head] : heads) {
    const auto found = folded.tally.heads.find(origin);
    if (found == folded.tally.heads.end()) ++missing;
    if (found == folded.tally.heads.end() || found->second.seq < head.seq) ++lacking;
  }
  if (lacking == 0) return Lack::nothing;
  return missing == heads.size() ? Lack::all : Lack::some;
}

// Whether a journal's first entries, up to that position, are those that led to these heads.
Result<bool> leads_to(JournalReader& reader, Position position, const std::map<OriginId, Head>& heads) {
  std::map<OriginId, Head> found;
  for (Position at = 0; at < position;) {
    const Result<std::vector<Placed>> placed = reader.read_after(at, kReadEntriesMax);
    if (!placed) return placed.failure();
    if (placed->empty()) return false;
    for (const Placed& next : *placed) {
      if (next.position > position) break;
      found[next.entry.header.origin] = {next.entry.header.origin, next.entry.header.seq, next.entry.digest};
    }
    at = placed->back().position;
  }
  return found == heads;
}

}  // namespace

Feed::Feed(FeedOrder order, std::function<void()> wake)
    : order_(std::move(order)), wake_(std::move(wake)), thread_([this] { run(); }) {}

Feed::~Feed() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

std::optional<Delivery> Feed::take() {
  std::optional<Delivery> taken;
  {
    const std::lock_guard lock(mutex_);
    taken.swap(waiting_);
  }
  if (taken) changed_.notify_all();
  return taken;
}

void Feed::read_again(const std::string& words) {
  std::fprintf(stderr, "mangnon-display: %s; reading the journal again from its start\n", words.c_str());
  {
    const std::lock_guard lock(mutex_);
    again_ = true;
    waiting_.reset();
  }
  changed_.notify_all();
}

void Feed::run() {
  while (!stopping()) {
    const std::optional<FileIdentity> before = identity_of(order_.location);
    Result<std::unique_ptr<JournalReader>> reader = open_reader(order_.location);
    const CampaignId& campaign = order_.campaign->id;
    if (!reader) {
      tell(reader.failure().words);
    } else if ((*reader)->campaign() != campaign) {
      tell(order_.location + " belongs to the campaign \"" + (*reader)->campaign().text + "\", this screen to \"" +
           campaign.text + "\": start the display with that journal's own campaign, or with another --journal");
    } else if (before && before == identity_of(order_.location)) {
      if (Done followed = follow(**reader); !followed) tell(followed.failure().words);
    }
    rest();
  }
}

// Until the file is replaced, cannot be read, or a fold from the start is asked for.
Done Feed::follow(JournalReader& reader) {
  const std::optional<FileIdentity> followed = identity_of(order_.location);
  if (Done caught_up = catch_up(reader); !caught_up) return caught_up;
  if (asked()) return {};
  tell("");
  looked_to_ = 0;
  looked_ms_ = now_ms(order_.clock);
  while (!asked()) {
    Result<Batch> batch = next_batch(reader);
    if (!batch) return batch.failure();
    if (!batch->entries.empty()) {
      const Position position = batch->position;
      std::map<OriginId, Head> heads;
      for (const Entry& entry : batch->entries) {
        heads[entry.header.origin] = {entry.header.origin, entry.header.seq, entry.digest};
      }
      if (!deliver(*std::move(batch))) return {};
      position_ = position;
      for (const auto& [origin, head] : heads) heads_[origin] = head;
      continue;
    }
    if (identity_of(order_.location) != followed) {
      return Failure{Cause::not_found, order_.location + " was replaced or removed"};
    }
    if (Done looked = look_after(reader); !looked) return looked;
    tell_freshness();
    const Result<bool> more = reader.wait_beyond(position_, kLookAgain);
    if (!more) return more.failure();
  }
  return {};
}

// What was handed over before stays, when the journal begins with it; otherwise all of it is handed over.
Done Feed::catch_up(JournalReader& reader) {
  bool again = false;
  {
    const std::lock_guard lock(mutex_);
    again = std::exchange(again_, false);
  }
  if (!delivered_ && !order_.book.empty() && !again) {
    Result<std::optional<GoesOn>> found = go_on(reader);
    if (!found) return found.failure();
    if (*found) {
      const Folded& folded = (**found).show.folded;
      const Position position = folded.position;
      std::map<OriginId, Head> heads = folded.tally.heads;
      if (!deliver(*std::move(*found))) return {};
      delivered_ = true;
      position_ = position;
      heads_ = std::move(heads);
      return {};
    }
  }
  if (delivered_ && !again) {
    const Result<bool> same = leads_to(reader, position_, heads_);
    if (!same) return same.failure();
    if (*same) return {};
  }
  Result<Folded> folded = fold_whole(reader);
  if (!folded) return folded.failure();
  const Position position = folded->position;
  std::map<OriginId, Head> heads = folded->tally.heads;
  if (!deliver(Whole{*std::move(folded), reader.epoch()})) return {};
  delivered_ = true;
  position_ = position;
  heads_ = std::move(heads);
  return {};
}

// The show as the book left it, with what it was dark for. Nothing without a book, or when it is of another journal:
// then all is shown as it stands, and nothing is announced or celebrated that was before.
Result<std::optional<GoesOn>> Feed::go_on(JournalReader& reader) {
  std::optional<Script> script;
  for (const std::size_t bytes : {kBookEndBytes, static_cast<std::size_t>(2 * kBookPartBytesMax)}) {
    const BookEnd end = read_book_end(order_.book, bytes);
    if (!script && !deliver_early(reader, end.lines)) return std::optional<GoesOn>();
    script = script_of(end.lines, reader.epoch());
    // Where the book's end does not reach back far enough, all of it is read.
    if (end.whole || (script && script->base.at_ms > end.lines.front().at_ms)) break;
  }
  if (!script) return std::optional<GoesOn>();
  Playback playback(reader, *order_.campaign, order_.scenes, *std::move(script));
  playback.keep_wall(order_.wall);
  const std::int64_t last_ms = playback.script().last_ms;
  Done played = playback.begin([this] { return stopping(); });
  if (played) played = playback.play_to(last_ms);
  if (!played && played.failure().cause == Cause::conflict) {
    tell(played.failure().words + "; the screen begins with what the journal adds up to");
    return std::optional<GoesOn>();
  }
  if (!played) return played.failure();
  absent(playback.show(), playback.setting(), last_ms, std::max(last_ms, now_ms(order_.clock)));
  return std::optional<GoesOn>(GoesOn{std::move(playback.show()), reader.epoch()});
}

// False when the thread should do something else.
bool Feed::deliver_early(JournalReader& reader, const std::vector<BookLine>& lines) {
  const Result<Position> last = reader.last_position();
  if (!last || *last < kFoldsAtOnce) return true;
  std::optional<Folded> folded = early_figures(reader, lines);
  return !folded || deliver(Early{*std::move(folded)});
}

// A copy that is being filled again may lack what the hall has seen: it is waited for, with patience, rather than
// counted down and up.
Result<Folded> Feed::fold_whole(JournalReader& reader) {
  Folded folded;
  const auto began = std::chrono::steady_clock::now();
  const std::optional<FileIdentity> read = identity_of(order_.location);
  for (;;) {
    if (Done done = fold_up_to(folded, reader, INT64_MAX, [this] { return stopping(); }); !done) return done.failure();
    const Lack lack = lacks(folded, heads_);
    const auto patience = lack == Lack::all ? kForeignPatience : kCatchUpPatience;
    if (lack == Lack::nothing || stopping() || std::chrono::steady_clock::now() >= began + patience) return folded;
    if (identity_of(order_.location) != read) return Failure{Cause::not_found, order_.location + " was replaced again"};
    tell(order_.location + " lacks entries that were shown already; the screen waits for them");
    const Result<bool> more = reader.wait_beyond(folded.position, kLookAgain);
    if (!more) return more.failure();
  }
}

// Whole visits only: what one visit hides must not come after what it shows. A run's last entry is signed.
Result<Batch> Feed::next_batch(JournalReader& reader) {
  Batch batch;
  batch.position = position_;
  for (;;) {
    Result<std::vector<Placed>> placed = reader.read_after(batch.position, kReadEntriesMax);
    if (!placed) return placed.failure();
    if (placed->empty()) return batch;
    batch.position = placed->back().position;
    const bool whole = placed->back().entry.signature.has_value();
    for (Placed& next : *placed) batch.entries.push_back(std::move(next.entry));
    if (whole) return batch;
  }
}

// What was read once can be overwritten on the disk and nobody would notice before the next start. Looked at while
// nothing comes.
Done Feed::look_after(JournalReader& reader) {
  if (now_ms(order_.clock) - looked_ms_ < order_.look_every_ms) return {};
  looked_ms_ = now_ms(order_.clock);
  const auto harmed = [&](const std::string& words) {
    return Failure{Cause::corrupt,
                   order_.location + " was damaged while it was shown (" + words +
                       "); the screen keeps its last true picture until there is a whole journal again"};
  };
  const Result<std::unique_ptr<JournalReader>> second = open_reader(order_.location);
  if (!second) return harmed(second.failure().words);
  if ((*second)->epoch() != reader.epoch()) return harmed("it is another journal now");
  const Result<Position> last = (*second)->last_position();
  if (!last) return harmed(last.failure().words);
  if (*last < position_) return harmed(fmt::format("{} entries were shown, it holds {}", position_, *last));
  if (looked_to_ >= *last) looked_to_ = 0;
  if (looked_to_ == 0) looked_.clear();
  const Result<std::vector<Placed>> slice = (*second)->read_after(looked_to_, kLookEntries);
  if (!slice) return harmed(slice.failure().words);
  for (const Placed& placed : *slice) {
    Digest& before = looked_[placed.entry.header.origin];
    if (placed.position != looked_to_ + 1 || placed.entry.header.previous != before) {
      return harmed("entry " + entry_text(placed.entry.ref()) + " does not follow the one before it");
    }
    before = placed.entry.digest;
    looked_to_ = placed.position;
  }
  return {};
}

// A journal that is pulled from a hub is as fresh as the puller's last word says; any other is written here.
void Feed::tell_freshness() {
  const std::int64_t now = now_ms(order_.clock);
  if (now - freshness_told_ms_ < kFreshEveryMs) return;
  freshness_told_ms_ = now;
  std::int64_t as_of_ms = now;
  const Result<SyncStatus> status = read_sync_status(order_.location);
  if (status && status->pulls) {
    if (!status->heard) return;
    const std::optional<std::int64_t> age = age_ms(*status->heard, instant_now());
    if (!age) return;
    as_of_ms = now - *age;
  }
  (void)deliver(noted::Fresh{as_of_ms});
}

// Waits until what was handed over before has been taken. False when the thread should do something else.
bool Feed::deliver(Delivery delivery) {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !waiting_ || again_ || stopping_; });
    if (again_ || stopping_) return false;
    waiting_ = std::move(delivery);
  }
  wake_();
  return true;
}

bool Feed::stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

bool Feed::asked() {
  const std::lock_guard lock(mutex_);
  return stopping_ || again_;
}

void Feed::rest() {
  std::unique_lock lock(mutex_);
  if (again_) return;
  changed_.wait_for(lock, kTryAgain, [this] { return stopping_ || again_; });
}

void Feed::tell(const std::string& words) {
  if (words == told_) return;
  told_ = words;
  if (!words.empty()) std::fprintf(stderr, "mangnon-display: %s\n", words.c_str());
}

}  // namespace mn
