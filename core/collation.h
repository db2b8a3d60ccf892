// Vietnamese alphabetical order, by ICU's collator: a ă â b c d đ e ê … with the tones in their order (none, huyền,
// hỏi, ngã, sắc, nặng). Pure: no files, no statics; the collator is the object's own.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace mn {

// Made once and kept, for making one costs milliseconds. Not for two threads at a time.
class Collation {
 public:
  Collation();
  ~Collation();
  Collation(Collation&&) noexcept;
  Collation& operator=(Collation&&) noexcept;

  // Keys compare as bytes, as names are ordered: letters before tones before capitals (small first). Names that are the
  // same letter for letter have the same key. Invalid UTF-8 is read as U+FFFD, never an error.
  std::string vietnamese_sort_key(std::string_view text) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace mn
