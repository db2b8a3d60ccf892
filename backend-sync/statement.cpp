// Rows to money in. Each row becomes a line, a fault, a counted row of money out, or a decoration of the table.
#include "backend-sync/statement.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "backend-sync/balance_chain.h"
#include "backend-sync/columns.h"
#include "backend-sync/statement_cells.h"
#include "backend-sync/statement_rows.h"
#include "core/text.h"

namespace mn {
namespace {

struct Table {
  std::vector<SheetRow> rows;
  std::size_t header = 0;
  Columns columns;
};

// The separator is the one with which a header is found, and with most columns understood.
Result<Table> find_table(std::string_view text, std::string_view name) {
  std::string doubt;
  int named_most = 0;
  char separator = ',';
  for (const char candidate : {',', ';', '\t'}) {
    const Result<std::vector<SheetRow>> rows = sheet_rows(text, candidate, name, kHeaderRowsMax);
    if (!rows) continue;
    for (const SheetRow& row : *rows) {
      const HeaderReading reading = read_header(row);
      if (!reading.doubt.empty()) doubt = fmt::format("{}:{}: {}", name, row.line, reading.doubt);
      if (!reading.columns || reading.named <= named_most) continue;
      named_most = reading.named;
      separator = candidate;
    }
  }
  if (named_most == 0) {
    if (!doubt.empty()) return Failure{Cause::bad_input, doubt + "; name only one of them so"};
    return Failure{
        Cause::bad_input,
        fmt::format("{}: among the first {} rows none names a column of dates (\"Ngày giao dịch\", \"Transaction "
                    "date\") and one of money in (\"Ghi có\", \"Credit\"). Is this the bank's own export, saved as "
                    "\"CSV UTF-8\"?",
                    name, kHeaderRowsMax)};
  }
  Result<std::vector<SheetRow>> rows = sheet_rows(text, separator, name);
  if (!rows) return rows.failure();
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const HeaderReading reading = read_header((*rows)[i]);
    if (reading.columns) return Table{std::move(*rows), i, *reading.columns};
  }
  return Failure{Cause::bad_input, fmt::format("{}: its header was lost", name)};
}

// What is carried from row to row.
struct Reading {
  Statement statement;
  Columns columns;
  std::optional<LocalTime> date_above;  // to fill blank dates from; nothing after a date that could not be read
  std::vector<Movement> movements;
  std::string account_below;  // an account that a row below the first header names
  bool after_line = false;    // the row before was a line of money in
  bool sign_used = false;
};

void add_fault(Reading& reading, const SheetRow& row, FaultKind kind, std::string found, std::string suggestion = "") {
  reading.statement.faults.push_back({row.line, kind, std::move(found), std::move(suggestion)});
}

void take_totals(Reading& reading, const SheetRow& row) {
  Statement& statement = reading.statement;
  statement.totals_rows.push_back(row.line);
  const auto amount_in = [&](std::optional<std::size_t> column) -> std::optional<Money> {
    const std::string& cell = cell_at(row, column);
    if (!has_digit(cell)) return std::nullopt;
    const Result<Money> amount = read_amount(cell);
    return amount ? std::optional<Money>(*amount) : std::nullopt;
  };
  if (const auto credit = amount_in(reading.columns.credit)) statement.stated.credit_total = credit;
  if (const auto debit = amount_in(reading.columns.debit)) statement.stated.debit_total = debit;
}

// Headers that are printed again, totals, opening and closing balances, column numbers. True when the row was one.
Result<bool> take_decoration(Reading& reading, const SheetRow& row, bool has_date, bool has_money) {
  if (has_date && has_money) return false;
  if (const HeaderReading again = read_header(row); again.columns) {
    if (!reading.account_below.empty() && reading.account_below != reading.statement.account) {
      return Failure{Cause::bad_input, "the table of a second account begins here; export one account at a time"};
    }
    reading.columns = *again.columns;
    return true;
  }
  StatedFigures& stated = reading.statement.stated;
  switch (row_kind(row)) {
    case RowKind::empty:
    case RowKind::column_numbers:
      return true;
    case RowKind::totals:
      if (has_date) return false;
      take_totals(reading, row);
      return true;
    case RowKind::opening:
      if (!stated.opening) stated.opening = last_amount(row);
      return true;
    case RowKind::closing:
      stated.closing = last_amount(row);
      return true;
    case RowKind::other:
      return false;
  }
  return false;
}

LocalTime day_of(LocalTime time) {
  time.hour = time.minute = time.second = 0;
  time.has_time = false;
  return time;
}

// The date of a row that moves money: its own, or filled down. When there is none, the fault has been written.
std::optional<LocalTime> take_date(Reading& reading, const SheetRow& row, const DateCell& date) {
  if (date.blank) {
    if (!reading.date_above) add_fault(reading, row, FaultKind::date_missing, "");
    return reading.date_above;
  }
  if (!date.time) {
    reading.date_above.reset();
    add_fault(reading, row, date.suggestion.empty() ? FaultKind::date_unreadable : FaultKind::number_before_date,
              date.text, date.suggestion);
    return std::nullopt;
  }
  reading.date_above = day_of(*date.time);
  return date.time;
}

// A row with money in it. Either something of it is a fault, or it is a line, or money out.
Done take_money(Reading& reading, const SheetRow& row, const DateCell& date) {
  Statement& statement = reading.statement;
  const Columns& columns = reading.columns;
  const std::optional<LocalTime> time = take_date(reading, row, date);
  if (!time) return {};
  const MoneyCells money = read_money_cells(row, columns);
  reading.sign_used = reading.sign_used || money.signed_amount;
  if (money.fault) {
    add_fault(reading, row, *money.fault, money.found, money.suggestion);
    return {};
  }
  if (money.moved.dong < 0) {
    ++statement.debit_lines;
    const std::optional<Money> total = subtract(statement.debit_total, money.moved);
    if (!total) return Failure{Cause::bad_input, "the sum of money out does not fit 64 bits"};
    statement.debit_total = *total;
  } else {
    StatementLine line;
    line.line = row.line;
    line.booked_at = *time;
    line.amount = money.moved;
    line.balance = money.balance;
    line.description = on_one_line(cell_at(row, columns.description));
    line.reference = usable_reference(columns.reference_in_date ? date.rest : cell_at(row, columns.reference));
    const std::optional<Money> total = add(statement.credit_total, line.amount);
    if (!total) return Failure{Cause::bad_input, "the sum of money in does not fit 64 bits"};
    statement.credit_total = *total;
    statement.lines.push_back(std::move(line));
    reading.after_line = true;
  }
  reading.movements.push_back({row.line, money.moved, money.balance});
  return {};
}

// Cells that moved to where they do not belong. True when the row is at fault for it.
bool take_moved_cells(Reading& reading, const SheetRow& row) {
  const bool run_together = holds_another_row(row, reading.columns);
  if (!run_together && !cells_beyond(row, reading.columns.width)) return false;
  add_fault(reading, row, run_together ? FaultKind::rows_run_together : FaultKind::too_many_cells,
            on_one_line(row.cells.back()));
  reading.date_above.reset();
  return true;
}

// A row without money: a date that stands over the rows below it, a memo that goes on, or a page's decoration.
void take_other(Reading& reading, const SheetRow& row, const DateCell& date, bool after_line) {
  const Columns& columns = reading.columns;
  if (date.time) reading.date_above = day_of(*date.time);
  const bool date_alone = date.time && only_cell(row, columns.date);
  const std::string& text = cell_at(row, columns.description);
  if (!date_alone && (date.time || !date.suggestion.empty())) {
    add_fault(reading, row, FaultKind::amount_missing, on_one_line(text));
  } else if (after_line && !text.empty() && only_cell(row, *columns.description)) {
    add_fault(reading, row, FaultKind::text_alone, on_one_line(text));
  } else {
    ++reading.statement.other_rows;
    if (std::string account = labelled_account(row); !account.empty()) reading.account_below = std::move(account);
  }
}

Done take_row(Reading& reading, const SheetRow& row) {
  const bool after_line = std::exchange(reading.after_line, false);
  const Columns& columns = reading.columns;
  const DateCell date = read_date_cell(cell_at(row, columns.date), columns.reference_in_date);
  const bool has_money = has_digit(cell_at(row, columns.credit)) || has_digit(cell_at(row, columns.debit)) ||
                         has_digit(cell_at(row, columns.amount));
  const Result<bool> decoration = take_decoration(reading, row, date.time.has_value(), has_money);
  if (!decoration) return decoration.failure();
  if (*decoration) {
    ++reading.statement.other_rows;
    return {};
  }
  if ((date.time || has_money) && take_moved_cells(reading, row)) return {};
  if (has_money) return take_money(reading, row, date);
  take_other(reading, row, date, after_line);
  return {};
}

// The account that the heading above the table names, or "". A heading in another currency is refused.
Result<std::string> account_in_heading(const Table& table, std::string_view name) {
  std::string account;
  for (std::size_t i = 0; i < table.header; ++i) {
    const SheetRow& row = table.rows[i];
    const std::string currency = labelled_currency(row);
    if (!currency.empty() && currency != "VND" && currency != "DONG" && currency != "VIET") {
      return Failure{Cause::bad_input, fmt::format("{}:{}: the statement is in {}; only đồng can be reconciled", name,
                                                   row.line, currency)};
    }
    if (account.empty()) account = labelled_account(row);
  }
  return account;
}

Result<std::string> account_of(const Table& table, std::string_view name, const StatementOptions& options) {
  Result<std::string> heading = account_in_heading(table, name);
  if (!heading) return heading.failure();
  std::string account = *std::move(heading);
  const std::string given = account_number(options.account);
  if (!options.account.empty() && given.empty()) {
    return Failure{Cause::bad_input, "--account: expected 6 to 19 digits or letters"};
  }
  if (!given.empty() && !account.empty() && given != account) {
    return Failure{Cause::bad_input,
                   fmt::format("{}: its heading names another account (…{}) than --account (…{}); is it "
                               "the right file?",
                               name, account.substr(account.size() - 3), given.substr(given.size() - 3))};
  }
  if (!given.empty()) return given;
  if (!account.empty()) return account;
  account = account_number(options.otherwise);
  if (!account.empty()) return account;
  return Failure{Cause::bad_input, fmt::format("{}: no account number in its heading; give it with --account", name)};
}

void add_keys(Statement& statement) {
  std::map<std::string, std::size_t> seen;
  for (StatementLine& line : statement.lines) {
    const std::size_t ordinal = ++seen[line_key_text(statement.account, line, 0)];
    line.key = sha256(view_of(line_key_text(statement.account, line, ordinal)));
  }
}

}  // namespace

std::string line_key_text(const std::string& account, const StatementLine& line, std::size_t ordinal) {
  if (!line.reference.empty()) {
    return fmt::format("mangnon statement line 1\nby reference\n{}\n{}\n{}\n{}\n{}\n", account,
                       iso_date(line.booked_at), line.reference, line.amount.dong, ordinal);
  }
  const LocalTime& at = line.booked_at;
  return fmt::format("mangnon statement line 1\nby content\n{}\n{}\n{}\n{}\n{}\n{}\n", account,
                     at.has_time ? iso_date_time(at) : iso_date(at), line.amount.dong,
                     line.balance ? std::to_string(line.balance->dong) : "", on_one_line(fold(line.description)),
                     ordinal);
}

Result<Statement> read_statement(std::string_view bytes, std::string_view name, const StatementOptions& options) {
  const Result<std::string> text = sheet_text(bytes, name);
  if (!text) return text.failure();
  const Result<Table> table = find_table(*text, name);
  if (!table) return table.failure();
  Result<std::string> account = account_of(*table, name, options);
  if (!account) return account.failure();

  Reading reading;
  reading.columns = table->columns;
  reading.statement.account = *std::move(account);
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    if (i < table->header) {
      if (row_kind(table->rows[i]) == RowKind::opening) reading.statement.stated.opening = last_amount(table->rows[i]);
      if (row_kind(table->rows[i]) == RowKind::closing) reading.statement.stated.closing = last_amount(table->rows[i]);
    } else if (i == table->header) {
      ++reading.statement.other_rows;
    } else if (const Done done = take_row(reading, table->rows[i]); !done) {
      return Failure{done.failure().cause, fmt::format("{}:{}: {}", name, table->rows[i].line, done.failure().words)};
    }
  }
  reading.statement.breaks = balance_breaks(reading.movements, reading.statement.stated);
  reading.statement.sign_never_used =
      table->columns.amount && !table->columns.direction && !reading.sign_used && !reading.statement.lines.empty();
  add_keys(reading.statement);
  return std::move(reading.statement);
}

}  // namespace mn
