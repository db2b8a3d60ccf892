// Fonts, shaping and painting of letters: HarfBuzz, FreeType and the atlas. No layout here.
#include "ui/glyphs.h"

#include <strings.h>

#include <ft2build.h>
#include <hb-ot.h>
#include <hb.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "ui/font_files.h"

namespace mn::ui {
namespace {

constexpr std::array<const char*, kFaceCount> kInterFiles = {
    "Inter-Regular.otf",         "Inter-Medium.otf",      "Inter-SemiBold.otf",        "Inter-Bold.otf",
    "InterDisplay-SemiBold.otf", "InterDisplay-Bold.otf", "InterDisplay-ExtraBold.otf"};

// For letters that Inter lacks; each is optional.
constexpr std::array<const char*, 2> kFallbackFiles = {"/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf",
                                                       "/usr/share/fonts/truetype/noto/NotoSansSymbols2-Regular.ttf"};

// For Chinese, opened when its first letter comes. One file holds the forms of several countries under several names.
constexpr const char* kHanFamily = "Noto Sans CJK SC";
constexpr const char* kHanRegular = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
constexpr const char* kHanBold = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc";

// Of which weight a letter from elsewhere should be.
bool is_heavy(Face face) { return face != Face::regular && face != Face::medium; }

bool is_mark(std::uint32_t letter) {
  return (letter >= 0x300 && letter <= 0x36F) || letter == 0x200C || letter == 0x200D ||
         (letter >= 0xFE00 && letter <= 0xFE0F);
}

}  // namespace

std::uint32_t next_letter(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  const std::uint32_t first = byte(at++);
  if (first < 0x80) return first;
  const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  std::uint32_t letter = first & (0x3FU >> static_cast<unsigned>(more));
  for (int count = 0; count < more; ++count) {
    if (at >= text.size() || (byte(at) & 0xC0U) != 0x80) return 0xFFFD;
    letter = (letter << 6U) | (byte(at++) & 0x3FU);
  }
  return more == 0 ? 0xFFFD : letter;
}

bool is_east_asian(std::uint32_t letter) {
  return (letter >= 0x1100 && letter <= 0x11FF) || (letter >= 0x2E80 && letter <= 0xD7FF) ||
         (letter >= 0xF900 && letter <= 0xFAFF) || (letter >= 0xFE30 && letter <= 0xFE4F) ||
         (letter >= 0xFF00 && letter <= 0xFFEF) || (letter >= 0x20000 && letter <= 0x3FFFF);
}

struct Glyphs::Fonts {
  struct Font {
    FT_Face face = nullptr;
    hb_font_t* shaping = nullptr;
    hb_blob_t* bytes = nullptr;  // FreeType reads from it as long as the face lives
    float units = 1;             // in an em
    float digit_width = 0;       // of the widest digit, ems
  };
  FT_Library library = nullptr;
  std::vector<Font> list;
  hb_buffer_t* buffer = hb_buffer_create();

  ~Fonts() {
    hb_buffer_destroy(buffer);
    for (Font& font : list) {
      hb_font_destroy(font.shaping);
      FT_Done_Face(font.face);
      hb_blob_destroy(font.bytes);
    }
    if (library != nullptr) FT_Done_FreeType(library);
  }
};

Glyphs::Glyphs() : fonts_(std::make_unique<Fonts>()) {}
Glyphs::~Glyphs() = default;

std::unique_ptr<Glyphs> Glyphs::open(const std::filesystem::path& fonts, const std::filesystem::path& others,
                                     std::string& words) {
  std::unique_ptr<Glyphs> glyphs(new Glyphs());
  if (FT_Init_FreeType(&glyphs->fonts_->library) != 0) {
    words = "FreeType does not start";
    return nullptr;
  }
  std::array<std::optional<std::filesystem::path>, 2> instead;  // usual, heavy
  for (std::size_t index = 0; index < kInterFiles.size(); ++index) {
    const Face face = static_cast<Face>(index);
    if (glyphs->add_font(face, fonts / kInterFiles.at(index))) continue;
    if (words.empty()) words = std::string("no font ") + kInterFiles.at(index) + " in " + fonts.string();
    std::optional<std::filesystem::path>& other = instead.at(is_heavy(face) ? 1 : 0);
    if (!other) other = font_for_vietnamese(others, is_heavy(face));
    if (!other || !glyphs->add_font(face, *other)) {
      words += ", nor any other for Vietnamese in " + others.string() + "; install fonts-inter";
      return nullptr;
    }
  }
  for (const auto& other : instead) {
    if (other) words += ": " + other->filename().string() + " instead";
  }
  if (!words.empty()) words += "; install fonts-inter";
  for (const char* file : kFallbackFiles) {
    if (!glyphs->add_font(Face::regular, file)) continue;
    const std::uint32_t font = glyphs->faces_.front().back();
    for (std::size_t face = 1; face < glyphs->faces_.size(); ++face) glyphs->faces_.at(face).push_back(font);
  }
  return glyphs;
}

bool Glyphs::add_font(Face face, const std::filesystem::path& file, const char* family) {
  Fonts::Font font;
  // Mapped once, for both libraries.
  hb_blob_t* blob = hb_blob_create_from_file_or_fail(file.c_str());
  if (blob == nullptr) return false;
  unsigned size = 0;
  const auto* bytes = reinterpret_cast<const FT_Byte*>(hb_blob_get_data(blob, &size));
  FT_Long index = -1;
  for (FT_Long at = 0, count = 1; at < count && index < 0; ++at) {
    if (FT_New_Memory_Face(fonts_->library, bytes, static_cast<FT_Long>(size), at, &font.face) != 0) break;
    count = family == nullptr ? 1 : font.face->num_faces;
    if (family == nullptr || std::string_view(font.face->family_name) == family) {
      index = at;
    } else {
      FT_Done_Face(font.face);
    }
  }
  if (index < 0) {
    hb_blob_destroy(blob);
    return false;
  }
  hb_face_t* shaping = hb_face_create(blob, static_cast<unsigned>(index));
  font.shaping = hb_font_create(shaping);
  font.units = static_cast<float>(hb_face_get_upem(shaping));
  font.bytes = blob;
  hb_face_destroy(shaping);
  const auto place = static_cast<std::uint32_t>(fonts_->list.size());
  faces_.at(static_cast<std::size_t>(face)).push_back(place);
  fonts_->list.push_back(font);
  Shaped digits;
  shape_run(place, "0 1 2 3 4 5 6 7 8 9", 0, 19, digits);
  for (const ShapedGlyph& digit : digits.glyphs) {
    if (digit.cluster % 2 == 0)
      fonts_->list[place].digit_width = std::max(fonts_->list[place].digit_width, digit.advance);
  }
  return true;
}

void Glyphs::open_han() {
  han_opened_ = true;
  for (const bool heavy : {false, true}) {
    const Face first = heavy ? Face::semibold : Face::regular;
    if (!add_font(first, heavy ? kHanBold : kHanRegular, kHanFamily)) continue;
    const std::uint32_t font = faces_.at(static_cast<std::size_t>(first)).back();
    for (int face = 0; face < kFaceCount; ++face) {
      const bool other = static_cast<Face>(face) != first && is_heavy(static_cast<Face>(face)) == heavy;
      if (other) faces_.at(static_cast<std::size_t>(face)).push_back(font);
    }
  }
}

std::optional<std::uint32_t> Glyphs::font_with(Face face, std::uint32_t letter) const {
  for (const std::uint32_t font : faces_.at(static_cast<std::size_t>(face))) {
    if (FT_Get_Char_Index(fonts_->list[font].face, letter) != 0) return font;
  }
  return std::nullopt;
}

std::uint32_t Glyphs::font_for(Face face, std::uint32_t letter) {
  std::optional<std::uint32_t> found = font_with(face, letter);
  if (!found && !han_opened_ && is_east_asian(letter)) {
    open_han();
    found = font_with(face, letter);
  }
  return found.value_or(faces_.at(static_cast<std::size_t>(face)).front());
}

void Glyphs::prepare(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t letter = next_letter(text, at);
    for (const Face face : {Face::regular, Face::semibold}) (void)font_for(face, letter);
  }
  (void)shape(Face::regular, text);
  (void)shape(Face::semibold, text);
}

namespace {

// Line ends and tabs inside a line are drawn as spaces.
ShapedGlyph space_of(hb_font_t* font, float units, ShapedGlyph glyph) {
  hb_codepoint_t space = 0;
  if (hb_font_get_nominal_glyph(font, ' ', &space) == 0) return glyph;
  glyph.glyph = space;
  glyph.advance = static_cast<float>(hb_font_get_glyph_h_advance(font, space)) / units;
  return glyph;
}

}  // namespace

void Glyphs::shape_run(std::uint32_t font, std::string_view text, std::size_t begin, std::size_t end, Shaped& out) {
  const Fonts::Font& used = fonts_->list[font];
  hb_buffer_t* buffer = fonts_->buffer;
  hb_buffer_clear_contents(buffer);
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), static_cast<unsigned>(begin),
                     static_cast<int>(end - begin));
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  hb_buffer_guess_segment_properties(buffer);
  // Digits of one width, from the font itself; no ligatures across letters, so that a line can be cut anywhere.
  const std::array<hb_feature_t, 2> features = {
      hb_feature_t{HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
      hb_feature_t{HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
  hb_shape(used.shaping, buffer, features.data(), static_cast<unsigned>(features.size()));
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
  const auto ems = [&](hb_position_t units) { return static_cast<float>(units) / used.units; };
  for (unsigned index = 0; index < count; ++index) {
    ShapedGlyph glyph{infos[index].codepoint,      font,
                      infos[index].cluster,        ems(places[index].x_advance),
                      ems(places[index].x_offset), ems(places[index].y_offset)};
    const char letter = text[glyph.cluster];
    if (letter == '\n' || letter == '\r' || letter == '\t') glyph = space_of(used.shaping, used.units, glyph);
    if (letter >= '0' && letter <= '9' && used.digit_width > 0) {
      // Some cuts of Inter Display have no tabular digits, and kerning before a dot would move those of the others.
      glyph.x += (used.digit_width - glyph.advance) / 2;
      glyph.advance = used.digit_width;
    }
    out.glyphs.push_back(glyph);
    out.width += glyph.advance;
  }
}

const Shaped& Glyphs::shape(Face face, std::string_view text) {
  text = text.substr(0, kTextBytesMax);
  Lines& lines = shaped_.at(static_cast<std::size_t>(face));
  if (const auto found = lines.find(text); found != lines.end()) return found->second;
  if (lines.size() >= kShapedMax) forget(lines);
  // What is shaped is the key itself, line ends as spaces: no other copy of what somebody typed is made.
  const auto made = lines.emplace(std::piecewise_construct, std::forward_as_tuple(text), std::forward_as_tuple()).first;
  Shaped& shaped = made->second;
  const auto spaced = [](std::uint32_t letter) { return letter == '\n' || letter == '\r' || letter == '\t'; };
  const std::string& plain = made->first;
  std::size_t run_begin = 0;
  std::uint32_t run_font = 0;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t begin = at;
    const std::uint32_t letter = next_letter(plain, at);
    const bool goes_on = begin != 0 && (is_mark(letter) || letter == ' ' || spaced(letter));
    const std::uint32_t font = goes_on ? run_font : font_for(face, spaced(letter) ? ' ' : letter);
    if (begin == 0) run_font = font;
    if (font == run_font) continue;
    shape_run(run_font, plain, run_begin, begin, shaped);
    run_begin = begin;
    run_font = font;
  }
  if (!plain.empty()) shape_run(run_font, plain, run_begin, plain.size(), shaped);
  return shaped;
}

const PaintedGlyph& Glyphs::paint(std::uint32_t font, std::uint32_t glyph, float size_px, unsigned quarter) {
  const auto size = static_cast<std::uint64_t>(std::lround(std::clamp(size_px, 1.0F, kGlyphSizeMax_px) * 64));
  const std::uint64_t key = (std::uint64_t{font} << 56U) | (std::uint64_t{quarter} << 52U) | (size << 24U) | glyph;
  if (const auto found = painted_.find(key); found != painted_.end()) return found->second;
  PaintedGlyph painted;
  FT_Face face = fonts_->list[font].face;
  const bool loaded = FT_Set_Char_Size(face, 0, static_cast<FT_F26Dot6>(size), 72, 72) == 0 &&
                      FT_Load_Glyph(face, glyph, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) == 0;
  if (loaded && face->glyph->format == FT_GLYPH_FORMAT_OUTLINE) {
    FT_Outline_Translate(&face->glyph->outline, static_cast<FT_Pos>(quarter * 16), 0);
    if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) == 0) {
      const FT_Bitmap& bitmap = face->glyph->bitmap;
      std::vector<std::uint8_t> alpha;
      alpha.reserve(std::size_t{bitmap.width} * bitmap.rows);
      for (unsigned row = 0; row < bitmap.rows; ++row) {
        const unsigned char* begin = bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
        alpha.insert(alpha.end(), begin, begin + bitmap.width);
      }
      painted.patch = atlas_.add(static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows), alpha);
      painted.left_px = face->glyph->bitmap_left;
      painted.top_px = -face->glyph->bitmap_top;
    }
  }
  return painted_.emplace(key, painted).first->second;
}

void Glyphs::forget(Lines& lines) {
  while (!lines.empty()) {
    auto line = lines.extract(lines.begin());
    explicit_bzero(line.key().data(), line.key().size());
    auto& glyphs = line.mapped().glyphs;
    if (!glyphs.empty()) explicit_bzero(glyphs.data(), glyphs.size() * sizeof(ShapedGlyph));
  }
}

void Glyphs::forget_lines() {
  for (Lines& lines : shaped_) forget(lines);
  // The shaper's own buffer holds the last lines as letters: it is written over from end to end.
  Shaped blank;
  const std::string spaces(kTextBytesMax, ' ');
  shape_run(faces_.front().front(), spaces, 0, spaces.size(), blank);
}

bool Glyphs::tidy() { return atlas_.full() && drop_letters(); }

bool Glyphs::shed() { return atlas_.pages() > kPagesAtRest && drop_letters(); }

bool Glyphs::drop_letters() {
  painted_.clear();
  atlas_.clear();
  ++generation_;
  return true;
}

}  // namespace mn::ui
