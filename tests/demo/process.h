// Programs that the demo starts and keeps alive, as a service manager would. Ends only what it started, by pid.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/result.h"

namespace mn::demo {

struct Command {
  std::string name;                                // for the log file and for people
  std::vector<std::string> arguments;              // [0] is the program's path
  std::map<std::string, std::string> environment;  // beside our own
  std::filesystem::path log;                       // stdout and stderr are added to it
};

// One program. Restarted by tend() when it ended without having been told to. Moves, never copies; ends its program
// when destroyed.
class Program {
 public:
  explicit Program(Command command) : command_(std::move(command)) {}
  Program(Program&& other) noexcept;
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program();

  Done start();
  // Starts it again when it has died; true when it had to.
  bool tend();
  // kill -9, and tend() brings it back.
  void kill_hard();
  // SIGTERM, then SIGKILL after some seconds. tend() leaves it in peace.
  void stop();
  // Sends the signal and waits for the end: what waitpid said; -1 when it does not end within some seconds.
  int end_by(int signal);
  bool running();
  pid_t pid() const { return pid_; }
  int restarts() const { return restarts_; }
  const std::string& name() const { return command_.name; }

 private:
  Command command_;
  pid_t pid_ = -1;
  bool wanted_ = false;
  int restarts_ = 0;
};

struct Ran {
  int exit_code = -1;
  std::string output;  // stdout
};
// Runs to the end; stderr goes to the log. Fails when it cannot be started or takes longer than timeout_s.
Result<Ran> run(const Command& command, int timeout_s);

}  // namespace mn::demo
