#include "tests/demo/typing.h"

#include <map>

#include "core/compose.h"

namespace mn::demo {
namespace {

struct Split {
  std::string base;
  std::string tone;
};

std::vector<std::string> letters_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    out.push_back(text.substr(i, size));
    i += size;
  }
  return out;
}

const std::map<std::string, Split>& toned_letters() {
  static const std::map<std::string, Split> table = [] {
    constexpr const char* kRows[] = {"aáàảãạ", "ăắằẳẵặ", "âấầẩẫậ", "eéèẻẽẹ", "êếềểễệ", "iíìỉĩị", "oóòỏõọ", "ôốồổỗộ",
                                     "ơớờởỡợ", "uúùủũụ", "ưứừửữự", "yýỳỷỹỵ", "AÁÀẢÃẠ", "ĂẮẰẲẴẶ", "ÂẤẦẨẪẬ", "EÉÈẺẼẸ",
                                     "ÊẾỀỂỄỆ", "IÍÌỈĨỊ", "OÓÒỎÕỌ", "ÔỐỒỔỖỘ", "ƠỚỜỞỠỢ", "UÚÙỦŨỤ", "ƯỨỪỬỮỰ", "YÝỲỶỸỴ"};
    constexpr const char* kTones[] = {"", "sắc", "huyền", "hỏi", "ngã", "nặng"};
    std::map<std::string, Split> out;
    for (const char* row : kRows) {
      const std::vector<std::string> letters = letters_of(row);
      for (std::size_t tone = 1; tone < letters.size(); ++tone) out[letters[tone]] = {letters[0], kTones[tone]};
    }
    return out;
  }();
  return table;
}

}  // namespace

std::vector<std::string> key_labels(const std::string& name) {
  std::vector<std::string> keys;
  std::string tone;
  std::string typed;           // the word's letters so far
  std::size_t word_begin = 0;  // among the keys
  const auto end_word = [&] {
    // A word that Telex would make something else of is typed with the VI/EN key at EN.
    if (compose_word(Method::telex, TonePlacement::classic, typed) != typed) {
      keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(word_begin), "vi/en");
      keys.push_back("vi/en");
    }
    if (!tone.empty()) keys.push_back(tone);
    tone.clear();
    typed.clear();
  };
  for (const std::string& letter : letters_of(name)) {
    if (letter == " ") {
      end_word();
      keys.push_back("space");
      word_begin = keys.size();
      continue;
    }
    const auto toned = toned_letters().find(letter);
    if (toned == toned_letters().end()) {
      keys.push_back(letter);
      typed += letter;
    } else {
      keys.push_back(toned->second.base);
      typed += toned->second.base;
      tone = toned->second.tone;
    }
  }
  end_word();
  return keys;
}

}  // namespace mn::demo
