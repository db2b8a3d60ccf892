// A short text about a person, in a place of its own that is overwritten with zeros when it goes out of use. Never on
// the heap, so that no copy stays behind in memory that was given back.
#pragma once

#include <algorithm>
#include <string_view>

#include "core/bytes.h"
#include "core/check.h"
#include "core/crypto.h"

namespace mn {

template <std::size_t kBytesMost>
class PrivateText {
 public:
  static constexpr std::size_t kBytesMax = kBytesMost;

  PrivateText() = default;
  explicit PrivateText(std::string_view text) { append(text); }
  // Copies take the whole place along, so an assignment leaves no byte of what stood there before.
  PrivateText(const PrivateText&) = default;
  PrivateText& operator=(const PrivateText&) = default;
  ~PrivateText() { wipe(bytes_); }

  std::string_view view() const { return text_of(ByteView(bytes_).first(size_)); }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  void append(std::string_view text) {
    MN_CHECK(text.size() <= kBytesMax - size_, "a private text fits its place");
    std::copy(text.begin(), text.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += text.size();
  }
  bool operator==(const PrivateText& other) const { return view() == other.view(); }

 private:
  ByteArray<kBytesMax> bytes_{};
  std::size_t size_ = 0;
};

// Long enough for a telephone number or a tax code in every form of them, masked ones included.
using PrivateNumber = PrivateText<32>;

}  // namespace mn
