// The plain text is one JSON object and spaces up to its fixed length: {"phone":"0912345678","tax_code":"4900234569"}.
#include "core/contact.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/json.h"
#include "core/phone.h"
#include "core/tax_code.h"

namespace mn {
namespace {

constexpr std::size_t kKeySize = crypto_box_PUBLICKEYBYTES;
static_assert(kKeySize == std::tuple_size_v<ContactPublicKey>);
static_assert(kContactSealedSize == kContactPlainSize + crypto_box_SEALBYTES);

using Plain = PrivateText<kContactPlainSize>;

// Digits and a dash need no escaping; by hand, because a JSON library's buffers cannot be wiped.
Plain plain_of(const ContactDetails& details) {
  MN_CHECK(details.phone.empty() || read_phone(details.phone.view()).phone == details.phone,
           "a phone number is read before it is sealed");
  MN_CHECK(details.tax_code.empty() || read_tax_code(details.tax_code.view()).tax_code == details.tax_code,
           "a tax code is read before it is sealed");
  Plain plain(R"({"phone":")");
  plain.append(details.phone.view());
  plain.append(R"(","tax_code":")");
  plain.append(details.tax_code.view());
  plain.append(R"("})");
  while (plain.size() < kContactPlainSize) plain.append(" ");
  return plain;
}

// libsodium's rule for sealed boxes: BLAKE2b of both public keys, the passing one first.
ByteArray<crypto_box_NONCEBYTES> nonce_of(const ContactPublicKey& passing, const ContactPublicKey& fund) {
  ByteArray<2 * kKeySize> both;
  std::copy(passing.begin(), passing.end(), both.begin());
  std::copy(fund.begin(), fund.end(), both.begin() + kKeySize);
  ByteArray<crypto_box_NONCEBYTES> nonce;
  crypto_generichash(nonce.data(), nonce.size(), both.data(), both.size(), nullptr, 0);
  return nonce;
}

// A text that is there and is what its reader makes of it, or "".
template <class Read>
bool take(const nlohmann::json& object, const char* key, Read read, PrivateNumber& out) {
  const auto at = object.find(key);
  if (at == object.end() || !at->is_string()) return false;
  const std::string& text = at->template get_ref<const std::string&>();
  if (text.empty()) return true;
  out = read(text);
  return out.view() == text;
}

}  // namespace

ContactKeyPair contact_key_pair(const Seed& seed) {
  ContactKeyPair keys;
  crypto_box_seed_keypair(keys.public_key.data(), keys.secret.data(), seed.data());
  return keys;
}

std::string contact_key_name(const ContactPublicKey& key) {
  const Digest digest = sha256(key);
  return to_hex(ByteView(digest).first(8));
}

Result<SealedContact> seal_contact(const ContactDetails& details, const ContactPublicKey& fund_key, const Seed& seed) {
  ContactKeyPair passing = contact_key_pair(seed);
  const ByteArray<crypto_box_NONCEBYTES> nonce = nonce_of(passing.public_key, fund_key);
  const Plain plain = plain_of(details);
  SealedContact sealed{};
  std::copy(passing.public_key.begin(), passing.public_key.end(), sealed.begin());
  const int failed = crypto_box_easy(sealed.data() + kKeySize, view_of(plain.view()).data(), plain.size(), nonce.data(),
                                     fund_key.data(), passing.secret.data());
  wipe(passing.secret);
  if (failed != 0) return Failure{Cause::bad_input, "contact_key: nothing can be sealed for this key"};
  return sealed;
}

Result<ContactDetails> open_contact(ByteView sealed, const ContactKeyPair& keys) {
  ByteArray<kContactPlainSize> plain{};
  if (sealed.size() != kContactSealedSize || crypto_box_seal_open(plain.data(), sealed.data(), sealed.size(),
                                                                  keys.public_key.data(), keys.secret.data()) != 0) {
    return Failure{Cause::refused, "sealed for another key, or changed"};
  }
  const Result<nlohmann::json> object = parse_json(text_of(plain), "contact");
  wipe(plain);
  ContactDetails details;
  const bool whole =
      object && object->is_object() &&
      take(
          *object, "phone", [](std::string_view text) { return read_phone(text).phone; }, details.phone) &&
      take(
          *object, "tax_code", [](std::string_view text) { return read_tax_code(text).tax_code; }, details.tax_code);
  if (!whole) return Failure{Cause::corrupt, "what was sealed is no contact"};
  return details;
}

}  // namespace mn
