// Whatever read_vietqr takes can be written, and reads the same again. The CRC is put right first, or hardly any input
// would get past it.
#include <cstddef>
#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "core/check.h"
#include "core/text.h"
#include "core/vietqr.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string raw(reinterpret_cast<const char*>(data), size);
  const std::string body = raw + "6304";
  for (const std::string& payload : {raw, body + fmt::format("{:04X}", mn::crc16(body))}) {
    const auto read = mn::read_vietqr(payload);
    if (!read.ok()) {
      MN_CHECK(!mn::first_invalid_utf8(read.failure().words), "words can be shown");
      continue;
    }
    const auto written = mn::vietqr_payload(*read);
    MN_CHECK(written.ok(), "what was read can be written");
    const auto again = mn::read_vietqr(*written);
    MN_CHECK(again.ok() && mn::vietqr_payload(*again).ok() && *mn::vietqr_payload(*again) == *written,
             "and reads the same");
  }
  return 0;
}
