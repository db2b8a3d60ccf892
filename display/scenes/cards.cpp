// One giver's card in its three looks.
#include <algorithm>
#include <string>

#include "core/numbers.h"
#include "display/scenes/parts.h"
#include "ui/paint.h"
#include "ui/still.h"

namespace mn {
namespace {

ui::Icon icon_of(Giver giver) {
  switch (giver) {
    case Giver::person:
      return ui::Icon::family;
    case Giver::business:
      return ui::Icon::building;
    case Giver::agency:
      return ui::Icon::agency;
    case Giver::group:
      return ui::Icon::group;
    case Giver::social:
      return ui::Icon::globe;
    case Giver::unnamed:
      return ui::Icon::heart;
  }
  return ui::Icon::heart;
}

std::string kind_of(Giver giver, const Words& words) {
  switch (giver) {
    case Giver::person:
      return words.person;
    case Giver::business:
      return words.business;
    case Giver::agency:
      return words.agency;
    case Giver::group:
      return words.group;
    case Giver::social:
      return words.social;
    case Giver::unnamed:
      return {};
  }
  return {};
}

// The colours of a look, so that words are readable on all three.
struct Inks {
  ui::Colour name;
  ui::Colour soft;
  ui::Colour amount;
  ui::Colour amount_lower;
};
Inks inks_of(CardLook look) {
  if (look == CardLook::paper) return {ui::hue::ink, ui::hue::ink_soft, ui::hue::bamboo, ui::hue::bamboo_deep};
  return {ui::hue::moon, ui::hue::moon_soft, ui::hue::gold_light, ui::hue::gold_deep};
}

void draw_badge(const ui::Canvas& canvas, ui::Rect badge, const CardFace& face, CardLook look) {
  const bool paper = look == CardLook::paper;
  const ui::Colour ground = face.named ? (paper ? ui::hue::leaf : ui::hue::shoot) : ui::hue::coral;
  const ui::Colour green = paper ? ui::hue::bamboo : ui::hue::shoot;
  const ui::Colour coral = paper ? ui::rgb(0xB4432B) : ui::rgb(0xF4A28C);
  ui::disc(canvas, badge.centre(), badge.width / 2, ui::with_alpha(ground, paper ? 0.16F : 0.20F));
  ui::draw_icon(canvas, face.icon, ui::inset(badge, badge.width * 0.22F), face.named ? green : coral);
}

ui::TextLook amount_look(const CardFace& face, const Inks& inks, float size, ui::Align align) {
  if (!face.is_money) return {ui::Face::medium, size * 0.86F, inks.soft, align};
  return {ui::Face::display_bold, size, inks.amount, align, inks.amount_lower};
}

void draw_ground(const ui::Canvas& canvas, ui::Rect rect, CardLook look) {
  const float radius = look == CardLook::line ? ui::corner::small : ui::corner::medium;
  if (look == CardLook::paper) {
    ui::fill_gradient(canvas, rect, ui::rgb(0xFFFCF4), ui::rgb(0xFBEFD3), ui::Run::down, radius);
    ui::outline_gradient(canvas, rect, ui::hue::gold_light, ui::hue::gold, radius, 4);
    ui::outline(canvas, ui::inset(rect, 9), ui::with_alpha(ui::hue::gold, 0.55F), radius - 6, 2);
    return;
  }
  const float cover = look == CardLook::line ? 0.80F : 0.92F;
  ui::fill_gradient(canvas, rect, ui::rgb(0x153E3A, cover), ui::rgb(0x0C2B2B, cover), ui::Run::down, radius);
  ui::outline_gradient(canvas, rect, ui::rgb(0x5E9484, 0.65F), ui::rgb(0x2C5A50, 0.5F), radius, ui::space::hair);
}

// Badge, name, amount side by side.
void draw_line(const ui::Canvas& canvas, ui::Rect rect, const CardFace& face, const Inks& inks, const TypeScale& type) {
  ui::Rect rest = ui::inset(rect, 10);
  rest.x += 6;
  rest.width -= 14;
  const float disc = std::min(rest.height, type.least * 1.8F);
  const ui::Rect column = ui::cut_left(rest, disc, 16);
  draw_badge(canvas, {column.x, rest.centre().y - disc / 2, disc, disc}, face, CardLook::line);
  ui::TextLook look = amount_look(face, inks, std::min(type.lead * 0.92F, rest.height * 0.7F), ui::Align::right);
  look.size = std::max(look.size, type.least);
  const float wide = std::min(ui::text_width(canvas, face.amount, look) + 2, rest.width * 0.54F);
  ui::draw_text_in(canvas, ui::cut_right(rest, wide, 16), face.amount, look, type.least);
  const int lines = rest.height >= type.least * 2.5F ? 2 : 1;
  draw_fitted(canvas, rest, face.name, {ui::Face::semibold, type.body, inks.name}, {lines, type.least});
}

void draw_full(const ui::Canvas& canvas, ui::Rect rect, const CardFace& face, CardLook look, const TypeScale& type) {
  const Inks inks = inks_of(look);
  const bool large = look == CardLook::paper;
  ui::Rect rest = ui::inset(rect, std::clamp(rect.height * 0.1F, 18.0F, 34.0F));
  const float disc = type.least * (large ? 2.0F : 1.7F);
  ui::Rect head = ui::cut_top(rest, disc, 6);
  draw_badge(canvas, ui::cut_left(head, disc, 14), face, look);
  const float size = std::max(type.least, large ? type.lead * 1.3F : type.lead);
  const ui::TextLook amount = amount_look(face, inks, size, ui::Align::left);
  const ui::Rect foot = ui::cut_bottom(rest, size * 1.22F, 2);
  ui::draw_text_in(canvas, foot, face.amount, amount, type.least);
  if (!face.kind.empty()) {
    ui::draw_text_in(canvas, head, face.kind, {ui::Face::medium, type.least * 1.04F, inks.soft}, type.least);
  }
  if (!face.message.empty() && rest.height > type.least * 4.2F) {
    const ui::Rect said = ui::cut_bottom(rest, type.least * 2.6F, 4);
    draw_fitted(canvas, said, "“" + face.message + "”", {ui::Face::medium, type.least * 1.06F, inks.soft},
                {2, type.least});
  }
  const float name = std::max(type.least, large ? type.lead * 1.16F : type.body * 1.06F);
  draw_fitted(canvas, rest, face.name, {large ? ui::Face::display_bold : ui::Face::semibold, name, inks.name},
              {3, type.least});
}

}  // namespace

CardFace face_of(const PublicCard& card, const Words& words) {
  CardFace out;
  out.icon = icon_of(card.giver());
  out.named = !card.name().empty();
  out.kind = kind_of(card.giver(), words);
  out.name = out.named ? card.name() : words.unnamed;
  out.is_money = card.amount().has_value();
  out.amount = out.is_money ? grouped(*card.amount()) + " " + words.dong : words.amount_hidden;
  return out;
}

void draw_card(const ui::Canvas& canvas, ui::Rect rect, const CardFace& face, CardLook look, const TypeScale& type) {
  // Made when it first comes in; only its place changes after that. It is this giver's, and goes when it is shown no
  // more.
  const std::string key = "card " + std::to_string(static_cast<int>(look)) + " " +
                          std::to_string(static_cast<int>(face.icon)) + " " + face.amount + " " + face.name + " " +
                          face.message;
  const ui::Rect layer = ui::inset(rect, -4);
  ui::still(
      canvas, key, layer, ui::StillKind::transparent,
      [&](const ui::Canvas& inner) {
        draw_ground(inner, rect, look);
        switch (look) {
          case CardLook::line:
            draw_line(inner, rect, face, inks_of(look), type);
            break;
          case CardLook::night:
          case CardLook::paper:
            draw_full(inner, rect, face, look, type);
            break;
        }
      },
      ui::StillLife::shown);
}

}  // namespace mn
