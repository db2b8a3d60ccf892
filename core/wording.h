// One text in the languages of the screens.
#pragma once

#include <string>

#include "core/words.h"

namespace mn {

// Vietnamese always; the others may be missing: Chinese falls back to English, English to Vietnamese.
struct Wording {
  std::string vi;
  std::string en;
  std::string zh = {};
  const std::string& in(Language language) const;
};

}  // namespace mn
