#include "display/scenes/scene.h"

#include "ui/control.h"

namespace mn {
namespace {

// A rehearsal says so, always: nobody shall take its number for the real one.
void draw_rehearsal(const ui::Canvas& canvas, const Words& words) {
  const TypeScale type = type_scale(canvas.size, canvas.scale);
  ui::pill(canvas, lay_out_rehearsal(canvas.size, canvas.scale), words.rehearsal, ui::hue::coral_deep, ui::hue::white,
           type.least);
}

}  // namespace

void draw_scene(const ui::Canvas& canvas, const Picture& picture, const Words& words, const Scenes& scenes) {
  draw_stage(canvas, mood_of(picture, shape_of(canvas.size, canvas.scale)));
  ui::Canvas drifted = ui::moved(canvas, {static_cast<float>(picture.drift_x), static_cast<float>(picture.drift_y)});
  drifted.theme = &ui::dark_theme();
  const auto draw_named = [&](std::string_view name, float opacity) {
    for (std::size_t at = 0; at < scenes.rules.size(); ++at) {
      if (scenes.rules[at].name == name) scenes.draws[at](ui::faded(drifted, opacity), picture, words);
    }
  };
  const float come = ui::ease_in_out(static_cast<float>(picture.change_permille) / 1000);
  if (!picture.leaving.empty()) draw_named(picture.leaving, 1 - come);
  draw_named(picture.scene, come);
  if (picture.rehearsal) draw_rehearsal(drifted, words);
}

}  // namespace mn
