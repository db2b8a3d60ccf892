// Inside ui/ only: letters. HarfBuzz shapes a line once at no particular size, FreeType paints each letter once at its
// real pixel size into the atlas. Both are kept, within limits. One thread.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/atlas.h"
#include "ui/type.h"

namespace mn::ui {

// A letter in its line; lengths in ems, y upwards as fonts have it.
struct ShapedGlyph {
  std::uint32_t glyph = 0;
  std::uint32_t font = 0;     // index into Glyphs's fonts
  std::uint32_t cluster = 0;  // byte in the text at which its letter begins
  float advance = 0;
  float x = 0;
  float y = 0;
};
struct Shaped {
  std::vector<ShapedGlyph> glyphs;
  float width = 0;
};

// A painted letter: its picture and where it lies from the pen on the baseline, real pixels, y downwards.
struct PaintedGlyph {
  Patch patch;
  int left_px = 0;
  int top_px = 0;
};

constexpr std::size_t kShapedMax = 4096;     // lines kept
constexpr std::size_t kTextBytesMax = 4096;  // of one line; the rest is not drawn
constexpr float kGlyphSizeMax_px = 1024;     // larger letters are this large and stretched

// One Unicode letter of UTF-8 at `at`, which moves past it; bad bytes give U+FFFD one by one.
std::uint32_t next_letter(std::string_view text, std::size_t& at);
// Chinese letters and what is written among them; Japanese and Korean are as those.
bool is_east_asian(std::uint32_t letter);

class Glyphs {
 public:
  // A face of Inter that is missing is replaced by whatever under `others` can write Vietnamese, and words say so.
  // Null, and words, when nothing can.
  static std::unique_ptr<Glyphs> open(const std::filesystem::path& fonts, const std::filesystem::path& others,
                                      std::string& words);
  ~Glyphs();
  Glyphs(const Glyphs&) = delete;
  Glyphs& operator=(const Glyphs&) = delete;

  const Shaped& shape(Face face, std::string_view text);
  // `quarter`: the pen's place between two pixels, in quarters, for small sizes.
  const PaintedGlyph& paint(std::uint32_t font, std::uint32_t glyph, float size_px, unsigned quarter);

  // Overwrites and drops every line kept, and what shaping left behind: between frames only.
  void forget_lines();
  // Opens what a text will need besides Inter, so that its first frame is not the one to wait for the disk.
  void prepare(std::string_view text);

  Atlas& atlas() { return atlas_; }
  // To be called between frames: makes room when the atlas was full. True when everything must be drawn anew.
  bool tidy();
  // The same when letters fill more than they should at rest. Layers already painted stay as they are.
  bool shed();
  // For a change of painter: between the two no painter has anything of ours.
  void leave_painter() { atlas_.drop_pages(); }
  void join_painter() { (void)drop_letters(); }
  std::size_t letters() const { return painted_.size(); }
  // Raised when painted letters were thrown away: what else lies in the atlas (icons) is gone too.
  std::uint64_t generation() const { return generation_; }

 private:
  struct Fonts;
  Glyphs();
  bool add_font(Face face, const std::filesystem::path& file, const char* family = nullptr);
  std::optional<std::uint32_t> font_with(Face face, std::uint32_t letter) const;
  std::uint32_t font_for(Face face, std::uint32_t letter);
  void open_han();
  bool drop_letters();
  void shape_run(std::uint32_t font, std::string_view text, std::size_t begin, std::size_t end, Shaped& out);

  std::unique_ptr<Fonts> fonts_;
  std::array<std::vector<std::uint32_t>, kFaceCount> faces_;  // fonts to try, in order
  // Found by a view, so that what was typed is not copied into a key at every look.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Lines = std::unordered_map<std::string, Shaped, Hash, std::equal_to<>>;
  static void forget(Lines& lines);
  std::array<Lines, kFaceCount> shaped_;
  bool han_opened_ = false;
  std::unordered_map<std::uint64_t, PaintedGlyph> painted_;
  Atlas atlas_;
  std::uint64_t generation_ = 1;
};

}  // namespace mn::ui
