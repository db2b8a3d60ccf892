// One JSON object of the campaign file, walked strictly: for the files that read it (core/campaign*.cpp) alone.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/campaign.h"

namespace mn {

inline constexpr std::size_t kWordingLettersMax = 400;

// Takes known keys, remembers every mistake with its path, and in the end names keys nobody asked for.
class Section {
 public:
  Section(const nlohmann::json& object, std::string path, std::vector<std::string>& mistakes);

  const nlohmann::json* find(const char* key);
  bool has(const char* key) const { return object_.is_object() && object_.contains(key); }

  std::string text(const char* key, bool required = true, std::size_t letters_max = kWordingLettersMax);
  Wording wording(const char* key, std::size_t letters_max = kWordingLettersMax);
  // The texts of this section itself.
  Wording languages(std::size_t letters_max = kWordingLettersMax);
  // At most `most` wordings; none when the key is not there.
  std::vector<Wording> wordings(const char* key, std::size_t most, std::size_t letters_max = kWordingLettersMax);

  Money money(const char* key, Money least, Money most);
  Money checked_money(const std::string& key, const nlohmann::json* value, Money least, Money most);
  // `least_count` to `most_count` ascending amounts, each from `least` to `most`.
  std::vector<Money> ascending(const char* key, const nlohmann::json* list, std::size_t least_count,
                               std::size_t most_count, Money least, Money most);
  std::int64_t integer(const char* key, std::int64_t otherwise, std::int64_t least, std::int64_t most);
  LocalTime day(const char* key);
  // A day and a time of day.
  LocalTime moment(const char* key);
  bool flag(const char* key, bool otherwise);
  // One of a few words, `otherwise` when the key is not there.
  template <class Value>
  Value one_of(const char* key, Value otherwise, const std::vector<std::pair<std::string, Value>>& words) {
    const nlohmann::json* value = find(key);
    if (value == nullptr) return otherwise;
    std::string expected = "one of";
    for (const auto& [word, meaning] : words) {
      if (value->is_string() && value->get_ref<const std::string&>() == word) return meaning;
      expected += " \"" + word + "\"";
    }
    wrong(key, expected, value);
    return otherwise;
  }

  void wrong(const std::string& key, const std::string& expected, const nlohmann::json* found);
  void finish();

 private:
  std::string place(const std::string& key) const;

  const nlohmann::json& object_;
  std::string path_;
  std::vector<std::string>& mistakes_;
  std::vector<std::string> asked_;
};

// The block `screen`; what it says by itself when it is not there.
ScreenSettings read_screen_settings(Section& top, std::vector<std::string>& mistakes);

}  // namespace mn
