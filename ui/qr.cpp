// QR codes by libqrencode, drawn in whole pixels.
#include "ui/qr.h"

#include <qrencode.h>

#include <memory>

#include "ui/pen.h"
#include "ui/still.h"

namespace mn::ui {
namespace {

constexpr int kQuietModules = 4;
struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, FreeCode>;

// Runs of dark modules in a row are one rectangle: fewer corners, and no seams.
void draw_modules(const Canvas& canvas, const QRcode& code, ImVec2 low, float module_px, ImU32 ink) {
  for (int row = 0; row < code.width; ++row) {
    for (int column = 0; column < code.width;) {
      const auto dark = [&](int at) { return (code.data[row * code.width + at] & 1U) != 0; };
      const int first = column;
      while (column < code.width && dark(column)) ++column;
      if (column > first) {
        const float top = low.y + static_cast<float>(row) * module_px;
        canvas.list->AddRectFilled({low.x + static_cast<float>(first) * module_px, top},
                                   {low.x + static_cast<float>(column) * module_px, top + module_px}, ink);
      }
      ++column;
    }
  }
}

}  // namespace

QrDrawn draw_qr(const Canvas& canvas, Rect box, std::string_view text, Colour dark) {
  const std::string whole(text);
  // A NUL would end the text early and the code would say something else.
  if (whole.empty() || whole.find('\0') != std::string::npos) return {};
  const Code code(QRcode_encodeString(whole.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
  if (code == nullptr) return {};
  const PixelRect room = to_px(canvas, box);
  const int across = code->width + 2 * kQuietModules;
  const int module_px = static_cast<int>(std::min(room.width(), room.height())) / across;
  if (module_px < kQrModulePixelsMin) return {false, code->width, module_px};
  const float side_px = static_cast<float>(across * module_px);
  const Rect square = centred(box, {side_px / canvas.scale, side_px / canvas.scale});
  const std::string key = "qr " + std::to_string(to_ink(canvas, dark)) + " " + whole;
  const auto draw = [&](const Canvas& inner) {
    const PixelRect at = to_px(inner, square);
    const float quiet_px = static_cast<float>(kQuietModules * module_px);
    inner.list->AddRectFilled(at.low, at.high, to_ink(inner, hue::white));
    draw_modules(inner, *code, {at.low.x + quiet_px, at.low.y + quiet_px}, static_cast<float>(module_px),
                 to_ink(inner, dark));
  };
  still(canvas, key, square, StillKind::opaque, draw, StillLife::shown);
  return {true, code->width, module_px};
}

}  // namespace mn::ui
