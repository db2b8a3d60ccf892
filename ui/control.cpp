// The looks of controls. Layout and colours only; what a tap means is the caller's.
#include "ui/control.h"

#include "ui/paint.h"

namespace mn::ui {
namespace {

constexpr float kPadding = 28;
constexpr float kNoteShare = 0.7F;  // a note's size, of its label's

struct Shades {
  Colour upper;
  Colour lower;
  Colour border;
  Colour ink;
  bool shadow = false;
};

Shades shades_of(const Theme& theme, const ButtonLook& look, bool pressed) {
  Shades shades{theme.surface, theme.surface, theme.line, theme.ink, true};
  switch (look.kind) {
    case ButtonKind::primary:
      shades = {mixed(theme.action, hue::white, 0.06F), mixed(theme.action, theme.action_deep, 0.55F), hue::clear,
                theme.action_ink, true};
      if (pressed) shades.upper = shades.lower = theme.action_deep;
      break;
    case ButtonKind::plain:
      if (pressed) shades.upper = shades.lower = theme.chosen;
      break;
    case ButtonKind::quiet:
      shades = {theme.quiet, theme.quiet, hue::clear, theme.ink, false};
      if (pressed) shades.upper = shades.lower = mixed(theme.quiet, theme.line, 0.9F);
      break;
    case ButtonKind::bare:
      shades = {hue::clear, hue::clear, hue::clear, theme.ink, false};
      if (pressed) shades.upper = shades.lower = with_alpha(theme.ink, 0.08F);
      break;
  }
  if (look.chosen && look.kind != ButtonKind::primary) {
    shades.upper = shades.lower = theme.chosen;
    shades.border = theme.chosen_line;
  }
  if (!look.enabled) {
    shades = {theme.quiet, theme.quiet, theme.line, mixed(theme.ink_soft, theme.quiet, 0.25F), false};
    if (look.kind == ButtonKind::bare) shades.upper = shades.lower = shades.border = hue::clear;
  }
  return shades;
}

void draw_ground(const Canvas& canvas, Rect rect, const Shades& shades, const ButtonLook& look, bool pressed) {
  const Theme& theme = *canvas.theme;
  const bool primary = look.kind == ButtonKind::primary;
  if (shades.shadow && !pressed) {
    const Colour tint = primary ? with_alpha(theme.action_deep, 0.38F) : theme.shadow;
    // A shadow has square corners: under round ends it is drawn in, or its corners would show.
    const float round = std::min(look.radius, std::min(rect.width, rect.height) / 2);
    Rect under = inset(rect, primary ? 6 : 4);
    under = {under.x + round * 0.4F, under.y, under.width - round * 0.8F, under.height};
    shadow(canvas, under, tint, primary ? 30 : 18, primary ? 12 : 6);
  }
  if (shades.upper.alpha > 0) fill_gradient(canvas, rect, shades.upper, shades.lower, Run::down, look.radius);
  if (shades.border.alpha > 0) outline(canvas, rect, shades.border, look.radius, look.chosen ? 4 : space::hair);
}

// Icon and words as one group in the middle.
void draw_label(const Canvas& canvas, Rect rect, std::string_view label, const Shades& shades, const ButtonLook& look) {
  TextLook words{.face = Face::semibold, .size = look.size, .colour = shades.ink, .align = Align::left};
  const float icon_side = look.icon ? look.size * 1.15F : 0;
  const float gap = look.icon && !label.empty() ? look.size * 0.4F : 0;
  const Rect inner = inset(rect, std::min(kPadding, rect.width * 0.08F));
  const float room = inner.width - icon_side - gap;
  words.size = fitting_size(canvas, label, words, room, std::min(look.size, type_size::caption));
  const std::string shown = ellipsized(canvas, label, words, room);
  const float width = text_width(canvas, shown, words);
  const float left = rect.x + (rect.width - width - icon_side - gap) / 2;
  const float words_left = look.icon_after ? left : left + icon_side + gap;
  const float icon_left = look.icon_after ? left + width + gap : left;
  if (look.icon) {
    draw_icon(canvas, *look.icon, {icon_left, rect.y + (rect.height - icon_side) / 2, icon_side, icon_side},
              shades.ink);
  }
  draw_text_in(canvas, {words_left, rect.y, width + 1, rect.height}, shown, words);
}

}  // namespace

bool button(const Canvas& canvas, TargetId id, Rect rect, std::string_view label, const ButtonLook& look) {
  Touched touched;
  if (canvas.targets != nullptr) {
    const Rect at = shifted(rect, canvas.offset.x, canvas.offset.y);
    touched = add_target(*canvas.targets, {id, at, std::string(label), look.enabled});
  }
  const Shades shades = shades_of(*canvas.theme, look, touched.pressed);
  draw_ground(canvas, rect, shades, look, touched.pressed);
  if (look.note.empty()) {
    draw_label(canvas, rect, label, shades, look);
  } else {
    const float note_size = std::max(type_size::caption, look.size * kNoteShare);
    const float both = look.size * 1.15F + note_size * 1.3F;
    Rect lines = centred(rect, {rect.width, std::min(rect.height, both)});
    draw_label(canvas, cut_top(lines, look.size * 1.15F), label, shades, look);
    const Colour soft = mixed(shades.ink, shades.lower, 0.12F);
    const float side = std::min(kPadding, rect.width * 0.08F);
    draw_text_in(canvas, {lines.x + side, lines.y, lines.width - 2 * side, lines.height}, look.note,
                 {.face = Face::medium, .size = note_size, .colour = soft, .align = Align::centre}, type_size::caption);
  }
  return touched.tapped;
}

bool tick_box(const Canvas& canvas, TargetId id, Rect rect, std::string_view label, bool ticked, int lines_max) {
  const Theme& theme = *canvas.theme;
  Touched touched;
  if (canvas.targets != nullptr) {
    const Rect at = shifted(rect, canvas.offset.x, canvas.offset.y);
    touched = add_target(*canvas.targets, {id, at, std::string(label), true});
  }
  const Colour ground = ticked || touched.pressed ? theme.chosen : theme.surface;
  fill(canvas, rect, ground, corner::medium);
  outline(canvas, rect, ticked ? theme.chosen_line : theme.line, corner::medium, ticked ? 4 : space::hair);
  constexpr float kSide = 52;
  const Rect box{rect.x + space::medium, rect.y + (rect.height - kSide) / 2, kSide, kSide};
  fill(canvas, box, ticked ? theme.action : theme.surface, corner::small);
  outline(canvas, box, ticked ? theme.action : theme.ink_soft, corner::small, 3);
  if (ticked) draw_icon(canvas, Icon::check, inset(box, 6), theme.action_ink);
  const TextLook look{.face = Face::medium, .size = type_size::body, .colour = theme.ink};
  const float left = box.right() + space::medium;
  const float width = rect.right() - left - space::medium;
  const float lines = static_cast<float>(wrapped(canvas, label, look, width, lines_max).size());
  constexpr float kLeading = 1.35F;
  const float height = lines * look.size * kLeading;
  draw_paragraph(canvas, {left, rect.y + (rect.height - height) / 2, width, height}, label, look, lines_max, kLeading);
  return touched.tapped;
}

void card(const Canvas& canvas, Rect rect, float radius) {
  const Theme& theme = *canvas.theme;
  shadow(canvas, inset(rect, 8), theme.shadow, 44, 18);
  fill(canvas, rect, theme.surface, radius);
  outline(canvas, rect, with_alpha(theme.line, 0.7F), radius, space::hair);
}

void pill(const Canvas& canvas, Rect rect, std::string_view label, Colour ground, Colour ink, float size) {
  fill(canvas, rect, ground, corner::pill);
  draw_text_in(canvas, inset(rect, std::min(rect.height * 0.3F, space::medium)), label,
               {.face = Face::semibold, .size = size, .colour = ink, .align = Align::centre}, type_size::caption);
}

void cover(const Canvas& canvas, TargetId id, Colour veil) {
  if (canvas.targets != nullptr) add_target(*canvas.targets, {id, canvas.whole(), "", false});
  fill(canvas, canvas.whole(), veil);
}

}  // namespace mn::ui
