// The thermometer: a young bamboo that grows from one mark to the next, a joint for each tenth of the way.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "display/parts/parts.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/still.h"

namespace mn {
namespace {

constexpr int kJoints = 10;
constexpr float kTip = 104;   // of the shoot above the last joint
constexpr float kStalk = 62;  // width at the foot; a little less at the top

// Along: from the foot to the next mark. Upright it goes up, lying it goes right.
struct Stalk {
  ui::Rect whole;
  bool lying = false;
  float width = kStalk;
  float width_at(float share) const { return width * (1 - 0.20F * share); }
  float length() const { return lying ? whole.width : whole.height; }
  // A piece of it between two shares of the way, `wider` on both sides.
  ui::Rect piece(float low, float high, float wider = 0) const {
    const float thick = width_at(low) + 2 * wider;
    if (lying) {
      return {whole.x + whole.width * low, whole.centre().y - thick / 2, whole.width * (high - low), thick};
    }
    return {whole.centre().x - thick / 2, whole.bottom() - whole.height * high, thick, whole.height * (high - low)};
  }
  ui::Point at(float share, float side = 0) const {
    const float out = side * width_at(share) / 2;
    if (lying) return {whole.x + whole.width * share, whole.centre().y + out};
    return {whole.centre().x + out, whole.bottom() - whole.height * share};
  }
};

void draw_node(const ui::Canvas& canvas, const Stalk& stalk, float share, ui::Colour light, ui::Colour dark) {
  const float half = 4 / stalk.length();
  ui::fill(canvas, stalk.piece(share - half, share + half, 4), light, 4);
  ui::fill(canvas, stalk.piece(share - half, share - half * 0.3F, 4), dark, 2);
}

void draw_ghost(const ui::Canvas& canvas, const Stalk& stalk) {
  for (int joint = 0; joint < kJoints; ++joint) {
    const float low = static_cast<float>(joint) / kJoints;
    const float high = static_cast<float>(joint + 1) / kJoints;
    ui::fill(canvas, stalk.piece(low, high), ui::rgb(0xCFE0D2, 0.09F));
    const float half = 2 / stalk.length();
    ui::fill(canvas, stalk.piece(high - half, high + half, 3), ui::rgb(0xE6F2E0, 0.22F), 2);
  }
}

void draw_joint(const ui::Canvas& canvas, const Stalk& stalk, int joint) {
  const float low = static_cast<float>(joint) / kJoints;
  const float high = static_cast<float>(joint + 1) / kJoints;
  const ui::Rect body = stalk.piece(low, high);
  const ui::Run across = stalk.lying ? ui::Run::down : ui::Run::across;
  ui::Rect rest = body;
  const auto cut = [&](float share) {
    return stalk.lying ? ui::cut_top(rest, body.height * share) : ui::cut_left(rest, body.width * share);
  };
  ui::fill_gradient(canvas, cut(0.14F), ui::rgb(0x2F6B33), ui::rgb(0x5FA047), across);
  ui::fill_gradient(canvas, cut(0.24F), ui::rgb(0x5FA047), ui::rgb(0xD2EC8C), across);
  ui::fill_gradient(canvas, cut(0.30F), ui::rgb(0xD2EC8C), ui::rgb(0x7FB84F), across);
  ui::fill_gradient(canvas, rest, ui::rgb(0x7FB84F), ui::rgb(0x28602F), across);
}

// Scenes that fade into each other have bamboos of other lengths.
std::string key_of(std::string_view what, const Stalk& stalk) {
  return std::string(what) + (stalk.lying ? " lying " : " ") + std::to_string(static_cast<int>(stalk.length()));
}

// Leaves stand at every second joint, to the one side and the other.
void draw_joint_leaves(const ui::Canvas& canvas, const Stalk& stalk, int joint) {
  const bool first = joint % 4 == 3;
  const float side = first ? 1.0F : -1.0F;
  const ui::Point stem = stalk.at(static_cast<float>(joint) / kJoints, side);
  float base = first ? -28.0F : 208.0F;
  if (stalk.lying) base = first ? 48.0F : -48.0F;
  const float size = stalk.width / kStalk;
  draw_leaf(canvas, stem, 58 * size, base - side * 24, ui::rgb(0x6FB04C));
  draw_leaf(canvas, stem, 70 * size, base + side * 6, ui::rgb(0xA5CF5A));
  draw_leaf(canvas, stem, 50 * size, base + side * 34, ui::rgb(0x4C8F43));
}

void draw_grown(const ui::Canvas& canvas, const Stalk& stalk, float share) {
  const ui::Rect area = ui::inset(stalk.whole, -74);
  ui::Rect visible = area;
  if (stalk.lying) {
    visible.width = stalk.at(share).x - area.x;
  } else {
    visible.y = stalk.at(share).y;
    visible.height = area.bottom() - visible.y;
  }
  ui::clip(canvas, visible);
  ui::still(canvas, key_of("bamboo", stalk), area, ui::StillKind::transparent, [&](const ui::Canvas& layer) {
    for (int joint = 0; joint < kJoints; ++joint) draw_joint(layer, stalk, joint);
    for (int joint = 1; joint < kJoints; ++joint) {
      draw_node(layer, stalk, static_cast<float>(joint) / kJoints, ui::rgb(0xB9DC78), ui::rgb(0x2F6B33));
    }
    for (int joint = 1; joint < kJoints; joint += 2) draw_joint_leaves(layer, stalk, joint);
  });
  ui::unclip(canvas);
}

// The growing point: a shoot with leaves in a little light.
void draw_tip(const ui::Canvas& canvas, const Stalk& stalk, float share, bool reached) {
  const ui::Point tip = stalk.at(share);
  const float size = stalk.width / kStalk;
  const float turn = stalk.lying ? 90.0F : 0.0F;
  ui::glow(canvas, tip, 120 * size, ui::with_alpha(ui::hue::gold, reached ? 0.55F : 0.34F));
  const ui::Point bud = stalk.lying ? ui::Point{tip.x + 50 * size, tip.y} : ui::Point{tip.x, tip.y - 50 * size};
  ui::draw_sprite(canvas, "bamboo_tip", bud, {.size = {140 * size, 116 * size}, .degrees = turn});
}

void draw_percent(const ui::Canvas& canvas, ui::Rect tag, const std::string& text, const TypeScale& type) {
  const ui::TextLook look{ui::Face::display_bold, type.percent, ui::hue::moon, ui::Align::centre};
  const float width = std::min(tag.width, ui::text_width(canvas, text, look) + tag.height * 0.6F);
  const ui::Rect pill{tag.x, tag.y, width, tag.height};
  ui::fill(canvas, pill, ui::with_alpha(ui::hue::night, 0.74F), ui::corner::pill);
  ui::draw_text_in(canvas, ui::inset(pill, 6), text, look, type.least);
}

void draw_upright(const ui::Canvas& canvas, ui::Rect place, const BambooFace& face, const TypeScale& type) {
  const ui::Canvas marks = ui::faded(canvas, face.marks);
  ui::Rect head = ui::cut_top(place, type.least * 1.35F + (face.to_label.empty() ? 0 : type.least * 1.35F));
  if (!face.to_label.empty()) {
    const ui::Colour soft = face.reached ? ui::hue::shoot : ui::hue::moon_soft;
    ui::draw_text_in(marks, ui::cut_top(head, type.least * 1.35F), face.to_label,
                     {ui::Face::semibold, type.least, soft}, type.least);
  }
  ui::draw_text_in(marks, head, face.to, {ui::Face::display_semibold, type.least * 1.3F, ui::hue::gold_light},
                   type.least);
  ui::cut_top(place, kTip);
  const Stalk stalk{{place.x + 34, place.y, kStalk, place.height}};
  const float share = std::clamp(face.share, 0.0F, 1.0F);
  ui::still(canvas, key_of("bamboo-ghost", stalk), ui::inset(stalk.whole, -8), ui::StillKind::transparent,
            [&](const ui::Canvas& layer) { draw_ghost(layer, stalk); });
  if (share > 0) draw_grown(canvas, stalk, share);
  draw_tip(canvas, stalk, share, face.reached);
  const float beside = stalk.whole.right() + 34;
  const float right = place.right() - beside;
  const float height = type.percent * 1.4F;
  const float low = place.bottom() - type.least * 3.6F;
  if (!face.percent.empty()) {
    const float middle = std::min(stalk.at(share).y - 34, low - height / 2 - 10);
    draw_percent(canvas, {beside, middle - height / 2, right, height}, face.percent, type);
  }
  if (!face.from.empty()) {
    ui::draw_text_in(marks, {beside - 16, low, right + 16, type.least * 1.4F}, face.from,
                     {ui::Face::semibold, type.least, ui::hue::moon_soft}, type.least);
  }
}

void draw_lying(const ui::Canvas& canvas, ui::Rect place, const BambooFace& face, const TypeScale& type) {
  ui::Rect ends = ui::cut_bottom(place, type.least * 1.4F);
  const float tip = 90;
  const Stalk stalk{{place.x, place.centre().y - place.height * 0.29F, place.width - tip, place.height * 0.58F},
                    true,
                    place.height * 0.58F};
  const float share = std::clamp(face.share, 0.0F, 1.0F);
  ui::still(canvas, key_of("bamboo-ghost", stalk), ui::inset(stalk.whole, -8), ui::StillKind::transparent,
            [&](const ui::Canvas& layer) { draw_ghost(layer, stalk); });
  if (share > 0) draw_grown(canvas, stalk, share);
  draw_tip(canvas, stalk, share, face.reached);
  const ui::Canvas marks = ui::faded(canvas, face.marks);
  const std::string target = face.to_label.empty() ? face.to : face.to_label + ": " + face.to;
  const ui::Rect right = ui::cut_right(ends, ends.width * 0.56F, 20);
  ui::draw_text_in(marks, right, target,
                   {ui::Face::display_semibold, type.least * 1.1F, ui::hue::gold_light, ui::Align::right}, type.least);
  const std::string between = face.from.empty() || face.percent.empty() ? "" : "  ·  ";
  const std::string left = face.from + between + face.percent;
  ui::draw_text_in(marks, ends, left, {ui::Face::display_bold, type.least * 1.1F, ui::hue::moon}, type.least);
}

}  // namespace

void draw_leaf(const ui::Canvas& canvas, ui::Point stem, float length, float degrees, ui::Colour colour) {
  const float angle = degrees / 180 * 3.14159265F;
  const ui::Point along{std::cos(angle) * length, std::sin(angle) * length};
  const ui::Point across{-along.y * 0.13F, along.x * 0.13F};
  const auto at = [&](float way, float side) {
    return ui::Point{stem.x + along.x * way + across.x * side, stem.y + along.y * way + across.y * side};
  };
  const std::array<ui::Point, 8> outline{at(0, 0), at(0.14F, -0.62F), at(0.36F, -1), at(0.64F, -0.74F),
                                         at(1, 0), at(0.64F, 0.74F),  at(0.36F, 1),  at(0.14F, 0.62F)};
  ui::polygon(canvas, outline, colour);
}

void draw_bamboo(const ui::Canvas& canvas, ui::Rect place, const BambooFace& face, const TypeScale& type) {
  if (place.width > place.height) {
    draw_lying(canvas, place, face, type);
  } else {
    draw_upright(canvas, place, face, type);
  }
}

}  // namespace mn
