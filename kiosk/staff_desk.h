// What staff can ask of a kiosk behind its corner, and what they are told. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace mn::kiosk {

enum class StaffOrder {
  print_test,
  export_bundle,
  volume_up,
  volume_down,
  volume_off,
  large_text,  // by default, for every visit
  low_reach,   // by default, for every visit
  speak_next,  // the language that visits begin in: the next one
  help_answered,
  close_kiosk,
  leave,
};

// The one line that says how the last order went.
enum class StaffNotice {
  none,
  printing,
  printed,
  no_paper,
  print_failed,
  exporting,
  exported,
  no_stick,
  export_failed
};

enum class PrinterState { none, ready, no_paper, trouble };
enum class ClockState { synchronised, alone, wrong };

// What the surroundings are, read by main when the staff screen needs it; nothing here is a donor's.
struct Surroundings {
  std::int64_t entries = 0;                     // of this kiosk
  std::optional<std::int64_t> unsynced;         // of them, not at the hub; nothing when the hub was never heard
  std::optional<std::int64_t> hub_heard_s_ago;  // nothing: never
  std::string hub_name;
  PrinterState printer = PrinterState::none;
  ClockState clock = ClockState::alone;
  std::string panel;    // "1920 × 1080 px · 477 × 268 mm"
  std::string journal;  // where it lies
  std::string version;
};

}  // namespace mn::kiosk
