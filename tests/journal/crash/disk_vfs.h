// SQLite's door to a simulated disk: a file system of its own, registered under a name. One connection at a time uses
// it, as one writer has a journal; the log's shared index lives in memory and dies with that connection.
#pragma once

#include "tests/journal/crash/disk.h"

namespace mn::crash {

inline constexpr const char* kVfsName = "mangnon-crash";

// Registers it once; from then on, in this thread, it works on `disk`.
void use_disk(Disk& disk);

}  // namespace mn::crash
