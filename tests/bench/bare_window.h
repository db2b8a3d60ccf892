// The floor for every latency of a window: a bare X window that paints one band of plain pixels when it is told to, and
// nothing else.
#pragma once

#include <string>
#include <vector>

namespace mn::bench {

// Milliseconds from telling it (through an eventfd, as a journal's commit tells the display) to the server's notice
// that the band was painted. Empty when there is no such X server.
std::vector<double> measure_bare_window(const std::string& x_display, int samples);

}  // namespace mn::bench
