// What the programs of this room do alike: exit codes, --version, and words to the person at the terminal.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdio>
#include <optional>
#include <string>

#include "core/result.h"

namespace mn {

inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;      // understood, tried, and it did not work; stderr says what to do
inline constexpr int kExitWrongUsage = 2;  // the command line itself; stderr points to --help

// "mangnon-hub 0.1.0": for --version, and for the `program` of a `born` entry.
inline std::string program_text(const std::string& name) { return name + " " + MANGNON_VERSION; }

// Reads the command line. Something is returned when the program is to end now, with that exit code: after --help,
// after
// --version, after a mistake (which has been explained on stderr).
inline std::optional<int> parse_command_line(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kExitDone : kExitWrongUsage;
  }
}

// Says what went wrong, and gives the exit code for it.
inline int fail(const std::string& program, const Failure& failure) {
  std::fprintf(stderr, "%s: %s\n", program.c_str(), failure.words.c_str());
  return kExitFailed;
}

}  // namespace mn
