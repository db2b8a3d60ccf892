// A printer at the other end of a file descriptor, whatever that is: sends a job with time limits, asks how the printer
// is, and finds out whether the paper really came.
#pragma once

#include "core/bytes.h"
#include "kiosk/printing/escpos.h"

namespace mn::printing {

struct Limits {
  int connect_ms = 4000;  // until a network printer answers
  int stall_ms = 6000;    // without taking a single byte
  int answer_ms = 700;    // for one question; a printer that answers at all does so in a few milliseconds
  int done_ms = 10'000;   // for a slip to come out, once it has been sent
};

// Open, non-blocking; closed by its owner.
struct Line {
  int descriptor = -1;
  bool two_way = false;  // whether the printer can be heard
};

// ready, paper_out or jam_or_offline. A printer that does not answer is ready.
PrintReport ask_line(const Line& line, const Limits& limits);

// Asks, sends, and where the printer answers, waits until it says that all was printed. When paper or patience ends
// midway, the printer is told to forget the job, so that it does not come out later for somebody else.
PrintReport print_on_line(const Line& line, ByteView job, const Limits& limits);

}  // namespace mn::printing
