// The verbs of `mangnon`. Each adds itself to the command line, and sets exit_code when it was the one that ran; what
// is decided is decided in core and in this room's rules, so a verb reads options, calls, and prints.
#pragma once

#include <CLI/CLI.hpp>

#include "backend-sync/program.h"

namespace mn {

// Journals and who may write.
void add_new(CLI::App& app, int& exit_code);
void add_enrol(CLI::App& app, int& exit_code);
void add_revoke(CLI::App& app, int& exit_code);

// Who is invited.
void add_guests(CLI::App& app, int& exit_code);

// A desk's own journal.
void add_pledge(CLI::App& app, int& exit_code);

// A desk's words to the hall, in its own journal.
void add_cue(CLI::App& app, int& exit_code);
void add_announce(CLI::App& app, int& exit_code);
void add_screen(CLI::App& app, int& exit_code);
void add_match(CLI::App& app, int& exit_code);
void add_withdraw(CLI::App& app, int& exit_code);
void add_void(CLI::App& app, int& exit_code);

// Any journal, read.
void add_verify(CLI::App& app, int& exit_code);
void add_tally(CLI::App& app, int& exit_code);
void add_show(CLI::App& app, int& exit_code);
void add_bundle(CLI::App& app, int& exit_code);
void add_calls(CLI::App& app, int& exit_code);
void add_replay(CLI::App& app, int& exit_code);

// A kiosk's settings.
void add_pin(CLI::App& app, int& exit_code);

// The fund's records.
void add_reconcile(CLI::App& app, int& exit_code);
void add_export(CLI::App& app, int& exit_code);
void add_receipt(CLI::App& app, int& exit_code);
void add_contact_key(CLI::App& app, int& exit_code);
void add_contacts(CLI::App& app, int& exit_code);

// Pure functions of core, for scripts.
void add_words(CLI::App& app, int& exit_code);
void add_vietqr(CLI::App& app, int& exit_code);
void add_fold(CLI::App& app, int& exit_code);
void add_compose(CLI::App& app, int& exit_code);
void add_sanitise(CLI::App& app, int& exit_code);
void add_code(CLI::App& app, int& exit_code);
void add_campaign(CLI::App& app, int& exit_code);

// The headings under which --help lists them.
inline constexpr const char* kJournalVerbs = "Journals";
inline constexpr const char* kHallVerbs = "A desk and the hall";
inline constexpr const char* kMoneyVerbs = "The fund's records";
inline constexpr const char* kPureVerbs = "For scripts, one answer a line";

}  // namespace mn
