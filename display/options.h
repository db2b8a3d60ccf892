// The display's command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/words.h"

namespace mn {

// What the program is asked to be.
enum class Mode { live, preview, replay, frames };

struct Options {
  Mode mode = Mode::live;
  std::string campaign;  // a file; "" for the bundled one
  std::string journal;
  std::string book;                    // the screen's book; "" for none
  std::optional<std::string> preview;  // a scene, or "start", instead of a journal
  int width_px = 1920;
  int height_px = 1080;
  bool size_given = false;
  bool windowed = false;
  std::string screen;  // which one to cover, by number or name; "" for the first
  Language language = Language::vi;
  bool language_given = false;
  std::string screenshot;  // a file to write after `after_ms`, and then to end; "" for none
  std::int64_t after_ms = 3'000;
  int frames_a_second = 60;                  // at most, while something moves
  std::optional<std::uint32_t> lower_third;  // 0xRRGGBB: for television, on this plain colour
  std::optional<int> volume;                 // of chimes and music, 0 to 100; nothing: the campaign's
  std::string state_file;                    // gets a line for every settled picture; "" for none

  // Of a replay. Times as they were written: "09:42:10", or with a day.
  std::string at;
  std::string until;
  int speed = 1;       // 0: the picture of that time stands
  std::string frames;  // a folder for pictures instead of a window; "" for none
};

// What the command line asks for, or the exit code to end with now (after --help, --version, or a mistake, which has
// been explained on stderr).
struct CommandLine {
  Options options;
  std::optional<int> exit_code;
};
CommandLine read_command_line(int argc, char** argv);

}  // namespace mn
