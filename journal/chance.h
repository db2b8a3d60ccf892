// The three things a rule may not ask for: random bytes, the time of day, and how long ago something was. Programs draw
// them here and pass them to the rules as arguments.
#pragma once

#include <cstdint>

#include "core/facts.h"

namespace mn {

// From the system's secure source. Never fails: a machine without randomness stops.
Salt new_salt();
Seed new_seed();
ByteArray<8> random_8();

// A visit id (UUID version 7) of this moment.
VisitId new_visit_id();

// Microseconds since 1970 UTC by this machine's clock, which may be years off: for people, never for order.
std::int64_t utc_now_us();

// Nanoseconds of CLOCK_MONOTONIC: comparable between processes of one machine until it restarts.
std::int64_t monotonic_ns();

}  // namespace mn
