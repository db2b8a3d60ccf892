#include "kiosk/printing/type.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace mn::printing {
namespace {

// The first of each has all of Vietnamese; the others are for letters it lacks and for machines without it.
constexpr const char* kSans = "Inter, Noto Sans, Noto Sans CJK SC, sans-serif";
constexpr const char* kSerif = "Noto Serif, Noto Serif CJK SC, Noto Sans CJK SC, serif";
constexpr const char* kCompact = "Inter Display, Inter, Noto Sans, sans-serif";

const char* family(Face face) {
  switch (face) {
    case Face::sans:
      return kSans;
    case Face::serif:
      return kSerif;
    case Face::compact:
      return kCompact;
  }
  return kSans;
}

// Air between letters, in ems: black dots run, and marks must not.
double tracking(Face face) { return face == Face::compact ? 0.0 : 0.015; }

constexpr double kSpaceAir = 0.03;  // ems
constexpr float kLineSpacing = 1.08F;
constexpr int kBalancedLinesMax = 4;

struct FreeOptions {
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
struct FreeFont {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
struct FreeAttributes {
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};

// Vietnamese writes one word as several syllables; a line should not break inside one. Pango cannot know, so here are
// the words that a slip's own texts are made of.
constexpr std::array<std::string_view, 34> kTogether = {
    "trẻ em",       "Trẻ em",    "Lạng Sơn",  "ủng hộ",    "đăng ký",  "Đăng ký",   "chuyển khoản",
    "Chuyển khoản", "Quý vị",    "ngân hàng", "Ngân hàng", "ứng dụng", "chứng từ",  "tấm lòng",
    "Trân trọng",   "cảm ơn",    "hành động", "Bảo trợ",   "điều trị", "Bệnh viện", "Đa khoa",
    "tài khoản",    "Tài khoản", "nội dung",  "hiện vật",  "Hiện vật", "thiên tai", "dịch bệnh",
    "mồ côi",       "kiểm tra",  "Trung thu", "kế hoạch",  "dân tộc",  "hoàn cảnh"};

void allow_no_break(PangoAttrList* list, std::size_t from, std::size_t to) {
  PangoAttribute* attribute = pango_attr_allow_breaks_new(FALSE);
  attribute->start_index = static_cast<guint>(from);
  attribute->end_index = static_cast<guint>(to);
  pango_attr_list_insert(list, attribute);
}

void keep_together(PangoAttrList* list, std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + words.size()))
    allow_no_break(list, at, at + words.size());
}

// "2.000.000 đồng", "29 May": a figure and the word after it.
void keep_figures(PangoAttrList* list, std::string_view text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    if (at == 0 || !digit(at - 1)) continue;
    const std::size_t from = text.rfind(' ', at - 1);
    allow_no_break(list, from == std::string_view::npos ? 0 : from + 1, std::min(text.size(), text.find(' ', at + 1)));
  }
}

// Spaces get a little more, and stand apart from their neighbours: fonts pull a space under the bar of Đ.
void widen_spaces(PangoAttrList* list, std::string_view text, double air) {
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    PangoAttribute* attribute = pango_attr_letter_spacing_new(static_cast<int>(air));
    attribute->start_index = static_cast<guint>(at);
    attribute->end_index = static_cast<guint>(at + 1);
    pango_attr_list_change(list, attribute);
  }
}

int units(int dots) { return dots * PANGO_SCALE; }

PangoRectangle extent(const Text& text) {
  PangoRectangle logical{};
  pango_layout_get_extents(text.get(), nullptr, &logical);
  return logical;
}

}  // namespace

Typesetter::Typesetter(const std::string& language)
    : context_(pango_font_map_create_context(pango_cairo_font_map_get_default())) {
  // Unhinted, so that letters stand in the same places on every surface, and lines break where they break in the PDF.
  const std::unique_ptr<cairo_font_options_t, FreeOptions> options(cairo_font_options_create());
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context_.get(), options.get());
  pango_cairo_context_set_resolution(context_.get(), 72);
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  pango_context_set_language(context_.get(), pango_language_from_string(language.c_str()));
  pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);
}

Text Typesetter::set(const std::string& text, const Look& look) const {
  Text out(pango_layout_new(context_.get()));
  const std::unique_ptr<PangoFontDescription, FreeFont> font(pango_font_description_new());
  pango_font_description_set_family_static(font.get(), family(look.face));
  pango_font_description_set_weight(font.get(), look.weight);
  pango_font_description_set_absolute_size(font.get(), look.size * PANGO_SCALE);
  pango_layout_set_font_description(out.get(), font.get());
  pango_layout_set_text(out.get(), text.data(), static_cast<int>(text.size()));
  pango_layout_set_alignment(out.get(), look.align);
  pango_layout_set_line_spacing(out.get(), kLineSpacing);
  pango_layout_set_auto_dir(out.get(), FALSE);
  const std::unique_ptr<PangoAttrList, FreeAttributes> list(pango_attr_list_new());
  const double air = tracking(look.face) * look.size * PANGO_SCALE;
  if (air > 0) {
    pango_attr_list_insert(list.get(), pango_attr_letter_spacing_new(static_cast<int>(air)));
    widen_spaces(list.get(), text, air + kSpaceAir * look.size * PANGO_SCALE);
  }
  if (look.tabular) pango_attr_list_insert(list.get(), pango_attr_font_features_new("tnum=1"));
  for (const std::string_view pair : kTogether) keep_together(list.get(), text, pair);
  keep_figures(list.get(), text);
  pango_layout_set_attributes(out.get(), list.get());
  return out;
}

Text Typesetter::paragraph(const std::string& text, const Look& look, int width) const {
  Text out = set(text, look);
  // Not told its width, a line that fits exactly cannot be wrapped for a rounding error.
  if (width_of(out) <= width) return out;
  pango_layout_set_width(out.get(), units(width));
  pango_layout_set_wrap(out.get(), PANGO_WRAP_WORD);
  if (width_of(out) > width) {
    pango_layout_set_wrap(out.get(), PANGO_WRAP_WORD_CHAR);
    return out;
  }
  const int lines = pango_layout_get_line_count(out.get());
  if (lines < 2 || lines > kBalancedLinesMax) return out;
  // The narrowest width that needs no more lines.
  int enough = width, too_narrow = width / 3;
  while (enough - too_narrow > 2) {
    const int middle = (enough + too_narrow) / 2;
    pango_layout_set_width(out.get(), units(middle));
    const bool whole = pango_layout_get_line_count(out.get()) <= lines && width_of(out) <= middle;
    (whole ? enough : too_narrow) = middle;
  }
  pango_layout_set_width(out.get(), units(enough));
  return out;
}

bool Typesetter::fits(const std::string& text, const Look& look, int width) const {
  return width_of(set(text, look)) <= width;
}

Text Typesetter::line(const std::string& text, const Look& look, int width, double size_min) const {
  Look smaller = look;
  while (smaller.size > size_min && !fits(text, smaller, width)) smaller.size -= 1;
  return paragraph(text, smaller, width);
}

int height_of(const Text& text) { return PANGO_PIXELS_CEIL(extent(text).height); }
int width_of(const Text& text) { return PANGO_PIXELS_CEIL(extent(text).width); }
double indent_of(const Text& text, int width) {
  if (pango_layout_get_alignment(text.get()) != PANGO_ALIGN_CENTER) return 0;
  const int own = pango_layout_get_width(text.get());
  return (width - (own < 0 ? width_of(text) : pango_units_to_double(own))) / 2;
}
double baseline_of(const Text& text) { return pango_units_to_double(pango_layout_get_baseline(text.get())); }

}  // namespace mn::printing
