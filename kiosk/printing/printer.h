// The window's printer: a thread that starts mangnon-print for each slip and brings its answer, so that the drawing
// thread never waits for paper. Draws nothing, opens no printer and no network itself; a slip goes through a pipe and
// nowhere else.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "kiosk/printing/outcome.h"
#include "kiosk/printing/slip.h"

namespace mn::printing {

struct PrinterOptions {
  std::filesystem::path program;  // mangnon-print; empty: beside this process's own program
  std::string to;                 // as for --to; see target.h
  int width_mm = 80;              // 58 or 80
  bool cut = true;
  std::chrono::milliseconds limit{20'000};                // after which a print program is killed
  std::chrono::milliseconds patience_at_end{2'000};       // how long the destructor lets one finish
  std::function<void()> outcome_made;                     // called on the printer's thread; may be empty
  std::function<void(const std::string&)> complain = {};  // words for a technician, never a giver's; may be empty
};

using PrintJob = std::uint64_t;  // 1, 2, 3 … for each Printer

struct JobOutcome {
  PrintJob job = 0;
  enum class Asked { slip, test_slip, status } asked = Asked::slip;
  PrintReport report;
};

class Printer {
 public:
  explicit Printer(PrinterOptions options);  // starts the thread
  // Lets the program under way finish for patience_at_end, then kills it; drops what waits. Returns within that and
  // about two seconds, whatever the program does.
  ~Printer();
  Printer(const Printer&) = delete;
  Printer& operator=(const Printer&) = delete;

  // One job may be under way and one wait; nothing when both places are taken. Never waits.
  std::optional<PrintJob> print(const Slip& slip);
  std::optional<PrintJob> print_test_slip();
  std::optional<PrintJob> ask_status();

  // What came to an end since the last call, in order; each accepted job exactly once. Never waits.
  std::vector<JobOutcome> take_outcomes();

 private:
  struct Order {
    PrintJob job = 0;
    JobOutcome::Asked asked = JobOutcome::Asked::slip;
    std::string json;  // wiped when it has been sent
  };

  std::optional<PrintJob> accept(JobOutcome::Asked asked, std::string json);
  void work();
  PrintReport carry_out(const Order& order);

  const PrinterOptions options_;
  int stop_read_ = -1;  // readable once the program under way shall end
  int stop_write_ = -1;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Order> waiting_;
  bool busy_ = false;
  bool stop_ = false;
  PrintJob last_job_ = 0;
  std::vector<JobOutcome> outcomes_;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace mn::printing
