// What a running program uses, as the kernel says.
#pragma once

#include <sys/types.h>

#include <string>

namespace mn::bench {

// A child of this process by the name of its program; -1 when there is none.
pid_t child_named(const std::string& program);
// Share of one core over the next `seconds`, per cent.
double processor_percent(pid_t pid, double seconds);
// Resident memory, MB (2^20): all of it, and with what is shared divided among those who share it.
struct Memory {
  double resident_mb = 0;
  double proportional_mb = 0;
};
Memory memory_of(pid_t pid);

}  // namespace mn::bench
