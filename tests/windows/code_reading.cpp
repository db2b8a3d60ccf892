#include "tests/windows/code_reading.h"

#include <zbar.h>

namespace mn::windows {

std::vector<std::string> read_codes(const demo::Finger::Seen& seen) {
  std::vector<unsigned char> grey;
  grey.reserve(seen.rgb.size() / 3);
  for (std::size_t at = 0; at + 2 < seen.rgb.size(); at += 3) {
    grey.push_back(static_cast<unsigned char>((seen.rgb[at] + 2 * seen.rgb[at + 1] + seen.rgb[at + 2]) / 4));
  }
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  zbar::Image image(static_cast<unsigned>(seen.width), static_cast<unsigned>(seen.height), "Y800", grey.data(),
                    grey.size());
  std::vector<std::string> out;
  if (scanner.scan(image) <= 0) return out;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) out.push_back(symbol->get_data());
  return out;
}

}  // namespace mn::windows
