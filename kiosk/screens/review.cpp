// Everything once more before it is recorded: each answer a row that can be changed, what the hall will see, the boxes,
// the confirmation.
#include "core/numbers.h"
#include "kiosk/order.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

struct Row {
  ui::TargetId id;
  ui::Icon icon;
  std::string label;
  std::string value;  // "": nothing yet
  Tap edit;
  std::string note = {};  // under the value: the amount's words
  bool strong = false;
};

std::string way_words(const Choices& chosen, const Sight& sight) {
  switch (way_of(chosen, sight.terms.campaign)) {
    case Way::transfer:
      return word(sight, "way.transfer");
    case Way::cash:
      return word(sight, "way.cash");
    case Way::later:
      return chosen.pay_on ? fill(word(sight, "review.on_day"),
                                  {{"way", word(sight, "way.transfer")}, {"date", date_text(*chosen.pay_on)}})
                           : word(sight, "way.later");
    case Way::in_kind:
      return word(sight, "method.inkind");
  }
  return {};
}

std::string contact_words(const KeptContact& contact) {
  std::string out(contact.phone_masked.view());
  if (!contact.tax_code_masked.empty()) out += (out.empty() ? "" : " · ") + std::string(contact.tax_code_masked.view());
  return out;
}

std::vector<Row> rows_of(const Choices& chosen, const Sight& sight) {
  const Campaign& campaign = sight.terms.campaign;
  std::vector<Row> rows;
  if (chosen.goods) {
    const Money value = chosen.goods->value;
    rows.push_back({kTouchEditAmount, ui::Icon::box, word(sight, "review.goods"), goods_words(sight, *chosen.goods),
                    tap::EditAmount{},
                    value.dong > 0 ? word(sight, "review.value") + ": " + figure(value) : word(sight, "goods.no_value"),
                    true});
  } else {
    rows.push_back({kTouchEditAmount, ui::Icon::coin, word(sight, "review.amount"), figure(chosen.amount),
                    tap::EditAmount{}, in_words(sight, chosen.amount), true});
  }
  const bool unnamed = chosen.giver == Giver::unnamed;
  rows.push_back({kTouchEditName, giver_icon(chosen.giver),
                  unnamed ? word(sight, "review.giver") : giver_word(sight, chosen.giver),
                  unnamed ? word(sight, "name.anon") : std::string(chosen.name.view()), tap::EditName{}});
  if (!chosen.goods) {
    rows.push_back({kTouchEditWay, ui::Icon::qr, word(sight, "review.way"), way_words(chosen, sight), tap::EditWay{}});
  }
  if (campaign.funds.size() > 1) {
    rows.push_back({kTouchEditPurpose, ui::Icon::leaf, word(sight, "review.purpose"),
                    campaign.funds[chosen.fund].name.in(sight.visit.language), tap::EditPurpose{}});
  }
  rows.push_back({kTouchEditMessage, ui::Icon::send, word(sight, "review.message"), std::string(chosen.message.view()),
                  tap::EditMessage{}});
  if (campaign.contact_key) {
    rows.push_back({kTouchEditContact, ui::Icon::phone, word(sight, "review.contact"),
                    chosen.contact ? contact_words(*chosen.contact) : std::string(), tap::EditContact{}});
  }
  return rows;
}

// One row: icon, what it is, what was chosen, and a pencil or "add". The whole of it can be touched.
bool draw_row(const ui::Canvas& canvas, ui::Rect rect, const Row& row, bool line, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const ui::Touched touched = ui::touch(canvas, {.id = row.id, .rect = rect, .label = row.label});
  if (touched.pressed) ui::fill(canvas, ui::inset(rect, 2), theme.chosen, ui::corner::medium);
  if (line) ui::fill(canvas, {rect.x + 16, rect.bottom() - 1, rect.width - 32, 2}, ui::with_alpha(theme.line, 0.8F));
  ui::Rect inside{rect.x + 16, rect.y + 6, rect.width - 32, rect.height - 12};
  const ui::Rect round = ui::cut_left(inside, 60, 18);
  ui::disc(canvas, round.centre(), 30, theme.chosen);
  ui::draw_icon(canvas, row.icon, ui::centred(round, {34, 34}), theme.action);
  const bool missing = row.value.empty();
  const std::string& act = word(sight, missing ? "review.add" : "btn.edit");
  const ui::TextLook act_look{
      .face = ui::Face::semibold, .size = 28, .colour = theme.action, .align = ui::Align::right};
  const float act_width = std::min(190.0F, ui::text_width(canvas, act, act_look) + 4);
  ui::draw_text_in(canvas, ui::cut_right(inside, act_width, 10), act, act_look, 18);
  ui::draw_icon(canvas, missing ? ui::Icon::plus : ui::Icon::pencil,
                ui::centred(ui::cut_right(inside, 34, 16), {28, 28}), theme.action);
  const float caption_height = ui::text_size(canvas, 30);
  const std::string caption = missing ? row.label + " · " + word(sight, "review.optional") : row.label;
  const ui::TextLook small{.face = ui::Face::medium, .size = 25, .colour = theme.ink_soft};
  if (missing) {
    ui::draw_text_in(canvas, inside, caption, {.face = ui::Face::medium, .size = 30, .colour = theme.ink_soft}, 18);
    return touched.tapped;
  }
  const bool note = !row.note.empty() && inside.height > caption_height + ui::text_size(canvas, 62);
  ui::TextLook look{.face = row.strong ? ui::Face::display_extrabold : ui::Face::semibold,
                    .size = row.strong ? (note ? 56.0F : 40.0F) : 34.0F,
                    .colour = row.strong ? theme.action : theme.ink};
  ui::TextLook words{.face = ui::Face::medium, .size = 26, .colour = theme.ink};
  const float room = inside.height - caption_height;
  const auto lines = [&](const std::string& text, const ui::TextLook& of) {
    return static_cast<float>(ui::wrapped(canvas, text, of, inside.width, 6).size());
  };
  const auto height = [&](const std::string& text, const ui::TextLook& of, float leading) {
    return lines(text, of) * ui::text_size(canvas, of.size) * leading;
  };
  const auto needed = [&] { return height(row.value, look, 1.2F) + (note ? height(row.note, words, 1.2F) : 0.0F); };
  while (needed() > room && (look.size > 22 || (note && words.size > 20))) {
    if (look.size > 22) look.size -= 2;
    if (note && words.size > 20) words.size -= 1;
  }
  ui::Rect block = ui::centred(inside, {inside.width, std::min(inside.height, caption_height + needed())});
  ui::draw_text_in(canvas, ui::cut_top(block, caption_height), caption, small, 18);
  ui::draw_paragraph(canvas, ui::cut_top(block, height(row.value, look, 1.2F)), row.value, look, 6, 1.2F);
  if (note) ui::draw_paragraph(canvas, block, row.note, words, 4, 1.2F);
  return touched.tapped;
}

std::optional<Tap> draw_rows(const ui::Canvas& canvas, ui::Rect area, const Choices& chosen, int columns,
                             const Sight& sight) {
  std::optional<Tap> tap;
  ui::card(canvas, area);
  const ui::Rect inside = ui::inset(area, 10);
  const std::vector<Row> rows = rows_of(chosen, sight);
  const int count = static_cast<int>(rows.size());
  const int lines = (count + columns - 1) / columns;
  // In one column the gift has twice the height of the others.
  const float first = columns == 1 ? 1.75F : 1.0F;
  const float unit = inside.height / (static_cast<float>(lines) - 1 + first);
  for (int i = 0; i < count; ++i) {
    const int line = i / columns;
    const float top = line == 0 ? 0 : unit * (first + static_cast<float>(line - 1));
    const ui::Rect whole{inside.x, inside.y + top, inside.width, line == 0 ? unit * first : unit};
    const ui::Rect cell = ui::column_of(whole, i % columns, columns, 12);
    const Row& row = rows[static_cast<std::size_t>(i)];
    if (draw_row(canvas, cell, row, line + 1 < lines, sight)) tap = row.edit;
  }
  return tap;
}

// What the hall will see, on a small stage of its own.
void draw_hall(const ui::Canvas& canvas, ui::Rect area, const Choices& chosen, const Sight& sight) {
  const ui::Theme& theme = ui::dark_theme();
  ui::shadow(canvas, ui::inset(area, 8), canvas.theme->shadow, 36, 14);
  ui::fill_gradient(canvas, area, theme.surface, theme.ground, ui::Run::diagonal, ui::corner::large);
  ui::Rect inside = ui::inset(area, 28);
  ui::Rect caption = ui::cut_top(inside, 40, 8);
  ui::draw_icon(canvas, ui::Icon::screen, ui::cut_left(caption, 40, 14), ui::hue::gold_light);
  ui::draw_text_in(canvas, caption, word(sight, "review.hall"),
                   {.face = ui::Face::semibold, .size = 28, .colour = ui::hue::gold_light}, 18);
  const std::optional<TypedText> shown = shown_as(chosen);
  const std::string_view name = shown ? shown->view() : std::string_view(word(sight, "name.anonshown"));
  const std::string gift = chosen.hide_amount ? std::string()
                           : chosen.goods     ? goods_words(sight, *chosen.goods)
                                              : figure(chosen.amount);
  ui::TextLook look{.face = ui::Face::semibold, .size = 42, .colour = theme.ink};
  const auto name_height = [&] {
    return static_cast<float>(ui::wrapped(canvas, name, look, inside.width, 5).size()) *
           ui::text_size(canvas, look.size) * 1.22F;
  };
  const float gift_height = gift.empty() ? 0.0F : std::min(ui::text_size(canvas, 72), inside.height * 0.42F);
  while (look.size > 20 && name_height() + gift_height > inside.height) look.size -= 2;
  ui::Rect block = ui::centred(inside, {inside.width, std::min(inside.height, name_height() + gift_height)});
  ui::draw_paragraph(canvas, ui::cut_top(block, name_height()), name, look, 5, 1.22F);
  if (gift.empty()) return;
  ui::draw_text_in(canvas, block, gift,
                   {.face = ui::Face::display_bold,
                    .size = 56,
                    .colour = ui::hue::gold_light,
                    .align = ui::Align::left,
                    .lower = ui::hue::gold_deep},
                   18);
}

std::optional<Tap> draw_boxes(const ui::Canvas& canvas, ui::Rect area, const Choices& chosen, bool beside,
                              const Sight& sight) {
  std::optional<Tap> tap;
  const bool named = chosen.giver != Giver::unnamed;
  ui::Rect hide = area;
  if (named) {
    const ui::Rect box = beside ? ui::cut_left(hide, area.width * 0.64F, ui::space::small)
                                : ui::cut_top(hide, area.height - 104 - ui::space::small, ui::space::small);
    const std::string& text = sight.terms.campaign.consent_publish.text.in(sight.visit.language);
    if (ui::tick_box(canvas, kTouchPublish, box, text, chosen.publish, 4)) tap = tap::TogglePublish{};
  }
  if (ui::tick_box(canvas, kTouchHideAmount, hide, word(sight, "name.hideamount"), chosen.hide_amount)) {
    tap = tap::ToggleHideAmount{};
  }
  return tap;
}

void draw_notes(const ui::Canvas& canvas, ui::Rect area, const Choices& chosen, const Sight& sight) {
  const std::string& slip = word(sight, "review.slip");
  const bool named = chosen.giver != Giver::unnamed;
  const std::string text = named ? slip + " " + word(sight, "consent.withdraw") : slip;
  ui::TextLook look{.face = ui::Face::medium, .size = 26, .colour = canvas.theme->ink};
  const auto height = [&] {
    return static_cast<float>(ui::wrapped(canvas, text, look, area.width, 4).size()) *
           ui::text_size(canvas, look.size) * 1.22F;
  };
  while (look.size > 20 && height() > area.height) look.size -= 1;
  ui::draw_paragraph(canvas, ui::centred(area, {area.width, std::min(area.height, height())}), text, look, 4, 1.22F);
}

}  // namespace

std::optional<Tap> draw_review(const ui::Canvas& canvas, const Review& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap, 84);
  const ui::Canvas& in = frame.canvas;
  const Choices& chosen = screen.chosen;
  const bool portrait = canvas.portrait(), named = chosen.giver != Giver::unnamed;
  ui::Rect body = frame.body;
  const auto take = [&](const std::optional<Tap>& tapped) {
    if (tapped) tap = tapped;
  };
  if (frame.low) {
    ui::Rect reading = frame.words;
    ui::cut_bottom(reading, 16);
    draw_notes(in, ui::cut_bottom(reading, 76, 12), chosen, sight);
    draw_hall(in, ui::centred(reading, {std::min(reading.width, 1000.0F), std::min(reading.height, 420.0F)}), chosen,
              sight);
    const float boxes = portrait && named ? 104 + 16 + 150 : 104;
    take(draw_boxes(in, ui::cut_bottom(body, boxes, ui::space::small), chosen, !portrait, sight));
    take(draw_rows(in, body, chosen, portrait ? 1 : 3, sight));
  } else {
    ui::Rect words = frame.words;
    if (!portrait) draw_notes(in, ui::cut_right(words, words.width * 0.44F, ui::space::medium), chosen, sight);
    Frame asking = frame;
    asking.words = words;
    draw_question(asking, word(sight, "review.title"));
    ui::Rect facts = portrait ? ui::cut_top(body, body.height * 0.56F, ui::space::medium)
                              : ui::cut_left(body, body.width * 0.54F, ui::space::medium);
    take(draw_rows(in, facts, chosen, 1, sight));
    if (portrait) draw_notes(in, ui::cut_bottom(body, 70, 8), chosen, sight);
    const float boxes = named ? 104 + 16 + ui::text_size(canvas, 140) : 104;
    take(draw_boxes(in, ui::cut_bottom(body, boxes, ui::space::medium), chosen, false, sight));
    draw_hall(in, body, chosen, sight);
  }
  if (draw_back(frame, word(sight, "btn.back"))) tap = tap::Back{};
  draw_help(frame, sight, tap);
  if (draw_on(frame, word(sight, "btn.confirm"), true, ui::Icon::check)) tap = tap::Confirm{};
  return tap;
}

}  // namespace mn::kiosk
