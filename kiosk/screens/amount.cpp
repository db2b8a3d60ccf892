// How much: what persons and what organisations usually give, each amount with its words, and the ways to any other
// gift. Nothing is chosen before.
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

constexpr float kRowLeast = 100;
constexpr float kCaption = 58;

struct Presets {
  std::span<const Money> amounts;
  ui::TargetId first;
  ui::Icon icon;
  const std::string& caption;
};

// As many columns as the rows need to be touched well.
int columns_for(float height, int count) {
  for (int columns = 2; columns < count; ++columns) {
    const int rows = (count + columns - 1) / columns;
    if (height >= static_cast<float>(rows) * (kRowLeast + ui::space::small) - ui::space::small) return columns;
  }
  return count;
}

// One amount: its figures and, in the size that all of its group have, its words.
bool draw_preset(const ui::Canvas& canvas, ui::TargetId id, ui::Rect rect, Money amount, const std::string& words,
                 float words_size) {
  const ui::Theme& theme = *canvas.theme;
  const ui::Touched touched = ui::touch(canvas, {.id = id, .rect = rect, .label = figure(amount)});
  rect = ui::shifted(rect, 0, 4 * ui::depth_of(canvas, touched));
  ui::card(canvas, rect, ui::corner::medium);
  if (touched.pressed) {
    ui::fill(canvas, rect, theme.chosen, ui::corner::medium);
    ui::outline(canvas, rect, theme.chosen_line, ui::corner::medium, 4);
  }
  const float figures = ui::text_size(canvas, 52), below = ui::text_size(canvas, words_size) * 1.3F;
  const float total = std::min(figures + below, rect.height - 8);
  ui::Rect block = ui::centred(ui::inset(rect, 8), {rect.width - 24, total});
  ui::draw_text_in(canvas, ui::cut_top(block, total * figures / (figures + below)), figure(amount),
                   {.face = ui::Face::display_bold, .size = 48, .colour = theme.action, .align = ui::Align::centre},
                   24);
  ui::draw_text_in(canvas, block, words,
                   {.face = ui::Face::medium, .size = words_size, .colour = theme.ink, .align = ui::Align::centre}, 14);
  return touched.tapped;
}

std::optional<Tap> draw_presets(const ui::Canvas& canvas, ui::Rect area, const Presets& presets, const Sight& sight) {
  std::optional<Tap> tap;
  const ui::Theme& theme = *canvas.theme;
  ui::fill(canvas, area, ui::with_alpha(theme.surface, 0.62F), ui::corner::large);
  ui::outline(canvas, area, ui::with_alpha(theme.surface, 0.9F), ui::corner::large);
  ui::Rect inside = ui::inset(area, 18);
  ui::Rect caption = ui::cut_top(inside, kCaption - 14, 14);
  ui::draw_icon(canvas, presets.icon, ui::cut_left(caption, 44, 14), theme.action);
  ui::draw_text_in(canvas, caption, presets.caption, {.face = ui::Face::semibold, .size = 30, .colour = theme.ink}, 20);
  const int count = static_cast<int>(presets.amounts.size());
  const int columns = columns_for(inside.height, count);
  const int rows = (count + columns - 1) / columns;
  float words_size = 28;
  const float words_width = ui::column_of(inside, 0, columns, ui::space::small).width - 24;
  for (const Money amount : presets.amounts) {
    words_size = std::min(words_size, ui::fitting_size(canvas, in_words(sight, amount),
                                                       {.face = ui::Face::medium, .size = 28}, words_width, 18));
  }
  for (int i = 0; i < count; ++i) {
    const ui::Rect row = ui::row_of(inside, i / columns, rows, ui::space::small);
    const ui::Rect cell = ui::column_of(row, i % columns, columns, ui::space::small);
    const Money amount = presets.amounts[static_cast<std::size_t>(i)];
    if (draw_preset(canvas, presets.first + i, cell, amount, in_words(sight, amount), words_size)) {
      tap = tap::Choose{amount};
    }
  }
  return tap;
}

}  // namespace

std::optional<Tap> draw_amount(const ui::Canvas& canvas, const Amount& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap, canvas.portrait() && screen.chosen.amount.dong > 0 ? 220 : 96);
  const Campaign& campaign = sight.terms.campaign;
  draw_question(frame, sight, word(sight, "amount.title"), screen.chosen);
  ui::Rect body = frame.body;
  const bool goods = !campaign.goods_units.empty();
  const float low_row = frame.low && !canvas.portrait() ? 100.0F : 124.0F;
  const ui::Rect row = ui::cut_bottom(body, low_row, ui::space::medium);
  const Presets persons{campaign.presets, kTouchPreset, ui::Icon::family, word(sight, "amount.persons")};
  const Presets units{campaign.unit_presets, kTouchUnitPreset, ui::Icon::building, word(sight, "amount.units")};
  const bool two = !campaign.unit_presets.empty();
  const bool stacked = canvas.portrait();
  if (stacked) body = ui::cut_bottom(body, std::min(body.height, two ? 1180.0F : 700.0F));
  const ui::Rect first = !two      ? body
                         : stacked ? ui::row_of(body, 0, 2, ui::space::medium)
                                   : ui::column_of(body, 0, 2, ui::space::medium);
  const ui::Rect second =
      stacked ? ui::row_of(body, 1, 2, ui::space::medium) : ui::column_of(body, 1, 2, ui::space::medium);
  if (const auto tapped = draw_presets(frame.canvas, first, persons, sight)) tap = tapped;
  if (two) {
    if (const auto tapped = draw_presets(frame.canvas, second, units, sight)) tap = tapped;
  }
  const ui::ButtonLook look{.icon = ui::Icon::pencil, .size = 40, .radius = ui::corner::large};
  const ui::Rect other = goods ? ui::column_of(row, 0, 2, ui::space::medium) : row;
  if (ui::button(frame.canvas, kTouchOtherAmount, other, word(sight, "amount.other"), look)) tap = tap::OtherAmount{};
  if (goods) {
    const ui::Rect at = ui::column_of(row, 1, 2, ui::space::medium);
    if (ui::button(frame.canvas, kTouchGoods, at, word(sight, "amount.goods"),
                   {.icon = ui::Icon::gift, .size = 40, .radius = ui::corner::large})) {
      tap = tap::GiveGoods{};
    }
  }
  const bool editing = screen.chosen.reviewed;
  if (draw_back(frame, word(sight, editing ? "btn.back" : "btn.cancel"), editing ? ui::Icon::back : ui::Icon::cross)) {
    tap = tap::Back{};
  }
  draw_help(frame, sight, tap);
  return tap;
}

}  // namespace mn::kiosk
