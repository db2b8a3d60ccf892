// Which column of a bank's statement means what, found by the Vietnamese and English names that banks write.
// Pure. The names are listed in columns.cpp and in docs/reconciliation.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend-sync/sheet.h"

namespace mn {

inline constexpr std::size_t kHeaderRowsMax = 120;  // banks print up to this much above the table

// Places of columns, from 0. "Ghi có / Credit" is the bank's word for money that came in.
struct Columns {
  std::size_t date = 0;
  std::optional<std::size_t> credit;  // money in
  std::optional<std::size_t> debit;   // money out
  std::optional<std::size_t> amount;  // one column for both, with a sign or a direction; used when there is no credit
  std::optional<std::size_t> direction;  // "C"/"D", "Có"/"Nợ"
  std::optional<std::size_t> balance;
  std::optional<std::size_t> description;
  std::optional<std::size_t> reference;
  bool reference_in_date = false;  // Vietcombank: date and document number in one cell
  std::size_t width = 0;           // cells up to the last one with a name
};

// With line breaks and runs of spaces as one space.
std::string on_one_line(std::string_view text);

// The names in one cell, as they are compared: folded to ASCII capitals, spaces once; the whole first, then its parts
// in two languages ("Nợ/ Debit", "Ghi có (Credit)", "Ghi có⏎Credit").
std::vector<std::string> column_names(std::string_view cell);

// What a row says when it is read as a header. `columns`: nothing when it does not name a date and a column of money
// in. `doubt`: set when two of its columns could be the money in; then nothing may be guessed.
struct HeaderReading {
  std::optional<Columns> columns;
  std::string doubt;
  int named = 0;  // how many columns were understood
};
HeaderReading read_header(const SheetRow& row);

}  // namespace mn
