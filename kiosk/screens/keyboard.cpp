// The keys: where they lie on a wide and on a tall glass, and how they look. Which letters they make is
// kiosk/keyboard.h.
#include <array>
#include <vector>

#include "kiosk/screens/keyboard.h"
#include "ui/control.h"
#include "ui/notice.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

constexpr float kGap = 10;
constexpr float kTallGap = 6;
constexpr float kRowMost = 132;  // the page of signs has fewer rows, not giant ones

struct Placed {
  Key key;
  float width = 1;  // in letters
};
using Row = std::vector<Placed>;

Row letters(int first, int count) {
  Row row;
  for (int i = 0; i < count; ++i) row.push_back({{KeyKind::letter, first + i}, 1});
  return row;
}
Row signs(int first, int count) {
  Row row;
  for (int i = 0; i < count; ++i) row.push_back({{KeyKind::sign, first + i}, 1});
  return row;
}
Row tones() {
  Row row;
  for (int tone = 1; tone < kToneCount; ++tone) row.push_back({{KeyKind::tone, tone}, 1});
  return row;
}
Row joined(Row first, const Row& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

// kLetterKeys: 0–6 ă … ư, 7–16 q … p, 17–25 a … l, 26–32 z … m. kSignKeys: 0–9 digits, 10 &, 11 -, 12 ., 13 ",", 17 '.
std::vector<Row> rows_of(bool sign_page, bool tall) {
  const Placed shift{{KeyKind::shift, 0}, 1.5F};
  const Placed erase{{KeyKind::backspace, 0}, 1.5F};
  const Placed page{{KeyKind::page, 0}, 1.5F};
  const Placed english{{KeyKind::english, 0}, 1};
  const Placed comma{{KeyKind::sign, 13}, 1};
  const Placed stop{{KeyKind::sign, 12}, 1};
  const Placed hyphen{{KeyKind::sign, 11}, 1};
  const Placed ampersand{{KeyKind::sign, 10}, 1};
  const Row last = tall ? Row{page, english, comma, {{KeyKind::space, 0}, 4.5F}, stop, ampersand}
                        : Row{page, english, ampersand, comma, {{KeyKind::space, 0}, 3.5F}, stop, hyphen};
  const Row third = joined(joined({shift}, letters(26, 7)), {erase});
  if (sign_page) {
    return {signs(0, 10), joined(signs(10, 8), {erase}),
            joined({page}, joined(signs(18, 7), {{{KeyKind::space, 0}, 2}}))};
  }
  if (tall) return {letters(0, 7), tones(), letters(7, 10), letters(17, 9), third, last};
  return {joined(letters(0, 7), tones()), letters(7, 10), letters(17, 9), third, last};
}

constexpr std::array<std::string_view, kToneCount> kToneLabels = {"", "sắc", "huyền", "hỏi", "ngã", "nặng"};

// The key's name for the targets line; never what was typed with it.
std::string label_of(Key key, bool upper) {
  const std::size_t index = static_cast<std::size_t>(key.index);
  switch (key.kind) {
    case KeyKind::letter:
      return std::string(upper ? kLetterKeys.at(index).upper : kLetterKeys.at(index).lower);
    case KeyKind::sign:
      return std::string(kSignKeys.at(index));
    case KeyKind::tone:
      return std::string(kToneLabels.at(index));
    case KeyKind::shift:
      return "shift";
    case KeyKind::backspace:
      return "backspace";
    case KeyKind::space:
      return "space";
    case KeyKind::page:
      return "page";
    case KeyKind::english:
      return "vi/en";
    case KeyKind::erase_next:
    case KeyKind::clear:
    case KeyKind::left:
    case KeyKind::right:
    case KeyKind::home:
    case KeyKind::end:
    case KeyKind::to_letter:
      return "";  // no caps of their own
  }
  return "";
}

struct Cap {
  std::string text = {};
  std::optional<ui::Icon> icon = {};
  std::string note = {};  // under the letter
  float size = 44;
  bool quiet = false;  // not a letter
  bool lit = false;
};

Cap cap_of(Key key, const TypedText& text, const Typing& typing, const Sight& sight) {
  const bool upper = typing.shift != Shift::off;
  switch (key.kind) {
    case KeyKind::letter:
      return {.text = label_of(key, upper), .quiet = key.index < 7};
    case KeyKind::sign:
      return {.text = label_of(key, upper)};
    case KeyKind::tone:
      return {.text = tone_key_letter(text, typing, static_cast<Tone>(key.index)),
              .note = label_of(key, upper),
              .quiet = true};
    case KeyKind::shift:
      return {.icon = ui::Icon::shift, .quiet = true, .lit = typing.shift == Shift::locked};
    case KeyKind::backspace:
      return {.icon = ui::Icon::backspace, .quiet = true};
    case KeyKind::space:
      return {.text = word(sight, "key.space"), .size = 30};
    case KeyKind::page:
      return {.text = typing.signs ? "abc" : "123 & ( )", .size = 30, .quiet = true};
    case KeyKind::english:
      return {.text = typing.english ? "EN" : "VI", .size = 30, .quiet = true, .lit = typing.english};
    case KeyKind::erase_next:
    case KeyKind::clear:
    case KeyKind::left:
    case KeyKind::right:
    case KeyKind::home:
    case KeyKind::end:
    case KeyKind::to_letter:
      return {};
  }
  return {};
}

ui::Touched draw_key(const ui::Canvas& canvas, ui::Rect rect, Key key, const Cap& cap, const std::string& label) {
  const ui::Theme& theme = *canvas.theme;
  const ui::Touched touched = ui::touch(canvas, {.id = kTouchKey + 40 * static_cast<int>(key.kind) + key.index,
                                                 .rect = rect,
                                                 .label = label,
                                                 .repeats = key.kind == KeyKind::backspace,
                                                 .rolls = true});
  const bool lit = cap.lit || touched.pressed;
  const ui::Colour ground = lit ? theme.action : (cap.quiet ? theme.chosen : theme.surface);
  const ui::Colour ink = lit ? theme.action_ink : (cap.quiet ? theme.action : theme.ink);
  ui::fill(canvas, ui::shifted(rect, 0, 4), ui::with_alpha(ui::hue::bamboo_deep, 0.20F), 16);
  rect = ui::shifted(rect, 0, 3 * ui::depth_of(canvas, touched));
  ui::fill(canvas, rect, ground, 16);
  if (cap.icon) {
    ui::draw_icon(canvas, *cap.icon, ui::centred(rect, {44, 44}), ink);
    return touched;
  }
  ui::Rect words = rect;
  float size = cap.size;
  if (!cap.note.empty()) {
    // The letter's mark above and its tail below both need their room.
    const ui::Rect note = ui::cut_bottom(words, std::min(32.0F, rect.height * 0.34F));
    ui::draw_text_in(canvas, ui::shifted(note, 0, -3), cap.note,
                     {.face = ui::Face::medium,
                      .size = std::min(24.0F, note.height * 0.8F) / canvas.text_scale,
                      .colour = ink,
                      .align = ui::Align::centre},
                     12);
    size = std::min(size, words.height * 0.74F) / canvas.text_scale;
  }
  ui::draw_text_in(canvas, words, cap.text,
                   {.face = ui::Face::semibold, .size = size, .colour = ink, .align = ui::Align::centre}, 18);
  return touched;
}

}  // namespace

float keyboard_height(const ui::Canvas& canvas, bool tight) {
  const float rows = canvas.portrait() ? 6 : 5;
  return rows * (tight && !canvas.portrait() ? 84.0F : 100.0F) + (rows - 1) * kGap;
}

std::optional<Key> draw_keyboard(const ui::Canvas& canvas, ui::Rect area, const TypedText& text, const Typing& typing,
                                 const Sight& sight) {
  std::optional<Key> pressed;
  std::optional<std::pair<ui::Rect, std::string>> bubble;
  const bool tall = canvas.portrait();
  const float gap = tall ? kTallGap : kGap;
  const std::vector<Row> rows = rows_of(typing.signs, tall);
  const float lowest = static_cast<float>(rows.size()) * (kRowMost + kGap) - kGap;
  area = ui::cut_bottom(area, std::min(area.height, lowest));
  const float letter = (area.width - 9 * gap) / 10;  // ten letters fill the width
  const bool upper = typing.shift != Shift::off;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const ui::Rect line = ui::row_of(area, static_cast<int>(r), static_cast<int>(rows.size()), kGap);
    float units = 0;
    for (const Placed& placed : rows[r]) units += placed.width;
    const float gaps = gap * static_cast<float>(rows[r].size() - 1);
    const bool nine = units > 8.9F && units < 9.1F;  // the row a … l keeps the width of the one above it
    const float unit = nine ? letter : (line.width - gaps) / units;
    float x = nine ? line.x + (line.width - 9 * letter - gaps) / 2 : line.x;
    for (const Placed& placed : rows[r]) {
      const ui::Rect rect{x, line.y, unit * placed.width, line.height};
      const std::string label = label_of(placed.key, upper);
      const ui::Touched touched = draw_key(canvas, rect, placed.key, cap_of(placed.key, text, typing, sight), label);
      if (touched.tapped) pressed = placed.key;
      const bool has_letter = placed.key.kind == KeyKind::letter || placed.key.kind == KeyKind::sign;
      if (touched.pressed && has_letter) bubble.emplace(rect, label);
      x += rect.width + gap;
    }
  }
  // After all keys: the bubble stands over its neighbours.
  if (bubble) ui::key_bubble(canvas, bubble->first, bubble->second);
  return pressed;
}

}  // namespace mn::kiosk
