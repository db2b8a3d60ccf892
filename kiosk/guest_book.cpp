#include "kiosk/guest_book.h"

#include "core/invitation.h"
#include "kiosk/typed_text.h"

namespace mn::kiosk {
namespace {

constexpr std::size_t kOfferLettersLeast = 2;

}  // namespace

GuestBook make_guest_book(GuestList list) {
  GuestIndex index = index_guests(list);
  return {std::move(list), std::move(index)};
}

std::vector<std::size_t> guests_offered(const GuestBook* book, std::string_view typed, std::size_t most) {
  std::vector<std::size_t> out;
  if (book == nullptr || letters_in(typed) < kOfferLettersLeast) return out;
  for (const FoundGuest& found : find(book->index, typed, most)) out.push_back(found.place);
  return out;
}

std::optional<std::size_t> guest_of_invitation(const GuestBook* book, std::string_view typed) {
  if (book == nullptr) return std::nullopt;
  const std::optional<std::string> code = read_invitation(typed);
  const Guest* guest = code ? find_invitation(book->list, *code) : nullptr;
  if (guest == nullptr) return std::nullopt;
  return static_cast<std::size_t>(guest - book->list.guests.data());
}

}  // namespace mn::kiosk
