#include "core/crypto.h"

#include <sodium.h>

namespace mn {

Digest sha256(ByteView bytes) {
  Digest out;
  crypto_hash_sha256(out.data(), bytes.data(), bytes.size());
  return out;
}

KeyPair key_pair(const Seed& seed) {
  KeyPair keys;
  crypto_sign_ed25519_seed_keypair(keys.public_key.data(), keys.secret.data(), seed.data());
  return keys;
}

Signature sign(const Digest& digest, const KeyPair& keys) {
  Signature signature;
  crypto_sign_ed25519_detached(signature.data(), nullptr, digest.data(), digest.size(), keys.secret.data());
  return signature;
}

bool signature_holds(const Signature& signature, const Digest& digest, const PublicKey& key) {
  return crypto_sign_ed25519_verify_detached(signature.data(), digest.data(), digest.size(), key.data()) == 0;
}

void wipe(std::span<std::uint8_t> bytes) { sodium_memzero(bytes.data(), bytes.size()); }

}  // namespace mn
