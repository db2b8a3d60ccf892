// Somebody at this kiosk asked for help: the call lies over the screen until staff came or the donor goes on alone.
#pragma once

#include <cstdint>
#include <optional>

#include "core/id.h"

namespace mn::kiosk {

struct HelpCall {
  bool open = false;
  VisitId id;                     // of the append that tells it
  std::optional<EntryRef> entry;  // the kept `called`; nothing while the recorder is at it
  std::int64_t since_ms = 0;
};

}  // namespace mn::kiosk
