#include "core/guest_index.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "core/text.h"

namespace mn {
namespace {

constexpr std::size_t kFits = static_cast<std::size_t>(GuestFit::inside) + 1;
constexpr std::size_t kTypedBytesMax = 1024;  // of what was typed; a name has at most 90 letters
constexpr std::size_t kWordsInAnyOrder = 64;  // of a name; 90 letters have fewer
constexpr std::size_t kAbbreviationMax = 63;  // places in it are bits of one word

struct Abbreviation {
  std::string_view brief;
  std::string_view full;
};

// Written short on lists as often as in full, and typed either way. Each a whole word of a folded name.
constexpr std::array kAbbreviations = {
    Abbreviation{"BHXH", "BAO HIEM XA HOI"},
    Abbreviation{"BQL", "BAN QUAN LY"},
    Abbreviation{"BV", "BENH VIEN"},
    Abbreviation{"CLB", "CAU LAC BO"},
    Abbreviation{"CP", "CO PHAN"},
    Abbreviation{"DNTN", "DOANH NGHIEP TU NHAN"},
    Abbreviation{"DT", "DAO TAO"},
    Abbreviation{"DV", "DICH VU"},
    Abbreviation{"GD", "GIAO DUC"},
    Abbreviation{"HDND", "HOI DONG NHAN DAN"},
    Abbreviation{"HTX", "HOP TAC XA"},
    Abbreviation{"LDLD", "LIEN DOAN LAO DONG"},
    Abbreviation{"LHPN", "LIEN HIEP PHU NU"},
    Abbreviation{"MTTQ", "MAT TRAN TO QUOC"},
    Abbreviation{"MTV", "MOT THANH VIEN"},
    Abbreviation{"TDTT", "THE DUC THE THAO"},
    Abbreviation{"THCS", "TRUNG HOC CO SO"},
    Abbreviation{"THPT", "TRUNG HOC PHO THONG"},
    Abbreviation{"TM", "THUONG MAI"},
    Abbreviation{"TMCP", "THUONG MAI CO PHAN"},
    Abbreviation{"TNCS", "THANH NIEN CONG SAN"},
    Abbreviation{"TNHH", "TRACH NHIEM HUU HAN"},
    Abbreviation{"TP", "THANH PHO"},
    Abbreviation{"TTYT", "TRUNG TAM Y TE"},
    Abbreviation{"UBMTTQ", "UY BAN MAT TRAN TO QUOC"},
    Abbreviation{"UBND", "UY BAN NHAN DAN"},
};

std::vector<std::string> words_of(std::string_view key) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start < key.size();) {
    const std::size_t end = std::min(key.find(' ', start), key.size());
    words.emplace_back(key.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

// The name's key with its abbreviations in full and "&" as "và".
std::string in_full(std::string_view organisation) {
  std::string with_and;
  for (const char c : organisation) with_and += c == '&' ? " va " : std::string(1, c);
  std::string full;
  for (const std::string& word : words_of(organisation_key(with_and))) {
    const auto same = [&](const Abbreviation& known) { return known.brief == word; };
    const auto at = std::ranges::find_if(kAbbreviations, same);
    full += (full.empty() ? "" : " ") + (at == kAbbreviations.end() ? word : std::string(at->full));
  }
  return full;
}

// Without "và", which abbreviations pass over: "Sở GD&ĐT", "Sở KHCN".
std::string without_and(std::string_view key) {
  std::string out;
  for (const std::string& word : words_of(key)) {
    if (word != "VA") out += (out.empty() ? "" : " ") + word;
  }
  return out;
}

std::uint64_t sign_bit(char c) { return std::uint64_t{1} << (c >= 'A' ? c - 'A' : 26 + c - '0'); }

std::uint64_t signs_in(std::string_view letters) {
  std::uint64_t signs = 0;
  for (const char c : letters) signs |= sign_bit(c);
  return signs;
}

GuestSpelling spelling_of(std::size_t guest, std::string_view key) {
  GuestSpelling spelling;
  spelling.guest = guest;
  for (const std::string& word : words_of(key)) {
    spelling.word_starts.push_back(static_cast<std::uint32_t>(spelling.letters.size()));
    spelling.letters += word;
    spelling.first_signs |= sign_bit(word.front());
  }
  spelling.signs = signs_in(spelling.letters);
  return spelling;
}

// What was typed, once for all guests.
struct Typed {
  std::string letters;
  std::vector<std::string> parts;      // as spaces part it
  std::vector<std::string> by_length;  // the same, longest first
  std::uint64_t signs = 0;
  std::uint64_t first_signs = 0;  // of the parts
};

Typed read_typed(std::string_view typed) {
  Typed out;
  if (typed.size() > kTypedBytesMax) return out;
  out.parts = words_of(organisation_key(typed));
  for (const std::string& part : out.parts) {
    out.letters += part;
    out.first_signs |= sign_bit(part.front());
  }
  out.by_length = out.parts;
  std::ranges::stable_sort(out.by_length, [](const auto& a, const auto& b) { return a.size() > b.size(); });
  out.signs = signs_in(out.letters);
  return out;
}

std::string_view from_word(const GuestSpelling& spelling, std::size_t word) {
  return std::string_view(spelling.letters).substr(spelling.word_starts[word]);
}

std::string_view word_at(const GuestSpelling& spelling, std::size_t word) {
  const bool last = word + 1 == spelling.word_starts.size();
  return from_word(spelling, word)
      .substr(0, last ? std::string_view::npos : spelling.word_starts[word + 1] - spelling.word_starts[word]);
}

bool begins_at_a_word(const GuestSpelling& spelling, std::string_view letters) {
  for (std::size_t word = 1; word < spelling.word_starts.size(); ++word) {
    if (from_word(spelling, word).starts_with(letters)) return true;
  }
  return false;
}

// Each part begins at a word after those of the part before. The first place that fits is the best: it ends first.
bool are_word_beginnings(const GuestSpelling& spelling, const Typed& typed) {
  std::size_t word = 0;
  for (const std::string& part : typed.parts) {
    while (word < spelling.word_starts.size() && !from_word(spelling, word).starts_with(part)) ++word;
    if (word == spelling.word_starts.size()) return false;
    const std::size_t end = spelling.word_starts[word] + part.size();
    while (word < spelling.word_starts.size() && spelling.word_starts[word] < end) ++word;
  }
  return true;
}

// Longest first: the words that begin with a part are the same as, or fewer than, or others than those that begin with
// a shorter one, so that taking any of them never takes a word that only another part could have.
bool are_in_any_order(const GuestSpelling& spelling, const Typed& typed) {
  const std::size_t words = std::min(spelling.word_starts.size(), kWordsInAnyOrder);
  if (typed.parts.size() < 2) return false;
  std::uint64_t taken = 0;
  for (const std::string& part : typed.by_length) {
    std::size_t word = 0;
    while (word < words && ((taken >> word & 1U) != 0 || !word_at(spelling, word).starts_with(part))) ++word;
    if (word == words) return false;
    taken |= std::uint64_t{1} << word;
  }
  return true;
}

// The word after the beginnings of consecutive words, from this one on, that make up the part; 0 when they cannot. Bit
// n of `reached`: the first n letters of the part are used up.
std::size_t end_of_initials(const GuestSpelling& spelling, std::string_view part, std::size_t word) {
  std::uint64_t reached = 1;
  for (; word < spelling.word_starts.size() && reached != 0; ++word) {
    const std::string_view letters = word_at(spelling, word);
    std::uint64_t further = 0;
    for (std::size_t used = 0; used < part.size(); ++used) {
      if ((reached >> used & 1U) == 0) continue;
      for (std::size_t n = 0; n < letters.size() && used + n < part.size() && part[used + n] == letters[n]; ++n) {
        further |= std::uint64_t{1} << (used + n + 1);
      }
    }
    if ((further >> part.size() & 1U) != 0) return word + 1;
    reached = further;
  }
  return 0;
}

bool are_initials(const GuestSpelling& spelling, const Typed& typed) {
  std::size_t next = 0;
  for (const std::string& part : typed.parts) {
    if (part.size() > kAbbreviationMax) return false;
    std::size_t first_end = 0;
    for (std::size_t word = next; word < spelling.word_starts.size(); ++word) {
      if (spelling.letters[spelling.word_starts[word]] != part.front()) continue;
      const std::size_t end = end_of_initials(spelling, part, word);
      if (end != 0 && (first_end == 0 || end < first_end)) first_end = end;
    }
    if (first_end == 0) return false;
    next = first_end;
  }
  return true;
}

bool fits(const GuestSpelling& spelling, const Typed& typed, GuestFit fit) {
  switch (fit) {
    case GuestFit::whole:
      return spelling.letters == typed.letters;
    case GuestFit::beginning:
      return spelling.letters.starts_with(typed.letters);
    case GuestFit::from_a_word:
      return begins_at_a_word(spelling, typed.letters);
    case GuestFit::word_beginnings:
      return typed.parts.size() > 1 && are_word_beginnings(spelling, typed);
    case GuestFit::any_order:
      return are_in_any_order(spelling, typed);
    case GuestFit::initials:
      return are_initials(spelling, typed);
    case GuestFit::inside:
      return typed.letters.size() >= kInsideLettersLeast && spelling.letters.find(typed.letters) != std::string::npos;
  }
  return false;
}

// Whether words can begin with the parts at all: each part takes at least one.
bool may_begin_words(const GuestSpelling& spelling, const Typed& typed) {
  return (typed.first_signs & ~spelling.first_signs) == 0 && typed.parts.size() <= spelling.word_starts.size();
}

// The best fit that is better than `limit` (a number of fits), or `limit`.
std::size_t best_fit(const GuestSpelling& spelling, const Typed& typed, std::size_t limit) {
  if ((typed.signs & ~spelling.signs) != 0) return limit;
  // Of these the letters decide, wherever the spaces are.
  constexpr std::size_t kByParts = static_cast<std::size_t>(GuestFit::word_beginnings);
  constexpr std::size_t kInside = static_cast<std::size_t>(GuestFit::inside);
  const bool by_parts = may_begin_words(spelling, typed);
  for (std::size_t fit = 0; fit < limit; ++fit) {
    if (!by_parts && fit >= kByParts && fit < kInside) continue;
    if (fits(spelling, typed, static_cast<GuestFit>(fit))) return fit;
  }
  return limit;
}

}  // namespace

GuestIndex index_guests(const GuestList& list) {
  struct Keyed {
    int order;
    std::string key;
    std::size_t place;
  };
  std::vector<Keyed> keyed;
  keyed.reserve(list.guests.size());
  for (const Guest& guest : list.guests) {
    keyed.push_back({guest.order, organisation_key(guest.organisation), keyed.size()});
  }
  std::ranges::sort(keyed, [](const Keyed& a, const Keyed& b) {
    return std::tie(a.order, a.key, a.place) < std::tie(b.order, b.key, b.place);
  });
  GuestIndex index;
  index.guests.reserve(keyed.size());
  for (const Keyed& one : keyed) {
    const Guest& guest = list.guests[one.place];
    const std::size_t at = index.guests.size();
    index.guests.push_back({one.place, guest.organisation, guest.group, GuestFit::whole});
    index.spellings.push_back(spelling_of(at, one.key));
    const std::string full = in_full(guest.organisation);
    if (full != one.key) index.spellings.push_back(spelling_of(at, full));
    const std::string brief = without_and(one.key);
    if (brief != one.key) index.spellings.push_back(spelling_of(at, brief));
  }
  return index;
}

std::vector<FoundGuest> find(const GuestIndex& index, std::string_view typed, std::size_t most) {
  most = std::min(most, kGuestsFoundMax);
  const Typed asked = read_typed(typed);
  std::vector<FoundGuest> out;
  if (asked.letters.empty() || most == 0) return out;
  // Guests come in the order of ties. Once `most` of them fit at least so well, only a better fit is of interest.
  std::array<std::vector<std::size_t>, kFits> found;
  std::size_t limit = kFits;
  const auto take = [&](std::size_t guest, std::size_t fit) {
    found[fit].push_back(guest);
    std::size_t so_well = 0;
    for (std::size_t i = 0; i < limit; ++i) {
      so_well += found[i].size();
      if (so_well >= most) limit = i;
    }
  };
  for (std::size_t i = 0; i < index.spellings.size();) {
    const std::size_t guest = index.spellings[i].guest;
    std::size_t best = limit;
    for (; i < index.spellings.size() && index.spellings[i].guest == guest; ++i) {
      best = best_fit(index.spellings[i], asked, best);
    }
    if (best < limit) take(guest, best);
  }
  for (std::size_t fit = 0; fit < kFits; ++fit) {
    for (const std::size_t guest : found[fit]) {
      if (out.size() == most) return out;
      out.push_back(index.guests[guest]);
      out.back().fit = static_cast<GuestFit>(fit);
    }
  }
  return out;
}

}  // namespace mn
