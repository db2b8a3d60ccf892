// FILE.key, the secret that makes a journal's writer an origin, and FILE.pub, the card that tells others who it is.
// Knows nothing of what a journal holds.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/crypto.h"
#include "journal/open.h"

namespace mn {

std::filesystem::path key_path(const std::filesystem::path& journal);
std::filesystem::path card_path(const std::filesystem::path& journal);

// The key pair of the journal of this epoch; nothing when there is no key file, or when it is that of another journal
// (one that was here before). Fails with corrupt when the file is damaged: a key that cannot be read must not silently
// become a new origin.
Result<std::optional<KeyPair>> read_key(const std::filesystem::path& journal, const std::string& epoch);

// Makes a new key for the journal of this epoch; a key that lies there is moved aside to FILE.key.before-… and never
// used again.
Result<KeyPair> make_key(const std::filesystem::path& journal, const std::string& epoch);

Done write_card(const std::filesystem::path& journal, const Card& card);

}  // namespace mn
