// Somebody at this kiosk asked for help: the call lies over the screen until staff came or the donor goes on alone.
#pragma once

#include <cstdint>
#include <optional>

#include "core/id.h"

namespace mn::kiosk {

struct HelpCall {
  bool open = false;              // somebody waits; not: it is over, and is answered when the recorder has told it
  VisitId id;                     // of the append that tells it; all zeros: there is no call
  std::optional<EntryRef> entry;  // the kept `called`; nothing while the recorder is at it
  std::int64_t since_ms = 0;
  bool operator==(const HelpCall&) const = default;
  bool exists() const { return id != VisitId{}; }
};

}  // namespace mn::kiosk
