// A bamboo of milestones: one joint for each, the newest growing, with leaves at every knot.
#include <algorithm>
#include <cmath>

#include "display/parts/moments.h"
#include "ui/paint.h"

namespace mn {
namespace {

constexpr float kLeafAfter = 0.55F;  // of a joint's growth, then its leaves unfold

void draw_joint(const ui::Canvas& canvas, ui::Rect body, bool fresh) {
  const ui::Colour light = fresh ? ui::rgb(0xE6F3A6) : ui::rgb(0xC4E27A);
  const ui::Rect left{body.x, body.y, body.width * 0.42F, body.height};
  const ui::Rect right{left.right(), body.y, body.width - left.width, body.height};
  const float round = body.width * 0.1F;
  ui::fill(canvas, body, ui::rgb(0x3F7F3C), round);
  const float edge = body.width * 0.06F;
  ui::fill_gradient(canvas, {left.x + edge, left.y, left.width - edge, left.height}, ui::rgb(0x6FAF4E), light,
                    ui::Run::across);
  ui::fill_gradient(canvas, {right.x, right.y, right.width - edge, right.height}, light, ui::rgb(0x4C8F43),
                    ui::Run::across);
  ui::fill(canvas, {body.x - edge, body.bottom() - 5, body.width + 2 * edge, 10},
           fresh ? ui::hue::gold_light : ui::rgb(0x9CC862), 5);
  ui::fill(canvas, {body.x - edge, body.bottom() + 2, body.width + 2 * edge, 3}, ui::rgb(0x2F6B33), 2);
}

void draw_leaves(const ui::Canvas& canvas, ui::Point stem, float length, bool to_right, float open) {
  if (open <= 0) return;
  const float base = to_right ? -26.0F : 206.0F;
  const float side = to_right ? 1.0F : -1.0F;
  const float grown = length * (0.3F + 0.7F * open);
  const float turned = (1 - open) * 40 * -side;  // they fold up while they are young
  draw_leaf(canvas, stem, grown * 0.84F, base - side * 24 + turned, ui::rgb(0x6FB04C));
  draw_leaf(canvas, stem, grown, base + side * 6 + turned, ui::rgb(0xA5CF5A));
  draw_leaf(canvas, stem, grown * 0.72F, base + side * 34 + turned, ui::rgb(0x4C8F43));
}

}  // namespace

void draw_joints(const ui::Canvas& canvas, ui::Rect column, const JointsFace& face, float least) {
  const int all = std::max(1, static_cast<int>(face.names.size()));
  const int passed = std::clamp(face.passed, 1, all);
  const float width = std::min({column.width * 0.19F, column.height * 0.12F, 84.0F});
  const float tip = width * 1.7F;
  const float each = (column.height - tip) / static_cast<float>(all);
  // Names stand to the left of the knots, all of them or none.
  float widest = 0;
  for (const std::string& name : face.names) {
    const ui::TextLook look{ui::Face::bold, least * 1.15F};
    widest = std::max(widest, ui::text_width(canvas, name, look) + least * 1.2F);
  }
  const float room = column.width * 0.66F - width;
  const bool beside = widest <= room && each >= least * 2.2F;
  const int parts = each > width * 2.2F ? 2 : 1;  // a stretch is of one or two joints
  const ui::Point foot{column.x + column.width * (beside ? 0.66F : 0.5F), column.bottom()};
  const auto slim = [&](int milestone) { return width * (1 - 0.05F * static_cast<float>(milestone)); };
  const float grown = (static_cast<float>(passed - 1) + face.growth) * each;

  for (int milestone = 0; milestone < all; ++milestone) {
    for (int part = 0; part < parts; ++part) {
      const float low = (static_cast<float>(milestone) + static_cast<float>(part) / static_cast<float>(parts)) * each;
      const float high = low + each / static_cast<float>(parts);
      const float half = slim(milestone) / 2;
      // What is still to grow, faintly.
      if (high > grown + 1) {
        ui::fill(canvas, {foot.x - half, foot.y - high + 3, 2 * half, high - low - 6},
                 ui::with_alpha(ui::hue::moon_soft, 0.11F), half * 0.2F);
      }
      const float top = std::min(high, grown);
      if (top - low > 8) {
        draw_joint(canvas, {foot.x - half, foot.y - top + 3, 2 * half, top - low - 6}, milestone + 1 == passed);
      }
    }
  }
  for (int milestone = 0; milestone < passed; ++milestone) {
    const bool fresh = milestone + 1 == passed;
    const bool to_right = milestone % 2 == 1;
    const float open = fresh ? std::clamp((face.growth - kLeafAfter) / (1 - kLeafAfter), 0.0F, 1.0F) : 1.0F;
    const float y = foot.y - std::min(static_cast<float>(milestone + 1) * each, grown) + each * 0.12F;
    draw_leaves(canvas, {foot.x + (to_right ? 0.5F : -0.5F) * slim(milestone), y}, width * 1.75F, to_right,
                ui::ease_out(open));
    if (parts == 2) {
      draw_leaves(canvas, {foot.x + (to_right ? -0.5F : 0.5F) * slim(milestone), y + each / 2}, width * 1.35F,
                  !to_right, ui::ease_out(fresh ? face.growth : 1));
    }
  }
  const ui::Point bud{foot.x, foot.y - grown};
  ui::glow(canvas, bud, width * 3.2F, ui::with_alpha(ui::hue::gold, 0.14F + 0.26F * face.growth));
  const float half = slim(passed) * 0.46F;
  const ui::Point outline[5] = {{bud.x, bud.y - width * 0.9F},
                                {bud.x + half * 0.8F, bud.y - width * 0.3F},
                                {bud.x + half, bud.y + 4},
                                {bud.x - half, bud.y + 4},
                                {bud.x - half * 0.8F, bud.y - width * 0.3F}};
  ui::polygon(canvas, outline, ui::rgb(0x7DB651));
  draw_leaf(canvas, {bud.x, bud.y - width * 0.3F}, width * 1.3F, -146, ui::rgb(0x6FB04C));
  draw_leaf(canvas, {bud.x, bud.y - width * 0.3F}, width * 1.3F, -34, ui::rgb(0x8CC25C));
  draw_leaf(canvas, {bud.x, bud.y - width * 0.5F}, width * 1.25F, -112, ui::rgb(0xA5CF5A));
  draw_leaf(canvas, {bud.x, bud.y - width * 0.5F}, width * 1.25F, -70, ui::rgb(0xC4E27A));

  if (!beside) return;
  for (int milestone = 0; milestone < all; ++milestone) {
    const float y = foot.y - static_cast<float>(milestone + 1) * each;
    const bool now = milestone + 1 == passed;
    const bool reached = milestone < passed;
    const ui::Colour colour = now ? ui::hue::gold_light : ui::with_alpha(ui::hue::moon_soft, reached ? 1.0F : 0.75F);
    const std::string& name = face.names.at(static_cast<std::size_t>(milestone));
    const ui::TextLook look{now ? ui::Face::bold : ui::Face::medium, least * (now ? 1.15F : 1.0F), colour,
                            ui::Align::centre};
    const float wide = std::min(room, ui::text_width(canvas, name, look) + least * 1.1F);
    const ui::Rect pill{column.x + room - wide, y - least * 0.85F, wide, least * 1.7F};
    ui::fill(canvas, pill, ui::with_alpha(ui::hue::night, 0.72F), ui::corner::pill);
    ui::draw_text_in(canvas, pill, name, look, least);
    ui::fill(canvas, {pill.right() + 4, y - 1, width * 0.4F, 3}, ui::with_alpha(colour, 0.6F));
  }
}

}  // namespace mn
