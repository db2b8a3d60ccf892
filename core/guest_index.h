// Finding a guest by the first letters typed. Ignores marks, case, tone placement, signs and spaces. What it gives
// holds no amount and no representative: anybody may type. Pure; built once, then only read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/guests.h"

namespace mn {

inline constexpr std::size_t kGuestsFoundMax = 50;
// Fewer letters than these stand inside almost every name; they are looked for at beginnings only.
inline constexpr std::size_t kInsideLettersLeast = 3;

// How well what was typed fits a name, best first. "Sở Y tế tỉnh Lạng Sơn" as the example.
enum class GuestFit : std::uint8_t {
  whole,            // "so y te tinh lang son", and nothing follows
  beginning,        // "so y", "soyte"
  from_a_word,      // "y te", "langson"
  word_beginnings,  // "so te lang": beginnings of words, in this order
  any_order,        // "lang son so": beginnings of different words
  initials,         // "syt", "syt ls": beginnings of words run together, as abbreviations are
  inside,           // "ang"
};

struct FoundGuest {
  std::size_t place = 0;  // in GuestList::guests
  std::string organisation;
  Giver group = Giver::agency;
  GuestFit fit = GuestFit::whole;
};

// One way to write a name: as it stands, with its abbreviations in full ("UBND xã" also as "Ủy ban nhân dân xã"), or
// without its "và".
struct GuestSpelling {
  std::size_t guest = 0;  // in GuestIndex::guests
  std::string letters;    // A-Z 0-9, without spaces
  std::vector<std::uint32_t> word_starts;
  std::uint64_t signs = 0;        // which letters and digits occur: a quick no
  std::uint64_t first_signs = 0;  // which of them begin a word
};

struct GuestIndex {
  std::vector<FoundGuest> guests;        // by protocol order, then by the letters of the name, then by place
  std::vector<GuestSpelling> spellings;  // by guest
};

GuestIndex index_guests(const GuestList& list);

// The best `most` (at most kGuestsFoundMax) guests for what was typed: by fit, then protocol order, then the letters of
// the name. Nothing typed finds nothing. Reads every guest: under 2 ms for 10,000 (docs/guests.md has the figures).
std::vector<FoundGuest> find(const GuestIndex& index, std::string_view typed, std::size_t most);

}  // namespace mn
