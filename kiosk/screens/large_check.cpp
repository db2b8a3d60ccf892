// A large amount, asked about before it is chosen: its groups of three taken apart and named, its words, yes or edit.
#include <array>

#include "core/numbers.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

// What the groups of three are called, from the right.
constexpr std::array<std::string_view, 5> kGroupKeys = {"group.dong", "group.thousand", "group.million",
                                                        "group.billion", "group.trillion"};

std::vector<std::string> groups_in(const std::string& figures) {
  std::vector<std::string> out(1);
  for (const char sign : figures) {
    if (sign == '.') {
      out.emplace_back();
    } else {
      out.back() += sign;
    }
  }
  return out;
}

void draw_groups(const ui::Canvas& canvas, ui::Rect area, Money amount, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const std::vector<std::string> groups = groups_in(grouped(amount));
  const int count = static_cast<int>(groups.size());
  const float gap = ui::space::small;
  const float widest = 330;
  const float width = std::min(area.width, static_cast<float>(count) * (widest + gap) - gap);
  const ui::Rect row = ui::centred(area, {width, area.height});
  for (int i = 0; i < count; ++i) {
    ui::Rect cell = ui::column_of(row, i, count, gap);
    ui::fill(canvas, cell, theme.chosen, ui::corner::medium);
    const ui::Rect name = ui::cut_bottom(cell, 64);
    ui::draw_text_in(
        canvas, cell, groups[static_cast<std::size_t>(i)],
        {.face = ui::Face::display_extrabold, .size = 132, .colour = theme.action, .align = ui::Align::centre}, 48);
    const std::size_t from_right = static_cast<std::size_t>(count - 1 - i);
    ui::draw_text_in(canvas, name, word(sight, kGroupKeys.at(from_right)),
                     {.face = ui::Face::semibold, .size = 34, .colour = theme.ink, .align = ui::Align::centre}, 22);
  }
}

}  // namespace

std::optional<Tap> draw_large_check(const ui::Canvas& canvas, const LargeCheck& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap, 0);
  const ui::Theme& theme = *canvas.theme;
  const ui::Canvas& in = frame.canvas;
  const ui::Rect whole = whole_of(frame);
  const ui::Rect area = ui::centred(whole, {whole.width, std::min(whole.height, 940.0F)});
  ui::card(in, area);
  ui::Rect inside = ui::inset(area, 44);
  ui::Rect warning = ui::cut_top(inside, 110, ui::space::large);
  ui::fill(in, warning, theme.warning_ground, ui::corner::medium);
  warning = ui::inset(warning, 16);
  ui::cut_left(warning, 8);
  ui::draw_icon(in, ui::Icon::warning, ui::cut_left(warning, 56, 24), theme.warning);
  ui::draw_text_in(in, warning, word(sight, "amount.large"),
                   {.face = ui::Face::semibold, .size = 38, .colour = theme.warning}, 24);
  draw_groups(in, ui::cut_top(inside, std::min(290.0F, inside.height * 0.5F), ui::space::large), screen.asked, sight);
  draw_fitted(in, inside, in_words(sight, screen.asked),
              {.face = ui::Face::semibold, .size = 48, .colour = theme.ink, .align = ui::Align::centre}, 22);
  if (ui::button(in, kTouchEditAmount,
                 ui::Rect{frame.foot.x, frame.foot.y, std::min(280.0F, frame.foot.width * 0.26F), frame.foot.height},
                 word(sight, "btn.edit"),
                 {.kind = ui::ButtonKind::plain, .icon = ui::Icon::pencil, .size = 34, .radius = ui::corner::pill})) {
    tap = tap::EditAmount{};
  }
  if (draw_on(frame, word(sight, "amount.zeros_right"), true, ui::Icon::check)) tap = tap::ZerosAreRight{};
  return tap;
}

}  // namespace mn::kiosk
