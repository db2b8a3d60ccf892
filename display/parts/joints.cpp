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

void draw_joints(const ui::Canvas& canvas, ui::Rect column, int passed, int all, float growth) {
  all = std::max(all, 1);
  passed = std::clamp(passed, 1, all);
  const float width = std::min(column.width * 0.30F, column.height * 0.12F);
  const float tip = width * 1.5F;
  const float each = (column.height - tip) / static_cast<float>(all);
  const float x = column.centre().x - width / 2;
  // What is still to grow, faintly.
  for (int joint = passed - 1; joint < all; ++joint) {
    const float slim = width * (1 - 0.04F * static_cast<float>(joint));
    const float above = column.bottom() - each * static_cast<float>(joint + 1);
    ui::fill(canvas, {x + (width - slim) / 2, above + 3, slim, each - 6}, ui::with_alpha(ui::hue::moon_soft, 0.10F),
             width * 0.1F);
  }
  float top = column.bottom();
  for (int joint = 0; joint < passed; ++joint) {
    const bool fresh = joint + 1 == passed;
    const float grown = fresh ? growth : 1;
    const float height = each * grown;
    const float slim = width * (1 - 0.04F * static_cast<float>(joint));
    top -= height;
    if (height > 4) draw_joint(canvas, {x + (width - slim) / 2, top + 3, slim, height - 6}, fresh);
    const bool to_right = joint % 2 == 1;
    const float open = fresh ? std::clamp((growth - kLeafAfter) / (1 - kLeafAfter), 0.0F, 1.0F) : 1.0F;
    draw_leaves(canvas, {column.centre().x + (to_right ? slim : -slim) / 2, top + 4}, width * 1.25F, to_right,
                ui::ease_out(open));
  }
  const ui::Point bud{column.centre().x, top};
  const float half = width * 0.4F;
  const ui::Point outline[5] = {{bud.x, bud.y - width * 0.75F},
                                {bud.x + half * 0.7F, bud.y - width * 0.25F},
                                {bud.x + half, bud.y + 4},
                                {bud.x - half, bud.y + 4},
                                {bud.x - half * 0.7F, bud.y - width * 0.25F}};
  ui::glow(canvas, bud, width * 2.4F, ui::with_alpha(ui::hue::gold, 0.20F + 0.20F * growth));
  ui::polygon(canvas, outline, ui::hue::shoot);
  draw_leaf(canvas, {bud.x, bud.y - width * 0.4F}, width, -142, ui::rgb(0xC4E27A));
  draw_leaf(canvas, {bud.x, bud.y - width * 0.4F}, width, -38, ui::rgb(0xA5CF5A));
  draw_leaf(canvas, {bud.x, bud.y - width * 0.5F}, width * 0.9F, -90, ui::hue::gold_light);
}

}  // namespace mn
