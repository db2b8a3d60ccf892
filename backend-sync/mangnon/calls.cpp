// mangnon calls: which kiosks wait for help.
#include "backend-sync/calls.h"

#include <fmt/format.h>

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/reading.h"
#include "backend-sync/mangnon/verbs.h"
#include "core/numbers.h"
#include "core/roster.h"
#include "core/text.h"
#include "journal/open.h"

namespace mn {
namespace {

constexpr const char* kWho = "mangnon calls";
constexpr std::size_t kPageEntries = 1000;

int list_calls(const std::string& location) {
  const Result<std::unique_ptr<JournalReader>> journal = open_reader(location);
  if (!journal) return fail(kWho, journal.failure());
  Calls calls;
  Roster roster;
  // Names only: every origin that enrols is believed here.
  const Result<std::vector<Head>> heads = (*journal)->heads();
  if (!heads) return fail(kWho, heads.failure());
  for (const Head& head : *heads) roster.roots.insert(head.origin);
  Position seen = 0;
  for (;;) {
    const Result<std::vector<Placed>> page = (*journal)->read_after(seen, kPageEntries);
    if (!page) return fail(kWho, page.failure());
    if (page->empty()) break;
    for (const Placed& placed : *page) {
      apply(roster, placed.entry);
      (void)apply(calls, placed.entry);
    }
    seen = page->back().position;
  }
  for (const auto& [entry, call] : calls.open) {
    const Result<std::string> name = sanitise(roster.members[entry.origin].name);
    print_line(fmt::format("{}\t{}\t{}\t{}", date_time_text(local_time(call.made_at_us)),
                           name && !name->empty() ? *name : origin_text(entry.origin), call.screen, entry_text(entry)));
  }
  return kExitDone;
}

}  // namespace

void add_calls(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("calls", "Lists the kiosks at which somebody waits for help");
  verb->group(kJournalVerbs);
  verb->footer(
      "Example:\n  mangnon calls hub.db\nOne line a call that nobody has answered, with tabs between: when (by the "
      "kiosk's clock), which kiosk, at which screen, the entry.");
  const auto given = add_journal(*verb);
  verb->callback([=, &exit_code] { exit_code = list_calls(journal_of(*given)); });
}

}  // namespace mn
