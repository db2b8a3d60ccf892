// The fund's code to pay by: a white board that stands in the fields.
#include "display/parts/parts.h"
#include "ui/paint.h"
#include "ui/qr.h"
#include "ui/still.h"

namespace mn {
namespace {

constexpr float kPost = 14;

void draw_board(const ui::Canvas& canvas, const QrLayout& layout, float foot) {
  const ui::Rect card = layout.card;
  if (layout.posts) {
    for (const float x : {card.x + card.width * 0.16F, card.right() - card.width * 0.16F - kPost}) {
      ui::fill_gradient(canvas, {x, card.bottom() - 8, kPost, foot - card.bottom() + 8}, ui::rgb(0x8A6A3E),
                        ui::rgb(0x3A2C1C), ui::Run::down, 4);
    }
  }
  ui::fill(canvas, card, ui::hue::white, ui::corner::medium);
  ui::outline_gradient(canvas, card, ui::hue::gold_light, ui::hue::gold, ui::corner::medium, 4);
}

}  // namespace

void draw_fund_qr(const ui::Canvas& canvas, const QrLayout& layout, const Picture& picture, const Words& words,
                  const TypeScale& type) {
  if (picture.qr.empty() || layout.card.width <= 0) return;
  // On a coarse wall the code may not fit its place: then no empty board stands there.
  const bool coarse = canvas.scale < 0.95F;
  if (coarse && !ui::draw_qr(ui::faded(canvas, 0), layout.code, picture.qr, ui::hue::night).ok) return;
  const float foot = std::min(canvas.size.height - 8, layout.card.bottom() + 46);
  const ui::Rect area{layout.card.x, layout.card.y, layout.card.width, foot - layout.card.y};
  ui::still(canvas, "qr-board", area, ui::StillKind::transparent,
            [&](const ui::Canvas& layer) { draw_board(layer, layout, foot); });
  if (!ui::draw_qr(canvas, layout.code, picture.qr, ui::hue::night).ok) return;
  ui::Rect lines = layout.words;
  const int each = lines.height > type.least * 4 ? 2 : 1;
  const ui::Rect first = picture.account_invented ? ui::cut_top(lines, lines.height / 2) : lines;
  draw_fitted(canvas, first, words.scan, {ui::Face::semibold, type.least, ui::hue::ink, ui::Align::centre},
              {each, type.least});
  if (!picture.account_invented) return;
  draw_fitted(canvas, lines, words.sample_account,
              {ui::Face::regular, type.least, ui::hue::ink_soft, ui::Align::centre}, {each, type.least});
}

}  // namespace mn
