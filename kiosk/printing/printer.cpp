#include "kiosk/printing/printer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sodium/utils.h>
#include <unistd.h>

#include <array>
#include <utility>

#include "core/check.h"
#include "kiosk/printing/child.h"

namespace mn::printing {
namespace {

void wipe(std::string& text) {
  sodium_memzero(text.data(), text.size());
  text.clear();
}

std::filesystem::path beside_own_program() {
  std::error_code error;
  const std::filesystem::path own = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path("mangnon-print") : own.parent_path() / "mangnon-print";
}

PrinterOptions completed(PrinterOptions options) {
  if (options.program.empty()) options.program = beside_own_program();
  return options;
}

PrintReport not_ended(const ChildRan& ran, const std::filesystem::path& program) {
  switch (ran.end) {
    case ChildEnd::not_found:
      return {PrintOutcome::failed, fmt::format("there is no {}", program.string())};
    case ChildEnd::not_started:
      return {PrintOutcome::failed, fmt::format("{} could not be started", program.string())};
    case ChildEnd::out_of_time:
      return {PrintOutcome::jam_or_offline, "the print program did not end in time"};
    case ChildEnd::stopped:
      return {PrintOutcome::failed, "the kiosk ended before the slip was printed"};
    case ChildEnd::ended:
      break;
  }
  return {PrintOutcome::failed, fmt::format("the print program ended with {} and no report", ran.exit_code)};
}

}  // namespace

Printer::Printer(PrinterOptions options) : options_(completed(std::move(options))) {
  std::array<int, 2> ends{};
  MN_CHECK(::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0, "a pipe can be made");
  stop_read_ = ends[0];
  stop_write_ = ends[1];
  thread_ = std::thread([this] { work(); });
}

Printer::~Printer() {
  {
    std::unique_lock lock(mutex_);
    stop_ = true;
    if (waiting_) wipe(waiting_->json);
    waiting_.reset();
    changed_.notify_all();
    changed_.wait_for(lock, options_.patience_at_end, [this] { return !busy_; });
  }
  const char end = 'e';
  [[maybe_unused]] const ssize_t written = ::write(stop_write_, &end, 1);
  thread_.join();
  ::close(stop_read_);
  ::close(stop_write_);
}

std::optional<PrintJob> Printer::print(const Slip& slip) { return accept(JobOutcome::Asked::slip, to_json(slip)); }
std::optional<PrintJob> Printer::print_test_slip() { return accept(JobOutcome::Asked::test_slip, ""); }
std::optional<PrintJob> Printer::ask_status() { return accept(JobOutcome::Asked::status, ""); }

std::optional<PrintJob> Printer::accept(JobOutcome::Asked asked, std::string json) {
  {
    const std::lock_guard lock(mutex_);
    if (!waiting_) {
      waiting_ = Order{++last_job_, asked, std::move(json)};
      changed_.notify_all();
      return last_job_;
    }
  }
  wipe(json);
  return std::nullopt;
}

std::vector<JobOutcome> Printer::take_outcomes() {
  const std::lock_guard lock(mutex_);
  return std::exchange(outcomes_, {});
}

void Printer::work() {
  // Signals are the drawing thread's business.
  sigset_t all;
  sigfillset(&all);
  ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stop_ || waiting_.has_value(); });
    if (stop_) return;
    Order order = *std::exchange(waiting_, std::nullopt);
    busy_ = true;
    lock.unlock();
    const PrintReport report = carry_out(order);
    wipe(order.json);
    lock.lock();
    busy_ = false;
    outcomes_.push_back({order.job, order.asked, report});
    changed_.notify_all();
    lock.unlock();
    if (!is_well(report) && options_.complain)
      options_.complain(fmt::format("printing: {}: {}", outcome_name(report.outcome), report.words));
    if (options_.outcome_made) options_.outcome_made();
    lock.lock();
  }
}

PrintReport Printer::carry_out(const Order& order) {
  // Its own limit is a little shorter, so that it can say what it waited for.
  const auto limit_s = std::max<long long>(1, options_.limit.count() / 1000 - 2);
  ChildJob job;
  job.arguments = {
      options_.program.string(), "--to", options_.to, "--width", std::to_string(options_.width_mm), "--limit",
      std::to_string(limit_s)};
  if (!options_.cut) job.arguments.emplace_back("--no-cut");
  switch (order.asked) {
    case JobOutcome::Asked::slip:
      break;
    case JobOutcome::Asked::test_slip:
      job.arguments.emplace_back("--test");
      break;
    case JobOutcome::Asked::status:
      job.arguments.emplace_back("--status");
      break;
  }
  job.input = order.json;
  job.limit = options_.limit;
  job.stop = stop_read_;
  job.own_group = true;
  const ChildRan ran = run_child(job);
  if (ran.end != ChildEnd::ended) return not_ended(ran, options_.program);
  const Result<PrintReport> report = read_report(ran.output);
  return report ? *report : not_ended(ran, options_.program);
}

}  // namespace mn::printing
