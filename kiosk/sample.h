// Sample visits with invented people and sums, one for each picture of the kiosk: for --preview and for tests. Nothing
// here is ever recorded.
#pragma once

#include <string>
#include <vector>

#include "kiosk/visit.h"

namespace mn::kiosk {

// One for every screen and panel and for its special states; and longest_… with the longest name and the largest
// amounts.
std::vector<std::string> sample_names();

// The visit as it stands at now_ms; nothing for an unknown name.
std::optional<Visit> sample_visit(std::string_view name, const Terms& terms, std::int64_t now_ms);

// What staff are told, and an invited list to choose from, invented too.
Surroundings sample_surroundings();
GuestBook sample_guests();

}  // namespace mn::kiosk
