#include "tests/demo/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <thread>

namespace mn::demo {
namespace {

using std::chrono::milliseconds;
constexpr int kStopWaitMs = 5000;

// In the child: log, environment, and death with the parent, so that nothing outlives the demo.
[[noreturn]] void become(const Command& command, int stdout_fd) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int log = ::open(command.log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  const int nothing = ::open("/dev/null", O_RDONLY);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(stdout_fd >= 0 ? stdout_fd : log, STDOUT_FILENO);
  ::dup2(log, STDERR_FILENO);
  for (const auto& [key, value] : command.environment) ::setenv(key.c_str(), value.c_str(), 1);
  std::vector<char*> arguments;
  for (const std::string& argument : command.arguments) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace

Program::Program(Program&& other) noexcept
    : command_(std::move(other.command_)), pid_(other.pid_), wanted_(other.wanted_), restarts_(other.restarts_) {
  other.pid_ = -1;
  other.wanted_ = false;
}

Program::~Program() { stop(); }

Done Program::start() {
  wanted_ = true;
  pid_ = ::fork();
  if (pid_ == 0) become(command_, -1);
  if (pid_ < 0) return Failure{Cause::unavailable, command_.name + ": cannot be started: " + std::strerror(errno)};
  return {};
}

bool Program::running() {
  if (pid_ <= 0) return false;
  if (::waitpid(pid_, nullptr, WNOHANG) == 0) return true;
  pid_ = -1;
  return false;
}

bool Program::tend() {
  if (!wanted_ || running()) return false;
  ++restarts_;
  return start().ok();
}

void Program::kill_hard() {
  if (!running()) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

int Program::end_by(int signal) {
  wanted_ = false;
  if (pid_ <= 0 || ::kill(pid_, signal) != 0) return -1;
  int status = -1;
  for (int waited_ms = 0; waited_ms < kStopWaitMs; waited_ms += 20) {
    if (::waitpid(pid_, &status, WNOHANG) != 0) return pid_ = -1, status;
    std::this_thread::sleep_for(milliseconds(20));
  }
  return -1;
}

void Program::stop() {
  wanted_ = false;
  if (!running()) return;
  ::kill(pid_, SIGTERM);
  for (int waited_ms = 0; waited_ms < kStopWaitMs; waited_ms += 20) {
    if (!running()) return;
    std::this_thread::sleep_for(milliseconds(20));
  }
  kill_hard();
}

Result<Ran> run(const Command& command, int timeout_s) {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) return Failure{Cause::unavailable, "no pipe"};
  const pid_t pid = ::fork();
  if (pid == 0) become(command, ends[1]);
  ::close(ends[1]);
  if (pid < 0) return ::close(ends[0]), Failure{Cause::unavailable, command.name + ": cannot be started"};
  Ran ran;
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(timeout_s);
  bool in_time = true;
  for (;;) {
    pollfd poll_end{ends[0], POLLIN, 0};
    const auto left = std::chrono::duration_cast<milliseconds>(until - std::chrono::steady_clock::now()).count();
    in_time = left > 0;
    if (!in_time || ::poll(&poll_end, 1, static_cast<int>(left)) <= 0) break;
    char buffer[4096];
    const ssize_t size = ::read(ends[0], buffer, sizeof buffer);
    if (size <= 0) break;
    ran.output.append(buffer, static_cast<std::size_t>(size));
  }
  ::close(ends[0]);
  if (!in_time) ::kill(pid, SIGKILL);
  int status = 0;
  ::waitpid(pid, &status, 0);
  if (!in_time)
    return Failure{Cause::unavailable, command.name + ": no end within " + std::to_string(timeout_s) + " s"};
  ran.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ran;
}

}  // namespace mn::demo
