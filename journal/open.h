// Opening a journal by its location, and being the one who writes it: key file, card, and the entry `born`.
// The only place that knows which backends there are. A location is a file; "postgresql://…" is refused with words in
// this build.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/crypto.h"
#include "core/id.h"
#include "journal/journal.h"

namespace mn {

// Reads a journal that may be written by another process at the same time, by nobody, or not be there yet: not_found
// until its writer has made it; try again later. Needs write permission on the journal's folder only when no writer has
// it open.
Result<std::unique_ptr<JournalReader>> open_reader(const std::string& location);

struct Opening {
  std::string location;
  CampaignId campaign;
  std::string program;  // "mangnon-kiosk 0.1.0"
  std::string name;     // for people: "Ki-ốt 1"
};

// A journal and the right to append to it as an origin.
struct Own {
  std::unique_ptr<Journal> journal;
  KeyPair keys;
  OriginId origin;
};

// Opens as the one writer. Whatever is missing is made, in an order that a power cut between any two steps leaves
// something the next call finishes by itself: FILE.key (Ed25519 seed, mode 600), FILE, FILE.pub (the card), the entry
// `born`.
//   no journal:                    a new one, and always a new key; an old FILE.key is moved aside (FILE.key.before-…),
//   never used again never used again a journal but no FILE.key:     a copy or a restored backup; a new origin in the
//   same journal
// Fails with busy when another process writes it, with refused when it belongs to another campaign or is no journal,
// with corrupt when its own last run does not verify.
Result<Own> open_own(const Opening& opening);

// What FILE.pub says: who writes that journal. Given to `mangnon enrol`.
struct Card {
  OriginId origin;
  PublicKey key{};
  CampaignId campaign;
  std::string name;
  std::string program;
};
// Fails with bad_input when the origin is not the one of the key.
Result<Card> read_card(const std::filesystem::path& path);

}  // namespace mn
