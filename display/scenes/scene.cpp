#include "display/scenes/scene.h"

#include <algorithm>

#include "display/scenes/tally.h"
#include "ui/control.h"

namespace mn {
namespace {

// A rehearsal says so, always: nobody shall take its number for the real one.
void draw_rehearsal(const ui::Canvas& canvas, const Words& words) {
  const TypeScale type = type_scale(canvas.size, canvas.scale);
  const ui::Rect pill = lay_out_rehearsal(canvas.size, canvas.scale);
  ui::pill(canvas, pill, words.rehearsal, ui::hue::coral_deep, ui::hue::white, type.least);
}

// Lanterns rise and petals fall behind all words, slowly, while the goal is celebrated.
void draw_celebration(const ui::Canvas& canvas, std::int64_t permille) {
  if (permille >= 1000) return;
  constexpr std::int64_t kTakesMs = 14'000;
  const std::int64_t time_ms = permille * kTakesMs / 1000;
  const float passed = static_cast<float>(permille) / 1000;
  const float strength = std::min({1.0F, passed / 0.08F, (1 - passed) / 0.25F});
  draw_particles(canvas, Particles::lanterns, 26, 1, time_ms, strength);
  draw_particles(canvas, Particles::petals, 60, 2, time_ms, strength);
}

}  // namespace

void draw_scene(const ui::Canvas& canvas, const Picture& picture, const Words& words, Language language) {
  draw_stage(canvas, mood_of(picture, shape_of(canvas.size, canvas.scale)));
  draw_celebration(canvas, picture.celebration_permille);
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
