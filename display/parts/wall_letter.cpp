#include "display/parts/wall_letter.h"

#include "core/letters.h"

namespace mn {

std::string wall_letter(const std::string& name) {
  std::size_t at = 0;
  const char32_t first = name.empty() ? U'\0' : next_code_point(name, at);
  if (!is_word_letter(first)) return {};
  Letter letter = letter_of(first);
  letter.tone = Tone::none;
  letter.upper = true;
  std::string out;
  append_code_point(out, code_point_of(letter));
  return out;
}

}  // namespace mn
