// One giver's card in its looks.
#include <algorithm>
#include <cmath>
#include <string>

#include "display/parts/parts.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/still.h"

namespace mn {
namespace {

bool is_paper(CardLook look) { return look == CardLook::paper || look == CardLook::grand; }

// The colours of a look, so that words are readable on all three.
struct Inks {
  ui::Colour name;
  ui::Colour soft;
  ui::Colour amount;
  ui::Colour amount_lower;
};
Inks inks_of(CardLook look) {
  if (is_paper(look)) return {ui::hue::ink, ui::hue::ink_soft, ui::hue::bamboo, ui::hue::bamboo_deep};
  return {ui::hue::moon, ui::hue::moon_soft, ui::hue::gold_light, ui::hue::gold_deep};
}

void draw_badge(const ui::Canvas& canvas, ui::Rect badge, const CardFace& face, CardLook look) {
  const bool paper = is_paper(look);
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
  if (is_paper(look)) {
    ui::fill_gradient(canvas, rect, ui::rgb(0xFFFCF4), ui::rgb(0xFBEFD3), ui::Run::down, radius);
    ui::outline_gradient(canvas, rect, ui::hue::gold_light, ui::hue::gold, radius, 4);
    ui::outline(canvas, ui::inset(rect, 9), ui::with_alpha(ui::hue::gold, 0.55F), radius - 6, 2);
    // The emblem, as a watermark of the paper.
    const float side = rect.height * 0.72F;
    if (rect.width > side * 2.2F) {
      const ui::Rect mark{rect.right() - side - rect.height * 0.12F, rect.centre().y - side / 2, side, side};
      ui::draw_picture(ui::faded(canvas, 0.10F), "emblem", mark);
    }
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
  float head = 0;  // the row of the badge; 0: none, or the badge stands beside the name
  ui::TextLook name;
  int name_lines = 1;
  float width = 0;  // of the name
  ui::TextLook amount;
  int amount_lines = 0;
  bool beside = false;  // the amount stands to the right of the name, `amount_width` wide
  float amount_width = 0;
  ui::TextLook message;
  int message_lines = 0;

  float height = 0;
};

constexpr float kLeading = 1.28F;
constexpr int kLinesMax = 5;

int lines_of(const ui::Canvas& canvas, const std::string& text, const ui::TextLook& look, float width) {
  if (text.empty()) return 0;
  return static_cast<int>(ui::wrapped(canvas, text, look, width, kLinesMax + 1).size());
}

// The largest size at which it takes no more than `lines` lines; the least size takes what it must.
int fit(const ui::Canvas& canvas, ui::TextLook& look, const std::string& text, float width, float least, int lines) {
  int needs = lines_of(canvas, text, look, width);
  while (needs > lines && look.size > least) {
    look.size = std::max(least, look.size - 1);
    needs = lines_of(canvas, text, look, width);
  }
  return std::min(needs, kLinesMax);
}

float tall(int lines, const ui::TextLook& look) { return static_cast<float>(lines) * look.size * kLeading; }

Plan plan_line(const ui::Canvas& canvas, float width, const CardFace& face, const TypeScale& type) {
  Plan plan;
  const Inks inks = inks_of(CardLook::line);
  plan.padding = type.least * 0.36F;
  plan.disc = type.least * 1.7F;
  plan.name = {ui::Face::semibold, type.body, inks.name};
  plan.amount = amount_look(face, inks, type.lead * 0.88F, ui::Align::right);
  plan.amount.size = std::max(type.least, plan.amount.size);
  const float inside = width - 2 * plan.padding - plan.disc - 24;
  plan.amount_width = ui::text_width(canvas, face.amount, plan.amount) + 4;
  plan.width = inside - plan.amount_width - 12;
  plan.beside = plan.width > inside * 0.35F && lines_of(canvas, face.name, plan.name, plan.width) <= 2;
  // A long name takes the whole width, and the amount lines of its own.
  if (!plan.beside) plan.width = inside;
  // One line of a slightly smaller name is calmer than two.
  const float usual = plan.name.size;
  plan.name_lines = fit(canvas, plan.name, face.name, plan.width, std::max(type.least, usual * 0.84F), 1);
  if (plan.name_lines > 1) {
    plan.name.size = usual;
    plan.name_lines = fit(canvas, plan.name, face.name, plan.width, type.least, 2);
  }
  plan.amount_lines = plan.beside ? 0 : fit(canvas, plan.amount, face.amount, inside, type.least, 1);
  plan.height =
      std::max(plan.disc, tall(plan.name_lines, plan.name) + tall(plan.amount_lines, plan.amount)) + 2 * plan.padding;
  return plan;
}

Plan plan_full(const ui::Canvas& canvas, float width, const CardFace& face, CardLook look, const TypeScale& type,
               float room) {
  Plan plan;
  const Inks inks = inks_of(look);
  const float grown = look == CardLook::grand ? 1.24F : 1.0F;
  const bool paper = is_paper(look);
  plan.padding = type.least * (paper ? 0.86F : 0.7F);
  plan.disc = type.least * 1.7F;
  plan.head = plan.disc + 4;
  plan.name = {paper ? ui::Face::display_bold : ui::Face::semibold,
               std::max(type.least, (paper ? type.lead * 1.06F : type.body * 1.06F) * grown), inks.name};
  plan.amount = amount_look(face, inks, (paper ? type.lead * 1.22F : type.lead) * grown, ui::Align::left);
  plan.amount.size = std::max(type.least, plan.amount.size);
  plan.message = {ui::Face::medium, type.least * 1.06F, inks.soft};
  plan.width = width - 2 * plan.padding;
  plan.name_lines = fit(canvas, plan.name, face.name, plan.width, type.least, 2);
  plan.amount_lines = fit(canvas, plan.amount, face.amount, plan.width, type.least, 1);
  plan.message_lines = lines_of(canvas, "“" + face.message + "”", plan.message, plan.width);
  if (face.message.empty()) plan.message_lines = 0;
  const float words = 2 * plan.padding + tall(plan.name_lines, plan.name) + tall(plan.amount_lines, plan.amount);
  // Where room is scarce the message goes first, and then the kind of giver.
  if (words + plan.head + tall(plan.message_lines, plan.message) > room) plan.message_lines = 0;
  if (words + plan.head > room) plan.head = plan.disc = 0;
  plan.height = words + plan.head + tall(plan.message_lines, plan.message);
  return plan;
}

Plan plan_of(const ui::Canvas& canvas, ui::Size room, const CardFace& face, CardLook look, const TypeScale& type) {
  if (look == CardLook::line) return plan_line(canvas, room.width, face, type);
  return plan_full(canvas, room.width, face, look, type, room.height);
}

// Badge, name, amount side by side.
void draw_line(const ui::Canvas& canvas, ui::Rect rect, const CardFace& face, const Plan& plan, const TypeScale& type) {
  ui::Rect rest = ui::inset(rect, plan.padding);
  const ui::Rect column = ui::cut_left(rest, plan.disc, 16);
  draw_badge(canvas, {column.x, rest.centre().y - plan.disc / 2, plan.disc, plan.disc}, face, CardLook::line);
  rest.width -= 8;
  ui::TextLook amount = plan.amount;
  if (plan.beside) {
    ui::draw_text_in(canvas, ui::cut_right(rest, plan.amount_width, 12), face.amount, amount, type.least);
  } else if (plan.amount_lines > 0) {
    amount.align = ui::Align::left;
    draw_fitted(canvas, ui::cut_bottom(rest, tall(plan.amount_lines, amount)), face.amount, amount,
                {plan.amount_lines, type.least});
  }
  draw_fitted(canvas, rest, face.name, plan.name, {plan.name_lines, type.least});
}

void draw_full(const ui::Canvas& canvas, ui::Rect rect, const CardFace& face, CardLook look, const Plan& plan,
               const TypeScale& type) {
  ui::Rect rest = ui::inset(rect, plan.padding);
  if (plan.head > 0) {
    ui::Rect head = ui::cut_top(rest, plan.disc, plan.head - plan.disc);
    draw_badge(canvas, ui::cut_left(head, plan.disc, 14), face, look);
    ui::draw_text_in(canvas, head, face.kind, {ui::Face::medium, type.least * 1.04F, inks_of(look).soft}, type.least);
  }
  if (plan.amount_lines > 0) {
    draw_fitted(canvas, ui::cut_bottom(rest, tall(plan.amount_lines, plan.amount)), face.amount, plan.amount,
                {plan.amount_lines, type.least});
  }
  if (plan.message_lines > 0) {
    draw_fitted(canvas, ui::cut_bottom(rest, tall(plan.message_lines, plan.message)), "“" + face.message + "”",
                plan.message, {plan.message_lines, type.least});
  }
  draw_fitted(canvas, rest, face.name, plan.name, {plan.name_lines, type.least});
}

}  // namespace

float card_height(const ui::Canvas& canvas, ui::Size room, const CardFace& face, CardLook look, const TypeScale& type) {
  return std::ceil(plan_of(canvas, room, face, look, type).height);
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
        const Plan plan = plan_of(inner, {rect.width, rect.height}, face, look, type);
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
