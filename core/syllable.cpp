// The tables: what may begin a syllable, what may stand in it, what may end it. The groups, as the input method that
// people here are used to has them; minority names of the Highlands (Đắk Lắk) among them.
#include "core/syllable.h"

#include <algorithm>
#include <array>

namespace mn {
namespace {

constexpr std::size_t kSyllableLettersMax = 8;  // ngh + three vowels + ng, and then no more

using Groups = std::uint32_t;  // a set of group numbers
constexpr Groups in(std::initializer_list<int> groups) {
  Groups set = 0;
  for (const int group : groups) set |= 1U << static_cast<unsigned>(group);
  return set;
}

constexpr std::array<std::u32string_view, 5> kOnsets = {
    U"b d đ g gh m n nh p ph r s t tr v z", U"c h k kh qu th", U"ch gi l ng ngh x", U"đ l", U"h",
};
constexpr std::array<std::u32string_view, 8> kNuclei = {
    U"ê i ua uê uy y",
    U"a iê oa uyê yê",
    U"â ă e o oo ô ơ oe u ư uâ uô ươ",
    U"oă",
    U"uơ",
    U"ai ao au âu ay ây eo êu ia iêu iu oai oao oay oeo oi ôi ơi ưa uây ui ưi uôi ươi ươu ưu uya uyu yêu",
    U"ă",
    U"i",
};
constexpr std::array<std::u32string_view, 5> kCodas = {U"ch nh", U"c ng", U"m n p t", U"k", U"c"};

// By onset group: the nuclei that follow. By nucleus group: the codas that follow.
constexpr std::array<Groups, 5> kNucleiAfter = {in({0, 1, 2, 5}), in({0, 1, 2, 3, 4, 5}), in({0, 1, 2, 3, 5}), in({6}),
                                                in({7})};
constexpr std::array<Groups, 8> kCodasAfter = {in({0, 2}), in({0, 1, 2}), in({1, 2}), in({1, 2}),
                                               in({}),     in({}),        in({3}),    in({4})};

// How a row's entry must agree with what was typed.
struct Agreement {
  bool whole = true;   // the entry has no more letters
  bool shapes = true;  // a plain letter does not stand for ă â ê ô ơ ư
};

// The letters as the tables write them: lower case, without tone.
struct Written {
  std::array<char32_t, kSyllableLettersMax> letters{};
  std::size_t size = 0;

  std::u32string_view part(std::size_t from, std::size_t to) const { return {letters.data() + from, to - from}; }
};

Written written(std::span<const Letter> letters) {
  Written out;
  for (Letter letter : letters) {
    letter.tone = Tone::none;
    letter.upper = false;
    out.letters.at(out.size++) = code_point_of(letter);
  }
  return out;
}

char32_t without_shape(char32_t letter) {
  switch (letter) {
    case U'ă':
    case U'â':
      return U'a';
    case U'ê':
      return U'e';
    case U'ô':
    case U'ơ':
      return U'o';
    case U'ư':
      return U'u';
    case U'đ':
      return U'd';
    default:
      return letter;
  }
}

bool agrees(std::u32string_view entry, std::u32string_view typed, Agreement agreement) {
  if (entry.size() < typed.size() || (agreement.whole && entry.size() > typed.size())) return false;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (typed[i] != entry[i] && (agreement.shapes || typed[i] != without_shape(entry[i]))) return false;
  }
  return true;
}

template <std::size_t N>
Groups groups_of(const std::array<std::u32string_view, N>& rows, std::u32string_view typed, Agreement agreement) {
  Groups found = 0;
  for (std::size_t group = 0; group < N; ++group) {
    std::u32string_view row = rows[group];
    while (!row.empty()) {
      const std::u32string_view entry = row.substr(0, row.find(U' '));
      row.remove_prefix(std::min(row.size(), entry.size() + 1));
      if (!agrees(entry, typed, agreement)) continue;
      found |= 1U << group;
      break;
    }
  }
  return found;
}

template <std::size_t N>
Groups following(const std::array<Groups, N>& table, Groups groups) {
  Groups out = 0;
  for (std::size_t group = 0; group < N; ++group) {
    if ((groups >> group & 1U) != 0) out |= table[group];
  }
  return out;
}

bool fits(std::span<const Letter> letters, bool whole) {
  if (letters.size() > kSyllableLettersMax) return false;
  for (const Letter& letter : letters) {
    if (letter.tone != Tone::none && !tone_fits_coda(letters, letter.tone)) return false;
  }
  const SyllableParts parts = parts_of(letters);
  const Written all = written(letters);
  const std::u32string_view onset = all.part(0, parts.nucleus);
  const std::u32string_view nucleus = all.part(parts.nucleus, parts.coda);
  const std::u32string_view coda = all.part(parts.coda, all.size);
  const Groups onsets = groups_of(kOnsets, onset, {.whole = whole || !nucleus.empty()});
  if (!onset.empty() && onsets == 0) return false;
  if (nucleus.empty()) return !onset.empty() && coda.empty();
  const Groups nuclei = groups_of(kNuclei, nucleus, {.whole = whole || !coda.empty(), .shapes = whole});
  const Groups codas = groups_of(kCodas, coda, {.whole = whole});
  if (nuclei == 0 || (!coda.empty() && codas == 0)) return false;
  if (!onset.empty() && (following(kNucleiAfter, onsets) & nuclei) == 0) return false;
  return coda.empty() || (following(kCodasAfter, nuclei) & codas) != 0;
}

bool is_one_of(const Letter& letter, char32_t base, Shape shape) {
  return letter.base == base && letter.shape == shape;
}

}  // namespace

SyllableParts parts_of(std::span<const Letter> letters) {
  SyllableParts parts;
  parts.coda = letters.size();
  while (parts.coda > 0 && !is_vowel(letters[parts.coda - 1])) --parts.coda;
  if (parts.coda == 0) return {letters.size(), letters.size()};
  parts.nucleus = parts.coda;
  while (parts.nucleus > 0 && is_vowel(letters[parts.nucleus - 1])) --parts.nucleus;
  if (parts.nucleus != 1) return parts;
  const std::size_t vowels = parts.coda - parts.nucleus;
  const char32_t before = letters[0].base;
  const char32_t glide = letters[1].base;
  const bool closed = parts.coda < letters.size();
  const bool gi = before == U'g' && glide == U'i' && vowels > 1 && !(letters[2].base == U'e' && closed);
  if (gi || (before == U'q' && glide == U'u')) ++parts.nucleus;
  return parts;
}

bool is_syllable(std::span<const Letter> letters) { return fits(letters, true); }

bool may_become_syllable(std::span<const Letter> letters) { return fits(letters, false); }

bool tone_fits_coda(std::span<const Letter> letters, Tone tone) {
  if (tone == Tone::none || tone == Tone::acute || tone == Tone::dot) return true;
  const auto coda = letters.subspan(parts_of(letters).coda);
  if (coda.size() == 2) return !(coda[0].base == U'c' && coda[1].base == U'h');
  if (coda.size() != 1) return true;
  const char32_t end = coda[0].base;
  return end != U'c' && end != U'k' && end != U'p' && end != U't';
}

std::optional<std::size_t> tone_place(std::span<const Letter> letters, TonePlacement placement) {
  const SyllableParts parts = parts_of(letters);
  const std::size_t first = parts.nucleus;
  const std::size_t vowels = parts.coda - first;
  const bool closed = parts.coda < letters.size();
  if (vowels == 1) return first;
  if (vowels == 3) {
    const bool uye = letters[first].base == U'u' && letters[first + 1].base == U'y' && letters[first + 2].base == U'e';
    return uye ? first + 2 : first + 1;
  }
  if (vowels != 2) return std::nullopt;
  const Letter& one = letters[first];
  const Letter& two = letters[first + 1];
  for (const std::size_t at : {first + 1, first}) {
    if (is_one_of(letters[at], U'o', Shape::horn) || is_one_of(letters[at], U'e', Shape::hat)) return at;
  }
  if (closed) return first + 1;
  if (placement == TonePlacement::classic) return first;
  const bool differ = (one.base == U'o' && (two.base == U'a' || two.base == U'e')) ||
                      (one.base == U'u' && (two.base == U'y' || two.base == U'e' || two.base == U'o'));
  return differ ? first + 1 : first;
}

}  // namespace mn
