// Words on the canvas. Text is UTF-8 and never a format string or an id; it is shaped by HarfBuzz, so marks may be
// composed or not, digits are tabular, and pairs are kerned. A character no font has is drawn as a box; nothing here
// can fail.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/canvas.h"

namespace mn::ui {

// Inter for reading, Inter Display for what is large.
enum class Face { regular, medium, semibold, bold, display_semibold, display_bold, display_extrabold };
constexpr int kFaceCount = 7;

enum class Align { left, centre, right };

// How text looks. size is the em in canvas units before the canvas's text_scale, as is every size returned here; what
// is drawn and measured has it in. A floor is a size as it comes out, so that large text cuts nothing that fits
// otherwise. With `lower` set, colour runs down to it across the letters' height.
struct TextLook {
  Face face = Face::regular;
  float size = type_size::body;
  Colour colour = hue::ink;
  Align align = Align::left;
  std::optional<Colour> lower = std::nullopt;
  float tracking = 0;  // added after every letter, canvas units
  float zoom = 1;  // stretches the painted letters about `at`; for motion: painting every size on the way costs more
};

// The line of a face at a size: room for stacked marks (Ậ Ễ Ộ) above and for ợ ỵ below. Nothing is drawn outside.
struct LineMetrics {
  float above = 0;       // from the top of the line to the baseline
  float below = 0;       // from the baseline to the bottom of the line
  float cap_height = 0;  // of H
  float height() const { return above + below; }
};
LineMetrics line_metrics(Face face, float size);
// The same as it comes out on this canvas (its text_scale).
LineMetrics line_metrics(const Canvas& canvas, Face face, float size);

// Width of one line. Line ends count as spaces.
float text_width(const Canvas& canvas, std::string_view text, const TextLook& look);

// One line with its baseline at `at`; x is the left end, middle or right end by look.align. Gives the width drawn.
float draw_text(const Canvas& canvas, Point at, std::string_view text, const TextLook& look);

// One line inside a box: across by look.align, and down so that capitals look centred. Too long: shrinks, not below
// `floor_size` (0: does not shrink), then ends in "…". Large text grows no taller than its box. Gives the size used.
float draw_text_in(const Canvas& canvas, Rect box, std::string_view text, const TextLook& look, float floor_size = 0);

// Size that fits the width, not below floor_size. For several texts that shall have one size.
float fitting_size(const Canvas& canvas, std::string_view text, const TextLook& look, float width, float floor_size);

// Overwrites a text with noughts: for what ellipsized and wrapped gave of something a person typed.
void wipe(std::string& text);

// The text cut so that it fits, ending in "…" when it was; never cuts inside a letter with its marks.
std::string ellipsized(const Canvas& canvas, std::string_view text, const TextLook& look, float width);

// Lines of at most `width`, broken at spaces and '\n', and between Chinese letters where their writing allows it (a
// word longer than a line is broken inside); the last of `lines_max` ends in "…" when text is left over.
std::vector<std::string> wrapped(const Canvas& canvas, std::string_view text, const TextLook& look, float width,
                                 int lines_max);

// A paragraph from the top of the box, with `leading` × size between baselines. Gives the height it took.
float draw_paragraph(const Canvas& canvas, Rect box, std::string_view text, const TextLook& look, int lines_max,
                     float leading = 1.4F);

}  // namespace mn::ui
