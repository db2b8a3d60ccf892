// The display's command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/words.h"

namespace mn {

struct Options {
  std::string campaign;  // a file; "" for the bundled one
  std::string journal;
  std::string preview;  // a scene, or "start", instead of a journal; "" for none
  int width_px = 1920;
  int height_px = 1080;
  bool windowed = false;
  Language language = Language::vi;
  std::string screenshot;  // a file to write after `after_ms`, and then to end; "" for none
  std::int64_t after_ms = 3'000;
  int frames_a_second = 60;  // at most, while something moves
  std::string state_file;    // gets a line for every settled picture; "" for none
};

// What the command line asks for, or the exit code to end with now (after --help, --version, or a mistake, which has
// been explained on stderr).
struct CommandLine {
  Options options;
  std::optional<int> exit_code;
};
CommandLine read_command_line(int argc, char** argv);

}  // namespace mn
