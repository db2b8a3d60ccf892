#include "kiosk/screens/writing.h"

#include "kiosk/screens/keyboard.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

constexpr float kOfferHeight = 104;
constexpr float kTallOfferHeight = 132;  // upright the offers are narrow, and long names take four lines
constexpr float kOffersBeside = 440;     // where there is little height they stand beside the keys

// A guest: its name whole, in two lines when it is long.
bool draw_offer(const ui::Canvas& canvas, ui::TargetId id, ui::Rect rect, const Guest& guest) {
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
  draw_fitted(canvas, inside, guest.organisation, {.face = ui::Face::semibold, .size = 30, .colour = theme.ink});
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
  const int columns = std::min(count, area.width > 1300 ? 3 : area.width > 600 ? 2 : 1);
  const float least = ui::touch_least(canvas);
  const int rows = std::max(1, static_cast<int>((area.height + ui::space::tiny) / (least + ui::space::tiny)));
  const int shown = std::min(count, columns * rows);
  const int used = (shown + columns - 1) / columns;
  for (int i = 0; i < shown; ++i) {
    const ui::Rect row = ui::row_of(area, i / columns, used, ui::space::tiny);
    const ui::Rect cell = ui::column_of(row, i % columns, columns, ui::space::small);
    const std::size_t place = writing.offers[static_cast<std::size_t>(i)];
    const Guest& guest = sight.terms.guests->list.guests.at(place);
    if (draw_offer(canvas, kTouchOffer + i, cell, guest)) tap = tap::ChooseGuest{place};
  }
  return tap;
}

}  // namespace

std::optional<Tap> draw_writing(const ui::Canvas& canvas, const Writing& writing, const Sight& sight) {
  std::optional<Tap> tap;
  const bool portrait = canvas.portrait();
  const Frame frame = draw_frame(canvas, sight, tap, 0);
  ui::Rect body = frame.body;
  if (portrait) body = {24, body.y, canvas.size.width - 48, body.height};
  const bool beside = frame.low && !portrait;
  Frame asking = frame;
  std::string note;
  ui::Rect field, offered;
  ui::Rect keys =
      ui::cut_bottom(body, std::min(keyboard_height(canvas, frame.low || writing.may_offer), body.height), 14);
  if (frame.low) {
    // What is typed is read above; only keys and offers lie below.
    if (writing.may_offer) {
      offered = beside ? ui::cut_left(keys, kOffersBeside, ui::space::small)
                       : ui::cut_top(keys, 2 * ui::touch_least(canvas) + ui::space::tiny, 10);
    }
    if (writing.offers.empty()) {
      note = writing.offers_hint;
      offered = {};
    }
    ui::cut_bottom(asking.words, 16);
    field = ui::cut_bottom(asking.words, std::min(190.0F, asking.words.height * 0.46F));
  } else {
    const float offer_height = !writing.may_offer ? 0
                               : portrait         ? 2 * kTallOfferHeight + ui::space::tiny
                                                  : kOfferHeight;
    if (writing.may_offer) offered = ui::cut_bottom(body, std::min(offer_height, body.height * 0.5F), 12);
    field = portrait ? ui::cut_bottom(body, 260) : body;
    asking.words = ui::cut_bottom(body, std::min(body.height, 260.0F));
  }
  if (portrait || frame.low) draw_question(asking, writing.question, note);
  ui::Canvas looking = frame.canvas;
  if (frame.low) looking.targets = nullptr;
  if (const auto put = draw_text_field(looking, field, writing.field))
    tap = tap::PressKey{{KeyKind::to_letter, static_cast<int>(letters_in(writing.text.view().substr(0, *put)))}};
  if (offered.height > 0) {
    if (const auto guest = draw_offers(frame.canvas, offered, writing, sight)) tap = guest;
  }
  if (const auto key = draw_keyboard(frame.canvas, keys, writing.text, writing.typing, sight))
    tap = tap::PressKey{*key};
  if (draw_back(frame, word(sight, "btn.back"))) tap = tap::Back{};
  if (writing.leave_out) {
    const ui::Rect middle = middle_of_foot(frame);
    if (ui::button(frame.canvas, kTouchLeaveOut, ui::centred(middle, {std::min(middle.width, 300.0F), kPillHeight}),
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
