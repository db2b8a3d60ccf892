// Places where something is typed: an amount with its words, or a line of letters with its cursor. Skin.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/screens/frame.h"

namespace mn::kiosk {

// A figure as it is typed, its words at all times, and what is wrong with it. True when "clear" was tapped.
struct FigureField {
  std::string caption;
  std::string figure;
  bool empty = false;
  std::string words = {};   // under it
  std::string notice = {};  // what is wrong, kindly
  std::string effect = {};  // what such a gift does, where there is room for it
  bool clearable = true;    // false where nothing may be touched: "erase" held down clears as well
};
bool draw_figure_field(const ui::Canvas& canvas, ui::Rect area, const FigureField& field, const Sight& sight);

// Such a field and the digits for it, side by side or one above the other; gives the tap.
std::optional<Tap> draw_pad(const Frame& frame, const Sight& sight, FigureField field, bool with_thousand);

// A calm line about what is wrong.
void draw_limit(const ui::Canvas& canvas, ui::Rect area, const std::string& words, bool good = false);
std::string limit_words(const Sight& sight, AmountFault fault);

// Letters as they are typed, wrapped, with the cursor. Gives the byte in the text before which a touch put it.
struct TextField {
  std::string caption;
  std::string hint;  // while nothing is typed
  ui::Icon icon = ui::Icon::pencil;
  std::string_view text;
  std::size_t cursor = 0;  // bytes
  std::size_t letters_max = kNameLettersMax;
};
std::optional<std::size_t> draw_text_field(const ui::Canvas& canvas, ui::Rect area, const TextField& field);

}  // namespace mn::kiosk
