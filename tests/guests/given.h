// Small invited lists for tests, and the sample one.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "backend-sync/guest_list.h"
#include "core/guests.h"
#include "core/invitation.h"
#include "tests/support/dice.h"

namespace mn::given {

// The n-th invitation code, always the same.
inline std::string invitation(std::uint64_t n) {
  Dice dice{n};
  return make_invitation(dice.array<ByteArray<8>>());
}

inline GuestList guests(const std::vector<std::string>& names) {
  GuestList list{CampaignId{"lang-son-2025"}, {}};
  for (const std::string& name : names) {
    Guest guest;
    guest.organisation = name;
    guest.order = static_cast<int>(list.guests.size()) + 1;
    guest.invitation = invitation(list.guests.size());
    list.guests.push_back(guest);
  }
  return list;
}

inline std::string sample_csv() {
  std::ifstream file(MANGNON_SOURCE_DIR "/assets/campaign/guests-sample.csv", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline GuestSheetOptions options() {
  return {CampaignId{"lang-son-2025"}, std::nullopt, Money{10'000}, Money{100'000'000'000}};
}

inline GuestList sample() {
  const Result<GuestSheet> sheet = read_guest_sheet(sample_csv(), "guests-sample.csv", options());
  EXPECT_TRUE(sheet.ok()) << sheet.failure().words;
  if (!sheet) return {};
  for (const GuestFault& fault : sheet->faults) ADD_FAILURE() << fault.line << guest_fault_words(fault, Language::en);
  GuestList list = sheet->list;
  Dice dice{1};
  give_invitations(list, nullptr, [&] { return dice.array<ByteArray<8>>(); });
  return list;
}

}  // namespace mn::given
