// The rule of the staff corner's door: how many wrong PINs, and how long nobody may try after them, also when the plug
// is pulled in between. Pure: the check itself runs elsewhere (pin_check.h), time comes in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mn::kiosk {

inline constexpr int kDoorTries = 5;                          // wrong ones in a row; then the door is locked
inline constexpr std::int64_t kDoorLockFirstMs = 60'000;      // for this long, and after each further wrong one
inline constexpr std::int64_t kDoorLockMostMs = 15 * 60'000;  // twice as long, up to this

struct StaffDoor {
  int wrong = 0;  // PINs in a row; a right one sets it back. Only this is worth keeping across a restart.
  std::int64_t locked_until_ms = 0;
  bool checking = false;  // one PIN is being checked; no other is taken meanwhile
  bool operator==(const StaffDoor&) const = default;
};

// May a PIN be tried now?
bool may_try(const StaffDoor& door, std::int64_t now_ms);
// For the screen: whole seconds, rounded up; 0 when not locked.
std::int64_t locked_for_s(const StaffDoor& door, std::int64_t now_ms);
// Tries left before the next lock, at least 1.
int tries_left(const StaffDoor& door);

StaffDoor begin_check(StaffDoor door);  // only when may_try
// `holds`: nothing when the check could not be made (no memory); that counts as nothing.
StaffDoor after_check(StaffDoor door, std::optional<bool> holds, std::int64_t now_ms);

// After a restart of the kiosk: so many wrong ones were kept. What was locked is locked again, in full: pulling the
// plug must not be a way in, and how long the machine was off is not known for certain.
StaffDoor after_restart(int wrong_kept, std::int64_t now_ms);

// The small file that survives a restart: "wrong 7\n". Write it when `wrong` changes, durably and before the answer is
// shown. A file that is missing counts as 0; one that cannot be read as locked: damage is no way in either.
std::string door_text(const StaffDoor& door);
int read_door_text(std::string_view text);

}  // namespace mn::kiosk
