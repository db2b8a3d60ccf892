// How the fund can reach the giver: digits only, one field at a time, the consent beside them. What is typed here is
// drawn here and nowhere else; leaving the screen seals it or forgets it.
#include "core/phone.h"
#include "core/tax_code.h"
#include "kiosk/order.h"
#include "kiosk/screens/field.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

std::string phone_words(const Sight& sight, const PhoneReading& reading, bool asked) {
  switch (reading.fault) {
    case PhoneFault::ok:
    case PhoneFault::empty:
    case PhoneFault::old_number:
      return {};
    case PhoneFault::too_short:
      return asked ? word(sight, "phone.bad") : std::string();
    case PhoneFault::wrong_prefix:
    case PhoneFault::too_long:
    case PhoneFault::wrong_sign:
      return word(sight, "phone.bad");
  }
  return {};
}

std::string tax_words(const Sight& sight, TaxCodeFault fault, bool asked) {
  switch (fault) {
    case TaxCodeFault::ok:
    case TaxCodeFault::empty:
      return {};
    case TaxCodeFault::too_short:
    case TaxCodeFault::twelve_digits:
      return asked ? word(sight, "tax.bad") : std::string();
    case TaxCodeFault::wrong_check:
    case TaxCodeFault::wrong_branch:
    case TaxCodeFault::too_long:
    case TaxCodeFault::wrong_sign:
      return word(sight, "tax.bad");
  }
  return {};
}

struct FieldLook {
  ContactField field;
  std::string caption;
  std::string_view digits;
  bool right = false;
};

// A field that can be chosen; the chosen one takes the digits.
bool draw_digit_field(const ui::Canvas& canvas, ui::Rect rect, const FieldLook& look, bool chosen) {
  const ui::Theme& theme = *canvas.theme;
  const ui::Touched touched =
      ui::touch(canvas, {.id = kTouchContactField + static_cast<int>(look.field), .rect = rect, .label = look.caption});
  ui::card(canvas, rect, ui::corner::medium);
  if (chosen) ui::outline(canvas, rect, theme.chosen_line, ui::corner::medium, 5);
  ui::Rect inside{rect.x + 28, rect.y + 10, rect.width - 56, rect.height - 20};
  if (look.right)
    ui::draw_icon(canvas, ui::Icon::check, ui::centred(ui::cut_right(inside, 52), {44, 44}), theme.action);
  ui::draw_text_in(canvas, ui::cut_top(inside, ui::text_size(canvas, 34)), look.caption,
                   {.face = ui::Face::semibold, .size = 26, .colour = theme.ink_soft}, 18);
  ui::TextLook text{.face = ui::Face::display_bold, .size = 50, .colour = theme.ink, .tracking = 2};
  text.size = std::min(text.size, inside.height * 0.9F / canvas.text_scale);
  text.size = ui::fitting_size(canvas, look.digits, text, inside.width - 12, 24);
  ui::draw_text_in(canvas, inside, look.digits, text);
  if (!chosen) return touched.tapped;
  const float x = inside.x + std::min(inside.width - 6, ui::text_width(canvas, look.digits, text) + 6);
  ui::fill(canvas, {x, inside.y + 6, 5, inside.height - 12}, theme.accent, 2);
  return touched.tapped;
}

}  // namespace

std::optional<Tap> draw_contact(const ui::Canvas& canvas, const ContactForm& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const bool portrait = canvas.portrait();
  const Frame frame = draw_frame(canvas, sight, tap, portrait ? 240 : 112);
  const ui::Canvas& in = frame.canvas;
  const float least = ui::touch_least(canvas);
  ui::Rect body = frame.body;
  // Where there is little height, digits and fields lie side by side.
  const bool flat = frame.low && !portrait;
  ui::Rect pad = flat       ? ui::cut_right(body, body.width * 0.5F, ui::space::medium)
                 : portrait ? ui::cut_bottom(body, frame.low ? 2 * least + 32 : 600.0F, ui::space::medium)
                            : ui::cut_right(body, 640, ui::space::medium);
  const PhoneReading phone = read_phone(screen.phone.view());
  const TaxCodeFault tax = read_tax_code(screen.tax_code.view()).fault;
  const float tall = std::min(132.0F, std::max(least, body.height * 0.2F));
  const std::string& tax_caption = word(sight, "contact.tax");
  const FieldLook phone_look{ContactField::phone, word(sight, "contact.phone"), screen.phone.view(),
                             phone.fault == PhoneFault::ok};
  const FieldLook tax_look{ContactField::tax_code,
                           flat ? tax_caption : tax_caption + " · " + word(sight, "contact.tax_note"),
                           screen.tax_code.view(), tax == TaxCodeFault::ok};
  const ui::Rect both = flat ? ui::cut_top(body, tall, ui::space::small) : ui::Rect{};
  for (const FieldLook& look : {phone_look, tax_look}) {
    const int place = look.field == ContactField::phone ? 0 : 1;
    const ui::Rect at =
        flat ? ui::column_of(both, place, 2, ui::space::small) : ui::cut_top(body, tall, ui::space::small);
    if (draw_digit_field(in, at, look, look.field == screen.field)) tap = tap::ChooseField{look.field};
  }
  // Below the box there is a line: the way to the notice, or the one number that an old one has become.
  const float below_least = least + ui::space::small;
  const float box_height = std::min(ui::text_size(canvas, 148), body.height - below_least);
  const ui::Rect box = ui::cut_top(body, std::max(least, box_height), ui::space::small);
  if (ui::tick_box(in, kTouchKeep, box, sight.terms.campaign.consent_contact.text.in(sight.visit.language), screen.keep,
                   4)) {
    tap = tap::ToggleKeepContact{};
  }
  // What is missing or wrong; where everything lies low, above.
  std::string words = phone_words(sight, phone, screen.asked);
  if (words.empty()) words = tax_words(sight, tax, screen.asked);
  if (words.empty() && screen.asked && !contact_complete(screen)) {
    const bool something = phone.fault == PhoneFault::ok || tax == TaxCodeFault::ok;
    words = word(sight, something ? "contact.tick" : "contact.needed");
  }
  const bool old = phone.fault == PhoneFault::old_number;
  if (old) {
    const PrivateNumber people = phone_for_people(phone.offered.view());
    words = fill(word(sight, "phone.old"), {{"phone", people.view()}});
  }
  Frame asking = frame;
  if (!words.empty()) {
    ui::Rect& room = frame.low ? asking.words : body;
    // The last line is the notice's when both fit.
    const bool both_fit = !frame.low && room.height >= 104 + below_least;
    ui::Rect line = frame.low  ? ui::cut_top(room, 104, ui::space::small)
                    : both_fit ? ui::cut_top(room, 104, ui::space::small)
                               : ui::cut_bottom(room, std::max(least, std::min(104.0F, room.height)));
    if (old) {
      const ui::Rect use = frame.low ? ui::cut_bottom(body, std::min(body.height, 104.0F), ui::space::small)
                                     : ui::cut_right(line, std::min(300.0F, line.width * 0.36F), ui::space::small);
      if (ui::button(in, kTouchNewNumber, use, word(sight, "phone.use"), {.icon = ui::Icon::check, .size = 30})) {
        tap = tap::TakeNewNumber{};
      }
    }
    draw_limit(in, line, words);
  }
  draw_question(asking, word(sight, "contact.title"), word(sight, "contact.hint"));
  if (body.height >= least && !sight.terms.campaign.privacy_notice.vi.empty()) {
    const ui::Rect at = ui::cut_bottom(body, std::max(100.0F, least));
    if (ui::button(in, kTouchNotice, ui::centred(at, {std::min(at.width, 700.0F), at.height}),
                   word(sight, "consent.more"), {.kind = ui::ButtonKind::bare, .icon = ui::Icon::info, .size = 28})) {
      tap = tap::Open{Panel::notice};
    }
  }
  if (const std::optional<Tap> digit = draw_digits(in, pad, sight, false)) tap = digit;
  if (draw_back(frame, word(sight, "btn.back"))) tap = tap::Back{};
  const ui::Rect middle = middle_of_foot(frame);
  if (ui::button(in, kTouchLeaveOut, ui::centred(middle, {std::min(middle.width, 300.0F), kPillHeight}),
                 word(sight, "btn.skip"), {.kind = ui::ButtonKind::quiet, .size = 32, .radius = ui::corner::pill})) {
    tap = tap::LeaveOut{};
  }
  if (draw_on(frame, word(sight, "btn.next"), true)) tap = tap::ContactTyped{};
  return tap;
}

}  // namespace mn::kiosk
