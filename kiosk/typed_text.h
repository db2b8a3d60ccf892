// What a donor typed: at most one name, in a place of its own that is overwritten with zeros when it goes out of use,
// so that nothing of the last visitor stays in memory. Never on the heap, never longer than a name may be.
#pragma once

#include <algorithm>
#include <string_view>

#include "core/bytes.h"
#include "core/check.h"
#include "core/crypto.h"
#include "core/text.h"

namespace mn::kiosk {

class TypedText {
 public:
  // Four bytes are the most that one letter of a sanitised name takes in UTF-8.
  static constexpr std::size_t kBytesMax = 4 * kNameLettersMax;

  TypedText() = default;
  explicit TypedText(std::string_view text) : size_(text.size()) {
    MN_CHECK(text.size() <= kBytesMax, "a typed name fits its place");
    std::copy(text.begin(), text.end(), bytes_.begin());
  }
  // Copies take the whole place along, so an assignment leaves no byte of what stood there before.
  TypedText(const TypedText&) = default;
  TypedText& operator=(const TypedText&) = default;
  ~TypedText() { wipe(bytes_); }

  std::string_view view() const { return text_of(ByteView(bytes_).first(size_)); }
  bool empty() const { return size_ == 0; }
  bool operator==(const TypedText& other) const { return view() == other.view(); }

 private:
  ByteArray<kBytesMax> bytes_{};
  std::size_t size_ = 0;
};

}  // namespace mn::kiosk
