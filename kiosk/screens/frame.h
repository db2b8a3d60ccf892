// What every screen of the kiosk shares: the words in the visit's language, the numbers of its touch targets, the
// header with the fund's name, the trail and the language switch, and the row of buttons below. Skin: decides nothing.
#pragma once

#include <optional>
#include <string>

#include "core/strings.h"
#include "kiosk/visit.h"
#include "ui/canvas.h"
#include "ui/icon.h"
#include "ui/type.h"

namespace mn::kiosk {

// What a screen looks at: all of it const, none of it kept.
struct Sight {
  const Visit& visit;
  const Terms& terms;
  const Strings& strings;
  std::int64_t now_ms = 0;
};

const std::string& word(const Sight& sight, std::string_view key);
std::string in_words(const Sight& sight, Money amount);
// "2.000.000 ₫"
std::string figure(Money amount);
const std::string& giver_word(const Sight& sight, Giver giver);
ui::Icon giver_icon(Giver giver);

// The touch targets, each number one meaning on every screen.
enum Touch : ui::TargetId {
  kTouchLanguage = 1,
  kTouchStart,
  kTouchBack,
  kTouchOn,
  kTouchCancel,
  kTouchOtherAmount,
  kTouchThousand,
  kTouchEraseDigit,
  kTouchClearDigits,
  kTouchEditAmount,
  kTouchEditName,
  kTouchPublish,
  kTouchHideAmount,
  kTouchMoreTime,
  kTouchAgain,
  kTouchFinish,
  kTouchVeil,
  kTouchPreset = 30,  // + its place
  kTouchDigit = 40,   // + 0..9
  kTouchGiver = 60,   // + Giver
  kTouchKey = 100,    // + 40 × KeyKind + index
};

// How long a screen takes to come in. Motion is a function of now - since.
inline constexpr int kEnterMs = 220;
inline constexpr float kFootHeight = 112;

struct Frame {
  ui::Canvas canvas;  // for body and foot: it comes in
  ui::Rect body;
  ui::Rect foot;  // for back, on and help
};
// Draws background, header, trail and language switch, and says where the rest goes.
Frame draw_frame(const ui::Canvas& canvas, const Sight& sight, std::optional<Tap>& tap);

// The way on, right in the foot; the way back, left. True when tapped.
bool draw_on(const ui::Canvas& canvas, ui::Rect foot, const std::string& label, bool enabled,
             ui::Icon icon = ui::Icon::forward);
bool draw_back(const ui::Canvas& canvas, ui::Rect foot, const std::string& label, ui::Icon icon = ui::Icon::back);
// "Need help?" in the foot, where there is no way on; one line.
void draw_help(const ui::Canvas& canvas, ui::Rect foot, const Sight& sight);

// An amount, and under it its words, in two lines when they are long.
void draw_sum(const ui::Canvas& canvas, ui::Rect area, const Sight& sight, Money amount, ui::Align align);

// The question of a screen, and on its right the amount chosen so far with its words; gives what is left below.
ui::Rect draw_question(const ui::Canvas& canvas, ui::Rect body, const Sight& sight, const std::string& question,
                       Money amount);

}  // namespace mn::kiosk
