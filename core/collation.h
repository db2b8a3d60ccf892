// The order of a Vietnamese list of names: ICU's rules for "vi" (a ă â b … d đ …; tones decide when the letters are the
// same). Pure: the rules are data of the library, no file is read.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace mn {

// The rules, made once (about a millisecond); key() may be called from one thread at a time.
class Collation {
 public:
  Collation();
  ~Collation();
  Collation(const Collation&) = delete;
  Collation& operator=(const Collation&) = delete;

  // Keys compare byte by byte as their texts stand in the list. Text is UTF-8; what is not sorts as U+FFFD.
  std::string key(std::string_view text) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace mn
