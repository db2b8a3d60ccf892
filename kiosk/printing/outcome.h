// What became of a print job, as values: the one line that mangnon-print answers with. Never holds donors' data.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace mn::printing {

enum class PrintOutcome {
  printed,         // the printer took all of it, and said nothing to the contrary
  ready,           // only asked how it is: nothing stands in the way
  paper_out,       // no paper; nothing, or not all, was printed
  no_printer,      // nobody there: no device, no answer, no such queue
  jam_or_offline,  // there, but its cover is open, its cutter jammed, it is off-line, or it stopped taking data
  failed           // anything else: a bad slip, a full disk, a program that is missing
};

// "paper_out" and so on; the names above.
std::string_view outcome_name(PrintOutcome outcome);

struct PrintReport {
  PrintOutcome outcome = PrintOutcome::failed;
  std::string words;  // for a technician, in English; not for the screen
  bool operator==(const PrintReport&) const = default;
};

// True for printed and ready.
bool is_well(const PrintReport& report);

// {"outcome":"…","words":"…"} and a line feed.
std::string to_json_line(const PrintReport& report);
// Reads one such line; refused with bad_input when it is anything else.
Result<PrintReport> read_report(std::string_view line);

}  // namespace mn::printing
