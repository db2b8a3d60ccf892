// Everything once more before it is recorded: each answer a row that can be changed, what the hall will see, the boxes,
// the confirmation.
#include "core/numbers.h"
#include "kiosk/order.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"
#include "ui/picture.h"

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
  bool whole = false;  // on one line: a figure
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

void forget(std::vector<Row>& rows) {
  for (Row& row : rows) ui::wipe(row.value);
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
                    tap::EditAmount{}, in_words(sight, chosen.amount), true, true});
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

// The caption of a row, its value and its note, as large as they fit.
void draw_row_words(const ui::Canvas& canvas, ui::Rect inside, const Row& row, float least, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  if (row.value.empty()) {
    const std::string caption = row.label + " · " + word(sight, "review.optional");
    ui::draw_text_in(canvas, inside, caption, {.face = ui::Face::medium, .size = 30, .colour = theme.ink_soft}, 18);
    return;
  }
  least /= canvas.text_scale;
  const float caption_height = std::min(ui::text_size(canvas, 30), inside.height * 0.25F);
  const ui::TextLook small{.face = ui::Face::medium, .size = 25, .colour = theme.ink_soft};
  const bool note = !row.note.empty();
  ui::TextLook look{.face = row.strong ? ui::Face::display_extrabold : ui::Face::semibold,
                    .size = row.strong ? (note ? 54.0F : 40.0F) : 34.0F,
                    .colour = row.strong ? theme.action : theme.ink};
  if (row.strong && row.whole) look.size = ui::fitting_size(canvas, row.value, look, inside.width, 22);
  ui::TextLook words{.face = ui::Face::medium, .size = 26, .colour = theme.ink};
  const auto height = [&](const std::string& text, const ui::TextLook& of) {
    return paragraph_height(canvas, text, of, inside.width);
  };
  const auto needed = [&] { return height(row.value, look) + (note ? height(row.note, words) : 0.0F); };
  while (needed() > inside.height - caption_height && (look.size > least || (note && words.size > least))) {
    if (look.size > (note ? 34 : least) || words.size <= least) look.size -= 1;
    if (note && words.size > least) words.size -= 0.5F;
  }
  if (needed() > inside.height - caption_height + 1 && canvas.targets != nullptr) ++canvas.targets->texts_cut;
  ui::Rect block = ui::centred(inside, {inside.width, std::min(inside.height, caption_height + needed())});
  ui::draw_text_in(canvas, ui::cut_top(block, caption_height), row.label, small, 16);
  ui::draw_paragraph(canvas, ui::cut_top(block, height(row.value, look)), row.value, look, 8, kLeading);
  if (note) ui::draw_paragraph(canvas, block, row.note, words, 8, kLeading);
}

// One row: icon, what it is, what was chosen, and a pencil or "add". The whole of it can be touched, unless it is only
// to be read.
bool draw_row(const ui::Canvas& canvas, ui::Rect rect, const Row& row, bool read_only, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  ui::Touched touched;
  if (!read_only) touched = ui::touch(canvas, {.id = row.id, .rect = rect, .label = row.label});
  if (touched.pressed) ui::fill(canvas, ui::inset(rect, 2), theme.chosen, ui::corner::medium);
  ui::Rect inside{rect.x + 16, rect.y + 4, rect.width - 32, rect.height - 8};
  const ui::Rect round = ui::cut_left(inside, 60, 18);
  ui::disc(canvas, round.centre(), 30, theme.chosen);
  ui::draw_icon(canvas, row.icon, ui::centred(round, {34, 34}), theme.action);
  if (!read_only) {
    const bool missing = row.value.empty();
    const std::string& act = word(sight, missing ? "review.add" : "btn.edit");
    const ui::TextLook look{.face = ui::Face::semibold, .size = 28, .colour = theme.action, .align = ui::Align::right};
    ui::draw_text_in(canvas, ui::cut_right(inside, std::min(190.0F, ui::text_width(canvas, act, look) + 4), 10), act,
                     look, 18);
    ui::draw_icon(canvas, missing ? ui::Icon::plus : ui::Icon::pencil,
                  ui::centred(ui::cut_right(inside, 34, 16), {28, 28}), theme.action);
  }
  draw_row_words(canvas, inside, row, read_only ? 15.0F : 18.0F, sight);
  return touched.tapped;
}

void draw_rule(const ui::Canvas& canvas, ui::Rect row) {
  ui::fill(canvas, {row.x + 16, row.bottom() - 1, row.width - 32, 2}, ui::with_alpha(canvas.theme->line, 0.8F));
}

std::optional<Tap> draw_rows(const ui::Canvas& canvas, ui::Rect area, const Choices& chosen, const Sight& sight) {
  std::optional<Tap> tap;
  ui::card(canvas, area);
  const ui::Rect inside = ui::inset(area, 6);
  std::vector<Row> rows = rows_of(chosen, sight);
  // The gift is higher than the others, as far as these can still be touched.
  const float others = static_cast<float>(rows.size()) - 1, least = ui::touch_least(canvas) + 0.5F;
  const float first = std::min(inside.height - others * least, inside.height * 1.75F / (others + 1.75F));
  const float unit = (inside.height - first) / others;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float top = i == 0 ? 0 : first + unit * static_cast<float>(i - 1);
    const ui::Rect cell{inside.x, inside.y + top, inside.width, i == 0 ? first : unit};
    if (i + 1 < rows.size()) draw_rule(canvas, cell);
    if (draw_row(canvas, cell, rows[i], false, sight)) tap = rows[i].edit;
  }
  forget(rows);
  return tap;
}

// Where everything that can be touched lies low: the answers, to be read, side by side.
void draw_answers(const ui::Canvas& canvas, ui::Rect area, const Choices& chosen, int columns, const Sight& sight) {
  ui::card(canvas, area);
  const ui::Rect inside = ui::inset(area, 6);
  std::vector<Row> rows = rows_of(chosen, sight);
  const int count = static_cast<int>(rows.size()), lines = (count + columns - 1) / columns;
  for (int i = 0; i < count; ++i) {
    const ui::Rect line = ui::row_of(inside, i / columns, lines, 0);
    if (i % columns == 0 && i + columns < count) draw_rule(canvas, line);
    draw_row(canvas, ui::column_of(line, i % columns, columns, 8), rows[static_cast<std::size_t>(i)], true, sight);
  }
  forget(rows);
}

// And below, what changes them.
std::optional<Tap> draw_edits(const ui::Canvas& canvas, ui::Rect area, const Choices& chosen, int columns,
                              const Sight& sight) {
  std::optional<Tap> tap;
  std::vector<Row> rows = rows_of(chosen, sight);
  const int count = static_cast<int>(rows.size()), lines = (count + columns - 1) / columns;
  for (int i = 0; i < count; ++i) {
    const Row& row = rows[static_cast<std::size_t>(i)];
    const ui::Rect line = ui::row_of(area, i / columns, lines, ui::space::small);
    const bool missing = row.value.empty();
    if (ui::button(canvas, row.id, ui::column_of(line, i % columns, columns, ui::space::small), row.label,
                   {.icon = missing ? ui::Icon::plus : ui::Icon::pencil, .size = 30})) {
      tap = row.edit;
    }
  }
  forget(rows);
  return tap;
}

// What the hall will see: its screen, small.
void draw_hall(const ui::Canvas& canvas, ui::Rect area, const Choices& chosen, const Sight& sight) {
  const ui::Theme& theme = ui::dark_theme();
  constexpr float kBezel = 10;
  ui::shadow(canvas, ui::inset(area, 8), canvas.theme->shadow, 36, 14);
  ui::fill(canvas, area, ui::hue::night, ui::corner::medium);
  const ui::Rect glass = ui::inset(area, kBezel);
  ui::fill_gradient(canvas, glass, theme.surface, theme.ground, ui::Run::diagonal, ui::corner::small);
  ui::clip(canvas, glass);
  ui::draw_picture(ui::faded(canvas, canvas.opacity * 0.5F), "stage", glass, ui::PictureFit::cover);
  ui::unclip(canvas);
  const bool small = glass.height < 260;
  ui::Rect inside = ui::inset(glass, small ? 10.0F : 20.0F);
  ui::Rect caption = ui::cut_top(inside, ui::text_size(canvas, small ? 32.0F : 40.0F), small ? 4 : 8);
  ui::draw_icon(canvas, ui::Icon::screen, ui::centred(ui::cut_left(caption, 40, 14), {40, 40}), ui::hue::gold_light);
  ui::draw_text_in(canvas, caption, word(sight, "review.hall"),
                   {.face = ui::Face::semibold, .size = 28, .colour = ui::hue::gold_light}, 16);
  ui::fill(canvas, inside, ui::with_alpha(theme.surface, 0.86F), ui::corner::medium);
  ui::outline(canvas, inside, ui::hue::stage_line, ui::corner::medium);
  inside = ui::inset(inside, std::min(20.0F, inside.height * 0.07F));
  const bool narrow = inside.width < 400;
  const float badge = narrow ? 0.0F : std::min(64.0F, inside.height * 0.5F);
  const ui::Rect round = ui::cut_left(inside, badge, narrow ? 0 : 18);
  ui::disc(canvas, round.centre(), badge / 2, ui::with_alpha(ui::hue::coral, 0.24F));
  ui::draw_icon(canvas, ui::Icon::heart, ui::centred(round, {badge * 0.54F, badge * 0.54F}), ui::hue::coral);
  const std::optional<TypedText> shown = shown_as(chosen);
  const std::string_view name = shown ? shown->view() : std::string_view(word(sight, "name.anonshown"));
  const std::string gift = chosen.hide_amount ? std::string()
                           : chosen.goods     ? goods_words(sight, *chosen.goods)
                                              : grouped(chosen.amount) + " " + word(sight, "tally.dong");
  const Fitted below = fitted(canvas, gift,
                              {.face = ui::Face::display_bold,
                               .size = 54,
                               .colour = ui::hue::gold_light,
                               .align = ui::Align::left,
                               .lower = ui::hue::gold_deep},
                              {inside.width, std::min(ui::text_size(canvas, 72), inside.height * 0.4F)});
  const float gift_height = gift.empty() ? 0 : below.height;
  const Fitted above = fitted(canvas, name, {.face = ui::Face::semibold, .size = 42, .colour = theme.ink},
                              {inside.width, inside.height - gift_height}, 15);
  ui::Rect block = ui::centred(inside, {inside.width, std::min(inside.height, above.height + gift_height)});
  ui::draw_paragraph(canvas, ui::cut_top(block, above.height), name, above.look, 6, kLeading);
  if (!gift.empty()) ui::draw_paragraph(canvas, block, gift, below.look, 3, kLeading);
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
  draw_fitted(canvas, area, text, {.face = ui::Face::medium, .size = 26, .colour = canvas.theme->ink});
}

}  // namespace

std::optional<Tap> draw_review(const ui::Canvas& canvas, const Review& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap, 72);
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
    ui::Rect hall = portrait ? ui::cut_bottom(reading, canvas.text_scale > 1 ? 252.0F : 240.0F, ui::space::small)
                             : ui::cut_right(reading, reading.width * 0.27F, ui::space::medium);
    draw_notes(in, ui::cut_bottom(hall, portrait ? 64.0F : 96.0F, 8), chosen, sight);
    draw_answers(in, reading, chosen, portrait ? 2 : 3, sight);
    draw_hall(in, hall, chosen, sight);
    const float boxes = portrait && named ? 104 + 16 + 150 : 112;
    take(draw_boxes(in, ui::cut_bottom(body, boxes, ui::space::small), chosen, !portrait, sight));
    take(draw_edits(in, body, chosen, portrait ? 2 : 3, sight));
  } else {
    ui::Rect words = frame.words;
    if (!portrait) draw_notes(in, ui::cut_right(words, words.width * 0.44F, ui::space::medium), chosen, sight);
    Frame asking = frame;
    asking.words = words;
    draw_question(asking, word(sight, "review.title"));
    ui::Rect facts = portrait ? ui::cut_top(body, body.height * 0.52F, ui::space::medium)
                              : ui::cut_left(body, body.width * 0.54F, ui::space::medium);
    take(draw_rows(in, facts, chosen, sight));
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
