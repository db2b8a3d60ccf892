// Any bytes at all as an invited list's file and as what is typed at the kiosk: read or refused, found or not, and what
// is read without a fault is written and read back the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "backend-sync/guest_list.h"
#include "core/check.h"
#include "core/guest_index.h"
#include "core/invitation.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)mn::read_guest_list(bytes, "fuzz.json");
  if (const auto code = mn::read_invitation(bytes)) MN_CHECK(mn::read_invitation(*code) == code, "a code reads back");
  const mn::Result<mn::GuestSheet> sheet =
      mn::read_guest_sheet(bytes, "fuzz.csv", {mn::CampaignId{"fuzz"}, mn::Giver::agency});
  if (!sheet) {
    MN_CHECK(!sheet.failure().words.empty(), "a refusal says why");
    return 0;
  }
  for (const mn::GuestFault& fault : sheet->faults) {
    MN_CHECK(fault.line > 0 && !mn::guest_fault_words(fault, mn::Language::vi).empty(), "a fault says where and why");
  }
  if (!sheet->faults.empty()) return 0;
  mn::GuestList list = sheet->list;
  std::uint8_t drawn = 0;
  mn::give_invitations(list, nullptr, [&] { return mn::ByteArray<8>{++drawn, 1, 2, drawn, 4, drawn, 6, 7}; });
  const mn::Result<mn::GuestList> again = mn::read_guest_list(mn::guest_list_text(list), "again.json");
  MN_CHECK(again.ok() && again->guests == list.guests, "what was read is written and read back the same");
  const mn::GuestIndex index = mn::index_guests(list);
  for (const mn::Guest& guest : list.guests) {
    MN_CHECK(!mn::find(index, guest.organisation, 50).empty(), "a guest is found by the whole name");
  }
  return 0;
}
