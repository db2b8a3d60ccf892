// One giver's card in its three looks.
#include <algorithm>
#include <cmath>
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

// How a card is divided. The same arithmetic says how tall it wants to be and draws it.
struct Plan {
  float padding = 0;
  float disc = 0;
  float head = 0;  // the row of the badge; 0: the badge stands beside the name
  ui::TextLook name;
  int name_lines = 1;
  float name_width = 0;
  ui::TextLook amount;
  float amount_width = 0;  // of its column; 0: it stands below the name
  float message = 0;       // height
  float height = 0;
};

constexpr float kLeading = 1.28F;
constexpr int kNameLinesMax = 5;

int lines_of(const ui::Canvas& canvas, const std::string& text, const ui::TextLook& look, float width) {
  return static_cast<int>(ui::wrapped(canvas, text, look, width, kNameLinesMax + 1).size());
}

// The largest size at which the name takes no more than `lines` lines; the least size takes what it must.
void fit_name(const ui::Canvas& canvas, Plan& plan, const CardFace& face, float least, int lines) {
  plan.name_lines = lines_of(canvas, face.name, plan.name, plan.name_width);
  while (plan.name_lines > lines && plan.name.size > least) {
    plan.name.size = std::max(least, plan.name.size - 1);
    plan.name_lines = lines_of(canvas, face.name, plan.name, plan.name_width);
  }
  plan.name_lines = std::min(plan.name_lines, kNameLinesMax);
}

Plan plan_line(const ui::Canvas& canvas, float width, const CardFace& face, const TypeScale& type) {
  Plan plan;
  const Inks inks = inks_of(CardLook::line);
  plan.padding = type.least * 0.36F;
  plan.disc = type.least * 1.7F;
  plan.name = {ui::Face::semibold, type.body, inks.name};
  plan.amount = amount_look(face, inks, std::max(type.least, type.lead * 0.88F), ui::Align::right);
  plan.amount.size = std::max(type.least, plan.amount.size);
  const float inside = width - 2 * plan.padding - plan.disc - 32;
  plan.amount_width = ui::text_width(canvas, face.amount, plan.amount) + 4;
  plan.name_width = inside - plan.amount_width;
  // A long name takes the whole width, and the amount a line of its own.
  if (plan.name_width < inside * 0.35F || lines_of(canvas, face.name, plan.name, plan.name_width) > 2) {
    plan.amount_width = 0;
    plan.name_width = inside;
  }
  // One line of a slightly smaller name is calmer than two.
  const float usual = plan.name.size;
  fit_name(canvas, plan, face, std::max(type.least, usual * 0.84F), 1);
  if (plan.name_lines > 1) {
    plan.name.size = usual;
    fit_name(canvas, plan, face, type.least, 2);
  }
  const float name = static_cast<float>(plan.name_lines) * plan.name.size * kLeading;
  const float amount = plan.amount_width > 0 ? 0 : plan.amount.size * 1.3F;
  plan.height = std::max(plan.disc, name + amount) + 2 * plan.padding;
  return plan;
}

Plan plan_full(const ui::Canvas& canvas, float width, const CardFace& face, CardLook look, const TypeScale& type,
               float room) {
  Plan plan;
  const Inks inks = inks_of(look);
  const bool paper = look == CardLook::paper;
  plan.padding = type.least * (paper ? 0.86F : 0.7F);
  plan.disc = type.least * 1.7F;
  plan.head = plan.disc + 4;
  plan.name = {paper ? ui::Face::display_bold : ui::Face::semibold,
               std::max(type.least, paper ? type.lead * 1.06F : type.body * 1.06F), inks.name};
  plan.amount = amount_look(face, inks, std::max(type.least, paper ? type.lead * 1.22F : type.lead), ui::Align::left);
  plan.amount.size = std::max(type.least, plan.amount.size);
  plan.name_width = width - 2 * plan.padding;
  fit_name(canvas, plan, face, type.least, 2);
  if (!face.message.empty()) {
    const ui::TextLook said{ui::Face::medium, type.least * 1.06F, inks.soft};
    const int lines = std::min(2, lines_of(canvas, face.message, said, plan.name_width * 0.94F));
    plan.message = static_cast<float>(lines) * said.size * kLeading + 6;
  }
  const float words =
      static_cast<float>(plan.name_lines) * plan.name.size * kLeading + plan.amount.size * 1.28F + 2 * plan.padding;
  // Where room is scarce the message goes first, and then the kind of giver.
  if (words + plan.head + plan.message > room) plan.message = 0;
  if (words + plan.head > room) plan.head = plan.disc = 0;
  plan.height = words + plan.head + plan.message;
  return plan;
}

Plan plan_of(const ui::Canvas& canvas, float width, const CardFace& face, CardLook look, const TypeScale& type,
             float room) {
  if (look == CardLook::line) return plan_line(canvas, width, face, type);
  return plan_full(canvas, width, face, look, type, room);
}

// Badge, name, amount side by side.
void draw_line(const ui::Canvas& canvas, ui::Rect rect, const CardFace& face, const Plan& plan, const TypeScale& type) {
  ui::Rect rest = ui::inset(rect, plan.padding);
  const ui::Rect column = ui::cut_left(rest, plan.disc, 16);
  draw_badge(canvas, {column.x, rest.centre().y - plan.disc / 2, plan.disc, plan.disc}, face, CardLook::line);
  ui::TextLook amount = plan.amount;
  if (plan.amount_width > 0) {
    ui::draw_text_in(canvas, ui::cut_right(rest, plan.amount_width, 12), face.amount, amount, type.least);
  } else {
    amount.align = ui::Align::left;
    ui::draw_text_in(canvas, ui::cut_bottom(rest, amount.size * 1.3F), face.amount, amount, type.least);
  }
  draw_fitted(canvas, rest, face.name, plan.name, {plan.name_lines, type.least});
}

void draw_full(const ui::Canvas& canvas, ui::Rect rect, const CardFace& face, CardLook look, const Plan& plan,
               const TypeScale& type) {
  const Inks inks = inks_of(look);
  ui::Rect rest = ui::inset(rect, plan.padding);
  if (plan.head > 0) {
    ui::Rect head = ui::cut_top(rest, plan.disc, plan.head - plan.disc);
    draw_badge(canvas, ui::cut_left(head, plan.disc, 14), face, look);
    ui::draw_text_in(canvas, head, face.kind, {ui::Face::medium, type.least * 1.04F, inks.soft}, type.least);
  }
  ui::draw_text_in(canvas, ui::cut_bottom(rest, plan.amount.size * 1.28F), face.amount, plan.amount, type.least);
  if (plan.message > 0) {
    draw_fitted(canvas, ui::cut_bottom(rest, plan.message), "“" + face.message + "”",
                {ui::Face::medium, type.least * 1.06F, inks.soft}, {2, type.least});
  }
  draw_fitted(canvas, rest, face.name, plan.name, {plan.name_lines, type.least});
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

float card_height(const ui::Canvas& canvas, ui::Size room, const CardFace& face, CardLook look, const TypeScale& type) {
  return std::ceil(plan_of(canvas, room.width, face, look, type, room.height).height);
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
        const Plan plan = plan_of(inner, rect.width, face, look, type, rect.height);
        draw_ground(inner, rect, look);
        if (look == CardLook::line) {
          draw_line(inner, rect, face, plan, type);
        } else {
          draw_full(inner, rect, face, look, plan, type);
        }
      },
      ui::StillLife::shown);
}

}  // namespace mn
