// The looks of controls. Layout and colours only; what a tap means is the caller's.
#include "ui/control.h"

#include <cmath>

#include "ui/paint.h"
#include "ui/surface.h"

namespace mn::ui {
namespace {

constexpr float kPadding = 28;
constexpr float kNoteShare = 0.7F;  // a note's size, of its label's
constexpr float kChosenBorder = 4;
constexpr float kMarkSide = 40;  // of the tick that says chosen

struct Shades {
  Surface surface;
  Colour ink;
};

Surface face(Colour colour, Colour border, float radius) { return {colour, colour, border, radius}; }

Shades resting_shades(const Theme& theme, const ButtonLook& look) {
  switch (look.kind) {
    case ButtonKind::primary: {
      Surface surface{lit(theme, theme.action, 0.12F), mixed(theme.action, theme.action_deep, 0.75F)};
      surface.height = 1.7F;
      surface.light = 0.34F;
      surface.shadow = with_alpha(theme.action_deep, 0.42F);
      return {surface, theme.action_ink};
    }
    case ButtonKind::plain:
      return {{lit(theme, theme.surface, 0.55F), theme.surface, theme.line}, theme.ink};
    case ButtonKind::quiet: {
      Surface surface = face(theme.quiet, theme.line, look.radius);
      surface.height = 0.4F;
      surface.light = 0.4F;
      return {surface, theme.ink};
    }
    case ButtonKind::bare: {
      Surface surface = face(hue::clear, hue::clear, look.radius);
      surface.height = 0;
      surface.light = 0;
      return {surface, theme.ink};
    }
  }
  return {};
}

void press_shades(const Theme& theme, const ButtonLook& look, Surface& surface, float depth) {
  switch (look.kind) {
    case ButtonKind::primary:
      surface.upper = mixed(surface.upper, theme.action_deep, depth);
      surface.lower = mixed(surface.lower, theme.action_deep, depth);
      break;
    case ButtonKind::plain:
    case ButtonKind::quiet: {
      const Colour down = look.kind == ButtonKind::plain ? theme.chosen : mixed(theme.quiet, theme.line, 0.7F);
      surface.upper = mixed(surface.upper, down, depth);
      surface.lower = mixed(surface.lower, down, depth);
      break;
    }
    case ButtonKind::bare:
      if (!look.chosen) surface.upper = surface.lower = with_alpha(theme.ink, 0.08F * depth);
      break;
  }
  surface.height *= 1 - depth;
  surface.light *= 1 - depth;
}

Shades shades_of(const Canvas& canvas, const ButtonLook& look, float depth) {
  const Theme& theme = *canvas.theme;
  Shades shades = resting_shades(theme, look);
  shades.surface.radius = look.radius;
  if (!look.enabled) {
    const bool bare = look.kind == ButtonKind::bare;
    shades.ink = mixed(theme.ink_soft, theme.quiet, 0.25F);
    shades.surface = face(bare ? hue::clear : theme.quiet, bare ? hue::clear : theme.line, look.radius);
    shades.surface.height = 0;
    shades.surface.light = 0;
    return shades;
  }
  if (look.chosen && look.kind != ButtonKind::primary) {
    shades.surface.upper = mixed(theme.chosen, theme.surface, 0.35F);
    shades.surface.lower = theme.chosen;
    shades.surface.border = theme.chosen_line;
    shades.surface.border_width = kChosenBorder;
  }
  press_shades(theme, look, shades.surface, depth);
  return shades;
}

// The tick on the corner of what is chosen. It lies across the edge, out of the way of the words.
void draw_mark(const Canvas& canvas, Rect rect, float radius) {
  const Theme& theme = *canvas.theme;
  const float side = std::min(kMarkSide, rect.height * 0.45F);
  const float round = std::min(radius, std::min(rect.width, rect.height) / 2);
  constexpr float kOfCorner = 0.293F;  // how far in a round corner is, half way around it
  const float in = std::max(6.0F, round * kOfCorner);
  const Rect at{rect.right() - in - side / 2, rect.y + in - side / 2, side, side};
  fill(canvas, inset(at, -3), theme.surface, corner::pill);
  fill(canvas, at, theme.action, corner::pill);
  draw_icon(canvas, Icon::check, inset(at, side * 0.16F), theme.action_ink);
}

void draw_label(const Canvas& canvas, Rect rect, std::string_view label, Colour ink, const ButtonLook& look) {
  const float side = std::min(kPadding, rect.width * 0.08F);
  draw_group(canvas, {rect.x + side, rect.y, rect.width - 2 * side, rect.height}, label,
             {look.icon, look.icon_after, look.size, std::min(look.size, type_size::caption), ink});
}

void draw_label_and_note(const Canvas& canvas, Rect rect, std::string_view label, const Shades& shades,
                         const ButtonLook& look) {
  const float note_size = std::max(type_size::caption, look.size * kNoteShare);
  const float label_height = text_size(canvas, look.size) * 1.15F;
  const float both = label_height + text_size(canvas, note_size) * 1.3F;
  Rect lines = centred(rect, {rect.width, std::min(rect.height, both)});
  draw_label(canvas, cut_top(lines, std::min(label_height, lines.height * 0.56F)), label, shades.ink, look);
  const Colour soft = mixed(shades.ink, shades.surface.lower, 0.12F);
  const float side = std::min(kPadding, rect.width * 0.08F);
  draw_text_in(canvas, {lines.x + side, lines.y, lines.width - 2 * side, lines.height}, look.note,
               {.face = Face::medium, .size = note_size, .colour = soft, .align = Align::centre}, type_size::caption);
}

void draw_tick(const Canvas& canvas, Rect box, bool ticked, float depth) {
  const Theme& theme = *canvas.theme;
  if (!ticked) {
    sunk(canvas, box, mixed(theme.surface, theme.chosen, depth), theme.ink_soft, corner::small);
    return;
  }
  raised(canvas, box,
         {.upper = lit(theme, theme.action, 0.12F),
          .lower = theme.action_deep,
          .radius = corner::small,
          .height = 0.3F,
          .light = 0.3F});
  draw_icon(canvas, Icon::check, inset(box, 6), theme.action_ink);
}

}  // namespace

Touched touch(const Canvas& canvas, const Target& target) {
  if (canvas.targets == nullptr) return {};
  Target placed = target;
  placed.rect = shifted(target.rect, canvas.offset.x, canvas.offset.y);
  return add_target(*canvas.targets, placed);
}

float depth_of(const Canvas& canvas, const Touched& touched) {
  if (canvas.reduced_motion) return touched.pressed ? 1.0F : 0.0F;
  return touched.depth;
}

void draw_group(const Canvas& canvas, Rect rect, std::string_view label, const GroupLook& look) {
  constexpr float kIconEms = 1.15F;
  constexpr float kGapEms = 0.4F;
  TextLook words{.face = Face::semibold, .size = look.size, .colour = look.ink};
  if (canvas.text_scale > 1) {
    constexpr float kTight = 1.2F;
    words.size = std::min(words.size, std::max(rect.height / kTight, look.size) / canvas.text_scale);
  }
  const float extra_ems = (look.icon ? kIconEms : 0) + (look.icon && !label.empty() ? kGapEms : 0);
  const auto taken = [&] { return text_width(canvas, label, words) + extra_ems * text_size(canvas, words.size); };
  if (const float wanted = taken(); wanted > rect.width) {
    const float fitted = std::floor(words.size * rect.width / wanted * 2) / 2;
    words.size = std::min(words.size, std::max(look.floor_size / std::max(1.0F, canvas.text_scale), fitted));
  }
  const float drawn = text_size(canvas, words.size);
  const float icon_side = look.icon ? std::min(drawn * kIconEms, rect.height * 0.8F) : 0;
  const float gap = look.icon && !label.empty() ? drawn * kGapEms : 0;
  const float room = std::max(0.0F, rect.width - icon_side - gap);
  const float width = std::min(room, text_width(canvas, label, words));
  const float left = rect.x + (rect.width - width - icon_side - gap) / 2;
  const float words_left = look.icon_after ? left : left + icon_side + gap;
  const float icon_left = look.icon_after ? left + width + gap : left;
  if (look.icon) {
    draw_icon(canvas, *look.icon, {icon_left, rect.y + (rect.height - icon_side) / 2, icon_side, icon_side}, look.ink);
  }
  // The box is the label's own width: rounding must not cut it.
  draw_text_in(canvas, {words_left, rect.y, width + 0.5F, rect.height}, label, words);
}

bool button(const Canvas& canvas, TargetId id, Rect rect, std::string_view label, const ButtonLook& look) {
  const Touched touched = touch(
      canvas, {.id = id, .rect = rect, .label = std::string(label), .enabled = look.enabled, .repeats = look.repeats});
  const float depth = look.enabled ? depth_of(canvas, touched) : 0;
  const Shades shades = shades_of(canvas, look, depth);
  const Rect at = pressed_down(rect, depth);
  raised(canvas, at, shades.surface);
  if (look.note.empty()) {
    draw_label(canvas, at, label, shades.ink, look);
  } else {
    draw_label_and_note(canvas, at, label, shades, look);
  }
  if (look.chosen && look.enabled) draw_mark(canvas, at, look.radius);
  return touched.tapped;
}

bool tick_box(const Canvas& canvas, TargetId id, Rect rect, std::string_view label, bool ticked, int lines_max) {
  const Theme& theme = *canvas.theme;
  const Touched touched = touch(canvas, {.id = id, .rect = rect, .label = std::string(label)});
  const float depth = depth_of(canvas, touched);
  const Rect at = pressed_down(rect, depth);
  Surface ground{mixed(theme.surface, theme.chosen, ticked ? 0.65F : depth), ticked ? theme.chosen : theme.surface,
                 ticked ? theme.chosen_line : theme.line};
  ground.lower = mixed(ground.lower, theme.chosen, depth);
  ground.border_width = ticked ? kChosenBorder : space::hair;
  ground.height = 0.7F * (1 - depth);
  ground.light = 0.7F * (1 - depth);
  raised(canvas, at, ground);
  const float side = std::min(52.0F, rect.height * 0.7F);
  const Rect box{at.x + space::medium, at.y + (at.height - side) / 2, side, side};
  draw_tick(canvas, box, ticked, depth);
  TextLook look{.face = Face::medium, .size = type_size::body, .colour = theme.ink};
  const float left = box.right() + space::medium;
  const float width = at.right() - left - space::medium;
  constexpr float kLeading = 1.35F;
  const auto height_of = [&] {
    const float lines = static_cast<float>(wrapped(canvas, label, look, width, lines_max + 1).size());
    return lines * text_size(canvas, look.size) * kLeading;
  };
  // Smaller before anything is cut off.
  const float floor = type_size::caption / canvas.text_scale;
  const float most = std::min(at.height, static_cast<float>(lines_max) * text_size(canvas, look.size) * kLeading);
  float height = height_of();
  for (; height > most + 0.5F && look.size > floor; height = height_of()) look.size = std::max(floor, look.size - 1);
  height = std::min(height, static_cast<float>(lines_max) * text_size(canvas, look.size) * kLeading);
  draw_paragraph(canvas, {left, at.y + (at.height - height) / 2, width, height}, label, look, lines_max, kLeading);
  return touched.tapped;
}

void card(const Canvas& canvas, Rect rect, float radius) {
  const Theme& theme = *canvas.theme;
  raised(canvas, rect,
         {.upper = lit(theme, theme.surface, 0.4F),
          .lower = theme.surface,
          .border = with_alpha(theme.line, 0.8F),
          .radius = radius,
          .height = height::card,
          .light = 0.8F});
}

void pill(const Canvas& canvas, Rect rect, std::string_view label, Colour ground, Colour ink, float size) {
  fill(canvas, rect, ground, corner::pill);
  outline(canvas, rect, with_alpha(ink, 0.14F), corner::pill, 1.5F);
  draw_text_in(canvas, inset(rect, std::min(rect.height * 0.3F, space::medium)), label,
               {.face = Face::semibold, .size = size, .colour = ink, .align = Align::centre}, type_size::caption);
}

void cover(const Canvas& canvas, TargetId id, Colour veil) {
  (void)touch(canvas, {.id = id, .rect = canvas.whole(), .enabled = false});
  fill(canvas, canvas.whole(), veil);
}

}  // namespace mn::ui
