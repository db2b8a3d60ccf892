// Rows to guests: finds the header, reads each row, names every fault, and puts the list into protocol order.
#include "backend-sync/guest_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "backend-sync/columns.h"
#include "backend-sync/guest_cells.h"
#include "backend-sync/guest_columns.h"
#include "core/check.h"
#include "core/invitation.h"
#include "core/text.h"

namespace mn {
namespace {

constexpr std::size_t kHeaderAmongRows = 20;
constexpr int kDrawsMax = 100;  // of one code: 20,000 codes of 27 billion meet almost never

struct Table {
  std::vector<SheetRow> rows;
  std::size_t header = 0;
  GuestColumns columns;
  char separator = ',';
};

// The separator is the one with which a header is found, and with most columns understood.
Result<Table> find_table(std::string_view text, std::string_view name) {
  Table best;
  for (const char separator : {',', ';', '\t'}) {
    const Result<std::vector<SheetRow>> rows = sheet_rows(text, separator, name, kHeaderAmongRows);
    if (!rows) continue;
    for (std::size_t i = 0; i < rows->size(); ++i) {
      std::optional<GuestColumns> columns = read_guest_header((*rows)[i]);
      if (!columns || columns->named <= best.columns.named) continue;
      best.columns = *std::move(columns);
      best.header = i;
      best.separator = separator;
    }
  }
  if (best.columns.named == 0) {
    return Failure{Cause::bad_input,
                   fmt::format("{}: among the first {} rows none names a column of organisations (\"Tên đơn vị\", \"Cơ "
                               "quan\", \"Organisation\")",
                               name, kHeaderAmongRows)};
  }
  Result<std::vector<SheetRow>> rows = sheet_rows(text, best.separator, name);
  if (!rows) return rows.failure();
  best.rows = *std::move(rows);
  const std::size_t line = best.rows[best.header].line;
  if (!best.columns.doubt.empty()) {
    return Failure{Cause::bad_input, fmt::format("{}:{}: {}; keep one of them", name, line, best.columns.doubt)};
  }
  return best;
}

// "Đơn vị tính: triệu đồng" above the table, or "(triệu đồng)" in the header: then 50 is not fifty đồng.
Done check_unit(const Table& table, std::string_view name) {
  std::string says = table.columns.counted_in;
  for (std::size_t i = 0; i < table.header && says.empty(); ++i) {
    for (const std::string& cell : table.rows[i].cells) {
      const std::string key = " " + organisation_key(cell) + " ";
      const bool names_unit = key.find(" DON VI TINH ") != std::string::npos || key.find(" DVT ") != std::string::npos;
      if (names_unit && says_other_unit(cell)) says = on_one_line(cell);
    }
  }
  if (says.empty()) return {};
  return Failure{Cause::bad_input,
                 fmt::format("{}: \"{}\": amounts must be whole đồng, such as 50.000.000; write them out", name, says)};
}

bool is_total(std::string_view cell) {
  const std::string key = organisation_key(cell);
  return key == "TONG" || key == "TONG CONG" || key == "TONG SO" || key == "CONG" || key == "TOTAL";
}

struct Reading {
  const Table& table;
  const GuestSheetOptions& options;
  GuestSheet sheet;
  std::vector<std::size_t> unordered;                             // places of guests without a protocol number
  std::unordered_map<std::string, std::size_t> lines_of_names{};  // by organisation_key
  std::unordered_map<std::string, std::size_t> lines_of_codes{};  // by invitation_key
};

const std::string& cell_in(const Reading& reading, const SheetRow& row, GuestColumn column) {
  static const std::string kNone;
  const std::optional<std::size_t> place = reading.table.columns.place(column);
  return place && *place < row.cells.size() ? row.cells[*place] : kNone;
}

void add_fault(Reading& reading, const SheetRow& row, GuestFaultKind kind, std::optional<GuestColumn> column,
               std::string found, std::size_t other_line = 0) {
  const std::optional<std::size_t> place = column ? reading.table.columns.place(*column) : std::nullopt;
  reading.sheet.faults.push_back(
      {row.line, kind, place ? shown_cell(reading.table.columns.names[*place]) : "", std::move(found), other_line});
}

template <class T>
T take(Reading& reading, const SheetRow& row, GuestColumn column, GuestCell<T> cell) {
  if (cell.fault) add_fault(reading, row, *cell.fault, column, std::move(cell.found));
  return std::move(cell.value);
}

// Totals, and rows that say nothing in any column that is read: numbered beforehand, or a footer.
bool is_left_out(const Reading& reading, const SheetRow& row) {
  bool all_empty = true;
  for (std::size_t i = 0; i < kGuestColumns; ++i) {
    all_empty = all_empty && cell_in(reading, row, static_cast<GuestColumn>(i)).empty();
  }
  if (all_empty) return true;
  const std::string& organisation = cell_in(reading, row, GuestColumn::organisation);
  if (!organisation.empty()) return is_total(organisation);
  return std::ranges::any_of(row.cells, is_total);
}

// Whether the cells can be trusted to be in their columns.
bool is_whole(Reading& reading, const SheetRow& row) {
  const std::size_t width = reading.table.columns.names.size();
  const std::size_t separators_least = std::max<std::size_t>(2, width > 1 ? width - 1 : 2);
  for (const std::string& cell : row.cells) {
    if (!holds_another_guest(cell, reading.table.separator, separators_least)) continue;
    add_fault(reading, row, GuestFaultKind::rows_run_together, std::nullopt, "");
    return false;
  }
  for (std::size_t i = width; i < row.cells.size(); ++i) {
    if (row.cells[i].empty()) continue;
    add_fault(reading, row, GuestFaultKind::too_many_cells, std::nullopt, shown_cell(on_one_line(row.cells[i])));
    return false;
  }
  return true;
}

// "Khối doanh nghiệp" alone in its row heads a part of the list; it is nobody who was invited.
bool is_group_heading(const Reading& reading, const SheetRow& row) {
  for (std::size_t i = 1; i < kGuestColumns; ++i) {
    if (!cell_in(reading, row, static_cast<GuestColumn>(i)).empty()) return false;
  }
  return read_group(cell_in(reading, row, GuestColumn::organisation)).has_value();
}

void check_twins(Reading& reading, const SheetRow& row, const Guest& guest) {
  const auto once = [&](auto& lines, const std::string& key, GuestFaultKind kind, GuestColumn column,
                        const std::string& found) {
    if (key.empty()) return;
    const auto [at, fresh] = lines.emplace(key, row.line);
    if (!fresh) add_fault(reading, row, kind, column, found, at->second);
  };
  once(reading.lines_of_names, organisation_key(guest.organisation), GuestFaultKind::organisation_twice,
       GuestColumn::organisation, guest.organisation);
  once(reading.lines_of_codes, invitation_key(guest.invitation), GuestFaultKind::invitation_twice,
       GuestColumn::invitation, guest.invitation);
}

Giver read_group_of(Reading& reading, const SheetRow& row) {
  const std::string& cell = cell_in(reading, row, GuestColumn::group);
  const std::optional<Giver> group = take(reading, row, GuestColumn::group, read_group_cell(cell));
  if (group) return *group;
  if (!cell.empty()) return Giver::agency;  // the fault has been named
  if (!reading.options.group_otherwise) add_fault(reading, row, GuestFaultKind::group_missing, GuestColumn::group, "");
  return reading.options.group_otherwise.value_or(Giver::agency);
}

void read_row(Reading& reading, const SheetRow& row) {
  if (!is_whole(reading, row)) return;
  if (is_left_out(reading, row)) {
    reading.sheet.rows_left.push_back(row.line);
    return;
  }
  const auto cell = [&](GuestColumn column) -> const std::string& { return cell_in(reading, row, column); };
  if (is_group_heading(reading, row)) {
    add_fault(reading, row, GuestFaultKind::group_heading, GuestColumn::organisation,
              on_one_line(cell(GuestColumn::organisation)));
    return;
  }
  Guest guest;
  GuestCell<std::string> organisation = read_name_cell(cell(GuestColumn::organisation));
  const bool named = !organisation.fault;
  guest.organisation = take(reading, row, GuestColumn::organisation, std::move(organisation));
  if (named && guest.organisation.empty()) {
    add_fault(reading, row, GuestFaultKind::organisation_missing, GuestColumn::organisation, "");
  } else if (named && organisation_key(guest.organisation).empty()) {
    add_fault(reading, row, GuestFaultKind::name_not_findable, GuestColumn::organisation, guest.organisation);
  }
  guest.representative =
      take(reading, row, GuestColumn::representative, read_name_cell(cell(GuestColumn::representative)));
  guest.expected =
      take(reading, row, GuestColumn::expected, read_expected_cell(cell(GuestColumn::expected), reading.options));
  guest.group = read_group_of(reading, row);
  guest.order = take(reading, row, GuestColumn::order, read_order_cell(cell(GuestColumn::order)));
  guest.invitation = take(reading, row, GuestColumn::invitation, read_invitation_cell(cell(GuestColumn::invitation)));
  check_twins(reading, row, guest);
  if (guest.order == 0) reading.unordered.push_back(reading.sheet.list.guests.size());
  reading.sheet.list.guests.push_back(std::move(guest));
}

// Guests without a number follow all that have one, as they stand in the file.
void put_in_order(Reading& reading) {
  std::vector<Guest>& guests = reading.sheet.list.guests;
  int last = 0;
  for (const Guest& guest : guests) last = std::max(last, guest.order);
  for (const std::size_t place : reading.unordered) guests[place].order = ++last;
  std::ranges::stable_sort(guests, {}, &Guest::order);
}

Result<std::string> unicode_text(std::string_view bytes, std::string_view name) {
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const auto invalid = utf16 ? std::nullopt : first_invalid_utf8(bytes);
  if (invalid) {
    // Other character sets lose Vietnamese letters without a word: a name must never be guessed.
    const auto line = 1 + std::ranges::count(bytes.substr(0, *invalid), '\n');
    return Failure{Cause::bad_input,
                   fmt::format("{}:{}: not UTF-8; in the spreadsheet program, save it as \"CSV UTF-8\"", name, line)};
  }
  return sheet_text(bytes, name);
}

}  // namespace

Result<GuestSheet> read_guest_sheet(std::string_view bytes, std::string_view name, const GuestSheetOptions& options) {
  const Result<std::string> text = unicode_text(bytes, name);
  if (!text) return text.failure();
  const Result<Table> table = find_table(*text, name);
  if (!table) return table.failure();
  if (Done checked = check_unit(*table, name); !checked) return checked.failure();
  if (table->rows.size() - table->header - 1 > kGuestsMax) {
    return Failure{Cause::bad_input,
                   fmt::format("{}: more than {} rows; a list has at most so many guests", name, kGuestsMax)};
  }
  Reading reading{*table, options, {}, {}};
  reading.sheet.list.campaign = options.campaign;
  for (std::size_t i = table->header + 1; i < table->rows.size(); ++i) read_row(reading, table->rows[i]);
  for (std::size_t i = 0; i < table->columns.names.size(); ++i) {
    const auto& at = table->columns.at;
    const bool read = std::ranges::find(at, std::optional<std::size_t>(i)) != at.end();
    if (!read && !table->columns.names[i].empty())
      reading.sheet.columns_left.push_back(shown_cell(table->columns.names[i]));
  }
  if (reading.sheet.list.guests.empty() && reading.sheet.faults.empty()) {
    return Failure{Cause::bad_input, fmt::format("{}: there is no guest below the header", name)};
  }
  put_in_order(reading);
  return std::move(reading.sheet);
}

InvitationsGiven give_invitations(GuestList& list, const GuestList* earlier,
                                  const std::function<ByteArray<8>()>& draw) {
  InvitationsGiven given;
  std::unordered_set<std::string> taken;
  for (const Guest& guest : list.guests) {
    if (!guest.invitation.empty()) taken.insert(invitation_key(guest.invitation));
  }
  given.own = taken.size();
  std::unordered_map<std::string, std::string> codes_before;
  if (earlier != nullptr) {
    for (const Guest& guest : earlier->guests) {
      codes_before.emplace(organisation_key(guest.organisation), guest.invitation);
    }
  }
  for (Guest& guest : list.guests) {
    if (!guest.invitation.empty()) continue;
    const auto before = codes_before.find(organisation_key(guest.organisation));
    if (before == codes_before.end() || !taken.insert(invitation_key(before->second)).second) continue;
    guest.invitation = before->second;
    ++given.kept;
  }
  // A code of the earlier list is on paper somewhere: it never becomes another guest's.
  for (const auto& [organisation, code] : codes_before) taken.insert(invitation_key(code));
  for (Guest& guest : list.guests) {
    for (int draws = 0; guest.invitation.empty(); ++draws) {
      MN_CHECK(draws < kDrawsMax, "random bytes must not repeat");
      std::string code = make_invitation(draw());
      if (!taken.insert(code).second) continue;
      guest.invitation = std::move(code);
      ++given.made;
    }
  }
  return given;
}

}  // namespace mn
