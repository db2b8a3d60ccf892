// The symbolic board of a sponsor, drawn from plain words.
#pragma once

#include <string>

#include "display/parts/moments.h"

namespace mn {

struct BoardFace {
  std::string purpose;  // for whom it is: in the board's head
  std::string date;     // beside it, where there is room; "" for none
  std::string kind;     // of giver; "" for none
  std::string name;
  std::string sum;        // with its unit, or goods, or what stands for a hidden sum; "" for none
  bool is_money = false;  // figures; otherwise words
  std::string in_words;   // under it; "" for none
};
// `u`: the least letters. The sum comes out last (`sum_share` 0..1).
void draw_board(const ui::Canvas& canvas, ui::Rect rect, const BoardFace& face, float u, float sum_share);

}  // namespace mn
