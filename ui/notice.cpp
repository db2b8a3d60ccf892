// The looks of things that tell.
#include "ui/notice.h"

#include <array>
#include <cmath>

#include "ui/paint.h"
#include "ui/surface.h"

namespace mn::ui {
namespace {

struct NoticeShades {
  Colour ground;
  Colour ink;
  Icon icon;
};
NoticeShades shades_of(const Theme& theme, NoticeKind kind) {
  switch (kind) {
    case NoticeKind::plain:
      return {theme.quiet, theme.ink, Icon::info};
    case NoticeKind::good:
      return {theme.chosen, theme.ink, Icon::check};
    case NoticeKind::warning:
      return {theme.warning_ground, theme.warning, Icon::warning};
  }
  return {theme.quiet, theme.ink, Icon::info};
}

constexpr float kBadgeShare = 0.5F;  // a badge's size of text, of its height

}  // namespace

float badge_width(const Canvas& canvas, std::string_view label, float height, bool with_icon) {
  const TextLook look{.face = Face::semibold, .size = std::max(type_size::caption, height * kBadgeShare)};
  const float icon = with_icon ? height * 0.56F + height * 0.2F : 0;
  return std::ceil(std::max(height, text_width(canvas, label, look) + icon + height * 0.7F));
}

void badge(const Canvas& canvas, Rect rect, std::string_view label, NoticeKind kind, std::optional<Icon> icon) {
  const NoticeShades shades = shades_of(*canvas.theme, kind);
  fill(canvas, rect, mixed(shades.ground, shades.ink, 0.25F), corner::pill);
  fill(canvas, inset(rect, 1.5F), shades.ground, corner::pill);
  const bool plain_number = kind == NoticeKind::plain && !icon;
  Rect inside{rect.x + rect.height * 0.35F, rect.y, rect.width - rect.height * 0.7F, rect.height};
  if (!plain_number) {
    const float side = rect.height * 0.56F;
    const Rect at = centred(cut_left(inside, side, rect.height * 0.2F), {side, side});
    draw_icon(canvas, icon.value_or(shades.icon), at, shades.ink);
  }
  draw_text_in(canvas, {inside.x - 1, inside.y, inside.width + 2, inside.height}, label,
               {.face = Face::semibold,
                .size = std::max(type_size::caption, rect.height * kBadgeShare),
                .colour = shades.ink,
                .align = plain_number ? Align::centre : Align::left},
               18);
}

void progress_ring(const Canvas& canvas, Rect rect, float share, std::string_view number, const RingLook& look) {
  const Theme& theme = *canvas.theme;
  const float side = std::min(rect.width, rect.height);
  const float thick = look.thickness > 0 ? look.thickness : side / 12;
  const Point middle = rect.centre();
  const float radius = side / 2 - thick / 2;
  const Colour colour = look.urgent ? theme.warning : theme.action;
  if (look.urgent) {
    // Twelve pieces instead of one line: seen without seeing colours.
    constexpr int kPieces = 24;
    for (int piece = 0; piece < kPieces; piece += 2) {
      const float angle = (static_cast<float>(piece) + 0.5F) / kPieces * 6.2831853F;
      const Point at{middle.x + std::sin(angle) * radius, middle.y - std::cos(angle) * radius};
      disc(canvas, at, thick * 0.22F, mixed(theme.line, theme.warning, 0.35F));
    }
  } else {
    ring(canvas, middle, radius, theme.quiet, thick);
    ring(canvas, middle, radius + thick / 2 - 1, theme.line, 1.5F);
  }
  const float part = std::clamp(share, 0.0F, 1.0F);
  arc(canvas, middle, radius, part, colour, thick);
  if (part > 0 && part < 1) {
    // Round ends.
    const float angle = part * 6.2831853F;
    disc(canvas, {middle.x, middle.y - radius}, thick / 2, colour);
    disc(canvas, {middle.x + std::sin(angle) * radius, middle.y - std::cos(angle) * radius}, thick / 2, colour);
  }
  const float inner = (side - 2 * thick) * 0.74F;
  const float number_size = side * 0.34F;
  const float shift = look.note.empty() ? 0 : side * 0.06F;
  const Rect figure = shifted(centred(rect, {inner, number_size * 1.1F}), 0, -shift);
  // The ring does not grow with large text; what is in it neither.
  Canvas steady = canvas;
  steady.text_scale = 1;
  draw_text_in(steady, figure, number,
               {.face = Face::display_bold,
                .size = number_size,
                .colour = look.urgent ? theme.warning : theme.ink,
                .align = Align::centre},
               type_size::caption);
  if (look.note.empty()) return;
  draw_text_in(
      steady, {figure.x, figure.bottom() - side * 0.04F, figure.width, side * 0.16F}, look.note,
      {.face = Face::medium, .size = std::max(20.0F, side * 0.12F), .colour = theme.ink_soft, .align = Align::centre},
      18);
}

void key_bubble(const Canvas& canvas, Rect key, std::string_view letter) {
  const Theme& theme = *canvas.theme;
  const float width = std::max(key.width * 1.5F, 112.0F);
  const float height = std::max(key.height * 1.15F, 124.0F);
  constexpr float kNeck = 18;
  constexpr float kEdge = 8;
  const float radius = corner::medium;
  const bool above = key.y - kNeck - height >= kEdge;
  const float y = above ? key.y - kNeck - height : key.bottom() + kNeck;
  const float x = std::clamp(key.centre().x - width / 2, kEdge, std::max(kEdge, canvas.size.width - kEdge - width));
  const Rect body{x, y, width, height};
  const Colour ground = lit(theme, theme.surface, 0.6F);
  cast(canvas, body, radius, height::card, theme.shadow);
  // Border first, then the face: body, key, and the neck that narrows between them.
  const auto draw = [&](Colour colour, float grow) {
    fill(canvas, inset(body, -grow), colour, radius + grow);
    fill(canvas, inset(key, -grow), colour, 16 + grow);
    const float from = above ? body.bottom() - radius : body.y + radius;
    const float to = above ? key.y + 16 : key.bottom() - 16;
    const float upper_left = std::max(body.x, std::min(key.x, body.x + radius * 0.2F)) - grow;
    const float upper_right = std::min(body.right(), std::max(key.right(), body.right() - radius * 0.2F)) + grow;
    const std::array<Point, 4> down = {
        Point{upper_left, from}, {upper_right, from}, {key.right() + grow, to}, {key.x - grow, to}};
    const std::array<Point, 4> up = {
        Point{key.x - grow, to}, {key.right() + grow, to}, {upper_right, from}, {upper_left, from}};
    polygon(canvas, above ? down : up, colour);
  };
  draw(theme.chosen_line, 2);
  draw(ground, 0);
  const Rect words = inset(body, 10);
  draw_text_in(canvas, words, letter,
               {.face = Face::semibold,
                .size = std::min(84.0F, height * 0.6F) / canvas.text_scale,
                .colour = theme.ink,
                .align = Align::centre},
               type_size::caption);
}

void toast(const Canvas& canvas, Rect rect, std::string_view text, float share, NoticeKind kind) {
  if (share <= 0) return;
  const Theme& theme = *canvas.theme;
  const NoticeShades shades = shades_of(theme, kind);
  const TextLook look{.face = Face::medium, .size = type_size::body, .colour = theme.ink};
  const float height = std::min(rect.height, std::max(84.0F, text_size(canvas, look.size) * 2.3F));
  const float ends = height * 0.5F;
  const float icon = height * 0.46F;
  const float words = text_width(canvas, text, look) + 1;
  const float width = std::min(rect.width, words + icon + space::small + 2 * ends);
  const float rise = canvas.reduced_motion ? 0 : (1 - share) * 24;
  const Canvas shown = faded(canvas, share);
  const Rect at = shifted(centred(rect, {width, height}), 0, rise);
  raised(shown, at,
         {.upper = lit(theme, theme.surface, 0.6F),
          .lower = theme.surface,
          .border = mixed(shades.ground, shades.ink, kind == NoticeKind::plain ? 0.12F : 0.45F),
          .radius = corner::pill,
          .height = height::dialog});
  Rect inside{at.x + ends, at.y, at.width - 2 * ends, at.height};
  draw_icon(shown, shades.icon, centred(cut_left(inside, icon, space::small), {icon, icon}),
            kind == NoticeKind::warning ? theme.warning : theme.action);
  draw_text_in(shown, {inside.x, inside.y, inside.width + 2, inside.height}, text, look, type_size::caption);
}

}  // namespace mn::ui
