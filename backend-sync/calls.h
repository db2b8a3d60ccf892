// Who waits for help at a kiosk: the `called` entries that no `answered` speaks of yet. Pure, folded like everything;
// the order of the origins' entries does not matter.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "core/facts.h"

namespace mn {

struct HelpCall {
  EntryRef entry;
  std::int64_t made_at_us = 0;  // by the kiosk's clock
  std::string screen;           // where the donor stands, sanitised
};

struct Calls {
  std::map<EntryRef, HelpCall> open;
  std::set<EntryRef> answered;
};

// What an entry changed: a call is open now, or is closed now (it was open before).
struct CallNews {
  HelpCall call;
  bool is_open = false;
};
std::optional<CallNews> apply(Calls& calls, const Entry& entry);

}  // namespace mn
