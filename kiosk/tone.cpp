#include "kiosk/tone.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace mn::kiosk {
namespace {

struct Vowel {
  std::array<std::string_view, kToneCount> forms;  // by Tone
  bool shaped;                                     // ă â ê ô ơ ư: they draw the mark to themselves
};

constexpr std::array<Vowel, 24> kVowels = {{
    {{"a", "á", "à", "ả", "ã", "ạ"}, false}, {{"ă", "ắ", "ằ", "ẳ", "ẵ", "ặ"}, true},
    {{"â", "ấ", "ầ", "ẩ", "ẫ", "ậ"}, true},  {{"e", "é", "è", "ẻ", "ẽ", "ẹ"}, false},
    {{"ê", "ế", "ề", "ể", "ễ", "ệ"}, true},  {{"i", "í", "ì", "ỉ", "ĩ", "ị"}, false},
    {{"o", "ó", "ò", "ỏ", "õ", "ọ"}, false}, {{"ô", "ố", "ồ", "ổ", "ỗ", "ộ"}, true},
    {{"ơ", "ớ", "ờ", "ở", "ỡ", "ợ"}, true},  {{"u", "ú", "ù", "ủ", "ũ", "ụ"}, false},
    {{"ư", "ứ", "ừ", "ử", "ữ", "ự"}, true},  {{"y", "ý", "ỳ", "ỷ", "ỹ", "ỵ"}, false},
    {{"A", "Á", "À", "Ả", "Ã", "Ạ"}, false}, {{"Ă", "Ắ", "Ằ", "Ẳ", "Ẵ", "Ặ"}, true},
    {{"Â", "Ấ", "Ầ", "Ẩ", "Ẫ", "Ậ"}, true},  {{"E", "É", "È", "Ẻ", "Ẽ", "Ẹ"}, false},
    {{"Ê", "Ế", "Ề", "Ể", "Ễ", "Ệ"}, true},  {{"I", "Í", "Ì", "Ỉ", "Ĩ", "Ị"}, false},
    {{"O", "Ó", "Ò", "Ỏ", "Õ", "Ọ"}, false}, {{"Ô", "Ố", "Ồ", "Ổ", "Ỗ", "Ộ"}, true},
    {{"Ơ", "Ớ", "Ờ", "Ở", "Ỡ", "Ợ"}, true},  {{"U", "Ú", "Ù", "Ủ", "Ũ", "Ụ"}, false},
    {{"Ư", "Ứ", "Ừ", "Ử", "Ữ", "Ự"}, true},  {{"Y", "Ý", "Ỳ", "Ỷ", "Ỹ", "Ỵ"}, false},
}};

struct Letter {
  std::string_view text;
  const Vowel* vowel = nullptr;  // null: a consonant or a sign
  std::size_t tone = 0;

  char plain() const {  // for the few comparisons with ASCII letters, lower case
    const char first = vowel != nullptr ? vowel->forms[0][0] : text[0];
    return first >= 'A' && first <= 'Z' ? static_cast<char>(first - 'A' + 'a') : first;
  }
  bool part_of_word() const {
    const char sign = text[0];
    return vowel != nullptr || text.size() > 1 || (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
  }
};

Letter letter_from(std::string_view text) {
  for (const Vowel& vowel : kVowels) {
    for (std::size_t tone = 0; tone < kToneCount; ++tone) {
      if (vowel.forms[tone] == text) return {text, &vowel, tone};
    }
  }
  return {text};
}

std::vector<Letter> letters_in(std::string_view text) {
  std::vector<Letter> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<std::uint8_t>(text[end]) & 0xC0U) == 0x80U) ++end;
    out.push_back(letter_from(text.substr(at, end - at)));
    at = end;
  }
  return out;
}

// The last vowel group of the last word: letters [first, end), of which those from `core` on can carry the mark (the u
// of "qu" and the i of "gi" before another vowel are consonants).
struct Group {
  std::size_t first = 0, core = 0, end = 0;
  bool closed = false;  // consonants follow
};

std::optional<Group> last_group(const std::vector<Letter>& letters) {
  Group group;
  group.end = letters.size();
  while (group.end > 0 && letters[group.end - 1].vowel == nullptr && letters[group.end - 1].part_of_word()) --group.end;
  group.closed = group.end < letters.size();
  group.first = group.end;
  while (group.first > 0 && letters[group.first - 1].vowel != nullptr) --group.first;
  if (group.first == group.end) return std::nullopt;
  group.core = group.first;
  if (group.first > 0 && group.end - group.first >= 2) {
    const char before = letters[group.first - 1].plain();
    const char glide = letters[group.first].vowel->shaped ? ' ' : letters[group.first].plain();
    if ((before == 'q' && glide == 'u') || (before == 'g' && glide == 'i')) ++group.core;
  }
  return group;
}

struct Places {
  std::size_t classic = 0;
  std::optional<std::size_t> modern;  // only where the two schools differ: open oa, oe, uy
};

Places places_of(const std::vector<Letter>& letters, const Group& group) {
  const std::size_t size = group.end - group.core;
  for (std::size_t at = group.end; at > group.core; --at) {
    if (letters[at - 1].vowel->shaped) return {at - 1, std::nullopt};
  }
  if (size == 1) return {group.core, std::nullopt};
  if (group.closed) return {group.end - 1, std::nullopt};
  if (size > 2) return {group.core + 1, std::nullopt};
  const char one = letters[group.core].plain();
  const char two = letters[group.core + 1].plain();
  const bool differ = (one == 'o' && (two == 'a' || two == 'e')) || (one == 'u' && two == 'y');
  return {group.core, differ ? std::optional(group.core + 1) : std::nullopt};
}

std::string joined(const std::vector<Letter>& letters) {
  std::string out;
  for (const Letter& letter : letters) out += letter.vowel != nullptr ? letter.vowel->forms[letter.tone] : letter.text;
  return out;
}

// Where the mark of the group stands, if it has one.
std::optional<std::size_t> marked_place(const std::vector<Letter>& letters, const Group& group) {
  for (std::size_t at = group.first; at < group.end; ++at) {
    if (letters[at].tone != 0) return at;
  }
  return std::nullopt;
}

}  // namespace

std::string with_tone(std::string_view text, Tone tone) {
  std::vector<Letter> letters = letters_in(text);
  const std::optional<Group> group = last_group(letters);
  if (!group) return std::string(text);
  const Places places = places_of(letters, *group);
  const std::optional<std::size_t> before = marked_place(letters, *group);
  const std::size_t wanted = static_cast<std::size_t>(tone);
  const bool same = before && letters[*before].tone == wanted;
  for (std::size_t at = group->first; at < group->end; ++at) letters[at].tone = 0;
  if (!same) {
    letters[places.classic].tone = wanted;
  } else if (places.modern && *before != *places.modern) {
    letters[*places.modern].tone = wanted;
  }
  return joined(letters);
}

std::string with_settled_tone(std::string_view text) {
  std::vector<Letter> letters = letters_in(text);
  const std::optional<Group> group = last_group(letters);
  const std::optional<std::size_t> at = group ? marked_place(letters, *group) : std::nullopt;
  if (!at) return std::string(text);
  const Places places = places_of(letters, *group);
  if (*at == places.classic || places.modern == at) return std::string(text);
  letters[places.classic].tone = letters[*at].tone;
  letters[*at].tone = 0;
  return joined(letters);
}

std::string marked_letter(std::string_view text, Tone tone) {
  const std::vector<Letter> letters = letters_in(text);
  const std::optional<Group> group = last_group(letters);
  const Vowel& vowel = group ? *letters[places_of(letters, *group).classic].vowel : kVowels[0];
  return std::string(vowel.forms[static_cast<std::size_t>(tone)]);
}

}  // namespace mn::kiosk
