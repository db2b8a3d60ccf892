#include "core/invitation.h"

#include <algorithm>

#include "core/check.h"
#include "core/pledge_code.h"
#include "core/text.h"

namespace mn {
namespace {

constexpr std::uint64_t kModulus = kCodeSigns.size();
constexpr std::size_t kFreeSigns = kInvitationSigns - 1;
// A reader's line, a person's spaces between groups: no code is longer, whatever fold would make of it.
constexpr std::size_t kTypedBytesMax = 256;

bool is_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }

// Weights 2 … 8 and 1: distinct and never 0 modulo 31, so that no wrong sign and no swap keeps the sum.
std::uint64_t weighted_sum(std::string_view signs) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const std::uint64_t weight = i == kFreeSigns ? 1 : i + 2;
    sum += weight * kCodeSigns.find(signs[i]);
  }
  return sum;
}

bool is_our_own(std::string_view key) {
  if (!key.starts_with(kInvitationPrefix) || key.size() != kInvitationPrefix.size() + kInvitationSigns) return false;
  const std::string_view signs = key.substr(kInvitationPrefix.size());
  return signs.find_first_not_of(kCodeSigns) == std::string_view::npos && weighted_sum(signs) % kModulus == 0;
}

}  // namespace

std::string make_invitation(const ByteArray<8>& random) {
  std::uint64_t rank = 0;
  for (const std::uint8_t byte : random) rank = rank << 8 | byte;
  std::string signs;
  for (std::size_t i = 0; i < kFreeSigns; ++i) {
    signs.push_back(kCodeSigns[rank % kModulus]);
    rank /= kModulus;
  }
  signs.push_back(kCodeSigns[(kModulus - weighted_sum(signs) % kModulus) % kModulus]);
  std::string code = std::string(kInvitationPrefix) + signs;
  MN_CHECK(is_our_own(code), "a code just made must be valid");
  return code;
}

std::optional<std::string> read_invitation(std::string_view typed) {
  if (typed.size() > kTypedBytesMax) return std::nullopt;
  std::string code = fold(typed);
  std::erase(code, ' ');
  if (code.empty() || code.size() > kInvitationMost) return std::nullopt;
  if (!std::ranges::all_of(code, [](char c) { return is_letter_or_digit(c) || c == '-'; })) return std::nullopt;
  std::string key = invitation_key(code);
  if (key.size() < kInvitationLeast || key.starts_with(kCodePrefix)) return std::nullopt;
  if (!key.starts_with(kInvitationPrefix)) return code;
  if (!is_our_own(key)) return std::nullopt;
  return key;
}

std::string invitation_key(std::string_view code) {
  std::string key(code);
  std::erase(key, '-');
  return key;
}

std::string invitation_for_people(std::string_view code) {
  if (!is_our_own(code)) return std::string(code);
  constexpr std::size_t kHalf = kInvitationSigns / 2;
  const std::string_view signs = code.substr(kInvitationPrefix.size());
  return std::string(kInvitationPrefix) + ' ' + std::string(signs.substr(0, kHalf)) + ' ' +
         std::string(signs.substr(kHalf));
}

}  // namespace mn
