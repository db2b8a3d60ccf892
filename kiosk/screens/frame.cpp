#include "kiosk/screens/frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/check.h"
#include "kiosk/screens/bamboo.h"
#include "ui/choice.h"
#include "ui/control.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn::kiosk {
namespace {

constexpr float kHeadHeight = 104;
constexpr float kTrailMost = 620;
constexpr float kTrailShare = 0.36F;   // of the header, where it is short
constexpr float kRound = 104;          // comfort: a round button
constexpr float kLanguageWidth = 168;  // globe and "VI"
constexpr float kLanguageLeast = 120;  // in a narrow foot

void draw_fund(const ui::Canvas& canvas, ui::Rect area, const Sight& sight, std::optional<Tap>& tap) {
  const ui::Theme& theme = *canvas.theme;
  const Language language = sight.visit.language;
  const ui::Rect emblem = ui::cut_left(area, area.height, ui::space::small);
  // The staff's door: nothing is seen of it, and a donor's touch does nothing.
  const ui::Touched door =
      ui::touch(canvas, {.id = kTouchStaffDoor, .rect = emblem, .label = "staff", .hold_ms = kStaffDoorMs});
  if (door.held) tap = tap::StaffDoor{};
  ui::draw_picture(canvas, "emblem", ui::inset(emblem, 2));
  const std::string& name = sight.terms.campaign.fund_name.in(language);
  const std::string& title = sight.terms.campaign.title.in(language);
  ui::TextLook upper{.face = ui::Face::display_bold, .size = 34, .colour = theme.ink};
  ui::TextLook lower{.face = ui::Face::medium, .size = 26, .colour = theme.ink_soft};
  constexpr float kLeading = 1.16F, kLine = 1.36F, kLeast = 18;
  // On one line if it fits, else on two: the fund's name is never cut.
  if (ui::fitting_size(canvas, name, upper, area.width, 28) <= 28) upper.size = 28;
  const auto name_height = [&] {
    return static_cast<float>(ui::wrapped(canvas, name, upper, area.width, 4).size()) *
           ui::text_size(canvas, upper.size) * kLeading;
  };
  const auto total = [&] { return name_height() + ui::text_size(canvas, lower.size) * kLine; };
  while (total() > area.height && upper.size > kLeast) {
    upper.size -= 1;
    lower.size = std::min(lower.size, std::max(kLeast, upper.size - 2));
  }
  ui::Rect lines = ui::centred(area, {area.width, std::min(area.height, total())});
  ui::draw_paragraph(canvas, ui::cut_top(lines, name_height()), name, upper, 3, kLeading);
  ui::draw_text_in(canvas, lines, title, lower, kLeast);
}

std::string capitals_of(Language language) {
  switch (language) {
    case Language::vi:
      return "VI";
    case Language::en:
      return "EN";
    case Language::zh:
      return "中文";
  }
  return {};
}

void draw_language(const ui::Canvas& canvas, ui::Rect area, const Sight& sight, std::optional<Tap>& tap) {
  if (ui::button(canvas, kTouchLanguage, area, capitals_of(sight.visit.language),
                 {.kind = ui::ButtonKind::plain,
                  .icon = area.width < kLanguageWidth ? std::nullopt : std::optional(ui::Icon::globe),
                  .size = 30,
                  .radius = ui::corner::pill})) {
    tap = tap::Open{Panel::language};
  }
}

void draw_comfort(const ui::Canvas& canvas, ui::Rect area, const Sight& sight, std::optional<Tap>& tap) {
  const ui::Touched touched =
      ui::touch(canvas, {.id = kTouchComfort, .rect = area, .label = word(sight, "comfort.title")});
  const ui::Rect at = ui::shifted(area, 0, 4 * ui::depth_of(canvas, touched));
  ui::card(canvas, at, ui::corner::pill);
  if (touched.pressed) ui::outline(canvas, at, canvas.theme->chosen_line, ui::corner::pill, 4);
  ui::draw_icon(canvas, ui::Icon::text_size, ui::inset(at, 26), canvas.theme->action);
  if (touched.tapped) tap = tap::Open{Panel::comfort};
}

void draw_steps(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  const std::optional<int> place = trail_place(sight.visit.screen);
  if (!place) return;
  const Choices* chosen = choices_of(sight.visit.screen);
  const bool goods = chosen != nullptr && chosen->goods.has_value();
  const std::array<std::string, 4> labels = {word(sight, goods ? "review.goods" : "trail.amount"),
                                             word(sight, "trail.who"), word(sight, "trail.name"),
                                             word(sight, "trail.review")};
  draw_trail(canvas, area, labels, *place, ui::entering(canvas, sight.now_ms, sight.visit.since_ms, kEnterMs));
}

float on_width(const Frame& frame) { return std::min(500.0F, frame.foot.width * 0.44F); }

// The round buttons of the header, or of the foot when everything lies low.
void draw_settings(const ui::Canvas& canvas, ui::Rect& row, const Sight& sight, std::optional<Tap>& tap) {
  const bool narrow = sight.visit.comfort.low_reach && row.width < 1200;
  const float round = std::max(kRound, ui::touch_least(canvas));
  const float wide = std::max(narrow ? kLanguageLeast : kLanguageWidth, round);
  const ui::Rect language = ui::cut_right(row, wide, narrow ? ui::space::tiny : ui::space::small);
  draw_language(canvas, ui::centred(language, {wide, round}), sight, tap);
  const ui::Rect comfort = ui::cut_right(row, round, narrow ? ui::space::small : ui::space::medium);
  draw_comfort(canvas, ui::centred(comfort, {round, round}), sight, tap);
}

}  // namespace

const std::string& word(const Sight& sight, std::string_view key) {
  return sight.strings.text(sight.visit.language, key);
}

std::string in_words(const Sight& sight, Money amount) {
  return amount_in_words(amount, sight.visit.language, sight.terms.campaign.word_forms);
}

std::string figure(Money amount) { return grouped(amount) + " ₫"; }

std::string goods_words(const Sight& sight, const GoodsChosen& goods) {
  const std::vector<Wording>& units = sight.terms.campaign.goods_units;
  const std::string unit = goods.unit < units.size() ? units[goods.unit].in(sight.visit.language) : std::string();
  return fill(word(sight, "goods.line"),
              {{"quantity", grouped(Money{goods.quantity})}, {"unit", unit}, {"what", goods.what.view()}});
}

const std::string& giver_word(const Sight& sight, Giver giver) {
  switch (giver) {
    case Giver::person:
      return word(sight, "type.person");
    case Giver::business:
      return word(sight, "type.business");
    case Giver::agency:
      return word(sight, "type.agency");
    case Giver::group:
      return word(sight, "type.group");
    case Giver::social:
      return word(sight, "type.ngo");
    case Giver::unnamed:
      return word(sight, "name.anon");
  }
  return word(sight, "name.anon");
}

ui::Icon giver_icon(Giver giver) {
  switch (giver) {
    case Giver::person:
      return ui::Icon::family;
    case Giver::business:
      return ui::Icon::building;
    case Giver::agency:
      return ui::Icon::agency;
    case Giver::group:
      return ui::Icon::group;
    case Giver::social:
      return ui::Icon::globe;
    case Giver::unnamed:
      return ui::Icon::heart;
  }
  return ui::Icon::heart;
}

Frame draw_frame(const ui::Canvas& canvas, const Sight& sight, std::optional<Tap>& tap, float words_height) {
  const bool portrait = canvas.portrait();
  const bool attract = std::holds_alternative<Attract>(sight.visit.screen);
  ui::draw_background(canvas, attract ? "attract" : "dawn");
  ui::Rect rest = ui::inset(canvas.whole(), portrait ? 48 : 40);
  if (!portrait) rest = {88, rest.y, canvas.size.width - 176, rest.height};
  Frame frame;
  frame.low = sight.visit.comfort.low_reach;
  ui::Rect head = ui::cut_top(rest, kHeadHeight, ui::space::medium);
  frame.foot = ui::cut_bottom(rest, std::max(kFootHeight, ui::touch_least(canvas)), ui::space::medium);
  if (frame.low) {
    draw_settings(canvas, frame.foot, sight, tap);
  } else {
    draw_settings(canvas, head, sight, tap);
  }
  const bool steps = trail_place(sight.visit.screen).has_value();
  if (portrait) {
    if (steps) draw_steps(canvas, ui::cut_top(rest, 92, ui::space::small), sight);
  } else if (steps) {
    draw_steps(canvas, ui::cut_right(head, std::min(kTrailMost, rest.width * kTrailShare), ui::space::large), sight);
  }
  draw_fund(canvas, head, sight, tap);
  const float come = ui::entering(canvas, sight.now_ms, sight.visit.since_ms, kEnterMs);
  frame.canvas = ui::faded(canvas, 0.35F + 0.65F * come);
  const float reading = frame.low ? canvas.size.height / 2 - rest.y : words_height;
  frame.words = ui::cut_top(rest, reading, frame.low ? 0 : ui::space::small);
  frame.body = rest;
  return frame;
}

ui::Rect whole_of(const Frame& frame) {
  return {frame.body.x, frame.words.y, frame.body.width, frame.body.bottom() - frame.words.y};
}

bool draw_on(const Frame& frame, const std::string& label, bool enabled, ui::Icon icon) {
  ui::Rect foot = frame.foot;
  return ui::button(frame.canvas, kTouchOn, ui::cut_right(foot, on_width(frame)), label,
                    {.kind = ui::ButtonKind::primary,
                     .icon = icon,
                     .icon_after = true,
                     .enabled = enabled,
                     .size = 42,
                     .radius = ui::corner::pill});
}

float back_width(const Frame& frame) { return std::min(280.0F, frame.foot.width * 0.26F); }

bool draw_back(const Frame& frame, const std::string& label, ui::Icon icon) {
  ui::Rect foot = frame.foot;
  return ui::button(frame.canvas, kTouchBack, ui::cut_left(foot, back_width(frame)), label,
                    {.kind = ui::ButtonKind::plain, .icon = icon, .size = 34, .radius = ui::corner::pill});
}

ui::Rect middle_of_foot(const Frame& frame) {
  ui::Rect foot = frame.foot;
  ui::cut_left(foot, back_width(frame), ui::space::small);
  ui::cut_right(foot, on_width(frame), ui::space::small);
  return foot;
}

void draw_help(const Frame& frame, const Sight& sight, std::optional<Tap>& tap) {
  const ui::Rect middle = middle_of_foot(frame);
  const std::string& label = word(sight, "btn.help");
  const bool narrow = middle.width < 300;
  const ui::Rect at =
      ui::centred(middle, {std::min(middle.width, 330.0F), std::max(100.0F, ui::touch_least(frame.canvas))});
  if (ui::button(frame.canvas, kTouchHelp, at, label,
                 {.kind = ui::ButtonKind::quiet,
                  .icon = narrow ? std::nullopt : std::optional(ui::Icon::bell),
                  .size = 30,
                  .radius = ui::corner::pill})) {
    tap = tap::CallHelp{};
  }
}

namespace {

constexpr int kLinesMost = 60;  // while it is measured; what is drawn takes what fits

float widest_word(const ui::Canvas& canvas, std::string_view text, const ui::TextLook& look) {
  float widest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    // Chinese is written without spaces and may be broken anywhere.
    const std::string_view piece = text.substr(0, end);
    const bool plain = std::ranges::none_of(piece, [](char byte) { return static_cast<std::uint8_t>(byte) >= 0xE3U; });
    if (plain) widest = std::max(widest, ui::text_width(canvas, piece, look));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return widest;
}

}  // namespace

float paragraph_height(const ui::Canvas& canvas, std::string_view text, const ui::TextLook& look, float width) {
  std::vector<std::string> lines = ui::wrapped(canvas, text, look, width, kLinesMost);
  for (std::string& line : lines) ui::wipe(line);  // it may be a donor's
  return static_cast<float>(lines.size()) * ui::text_size(canvas, look.size) * kLeading;
}

Fitted fitted(const ui::Canvas& canvas, std::string_view text, ui::TextLook look, ui::Size room, float least) {
  const float floor = least / canvas.text_scale;
  float height = paragraph_height(canvas, text, look, room.width);
  while (look.size > floor && (height > room.height || widest_word(canvas, text, look) > room.width)) {
    look.size = std::max(floor, look.size - 1);
    height = paragraph_height(canvas, text, look, room.width);
  }
  // A little smaller, when that saves a line: no last word stands alone.
  const float first = height / look.size;
  for (ui::TextLook less = look; less.size > std::max({floor, 22 / canvas.text_scale, look.size * 0.86F});) {
    less.size -= 1;
    const float lower = paragraph_height(canvas, text, less, room.width);
    if (lower / less.size < first - 0.5F) {
      look = less, height = lower;
      break;
    }
  }
  // What does not fit even so counts as cut, for the test that nothing is.
  if (height > room.height + 1 && !text.empty() && canvas.targets != nullptr) ++canvas.targets->texts_cut;
  return {look, height};
}

void draw_fitted(const ui::Canvas& canvas, ui::Rect area, std::string_view text, const ui::TextLook& look,
                 float least) {
  const Fitted fit = fitted(canvas, text, look, {area.width, area.height}, least);
  ui::draw_paragraph(canvas, ui::centred(area, {area.width, std::min(area.height, fit.height)}), text, fit.look,
                     kLinesMost, kLeading);
}

void draw_sum(const ui::Canvas& canvas, ui::Rect area, const Sight& sight, Money amount, ui::Align align) {
  const ui::Theme& theme = *canvas.theme;
  const float figure_height = std::min(ui::text_size(canvas, 46), area.height * 0.5F);
  const std::string words = in_words(sight, amount);
  const Fitted below =
      fitted(canvas, words, {.face = ui::Face::medium, .size = 26, .colour = theme.ink_soft, .align = align},
             {area.width, area.height - figure_height}, 15);
  ui::Rect lines = ui::centred(area, {area.width, std::min(area.height, figure_height + below.height)});
  ui::draw_text_in(canvas, ui::cut_top(lines, figure_height), figure(amount),
                   {.face = ui::Face::display_bold, .size = 40, .colour = theme.action, .align = align}, 24);
  ui::draw_paragraph(canvas, lines, words, below.look, 5, kLeading);
}

namespace {

// Where the question stands; where there is height to spare, the children stand beside it.
ui::Rect asking_place(const Frame& frame) {
  ui::Rect words = frame.words;
  if (frame.low) ui::cut_bottom(words, ui::space::medium);
  if (words.height >= 200 && (frame.low || frame.canvas.portrait())) {
    constexpr float kAspect = 400.0F / 520;
    const float height = std::min(words.height, 400.0F);
    const ui::Rect beside = ui::cut_right(words, height * kAspect, ui::space::large);
    ui::draw_picture(frame.canvas, "children_small", {beside.x, beside.bottom() - height, beside.width, height});
  }
  return frame.low ? ui::cut_bottom(words, std::min(words.height, 264.0F)) : words;
}

void draw_asking(const Frame& frame, ui::Rect words, const std::string& question, const std::string& note) {
  const ui::Theme& theme = *frame.canvas.theme;
  if (!note.empty()) {
    const ui::TextLook look{.face = ui::Face::medium, .size = 30, .colour = theme.ink_soft};
    const bool long_note = ui::fitting_size(frame.canvas, note, look, words.width, 18) < 26;
    const float most = ui::text_size(frame.canvas, long_note ? 74.0F : 44.0F);
    draw_fitted(frame.canvas, ui::cut_bottom(words, std::min(most, words.height * 0.5F)), note, look);
  }
  draw_fitted(frame.canvas, words, question,
              {.face = ui::Face::display_extrabold, .size = frame.low ? 68.0F : 58.0F, .colour = theme.ink}, 30);
}

}  // namespace

void draw_question(const Frame& frame, const std::string& question, const std::string& note) {
  draw_asking(frame, asking_place(frame), question, note);
}

void draw_question(const Frame& frame, const Sight& sight, const std::string& question, const Choices& chosen) {
  const ui::Theme& theme = *frame.canvas.theme;
  const bool something = chosen.goods ? !chosen.goods->what.empty() : chosen.amount.dong > 0;
  if (!something) return draw_question(frame, question);
  ui::Rect words = asking_place(frame);
  const bool stacked = frame.canvas.portrait() || frame.low;
  ui::Rect tag = stacked ? ui::cut_bottom(words, std::min(128.0F, words.height * 0.56F), 8)
                         : ui::cut_right(words, std::min(700.0F, words.width * 0.42F), ui::space::large);
  if (stacked) tag.width = std::min(tag.width, 760.0F);
  ui::fill(frame.canvas, tag, ui::with_alpha(theme.surface, 0.88F), ui::corner::medium);
  ui::fill(frame.canvas, {tag.x, tag.y + 14, 8, tag.height - 28}, ui::hue::leaf, 4);
  tag = {tag.x + 32, tag.y, tag.width - 56, tag.height};
  draw_asking(frame, words, question, {});
  if (!chosen.goods) return draw_sum(frame.canvas, tag, sight, chosen.amount, ui::Align::left);
  draw_fitted(frame.canvas, tag, goods_words(sight, *chosen.goods),
              {.face = ui::Face::display_bold, .size = 40, .colour = theme.action});
}

namespace {

// The key that takes a digit back: icon and word, or where it is narrow the icon alone.
bool draw_erase(const ui::Canvas& canvas, ui::Rect rect, const Sight& sight) {
  const std::string& label = word(sight, "key.erase");
  if (rect.width >= 150) {
    return ui::button(canvas, kTouchEraseDigit, rect, label,
                      {.icon = ui::Icon::backspace, .size = 32, .radius = ui::corner::medium, .repeats = true});
  }
  const ui::Touched touched =
      ui::touch(canvas, {.id = kTouchEraseDigit, .rect = rect, .label = label, .repeats = true});
  rect = ui::shifted(rect, 0, 4 * ui::depth_of(canvas, touched));
  ui::card(canvas, rect, ui::corner::medium);
  if (touched.pressed) ui::fill(canvas, rect, canvas.theme->chosen, ui::corner::medium);
  ui::draw_icon(canvas, ui::Icon::backspace, ui::centred(rect, {52, 52}), canvas.theme->ink);
  return touched.tapped;
}

}  // namespace

std::optional<Tap> draw_digits(const ui::Canvas& canvas, ui::Rect area, const Sight& sight, bool with_thousand) {
  static constexpr std::string_view kDigits[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  std::optional<Tap> tap;
  const ui::ButtonLook look{.kind = ui::ButtonKind::plain, .size = 60, .radius = ui::corner::medium};
  // Four rows of three; where there is little height, two rows of six.
  const bool flat = area.height < 4 * ui::space::touch + 3 * ui::space::small;
  const int rows = flat ? 2 : 4;
  const int columns = flat ? 6 : 3;
  const auto cell = [&](int place) {
    return ui::column_of(ui::row_of(area, place / columns, rows, ui::space::small), place % columns, columns,
                         ui::space::small);
  };
  for (int digit = 1; digit <= 9; ++digit) {
    if (ui::button(canvas, kTouchDigit + digit, cell(digit - 1), kDigits[digit], look)) tap = tap::Digit{digit};
  }
  if (with_thousand && ui::button(canvas, kTouchThousand, cell(9), "000", look)) tap = tap::Thousand{};
  if (ui::button(canvas, kTouchDigit, cell(10), kDigits[0], look)) tap = tap::Digit{0};
  if (draw_erase(canvas, cell(11), sight)) tap = tap::EraseDigit{};
  return tap;
}

}  // namespace mn::kiosk
