// The names of columns, as published statements and the exports of Vietnamese banks write them.
#include "backend-sync/columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "core/text.h"

namespace mn {
namespace {

using Names = std::span<const std::string_view>;

// Dates in order of preference: the day of the transaction before the day it was booked before the day it counts from.
constexpr std::array<std::string_view, 25> kDateNames = {"NGAY GIAO DICH",
                                                         "NGAY GD",
                                                         "TRANSACTION DATE",
                                                         "TNX DATE",
                                                         "TXN DATE",
                                                         "TRANS DATE",
                                                         "NGAY GIO GD",
                                                         "NGAY GIO GIAO DICH",
                                                         "THOI GIAN GIAO DICH",
                                                         "THOI GIAN GD",
                                                         "THOI GIAN",
                                                         "NGAY PHAT SINH",
                                                         "NGAY GHI SO",
                                                         "NGAY HACH TOAN",
                                                         "ACCOUNTING DATE",
                                                         "POSTING DATE",
                                                         "BOOKING DATE",
                                                         "NGAY GIO",
                                                         "NGAY THANG",
                                                         "DATE TIME",
                                                         "NGAY",
                                                         "DATE",
                                                         "NGAY HIEU LUC",
                                                         "EFFECTIVE DATE",
                                                         "VALUE DATE"};
constexpr std::array<std::string_view, 12> kCreditNames = {
    "SO TIEN GHI CO", "GHI CO",        "PHAT SINH CO", "SO PHAT SINH CO", "PS CO",    "CO",
    "CREDIT",         "CREDIT AMOUNT", "TIEN VAO",     "SO TIEN VAO",     "MONEY IN", "AMOUNT IN"};
constexpr std::array<std::string_view, 12> kDebitNames = {
    "SO TIEN GHI NO", "GHI NO",  "PHAT SINH NO", "SO PHAT SINH NO", "PS NO",      "DEBIT",
    "DEBIT AMOUNT",   "TIEN RA", "SO TIEN RA",   "MONEY OUT",       "AMOUNT OUT", "NO"};
constexpr std::array<std::string_view, 4> kAmountNames = {"SO TIEN", "AMOUNT", "SO TIEN GIAO DICH",
                                                          "TRANSACTION AMOUNT"};
constexpr std::array<std::string_view, 12> kDirectionNames = {"D/C",           "C/D",   "DR/CR",        "CR/DR",
                                                              "NO/CO",         "CO/NO", "DEBIT/CREDIT", "CREDIT/DEBIT",
                                                              "GHI NO/GHI CO", "+/-",   "GHI NO/CO",    "NO/CO (D/C)"};
constexpr std::array<std::string_view, 9> kBalanceNames = {
    "SO DU",           "BALANCE",    "SO DU TK",     "SO DU TAI KHOAN",
    "ACCOUNT BALANCE", "SO DU CUOI", "SO DU SAU GD", "SO DU SAU GIAO DICH",
    "RUNNING BALANCE"};
constexpr std::array<std::string_view, 16> kDescriptionNames = {"NOI DUNG CHI TIET",
                                                                "NOI DUNG",
                                                                "NOI DUNG GIAO DICH",
                                                                "NOI DUNG GD",
                                                                "DIEN GIAI",
                                                                "MO TA",
                                                                "MO TA GIAO DICH",
                                                                "DESCRIPTION",
                                                                "TRANSACTION DESCRIPTION",
                                                                "TRANSACTIONS IN DETAIL",
                                                                "TRANSACTION DETAILS",
                                                                "DETAILS",
                                                                "NARRATIVE",
                                                                "REMARK",
                                                                "REMARKS",
                                                                "CHI TIET GIAO DICH"};
constexpr std::array<std::string_view, 20> kReferenceNames = {"SO THAM CHIEU",
                                                              "MA THAM CHIEU",
                                                              "SO CHUNG TU",
                                                              "SO BUT TOAN",
                                                              "SO GIAO DICH",
                                                              "SO GD",
                                                              "MA GIAO DICH",
                                                              "MA GD",
                                                              "SO CT",
                                                              "DOC NO",
                                                              "REFERENCE",
                                                              "REFERENCE NO",
                                                              "REF NO",
                                                              "REF",
                                                              "TRANSACTION NUMBER",
                                                              "TRANSACTION NO",
                                                              "TRANSACTION ID",
                                                              "REFERENCE NUMBER",
                                                              "BUT TOAN",
                                                              "TRACE NO"};

std::string without_unit(std::string part) {
  for (const std::string_view unit : {" VND", " DONG"}) {
    if (part.ends_with(unit)) part.resize(part.size() - unit.size());
  }
  return part;
}

void add_parts(std::string_view folded, std::vector<std::string>& names) {
  std::vector<std::string> parts(1);
  for (const char sign : folded) {
    if (sign == '/' || sign == '(' || sign == '[') {
      parts.emplace_back();
    } else if (sign != ')' && sign != ']' && sign != '.' && sign != ':' && sign != '*') {
      parts.back() += sign;
    }
  }
  std::string whole;
  for (std::string& part : parts) {
    part = without_unit(on_one_line(part));
    whole += (whole.empty() ? "" : "/") + part;
  }
  names.push_back(whole);
  names.insert(names.end(), parts.begin(), parts.end());
}

std::string with_each(std::string_view text, std::string_view from, char to) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const bool here = text.substr(i, from.size()) == from;
    out += here ? to : text[i];
    i += here ? from.size() : 1;
  }
  return out;
}

// "STT", "No.": the running number of a row. English "No." folds to what Vietnamese "Nợ" (money out) folds to.
bool is_running_number(std::string_view cell, const std::vector<std::string>& names) {
  for (const std::string_view name : {"STT", "TT", "SO TT", "SO THU TU", "STT NO", "SERIAL", "SERIAL NO", "#"}) {
    if (std::find(names.begin(), names.end(), name) != names.end()) return true;
  }
  return fold(cell) == "NO.";
}

// Where the first of the parts stands in the list, or nothing.
std::optional<std::size_t> rank_in(Names names, const std::vector<std::string>& parts) {
  std::optional<std::size_t> best;
  for (const std::string& part : parts) {
    const auto at = std::find(names.begin(), names.end(), part);
    if (at == names.end()) continue;
    const auto rank = static_cast<std::size_t>(at - names.begin());
    if (!best || rank < *best) best = rank;
  }
  return best;
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char sign : text) {
    const bool blank = sign == ' ' || sign == '\n' || sign == '\t' || sign == '\r';
    if (!blank) {
      out += sign;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<std::string> column_names(std::string_view cell) {
  std::vector<std::string> names;
  add_parts(with_each(fold(with_each(cell, "\n", ' ')), " - ", '/'), names);
  if (cell.find('\n') != std::string_view::npos) add_parts(fold(with_each(cell, "\n", '/')), names);
  return names;
}

HeaderReading read_header(const SheetRow& row) {
  HeaderReading out;
  Columns columns;
  std::optional<std::size_t> date_rank;
  std::optional<std::size_t> second_credit;
  std::optional<std::size_t> debit_rank;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].empty()) continue;
    columns.width = i + 1;
    if (row.cells[i].size() > 120) continue;  // a sentence, not a name
    const std::vector<std::string> parts = column_names(row.cells[i]);
    if (is_running_number(row.cells[i], parts)) continue;
    const bool is_credit = rank_in(kCreditNames, parts).has_value();
    const std::optional<std::size_t> debit = rank_in(kDebitNames, parts);
    const std::optional<std::size_t> date = rank_in(kDateNames, parts);
    const bool is_reference = rank_in(kReferenceNames, parts).has_value();
    ++out.named;
    if ((is_credit && debit) || rank_in(kDirectionNames, parts)) {
      columns.direction = columns.direction.value_or(i);
    } else if (is_credit) {
      if (columns.credit) second_credit = i;
      columns.credit = columns.credit.value_or(i);
    } else if (debit) {
      if (!debit_rank || *debit < *debit_rank) {
        debit_rank = debit;
        columns.debit = i;
      }
    } else if (date) {
      if (!date_rank || *date < *date_rank) {
        date_rank = date;
        columns.date = i;
        columns.reference_in_date = is_reference;
      }
    } else if (rank_in(kBalanceNames, parts)) {
      columns.balance = columns.balance.value_or(i);
    } else if (rank_in(kDescriptionNames, parts)) {
      columns.description = columns.description.value_or(i);
    } else if (is_reference) {
      columns.reference = columns.reference.value_or(i);
    } else if (rank_in(kAmountNames, parts)) {
      columns.amount = columns.amount.value_or(i);
    } else {
      --out.named;
    }
  }
  if (!date_rank || (!columns.credit && !columns.amount)) return out;
  if (second_credit) {
    out.doubt = fmt::format("both \"{}\" and \"{}\" could be the column of money in", row.cells[*columns.credit],
                            row.cells[*second_credit]);
    return out;
  }
  if (columns.credit) columns.amount.reset();
  if (columns.reference) columns.reference_in_date = false;
  out.columns = columns;
  return out;
}

}  // namespace mn
