// Bytes to rows of cells: ICU for the characters, libcsv for the quoting. Decides nothing about what the cells mean.
#include "backend-sync/sheet.h"

#include <csv.h>
#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

#include "core/text.h"

namespace mn {
namespace {

Failure not_text(std::string_view name) {
  return {Cause::bad_input,
          fmt::format("{}: these bytes are not a CSV text; open the file in a spreadsheet program and save it as "
                      "\"CSV UTF-8\"",
                      name)};
}

bool starts_with_utf16_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

// Strict: the whole text is taken only when every byte of it belongs to the character set.
bool decode(std::string_view bytes, const char* charset, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(charset, &status), &ucnv_close);
  if (U_FAILURE(status)) return false;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return false;
  out.clear();
  text.toUTF8String(out);
  return true;
}

bool is_blank(char sign) { return sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n'; }

// Without blanks and no-break spaces at either end, and with one kind of line break.
std::string trimmed(std::string_view cell) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  while (!cell.empty()) {
    if (is_blank(cell.front())) {
      cell.remove_prefix(1);
    } else if (cell.starts_with(kNoBreak)) {
      cell.remove_prefix(2);
    } else if (is_blank(cell.back())) {
      cell.remove_suffix(1);
    } else if (cell.ends_with(kNoBreak)) {
      cell.remove_suffix(2);
    } else {
      break;
    }
  }
  std::string out;
  out.reserve(cell.size());
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != '\r') {
      out += cell[i];
    } else if (i + 1 == cell.size() || cell[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

// What libcsv's callbacks fill.
struct Splitting {
  std::vector<SheetRow> rows;
  SheetRow row;
  bool over_limit = false;
};

void on_cell(void* bytes, std::size_t size, void* data) {
  auto& splitting = *static_cast<Splitting*>(data);
  if (size > kSheetCellBytesMax || splitting.row.cells.size() == kSheetCellsMax) {
    splitting.over_limit = true;
    return;
  }
  splitting.row.cells.push_back(trimmed({static_cast<const char*>(bytes), size}));
}

void on_row(int, void* data) {
  auto& splitting = *static_cast<Splitting*>(data);
  splitting.rows.push_back(std::move(splitting.row));
  splitting.row = {};
}

}  // namespace

Result<std::string> sheet_text(std::string_view bytes, std::string_view name) {
  if (bytes.size() > kSheetBytesMax) {
    return Failure{Cause::bad_input,
                   fmt::format("{}: larger than {} MiB; export a shorter period", name, kSheetBytesMax >> 20U)};
  }
  std::string text;
  if (starts_with_utf16_mark(bytes)) {
    if (!decode(bytes, "UTF-16", text)) return not_text(name);
  } else {
    if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
    if (bytes.find('\0') != std::string_view::npos) return not_text(name);
    if (!decode(bytes, "UTF-8", text) && !decode(bytes, "windows-1258", text)) return not_text(name);
  }
  if (text.find('\0') != std::string::npos) return not_text(name);
  return nfc(text);
}

Result<std::vector<SheetRow>> sheet_rows(std::string_view text, char separator, std::string_view name,
                                         std::size_t rows_max) {
  csv_parser parser;
  if (csv_init(&parser, 0) != 0) return Failure{Cause::unavailable, "the CSV reader did not start"};
  const std::unique_ptr<csv_parser, void (*)(csv_parser*)> held(&parser, &csv_free);
  csv_set_delim(&parser, static_cast<unsigned char>(separator));

  Splitting splitting;
  std::size_t line = 1;
  // One byte at a time: it is the only way to know on which line of the file a row begins.
  for (std::size_t i = 0; i < text.size() && splitting.rows.size() < rows_max; ++i) {
    const char byte = text[i];
    if (splitting.row.line == 0 && (byte == separator || !is_blank(byte))) splitting.row.line = line;
    if (csv_parse(&parser, &byte, 1, &on_cell, &on_row, &splitting) != 1) {
      return Failure{Cause::bad_input, fmt::format("{}:{}: {}", name, line, csv_strerror(csv_error(&parser)))};
    }
    if (splitting.over_limit) {
      return Failure{Cause::bad_input,
                     fmt::format("{}:{}: a row of more than {} cells, or a cell of more than {} KiB: probably a "
                                 "quotation mark is missing here",
                                 name, line, kSheetCellsMax, kSheetCellBytesMax >> 10U)};
    }
    if (byte == '\n' || (byte == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++line;
  }
  if (splitting.rows.size() >= rows_max) {
    if (rows_max < kSheetRowsMax) return std::move(splitting.rows);
    return Failure{Cause::bad_input, fmt::format("{}: more than {} rows; export a shorter period", name, rows_max)};
  }
  // A last line break ends the last row, unless a quoted cell is still open.
  csv_parse(&parser, "\n", 1, &on_cell, &on_row, &splitting);
  if (splitting.row.line != 0 && rows_max == kSheetRowsMax) {
    return Failure{Cause::bad_input,
                   fmt::format("{}:{}: a quoted cell that begins in this row never ends; the rows after it would be "
                               "lost. Put the missing quotation mark in, or export the file again",
                               name, splitting.row.line)};
  }
  return std::move(splitting.rows);
}

std::string csv_cell(std::string_view text) {
  constexpr std::string_view kFormulaSigns = "=+-@\t\r";
  std::string out;
  if (!text.empty() && kFormulaSigns.find(text.front()) != std::string_view::npos) out += '\'';
  out += text;
  if (out.find_first_of(",;\"\r\n\t") == std::string::npos && trimmed(out) == out) return out;
  std::string quoted = "\"";
  for (const char sign : out) {
    if (sign == '"') quoted += '"';
    quoted += sign;
  }
  return quoted + '"';
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += csv_cell(cells[i]);
  }
  return out + "\r\n";
}

}  // namespace mn
