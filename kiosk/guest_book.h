// The invited list as the kiosk uses it: found by the first letters of a name, or opened by an invitation. Pure; read
// whole before the first visit and never changed. What is offered while somebody types holds no amount.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/guest_index.h"
#include "core/guests.h"

namespace mn::kiosk {

struct GuestBook {
  GuestList list;
  GuestIndex index;
};
GuestBook make_guest_book(GuestList list);

// The best `most` guests for what was typed so far, as places in the list; none before the second letter.
std::vector<std::size_t> guests_offered(const GuestBook* book, std::string_view typed, std::size_t most);
// The guest whose invitation code this is; nothing when it is no code, or nobody's.
std::optional<std::size_t> guest_of_invitation(const GuestBook* book, std::string_view typed);

}  // namespace mn::kiosk
