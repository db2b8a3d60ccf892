// Where slips go, as it is written on a command line: "folder:/var/lib/mangnon/slips", "device:/dev/usb/lp0",
// "tcp:192.168.1.50:9100", "cups:Receipts", "file:/tmp/job.bin". Only reads the words; opens nothing.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace mn::printing {

enum class TargetKind {
  folder,  // a PDF for each slip
  device,  // ESC/POS to a character device, a serial line or a FIFO
  tcp,     // ESC/POS to a network printer
  cups,    // a PDF to a queue of CUPS, through `lp`
  file     // the ESC/POS bytes, to look at
};

struct Target {
  TargetKind kind = TargetKind::folder;
  std::string where;  // a path, a queue, or the host (a name, an IPv4 address, or an IPv6 address without brackets)
  std::string port;   // of tcp: 1–65535; "9100" when none was given
  bool operator==(const Target&) const = default;
};

inline constexpr std::size_t kTargetBytesMax = 1000;

// bad_input, with words for a technician, when it is none of the five.
Result<Target> read_target(std::string_view spec);

}  // namespace mn::printing
