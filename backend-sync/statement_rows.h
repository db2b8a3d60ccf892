// What the rows of a statement are, beside those that hold money: headings, labels, totals, balances. Pure; a part of
// statement.cpp, kept apart because every bank decorates its table in its own way.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "backend-sync/columns.h"
#include "core/money.h"

namespace mn {

// The cell of a column in this row; "" when the row is shorter.
const std::string& cell_at(const SheetRow& row, std::optional<std::size_t> column);

// The value after one of the labels for an account ("Số tài khoản: 0081…", or in the next cell), or "".
std::string labelled_account(const SheetRow& row);

// The currency after its label ("Loại tiền: USD"), folded, or "".
std::string labelled_currency(const SheetRow& row);

enum class RowKind { empty, totals, opening, closing, column_numbers, other };
RowKind row_kind(const SheetRow& row);

// The last cell of the row that is an amount.
std::optional<Money> last_amount(const SheetRow& row);

bool has_digit(std::string_view text);

// "", "-", "0", "0,00": no money.
bool is_nothing(std::string_view cell);

}  // namespace mn
