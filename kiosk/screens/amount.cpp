// How much: what persons and what organisations usually give, each amount with its words, and the ways to any other
// gift. Nothing is chosen before.
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

constexpr float kCaption = 58;

struct Presets {
  std::span<const Money> amounts;
  ui::TargetId first;
  ui::Icon icon;
  const std::string& caption;
};

void draw_caption(const ui::Canvas& canvas, ui::Rect area, const Presets& presets) {
  const ui::Theme& theme = *canvas.theme;
  ui::draw_icon(canvas, presets.icon, ui::centred(ui::cut_left(area, 44, 14), {44, 44}), theme.action);
  ui::draw_text_in(canvas, area, presets.caption, {.face = ui::Face::semibold, .size = 30, .colour = theme.ink}, 18);
}

// As many columns as the rows need to be touched well.
int columns_for(const ui::Canvas& canvas, float height, int count) {
  for (int columns = 2; columns < count; ++columns) {
    const int rows = (count + columns - 1) / columns;
    if (height >= static_cast<float>(rows) * (ui::touch_least(canvas) + ui::space::tiny) - ui::space::tiny) {
      return columns;
    }
  }
  return count;
}

// How the words under the figures of a group come out: one size for all of them, on one line or on two.
struct WordsLook {
  ui::TextLook look;
  float figure_size = 48;
  float height = 0;
};
constexpr float kWordsLeading = 1.22F;

WordsLook words_look(const ui::Canvas& canvas, const Presets& presets, ui::Size cell, const Sight& sight) {
  WordsLook out{
      .look = {.face = ui::Face::medium, .size = 28, .colour = canvas.theme->ink, .align = ui::Align::centre}};
  const float width = cell.width - 24;
  const auto lines = [&] {
    std::size_t most = 1;
    for (const Money amount : presets.amounts) {
      most = std::max(most, ui::wrapped(canvas, in_words(sight, amount), out.look, width, 60).size());
    }
    return static_cast<float>(most);
  };
  for (const Money amount : presets.amounts) {
    const ui::TextLook figures{.face = ui::Face::display_bold, .size = out.figure_size};
    out.figure_size = std::min(out.figure_size, ui::fitting_size(canvas, figure(amount), figures, width, 20));
  }
  const float room = cell.height - 12;
  const auto needed = [&] {
    out.height = lines() * ui::text_size(canvas, out.look.size) * kWordsLeading;
    return out.height + ui::text_size(canvas, out.figure_size) * 1.08F;
  };
  while (needed() > room && out.look.size * canvas.text_scale > 18) {
    out.look.size -= 1;
    if (out.figure_size > 34) out.figure_size -= 1;
  }
  return out;
}

// One amount: its figures and, in the size that all of its group have, its words.
bool draw_preset(const ui::Canvas& canvas, ui::TargetId id, ui::Rect rect, Money amount, const std::string& words,
                 const WordsLook& look) {
  const ui::Theme& theme = *canvas.theme;
  const ui::Touched touched = ui::touch(canvas, {.id = id, .rect = rect, .label = figure(amount)});
  rect = ui::shifted(rect, 0, 4 * ui::depth_of(canvas, touched));
  ui::card(canvas, rect, ui::corner::medium);
  if (touched.pressed) {
    ui::fill(canvas, rect, theme.chosen, ui::corner::medium);
    ui::outline(canvas, rect, theme.chosen_line, ui::corner::medium, 4);
  }
  const float figures = ui::text_size(canvas, look.figure_size) * 1.08F;
  ui::Rect block = ui::centred(rect, {rect.width - 24, std::min(rect.height, figures + look.height)});
  ui::draw_text_in(
      canvas, ui::cut_top(block, figures), figure(amount),
      {.face = ui::Face::display_bold, .size = look.figure_size, .colour = theme.action, .align = ui::Align::centre},
      18);
  ui::draw_paragraph(canvas, block, words, look.look, 3, kWordsLeading);
  return touched.tapped;
}

std::optional<Tap> draw_cells(const ui::Canvas& canvas, ui::Rect area, const Presets& presets, const Sight& sight) {
  std::optional<Tap> tap;
  const int count = static_cast<int>(presets.amounts.size());
  const float gap = area.height < 360 ? ui::space::tiny : ui::space::small;
  const int columns = columns_for(canvas, area.height, count);
  const int rows = (count + columns - 1) / columns;
  const auto cell_at = [&](int i) {
    return ui::column_of(ui::row_of(area, i / columns, rows, gap), i % columns, columns, gap);
  };
  const WordsLook look = words_look(canvas, presets, {cell_at(0).width, cell_at(0).height}, sight);
  for (int i = 0; i < count; ++i) {
    const Money amount = presets.amounts[static_cast<std::size_t>(i)];
    if (draw_preset(canvas, presets.first + i, cell_at(i), amount, in_words(sight, amount), look)) {
      tap = tap::Choose{amount};
    }
  }
  return tap;
}

// A group on its pale ground, with its caption.
std::optional<Tap> draw_presets(const ui::Canvas& canvas, ui::Rect area, const Presets& presets, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  ui::fill(canvas, area, ui::with_alpha(theme.surface, 0.62F), ui::corner::large);
  ui::outline(canvas, area, ui::with_alpha(theme.surface, 0.9F), ui::corner::large);
  ui::Rect inside = ui::inset(area, area.height < 340 ? 12 : 18);
  draw_caption(canvas, ui::cut_top(inside, kCaption - 14, area.height < 340 ? 8 : 14), presets);
  return draw_cells(canvas, inside, presets, sight);
}

std::optional<Tap> draw_other(const ui::Canvas& canvas, ui::Rect row, float size, bool goods, const Sight& sight) {
  std::optional<Tap> tap;
  const ui::Rect other = goods ? ui::column_of(row, 0, 2, ui::space::medium) : row;
  if (ui::button(canvas, kTouchOtherAmount, other, word(sight, "amount.other"),
                 {.icon = ui::Icon::pencil, .size = size, .radius = ui::corner::large})) {
    tap = tap::OtherAmount{};
  }
  if (goods && ui::button(canvas, kTouchGoods, ui::column_of(row, 1, 2, ui::space::medium), word(sight, "amount.goods"),
                          {.icon = ui::Icon::gift, .size = size, .radius = ui::corner::large})) {
    tap = tap::GiveGoods{};
  }
  return tap;
}

}  // namespace

std::optional<Tap> draw_amount(const ui::Canvas& canvas, const Amount& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const auto take = [&](const std::optional<Tap>& tapped) {
    if (tapped) tap = tapped;
  };
  const bool portrait = canvas.portrait();
  Frame frame = draw_frame(canvas, sight, tap, portrait && screen.chosen.amount.dong > 0 ? 220 : 96);
  const ui::Canvas& in = frame.canvas;
  const Campaign& campaign = sight.terms.campaign;
  const Presets persons{campaign.presets, kTouchPreset, ui::Icon::family, word(sight, "amount.persons")};
  const Presets units{campaign.unit_presets, kTouchUnitPreset, ui::Icon::building, word(sight, "amount.units")};
  const bool two = !campaign.unit_presets.empty();
  const bool goods = !campaign.goods_units.empty();
  ui::Rect body = frame.body;
  const auto half = [&](const ui::Rect& whole, int i) {
    if (!two) return whole;
    return portrait ? ui::row_of(whole, i, 2, ui::space::medium) : ui::column_of(whole, i, 2, ui::space::medium);
  };
  if (frame.low && !portrait) {
    // There is little height: captions stand above, the other ways in the foot, where nothing leads on.
    const ui::Rect captions = ui::cut_bottom(frame.words, kCaption, ui::space::small);
    draw_caption(in, half(captions, 0), persons);
    if (two) draw_caption(in, half(captions, 1), units);
    take(draw_cells(in, half(body, 0), persons, sight));
    if (two) take(draw_cells(in, half(body, 1), units, sight));
    ui::Rect others = frame.foot;
    ui::cut_left(others, back_width(frame) + ui::space::small);
    take(draw_other(in, ui::cut_left(others, others.width * 0.7F, ui::space::small), 32, goods, sight));
    if (ui::button(in, kTouchHelp, others, word(sight, "btn.help"),
                   {.kind = ui::ButtonKind::quiet, .size = 30, .radius = ui::corner::pill})) {
      tap = tap::CallHelp{};
    }
  } else {
    const float row_height = frame.low ? ui::touch_least(canvas) : 124.0F;
    const ui::Rect row = ui::cut_bottom(body, row_height, frame.low ? ui::space::small : ui::space::medium);
    if (portrait) body = ui::cut_bottom(body, std::min(body.height, two ? 1180.0F : 700.0F));
    take(draw_presets(in, half(body, 0), persons, sight));
    if (two) take(draw_presets(in, half(body, 1), units, sight));
    take(draw_other(in, row, 40, goods, sight));
    draw_help(frame, sight, tap);
  }
  draw_question(frame, sight, word(sight, "amount.title"), screen.chosen);
  const bool editing = screen.chosen.reviewed;
  if (draw_back(frame, word(sight, editing ? "btn.back" : "btn.cancel"), editing ? ui::Icon::back : ui::Icon::cross)) {
    tap = tap::Back{};
  }
  return tap;
}

}  // namespace mn::kiosk
