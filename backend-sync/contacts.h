// The contacts in a journal, opened with the fund's key: one row for each pledge that left one. Pure; what it makes is
// personal data, and whoever prints or keeps it answers for that.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/contact.h"
#include "core/facts.h"
#include "core/words.h"

namespace mn {

enum class ContactState {
  opened,
  other_key,  // sealed for another of the fund's keys
  erased,     // or withheld from this copy
  damaged,    // sealed for this key by its name, and it does not open
};

struct ContactRow {
  EntryRef entry;       // the `contact`
  std::string code;     // "QBTTE7K3M9P"; "" when the journal holds no pledge of that visit
  bool voided = false;  // the pledge was withdrawn
  ContactState state = ContactState::erased;
  std::string key;         // the name of the key it is sealed for, "" when erased
  ContactDetails details;  // only when opened
};

// Entries taken one by one, in the journal's order.
struct Contacts {
  std::vector<ContactRow> rows;
  std::vector<VisitRef> visits;  // of each row
  std::unordered_map<VisitRef, std::pair<EntryRef, std::string>, IdHash> pledges;
  std::map<EntryRef, bool> voided;
};
// Fails with corrupt on a body that is not of its kind.
Done apply(Contacts& contacts, const Entry& entry, const ContactKeyPair& keys);
// The rows, each with the code of its pledge.
std::vector<ContactRow> contact_rows(const Contacts& contacts);

std::string_view contact_state_words(ContactState state, Language language);

// For a spreadsheet: every cell stays text, so that no 0 at a number's start is lost.
std::string contacts_csv(const std::vector<ContactRow>& rows, Language language);

}  // namespace mn
