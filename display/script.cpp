#include "display/script.h"

#include <algorithm>
#include <array>

namespace mn {
namespace {

constexpr std::size_t kFollowing = 50;

template <class Event>
const Event* as(const BookLine& line) {
  return std::get_if<Event>(&line.event);
}

// The lines from where this journal began to be shown by then; empty when it was not. A book that was cut may begin
// anywhere after that.
std::span<const BookLine> lines_of(std::span<const BookLine> book, std::string_view epoch, std::int64_t by_ms) {
  std::size_t found = book.size();
  for (std::size_t i = 0; i < book.size(); ++i) {
    const noted::Began* began = as<noted::Began>(book[i]);
    const noted::Mark* mark = as<noted::Mark>(book[i]);
    if (began == nullptr && (mark == nullptr || found < book.size())) continue;
    if (book[i].at_ms > by_ms && found < book.size()) break;
    found = (began != nullptr ? began->epoch : mark->epoch) == epoch ? i : book.size();
  }
  return book.subspan(found);
}

// Where to begin, so that a fold knows everything that mattered by `wanted_ms`: the last mark that is old enough and
// was not made while something waited, or soon after.
std::size_t base_of(std::span<const BookLine> lines, std::int64_t wanted_ms) {
  std::size_t base = 0;
  bool waiting = false;
  std::int64_t free_from_ms = lines.front().at_ms;
  for (std::size_t i = 0; i < lines.size() && lines[i].at_ms <= wanted_ms; ++i) {
    if (const auto* said = as<noted::Waits>(lines[i])) {
      if (waiting && !said->waits) free_from_ms = lines[i].at_ms + kAfterWaitsMs;
      waiting = said->waits;
    }
    if (as<noted::Mark>(lines[i]) != nullptr && !waiting && lines[i].at_ms >= free_from_ms) base = i;
  }
  return base;
}

struct Ages {
  Wall wall;
  Language language = Language::vi;
  bool covered = false;
};

// What stood at the first of `lines`, from all lines before.
Ages standing_at(std::span<const BookLine> before) {
  Ages out;
  for (const BookLine& line : before) {
    if (const auto* opened = as<noted::Opened>(line)) out = {opened->wall, opened->language, false};
    if (const auto* resized = as<noted::Resized>(line)) out.wall = resized->wall;
    if (const auto* covered = as<noted::Covered>(line)) out.covered = covered->covered;
  }
  return out;
}

class Scribe {
 public:
  Scribe(Script& script, std::int64_t from_ms) : script_(script), before_ms_(from_ms) {}

  void write(const BookLine& line) {
    at_ms_ = line.at_ms;
    std::visit([this](const auto& event) { take(event); }, line.event);
    before_ms_ = line.at_ms;
    if (!opened_) script_.last_ms = line.at_ms;
  }

 private:
  template <class What>
  void step(const What& what) {
    script_.steps.push_back({at_ms_, what});
  }
  // A program that was ended before it had read the journal showed nothing: the dark goes on.
  void take(const noted::Opened& event) {
    if (!opened_) dark_from_ms_ = before_ms_;
    opened_ = event;
  }
  void take(const noted::Began& event) {
    step(script::Begin{event.position, opened_.has_value()});
    shown_again();
  }
  void take(const noted::Resumed&) {
    step(script::Dark{dark_from_ms_, at_ms_});
    shown_again();
  }
  void shown_again() {
    if (opened_) step(noted::Resized{opened_->wall});
    if (covered_meanwhile_) step(*covered_meanwhile_);
    opened_.reset();
    covered_meanwhile_.reset();
  }
  void take(const noted::Took& event) { step(script::Take{event.position}); }
  void take(const noted::Turned&) {}
  void take(const noted::Waits&) {}
  void take(const noted::Mark&) {}
  void take(const noted::Fresh& event) { step(event); }
  void take(const noted::Checked& event) { step(event); }
  void take(const noted::Covered& event) {
    if (opened_) {
      covered_meanwhile_ = event;
    } else {
      step(event);
    }
  }
  void take(const noted::Resized& event) {
    if (opened_) {
      opened_->wall = event.wall;
    } else {
      step(event);
    }
  }

  Script& script_;
  std::int64_t at_ms_ = 0;  // of the line
  std::int64_t before_ms_;
  std::int64_t dark_from_ms_ = 0;
  std::optional<noted::Opened> opened_;
  std::optional<noted::Covered> covered_meanwhile_;
};

// The middle one of the times that follow; that entry's own when nothing does.
std::int64_t middle_following(std::span<const Made> made, std::size_t at) {
  std::array<std::int64_t, kFollowing> times{};
  const std::size_t count = std::min(kFollowing, made.size() - at - 1);
  if (count == 0) return made[at].at_ms;
  for (std::size_t i = 0; i < count; ++i) times[i] = made[at + 1 + i].at_ms;
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(count / 2);
  std::nth_element(times.begin(), middle, times.begin() + static_cast<std::ptrdiff_t>(count));
  return *middle;
}

}  // namespace

std::optional<Script> script_of(std::span<const BookLine> book, std::string_view epoch,
                                std::optional<std::int64_t> from_ms) {
  if (book.empty()) return std::nullopt;
  const std::int64_t wanted_ms = from_ms.value_or(book.back().at_ms);
  const std::span<const BookLine> lines = lines_of(book, epoch, wanted_ms);
  if (lines.empty()) return std::nullopt;
  const std::size_t first = base_of(lines, wanted_ms - kLeadMs);
  const BookLine& base = lines[first];
  const auto before = static_cast<std::size_t>(&base - book.data());
  const Ages standing = standing_at(book.first(before + 1));
  Script script;
  script.base = {base.at_ms, 0, {}, std::nullopt, standing.wall, standing.language, standing.covered};
  if (const auto* began = as<noted::Began>(base)) {
    script.base.position = began->position;
    script.base.heads = began->heads;
  } else if (const auto* mark = as<noted::Mark>(base)) {
    script.base.position = mark->position;
    script.base.heads = mark->heads;
    script.base.mark = *mark;
  }
  script.last_ms = base.at_ms;
  Scribe scribe(script, base.at_ms);
  for (const BookLine& line : lines.subspan(first + 1)) {
    // Another journal was shown from here on.
    if (const auto* began = as<noted::Began>(line); began != nullptr && began->epoch != epoch) break;
    scribe.write(line);
  }
  return script;
}

Script script_of_times(std::span<const Made> made, const Wall& wall, Language language) {
  Script script;
  script.base.wall = wall;
  script.base.language = language;
  std::int64_t at_ms = made.empty() ? 0 : std::min(made.front().at_ms, middle_following(made, 0));
  script.base.at_ms = at_ms - 1;
  for (std::size_t i = 0; i < made.size(); ++i) {
    // A clock that is ahead of most that follows says nothing: that entry comes with the one before it.
    if (made[i].at_ms <= middle_following(made, i)) at_ms = std::max(at_ms, made[i].at_ms);
    if (made[i].ends_run || i + 1 == made.size()) script.steps.push_back({at_ms, script::Take{made[i].position}});
  }
  script.last_ms = at_ms;
  return script;
}

bool waits(const Show& show, std::int64_t now_ms) {
  const Lineup& lineup = show.announcing.lineup;
  const bool held_back = show.announcing.holding && waiting_in_all(lineup) > 0;
  return held_back || lineup.called > 0 || show.direction.moment || show.direction.coming ||
         celebrated(show.milestones, now_ms) || show.milestones.next;
}

noted::Mark mark_of(const Show& show, std::string_view epoch) {
  noted::Mark mark;
  mark.epoch = std::string(epoch);
  mark.position = show.folded.position;
  mark.heads = heads_digest(show.folded.tally.heads);
  mark.scene = std::string(show.direction.scene);
  mark.cued = std::string(show.direction.cued);
  mark.since_ms = show.direction.since_ms;
  mark.quiet_since_ms = show.direction.quiet_since_ms;
  mark.ends_ms = show.direction.ends_ms;
  mark.next_resting = show.direction.next_resting;
  const Tally& tally = show.folded.tally;
  mark.figures = {tally.pledged, tally.received, tally.in_kind, tally.offers.empty() && !show.folded.orders.frozen};
  return mark;
}

void go_to(Show& show, const Setting& setting, const noted::Mark& mark, std::int64_t now_ms) {
  const SceneRule* scene = find_scene(setting.scenes, mark.scene);
  if (scene == nullptr) return;
  Direction& direction = show.direction;
  direction.scene = scene->name;
  direction.since_ms = mark.since_ms;
  direction.leaving = {};
  direction.quiet_since_ms = mark.quiet_since_ms;
  direction.ends_ms = mark.ends_ms;
  direction.next_resting = static_cast<std::size_t>(mark.next_resting);
  show.arrived_at_ms = mark.quiet_since_ms;
  if (!scene->cards && !show.announcing.holding) hold(show.announcing, now_ms);
}

}  // namespace mn
