// Under which letter of the Vietnamese alphabet a name stands on the wall. Pure.
#pragma once

#include <string>

namespace mn {

// "Đ" of "Đặng", "A" of "Ánh", "Ơ" of "ở": capital, without its tone. "" for a name that begins with no letter.
std::string wall_letter(const std::string& name);

}  // namespace mn
