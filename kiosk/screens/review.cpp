// Everything once more before it is recorded: the amount, the giver, what the hall will see, the boxes, the
// confirmation.
#include "kiosk/order.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

constexpr float kEditWidth = 170;

bool draw_edit(const ui::Canvas& canvas, ui::TargetId id, ui::Rect& row, const Sight& sight) {
  const ui::Rect at = ui::cut_right(row, kEditWidth, ui::space::medium);
  return ui::button(canvas, id, ui::centred(at, {kEditWidth, 96}), word(sight, "btn.edit"),
                    {.kind = ui::ButtonKind::quiet, .icon = ui::Icon::pencil, .size = 32, .radius = ui::corner::pill});
}

bool draw_amount_row(const ui::Canvas& canvas, ui::Rect row, Money amount, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const bool edit = draw_edit(canvas, kTouchEditAmount, row, sight);
  ui::draw_text_in(canvas, ui::cut_top(row, 40), word(sight, "review.amount"),
                   {.face = ui::Face::medium, .size = 28, .colour = theme.ink_soft});
  ui::draw_text_in(canvas, ui::cut_top(row, 92, 6), figure(amount),
                   {.face = ui::Face::display_extrabold, .size = 80, .colour = theme.action}, 34);
  const std::string words = in_words(sight, amount);
  ui::TextLook look{.face = ui::Face::medium, .size = 30, .colour = theme.ink};
  if (ui::wrapped(canvas, words, look, row.width, 4).size() > 2) look.size = 24;
  ui::draw_paragraph(canvas, row, words, look, 4, 1.22F);
  return edit;
}

bool draw_giver_row(const ui::Canvas& canvas, ui::Rect row, const Choices& chosen, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const bool edit = draw_edit(canvas, kTouchEditName, row, sight);
  const bool unnamed = chosen.giver == Giver::unnamed;
  ui::draw_text_in(canvas, ui::cut_top(row, 40, 4),
                   unnamed ? word(sight, "review.giver") : giver_word(sight, chosen.giver),
                   {.face = ui::Face::medium, .size = 28, .colour = theme.ink_soft}, 20);
  const std::string_view name = unnamed ? std::string_view(word(sight, "name.anon")) : chosen.name.view();
  ui::TextLook look{.face = ui::Face::semibold, .size = 48, .colour = theme.ink};
  if (ui::text_width(canvas, name, look) > row.width) look.size = 32;
  ui::draw_paragraph(canvas, row, name, look, 4, 1.25F);
  return edit;
}

// What the hall will see, on a small stage of its own.
void draw_hall(const ui::Canvas& canvas, ui::Rect area, const Choices& chosen, const Sight& sight) {
  const ui::Theme& theme = ui::dark_theme();
  ui::shadow(canvas, ui::inset(area, 8), canvas.theme->shadow, 36, 14);
  ui::fill_gradient(canvas, area, theme.surface, theme.ground, ui::Run::diagonal, ui::corner::large);
  ui::Rect inside = ui::inset(area, 32);
  ui::Rect caption = ui::cut_top(inside, 40, 8);
  ui::draw_icon(canvas, ui::Icon::screen, ui::cut_left(caption, 40, 14), ui::hue::gold_light);
  ui::draw_text_in(canvas, caption, word(sight, "review.hall"),
                   {.face = ui::Face::semibold, .size = 28, .colour = ui::hue::gold_light}, 20);
  const std::optional<TypedText> shown = shown_as(chosen);
  const std::string_view name = shown ? shown->view() : std::string_view(word(sight, "name.anonshown"));
  ui::TextLook look{.face = ui::Face::semibold, .size = 42, .colour = theme.ink};
  if (ui::text_width(canvas, name, look) > inside.width) look.size = 30;
  const float leading = 1.25F;
  const float name_height =
      static_cast<float>(ui::wrapped(canvas, name, look, inside.width, 4).size()) * look.size * leading;
  const float amount_height = chosen.hide_amount ? 0.0F : 84.0F;
  ui::Rect block = ui::centred(inside, {inside.width, std::min(inside.height, name_height + amount_height)});
  ui::draw_paragraph(canvas, ui::cut_top(block, name_height, 8), name, look, 4, leading);
  if (chosen.hide_amount) return;
  ui::draw_text_in(canvas, block, figure(chosen.amount),
                   {.face = ui::Face::display_bold,
                    .size = 60,
                    .colour = ui::hue::gold_light,
                    .align = ui::Align::left,
                    .lower = ui::hue::gold_deep},
                   28);
}

std::optional<Tap> draw_boxes(const ui::Canvas& canvas, ui::Rect area, const Choices& chosen, const Sight& sight) {
  std::optional<Tap> tap;
  if (chosen.giver != Giver::unnamed) {
    const ui::Rect box = ui::cut_top(area, 148, ui::space::small);
    if (ui::tick_box(canvas, kTouchPublish, box, word(sight, "consent.publish"), chosen.publish)) {
      tap = tap::TogglePublish{};
    }
  }
  const ui::Rect box = ui::cut_top(area, 104, ui::space::small);
  if (ui::tick_box(canvas, kTouchHideAmount, box, word(sight, "name.hideamount"), chosen.hide_amount)) {
    tap = tap::ToggleHideAmount{};
  }
  return tap;
}

void draw_notes(const ui::Canvas& canvas, ui::Rect area, const Choices& chosen, const Sight& sight) {
  const std::string& slip = word(sight, "review.slip");
  const bool named = chosen.giver != Giver::unnamed;
  const std::string text = named ? slip + " " + word(sight, "consent.withdraw") : slip;
  ui::draw_paragraph(canvas, area, text, {.face = ui::Face::medium, .size = 26, .colour = canvas.theme->ink_soft}, 4,
                     1.3F);
}

}  // namespace

std::optional<Tap> draw_review(const ui::Canvas& canvas, const Review& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap);
  const ui::Canvas& in = frame.canvas;
  const Choices& chosen = screen.chosen;
  const bool portrait = canvas.portrait();
  ui::Rect body = draw_question(in, frame.body, sight, word(sight, "review.title"), Money{});
  const ui::Rect facts = portrait ? ui::cut_top(body, body.height * 0.46F, ui::space::medium)
                                  : ui::cut_left(body, body.width * 0.52F, ui::space::medium);
  ui::card(in, facts);
  ui::Rect inside = ui::inset(facts, 36);
  draw_notes(in, ui::cut_bottom(inside, 84, ui::space::small), chosen, sight);
  if (draw_amount_row(in, ui::cut_top(inside, inside.height * 0.55F, 0), chosen.amount, sight)) tap = tap::EditAmount{};
  ui::fill(in, {inside.x, inside.y, inside.width, 2}, in.theme->line);
  ui::cut_top(inside, 20);
  if (draw_giver_row(in, inside, chosen, sight)) tap = tap::EditName{};
  const float boxes = chosen.giver == Giver::unnamed ? 104.0F : 104.0F + ui::space::small + 148.0F;
  if (const std::optional<Tap> box = draw_boxes(in, ui::cut_bottom(body, boxes, ui::space::medium), chosen, sight)) {
    tap = box;
  }
  draw_hall(in, body, chosen, sight);
  if (draw_back(in, frame.foot, word(sight, "btn.back"))) tap = tap::Back{};
  if (draw_on(in, frame.foot, word(sight, "btn.confirm"), true, ui::Icon::check)) tap = tap::Confirm{};
  return tap;
}

}  // namespace mn::kiosk
