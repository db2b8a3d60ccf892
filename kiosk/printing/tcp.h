// ESC/POS to a network printer (raw port 9100). The one place under kiosk/ that opens a socket; no window links it.
#pragma once

#include <string>

#include "kiosk/printing/line.h"

namespace mn::printing {

PrintReport print_over_tcp(const std::string& host, const std::string& port, ByteView job, const Limits& limits);
PrintReport ask_over_tcp(const std::string& host, const std::string& port, const Limits& limits);

}  // namespace mn::printing
