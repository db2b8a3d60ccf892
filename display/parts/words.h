// The display's own words in one language, from assets/strings. Givers' names never come this way.
#pragma once

#include <string>
#include <string_view>

#include "core/words.h"

namespace mn {

class Strings;

struct Words {
  std::string pledged;
  std::string received;
  std::string goods;  // in kind, by its estimated value
  std::string matched;
  std::string count;
  std::string gap;
  std::string target;
  std::string milestone;
  std::string reached;
  std::string latest;
  std::string invite;  // where cards will stand, before the first
  std::string unnamed;
  std::string waiting;  // for a name that is not released yet
  std::string amount_hidden;
  std::string scan;
  std::string sample_account;
  std::string merged;   // with {count}
  std::string updated;  // with {time}
  std::string rehearsal;
  std::string soon;  // on the starting scene
  std::string dong;
  std::string person;
  std::string business;
  std::string agency;
  std::string group;
  std::string social;

  // Any other text by its key, for scenes that have words of their own.
  const std::string& text(std::string_view key) const;

  const Strings* strings = nullptr;  // must outlive this
  Language language = Language::vi;
};

// The text with {key} replaced by a value.
std::string filled(std::string text, std::string_view key, std::string_view value);

Words words_of(const Strings& strings, Language language);

}  // namespace mn
