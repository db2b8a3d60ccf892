#include "kiosk/screens/writing.h"

#include "kiosk/screens/keyboard.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

constexpr float kOfferHeight = 100;

// A guest: its name whole, in two lines when it is long.
bool draw_offer(const ui::Canvas& canvas, ui::TargetId id, ui::Rect rect, const Guest& guest, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const ui::Touched touched = ui::touch(canvas, {.id = id, .rect = rect, .label = guest.organisation});
  rect = ui::shifted(rect, 0, 3 * ui::depth_of(canvas, touched));
  if (touched.pressed) {
    ui::fill(canvas, rect, theme.chosen, ui::corner::medium);
  } else {
    ui::card(canvas, rect, ui::corner::medium);
  }
  ui::outline(canvas, rect, theme.chosen_line, ui::corner::medium, 3);
  ui::Rect inside = ui::inset(rect, 12);
  ui::draw_icon(canvas, giver_icon(guest.group), ui::centred(ui::cut_left(inside, 52, 14), {44, 44}), theme.action);
  ui::TextLook look{.face = ui::Face::semibold, .size = 30, .colour = theme.ink};
  const auto lines = [&] { return ui::wrapped(canvas, guest.organisation, look, inside.width, 4).size(); };
  while (look.size > 20 && static_cast<float>(lines()) * ui::text_size(canvas, look.size) * 1.18F > inside.height) {
    look.size -= 1;
  }
  const float height = static_cast<float>(lines()) * ui::text_size(canvas, look.size) * 1.18F;
  ui::draw_paragraph(canvas, ui::centred(inside, {inside.width, height}), guest.organisation, look, 4, 1.18F);
  (void)sight;
  return touched.tapped;
}

std::optional<Tap> draw_offers(const ui::Canvas& canvas, ui::Rect area, const Writing& writing, const Sight& sight) {
  std::optional<Tap> tap;
  const ui::Theme& theme = *canvas.theme;
  if (writing.offers.empty()) {
    if (writing.offers_hint.empty()) return tap;
    ui::Rect line = ui::centred(area, {area.width, 64});
    ui::fill(canvas, line, ui::with_alpha(theme.surface, 0.8F), ui::corner::pill);
    line = {line.x + 28, line.y, line.width - 56, line.height};
    ui::draw_icon(canvas, ui::Icon::info, ui::centred(ui::cut_left(line, 40, 14), {36, 36}), theme.action);
    ui::draw_text_in(canvas, line, writing.offers_hint, {.face = ui::Face::medium, .size = 28, .colour = theme.ink},
                     18);
    return tap;
  }
  const int count = static_cast<int>(writing.offers.size());
  const int columns = area.width > 1300 ? std::min(count, 3) : std::min(count, 2);
  const int rows = std::max(1, static_cast<int>((area.height + ui::space::tiny) / (96 + ui::space::tiny)));
  const int shown = std::min(count, columns * rows);
  const int used = (shown + columns - 1) / columns;
  for (int i = 0; i < shown; ++i) {
    const ui::Rect row = ui::row_of(area, i / columns, used, ui::space::tiny);
    const ui::Rect cell = ui::column_of(row, i % columns, columns, ui::space::small);
    const std::size_t place = writing.offers[static_cast<std::size_t>(i)];
    const Guest& guest = sight.terms.guests->list.guests.at(place);
    if (draw_offer(canvas, kTouchOffer + i, cell, guest, sight)) tap = tap::ChooseGuest{place};
  }
  return tap;
}

}  // namespace

std::optional<Tap> draw_writing(const ui::Canvas& canvas, const Writing& writing, const Sight& sight) {
  std::optional<Tap> tap;
  const bool portrait = canvas.portrait();
  Frame frame = draw_frame(canvas, sight, tap, portrait ? 96 : 0);
  if (portrait || frame.low) draw_question(frame, writing.question);
  ui::Rect body = frame.body;
  if (portrait) body = {24, body.y, canvas.size.width - 48, body.height};
  const bool offers = !writing.offers.empty() || !writing.offers_hint.empty();
  const float offer_height = !offers ? 0 : portrait ? 2 * kOfferHeight + ui::space::tiny : kOfferHeight;
  ui::Rect keys = ui::cut_bottom(body, std::min(keyboard_height(canvas, frame.low || offers), body.height), 14);
  ui::Rect field = body, offered;
  if (frame.low) {
    // What is typed is read above; only keys and offers lie below.
    field = ui::cut_bottom(frame.words, std::min(190.0F, frame.words.height * 0.42F), 16);
    if (offers) offered = ui::cut_top(keys, std::min(offer_height, 100.0F), 10);
  } else if (offers) {
    offered = ui::cut_bottom(field, std::min(offer_height, field.height * 0.5F), 12);
  }
  if (portrait && !frame.low) field = ui::cut_bottom(field, 260);
  ui::Canvas looking = frame.canvas;
  if (frame.low) looking.targets = nullptr;
  if (const auto put = draw_text_field(looking, field, writing.field))
    tap = tap::PressKey{{KeyKind::to_letter, static_cast<int>(letters_in(writing.text.view().substr(0, *put)))}};
  if (offers) {
    if (const auto guest = draw_offers(frame.canvas, offered, writing, sight)) tap = guest;
  }
  if (const auto key = draw_keyboard(frame.canvas, keys, writing.text, writing.typing, sight))
    tap = tap::PressKey{*key};
  if (draw_back(frame, word(sight, "btn.back"))) tap = tap::Back{};
  if (writing.leave_out) {
    const ui::Rect middle = middle_of_foot(frame);
    if (ui::button(frame.canvas, kTouchLeaveOut, ui::centred(middle, {std::min(middle.width, 300.0F), 100}),
                   *writing.leave_out, {.kind = ui::ButtonKind::quiet, .size = 32, .radius = ui::corner::pill})) {
      tap = tap::LeaveOut{};
    }
  } else {
    draw_help(frame, sight, tap);
  }
  const std::string& label = writing.on_label.empty() ? word(sight, "btn.next") : writing.on_label;
  if (draw_on(frame, label, writing.may_go_on)) tap = writing.go_on;
  return tap;
}

}  // namespace mn::kiosk
