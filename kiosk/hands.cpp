#include "kiosk/hands.h"

#include <fmt/format.h>

#include <mutex>
#include <nlohmann/json.hpp>

#include "core/check.h"
#include "journal/chance.h"
#include "journal/file.h"
#include "kiosk/exporter.h"
#include "kiosk/pin_check.h"
#include "kiosk/printing/printer.h"
#include "kiosk/slip_of.h"
#include "kiosk/surveyor.h"

namespace mn::kiosk {
namespace {

SlipState slip_state(printing::PrintOutcome outcome) {
  switch (outcome) {
    case printing::PrintOutcome::printed:
    case printing::PrintOutcome::ready:
      return SlipState::printed;
    case printing::PrintOutcome::paper_out:
      return SlipState::no_paper;
    case printing::PrintOutcome::no_printer:
    case printing::PrintOutcome::jam_or_offline:
    case printing::PrintOutcome::failed:
      return SlipState::trouble;
  }
  return SlipState::trouble;
}

StaffNotice test_notice(SlipState state) {
  switch (state) {
    case SlipState::printed:
      return StaffNotice::printed;
    case SlipState::no_paper:
      return StaffNotice::no_paper;
    case SlipState::none:
    case SlipState::printing:
    case SlipState::trouble:
      return StaffNotice::print_failed;
  }
  return StaffNotice::print_failed;
}

PrinterState printer_state(SlipState state) {
  switch (state) {
    case SlipState::printed:
      return PrinterState::ready;
    case SlipState::no_paper:
      return PrinterState::no_paper;
    case SlipState::none:
    case SlipState::printing:
    case SlipState::trouble:
      return PrinterState::trouble;
  }
  return PrinterState::trouble;
}

printing::PrinterOptions printer_options(const HandsOptions& options) {
  printing::PrinterOptions out;
  out.to = options.print_to;
  out.width_mm = options.print_width_mm;
  out.outcome_made = options.answered;
  out.complain = options.complain;
  return out;
}

}  // namespace

struct Hands::Inside {
  explicit Inside(HandsOptions given)
      : options(std::move(given)),
        pin(options.pin_hash, options.answered),
        exporter({options.journal, options.name, options.usb, options.answered, options.complain}),
        surveyor(options.journal, options.campaign->ceremony_on.year) {
    if (!options.print_to.empty()) printer.emplace(printer_options(options));
  }

  const HandsOptions options;
  std::optional<printing::Printer> printer;
  PinCheck pin;
  Exporter exporter;
  Surveyor surveyor;
  Surroundings around;
  PrinterState printer_seen = PrinterState::none;
  std::int64_t looked_ms = -1;
  std::vector<HandAnswer> at_once;  // answers that needed no waiting
};

Hands::Hands(HandsOptions options) : inside_(std::make_unique<Inside>(std::move(options))) {}
Hands::~Hands() = default;

bool Hands::carry_out(const Errand& errand, const Visit& visit) {
  Inside& in = *inside_;
  struct Carrying {
    Inside& in;
    const Visit& visit;
    bool operator()(const errand::CheckPin& order) const {
      in.pin.check(TypedPin(order.pin.view()));
      return true;
    }
    bool operator()(const errand::PrintSlip&) const {
      const Thanks* thanks = std::get_if<Thanks>(&visit.screen);
      MN_CHECK(thanks != nullptr, "a slip is printed from the thanks");
      printing::Slip slip =
          slip_of(*thanks, *in.options.campaign, *in.options.strings, visit.language, in.options.name);
      const bool taken = in.printer && in.printer->print(slip);
      printing::forget(slip);
      if (!taken) in.at_once.emplace_back(SlipState::trouble);
      return true;
    }
    bool operator()(const errand::PrintTest&) const {
      if (!in.printer || !in.printer->print_test_slip()) in.at_once.emplace_back(StaffNotice::print_failed);
      return true;
    }
    bool operator()(const errand::ExportBundle&) const {
      in.exporter.export_now();
      return true;
    }
    bool operator()(const errand::KeepHouse&) const {
      const House& house = visit.house;
      const nlohmann::json text = {{"language", language_text(house.language)},
                                   {"large_text", house.comfort.large_text},
                                   {"low_reach", house.comfort.low_reach},
                                   {"volume", house.volume}};
      const Done done = in.options.house.empty() ? Done() : write_file(in.options.house, text.dump() + "\n");
      if (!done && in.options.complain) in.options.complain(done.failure().words);
      return true;
    }
    bool operator()(const errand::CloseKiosk&) const { return false; }
  };
  return std::visit(Carrying{in, visit}, errand);
}

std::vector<HandAnswer> Hands::take_answers() {
  Inside& in = *inside_;
  std::vector<HandAnswer> out = std::exchange(in.at_once, {});
  if (in.printer) {
    for (const printing::JobOutcome& outcome : in.printer->take_outcomes()) {
      const SlipState state = slip_state(outcome.report.outcome);
      in.printer_seen = printer_state(state);
      switch (outcome.asked) {
        case printing::JobOutcome::Asked::slip:
          out.emplace_back(state);
          break;
        case printing::JobOutcome::Asked::test_slip:
          out.emplace_back(test_notice(state));
          break;
        case printing::JobOutcome::Asked::status:
          break;
      }
    }
  }
  if (const std::optional<PinCheck::Answer> answer = in.pin.take_answer()) {
    if (!answer->words.empty() && in.options.complain) in.options.complain(answer->words);
    out.emplace_back(PinAnswer{answer->holds});
  }
  if (const std::optional<StaffNotice> notice = in.exporter.take_notice()) out.emplace_back(*notice);
  return out;
}

const Surroundings& Hands::look_around(std::int64_t now_ms) {
  Inside& in = *inside_;
  constexpr std::int64_t kLookMs = 1000;
  if (in.looked_ms >= 0 && now_ms - in.looked_ms < kLookMs) return in.around;
  // The first look of a while asks the printer too: its answer comes by the next look.
  const bool after_a_while = in.looked_ms < 0 || now_ms - in.looked_ms > 10 * kLookMs;
  if (in.printer && after_a_while) (void)in.printer->ask_status();
  in.looked_ms = now_ms;
  in.around = in.surveyor.look();
  in.around.printer = in.printer_seen;
  in.around.panel = in.options.panel;
  in.around.journal = in.options.journal;
  in.around.version = std::string("mangnon-kiosk ") + MANGNON_VERSION;
  return in.around;
}

House load_house(const std::filesystem::path& file, const House& otherwise) {
  const Result<std::string> text = read_file(file, kSettingsBytesMax);
  if (!text) return otherwise;
  const nlohmann::json kept = nlohmann::json::parse(*text, nullptr, false);
  if (!kept.is_object()) return otherwise;
  House out = otherwise;
  const auto flag = [&](const char* key, bool& value) {
    if (kept.contains(key) && kept[key].is_boolean()) value = kept[key].get<bool>();
  };
  flag("large_text", out.comfort.large_text);
  flag("low_reach", out.comfort.low_reach);
  if (kept.contains("volume") && kept["volume"].is_number_integer()) {
    out.volume = std::clamp(kept["volume"].get<int>(), 0, 100);
  }
  if (kept.contains("language") && kept["language"].is_string()) {
    out.language = read_language(kept["language"].get<std::string>()).value_or(otherwise.language);
  }
  return out;
}

}  // namespace mn::kiosk
