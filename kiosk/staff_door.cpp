#include "kiosk/staff_door.h"

#include <algorithm>
#include <charconv>

#include "core/check.h"

namespace mn::kiosk {
namespace {

constexpr std::string_view kWord = "wrong ";
constexpr int kWrongKeptMax = 1'000'000;

// How long nobody may try after that many wrong PINs; 0 when the next may follow at once.
std::int64_t lock_ms(int wrong) {
  if (wrong < kDoorTries) return 0;
  std::int64_t ms = kDoorLockFirstMs;
  for (int more = wrong - kDoorTries; more > 0 && ms < kDoorLockMostMs; --more) ms *= 2;
  return std::min(ms, kDoorLockMostMs);
}

}  // namespace

bool may_try(const StaffDoor& door, std::int64_t now_ms) { return !door.checking && now_ms >= door.locked_until_ms; }

std::int64_t locked_for_s(const StaffDoor& door, std::int64_t now_ms) {
  return now_ms >= door.locked_until_ms ? 0 : (door.locked_until_ms - now_ms + 999) / 1000;
}

int tries_left(const StaffDoor& door) { return std::max(1, kDoorTries - door.wrong); }

StaffDoor begin_check(StaffDoor door) {
  MN_CHECK(!door.checking, "one PIN is checked at a time");
  door.checking = true;
  return door;
}

StaffDoor after_check(StaffDoor door, std::optional<bool> holds, std::int64_t now_ms) {
  MN_CHECK(door.checking, "a PIN was being checked");
  door.checking = false;
  if (!holds) return door;
  if (*holds) return StaffDoor{};
  return after_restart(door.wrong + 1, now_ms);
}

StaffDoor after_restart(int wrong_kept, std::int64_t now_ms) {
  StaffDoor door;
  door.wrong = std::clamp(wrong_kept, 0, kWrongKeptMax);
  if (const std::int64_t ms = lock_ms(door.wrong); ms != 0) door.locked_until_ms = now_ms + ms;
  return door;
}

std::string door_text(const StaffDoor& door) { return std::string(kWord) + std::to_string(door.wrong) + "\n"; }

int read_door_text(std::string_view text) {
  if (!text.starts_with(kWord) || !text.ends_with('\n')) return kDoorTries;
  text = text.substr(kWord.size(), text.size() - kWord.size() - 1);
  int wrong = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), wrong);
  const bool whole = error == std::errc() && at == text.data() + text.size() && !text.empty();
  return whole && wrong >= 0 && wrong <= kWrongKeptMax ? wrong : kDoorTries;
}

}  // namespace mn::kiosk
