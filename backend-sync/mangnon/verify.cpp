// mangnon verify: proves a journal, or names the entry that does not hold.
#include "journal/verify.h"

#include <fmt/format.h>

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/reading.h"
#include "backend-sync/mangnon/verbs.h"
#include "journal/open.h"

namespace mn {
namespace {

int verify_file(const std::string& path) {
  const std::string who = "mangnon verify";
  const Result<std::unique_ptr<JournalReader>> journal = open_reader(path);
  if (!journal) return fail(who, journal.failure());
  const Result<Verified> verified = verify(**journal);
  if (!verified) return fail(who, {verified.failure().cause, path + " does not verify: " + verified.failure().words});
  // Chains and signatures hold; that every body also means something is what the fold adds.
  const Result<Folded> folded = fold_journal(**journal);
  if (!folded) return fail(who, {folded.failure().cause, path + " does not verify: " + folded.failure().words});
  for (const Head& head : verified->heads) {
    print_line(fmt::format("{} {} ({})", entry_text({head.origin, head.seq}), to_hex(head.digest),
                           known_text(folded->origins, head.origin)));
  }
  if (verified->bodies_missing != 0) {
    print_line(fmt::format("{} bodies are withheld from this copy or erased; their entries are proven all the same",
                           verified->bodies_missing));
  }
  print_line(fmt::format("verified: {} entries, {} origins", verified->entry_count, verified->heads.size()));
  return kExitDone;
}

}  // namespace

void add_verify(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("verify", "Proves that nothing in a journal was changed");
  verb->group(kJournalVerbs);
  verb->footer(
      "Example:\n  mangnon verify hub.db\n"
      "Prints every origin's head and \"verified: N entries, M origins\"; or exits with 1 and names the entry that "
      "does not hold.");
  const auto given = add_journal(*verb);
  verb->callback([=, &exit_code] { exit_code = verify_file(journal_of(*given)); });
}

}  // namespace mn
