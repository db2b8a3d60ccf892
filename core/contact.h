// How a donor's telephone number and tax code travel: sealed, from the moment they are confirmed, for the one who holds
// the fund's key. Whoever sealed them cannot open them again. The sealed bytes are libsodium's sealed box
// (crypto_box_seal: X25519, XSalsa20-Poly1305), which crypto_box_seal_open opens.
#pragma once

#include <string>

#include "core/bytes.h"
#include "core/private_text.h"
#include "core/result.h"

namespace mn {

struct ContactDetails {
  PrivateNumber phone;     // as read_phone gives it, empty when none was given
  PrivateNumber tax_code;  // as read_tax_code gives it, empty when none was given
};

// X25519, for sealing only; signs nothing.
using ContactPublicKey = ByteArray<32>;
struct ContactKeyPair {
  ContactPublicKey public_key{};
  ByteArray<32> secret{};
};
ContactKeyPair contact_key_pair(const Seed& seed);

// Names a key without giving it: the first 8 bytes of its SHA-256, 16 hexadecimal digits.
std::string contact_key_name(const ContactPublicKey& key);

// What is sealed is always this long, so that its length tells nothing.
inline constexpr std::size_t kContactPlainSize = 256;
inline constexpr std::size_t kContactSealedSize = kContactPlainSize + 48;
using SealedContact = ByteArray<kContactSealedSize>;

// The same arguments give the same bytes. The seed must come from a secure source of randomness, be used for this one
// sealing, and be wiped by whoever drew it: with it the sealed bytes can be opened. Fails with bad_input when the key
// is no key that anything can be sealed for (one of a few weak points; a campaign file with such a key is wrong).
Result<SealedContact> seal_contact(const ContactDetails& details, const ContactPublicKey& fund_key, const Seed& seed);

// Fails with refused when it was sealed for another key or was changed; with corrupt when what is inside is no contact.
Result<ContactDetails> open_contact(ByteView sealed, const ContactKeyPair& keys);

}  // namespace mn
