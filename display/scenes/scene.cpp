#include "display/scenes/scene.h"

#include "ui/control.h"
#include "ui/curtain.h"

namespace mn {
namespace {

// A rehearsal says so, always: nobody shall take its number for the real one.
void draw_rehearsal(const ui::Canvas& canvas, const Words& words) {
  const float least = least_size(canvas.size, canvas.scale);
  const float width = least * 7;
  ui::pill(canvas, {canvas.size.width / 2 - width / 2, 8, width, least * 1.5F}, words.rehearsal, ui::hue::coral_deep,
           ui::hue::white, least);
}

}  // namespace

ui::Canvas drifted(const ui::Canvas& canvas, const Picture& picture) {
  return ui::moved(canvas, {static_cast<float>(picture.drift_x), static_cast<float>(picture.drift_y)});
}

void draw_scene(const ui::Canvas& canvas, const Picture& picture, const Words& words, const Scenes& scenes) {
  ui::Canvas stage = canvas;
  stage.theme = &ui::dark_theme();
  const auto draw_named = [&](const ui::Canvas& onto, std::string_view name) {
    for (std::size_t at = 0; at < scenes.rules.size(); ++at) {
      if (scenes.rules[at].name == name) scenes.draws[at](onto, picture, words);
    }
  };
  const float come = ui::ease_in_out(static_cast<float>(picture.change_permille) / 1000);
  ui::cross_fade(
      stage, picture.leaving.empty() ? 1 : come, [&](const ui::Canvas& onto) { draw_named(onto, picture.leaving); },
      [&](const ui::Canvas& onto) { draw_named(onto, picture.scene); });
  if (picture.rehearsal) draw_rehearsal(stage, words);
}

}  // namespace mn
