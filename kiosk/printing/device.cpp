#include "kiosk/printing/device.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/lp.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <variant>

#include "kiosk/printing/descriptor.h"

namespace mn::printing {
namespace {

struct Device {
  Descriptor descriptor;
  bool two_way = false;
};

PrintReport not_opened(const std::string& path, int error) {
  const std::string words = fmt::format("cannot open {}: {}", path, std::strerror(error));
  switch (error) {
    case ENOENT:
    case ENXIO:
    case ENODEV:
      return {PrintOutcome::no_printer, words};
    case EBUSY:
      return {PrintOutcome::jam_or_offline, words + " (another program has it)"};
    case EACCES:
    case EPERM:
      return {PrintOutcome::failed, words + " (is the user in the group lp?)"};
    default:
      return {PrintOutcome::failed, words};
  }
}

// A serial line must not change bytes; its speed is the technician's to set.
void make_raw(int descriptor) {
  termios settings{};
  if (::tcgetattr(descriptor, &settings) != 0) return;
  ::cfmakeraw(&settings);
  (void)::tcsetattr(descriptor, TCSANOW, &settings);
}

std::variant<Device, PrintReport> open_device(const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return not_opened(path, errno);
  if (S_ISDIR(about.st_mode)) return PrintReport{PrintOutcome::failed, path + " is a folder; use folder:"};
  // A FIFO opened both ways would hear what it said itself.
  const bool two_way = S_ISCHR(about.st_mode);
  constexpr int kFlags = O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  Device out{Descriptor(::open(path.c_str(), (two_way ? O_RDWR : O_WRONLY) | kFlags)), two_way};
  if (!out.descriptor.ok() && two_way && errno != EBUSY && errno != ENXIO && errno != ENODEV) {
    out = Device{Descriptor(::open(path.c_str(), O_WRONLY | kFlags)), false};
  }
  if (!out.descriptor.ok()) return not_opened(path, errno);
  if (::isatty(out.descriptor.number()) == 1) make_raw(out.descriptor.number());
  return out;
}

// The three status wires that the kernel's printer driver shows, for printers that do not answer for themselves. Only
// "no paper" is believed: many cheap printers leave the other two as they like.
bool wires_say_no_paper(int descriptor) {
  int wires = 0;
  return ::ioctl(descriptor, LPGETSTATUS, &wires) == 0 && (wires & LP_POUTPA) != 0;
}

template <class Doing>
PrintReport with_device(const std::string& path, Doing doing) {
  std::variant<Device, PrintReport> opened = open_device(path);
  if (const auto* report = std::get_if<PrintReport>(&opened)) return *report;
  const Device& device = std::get<Device>(opened);
  const int descriptor = device.descriptor.number();
  if (wires_say_no_paper(descriptor)) return {PrintOutcome::paper_out, "the printer's port says: no paper"};
  const PrintReport report = doing(Line{descriptor, device.two_way});
  if (report.outcome == PrintOutcome::jam_or_offline && wires_say_no_paper(descriptor))
    return {PrintOutcome::paper_out, "the printer's port says: no paper"};
  return report;
}

}  // namespace

PrintReport print_on_device(const std::string& path, ByteView job, const Limits& limits) {
  return with_device(path, [&](const Line& line) { return print_on_line(line, job, limits); });
}

PrintReport ask_device(const std::string& path, const Limits& limits) {
  return with_device(path, [&](const Line& line) { return ask_line(line, limits); });
}

}  // namespace mn::printing
