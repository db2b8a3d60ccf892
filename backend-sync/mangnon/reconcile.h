// mangnon reconcile: a bank's statement into `paid` entries of the fund's journal, and a report of what matched and
// what did not. Reads files and appends; every decision is in reconciling.h.
#pragma once

#include <string>

#include "core/words.h"

namespace mn {

struct ReconcileOptions {
  std::string journal;
  std::string statement;
  std::string account;   // "": as the statement's heading or the campaign says
  std::string campaign;  // "": the bundled one, if the journal is of it
  std::string report;    // a folder for the CSV files; "": none
  bool accept_unidentified = false;
  bool dry_run = false;
  bool json = false;
  Language language = Language::vi;
};

// The exit code. Done even when some lines wait for a person; failed when the file, the journal or the account is not
// what it should be, and then nothing is appended.
int run_reconcile(const ReconcileOptions& options);

}  // namespace mn
