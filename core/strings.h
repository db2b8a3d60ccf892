// What the screens say, by key, in every language. The texts are data (assets/strings/); code holds keys only.
#pragma once

#include <array>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "core/result.h"
#include "core/words.h"

namespace mn {

// Holds this: all languages have the same keys, and for each key the same {placeholders}.
class Strings {
 public:
  // Each a flat JSON object, key → text. Fails with bad_input and names the key: in one language only, not text,
  // placeholders that differ, a brace without its other half.
  static Result<Strings> read(std::string_view vi_json, std::string_view en_json, std::string_view zh_json);

  // The text, placeholders and all. A key that is not there is a mistake in our code: stops the program.
  const std::string& text(Language language, std::string_view key) const;
  // For keys that come from data, such as a fund's: nullptr when there is none.
  const std::string* find(Language language, std::string_view key) const;

  std::size_t size() const { return texts_[0].size(); }

 private:
  using Texts = std::map<std::string, std::string, std::less<>>;

  std::array<Texts, std::size(kLanguages)> texts_;  // by Language
};

// The text with each {name} replaced by its value: fill("Mã: {code}", {{"code", "7K3"}}). Values are put in as they
// are, braces too. A placeholder without a value stops the program; a value without a placeholder is left out.
std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string_view>> values);

}  // namespace mn
