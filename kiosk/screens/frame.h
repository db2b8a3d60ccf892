// What every screen of the kiosk shares: the words in the visit's language, the numbers of its touch targets, and the
// frame: header with the fund's name and the trail, a place to read, a place to touch, and the row of buttons below.
// Skin: decides nothing.
#pragma once

#include <optional>
#include <string>

#include "core/strings.h"
#include "kiosk/visit.h"
#include "ui/canvas.h"
#include "ui/icon.h"
#include "ui/type.h"

namespace mn::kiosk {

// What all kiosks and displays together have: shown to make people come nearer. Nothing: not known.
struct LiveTotal {
  std::int64_t count = 0;
  Money pledged;
};

// What a screen looks at: all of it const, none of it kept.
struct Sight {
  const Visit& visit;
  const Terms& terms;
  const Strings& strings;
  std::int64_t now_ms = 0;
  std::int64_t utc_us = 0;
  const Surroundings* surroundings = nullptr;  // for the staff's screen
  std::optional<LiveTotal> total = {};
  bool reduced_motion = false;
};

const std::string& word(const Sight& sight, std::string_view key);
std::string in_words(const Sight& sight, Money amount);
// "2.000.000 ₫"
std::string figure(Money amount);
const std::string& giver_word(const Sight& sight, Giver giver);
ui::Icon giver_icon(Giver giver);
// "40 chiếc áo ấm"
std::string goods_words(const Sight& sight, const GoodsChosen& goods);

// The touch targets, each number one meaning on every screen.
enum Touch : ui::TargetId {
  kTouchLanguage = 1,
  kTouchStart,
  kTouchBack,
  kTouchOn,
  kTouchCancel,
  kTouchOtherAmount,
  kTouchGoods,
  kTouchThousand,
  kTouchEraseDigit,
  kTouchClearDigits,
  kTouchEditAmount,
  kTouchEditName,
  kTouchEditWay,
  kTouchEditPurpose,
  kTouchEditMessage,
  kTouchEditContact,
  kTouchPublish,
  kTouchHideAmount,
  kTouchKeep,
  kTouchLeaveOut,
  kTouchNewNumber,
  kTouchNotice,
  kTouchHelp,
  kTouchHelpOver,
  kTouchComfort,
  kTouchLargeText,
  kTouchLowReach,
  kTouchClose,
  kTouchMonthBefore,
  kTouchMonthAfter,
  kTouchPrint,
  kTouchMoreTime,
  kTouchAgain,
  kTouchFinish,
  kTouchVeil,
  kTouchStaffDoor,
  kTouchField,               // where text is typed: a touch puts the cursor
  kTouchDigit = 50,          // + 0..9
  kTouchPreset = 60,         // + its place
  kTouchUnitPreset = 70,     // + its place
  kTouchGiver = 80,          // + Giver
  kTouchOffer = 90,          // + its place
  kTouchSpeak = 96,          // + Language
  kTouchWay = 100,           // + Way
  kTouchUnit = 110,          // + its place
  kTouchContactField = 120,  // + ContactField
  kTouchFund = 130,          // + its place
  kTouchStaffOrder = 160,    // + StaffOrder
  kTouchDay = 200,           // + the day of the month
  kTouchKey = 300,           // + 40 × KeyKind + index
};

// How long a screen takes to come in. Motion is a function of now - since.
inline constexpr int kEnterMs = 220;
inline constexpr float kFootHeight = 112;
inline constexpr float kPillHeight = 104;  // of the smaller ways beside it
// The corner that staff press, and for how long.
inline constexpr int kStaffDoorMs = 3000;

struct Frame {
  ui::Canvas canvas;  // for all of the screen but its header: it comes in
  ui::Rect words;     // to read: the question and what was chosen so far
  ui::Rect body;      // to touch, and whatever else the screen shows
  ui::Rect foot;      // for back, help and on
  bool low = false;   // everything that can be touched lies in the lower half of the glass
};
// Draws background, header, trail, language and comfort, and says where the rest goes. `words_height`: how high the
// place to read is, unless controls must lie low: then it has the upper half.
Frame draw_frame(const ui::Canvas& canvas, const Sight& sight, std::optional<Tap>& tap, float words_height = 96);

// All between header and foot, for screens that hold nothing to touch there.
ui::Rect whole_of(const Frame& frame);

// The way on, right in the foot; the way back, left. True when tapped.
bool draw_on(const Frame& frame, const std::string& label, bool enabled, ui::Icon icon = ui::Icon::forward);
bool draw_back(const Frame& frame, const std::string& label, ui::Icon icon = ui::Icon::back);
float back_width(const Frame& frame);
// Where back and on leave room in the foot.
ui::Rect middle_of_foot(const Frame& frame);
// "Call for help", in the middle of the foot.
void draw_help(const Frame& frame, const Sight& sight, std::optional<Tap>& tap);

// A paragraph in the largest size from `look.size` down at which it is no higher than `room` and no word is broken, not
// below `least` (as it comes out). `height`: what it takes then.
struct Fitted {
  ui::TextLook look;
  float height = 0;
};
inline constexpr float kLeading = 1.2F;
// How high a paragraph is, unlimited.
float paragraph_height(const ui::Canvas& canvas, std::string_view text, const ui::TextLook& look, float width);
Fitted fitted(const ui::Canvas& canvas, std::string_view text, ui::TextLook look, ui::Size room, float least = 18);
// Draws it in the middle of its place, down.
void draw_fitted(const ui::Canvas& canvas, ui::Rect area, std::string_view text, const ui::TextLook& look,
                 float least = 18);

// An amount, and under it its words, in two lines when they are long.
void draw_sum(const ui::Canvas& canvas, ui::Rect area, const Sight& sight, Money amount, ui::Align align);

// The question of a screen in its place to read, and beside it what was chosen so far.
void draw_question(const Frame& frame, const Sight& sight, const std::string& question, const Choices& chosen);
void draw_question(const Frame& frame, const std::string& question, const std::string& note = {});

// Digits as on a telephone, with 000 or without; gives the tap.
std::optional<Tap> draw_digits(const ui::Canvas& canvas, ui::Rect area, const Sight& sight, bool with_thousand);

}  // namespace mn::kiosk
