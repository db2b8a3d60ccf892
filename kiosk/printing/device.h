// ESC/POS to what looks like a file: the kernel's USB printer (/dev/usb/lp0), a serial line, a FIFO.
#pragma once

#include <string>

#include "kiosk/printing/line.h"

namespace mn::printing {

PrintReport print_on_device(const std::string& path, ByteView job, const Limits& limits);
PrintReport ask_device(const std::string& path, const Limits& limits);

}  // namespace mn::printing
