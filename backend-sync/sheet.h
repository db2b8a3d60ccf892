// A sheet: the bytes of a CSV file as rows of text cells. Pure; knows nothing of banks or money.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace mn {

inline constexpr std::size_t kSheetBytesMax = 64U << 20U;
inline constexpr std::size_t kSheetRowsMax = 1'000'000;
inline constexpr std::size_t kSheetCellsMax = 256;  // in one row
inline constexpr std::size_t kSheetCellBytesMax = 64U << 10U;

struct SheetRow {
  std::size_t line = 0;            // where the row begins in the file, from 1
  std::vector<std::string> cells;  // UTF-8, NFC, trimmed; line breaks inside a quoted cell stay, as '\n'
};

// The file's characters as UTF-8 in NFC. Reads UTF-8 with or without a byte order mark, UTF-16 with one, and, when it
// is none of these, Windows-1258 (Vietnamese; its combining marks are composed). Fails with bad_input on what is not
// text.
Result<std::string> sheet_text(std::string_view bytes, std::string_view name);

// Splits by RFC 4180, leniently: a quotation mark inside an unquoted cell is a sign like any other. Empty lines are
// left out. Stops after rows_max rows; a search that asks for fewer than all is not told of what is wrong at the end.
// Fails with bad_input when a quoted cell never ends (which would swallow rows unseen) or a limit above is passed;
// `name` is the file's name for those words.
Result<std::vector<SheetRow>> sheet_rows(std::string_view text, char separator, std::string_view name,
                                         std::size_t rows_max = kSheetRowsMax);

// Text as one cell of a CSV that people open in a spreadsheet: quoted where RFC 4180 asks for it, and with an
// apostrophe before a first sign (= + - @, tab, return) that would make the program run it as a formula.
std::string csv_cell(std::string_view text);

// One row of such cells, ended by CR LF.
std::string csv_row(const std::vector<std::string>& cells);

// UTF-8's byte order mark, without which spreadsheets misread Vietnamese.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace mn
