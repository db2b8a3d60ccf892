// The script of a show: from where to begin and what came when, made of the screen's book, or of the entries' own times
// where there is no book. Playing it gives the show as the hall saw it. Pure: whoever plays it brings the entries.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "display/book.h"
#include "display/show.h"

namespace mn {

inline constexpr std::int64_t kLeadMs = 120'000;       // a script begins at least so long before what is wanted
inline constexpr std::int64_t kAfterWaitsMs = 60'000;  // and so long after something had waited
inline constexpr std::int64_t kMarkEveryMs = 60'000;   // at most, while anything changes
inline constexpr std::int64_t kClockBackMs = 600'000;  // a clock set back by less is waited for, not believed

namespace script {

// Entries up to there are taken.
struct Take {
  std::uint64_t position = 0;
};
// A fold of the whole up to there is taken; `first`: by a program just started, which knows nothing of before.
struct Begin {
  std::uint64_t position = 0;
  bool first = false;
};
// Nothing was shown between these times.
struct Dark {
  std::int64_t from_ms = 0;
  std::int64_t to_ms = 0;
};

}  // namespace script

struct Step {
  std::int64_t at_ms = 0;
  std::variant<script::Take, script::Begin, script::Dark, noted::Fresh, noted::Checked, noted::Covered, noted::Resized>
      what;
};

// A fold up to `position`, begun then.
struct Base {
  std::int64_t at_ms = 0;
  std::uint64_t position = 0;
  Digest heads{};                   // what such a fold must come to
  std::optional<noted::Mark> mark;  // where the show was; nothing: it had just begun
  Wall wall;                        // as it was then
  Language language = Language::vi;
  bool covered = false;
};

struct Script {
  Base base;
  std::vector<Step> steps;   // in order of time
  std::int64_t last_ms = 0;  // of the book's last line: the screen was alive then
};

// Of a book of this journal (by its epoch), for what was shown from `from_ms` on; from_ms nothing: for going on after
// the last line. Nothing when the book says nothing of this journal by then.
std::optional<Script> script_of(std::span<const BookLine> book, std::string_view epoch,
                                std::optional<std::int64_t> from_ms = std::nullopt);

// An entry's own time and place: all that is known where no book was kept.
struct Made {
  std::uint64_t position = 0;
  std::int64_t at_ms = 0;  // by its writer's clock
  bool ends_run = false;   // it is signed
};
// A run is shown when it was made, but never before one that stands before it in the journal (a kiosk that was cut off
// comes when it comes). One made later than most of the next 50 entries has a clock that is ahead: it is shown with the
// one before it. So the majority of the clocks decides.
Script script_of_times(std::span<const Made> made, const Wall& wall, Language language);

// Something waits longer than usual: a script must not begin here, for a fold alone would not know of it.
bool waits(const Show& show, std::int64_t now_ms);
// The line that says where the show is.
noted::Mark mark_of(const Show& show, std::string_view epoch);
// Puts a show that was just begun where the mark says; a scene that is no more leaves it as it is.
void go_to(Show& show, const Setting& setting, const noted::Mark& mark, std::int64_t now_ms);

}  // namespace mn
