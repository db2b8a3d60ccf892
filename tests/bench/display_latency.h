// From the append to the pixel: how long after a pledge is durable the number on the real display window changes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/result.h"

namespace mn::bench {

struct DisplayLatencySetup {
  std::filesystem::path program;  // mangnon-display
  std::filesystem::path folder;   // for the journal; made, and left for the caller to remove
  std::string x_display;          // a running X server with nothing else on it: ":77"
  int width_px = 1920;
  int height_px = 1080;
  int pledges_before = 0;  // already in the journal when the window opens
  int samples = 30;        // about two seconds each: every one starts from a picture at rest
};

// Milliseconds from the return of Journal::append, in this process, to the X server's notice that pixels of the
// number's band were painted (XDamage); afterwards the band is read back, and a sample counts only when it really
// changed. Fails when the window does not come, or does not answer an append within two seconds.
Result<std::vector<double>> measure_display_latency(const DisplayLatencySetup& setup);

}  // namespace mn::bench
