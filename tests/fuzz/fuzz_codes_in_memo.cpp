// Every code found is valid, found in the memo's folded text, and listed once; a planted code is found whatever stands
// around it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/check.h"
#include "core/pledge_code.h"
#include "core/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view memo(reinterpret_cast<const char*>(data), size);
  const mn::CodesInMemo found = mn::codes_in_memo(memo);
  for (const mn::PledgeCode& code : found.codes) {
    MN_CHECK(mn::is_valid(code), "only valid codes are found");
    MN_CHECK(std::ranges::count(found.codes, code) == 1, "each once");
    MN_CHECK(mn::read_code(mn::code_for_people(code)).code == code, "and people can type it");
  }
  for (const std::string& six : found.almost)
    MN_CHECK(!mn::is_valid(mn::PledgeCode{six}), "what is almost a code is none");

  mn::ByteArray<8> random{};
  std::copy_n(data, std::min(size, random.size()), random.begin());
  const mn::PledgeCode planted = mn::make_code(random);
  // The end of what stands before may not itself be the beginning of a code: a space does not part words for the
  // search.
  const mn::CodesInMemo with = mn::codes_in_memo("/" + mn::code_text(planted) + "/" + std::string(memo));
  MN_CHECK(std::ranges::find(with.codes, planted) != with.codes.end(), "a planted code is found");
  (void)mn::read_code(memo);
  return 0;
}
