// SHA-256 and Ed25519 (RFC 8032), through libsodium: what anyone can check again with sha256sum and openssl.
#pragma once

#include "core/bytes.h"

namespace mn {

using Digest = ByteArray<32>;
using PublicKey = ByteArray<32>;
using Signature = ByteArray<64>;
using Seed = ByteArray<32>;

struct KeyPair {
  PublicKey public_key{};
  ByteArray<64> secret{};  // libsodium's form: seed, then public key
};

Digest sha256(ByteView bytes);

// The same seed gives the same pair. The seed must come from a secure source of randomness.
KeyPair key_pair(const Seed& seed);

// Signs the 32 bytes of the digest themselves.
Signature sign(const Digest& digest, const KeyPair& keys);
bool signature_holds(const Signature& signature, const Digest& digest, const PublicKey& key);

// Overwrites with zeros in a way that the compiler keeps.
void wipe(std::span<std::uint8_t> bytes);

}  // namespace mn
