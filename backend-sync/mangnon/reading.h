// What the verbs that read any journal share: the file as an option or as an argument, and how an origin is named to
// people.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <string>

#include "backend-sync/folding.h"

namespace mn {

// Adds FILE and --journal FILE to a verb; exactly one must be given (journal_of throws CLI11's own error otherwise).
struct JournalOption {
  std::string path;
  CLI::Option* argument = nullptr;
  CLI::Option* option = nullptr;
};
std::shared_ptr<JournalOption> add_journal(CLI::App& verb);
const std::string& journal_of(const JournalOption& given);

// "Ki-ốt 1, kiosk, mangnon-kiosk 0.1.0"
std::string known_text(const std::map<OriginId, Known>& origins, const OriginId& origin);

}  // namespace mn
