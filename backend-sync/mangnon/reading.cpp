#include "backend-sync/mangnon/reading.h"

namespace mn {

std::shared_ptr<JournalOption> add_journal(CLI::App& verb) {
  auto given = std::make_shared<JournalOption>();
  given->argument = verb.add_option("FILE", given->path, "The journal");
  given->option = verb.add_option("--journal", given->path, "The journal, as an option")->excludes(given->argument);
  return given;
}

const std::string& journal_of(const JournalOption& given) {
  if (given.argument->empty() && given.option->empty()) throw CLI::RequiredError("FILE");
  return given.path;
}

std::string known_text(const std::map<OriginId, Known>& origins, const OriginId& origin) {
  const auto at = origins.find(origin);
  if (at == origins.end()) return "unknown";
  std::string out = at->second.name.empty() ? "no name" : at->second.name;
  if (at->second.role) out += ", " + std::string(role_text(*at->second.role));
  if (!at->second.program.empty()) out += ", " + at->second.program;
  return out;
}

}  // namespace mn
