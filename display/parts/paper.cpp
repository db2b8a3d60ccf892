#include "display/parts/paper.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "display/parts/stack.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/still.h"

namespace mn {
namespace {

constexpr ui::Colour kPaper = ui::rgb(0xFFFCF4);
constexpr ui::Colour kPaperLow = ui::rgb(0xFAEBCB);
constexpr float kShadow = 60;

// Of the place too: where a side falls between pixels, two equal papers are not of equal size.
std::string key_of(std::string_view what, ui::Rect rect) {
  std::string key(what);
  for (const float side : {rect.x, rect.y, rect.width, rect.height}) {
    key += " " + std::to_string(static_cast<int>(std::lround(side * 8)));
  }
  return key;
}

// A lacquered rod with golden ends, along `rect`.
void draw_rod(const ui::Canvas& canvas, ui::Rect rect, bool lying) {
  const ui::Run across = lying ? ui::Run::down : ui::Run::across;
  ui::shadow(canvas, rect, ui::with_alpha(ui::hue::black, 0.45F), 24, 8, ui::corner::small);
  ui::Rect rest = rect;
  const float thick = lying ? rect.height : rect.width;
  const auto cut = [&](float share) {
    return lying ? ui::cut_top(rest, thick * share) : ui::cut_left(rest, thick * share);
  };
  ui::fill_gradient(canvas, cut(0.32F), ui::rgb(0x4A1A12), ui::rgb(0xC2603C), across);
  ui::fill_gradient(canvas, cut(0.18F), ui::rgb(0xC2603C), ui::rgb(0x9A3B27), across);
  ui::fill_gradient(canvas, rest, ui::rgb(0x9A3B27), ui::rgb(0x3A120D), across);
  const float end = thick * 0.62F;
  const float wider = thick * 0.14F;
  for (const bool second : {false, true}) {
    ui::Rect knob{rect.x - wider, second ? rect.bottom() - end : rect.y, thick + 2 * wider, end};
    if (lying) knob = {second ? rect.right() - end : rect.x, rect.y - wider, end, thick + 2 * wider};
    ui::fill(canvas, ui::inset(knob, -2), ui::rgb(0x5E3A0A), ui::corner::small);
    ui::fill_gradient(canvas, knob, ui::rgb(0xFFE9B4), ui::rgb(0xB97A1E), across, ui::corner::small);
  }
}

float rod_of(float least) { return least * 1.15F; }

}  // namespace

void draw_paper(const ui::Canvas& canvas, ui::Rect rect, float radius) {
  ui::still(
      canvas, key_of("paper", rect), ui::inset(rect, -kShadow), ui::StillKind::transparent,
      [&](const ui::Canvas& layer) {
        ui::shadow(layer, rect, ui::with_alpha(ui::hue::black, 0.45F), 44, 14, radius);
        ui::fill_gradient(layer, rect, kPaper, kPaperLow, ui::Run::down, radius);
        ui::outline_gradient(layer, rect, ui::hue::gold_light, ui::hue::gold, radius, 4);
        ui::outline(layer, ui::inset(rect, 11), ui::with_alpha(ui::hue::gold, 0.5F), radius - 8, 2);
      },
      ui::StillLife::shown);
}

ui::Rect scroll_page(ui::Rect rect, float least, bool downwards) {
  const float rod = rod_of(least) + least * 0.9F;
  ui::Rect out = rect;
  if (downwards) {
    out.y += rod;
    out.height -= 2 * rod;
    return {out.x + least * 1.2F, out.y, out.width - least * 2.4F, out.height};
  }
  out.x += rod;
  out.width -= 2 * rod;
  return {out.x, out.y + least * 0.85F, out.width, out.height - least * 1.7F};
}

void draw_scroll(const ui::Canvas& canvas, ui::Rect rect, float least, bool downwards) {
  ui::still(
      canvas, key_of("scroll", rect), ui::inset(rect, -kShadow), ui::StillKind::transparent,
      [&](const ui::Canvas& layer) {
        const float rod = rod_of(least);
        const float over = least * 0.45F;  // how far the rods reach beyond the paper
        const ui::Rect sheet =
            downwards ? ui::Rect{rect.x + over, rect.y + rod / 2, rect.width - 2 * over, rect.height - rod}
                      : ui::Rect{rect.x + rod / 2, rect.y + over, rect.width - rod, rect.height - 2 * over};
        ui::shadow(layer, sheet, ui::with_alpha(ui::hue::black, 0.5F), 46, 16);
        ui::fill_gradient(layer, sheet, kPaper, kPaperLow, ui::Run::down);
        // Bands of silk along its edges.
        const float band = least * 0.34F;
        for (const bool second : {false, true}) {
          ui::Rect silk{sheet.x, second ? sheet.bottom() - band : sheet.y, sheet.width, band};
          if (downwards) silk = {second ? sheet.right() - band : sheet.x, sheet.y, band, sheet.height};
          ui::fill_gradient(layer, silk, ui::rgb(0xE7C16B), ui::rgb(0xD39C3A), ui::Run::diagonal);
        }
        // The paper bends towards the rods.
        const float bend = least * 1.6F;
        const ui::Colour dark = ui::rgb(0x8A5A20, 0.30F);
        const ui::Colour none = ui::rgb(0x8A5A20, 0);
        if (downwards) {
          ui::fill_gradient(layer, {sheet.x, sheet.y, sheet.width, bend}, dark, none);
          ui::fill_gradient(layer, {sheet.x, sheet.bottom() - bend, sheet.width, bend}, none, dark);
          draw_rod(layer, {rect.x, rect.y, rect.width, rod}, true);
          draw_rod(layer, {rect.x, rect.bottom() - rod, rect.width, rod}, true);
        } else {
          ui::fill_gradient(layer, {sheet.x, sheet.y, bend, sheet.height}, dark, none, ui::Run::across);
          ui::fill_gradient(layer, {sheet.right() - bend, sheet.y, bend, sheet.height}, none, dark, ui::Run::across);
          draw_rod(layer, {rect.x, rect.y, rod, rect.height}, false);
          draw_rod(layer, {rect.right() - rod, rect.y, rod, rect.height}, false);
        }
        const float mark = std::min(sheet.width, sheet.height) * 0.62F;
        ui::draw_picture(ui::faded(layer, 0.05F), "emblem", ui::centred(sheet, {mark, mark}));
      },
      ui::StillLife::shown);
}

void draw_flourish(const ui::Canvas& canvas, ui::Point middle, float width, ui::Colour colour) {
  const float gap = 14;
  const float half = width / 2;
  const ui::Colour none = ui::with_alpha(colour, 0);
  ui::fill_gradient(canvas, {middle.x - half, middle.y - 1, half - gap, 2}, none, colour, ui::Run::across);
  ui::fill_gradient(canvas, {middle.x + gap, middle.y - 1, half - gap, 2}, colour, none, ui::Run::across);
  const float side = 7;
  const std::array<ui::Point, 4> lozenge{ui::Point{middle.x, middle.y - side}, ui::Point{middle.x + side, middle.y},
                                         ui::Point{middle.x, middle.y + side}, ui::Point{middle.x - side, middle.y}};
  ui::polygon(canvas, lozenge, colour);
}

void draw_tile(const ui::Canvas& ground, const ui::Canvas& ink, ui::Rect rect, const Tile& tile, const Sheet& sheet) {
  const float u = sheet.reading;
  draw_paper(ground, rect);
  const bool lying = rect.width > rect.height * 1.5F;
  const ui::Rect inside = ui::inset(rect, u * (lying ? 0.7F : 1.1F));
  const ui::Align align = lying ? ui::Align::left : ui::Align::centre;
  const float gap = lying ? u * 0.35F : u * 1.7F;
  std::vector<Block> blocks{
      {tile.headline, {ui::Face::display_extrabold, u * 2.5F, ui::hue::bamboo, align, ui::hue::bamboo_deep}, 0, 5},
      {tile.text, {ui::Face::semibold, u * 1.6F, ui::hue::ink, align}, gap, 5},
      {tile.note, {ui::Face::medium, u * 1.15F, ui::hue::ink_soft, align}, lying ? u * 0.25F : u, 3}};
  const float side =
      lying ? std::min(inside.height, inside.width * 0.34F) : std::min(inside.height * 0.46F, inside.width);
  ui::Rect art;
  ui::Rect rest = inside;
  if (!tile.art.empty()) art = lying ? ui::cut_left(rest, side, u * 1.1F) : ui::cut_top(rest, side, u * 0.6F);
  Stacked stack = stacked(ink, {rest.width, rest.height}, blocks, u);
  // Very long words take the picture's place, and then the note's.
  if (!stack.fits && lying) {
    rest = inside;
    art = {};
    stack = stacked(ink, {rest.width, rest.height}, blocks, u);
    if (!stack.fits) {
      blocks.pop_back();
      stack = stacked(ink, {rest.width, rest.height}, blocks, u);
    }
  } else if (!stack.fits) {
    rest = inside;
    art = ui::cut_top(rest, side * 0.5F, u * 0.4F);
    stack = stacked(ink, {rest.width, rest.height}, blocks, u);
  }
  if (art.width > 0) {
    ui::glow(ink, art.centre(), std::min(art.width, art.height) * 0.62F, ui::with_alpha(ui::hue::gold, 0.20F));
    ui::draw_picture(ink, tile.art, art);
  }
  const std::vector<ui::Rect> places = draw_stack(ink, rest, stack);
  if (!lying && places.size() > 1) {
    draw_flourish(ink, {rect.centre().x, (places[0].bottom() + places[1].y) / 2}, std::min(rect.width * 0.5F, u * 12),
                  ui::hue::gold_deep);
  }
}

std::size_t tiles_most(const Sheet& sheet) {
  switch (sheet.shape) {
    case Shape::wide:
    case Shape::upright:
      return 3;
    case Shape::panorama:
      return 4;
    case Shape::ribbon:
      return 2;
  }
  return 3;
}

std::size_t tiles_a_page(const Sheet& sheet, std::size_t all) {
  const std::size_t most = tiles_most(sheet);
  const std::size_t pages = std::max<std::size_t>(1, (all + most - 1) / most);
  return std::max<std::size_t>(1, (all + pages - 1) / pages);
}

ui::Rect tile_place(ui::Rect body, const Sheet& sheet, std::size_t at, std::size_t count) {
  const auto index = static_cast<int>(at);
  const auto places = static_cast<int>(std::max<std::size_t>(count, 1));
  const float gap = sheet.reading * 1.4F;
  // One alone does not fill the wall.
  if (sheet.shape == Shape::upright) {
    return places == 1 ? ui::centred(body, {body.width, body.height / 2}) : ui::row_of(body, index, places, gap);
  }
  const float most = sheet.shape == Shape::ribbon ? body.width : body.height * 1.15F;
  const float each = std::min((body.width - gap * static_cast<float>(places - 1)) / static_cast<float>(places), most);
  const float all = each * static_cast<float>(places) + gap * static_cast<float>(places - 1);
  return {body.centre().x - all / 2 + static_cast<float>(index) * (each + gap), body.y, each, body.height};
}

}  // namespace mn
