#include "display/scenes/scene.h"

#include <algorithm>

#include "ui/control.h"
#include "ui/curtain.h"

namespace mn {
namespace {

// A rehearsal says so, always: nobody shall take its number for the real one.
void draw_rehearsal(const ui::Canvas& canvas, const Words& words) {
  const TypeScale type = type_scale(canvas.size, canvas.scale);
  ui::pill(canvas, lay_out_rehearsal(canvas.size, canvas.scale), words.rehearsal, ui::hue::coral_deep, ui::hue::white,
           type.least);
}

}  // namespace

ui::Canvas drifted(const ui::Canvas& canvas, const Picture& picture) {
  return ui::moved(canvas, {static_cast<float>(picture.drift_x), static_cast<float>(picture.drift_y)});
}

void draw_scene(const ui::Canvas& canvas, const Picture& picture, const Words& words, const Scenes& scenes) {
  ui::Canvas stage = canvas;
  stage.theme = &ui::dark_theme();
  const auto draw_named = [&](const ui::Canvas& onto, const Picture& shown) {
    for (std::size_t at = 0; at < scenes.rules.size(); ++at) {
      if (scenes.rules[at].name == shown.scene) scenes.draws[at](onto, shown, words);
    }
  };
  const float come = ui::ease_in_out(static_cast<float>(picture.change_permille) / 1000);
  ui::cross_fade(
      stage, picture.leaving.empty() ? 1 : come,
      [&](const ui::Canvas& onto) {
        // It goes on as if it were still on.
        Picture before = picture;
        before.scene = picture.leaving;
        before.scene_ms = picture.leaving_scene_ms;
        before.pages_before = picture.leaving_pages_before;
        before.paging_ms = std::max<std::int64_t>(picture.leaving_scene_ms - picture.scene_ms - 1, 0);
        draw_named(onto, before);
      },
      [&](const ui::Canvas& onto) { draw_named(onto, picture); });
  if (picture.rehearsal) draw_rehearsal(drifted(stage, picture), words);
}

}  // namespace mn
