// Before the first number and before the beginning: who invites, and to what.
#include "display/scenes/scene.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn {
namespace {

constexpr float kLine = 1.3F;  // of the title, with room for stacked marks

void draw_welcome(const ui::Canvas& canvas, const Picture& picture, const Words& words) {
  const TypeScale type = type_scale(canvas.size, canvas.scale);
  const ui::Rect middle = ui::inset(canvas.whole(), 90);
  const bool upright = canvas.portrait();
  const float title = upright ? 96 : 112;
  const ui::TextLook title_look{ui::Face::display_extrabold, title, ui::hue::gold_light, ui::Align::centre,
                                ui::hue::gold_deep};
  const auto lines = static_cast<float>(ui::wrapped(canvas, picture.title, title_look, middle.width, 3).size());
  const float height =
      150 + 40 + type.lead * 1.6F + 30 + lines * title * kLine + 20 + type.lead * 3 + 60 + type.body * 1.6F;
  ui::Rect rest{middle.x, canvas.size.height * 0.46F - height / 2, middle.width, height};
  ui::draw_picture(canvas, "emblem", ui::cut_top(rest, 150, 40));
  ui::draw_text_in(canvas, ui::cut_top(rest, type.lead * 1.6F, 30), picture.fund_name,
                   {ui::Face::semibold, type.lead, ui::hue::moon, ui::Align::centre}, type.least);
  draw_fitted(canvas, ui::cut_top(rest, lines * title * kLine, 20), picture.title, title_look, {3, type.title});
  draw_fitted(canvas, ui::cut_top(rest, type.lead * 3, 60), picture.theme,
              {ui::Face::regular, type.lead, ui::hue::moon_soft, ui::Align::centre}, {2, type.least});
  ui::draw_text_in(canvas, rest, picture.place + "  ·  " + picture.date,
                   {ui::Face::medium, type.body, ui::hue::moon, ui::Align::centre}, type.least);
  const ui::Rect foot{middle.x, middle.bottom() - type.least * 2, middle.width, type.least * 2};
  ui::draw_text_in(canvas, foot, words.soon, {ui::Face::medium, type.body, ui::hue::moon_soft, ui::Align::centre},
                   type.least);
}

bool begins(const Hall& hall) {
  const std::optional<LocalTime>& at = hall.campaign().screen.begins_at;
  return at && hall.now_ms() < utc_us(*at) / 1000;
}

}  // namespace

SceneFile welcome_scene() {
  return {{.name = "welcome", .turn = Turn::resting, .dwell_ms = 45'000, .has = begins}, draw_welcome};
}

}  // namespace mn
