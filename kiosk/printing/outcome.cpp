#include "kiosk/printing/outcome.h"

#include <array>

#include "core/json.h"

namespace mn::printing {
namespace {

constexpr std::array kOutcomes = {PrintOutcome::printed,    PrintOutcome::ready,          PrintOutcome::paper_out,
                                  PrintOutcome::no_printer, PrintOutcome::jam_or_offline, PrintOutcome::failed};

const Failure kNoReport = {Cause::bad_input, "the print program's answer is not a report"};

}  // namespace

std::string_view outcome_name(PrintOutcome outcome) {
  switch (outcome) {
    case PrintOutcome::printed:
      return "printed";
    case PrintOutcome::ready:
      return "ready";
    case PrintOutcome::paper_out:
      return "paper_out";
    case PrintOutcome::no_printer:
      return "no_printer";
    case PrintOutcome::jam_or_offline:
      return "jam_or_offline";
    case PrintOutcome::failed:
      return "failed";
  }
  return "failed";
}

bool is_well(const PrintReport& report) {
  return report.outcome == PrintOutcome::printed || report.outcome == PrintOutcome::ready;
}

std::string to_json_line(const PrintReport& report) {
  const nlohmann::json out = {{"outcome", outcome_name(report.outcome)}, {"words", report.words}};
  return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Result<PrintReport> read_report(std::string_view line) {
  const Result<nlohmann::json> read = parse_json(line, "report");
  if (!read || !read->is_object() || read->size() != 2) return kNoReport;
  const auto outcome = read->find("outcome");
  const auto words = read->find("words");
  if (outcome == read->end() || words == read->end() || !outcome->is_string() || !words->is_string()) return kNoReport;
  for (const PrintOutcome known : kOutcomes) {
    if (outcome_name(known) == outcome->get_ref<const std::string&>())
      return PrintReport{known, words->get<std::string>()};
  }
  return kNoReport;
}

}  // namespace mn::printing
