#include "tests/printing/fake_printer.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <termios.h>

#include <array>
#include <cerrno>

#include "core/check.h"

namespace mn::printing {
namespace {

constexpr int kTurnMs = 10;

bool ends_with(const Bytes& bytes, std::initializer_list<int> with) {
  if (bytes.size() < with.size()) return false;
  std::size_t i = bytes.size() - with.size();
  for (const int byte : with) {
    if (bytes[i++] != byte) return false;
  }
  return true;
}

}  // namespace

FakePrinter::FakePrinter(Descriptor line, Manners manners)
    : line_(std::move(line)), manners_(manners), thread_([this] { work(); }) {}

FakePrinter::~FakePrinter() {
  stop_ = true;
  if (thread_.joinable()) thread_.join();
}

Bytes FakePrinter::job() {
  if (thread_.joinable()) thread_.join();
  return job_;
}

void FakePrinter::say(std::uint8_t byte) { [[maybe_unused]] const ssize_t said = ::write(line_.number(), &byte, 1); }

// How many bytes of `pending_` were a command; 0 when they are none, or not yet.
std::size_t FakePrinter::answer_real_time() {
  if (pending_.size() >= 3 && pending_[1] == 0x04) {
    const bool paper = job_.size() < manners_.paper_until;
    const bool online = paper && !manners_.cover_open;
    std::uint8_t answer = 0x12;
    switch (pending_[2]) {
      case 1:
        answer = online ? 0x12 : 0x1a;
        break;
      case 2:
        answer = static_cast<std::uint8_t>(0x12 | (manners_.cover_open ? 0x04 : 0) | (paper ? 0 : 0x20));
        break;
      case 3:
        break;
      case 4:
        answer = paper ? 0x12 : 0x72;
        break;
      default:
        break;
    }
    if (manners_.answers) say(answer);
    return 3;
  }
  if (pending_.size() >= 10 && pending_[1] == 0x14) {
    forgot_ = true;
    return 10;
  }
  return 0;
}

void FakePrinter::take(std::uint8_t byte) {
  if (!pending_.empty() || byte == 0x10) {
    pending_.push_back(byte);
    if (pending_.size() == 1) return;
    if (pending_[1] == 0x04 || pending_[1] == 0x14) {
      if (answer_real_time() > 0) pending_.clear();
      return;
    }
    job_.insert(job_.end(), pending_.begin(), pending_.end());
    pending_.clear();
  } else {
    job_.push_back(byte);
  }
  // A job's ending and then the question that is answered in its turn.
  if (!ends_with(job_, {0x1d, 'V', 66, 0, 0x1d, 'r', 1}) && !ends_with(job_, {0x1b, 'd', 5, 0x1d, 'r', 1})) return;
  job_.resize(job_.size() - 3);
  if (manners_.answers && manners_.says_done && job_.size() < manners_.paper_until) say(0x00);
}

void FakePrinter::work() {
  std::array<std::uint8_t, 512> part{};
  while (!stop_) {
    pollfd one{line_.number(), POLLIN, 0};
    if (job_.size() >= manners_.reads_until) one.events = 0;
    if (::poll(&one, 1, kTurnMs) <= 0) continue;
    if (one.events == 0) {
      if ((one.revents & (POLLHUP | POLLERR)) != 0) return;
      continue;
    }
    const ssize_t count = ::read(line_.number(), part.data(), part.size());
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    // A pseudo-terminal says EIO while nobody has it open: before the first byte that is no end.
    if (count < 0 && errno == EIO && !heard_) {
      ::usleep(1000);
      continue;
    }
    if (count <= 0) return;
    heard_ = true;
    for (ssize_t i = 0; i < count; ++i) take(part.at(static_cast<std::size_t>(i)));
    if (job_.size() >= manners_.closes_after) {
      line_.close_now();
      return;
    }
  }
}

TcpPrinter::TcpPrinter(Manners manners)
    : manners_(manners), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  // Little room, so that a printer that hangs is felt at once.
  const int room = 2048;
  (void)::setsockopt(listener_.number(), SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  const bool listens = ::bind(listener_.number(), reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       ::listen(listener_.number(), 4) == 0 &&
                       ::getsockname(listener_.number(), reinterpret_cast<sockaddr*>(&address), &size) == 0;
  MN_CHECK(listens, "loopback can be listened on");
  port_ = std::to_string(ntohs(address.sin_port));
  thread_ = std::thread([this] { work(); });
}

TcpPrinter::~TcpPrinter() {
  stop_ = true;
  thread_.join();
}

void TcpPrinter::work() {
  while (!stop_) {
    pollfd one{listener_.number(), POLLIN, 0};
    if (::poll(&one, 1, kTurnMs) <= 0) continue;
    Descriptor line(::accept4(listener_.number(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!line.ok()) continue;
    const std::lock_guard lock(mutex_);
    last_ = std::make_unique<FakePrinter>(std::move(line), manners_);
  }
}

Bytes TcpPrinter::job() {
  const std::lock_guard lock(mutex_);
  return last_ ? last_->job() : Bytes{};
}

bool TcpPrinter::was_told_to_forget() {
  const std::lock_guard lock(mutex_);
  return last_ && last_->was_told_to_forget();
}

DevicePrinter::DevicePrinter(Manners manners) {
  Descriptor master(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
  MN_CHECK(master.ok() && ::grantpt(master.number()) == 0 && ::unlockpt(master.number()) == 0, "a pty can be made");
  path_ = ::ptsname(master.number());
  // Raw from the beginning, so that a question is not echoed as an answer.
  const Descriptor first(::open(path_.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC));
  termios settings{};
  (void)::tcgetattr(first.number(), &settings);
  ::cfmakeraw(&settings);
  (void)::tcsetattr(first.number(), TCSANOW, &settings);
  printer_ = std::make_unique<FakePrinter>(std::move(master), manners);
}

}  // namespace mn::printing
