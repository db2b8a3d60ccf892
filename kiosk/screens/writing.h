// A screen on which letters are typed: the question, the field with its cursor, what is offered, the keyboard. Skin.
#pragma once

#include "kiosk/screens/field.h"

namespace mn::kiosk {

struct Writing {
  std::string question;
  TextField field;
  const TypedText& text;
  const Typing& typing;
  bool may_go_on = false;
  Tap go_on;
  std::string on_label = {};                  // "" : "continue"
  std::optional<std::string> leave_out = {};  // the label of a way past the question
  bool may_offer = false;                     // room for offers is kept, so that no key moves when they come and go
  std::span<const std::size_t> offers = {};   // guests of the invited list
  std::string offers_hint = {};               // what to do when nothing is offered yet
};
std::optional<Tap> draw_writing(const ui::Canvas& canvas, const Writing& writing, const Sight& sight);

}  // namespace mn::kiosk
