// Shapes: filled, outlined and shaded rectangles, soft shadows, rings, bars, lines. Draws at once; keeps nothing.
#pragma once

#include <span>

#include "ui/canvas.h"

namespace mn::ui {

// Corners are rounded by `radius`, at most half the shorter side.
void fill(const Canvas& canvas, Rect rect, Colour colour, float radius = 0);
void outline(const Canvas& canvas, Rect rect, Colour colour, float radius, float thickness = space::hair);

// An outline whose colour runs down from the first to the second: the light on an edge.
void outline_gradient(const Canvas& canvas, Rect rect, Colour from, Colour to, float radius,
                      float thickness = space::hair);

enum class Run { down, across, diagonal };
// From the first colour to the second: down, left to right, or from the top left to the bottom right.
void fill_gradient(const Canvas& canvas, Rect rect, Colour from, Colour to, Run run = Run::down, float radius = 0);

// A soft shadow around a rectangle, as of a lamp above: blurred by `blur`, moved down by `drop`, with corners as round
// as those of what casts it. Its middle is left out, since what casts it covers it.
void shadow(const Canvas& canvas, Rect rect, Colour colour, float blur = 40, float drop = 12, float radius = 0);
// A round glow with its middle at `centre`, faded out at `radius`.
void glow(const Canvas& canvas, Point centre, float radius, Colour colour);

void line(const Canvas& canvas, Point from, Point to, Colour colour, float thickness = space::hair);
void disc(const Canvas& canvas, Point centre, float radius, Colour colour);
void ring(const Canvas& canvas, Point centre, float radius, Colour colour, float thickness);
// Part of a ring, clockwise from twelve o'clock; share 0..1.
void arc(const Canvas& canvas, Point centre, float radius, float share, Colour colour, float thickness);
// Any convex shape (confetti, leaves); clockwise.
void polygon(const Canvas& canvas, std::span<const Point> points, Colour colour);

// A rounded track with its filled share (0..1) from the left, or from the bottom when taller than wide: the
// thermometer.
struct BarLook {
  Colour track = hue::sand;
  Colour from = hue::leaf;
  Colour to = hue::shoot;
};
void progress_bar(const Canvas& canvas, Rect rect, float share, const BarLook& look);

// Nothing outside the rectangle is drawn until the matching unclip. Rounded outward to whole pixels.
void clip(const Canvas& canvas, Rect rect);
void unclip(const Canvas& canvas);

}  // namespace mn::ui
