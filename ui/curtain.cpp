// The coming scene is drawn as always; the leaving one lies over it as a group that fades.
#include "ui/curtain.h"

#include "ui/group.h"

namespace mn::ui {

void cross_fade(const Canvas& canvas, float share, const std::function<void(const Canvas&)>& leaving,
                const std::function<void(const Canvas&)>& coming) {
  if (share <= 0) return leaving(canvas);
  coming(canvas);
  if (share >= 1) return;
  group(faded(canvas, 1 - share), "curtain", canvas.whole(), GroupKind::opaque, leaving);
}

}  // namespace mn::ui
