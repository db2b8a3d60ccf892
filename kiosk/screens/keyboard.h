// The keys: where they lie on a wide and on a tall glass, and how they look. Skin.
#pragma once

#include <optional>

#include "kiosk/screens/frame.h"

namespace mn::kiosk {

// Labels in the targets line are what the keys would type now ("a", "A", "&"), and "sắc" "huyền" "hỏi" "ngã" "nặng",
// "shift", "backspace", "space", "page".
std::optional<Key> draw_keyboard(const ui::Canvas& canvas, ui::Rect area, const TypedText& text, const Typing& typing,
                                 const Sight& sight);
// The height a keyboard wants; `tight`: when it must share the glass with more than the text it types.
float keyboard_height(const ui::Canvas& canvas, bool tight);

}  // namespace mn::kiosk
