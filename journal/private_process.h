// Keeps what is in this process's memory in it: no core file, no debugger of another user's process, no swap. For
// programs that hold what donors type. Knows nothing of what that is.
#pragma once

#include <string>

namespace mn {

struct Privacy {
  bool no_core = false;      // neither a core file nor a crash handler gets this memory
  bool no_tracing = false;   // other processes of this user cannot read it (root can)
  bool no_swapping = false;  // pages that are touched stay in memory
  std::string words;         // for the technician: what could not be done, and what to change; "" when all was
};

// Once, at the start of main, before anything private is in memory and before the first thread. Never fails: a kiosk
// that cannot lock its memory still works, and says so.
// Pages are locked as they are first touched (MCL_ONFAULT), so a program's memory does not grow by it. Memory is locked
// only where no limit on locked memory binds (RLIMIT_MEMLOCK; the hard limit counts, or the right to raise it): under a
// limit a later allocation would fail, in the middle of a ceremony. The leak sanitizer needs to trace its own process:
// a build with it, run by another user than root, complains when it ends.
Privacy keep_private();

}  // namespace mn
