// A receipt printer that is none: reads a job, answers questions, and misbehaves as it is told. Behind any file
// descriptor.
#pragma once

#include <atomic>
#include <cstddef>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "core/bytes.h"
#include "kiosk/printing/descriptor.h"

namespace mn::printing {

struct Manners {
  static constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();
  bool answers = true;    // to DLE EOT
  bool says_done = true;  // to GS r 1
  bool cover_open = false;
  std::size_t paper_until = kNever;   // bytes of a job; then the roll is at its end
  std::size_t reads_until = kNever;   // then it reads nothing more, and hangs
  std::size_t closes_after = kNever;  // then it hangs up
};

// What a printer does with its end of a line. Ends when the other end closes, when it was told to, or when destroyed.
class FakePrinter {
 public:
  FakePrinter(Descriptor line, Manners manners);
  ~FakePrinter();
  // Waits until the line has been closed by the other side; then what came, without questions.
  Bytes job();
  bool was_told_to_forget() const { return forgot_; }

 private:
  void work();
  void take(std::uint8_t byte);
  std::size_t answer_real_time();
  void say(std::uint8_t byte);

  Descriptor line_;
  const Manners manners_;
  std::atomic<bool> stop_ = false;
  std::atomic<bool> forgot_ = false;
  bool heard_ = false;
  Bytes pending_;  // the beginning of a real-time command, perhaps
  Bytes job_;
  std::thread thread_;
};

// On loopback TCP: takes one connection after another, each with the same manners.
class TcpPrinter {
 public:
  explicit TcpPrinter(Manners manners);
  ~TcpPrinter();
  std::string spec() const { return "tcp:127.0.0.1:" + port_; }
  const std::string& port() const { return port_; }
  // Of the last connection, once it is over.
  Bytes job();
  bool was_told_to_forget();

 private:
  void work();

  Manners manners_;
  Descriptor listener_;
  std::string port_;
  std::atomic<bool> stop_ = false;
  std::mutex mutex_;
  std::unique_ptr<FakePrinter> last_;
  std::thread thread_;
};

// On a pseudo-terminal: a character device that can be read, as /dev/usb/lp0 can.
class DevicePrinter {
 public:
  explicit DevicePrinter(Manners manners);
  const std::string& path() const { return path_; }
  FakePrinter& printer() { return *printer_; }

 private:
  std::string path_;
  std::unique_ptr<FakePrinter> printer_;
};

}  // namespace mn::printing
