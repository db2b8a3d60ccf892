// The two directions of copying as loops: give the rules what happened, do what they order. Each returns an exit code.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "journal/open.h"

namespace mn {

struct SyncOptions {
  std::string journal;
  std::string hub;               // http://ADDRESS:PORT
  std::string hub_card;          // the hub's FILE.pub, "" to trust whoever answers there
  std::string name = "display";  // of the journal that pull makes
  bool once = false;
  int timeout_s = 60;  // of --once
};

// Pushes a journal until the end of time, or with `once` until all of it is at the hub.
int push(const SyncOptions& options);
// Pulls a hub into a journal, as that journal's one writer.
int pull(const SyncOptions& options);

}  // namespace mn
