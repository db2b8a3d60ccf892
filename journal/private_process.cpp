#include "journal/private_process.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <cstring>

namespace mn {
namespace {

void say(Privacy& privacy, const std::string& words) {
  if (!privacy.words.empty()) privacy.words += "; ";
  privacy.words += words;
}

// Under a limit the kernel counts all that is mapped, touched or not, and refuses what would be mapped beyond it.
bool memory_unlimited() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_MEMLOCK, &limit) != 0) return false;
  if (limit.rlim_cur == RLIM_INFINITY) return true;
  if (limit.rlim_max == RLIM_INFINITY) {
    limit.rlim_cur = RLIM_INFINITY;
    return ::setrlimit(RLIMIT_MEMLOCK, &limit) == 0;
  }
  const rlimit unlimited{RLIM_INFINITY, RLIM_INFINITY};
  return ::setrlimit(RLIMIT_MEMLOCK, &unlimited) == 0;
}

}  // namespace

Privacy keep_private() {
  Privacy privacy;
  // A crash handler behind a pipe gets its copy whatever the limit says; not being dumpable stops it too.
  const rlimit nothing{0, 0};
  const bool limited = ::setrlimit(RLIMIT_CORE, &nothing) == 0;
  privacy.no_tracing = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
  privacy.no_core = limited && privacy.no_tracing;
  if (!privacy.no_core) say(privacy, fmt::format("core files cannot be switched off: {}", std::strerror(errno)));
  if (!memory_unlimited()) {
    say(privacy,
        "memory is not kept out of swap; set LimitMEMLOCK=infinity in the service, or run the machine without swap");
    return privacy;
  }
  privacy.no_swapping = ::mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) == 0;
  if (!privacy.no_swapping) say(privacy, fmt::format("memory cannot be kept out of swap: {}", std::strerror(errno)));
  return privacy;
}

}  // namespace mn
