#include "core/collation.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include "core/check.h"

namespace mn {

struct Collation::Rules {
  std::unique_ptr<icu::Collator> collator;
};

Collation::Collation() : rules_(std::make_unique<Rules>()) {
  UErrorCode status = U_ZERO_ERROR;
  rules_->collator.reset(icu::Collator::createInstance(icu::Locale("vi"), status));
  MN_CHECK(U_SUCCESS(status) && rules_->collator != nullptr, "ICU knows the Vietnamese order");
}

Collation::~Collation() = default;

std::string Collation::key(std::string_view text) const {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  std::string key(text.size() * 3 + 16, '\0');
  const auto room = [&] { return static_cast<int32_t>(key.size()); };
  int32_t size = rules_->collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()), room());
  if (size > room()) {
    key.resize(static_cast<std::size_t>(size));
    size = rules_->collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()), room());
  }
  key.resize(static_cast<std::size_t>(size > 0 ? size - 1 : 0));  // without the zero at its end
  key.shrink_to_fit();
  return key;
}

}  // namespace mn
