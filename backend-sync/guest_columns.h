// Which column of an invited list means what, by the Vietnamese and English names people give them. Pure; a part of
// guest_list.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend-sync/sheet.h"

namespace mn {

enum class GuestColumn { organisation, representative, expected, group, order, invitation };
inline constexpr std::size_t kGuestColumns = 6;

struct GuestColumns {
  std::array<std::optional<std::size_t>, kGuestColumns> at{};  // places from 0, by GuestColumn
  std::vector<std::string> names;                              // of all columns, as the header has them, on one line
  std::size_t named = 0;                                       // how many are understood
  std::string doubt;       // two names that could be the same column, in words; "" when there are none
  std::string counted_in;  // the header of amounts that are not in đồng but in thousands or millions; or ""
  std::optional<std::size_t> place(GuestColumn column) const { return at[static_cast<std::size_t>(column)]; }
};

// What a row says when it is read as a header; nothing when it names no column of organisations.
std::optional<GuestColumns> read_guest_header(const SheetRow& row);

// Whether a text says that amounts are in thousands, millions or more: "ĐVT: triệu đồng".
bool says_other_unit(std::string_view text);

}  // namespace mn
