// A staff PIN as the settings keep it: an argon2id line ("$argon2id$v=19$m=…,t=…,p=1$…"), made and checked by
// libsodium. Both take a good part of a second on purpose; never on a thread that draws.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace mn {

// What one check costs: chosen so that a kiosk's box takes 0.3 to 1 s. Every kiosk must have this much memory to spare
// beside what it draws with.
inline constexpr unsigned long long kPinPasses = 12;
inline constexpr std::size_t kPinMemoryBytes = 32 << 20;
inline constexpr std::size_t kPinMemoryBytesMax = 64 << 20;  // a line that asks for more is refused
inline constexpr unsigned long long kPinPassesMax = 32;

// Fails with unavailable when there is not enough memory. The PIN was found good by pin_fault.
Result<std::string> hash_pin(std::string_view pin);

// Whether this is such a line, and not one that would hold a kiosk up or ask for memory it does not have. Fails with
// bad_input. What a program asks when it reads its settings.
Done check_pin_line(std::string_view line);

// Fails with what check_pin_line fails with, or unavailable when there is not enough memory.
Result<bool> pin_holds(std::string_view line, std::string_view pin);

}  // namespace mn
