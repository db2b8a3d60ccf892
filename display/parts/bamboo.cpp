// The thermometer: a young bamboo that grows one joint for each tenth of the goal.
#include <algorithm>
#include <array>

#include "display/parts/parts.h"
#include "ui/paint.h"
#include "ui/still.h"

namespace mn {
namespace {

constexpr int kJoints = 10;
constexpr float kTipHeight = 98;  // of the shoot above the last joint
constexpr float kStalk = 84;      // width at the foot; a little less at the top

struct Stalk {
  ui::Rect whole;  // from the goal down to the ground
  float width_at(float share) const { return kStalk * (1 - 0.22F * share); }
  float y_at(float share) const { return whole.bottom() - whole.height * share; }
};

void draw_joint(const ui::Canvas& canvas, const Stalk& stalk, int joint, bool grown) {
  const float low = static_cast<float>(joint) / kJoints;
  const float high = static_cast<float>(joint + 1) / kJoints;
  const float width = stalk.width_at(low);
  const float x = stalk.whole.centre().x - width / 2;
  const ui::Rect body{x, stalk.y_at(high) + 2, width, stalk.y_at(low) - stalk.y_at(high) - 4};
  if (!grown) {
    ui::fill(canvas, body, ui::with_alpha(ui::hue::moon_soft, 0.09F), 8);
    ui::fill(canvas, {body.x - 3, body.y - 3, body.width + 6, 5}, ui::with_alpha(ui::hue::moon_soft, 0.16F), 3);
    return;
  }
  const ui::Colour dark = ui::rgb(0x3F7F3C);
  const ui::Colour light = ui::rgb(0xC4E27A);
  const ui::Rect left{body.x, body.y, body.width * 0.42F, body.height};
  const ui::Rect right{left.right(), body.y, body.width - left.width, body.height};
  ui::fill(canvas, body, dark, 8);
  ui::fill_gradient(canvas, {left.x + 5, left.y, left.width - 5, left.height}, ui::rgb(0x6FAF4E), light,
                    ui::Run::across);
  ui::fill_gradient(canvas, {right.x, right.y, right.width - 5, right.height}, light, ui::rgb(0x4C8F43),
                    ui::Run::across);
  ui::fill(canvas, {body.x - 4, body.bottom() - 5, body.width + 8, 9}, ui::rgb(0x9CC862), 5);
  ui::fill(canvas, {body.x - 4, body.bottom() + 1, body.width + 8, 3}, ui::rgb(0x2F6B33), 2);
}

// Leaves stand at every second joint, to the one side and the other.
void draw_joint_leaves(const ui::Canvas& canvas, const Stalk& stalk, int joint) {
  const float share = static_cast<float>(joint) / kJoints;
  const bool to_right = joint % 4 == 1;
  const float side = to_right ? 1.0F : -1.0F;
  const ui::Point stem{stalk.whole.centre().x + side * stalk.width_at(share) / 2, stalk.y_at(share)};
  const float base = to_right ? -28.0F : 208.0F;
  draw_leaf(canvas, stem, 62, base - side * 22, ui::rgb(0x6FB04C));
  draw_leaf(canvas, stem, 74, base + side * 6, ui::rgb(0xA5CF5A));
  draw_leaf(canvas, stem, 54, base + side * 34, ui::rgb(0x4C8F43));
}

void draw_grown(const ui::Canvas& canvas, const Stalk& stalk, float share) {
  const ui::Rect area{stalk.whole.x - 80, stalk.whole.y - 10, stalk.whole.width + 160, stalk.whole.height + 24};
  ui::Rect visible = area;
  visible.y = stalk.y_at(share);
  visible.height = area.bottom() - visible.y;
  ui::clip(canvas, visible);
  ui::still(canvas, "bamboo", area, ui::StillKind::transparent, [&](const ui::Canvas& layer) {
    for (int joint = 0; joint < kJoints; ++joint) draw_joint(layer, stalk, joint, true);
    for (int joint = 1; joint < kJoints; joint += 2) draw_joint_leaves(layer, stalk, joint);
  });
  ui::unclip(canvas);
}

// The growing point: a shoot with three leaves in a little light.
void draw_tip(const ui::Canvas& canvas, const Stalk& stalk, float share, bool reached) {
  const ui::Point tip{stalk.whole.centre().x, stalk.y_at(share)};
  ui::glow(canvas, tip, 110, ui::with_alpha(ui::hue::gold, reached ? 0.42F : 0.30F));
  const float half = stalk.width_at(share) / 2;
  const std::array<ui::Point, 5> bud{ui::Point{tip.x, tip.y - 50}, ui::Point{tip.x + half * 0.7F, tip.y - 16},
                                     ui::Point{tip.x + half, tip.y + 3}, ui::Point{tip.x - half, tip.y + 3},
                                     ui::Point{tip.x - half * 0.7F, tip.y - 16}};
  ui::polygon(canvas, bud, ui::hue::shoot);
  draw_leaf(canvas, {tip.x, tip.y - 26}, 66, -142, ui::rgb(0xC4E27A));
  draw_leaf(canvas, {tip.x, tip.y - 26}, 66, -38, ui::rgb(0xA5CF5A));
  draw_leaf(canvas, {tip.x, tip.y - 34}, 56, -90, reached ? ui::hue::gold_light : ui::rgb(0xDDF0A0));
}

void draw_goal(const ui::Canvas& canvas, ui::Rect rect, const Picture& picture, const Words& words,
               const TypeScale& type) {
  ui::Rect rest = rect;
  const ui::Rect first = ui::cut_top(rest, type.least * 1.5F);
  const bool reached = picture.mark.reached;
  ui::draw_text_in(canvas, first, reached ? words.reached : words.target,
                   {reached ? ui::Face::bold : ui::Face::medium, type.least,
                    reached ? ui::hue::shoot : ui::hue::moon_soft, ui::Align::right},
                   type.least);
  ui::draw_text_in(canvas, rest, picture.goal_text + " " + words.dong,
                   {ui::Face::display_semibold, type.lead, ui::hue::gold_light, ui::Align::right}, type.least);
}

// A tag at the height that has been reached.
void draw_percent(const ui::Canvas& canvas, ui::Rect column, const Stalk& stalk, const std::string& text, float share,
                  const TypeScale& type) {
  const ui::TextLook look{ui::Face::display_bold, type.percent, ui::hue::moon, ui::Align::centre};
  const float height = type.percent * 1.36F;
  const float right = stalk.whole.x - 20;
  const float full = ui::text_width(canvas, text, look);
  // The ends are round, so words keep clear of them, as far as the least size of letters leaves room for it.
  const float room = (right - column.x - full * type.least / type.percent) / 2;
  const float padding = std::clamp(room, 8.0F, height * 0.32F);
  const float width = full + 2 * padding;
  const float middle = std::min(stalk.y_at(share) + 6, stalk.whole.bottom() - height / 2 - ui::space::large);
  const ui::Rect tag{std::max(column.x, right - width), middle - height / 2, std::min(width, right - column.x), height};
  ui::fill(canvas, tag, ui::with_alpha(ui::hue::night, 0.66F), ui::corner::pill);
  ui::draw_text_in(canvas, {tag.x + padding, tag.y, tag.width - 2 * padding, tag.height}, text, look, type.least);
}

}  // namespace

void draw_bamboo(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture, const Words& words) {
  if (!picture.has_goal) return;
  const ui::Rect column = layout.bamboo;
  const TypeScale& type = layout.type;
  const float goal_height = type.least * 1.5F + type.lead * 1.4F;
  const ui::Rect goal{column.x, column.y, column.width, goal_height};
  const float top = goal.bottom() + kTipHeight;
  const Stalk stalk{{column.right() - 40 - kStalk, top, kStalk, column.bottom() - top}};
  const float share = static_cast<float>(std::min<std::int64_t>(picture.mark.permille, 1000)) / 1000;

  draw_goal(canvas, goal, picture, words, type);
  const ui::Rect ghost = ui::inset(stalk.whole, -8);
  ui::still(canvas, "bamboo-ghost", ghost, ui::StillKind::transparent, [&](const ui::Canvas& layer) {
    for (int joint = 0; joint < kJoints; ++joint) draw_joint(layer, stalk, joint, false);
  });
  if (share > 0) draw_grown(canvas, stalk, share);
  draw_tip(canvas, stalk, share, picture.mark.reached);

  draw_percent(canvas, column, stalk, percent_text(picture.mark.permille, picture.language), share, type);
}

}  // namespace mn
