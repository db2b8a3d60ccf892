// Load on a real hub over real sockets: what kiosks send, from keep-alive connections, and the same rows in a bare
// SQLite transaction.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace mn::bench {

struct HubLoadOptions {
  std::string folder;      // for the hub's journal; made, and emptied of what this makes
  int connections = 16;    // one origin each
  int seconds = 4;         // of singles, and as much again of batches
  int entries_single = 1;  // in one visit's run: 1 to 3
};

struct HubLoad {
  double singles_per_second = 0;  // each signature verified, each answered after its commit
  double single_p50_ms = 0;
  double single_p99_ms = 0;
  double batch_rows_per_second = 0;        // runs of 500 from four kiosks that catch up at once
  double batch_alone_rows_per_second = 0;  // from one, each sent when the one before it was answered
  double bare_rows_per_second = 0;         // 500-row transactions of the same bytes, same pragmas, same folder
  std::uint64_t refused = 0;               // must be 0
};

HubLoad run_hub_load(const HubLoadOptions& options);

}  // namespace mn::bench
