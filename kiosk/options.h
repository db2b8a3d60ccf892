// The kiosk's command line, read and checked: for technicians, not for guests.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/visit.h"

namespace mn::kiosk {

struct Options {
  std::string journal;
  std::filesystem::path campaign;  // empty: the bundled one
  std::string name = "Ki-ốt";      // goes into the journal's card
  int width_px = 1920;
  int height_px = 1080;
  bool windowed = false;
  Language language = Language::vi;
  Patience patience;
  std::filesystem::path screenshot;
  double after_s = 1;
  std::filesystem::path targets;
  std::string preview;
  std::filesystem::path guests;  // the invited list
  std::string tally;             // the journal whose total the first screen shows; "": none is known
  std::string print_to;          // as mangnon-print --to; "": no slips
  int print_width_mm = 80;
  std::string usb;       // where staff export to; "": a stick that is plugged in
  std::string pin_hash;  // of the staff's PIN; "": no staff corner
  Comfort comfort;       // how every visit begins
  bool reduced_motion = false;
  int volume = 60;
  int panel_width_mm = 0;  // 0: as the panel itself says
  int panel_height_mm = 0;
  TypingField typing;
};

// Options, or the exit code with which the program ends now (help, version, wrong usage: 2).
struct OptionsRead {
  std::optional<Options> options;
  int exit_code = 0;
};
OptionsRead read_options(int argc, char** argv);

}  // namespace mn::kiosk
