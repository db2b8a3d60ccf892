// The invited list out of a CSV file that people keep in a spreadsheet. Pure. Nothing is guessed and nothing left out
// in silence: a row that cannot be read for certain becomes a fault with its line, and with one fault there is no list.
// The columns are described in docs/guests.md.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/guests.h"
#include "core/result.h"
#include "core/words.h"

namespace mn {

enum class GuestFaultKind {
  organisation_missing,
  organisation_twice,  // as people compare names; other_line has the first
  name_is_formula,     // begins with = + - @
  name_letters_lost,   // a '?': the file was saved in a character set without these letters
  name_signs,          // holds signs that can never be shown
  name_too_long,
  name_not_findable,  // no Latin letter, no digit
  amount_unreadable,
  amount_negative,
  amount_outside,  // less or more than the campaign takes in one pledge
  group_missing,
  group_unknown,
  group_heading,  // the name of a group alone in its row
  order_unreadable,
  invitation_unreadable,
  invitation_check,  // begins with MOI, and the check sign does not fit
  invitation_twice,  // other_line has the first
  too_many_cells,    // more cells than the header: a separator that is not in quotation marks moved the columns
  rows_run_together  // a quotation mark is missing: another row begins inside a cell
};

struct GuestFault {
  std::size_t line = 0;  // in the file, from 1
  GuestFaultKind kind{};
  std::string column;  // as the header calls it; "" when it is the whole row
  std::string found;
  std::size_t other_line = 0;
};

struct GuestSheet {
  GuestList list;                         // in protocol order; invitation "" where the file gives none
  std::vector<GuestFault> faults;         // in the order of the file; when there is one, `list` is not to be used
  std::vector<std::string> columns_left;  // named in the header and not read
  std::vector<std::size_t> rows_left;     // lines: totals, and rows in which no column that is read is filled
};

struct GuestSheetOptions {
  CampaignId campaign;
  std::optional<Giver> group_otherwise;  // for rows that name none
  Money amount_least{1};                 // what the campaign takes in one pledge
  Money amount_most = kLargestPledge;
};

// Reads a whole file; `name` is its name, for words. UTF-8 with or without byte order mark, UTF-16 with one; ',', ';'
// or tab. Fails with bad_input when it is no such text, when no row among the first 20 names a column of organisations,
// when two columns could be the same, when amounts are counted in thousands or millions, when a quoted cell never ends,
// and when it holds no guest or more than kGuestsMax.
Result<GuestSheet> read_guest_sheet(std::string_view bytes, std::string_view name, const GuestSheetOptions& options);

// "danh-sach.csv:7: Số tiền dự kiến: …" without the file's name and line.
std::string guest_fault_words(const GuestFault& fault, Language language);

struct InvitationsGiven {
  std::size_t own = 0;   // stood in the file
  std::size_t kept = 0;  // as in the earlier list: printed invitations stay valid
  std::size_t made = 0;
};

// Gives every guest without a code one: that of the same organisation in the earlier list (nullptr: there is none), or
// a new one. `draw` gives 8 secure random bytes.
InvitationsGiven give_invitations(GuestList& list, const GuestList* earlier, const std::function<ByteArray<8>()>& draw);

}  // namespace mn
