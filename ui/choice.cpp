// The looks of choices.
#include "ui/choice.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/paint.h"
#include "ui/surface.h"

namespace mn::ui {
namespace {

constexpr float kTrackIn = 6;  // between the track's edge and the raised part

Colour dimmed(const Theme& theme) { return mixed(theme.ink_soft, theme.quiet, 0.25F); }

// Title above note; together in the middle of the height.
void draw_row_words(const Canvas& canvas, Rect rect, std::string_view title, const RowLook& look, Colour ink,
                    Colour soft) {
  constexpr float kLeading = 1.25F;
  const float note_size = std::max(type_size::caption, look.size * 0.8F);
  const float note_height = look.note.empty() ? 0 : text_size(canvas, note_size) * 1.3F;
  TextLook words{.face = Face::semibold, .size = look.size, .colour = ink};
  const float floor = std::min(look.size, type_size::caption / canvas.text_scale);
  const auto lines = [&](int most) { return wrapped(canvas, title, words, rect.width, most).size(); };
  // One line somewhat smaller is calmer than two with a word alone on the second.
  const float one_line = fitting_size(canvas, title, words, rect.width, floor);
  if (one_line >= look.size * 0.85F && text_width(canvas, title, words) > rect.width) words.size = one_line;
  constexpr float kAir = 16;
  const auto fits = [&] {
    const float height = static_cast<float>(lines(3)) * text_size(canvas, words.size) * kLeading;
    return lines(3) <= 2 && height + note_height + kAir <= rect.height;
  };
  while (!fits() && words.size > floor) words.size = std::max(floor, words.size - 1);
  const float title_height = static_cast<float>(lines(2)) * text_size(canvas, words.size) * kLeading;
  Rect both = centred(rect, {rect.width, std::min(rect.height, title_height + note_height)});
  draw_paragraph(canvas, cut_top(both, title_height), title, words, 2, kLeading);
  if (look.note.empty()) return;
  draw_text_in(canvas, both, look.note, {.face = Face::medium, .size = note_size, .colour = soft}, type_size::caption);
}

}  // namespace

std::optional<int> segmented(const Canvas& canvas, TargetId first, Rect rect, std::span<const std::string_view> labels,
                             int chosen, const SegmentedLook& look) {
  const Theme& theme = *canvas.theme;
  const int count = static_cast<int>(std::min(labels.size(), kSegmentsMost));
  sunk(canvas, rect, theme.quiet, theme.line, corner::pill);
  if (count == 0) return std::nullopt;
  const Rect inside = inset(rect, kTrackIn);
  const float width = inside.width / static_cast<float>(count);
  const float thumb = std::clamp(look.thumb.value_or(static_cast<float>(chosen)), 0.0F, static_cast<float>(count - 1));
  std::optional<int> tapped;
  std::array<Touched, kSegmentsMost> touched;
  for (int index = 0; index < count; ++index) {
    const Rect cell = column_of(rect, index, count, 0);
    const auto at = static_cast<std::size_t>(index);
    touched.at(at) =
        touch(canvas, {.id = first + index, .rect = cell, .label = std::string(labels[at]), .enabled = look.enabled});
    if (touched.at(at).tapped) tapped = index;
  }
  if (chosen >= 0 && look.enabled) {
    const float depth = depth_of(canvas, touched.at(static_cast<std::size_t>(std::min(chosen, count - 1))));
    raised(canvas, {inside.x + thumb * width, inside.y, width, inside.height},
           {.upper = lit(theme, theme.surface, 0.6F),
            .lower = mixed(theme.surface, theme.chosen, 0.4F + 0.6F * depth),
            .border = theme.chosen_line,
            .radius = corner::pill,
            .height = 0.5F,
            .border_width = 3});
  }
  for (int index = 0; index < count; ++index) {
    const auto at = static_cast<std::size_t>(index);
    const Rect cell{inside.x + static_cast<float>(index) * width, inside.y, width, inside.height};
    const bool is_chosen = index == chosen;
    const float depth = is_chosen ? 0 : depth_of(canvas, touched.at(at));
    if (depth > 0) fill(canvas, inset(cell, 2 + 2 * depth), with_alpha(theme.ink, 0.10F * depth), corner::pill);
    const Colour ink = look.enabled ? (is_chosen ? theme.ink : mixed(theme.ink, theme.quiet, 0.12F)) : dimmed(theme);
    draw_group(canvas, inset(pressed_down(cell, depth * 0.5F), std::min(16.0F, width * 0.06F)), labels[at],
               {.icon = is_chosen ? std::optional(Icon::check) : std::nullopt, .size = look.size, .ink = ink});
  }
  return tapped;
}

float chip_width(const Canvas& canvas, std::string_view label, float height, const ChipLook& look) {
  const TextLook words{.face = Face::semibold, .size = look.size};
  const float drawn = text_size(canvas, look.size);
  const float icon = look.icon || look.chosen ? drawn * 1.55F : 0;
  return std::ceil(text_width(canvas, label, words) + icon + std::min(height, 2 * 32.0F) + 2);
}

bool chip(const Canvas& canvas, TargetId id, Rect rect, std::string_view label, const ChipLook& look) {
  const Theme& theme = *canvas.theme;
  const Touched touched = touch(canvas, {.id = id, .rect = rect, .label = std::string(label), .enabled = look.enabled});
  const float depth = look.enabled ? depth_of(canvas, touched) : 0;
  const Rect at = pressed_down(rect, depth);
  Surface surface{lit(theme, theme.surface, 0.5F), theme.surface, theme.line, corner::pill};
  surface.height = height::key * (1 - depth);
  if (look.chosen) {
    surface.upper = mixed(theme.chosen, theme.surface, 0.35F);
    surface.lower = theme.chosen;
    surface.border = theme.chosen_line;
    surface.border_width = 3;
  }
  if (!look.enabled) {
    surface.upper = surface.lower = theme.quiet;
    surface.height = surface.light = 0;
  }
  surface.upper = mixed(surface.upper, theme.chosen, depth);
  surface.lower = mixed(surface.lower, theme.chosen, depth);
  raised(canvas, at, surface);
  const std::optional<Icon> icon = look.chosen ? std::optional(Icon::check) : look.icon;
  const float side = std::min(rect.height, 2 * 32.0F) / 2;
  draw_group(canvas, {at.x + side, at.y, at.width - 2 * side, at.height}, label,
             {.icon = icon, .size = look.size, .ink = look.enabled ? theme.ink : dimmed(theme)});
  return touched.tapped;
}

bool list_row(const Canvas& canvas, TargetId id, Rect rect, std::string_view title, const RowLook& look) {
  const Theme& theme = *canvas.theme;
  const Touched touched = touch(canvas, {.id = id, .rect = rect, .label = std::string(title), .enabled = look.enabled});
  const float depth = look.enabled ? depth_of(canvas, touched) : 0;
  if (look.chosen) fill(canvas, inset(rect, 3), theme.chosen, corner::medium);
  if (depth > 0) {
    // Pressed, the row is a hollow in the card.
    const Rect hollow = inset(rect, 3);
    sunk(canvas, hollow, mixed(theme.surface, theme.chosen, depth),
         mixed(theme.surface, theme.chosen_line, 0.6F * depth), corner::medium);
  }
  if (!look.last && depth <= 0) {
    const float left = rect.x + (look.icon ? 108.0F : 28.0F);
    fill(canvas, {left, rect.bottom() - 1, rect.right() - 28 - left, space::hair}, theme.line);
  }
  Rect inside{rect.x + 28 + 2 * depth, rect.y, rect.width - 56, rect.height};
  const Colour ink = look.enabled ? theme.ink : dimmed(theme);
  if (look.icon) {
    const float side = std::min(56.0F, rect.height * 0.62F);
    const Rect disc_at = centred(cut_left(inside, side, space::medium), {side, side});
    fill(canvas, disc_at, look.enabled ? theme.chosen : theme.quiet, corner::pill);
    draw_icon(canvas, *look.icon, inset(disc_at, side * 0.22F), look.enabled ? theme.action : dimmed(theme));
  }
  const std::optional<Icon> end = look.chosen ? std::optional(Icon::check) : look.end;
  if (end && look.enabled) {
    const Rect at = centred(cut_right(inside, 36, space::small), {32, 32});
    draw_icon(canvas, *end, shifted(at, 4 * depth, 0), look.chosen ? theme.action : theme.ink_soft);
  }
  draw_row_words(canvas, inset(Rect{inside.x, inside.y, inside.width, inside.height}, 0), title, look, ink,
                 look.enabled ? theme.ink_soft : dimmed(theme));
  return touched.tapped;
}

}  // namespace mn::ui
