// A bank's statement: what a CSV file from any of the banks says, as money that came in. Pure. Nothing is guessed: a
// row that cannot be read for certain becomes a fault with its line number. The rules are in docs/reconciliation.md.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/crypto.h"
#include "core/money.h"
#include "core/numbers.h"
#include "core/result.h"

namespace mn {

// Money in: one row of the statement.
struct StatementLine {
  std::size_t line = 0;  // in the file, from 1
  LocalTime booked_at;
  Money amount;  // more than nothing
  std::optional<Money> balance;
  std::string description;  // NFC, on one line
  std::string reference;    // the bank's, or "" when it gave none that can tell rows apart
  Digest key{};             // which line of which account: the same row gives the same key in every export
};

enum class FaultKind {
  date_missing,          // no date here, nor in a row above that it could be filled down from
  date_unreadable,       //
  number_before_date,    // a row number ran into the date: "110/09/2024"
  amount_missing,        // a date, but money neither in nor out
  amount_unreadable,     //
  amount_negative,       // a reversal in the column of money in
  amount_too_large,      // more than 13 digits
  amount_on_both_sides,  // money in and out in one row
  direction_unreadable,  //
  balance_unreadable,    //
  too_many_cells,        // more cells than the header names: an unquoted separator moved the columns
  rows_run_together,     // a quotation mark is missing: another row begins inside a cell
  text_alone,            // text without date or money right after a line: its memo may go on here
};

struct StatementFault {
  std::size_t line = 0;
  FaultKind kind{};
  std::string found;       // the cell as it stands
  std::string suggestion;  // what it may mean, for a person to decide; "" when there is none
};

// Two neighbouring rows whose balances do not differ by what moved: rows between them were lost, most likely.
struct BalanceBreak {
  std::size_t line_before = 0;
  std::size_t line = 0;
  Money expected;
  Money found;
};

// What the statement says about itself, where it does.
struct StatedFigures {
  std::optional<Money> opening;
  std::optional<Money> closing;
  std::optional<Money> credit_total;
  std::optional<Money> debit_total;
};

struct Statement {
  std::string account;               // digits and capitals only
  std::vector<StatementLine> lines;  // money in, in the order of the file
  Money credit_total;                // of `lines`
  std::size_t debit_lines = 0;       // money out: counted, otherwise left alone
  Money debit_total;
  std::size_t other_rows = 0;  // headers, totals, balances, page footers
  std::vector<StatementFault> faults;
  std::vector<BalanceBreak> breaks;
  std::vector<std::size_t> totals_rows;  // lines taken for totals
  StatedFigures stated;
  bool sign_never_used = false;  // one column for in and out, and nothing in it was ever negative
};

struct StatementOptions {
  std::string account;    // "" : as the statement's own heading says
  std::string otherwise;  // taken when neither says one: the campaign's account
};

// Reads a whole file; `name` is its name, for words. Fails with bad_input when it is no CSV text, when no row among the
// first 120 names a date and money in, when no account is known, when the heading's account is not the given one, when
// it holds several accounts or another currency, and when sums pass 64 bits.
Result<Statement> read_statement(std::string_view bytes, std::string_view name, const StatementOptions& options);

// The text whose SHA-256 is a line's key, for anyone who wants to check one. `ordinal`: 1 for the first of several rows
// of a file that are equal in all this, 2 for the second.
std::string line_key_text(const std::string& account, const StatementLine& line, std::size_t ordinal);

// Digits and capitals of an account number, or "" when this is none (or a masked one).
std::string account_number(std::string_view text);

}  // namespace mn
