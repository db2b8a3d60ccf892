// The decorations of statements: how banks write their labels, totals and balances.
#include "backend-sync/statement_rows.h"

#include <algorithm>
#include <array>
#include <vector>

#include "backend-sync/statement.h"
#include "core/numbers.h"
#include "core/text.h"

namespace mn {
namespace {

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }
bool is_capital(char sign) { return sign >= 'A' && sign <= 'Z'; }

std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words(1);
  for (const char sign : folded) {
    if (is_digit(sign) || is_capital(sign)) {
      words.back() += sign;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

constexpr std::array<std::string_view, 8> kAccountLabels = {"SO TAI KHOAN", "TAI KHOAN SO",   "TAI KHOAN",  "SO TK",
                                                            "STK",          "ACCOUNT NUMBER", "ACCOUNT NO", "ACCOUNT"};
constexpr std::array<std::string_view, 4> kCurrencyLabels = {"LOAI TIEN TE", "LOAI TIEN", "TIEN TE", "CURRENCY"};

// What follows a label in its cell, or stands in the next filled cell. Nothing when no cell is such a label; a longer
// label ("Tài khoản đối ứng", "Số tài khoản cũ") is another one.
template <std::size_t N>
std::optional<std::string> labelled(const SheetRow& row, const std::array<std::string_view, N>& labels) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string cell = fold(row.cells[i]);
    for (const std::string_view label : labels) {
      if (!cell.starts_with(label)) continue;
      std::string_view rest = std::string_view(cell).substr(label.size());
      const std::size_t sign = rest.find_first_not_of(" .");
      if (sign != std::string_view::npos && !is_digit(rest[sign]) &&
          std::string_view(":/(-").find(rest[sign]) == std::string_view::npos) {
        continue;
      }
      const std::size_t colon = rest.rfind(':');
      if (colon != std::string_view::npos) rest.remove_prefix(colon + 1);
      if (rest.find_first_not_of(" .:-") != std::string_view::npos &&
          (colon != std::string_view::npos || has_digit(rest))) {
        return std::string(rest);
      }
      for (std::size_t next = i + 1; next < row.cells.size(); ++next) {
        if (!row.cells[next].empty()) return fold(row.cells[next]);
      }
    }
  }
  return std::nullopt;
}

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "Tổng cộng", "Cộng phát sinh", "Grand total (VND)", "Tổng số 12 giao dịch". Every word must belong, so that the memo
// "TONG CONG TY … ung ho" is not taken for a total.
bool is_totals(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 6> kFirst = {"TONG", "CONG", "TOTAL", "TOTALS", "GRAND", "SUBTOTAL"};
  constexpr std::array<std::string_view, 30> kRest = {
      "TONG", "CONG",  "TOTAL", "TOTALS", "SO",           "PHAT",        "SINH",   "TRONG", "KY",  "TRANG",
      "PAGE", "DOANH", "NO",    "CO",     "DEBIT",        "CREDIT",      "GIAO",   "DICH",  "VND", "LUY",
      "KE",   "GHI",   "NGAY",  "CUOI",   "TRANSACTIONS", "TRANSACTION", "AMOUNT", "TIEN",  "OF",  "SUM"};
  if (words.empty() || !one_of(kFirst, words.front())) return false;
  return std::all_of(words.begin() + 1, words.end(), [&](const std::string& word) {
    return one_of(kRest, word) || std::all_of(word.begin(), word.end(), is_digit);
  });
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return text.starts_with(beginning); });
}

// "(1)", "(2)", … or "1", "2", …, or "A", "B", …: the row of column numbers under a header.
bool is_column_numbers(const SheetRow& row) {
  int expected = 0;
  for (const std::string& cell : row.cells) {
    if (cell.empty()) continue;
    const std::vector<std::string> words = words_of(fold(cell));
    ++expected;
    if (words.size() != 1) return false;
    if (words[0] != std::to_string(expected) && words[0] != std::string(1, static_cast<char>('A' + expected - 1))) {
      return false;
    }
  }
  return expected >= 3 && expected <= 26;
}

}  // namespace

const std::string& cell_at(const SheetRow& row, std::optional<std::size_t> column) {
  static const std::string kNone;
  return column && *column < row.cells.size() ? row.cells[*column] : kNone;
}

std::string account_number(std::string_view text) {
  const std::string folded = fold(text);
  std::string joined;  // spaces, dots and dashes are how people group the digits
  bool plain = true;
  for (const char sign : folded) {
    if (is_digit(sign) || is_capital(sign)) {
      joined += sign;
    } else if (sign != ' ' && sign != '.' && sign != '-') {
      plain = false;
    }
  }
  const auto is_account = [](std::string_view number) {
    return number.size() >= 6 && number.size() <= 19 && number.find("XXX") == std::string_view::npos &&
           std::count_if(number.begin(), number.end(), is_digit) >= 6;
  };
  if (plain && is_account(joined)) return joined;
  for (const std::string& word : words_of(folded)) {
    if (is_account(word)) return word;
  }
  return "";
}

std::string labelled_account(const SheetRow& row) {
  const std::optional<std::string> value = labelled(row, kAccountLabels);
  if (!value || value->find('*') != std::string::npos) return "";
  return account_number(*value);
}

std::string labelled_currency(const SheetRow& row) {
  const std::vector<std::string> words = words_of(labelled(row, kCurrencyLabels).value_or(""));
  return words.empty() ? "" : words.front();
}

RowKind row_kind(const SheetRow& row) {
  const auto first = std::find_if(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.empty(); });
  if (first == row.cells.end()) return RowKind::empty;
  if (is_column_numbers(row)) return RowKind::column_numbers;
  for (const std::string& cell : row.cells) {
    const std::string folded = fold(cell);
    if (begins_with_any(folded, {"SO DU DAU", "OPENING BALANCE", "BALANCE BROUGHT", "BEGINNING BALANCE"})) {
      return RowKind::opening;
    }
    if (begins_with_any(folded, {"SO DU CUOI", "CLOSING BALANCE", "BALANCE CARRIED", "ENDING BALANCE"})) {
      return RowKind::closing;
    }
  }
  return is_totals(words_of(fold(*first))) ? RowKind::totals : RowKind::other;
}

std::optional<Money> last_amount(const SheetRow& row) {
  for (auto cell = row.cells.rbegin(); cell != row.cells.rend(); ++cell) {
    std::string_view text = *cell;
    const std::size_t colon = text.rfind(':');
    if (colon != std::string_view::npos) text.remove_prefix(colon + 1);
    if (!has_digit(text)) continue;
    const std::size_t begin = text.find_first_not_of(' ');
    if (const Result<Money> amount = read_amount(text.substr(begin))) return *amount;
  }
  return std::nullopt;
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

bool is_nothing(std::string_view cell) { return cell.find_first_not_of("0.,- ") == std::string_view::npos; }

}  // namespace mn
