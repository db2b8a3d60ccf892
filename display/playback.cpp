#include "display/playback.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mn {
namespace {

constexpr std::size_t kReadEntries = 500;
constexpr std::int64_t kUsPerMs = 1000;

Failure does_not_fit(std::string_view words) {
  return {Cause::conflict, fmt::format("the screen's book is not of this journal: {}", words)};
}

}  // namespace

Done fold_up_to(Folded& folded, JournalReader& reader, Position position, const std::function<bool()>& stopping) {
  while (folded.position < position && !(stopping && stopping())) {
    const std::size_t wanted = static_cast<std::size_t>(std::min<Position>(position - folded.position, kReadEntries));
    const Result<std::vector<Placed>> placed = reader.read_after(folded.position, wanted);
    if (!placed) return placed.failure();
    if (placed->empty()) break;
    for (const Placed& next : *placed) {
      if (next.position > position) return {};
      if (Done done = apply(folded, next.entry, next.position); !done) return done;
    }
  }
  return {};
}

Result<std::vector<Made>> read_times(JournalReader& reader) {
  std::vector<Made> made;
  for (Position position = 0;;) {
    const Result<std::vector<Placed>> placed = reader.read_after(position, kReadEntries);
    if (!placed) return placed.failure();
    if (placed->empty()) return made;
    for (const Placed& next : *placed) {
      made.push_back({next.position, next.entry.header.made_at_us / kUsPerMs, next.entry.signature.has_value()});
    }
    position = placed->back().position;
  }
}

Playback::Playback(JournalReader& reader, const Campaign& campaign, SceneRules scenes, Script script)
    : reader_(reader), campaign_(campaign), scenes_(scenes), script_(std::move(script)), wall_(script_.base.wall) {}

void Playback::keep_wall(const Wall& wall) {
  wall_ = wall;
  wall_kept_ = true;
}

Done Playback::begin(const std::function<bool()>& stopping) {
  const Base& base = script_.base;
  Folded folded;
  if (Done done = fold_up_to(folded, reader_, base.position, stopping); !done) return done;
  if (folded.position != base.position) return does_not_fit("it has fewer entries");
  if (base.position > 0 && heads_digest(folded.tally.heads) != base.heads) return does_not_fit("it has other entries");
  read_to_ = base.position;
  mn::begin(show_, setting(), std::move(folded), base.at_ms);
  if (base.mark) go_to(show_, setting(), *base.mark, base.at_ms);
  if (base.covered) cover(show_, setting(), true, base.at_ms);
  return {};
}

Done Playback::play_to(std::int64_t at_ms) {
  for (; next_ < script_.steps.size() && script_.steps[next_].at_ms <= at_ms; ++next_) {
    if (Done done = play(script_.steps[next_]); !done) return done;
  }
  // Dark: the last picture stands, and the show goes on when the screen does.
  at_ms_ = at_ms;
  if (next_ < script_.steps.size()) {
    const auto* dark = std::get_if<script::Dark>(&script_.steps[next_].what);
    if (dark != nullptr) at_ms_ = std::min(at_ms, dark->from_ms);
  }
  if (Done done = advance(show_, setting(), {}, at_ms_); !done) return done;
  sort_wall(show_, setting());
  return {};
}

Done Playback::play(const Step& step) {
  struct Playing {
    Playback& self;
    std::int64_t at_ms;
    Done operator()(const script::Take& take) const {
      const Result<Batch> batch = self.entries_to(take.position);
      if (!batch) return batch.failure();
      return advance(self.show_, self.setting(), *batch, at_ms);
    }
    Done operator()(const script::Begin& begin) const {
      const Result<Batch> batch = self.entries_to(begin.position);
      if (!batch) return batch.failure();
      Folded folded = std::move(self.show_.folded);
      std::uint64_t position = batch->position - batch->entries.size();
      for (const Entry& entry : batch->entries) {
        if (Done done = apply(folded, entry, ++position); !done) return done;
      }
      if (begin.first) self.show_ = {};
      mn::begin(self.show_, self.setting(), std::move(folded), at_ms);
      return {};
    }
    Done operator()(const script::Dark& dark) const {
      absent(self.show_, self.setting(), dark.from_ms, dark.to_ms);
      return {};
    }
    Done operator()(const noted::Fresh& fresh) const {
      refresh(self.show_, fresh.as_of_ms);
      return {};
    }
    Done operator()(const noted::Checked& checked) const {
      self.show_.checked_position = checked.position;
      return {};
    }
    Done operator()(const noted::Covered& covered) const {
      cover(self.show_, self.setting(), covered.covered, at_ms);
      return {};
    }
    Done operator()(const noted::Resized& resized) const {
      if (self.wall_kept_) return {};
      self.wall_ = resized.wall;
      resize(self.show_, self.setting(), at_ms);
      return {};
    }
  };
  return std::visit(Playing{*this, step.at_ms}, step.what);
}

Result<Batch> Playback::entries_to(Position position) {
  Batch batch;
  batch.position = position;
  for (;;) {
    while (!ahead_.empty() && ahead_.back().position <= position) {
      batch.entries.push_back(std::move(ahead_.back().entry));
      ahead_.pop_back();
    }
    if (!ahead_.empty() || read_to_ >= position) return batch;
    Result<std::vector<Placed>> placed = reader_.read_after(read_to_, kReadEntries);
    if (!placed) return placed.failure();
    if (placed->empty()) return does_not_fit("it has fewer entries");
    read_to_ = placed->back().position;
    ahead_ = *std::move(placed);
    std::reverse(ahead_.begin(), ahead_.end());
  }
}

}  // namespace mn
