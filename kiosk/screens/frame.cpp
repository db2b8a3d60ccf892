#include "kiosk/screens/frame.h"

#include <array>

#include "kiosk/screens/bamboo.h"
#include "ui/control.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn::kiosk {
namespace {

constexpr float kHeadHeight = 104;
constexpr float kLanguageWidth = 220;
constexpr float kTrailWidth = 640;

void draw_fund(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const Language language = sight.visit.language;
  ui::draw_picture(canvas, "emblem", ui::inset(ui::cut_left(area, area.height, ui::space::small), 4));
  ui::Rect lines = ui::centred(area, {area.width, 84});
  ui::draw_text_in(canvas, ui::cut_top(lines, 46), sight.terms.campaign.fund_name.in(language),
                   {.face = ui::Face::display_bold, .size = 34, .colour = theme.ink}, ui::type_size::caption);
  ui::draw_text_in(canvas, lines, sight.terms.campaign.title.in(language),
                   {.face = ui::Face::medium, .size = 26, .colour = theme.ink_soft}, ui::type_size::caption);
}

void draw_language(const ui::Canvas& canvas, ui::Rect area, const Sight& sight, std::optional<Tap>& tap) {
  const Language other = sight.visit.language == Language::vi ? Language::en : Language::vi;
  const std::string& label = sight.strings.text(other, "lang.name");
  if (ui::button(canvas, kTouchLanguage, area, label,
                 {.kind = ui::ButtonKind::plain, .icon = ui::Icon::globe, .size = 28, .radius = ui::corner::pill})) {
    tap = tap::Speak{other};
  }
}

void draw_steps(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  const std::optional<int> place = trail_place(sight.visit.screen);
  if (!place) return;
  const std::array<std::string, 4> labels = {word(sight, "trail.amount"), word(sight, "trail.who"),
                                             word(sight, "trail.name"), word(sight, "trail.review")};
  draw_trail(canvas, area, labels, *place);
}

}  // namespace

const std::string& word(const Sight& sight, std::string_view key) {
  return sight.strings.text(sight.visit.language, key);
}

std::string in_words(const Sight& sight, Money amount) {
  return amount_in_words(amount, sight.visit.language, sight.terms.campaign.word_forms);
}

std::string figure(Money amount) { return grouped(amount) + " ₫"; }

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

Frame draw_frame(const ui::Canvas& canvas, const Sight& sight, std::optional<Tap>& tap) {
  ui::draw_background(canvas, "dawn");
  const bool portrait = canvas.portrait();
  ui::Rect rest = ui::inset(canvas.whole(), portrait ? 48 : 44);
  if (!portrait) rest = {104, rest.y, canvas.size.width - 208, rest.height};
  ui::Rect head = ui::cut_top(rest, kHeadHeight, ui::space::medium);
  draw_language(canvas, ui::centred(ui::cut_right(head, kLanguageWidth, ui::space::medium), {kLanguageWidth, 96}),
                sight, tap);
  if (portrait) {
    if (trail_place(sight.visit.screen)) draw_steps(canvas, ui::cut_top(rest, 100, ui::space::medium), sight);
  } else if (trail_place(sight.visit.screen)) {
    draw_steps(canvas, ui::cut_right(head, kTrailWidth, ui::space::large), sight);
  }
  draw_fund(canvas, head, sight);
  const float come = ui::ease_out(ui::share_of(sight.now_ms, sight.visit.since_ms, kEnterMs));
  Frame frame;
  frame.canvas = ui::faded(canvas, 0.35F + 0.65F * come);
  frame.foot = ui::cut_bottom(rest, kFootHeight, ui::space::medium);
  frame.body = rest;
  return frame;
}

bool draw_on(const ui::Canvas& canvas, ui::Rect foot, const std::string& label, bool enabled, ui::Icon icon) {
  return ui::button(canvas, kTouchOn, ui::cut_right(foot, 520), label,
                    {.kind = ui::ButtonKind::primary,
                     .icon = icon,
                     .icon_after = true,
                     .enabled = enabled,
                     .size = 42,
                     .radius = ui::corner::pill});
}

bool draw_back(const ui::Canvas& canvas, ui::Rect foot, const std::string& label, ui::Icon icon) {
  return ui::button(canvas, kTouchBack, ui::cut_left(foot, 300), label,
                    {.kind = ui::ButtonKind::plain, .icon = icon, .size = 34, .radius = ui::corner::pill});
}

void draw_help(const ui::Canvas& canvas, ui::Rect foot, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  ui::cut_left(foot, 300, ui::space::medium);
  const ui::TextLook look{.face = ui::Face::medium, .size = 28, .colour = theme.ink};
  const std::string& text = word(sight, "help.desk");
  constexpr float kSides = 120;
  const float room = foot.width - kSides;
  const bool one_line = ui::text_width(canvas, text, look) <= room;
  const float width = one_line ? ui::text_width(canvas, text, look) + 1 : room;
  const ui::Rect shape = ui::centred(ui::cut_right(foot, width + kSides), {width + kSides, one_line ? 76.0F : 104.0F});
  ui::fill(canvas, shape, ui::with_alpha(theme.surface, 0.86F), ui::corner::large);
  ui::draw_icon(canvas, ui::Icon::bell, {shape.x + 28, shape.centre().y - 20, 40, 40}, theme.action);
  const float leading = 1.25F;
  const float height = look.size * leading * (one_line ? 1.0F : 2.0F);
  ui::draw_paragraph(canvas, {shape.x + 84, shape.centre().y - height / 2, width, height}, text, look, 2, leading);
}

void draw_sum(const ui::Canvas& canvas, ui::Rect area, const Sight& sight, Money amount, ui::Align align) {
  const ui::Theme& theme = *canvas.theme;
  const std::string words = in_words(sight, amount);
  ui::TextLook look{.face = ui::Face::medium, .size = 26, .colour = theme.ink_soft, .align = align};
  const bool one_line = ui::text_width(canvas, words, look) <= area.width;
  if (!one_line) look.size = 22;
  const float leading = 1.18F;
  const float words_height = look.size * leading * (one_line ? 1.0F : 2.0F);
  constexpr float kFigure = 46;
  ui::Rect lines = ui::centred(area, {area.width, kFigure + words_height});
  ui::draw_text_in(canvas, ui::cut_top(lines, kFigure), figure(amount),
                   {.face = ui::Face::display_bold, .size = 38, .colour = theme.action, .align = align}, 24);
  ui::draw_paragraph(canvas, lines, words, look, 2, leading);
}

ui::Rect draw_question(const ui::Canvas& canvas, ui::Rect body, const Sight& sight, const std::string& question,
                       Money amount) {
  const ui::Theme& theme = *canvas.theme;
  const bool asks_only = amount.dong <= 0;
  const bool two_rows = canvas.portrait() && !asks_only;
  ui::Rect strip = ui::cut_top(body, two_rows ? 212.0F : (asks_only ? 96.0F : 112.0F), ui::space::medium);
  ui::fill(canvas, strip, ui::with_alpha(theme.surface, 0.95F), ui::corner::large);
  ui::outline(canvas, strip, ui::with_alpha(theme.line, 0.7F), ui::corner::large);
  strip = ui::Rect{strip.x + 36, strip.y, strip.width - 72, strip.height};
  if (!asks_only) {
    const ui::Rect chosen = two_rows ? ui::cut_bottom(strip, 116) : ui::cut_right(strip, 820, ui::space::large);
    if (two_rows) ui::fill(canvas, {chosen.x, chosen.y, chosen.width, 2}, theme.line);
    draw_sum(canvas, chosen, sight, amount, two_rows ? ui::Align::left : ui::Align::right);
  }
  ui::draw_text_in(canvas, strip, question,
                   {.face = ui::Face::display_bold, .size = ui::type_size::title, .colour = theme.ink}, 34);
  return body;
}

}  // namespace mn::kiosk
