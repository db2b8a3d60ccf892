// Whatever parse_json takes is JSON to nlohmann too, and comes back from its dump; what it refuses, it refuses in valid
// words.
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/check.h"
#include "core/json.h"
#include "core/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = mn::parse_json(text, "fuzz.json");
  if (parsed.ok()) {
    MN_CHECK(*parsed == nlohmann::json::parse(text, nullptr, false), "the same as without our strictness");
    const auto again = mn::parse_json(parsed->dump(), "dump");
    MN_CHECK(again.ok() && *again == *parsed, "it comes back from its dump");
  } else {
    MN_CHECK(!mn::first_invalid_utf8(parsed.failure().words), "words can be shown");
    MN_CHECK(parsed.failure().words.starts_with("fuzz.json:"), "words say where");
  }
  return 0;
}
