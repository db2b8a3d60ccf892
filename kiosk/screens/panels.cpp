// What lies over a screen when somebody asked for it: languages, reading and reaching, the notice about data, the call
// for help, and the question whether somebody is still there. Nothing below can be touched.
#include <fmt/format.h>

#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/notice.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn::kiosk {
namespace {

// The sheet of a panel: in the middle, or in the lower half. One to read may rise above it: its button stays low.
// `beside`: set when something else than the sheet's own controls was touched; without it such a touch does nothing.
ui::Rect draw_sheet(const ui::Canvas& canvas, const Sight& sight, ui::Size size, bool to_read = false,
                    bool* beside = nullptr) {
  const ui::Colour veil = ui::with_alpha(ui::hue::night, 0.62F);
  if (beside == nullptr) {
    ui::cover(canvas, kTouchVeil, veil);
  } else {
    *beside = ui::touch(canvas, {.id = kTouchVeil, .rect = canvas.whole()}).tapped;
    ui::fill(canvas, canvas.whole(), veil);
  }
  size.width = std::min(size.width, canvas.size.width - 96);
  const bool low = sight.visit.comfort.low_reach;
  size.height = std::min(size.height, (low && !to_read ? canvas.size.height / 2 : canvas.size.height) - 80);
  ui::Rect sheet = ui::centred(canvas.whole(), size);
  if (low) sheet.y = canvas.size.height - size.height - 40;
  ui::card(canvas, sheet);
  return ui::inset(sheet, low ? 28 : 44);
}

bool draw_close(const ui::Canvas& canvas, ui::Rect& inside, const std::string& label) {
  return ui::button(canvas, kTouchClose, ui::cut_bottom(inside, 108, ui::space::medium), label,
                    {.kind = ui::ButtonKind::primary, .icon = ui::Icon::check, .size = 38, .radius = ui::corner::pill});
}

void draw_title(const ui::Canvas& canvas, ui::Rect& inside, const std::string& text) {
  ui::draw_text_in(canvas, ui::cut_top(inside, ui::text_size(canvas, 64), ui::space::small), text,
                   {.face = ui::Face::display_bold, .size = 48, .colour = canvas.theme->ink}, 26);
}

std::optional<Tap> draw_languages(const ui::Canvas& canvas, const Sight& sight) {
  std::optional<Tap> tap;
  ui::Rect inside = draw_sheet(canvas, sight, {900, 700});
  if (draw_close(canvas, inside, word(sight, "btn.close"))) tap = tap::Close{};
  draw_title(canvas, inside, word(sight, "lang.choose"));
  const bool flat = inside.height < 340;
  const int count = static_cast<int>(std::size(kLanguages));
  for (int i = 0; i < count; ++i) {
    const Language language = kLanguages[i];
    const ui::Rect at =
        flat ? ui::column_of(inside, i, count, ui::space::small) : ui::row_of(inside, i, count, ui::space::small);
    if (ui::button(canvas, kTouchSpeak + i, at, sight.strings.text(language, "lang.name"),
                   {.icon = ui::Icon::globe, .chosen = language == sight.visit.language, .size = 40})) {
      tap = tap::Speak{language};
    }
  }
  return tap;
}

std::optional<Tap> draw_comforts(const ui::Canvas& canvas, const Sight& sight) {
  std::optional<Tap> tap;
  ui::Rect inside = draw_sheet(canvas, sight, {1000, 640});
  if (draw_close(canvas, inside, word(sight, "btn.close"))) tap = tap::Close{};
  draw_title(canvas, inside, word(sight, "comfort.title"));
  const Comfort& comfort = sight.visit.comfort;
  const auto state = [&](bool on) { return word(sight, on ? "comfort.on" : "comfort.off"); };
  const std::string large = state(comfort.large_text), low = state(comfort.low_reach);
  const bool flat = inside.height < 220;
  const auto cell = [&](int i) {
    return flat ? ui::column_of(inside, i, 2, ui::space::small) : ui::row_of(inside, i, 2, ui::space::small);
  };
  if (ui::button(canvas, kTouchLargeText, cell(0), word(sight, "comfort.large_text"),
                 {.icon = ui::Icon::text_size, .chosen = comfort.large_text, .size = 40, .note = large})) {
    tap = tap::ToggleLargeText{};
  }
  if (ui::button(canvas, kTouchLowReach, cell(1), word(sight, "comfort.low_reach"),
                 {.icon = ui::Icon::low_reach, .chosen = comfort.low_reach, .size = 40, .note = low})) {
    tap = tap::ToggleLowReach{};
  }
  return tap;
}

std::optional<Tap> draw_notice(const ui::Canvas& canvas, const Sight& sight) {
  std::optional<Tap> tap;
  ui::Rect inside = draw_sheet(canvas, sight, {1500, 1000}, true);
  if (draw_close(canvas, inside, word(sight, "btn.close"))) tap = tap::Close{};
  draw_title(canvas, inside, word(sight, "notice.title"));
  const std::string& text = sight.terms.campaign.privacy_notice.in(sight.visit.language);
  const Fitted fit = fitted(canvas, text, {.face = ui::Face::regular, .size = 38, .colour = canvas.theme->ink},
                            {inside.width, inside.height}, 20);
  ui::draw_paragraph(canvas, inside, text, fit.look, 60, kLeading);
  return tap;
}

}  // namespace

std::optional<Tap> draw_panel(const ui::Canvas& canvas, const Sight& sight) {
  switch (sight.visit.panel) {
    case Panel::language:
      return draw_languages(canvas, sight);
    case Panel::comfort:
      return draw_comforts(canvas, sight);
    case Panel::notice:
      return draw_notice(canvas, sight);
    case Panel::none:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Tap> draw_call(const ui::Canvas& canvas, const Sight& sight) {
  std::optional<Tap> tap;
  const ui::Theme& theme = *canvas.theme;
  ui::Rect inside = draw_sheet(canvas, sight, {1040, 760});
  if (ui::button(canvas, kTouchHelpOver, ui::cut_bottom(inside, 112, ui::space::medium), word(sight, "help.go_on"),
                 {.kind = ui::ButtonKind::primary, .icon = ui::Icon::check, .size = 38, .radius = ui::corner::pill})) {
    tap = tap::HelpCame{};
  }
  if (inside.height > 380) {
    ui::draw_picture(canvas, "help", ui::cut_top(inside, inside.height * 0.48F, ui::space::medium));
  }
  const ui::TextLook title{
      .face = ui::Face::display_bold, .size = 52, .colour = theme.action, .align = ui::Align::centre};
  ui::draw_text_in(canvas, ui::cut_top(inside, ui::text_size(canvas, 66), 6), word(sight, "help.called"), title, 28);
  draw_fitted(canvas, inside, word(sight, "help.coming") + " " + word(sight, "help.desk_too"),
              {.face = ui::Face::medium, .size = 34, .colour = theme.ink, .align = ui::Align::centre}, 20);
  return tap;
}

std::optional<Tap> draw_idle(const ui::Canvas& canvas, int seconds_left, const Sight& sight) {
  std::optional<Tap> tap;
  const ui::Theme& theme = *canvas.theme;
  bool beside = false;
  ui::Rect inside = draw_sheet(canvas, sight, {1040, 660}, false, &beside);
  if (beside) tap = tap::MoreTime{};
  ui::Rect row = ui::cut_bottom(inside, 124, ui::space::small);
  if (ui::button(canvas, kTouchCancel, ui::cut_left(row, row.width * 0.3F, ui::space::medium),
                 word(sight, "btn.finish"), {.kind = ui::ButtonKind::plain, .size = 34, .radius = ui::corner::pill})) {
    tap = tap::Cancel{};
  }
  if (ui::button(canvas, kTouchMoreTime, row, word(sight, "btn.moretime"),
                 {.kind = ui::ButtonKind::primary, .icon = ui::Icon::clock, .size = 42, .radius = ui::corner::pill})) {
    tap = tap::MoreTime{};
  }
  const float side = std::min(190.0F, inside.height * 0.5F);
  const ui::Rect round = ui::cut_top(inside, side, ui::space::small);
  const float share = static_cast<float>(seconds_left) * 1000 / static_cast<float>(sight.terms.patience.reset_ms);
  ui::progress_ring(canvas, ui::centred(round, {side, side}), std::min(1.0F, share), fmt::format("{}", seconds_left));
  const std::string text = fill(word(sight, "idle.ask"), {{"n", fmt::format("{}", seconds_left)}});
  draw_fitted(canvas, inside, text,
              {.face = ui::Face::semibold, .size = 42, .colour = theme.ink, .align = ui::Align::centre}, 20);
  return tap;
}

}  // namespace mn::kiosk
