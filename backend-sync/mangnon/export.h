// mangnon export: the fund's records as a CSV file. Reads a journal, also while its writer is at work; changes nothing.
#pragma once

#include <string>

#include "core/words.h"

namespace mn {

struct ExportVerbOptions {
  std::string journal;
  std::string csv;       // "-": standard output
  std::string campaign;  // "": the bundled one, if the journal is of it
  bool for_public = false;
  bool json = false;
  Language language = Language::vi;
};

int run_export(const ExportVerbOptions& options);

}  // namespace mn
