// sanitise is idempotent and leaves valid, composed text of limited length; fold leaves printable ASCII; no bytes break
// either.
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/check.h"
#include "core/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t letters_max = size % 50;
  const mn::Result<std::string> clean = mn::sanitise(text, letters_max);
  MN_CHECK(clean.ok() == !mn::first_invalid_utf8(text).has_value(), "exactly invalid UTF-8 is refused");
  if (clean.ok()) {
    MN_CHECK(!mn::first_invalid_utf8(*clean), "what is left is valid");
    MN_CHECK(mn::nfc(*clean) == *clean, "what is left is composed");
    MN_CHECK(mn::letter_count(*clean) <= letters_max, "what is left is short enough");
    MN_CHECK(mn::is_sanitised(*clean, letters_max), "a second time changes nothing");
  }
  const std::string folded = mn::fold(text);
  for (const char c : folded) MN_CHECK(c >= ' ' && c <= '~' && !(c >= 'a' && c <= 'z'), "fold leaves ASCII capitals");
  MN_CHECK(mn::fold(folded) == folded, "folding twice changes nothing");
  MN_CHECK(mn::without_last_letter(text).size() < size || size == 0, "one letter less");
  return 0;
}
