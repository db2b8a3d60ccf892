#include "kiosk/printing/qr.h"

#include <qrencode.h>

#include <memory>
#include <string>

namespace mn::printing {
namespace {

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

Result<QrModules> qr_modules(std::string_view payload) {
  const std::string whole(payload);
  const std::unique_ptr<QRcode, FreeCode> code(
      whole.empty() ? nullptr : QRcode_encodeString(whole.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
  if (code == nullptr) return Failure{Cause::bad_input, "a payload does not fit a QR code"};
  QrModules out;
  out.side = code->width;
  const std::size_t count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  out.black.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.black.push_back((code->data[i] & 1) != 0);
  return out;
}

}  // namespace mn::printing
