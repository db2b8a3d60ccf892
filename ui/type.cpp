// Lines of text: where each letter goes, and how a line is made to fit. Breaking into paragraphs is in type_wrap.cpp.
#include "ui/type.h"

#include <strings.h>

#include <cmath>

#include "ui/glyphs.h"
#include "ui/pen.h"

namespace mn::ui {
namespace {

// Of Inter, in ems: Ẳ reaches 1.07 above the baseline and Ạ 0.25 below; a little air on both sides.
constexpr float kAbove = 1.12F;
constexpr float kBelow = 0.30F;
constexpr float kCapHeight = 0.727F;

// Rounding of widths is no reason to cut.
constexpr float kFitSlack = 0.01F;

// The least height of a line that stands between two others, in ems.
constexpr float kTight = 1.2F;

// From this size on letters sit on whole pixels; below, quarters keep the rhythm of small text.
constexpr float kWholePixelSize_px = 48;

float width_ems(const Shaped& shaped, const TextLook& look) {
  const float letters = static_cast<float>(shaped.glyphs.size());
  return shaped.width + (look.size > 0 ? look.tracking / look.size : 0) * std::max(0.0F, letters - 1);
}

// The look with the canvas's scale in its sizes: what is drawn and measured.
TextLook scaled(const Canvas& canvas, const TextLook& look) {
  TextLook out = look;
  out.size *= canvas.text_scale;
  return out;
}

// Colour at a height above the baseline, both real pixels.
ImU32 ink_at(const Canvas& canvas, const TextLook& look, float above_px, float cap_px) {
  if (!look.lower) return to_ink(canvas, look.colour);
  return to_ink(canvas, mixed(*look.lower, look.colour, cap_px > 0 ? above_px / cap_px : 0));
}

struct Pen {
  const Canvas& canvas;
  const TextLook& look;
  float size_px;  // of the letters as painted
  float stretch;  // drawn size over painted size
  ImVec2 origin;  // of the line, on the baseline
};

void put_glyph(const Pen& pen, const ShapedGlyph& glyph, float at_ems) {
  Glyphs& glyphs = *pen.canvas.glyphs;
  const float drawn_px = pen.size_px * pen.stretch;
  float x = pen.origin.x + (at_ems + glyph.x) * drawn_px;
  const float y = std::round(pen.origin.y - glyph.y * drawn_px);
  unsigned quarter = 0;
  if (pen.stretch == 1 && drawn_px < kWholePixelSize_px) {
    const float whole = std::floor(x);
    quarter = static_cast<unsigned>((x - whole) * 4);
    x = whole;
  } else if (pen.stretch == 1) {
    x = std::round(x);
  }
  const PaintedGlyph& painted = glyphs.paint(glyph.font, glyph.glyph, pen.size_px, quarter);
  if (painted.patch.texture == 0) return;
  const ImVec2 low{x + static_cast<float>(painted.left_px) * pen.stretch,
                   y + static_cast<float>(painted.top_px) * pen.stretch};
  const ImVec2 high{low.x + static_cast<float>(painted.patch.width_px) * pen.stretch,
                    low.y + static_cast<float>(painted.patch.height_px) * pen.stretch};
  ImDrawList& list = *pen.canvas.list;
  const bool other_page = painted.patch.texture != glyphs.atlas().first_page();
  if (other_page) list.PushTextureID(to_imgui(painted.patch.texture));
  list.PrimReserve(6, 4);
  list.PrimRectUV(low, high, painted.patch.uv_low, painted.patch.uv_high, to_ink(pen.canvas, pen.look.colour));
  if (pen.look.lower) {
    const float cap_px = kCapHeight * drawn_px;
    ImDrawVert* corners = list.VtxBuffer.Data + (list.VtxBuffer.Size - 4);
    corners[0].col = corners[1].col = ink_at(pen.canvas, pen.look, pen.origin.y - low.y, cap_px);
    corners[2].col = corners[3].col = ink_at(pen.canvas, pen.look, pen.origin.y - high.y, cap_px);
  }
  if (other_page) list.PopTextureID();
}

float aligned(float at, float width, Align align) {
  switch (align) {
    case Align::left:
      return at;
    case Align::centre:
      return at - width / 2;
    case Align::right:
      return at - width;
  }
  return at;
}

}  // namespace

LineMetrics line_metrics(Face, float size) { return {kAbove * size, kBelow * size, kCapHeight * size}; }

LineMetrics line_metrics(const Canvas& canvas, Face face, float size) {
  return line_metrics(face, text_size(canvas, size));
}

float text_width(const Canvas& canvas, std::string_view text, const TextLook& nominal) {
  const TextLook look = scaled(canvas, nominal);
  return width_ems(canvas.glyphs->shape(look.face, text), look) * look.size;
}

float draw_text(const Canvas& canvas, Point at, std::string_view text, const TextLook& nominal) {
  const TextLook look = scaled(canvas, nominal);
  const Shaped& shaped = canvas.glyphs->shape(look.face, text);
  const float width = width_ems(shaped, look) * look.size;
  if (look.colour.alpha == 0 || canvas.opacity <= 0) return width;
  if (canvas.noted != nullptr) {
    canvas.noted->least_size = std::min(canvas.noted->least_size, look.size * look.zoom);
    if (text.ends_with("…")) canvas.noted->cut.emplace_back(text);
    if (canvas.noted->keep_texts) canvas.noted->texts.emplace_back(text);
  }
  const float wanted_px = length_px(canvas, look.size) * look.zoom;
  const float size_px = std::min(length_px(canvas, look.size), kGlyphSizeMax_px);
  if (size_px < 1) return width;
  const ImVec2 baseline = to_px(canvas, at);
  const float left_px = aligned(baseline.x, width * canvas.scale * look.zoom, look.align);
  const Pen pen{canvas, look, size_px, wanted_px / size_px, {left_px, std::round(baseline.y)}};
  const float extra_ems = look.size > 0 ? look.tracking / look.size : 0;
  float at_ems = 0;
  for (const ShapedGlyph& glyph : shaped.glyphs) {
    put_glyph(pen, glyph, at_ems);
    at_ems += glyph.advance + extra_ems;
  }
  return width;
}

float draw_text_in(const Canvas& canvas, Rect box, std::string_view text, const TextLook& look, float floor_size) {
  TextLook used = look;
  // Made for a line of the size asked for, a box is not outgrown: what lies above and below was laid out beside it.
  if (canvas.text_scale > 1)
    used.size = std::min(used.size, std::max(box.height / kTight, look.size) / canvas.text_scale);
  if (floor_size > 0) used.size = fitting_size(canvas, text, used, box.width, floor_size);
  const bool fits = text_width(canvas, text, used) <= box.width + kFitSlack;
  std::string cut = fits ? std::string() : ellipsized(canvas, text, used, box.width);
  const float x = look.align == Align::left ? box.x : look.align == Align::centre ? box.x + box.width / 2 : box.right();
  draw_text(canvas, {x, box.y + (box.height + kCapHeight * text_size(canvas, used.size)) / 2},
            fits ? text : std::string_view(cut), used);
  wipe(cut);
  return used.size;
}

float fitting_size(const Canvas& canvas, std::string_view text, const TextLook& look, float width, float floor_size) {
  const float taken = text_width(canvas, text, look);
  if (taken <= width || taken <= 0) return look.size;
  const Shaped& shaped = canvas.glyphs->shape(look.face, text);
  const float gaps = std::max(0.0F, static_cast<float>(shaped.glyphs.size()) - 1);
  const float room = std::max(0.0F, width - gaps * look.tracking);
  // Whole halves of a unit: a name being typed must not make a new set of letters at every key.
  const float fitted = std::floor(room / std::max(0.01F, shaped.width * canvas.text_scale) * 2) / 2;
  // A floor is a size as it comes out: large text shall not cut what fits at the usual size.
  return std::min(look.size, std::max(floor_size / std::max(1.0F, canvas.text_scale), fitted));
}

std::string ellipsized(const Canvas& canvas, std::string_view text, const TextLook& look, float width) {
  if (text_width(canvas, text, look) <= width + kFitSlack) return std::string(text);
  if (canvas.targets != nullptr) ++canvas.targets->texts_cut;
  constexpr std::string_view kDots = "…";
  const float room = width - text_width(canvas, kDots, look);
  const TextLook drawn = scaled(canvas, look);
  const Shaped& shaped = canvas.glyphs->shape(look.face, text);
  std::size_t cut = 0;
  float taken = 0;
  for (const ShapedGlyph& glyph : shaped.glyphs) {
    taken += glyph.advance * drawn.size + drawn.tracking;
    if (taken > room) {
      // The whole letter with its marks goes: clusters never begin inside one.
      cut = glyph.cluster;
      break;
    }
  }
  while (cut > 0 && text[cut - 1] == ' ') --cut;
  std::string out;
  out.reserve(cut + kDots.size());
  return out.append(text.substr(0, cut)).append(kDots);
}

void wipe(std::string& text) { explicit_bzero(text.data(), text.capacity()); }

}  // namespace mn::ui
