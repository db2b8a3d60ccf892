#include "display/scenes/scene.h"

#include "display/scenes/tally.h"
#include "ui/control.h"

namespace mn {
namespace {

// A rehearsal says so, always: nobody shall take its number for the real one.
void draw_rehearsal(const ui::Canvas& canvas, const Words& words) {
  const TypeScale type = type_scale(canvas.size);
  const float width = type.least * 12;
  ui::pill(canvas, {canvas.size.width / 2 - width / 2, 12, width, type.least * 1.7F}, words.rehearsal,
           ui::hue::coral_deep, ui::hue::white, type.least);
}

}  // namespace

void draw_scene(const ui::Canvas& canvas, const Picture& picture, const Words& words, Language language) {
  draw_stage(canvas);
  draw_petals(canvas, picture.celebration_permille);
  ui::Canvas drifted = ui::moved(canvas, {static_cast<float>(picture.drift_x), static_cast<float>(picture.drift_y)});
  drifted.theme = &ui::dark_theme();
  switch (picture.scene) {
    case Scene::starting:
      draw_starting(drifted, picture, words);
      break;
    case Scene::tally:
      draw_tally(drifted, picture, words, language);
      break;
  }
  if (picture.rehearsal) draw_rehearsal(drifted, words);
}

}  // namespace mn
