// The cells of one row of an invited list, read for certain or with the reason why not. Pure; a part of guest_list.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "backend-sync/guest_list.h"

namespace mn {

// A cell in the words of a fault: without what a terminal would obey and nobody sees, and cut.
std::string shown_cell(std::string_view text);

// A value, or what is wrong with the cell. An empty cell gives the empty value without a fault.
template <class T>
struct GuestCell {
  T value{};
  std::optional<GuestFaultKind> fault;
  std::string found;  // with a fault: what to show of the cell
};

// A name as it is to be shown, on one line. "-" alone is nothing.
GuestCell<std::string> read_name_cell(const std::string& cell);
// 0 for "", "-" and 0: not known.
GuestCell<Money> read_expected_cell(const std::string& cell, const GuestSheetOptions& options);
GuestCell<std::optional<Giver>> read_group_cell(const std::string& cell);
// 0 when there is none.
GuestCell<int> read_order_cell(const std::string& cell);
GuestCell<std::string> read_invitation_cell(const std::string& cell);

// Whether another row begins inside a quoted cell, which a missing quotation mark does.
bool holds_another_guest(const std::string& cell, char separator, std::size_t separators_least);

}  // namespace mn
