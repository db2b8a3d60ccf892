// Things that tell: badges, a ring with a number, the bubble over a pressed key, a calm line. None of them can be
// touched; each says what it says by icon, shape or words, never by colour alone.
#pragma once

#include <optional>
#include <string_view>

#include "ui/control.h"

namespace mn::ui {

enum class NoticeKind { plain, good, warning };

// A small label with an icon: a state or a count. As wide as badge_width says, or narrower and shrunk.
void badge(const Canvas& canvas, Rect rect, std::string_view label, NoticeKind kind = NoticeKind::plain,
           std::optional<Icon> icon = std::nullopt);
float badge_width(const Canvas& canvas, std::string_view label, float height, bool with_icon = true);

// A ring, its share (0..1) filled clockwise from twelve, with a number in the middle and a small word under it.
struct RingLook {
  float thickness = 0;  // 0: a twelfth of the width
  std::string_view note = {};
  bool urgent = false;  // a broken track and a warning's colour
};
void progress_ring(const Canvas& canvas, Rect rect, float share, std::string_view number, const RingLook& look = {});

// The letter of the key under the finger, large in a bubble above it and joined to it, kept on the canvas; below the
// key where there is no room above. Draw it after all keys. The letter is drawn, and nothing of it kept.
void key_bubble(const Canvas& canvas, Rect key, std::string_view letter);

// A calm line that comes, stays and goes: centred on rect's middle, no wider than rect; `share` is how much of it has
// come (see entering()).
void toast(const Canvas& canvas, Rect rect, std::string_view text, float share, NoticeKind kind = NoticeKind::plain);

}  // namespace mn::ui
