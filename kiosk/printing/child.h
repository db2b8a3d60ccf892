// One run of another program: something into its standard input, its standard output back, within a time limit.
// Nothing but the arguments stands where other users of the machine could read it.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace mn::printing {

struct ChildJob {
  std::vector<std::string> arguments;  // [0] is a path, or a name to be found in $PATH
  std::string_view input;              // must live until run_child returns
  std::size_t output_bytes_max = 4096;
  std::chrono::milliseconds limit{20'000};
  int stop = -1;             // a descriptor: once it can be read, the program is ended early; -1: none
  bool own_group = false;    // ended together with the programs that it started
  bool with_errors = false;  // its standard error is read too; otherwise that is lost
};

enum class ChildEnd { ended, not_found, not_started, out_of_time, stopped };
struct ChildRan {
  ChildEnd end = ChildEnd::not_started;
  int exit_code = -1;  // when ended; 128 + the signal when one ended it
  std::string output;  // at most output_bytes_max
};

// Returns within the limit and about a second, whatever the program does: one that even SIGKILL does not end (stuck in
// a driver) is left behind.
ChildRan run_child(const ChildJob& job);

}  // namespace mn::printing
