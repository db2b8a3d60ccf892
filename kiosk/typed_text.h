// What a donor typed, in a place of its own that is overwritten with zeros when it goes out of use, so that nothing of
// the last visitor stays in memory. Never on the heap, never longer than its place.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "core/bytes.h"
#include "core/check.h"
#include "core/crypto.h"
#include "core/text.h"

namespace mn::kiosk {

template <std::size_t Capacity>
class WipedText {
 public:
  static constexpr std::size_t kBytesMax = Capacity;

  WipedText() = default;
  explicit WipedText(std::string_view text) { append(text); }
  // Copies take the whole place along, so an assignment leaves no byte of what stood there before.
  WipedText(const WipedText&) = default;
  WipedText& operator=(const WipedText&) = default;
  ~WipedText() { wipe(bytes_); }

  std::string_view view() const { return text_of(ByteView(bytes_).first(size_)); }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  bool holds(std::size_t more) const { return more <= Capacity - size_; }
  void append(std::string_view text) {
    MN_CHECK(holds(text.size()), "a typed text fits its place");
    std::copy(text.begin(), text.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += text.size();
  }
  bool operator==(const WipedText& other) const { return view() == other.view(); }

 private:
  ByteArray<Capacity> bytes_{};
  std::size_t size_ = 0;
};

// A name, a short field, or a message. Four bytes are the most that one letter of a sanitised text takes in UTF-8.
using TypedText = WipedText<4 * kMessageLettersMax>;

// A letter here is one code point: of what a donor can type, none joins with another into one grapheme, and so nothing
// has to be copied to count.
std::size_t letters_in(std::string_view text);
// Where the letter before or after byte `at` begins or ends; the text's ends stay.
std::size_t letter_before(std::string_view text, std::size_t at);
std::size_t letter_after(std::string_view text, std::size_t at);

// Single spaces, none at the ends: what sanitise() would leave of a typed text, without a copy on the heap.
TypedText trimmed(const TypedText& text);

// Overwrites what a string held, also a short one that lives inside the object.
void wipe_string(std::string& text);

}  // namespace mn::kiosk
