// The book of the screen: what the display did at which time, a JSON line each, so that a replay shows what the hall
// saw and a restarted screen goes on where it was. Here is the format, described in docs/shown-book.md. Pure; holds no
// donor's data, only positions of a journal and times.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/crypto.h"
#include "core/tally.h"
#include "core/words.h"
#include "display/scene_rule.h"

namespace mn {

namespace noted {

// The program started, on a wall of this size.
struct Opened {
  Wall wall;
  Language language = Language::vi;
};
// It took a fold of the whole journal up to there.
struct Began {
  std::uint64_t position = 0;
  std::string epoch;  // of the journal's file
  Digest heads{};     // heads_digest at that position
};
// It took up the show where the lines before had left it.
struct Resumed {};
// It took entries, up to there.
struct Took {
  std::uint64_t position = 0;
};
// A card began, the newest of this number: up to here the hall has seen what was to be seen.
struct Turned {
  std::uint64_t card = 0;
};
// Something waits longer than usual (the staff holds it, or a cue covers it), or nothing does any more.
struct Waits {
  bool waits = false;
};
// The figures of the fold, so that a screen that starts on a large journal shows the right number while it still folds.
struct Figures {
  Sum pledged;
  Sum received;
  Sum in_kind;
  bool alone = false;  // nothing else than pledges and payments moves them: no offer, nothing frozen
  auto operator<=>(const Figures&) const = default;
};
// Where the show was: enough to begin again from here.
struct Mark {
  std::uint64_t position = 0;
  std::string epoch;
  Digest heads{};
  std::string scene;
  std::string cued;  // by the staff; "": the rules chose
  std::int64_t since_ms = 0;
  std::int64_t quiet_since_ms = 0;
  std::optional<std::int64_t> ends_ms;
  std::uint64_t next_resting = 0;
  Figures figures;
};
// The copy was known to hold everything at that time.
struct Fresh {
  std::int64_t as_of_ms = 0;
};
// The frozen figures of that position were found again.
struct Checked {
  std::uint64_t position = 0;
};
// The operator at the screen covered it, or let it go on.
struct Covered {
  bool covered = false;
};
// The wall has another size.
struct Resized {
  Wall wall;
};

}  // namespace noted

using ShownEvent = std::variant<noted::Opened, noted::Began, noted::Resumed, noted::Took, noted::Turned, noted::Waits,
                                noted::Mark, noted::Fresh, noted::Checked, noted::Covered, noted::Resized>;

struct BookLine {
  std::int64_t at_ms = 0;  // UTC, on the screen's own clock, which never goes back
  ShownEvent event;
};

// One JSON object without the line's end, keys sorted. Times are written in microseconds, as everywhere on disk.
std::string book_line_text(const BookLine& line);
// Nothing when it is not a line of a book: torn by a power cut, or of a later version.
std::optional<BookLine> read_book_line(std::string_view text);
// All lines that can be read, in order; those that go back in time are left out.
std::vector<BookLine> read_book(std::string_view text);

}  // namespace mn
