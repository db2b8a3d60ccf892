#include "kiosk/printing/tcp.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/sockios.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>
#include <variant>

#include "kiosk/printing/descriptor.h"

namespace mn::printing {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kLookMs = 20;    // between looks at what the printer has not acknowledged yet
constexpr int kGraceMs = 250;  // for a reset to arrive after everything was acknowledged

struct FreeAddresses {
  void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};

// 0, or why there is no connection.
int connect_within(int descriptor, const addrinfo& address, int limit_ms) {
  if (::connect(descriptor, address.ai_addr, address.ai_addrlen) == 0) return 0;
  if (errno != EINPROGRESS) return errno;
  pollfd one{descriptor, POLLOUT, 0};
  int ready = 0;
  do {
    ready = ::poll(&one, 1, limit_ms);
  } while (ready < 0 && errno == EINTR);
  if (ready <= 0) return ETIMEDOUT;
  int error = 0;
  socklen_t size = sizeof error;
  return ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

std::variant<Descriptor, PrintReport> open_tcp(const std::string& host, const std::string& port, int limit_ms) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICSERV;
  addrinfo* list = nullptr;
  const int looked = ::getaddrinfo(host.c_str(), port.c_str(), &hints, &list);
  const std::unique_ptr<addrinfo, FreeAddresses> addresses(list);
  if (looked != 0)
    return PrintReport{PrintOutcome::no_printer, fmt::format("no address for {}: {}", host, ::gai_strerror(looked))};
  int error = EADDRNOTAVAIL;
  for (const addrinfo* one = list; one != nullptr; one = one->ai_next) {
    Descriptor made(::socket(one->ai_family, one->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, one->ai_protocol));
    if (!made.ok()) continue;
    error = connect_within(made.number(), *one, limit_ms);
    if (error != 0) continue;
    const int on = 1;
    (void)::setsockopt(made.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return made;
  }
  return PrintReport{PrintOutcome::no_printer,
                     fmt::format("nothing answers at {} port {}: {}", host, port, std::strerror(error))};
}

// What was written lies in the kernel until the printer acknowledges it; closing earlier could lose the end of a slip.
PrintReport finish(int descriptor, const PrintReport& report, int limit_ms) {
  const auto until = Clock::now() + std::chrono::milliseconds(limit_ms);
  (void)::shutdown(descriptor, SHUT_WR);
  for (int waiting = 1; waiting > 0;) {
    if (::ioctl(descriptor, SIOCOUTQ, &waiting) != 0) break;
    pollfd one{descriptor, 0, 0};
    (void)::poll(&one, 1, waiting > 0 ? kLookMs : kGraceMs);
    if ((one.revents & POLLERR) != 0)
      return {PrintOutcome::jam_or_offline, "the printer closed the connection in the middle of the job"};
    if (waiting > 0 && Clock::now() > until)
      return {PrintOutcome::jam_or_offline, "the printer does not take the rest of the job"};
  }
  return report;
}

}  // namespace

PrintReport print_over_tcp(const std::string& host, const std::string& port, ByteView job, const Limits& limits) {
  const std::variant<Descriptor, PrintReport> opened = open_tcp(host, port, limits.connect_ms);
  if (const auto* report = std::get_if<PrintReport>(&opened)) return *report;
  const int descriptor = std::get<Descriptor>(opened).number();
  const PrintReport report = print_on_line({descriptor, true}, job, limits);
  return is_well(report) ? finish(descriptor, report, limits.stall_ms) : report;
}

PrintReport ask_over_tcp(const std::string& host, const std::string& port, const Limits& limits) {
  const std::variant<Descriptor, PrintReport> opened = open_tcp(host, port, limits.connect_ms);
  if (const auto* report = std::get_if<PrintReport>(&opened)) return *report;
  return ask_line({std::get<Descriptor>(opened).number(), true}, limits);
}

}  // namespace mn::printing
