// The file that holds the fund's contact key: whoever has it can read how donors can be reached. Lies with the fund,
// never on a kiosk or a hub.
#pragma once

#include <filesystem>

#include "core/contact.h"

namespace mn {

// Makes a new key and keeps it, mode 600. Fails with refused when a file lies there already: a key that is overwritten
// takes every contact sealed for it along.
Result<ContactKeyPair> make_contact_key(const std::filesystem::path& path);

// Fails with corrupt when the file is damaged, with bad_input when it is none.
Result<ContactKeyPair> read_contact_key(const std::filesystem::path& path);

}  // namespace mn
