// The cells of one row of a statement, read for certain or not at all. Pure; a part of statement.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "backend-sync/columns.h"
#include "backend-sync/statement.h"

namespace mn {

struct DateCell {
  bool blank = false;
  std::optional<LocalTime> time;  // nothing when the text is no date of this century
  std::string text;               // as it stands, on one line
  std::string rest;               // Vietcombank: the document number that shares the cell
  std::string suggestion;         // the dates it would be without the row number that ran into it
};
DateCell read_date_cell(const std::string& cell, bool holds_reference);

struct MoneyCells {
  std::optional<FaultKind> fault;
  std::string found;
  std::string suggestion;
  Money moved;  // in, or negative: out. Never 0 without a fault
  std::optional<Money> balance;
  bool signed_amount = false;  // one column for both, and here it says which
};
MoneyCells read_money_cells(const SheetRow& row, const Columns& columns);

// The bank's reference when it can tell rows apart: printable ASCII, at most 64, at least 4 letters or digits and one
// digit among them; otherwise "". (A running number 1, 2, 3 is another one in the next export.)
std::string usable_reference(std::string_view cell);

// A quoted cell in which a whole row begins: its quotation mark was never closed, and a later one closed it.
bool holds_another_row(const SheetRow& row, const Columns& columns);

// Filled cells beyond the last named column.
bool cells_beyond(const SheetRow& row, std::size_t width);

// Whether nothing but this column is filled.
bool only_cell(const SheetRow& row, std::size_t column);

}  // namespace mn
