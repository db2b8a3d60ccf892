// The first screen: the morning over the hills, the call, and now and then another fact about the children.
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn::kiosk {
namespace {

constexpr std::int64_t kFactMs = 9000;
constexpr std::int64_t kFadeMs = 240;
constexpr int kFadeFrameMs = 33;

void draw_call(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const ui::Align align = ui::Align::centre;
  const float size = canvas.portrait() ? 96.0F : 112.0F;
  ui::TextLook look{.face = ui::Face::display_extrabold,
                    .size = size,
                    .colour = theme.action,
                    .align = align,
                    .lower = theme.action_deep};
  if (!canvas.portrait()) look.size = ui::fitting_size(canvas, word(sight, "attract.title"), look, area.width, 76);
  const float title = ui::draw_paragraph(canvas, area, word(sight, "attract.title"), look, 3, 1.16F);
  ui::cut_top(area, title + ui::space::small);
  ui::draw_paragraph(canvas, area, word(sight, "attract.sub"),
                     {.face = ui::Face::medium, .size = 42, .colour = theme.ink, .align = align}, 2, 1.3F);
}

void draw_fact(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  const std::vector<Wording>& facts = sight.terms.campaign.facts;
  if (facts.empty()) return;
  const std::int64_t shown_ms = std::max<std::int64_t>(0, sight.now_ms - sight.visit.since_ms);
  const std::size_t place = static_cast<std::size_t>(shown_ms / kFactMs) % facts.size();
  const std::int64_t into_ms = shown_ms % kFactMs;
  const float opacity = ui::ease_in_out(into_ms < kFactMs / 2 ? ui::share_of(into_ms, 0, kFadeMs)
                                                              : 1 - ui::share_of(into_ms, kFactMs - kFadeMs, kFadeMs));
  const ui::Theme& theme = *canvas.theme;
  ui::fill(canvas, area, ui::with_alpha(theme.surface, 0.86F), ui::corner::pill);
  ui::draw_icon(canvas, ui::Icon::leaf, {area.x + 36, area.y + area.height / 2 - 22, 44, 44}, ui::hue::leaf);
  ui::draw_text_in(ui::faded(canvas, opacity), {area.x + 100, area.y, area.width - 140, area.height},
                   facts[place].in(sight.visit.language),
                   {.face = ui::Face::medium, .size = 34, .colour = theme.ink, .align = ui::Align::centre}, 24);
}

// The whole glass below the header begins a visit; the button only says where a finger is expected.
bool draw_start(const ui::Canvas& canvas, ui::Rect all, ui::Rect at, const std::string& label) {
  ui::Touched touched;
  if (canvas.targets != nullptr) touched = ui::add_target(*canvas.targets, {kTouchStart, all, label, true});
  ui::Canvas drawn = ui::moved(canvas, {0, touched.pressed ? 6.0F : 0.0F});
  drawn.targets = nullptr;
  ui::button(drawn, kTouchStart, at, label,
             {.kind = ui::ButtonKind::primary, .icon = ui::Icon::heart, .size = 56, .radius = ui::corner::pill});
  if (touched.pressed) ui::fill(drawn, at, ui::with_alpha(ui::hue::bamboo_deep, 0.45F), ui::corner::pill);
  return touched.tapped;
}

}  // namespace

int attract_change_ms(std::int64_t shown_ms) {
  const std::int64_t into_ms = shown_ms % kFactMs;
  if (into_ms < kFadeMs || into_ms >= kFactMs - kFadeMs) return kFadeFrameMs;
  return static_cast<int>(kFactMs - kFadeMs - into_ms);
}

std::optional<Tap> draw_attract(const ui::Canvas& canvas, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap);
  ui::Rect all = frame.body;
  all.height = canvas.size.height - all.y;
  const bool portrait = canvas.portrait();
  ui::Rect body = frame.body;
  ui::cut_top(body, portrait ? 150.0F : 40.0F);
  draw_call(frame.canvas, ui::cut_top(body, portrait ? 480.0F : 330.0F), sight);
  const ui::Rect row = ui::cut_top(body, portrait ? 420.0F : 230.0F);
  const ui::Rect at = ui::centred(row, {portrait ? 760.0F : 800.0F, 168});
  if (draw_start(canvas, all, at, word(sight, "attract.touch"))) tap = tap::Start{};
  draw_fact(canvas, ui::centred(frame.foot, {std::min(frame.foot.width, 1400.0F), 88}), sight);
  return tap;
}

}  // namespace mn::kiosk
