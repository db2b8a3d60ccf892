// What people do to the glass, as plain values. Holds what was typed only in places that wipe themselves.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "ui/geometry.h"

namespace mn::ui {

// `cancel`: whatever was down is down no more (the window lost the fingers). `composing`: what an input method would
// write as things stand, in place of what it said before; empty when it is done or gave up. Show it, do not keep it.
enum class InputKind { down, move, up, cancel, key, text, composing };

// Keys a screen may care about; letters arrive as text.
enum class Key {
  other,
  enter,
  escape,
  backspace,
  del,
  left,
  right,
  up,
  down,
  page_up,
  page_down,
  home,
  end,
  space,
  tab,
  f1,
  f2,
  f3,
  f4,
  f5,
  f11,
  f12
};

// UTF-8 as somebody typed it. At most kMost bytes, cut between letters; overwritten with noughts when it goes.
class InputText {
 public:
  static constexpr std::size_t kMost = 128;
  InputText() = default;
  InputText(std::string_view text) { add(text); }                     // NOLINT: made from text wherever text is meant
  InputText(const char* text) : InputText(std::string_view(text)) {}  // NOLINT
  InputText(const InputText& other) = default;
  InputText& operator=(const InputText& other) = default;
  ~InputText();

  std::string_view view() const { return {bytes_.data(), size_}; }
  operator std::string_view() const { return view(); }  // NOLINT
  bool empty() const { return size_ == 0; }
  bool operator==(const InputText& other) const { return view() == other.view(); }
  // Adds as many whole letters as there is room for; gives how many bytes those were.
  std::size_t add(std::string_view more);
  void wipe();

 private:
  std::array<char, kMost> bytes_{};
  std::size_t size_ = 0;
};

// Any mouse, as a finger.
constexpr std::int64_t kMouseFinger = -1;

struct Input {
  InputKind kind = InputKind::move;
  Point at{};  // canvas units, for down, move and up
  Key key = Key::other;
  bool control = false;     // Ctrl held, for keys
  bool repeated = false;    // for keys: nobody pressed it anew, it is being held
  InputText text{};         // for text and composing
  std::uint32_t at_ms = 0;  // when, by the window system's clock; wraps
  std::int64_t finger = 0;  // which, for down, move and up
};

}  // namespace mn::ui
