// Dates, amounts and references as banks write them into cells. The number and date forms themselves are core's.
#include "backend-sync/statement_cells.h"

#include <algorithm>

#include "backend-sync/statement_rows.h"
#include "core/text.h"

namespace mn {
namespace {

constexpr Money kLineAmountMax = kLargestPledge;
constexpr std::size_t kReferenceMax = 64;

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

// A statement of money to a fund that began in this century; anything else is a number that only looks like a date.
std::optional<LocalTime> plausible_date(std::string_view text) {
  const Result<LocalTime> time = read_date(text);
  if (!time || time->year < 2000 || time->year > 2099) return std::nullopt;
  return *time;
}

// "110/09/2024 12:01:29": the row number 1 ran into 10/09, or 11 into 0/09 … Offered, never taken.
std::string dates_without_number(std::string_view text) {
  std::string out;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits < 3 || digits > 9) return out;
  for (std::size_t cut = digits - 2; cut < digits; ++cut) {
    if (!plausible_date(text.substr(cut))) continue;
    if (!out.empty()) out += " / ";
    out += text.substr(cut);
  }
  return out;
}

// "200.000,001261122666 ung ho": amount and memo ran together.
std::string amount_at_start(std::string_view text) {
  for (const std::string_view cents : {",00", ".00"}) {
    const std::size_t at = text.find(cents);
    if (at == std::string_view::npos) continue;
    const std::string_view amount = text.substr(0, at + cents.size());
    if (amount.size() < text.size() && read_amount(amount)) {
      return std::string(amount) + " | " + std::string(text.substr(amount.size()));
    }
  }
  return "";
}

MoneyCells at_fault(FaultKind kind, const std::string& found, std::string suggestion = "") {
  MoneyCells out;
  out.fault = kind;
  out.found = on_one_line(found);
  out.suggestion = std::move(suggestion);
  return out;
}

enum class Direction { unsaid, in, out, unreadable };

Direction read_direction(const SheetRow& row, const Columns& columns) {
  if (!columns.direction) return Direction::unsaid;
  const std::string text = fold(on_one_line(cell_at(row, columns.direction)));
  if (text.empty()) return Direction::unreadable;
  for (const std::string_view in : {"C", "CR", "CO", "GHI CO", "CREDIT", "+", "IN", "TIEN VAO"}) {
    if (text == in) return Direction::in;
  }
  for (const std::string_view out : {"D", "DR", "NO", "GHI NO", "DEBIT", "-", "OUT", "TIEN RA"}) {
    if (text == out) return Direction::out;
  }
  return Direction::unreadable;
}

MoneyCells read_one_column(const SheetRow& row, const Columns& columns) {
  const std::string& cell = cell_at(row, columns.amount);
  const Result<Money> amount = read_amount(cell);
  if (!amount) return at_fault(FaultKind::amount_unreadable, cell, amount_at_start(cell));
  const Direction direction = read_direction(row, columns);
  if (direction == Direction::unreadable || (direction == Direction::in && amount->dong < 0)) {
    return at_fault(FaultKind::direction_unreadable, cell_at(row, columns.direction));
  }
  MoneyCells out;
  out.signed_amount = direction != Direction::unsaid || amount->dong < 0 || cell.find('+') != std::string::npos;
  out.moved = direction == Direction::out && amount->dong > 0 ? Money{-amount->dong} : *amount;
  return out;
}

MoneyCells read_two_columns(const SheetRow& row, const Columns& columns) {
  const std::string& in_cell = cell_at(row, columns.credit);
  const std::string& out_cell = cell_at(row, columns.debit);
  const bool has_in = !is_nothing(in_cell);
  const bool has_out = !is_nothing(out_cell);
  if (has_in && has_out) return at_fault(FaultKind::amount_on_both_sides, out_cell + " | " + in_cell);
  const std::string& cell = has_in ? in_cell : out_cell;
  const Result<Money> amount = read_amount(cell);
  if (!amount) return at_fault(FaultKind::amount_unreadable, cell, amount_at_start(cell));
  if (has_in && amount->dong < 0) return at_fault(FaultKind::amount_negative, cell);
  MoneyCells out;
  // Some banks write money out with a minus in its own column, some without.
  out.moved = has_in || amount->dong < 0 ? *amount : Money{-amount->dong};
  return out;
}

}  // namespace

DateCell read_date_cell(const std::string& cell, bool holds_reference) {
  DateCell out;
  out.text = on_one_line(cell);
  out.blank = out.text.empty();
  if (out.blank) return out;
  if (holds_reference) {
    const std::size_t line_end = cell.find('\n');
    const std::string_view split = line_end != std::string::npos ? std::string_view(cell) : std::string_view(out.text);
    const std::size_t end = line_end != std::string::npos ? line_end : out.text.find(' ');
    const std::string rest = end == std::string_view::npos ? "" : on_one_line(split.substr(end));
    const auto time = plausible_date(on_one_line(split.substr(0, end)));
    if (time && !rest.empty() && rest.find(':') == std::string::npos) {
      out.time = time;
      out.rest = rest;
      return out;
    }
  }
  out.time = plausible_date(out.text);
  if (!out.time) out.suggestion = dates_without_number(out.text);
  return out;
}

MoneyCells read_money_cells(const SheetRow& row, const Columns& columns) {
  MoneyCells out = columns.amount ? read_one_column(row, columns) : read_two_columns(row, columns);
  if (out.fault) return out;
  if (out.moved.dong == 0) return at_fault(FaultKind::amount_missing, cell_at(row, columns.description));
  if (out.moved > kLineAmountMax || out.moved < Money{-kLineAmountMax.dong}) {
    return at_fault(FaultKind::amount_too_large, cell_at(row, columns.amount ? columns.amount : columns.credit));
  }
  const std::string& balance = cell_at(row, columns.balance);
  if (!balance.empty() && balance != "-") {
    const Result<Money> amount = read_amount(balance);
    if (!amount) return at_fault(FaultKind::balance_unreadable, balance);
    out.balance = *amount;
  }
  return out;
}

std::string usable_reference(std::string_view cell) {
  const std::string reference = on_one_line(cell);
  if (reference.size() > kReferenceMax) return "";
  std::size_t signs = 0;
  for (const char sign : reference) {
    if (sign < ' ' || sign > '~') return "";
    if (is_digit(sign) || (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z')) ++signs;
  }
  return signs >= 4 && has_digit(reference) ? reference : "";
}

bool holds_another_row(const SheetRow& row, const Columns& columns) {
  const std::size_t separators_least = std::max<std::size_t>(2, columns.width > 2 ? columns.width - 2 : 2);
  for (const std::string& cell : row.cells) {
    for (std::size_t at = cell.find('\n'); at != std::string::npos; at = cell.find('\n', at + 1)) {
      std::string_view line = std::string_view(cell).substr(at + 1);
      line = line.substr(0, line.find('\n'));
      for (const char separator : {',', ';', '\t'}) {
        const auto separators = static_cast<std::size_t>(std::count(line.begin(), line.end(), separator));
        std::string_view rest = line;
        for (int skipped = 0; skipped < 2; ++skipped) {  // the date stands first, or after a row number
          const std::size_t end = rest.find(separator);
          if (end == std::string_view::npos) break;
          if (separators >= separators_least && plausible_date(rest.substr(0, end))) return true;
          rest.remove_prefix(end + 1);
        }
      }
    }
  }
  return false;
}

bool cells_beyond(const SheetRow& row, std::size_t width) {
  for (std::size_t i = width; i < row.cells.size(); ++i) {
    if (!row.cells[i].empty()) return true;
  }
  return false;
}

bool only_cell(const SheetRow& row, std::size_t column) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i != column && !row.cells[i].empty()) return false;
  }
  return true;
}

}  // namespace mn
