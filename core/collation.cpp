#include "core/collation.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <vector>

#include "core/check.h"

namespace mn {

struct Collation::Inside {
  std::unique_ptr<icu::Collator> collator;
};

Collation::Collation() : inside_(std::make_unique<Inside>()) {
  UErrorCode error = U_ZERO_ERROR;
  inside_->collator.reset(icu::Collator::createInstance(icu::Locale("vi"), error));
  MN_CHECK(U_SUCCESS(error) && inside_->collator != nullptr, "ICU has its own data");
  // Letters typed in another form (NFD) are the same letters.
  inside_->collator->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, error);
  MN_CHECK(U_SUCCESS(error), "a collator can be told to normalise");
}
Collation::~Collation() = default;
Collation::Collation(Collation&&) noexcept = default;
Collation& Collation::operator=(Collation&&) noexcept = default;

std::string Collation::vietnamese_sort_key(std::string_view text) const {
  const icu::UnicodeString letters =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::vector<std::uint8_t> key(text.size() * 4 + 16);
  const std::int32_t size = inside_->collator->getSortKey(letters, key.data(), static_cast<std::int32_t>(key.size()));
  if (static_cast<std::size_t>(size) > key.size()) {
    key.resize(static_cast<std::size_t>(size));
    inside_->collator->getSortKey(letters, key.data(), size);
  }
  // The last byte is ICU's own end, always zero.
  return {key.begin(), key.begin() + (size > 0 ? size - 1 : 0)};
}

}  // namespace mn
