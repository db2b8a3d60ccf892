// Goods in kind: what, how many of which unit, and what they are worth, if the giver knows. Three screens.
#include "core/numbers.h"
#include "kiosk/order.h"
#include "kiosk/screens/field.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/writing.h"
#include "ui/choice.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

std::optional<Tap> draw_units(const ui::Canvas& canvas, ui::Rect area, const GoodsChosen& goods, const Sight& sight) {
  std::optional<Tap> tap;
  const std::vector<Wording>& units = sight.terms.campaign.goods_units;
  const int count = static_cast<int>(units.size());
  const int columns = area.height >= 2 * ui::space::touch + ui::space::small ? std::min(count, 3) : count;
  const int rows = (count + columns - 1) / columns;
  for (int i = 0; i < count; ++i) {
    const ui::Rect row = ui::row_of(area, i / columns, rows, ui::space::small);
    const ui::Rect cell = ui::column_of(row, i % columns, columns, ui::space::small);
    const std::size_t unit = static_cast<std::size_t>(i);
    if (ui::chip(canvas, kTouchUnit + i, cell, units[unit].in(sight.visit.language),
                 {.chosen = unit == goods.unit, .size = 34})) {
      tap = tap::ChooseUnit{unit};
    }
  }
  return tap;
}

}  // namespace

std::optional<Tap> draw_goods_what(const ui::Canvas& canvas, const GoodsWhat& screen, const Sight& sight) {
  const GoodsChosen& goods = *screen.chosen.goods;
  const Writing writing{word(sight, "goods.title"),
                        TextField{word(sight, "goods.what"), word(sight, "goods.hint"), ui::Icon::gift,
                                  goods.what.view(), screen.typing.cursor},
                        goods.what,
                        screen.typing,
                        name_complete(goods.what),
                        tap::GoodsNamed{}};
  return draw_writing(canvas, writing, sight);
}

std::optional<Tap> draw_goods_count(const ui::Canvas& canvas, const GoodsCount& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const GoodsChosen& goods = *screen.chosen.goods;
  const Frame frame = draw_frame(canvas, sight, tap, 0);
  const ui::Theme& theme = *canvas.theme;
  ui::Rect reading = frame.words, body = frame.body;
  ui::Rect pad = body;
  ui::Rect units;
  if (frame.low) {
    const float least = std::max(100.0F, ui::touch_least(canvas));
    ui::cut_bottom(reading, ui::space::small);
    units = ui::cut_top(pad, canvas.portrait() ? 2 * least + ui::space::small : least, ui::space::small);
  } else {
    pad = canvas.portrait() ? ui::cut_bottom(body, 740, ui::space::large) : ui::cut_right(body, 700, ui::space::medium);
    reading = body;
  }
  ui::card(frame.canvas, reading);
  ui::Rect inside = ui::inset(reading, reading.height < 420 ? 24 : 44);
  if (!frame.low) {
    units = ui::cut_bottom(inside, canvas.portrait() ? 220.0F : 230.0F, ui::space::small);
    const ui::Rect caption = ui::cut_bottom(inside, 44, 6);
    ui::draw_text_in(frame.canvas, caption, word(sight, "goods.unit"),
                     {.face = ui::Face::semibold, .size = 30, .colour = theme.ink_soft}, 20);
  }
  ui::draw_text_in(frame.canvas, ui::cut_top(inside, 56, 6), word(sight, "goods.count"),
                   {.face = ui::Face::semibold, .size = 34, .colour = theme.ink_soft}, 20);
  const ui::Rect line = ui::cut_top(inside, std::min(150.0F, inside.height * 0.62F));
  const bool empty = goods.quantity == 0;
  ui::draw_text_in(frame.canvas, line, grouped(Money{goods.quantity}),
                   {.face = ui::Face::display_extrabold, .size = 120, .colour = empty ? theme.ink_soft : theme.action},
                   40);
  ui::fill(frame.canvas, {line.x, line.bottom(), line.width, 5}, theme.chosen_line, 2);
  ui::cut_top(inside, 16);
  if (!empty) {
    const std::string words = goods_words(sight, goods);
    const Fitted fit = fitted(frame.canvas, words, {.face = ui::Face::medium, .size = 32, .colour = theme.ink},
                              {inside.width, inside.height});
    ui::draw_paragraph(frame.canvas, inside, words, fit.look, 8, kLeading);
  }
  if (const std::optional<Tap> unit = draw_units(frame.canvas, units, goods, sight)) tap = unit;
  if (const std::optional<Tap> digit = draw_digits(frame.canvas, pad, sight, false)) tap = digit;
  if (draw_back(frame, word(sight, "btn.back"))) tap = tap::Back{};
  draw_help(frame, sight, tap);
  if (draw_on(frame, word(sight, "btn.next"), goods.quantity > 0)) tap = tap::GoodsCounted{};
  return tap;
}

std::optional<Tap> draw_goods_value(const ui::Canvas& canvas, const GoodsValue& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Money value = screen.chosen.goods->value;
  const Frame frame = draw_frame(canvas, sight, tap, 0);
  const AmountFault fault = value_fault(value, sight.terms.campaign);
  const FigureField field{.caption = word(sight, "goods.value"),
                          .figure = figure(value),
                          .empty = value.dong == 0,
                          .words = value.dong == 0 ? word(sight, "goods.value_hint") : in_words(sight, value),
                          .notice = limit_words(sight, fault)};
  if (const std::optional<Tap> typed = draw_pad(frame, sight, field, true)) tap = typed;
  if (draw_back(frame, word(sight, "btn.back"))) tap = tap::Back{};
  draw_help(frame, sight, tap);
  const bool left_out = value.dong == 0;
  if (draw_on(frame, word(sight, left_out ? "btn.skip" : "btn.next"), fault == AmountFault::none)) {
    tap = tap::GoodsValued{};
  }
  return tap;
}

}  // namespace mn::kiosk
