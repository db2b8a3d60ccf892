// What the staff turns to when nothing else shall be seen: the emblem over the quiet landscape. No word, no number, no
// name, nothing in motion; on within one frame.
#include "display/scenes/scene.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn {
namespace {

void draw_safe(const ui::Canvas& canvas, const Picture& picture, const Words&) {
  draw_stage(canvas, {.dawn_permille = 150, .children = false});
  const float side = canvas.size.height * (canvas.portrait() ? 0.2F : 0.34F);
  const ui::Point middle{canvas.size.width / 2, canvas.size.height * (canvas.portrait() ? 0.40F : 0.42F)};
  const ui::Canvas still = drifted(canvas, picture);
  ui::glow(still, middle, side * 1.25F, ui::with_alpha(ui::hue::gold, 0.16F));
  ui::draw_picture(still, "emblem", {middle.x - side / 2, middle.y - side / 2, side, side});
}

}  // namespace

SceneFile safe_scene() { return {{.name = "safe", .turn = Turn::cued}, draw_safe}; }

}  // namespace mn
