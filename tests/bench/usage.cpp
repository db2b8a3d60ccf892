#include "tests/bench/usage.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace mn::bench {
namespace {

// Seconds of processor of all its threads, living and ended, user and system.
double processor_seconds(pid_t pid) {
  std::ifstream in(fmt::format("/proc/{}/stat", pid));
  std::string text((std::istreambuf_iterator<char>(in)), {});
  // The name, in brackets, may hold spaces; user and system time are the 12th and 13th after it.
  std::istringstream fields(text.substr(std::min(text.size(), text.rfind(')') + 1)));
  std::string field;
  double ticks = 0;
  for (int place = 1; place <= 13 && fields >> field; ++place) {
    if (place >= 12) ticks += std::stod(field);
  }
  return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

}  // namespace

pid_t child_named(const std::string& program) {
  std::ifstream in(fmt::format("/proc/self/task/{}/children", ::getpid()));
  for (pid_t pid = 0; in >> pid;) {
    std::error_code error;
    if (std::filesystem::read_symlink(fmt::format("/proc/{}/exe", pid), error).filename() == program) return pid;
  }
  return -1;
}

double processor_percent(pid_t pid, double seconds) {
  using Clock = std::chrono::steady_clock;
  const double before = processor_seconds(pid);
  const Clock::time_point start = Clock::now();
  std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
  const double passed = std::chrono::duration<double>(Clock::now() - start).count();
  return 100 * (processor_seconds(pid) - before) / passed;
}

Memory memory_of(pid_t pid) {
  std::ifstream in(fmt::format("/proc/{}/smaps_rollup", pid));
  Memory out;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string name;
    double kilobytes = 0;
    if (!(fields >> name >> kilobytes)) continue;
    if (name == "Rss:") out.resident_mb = kilobytes / 1024;
    if (name == "Pss:") out.proportional_mb = kilobytes / 1024;
  }
  return out;
}

}  // namespace mn::bench
