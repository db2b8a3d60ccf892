#include "kiosk/printing/cups.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

#include "kiosk/printing/child.h"

namespace mn::printing {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kAskLimit{4000};
constexpr milliseconds kHandOverLimit{8000};
constexpr useconds_t kLookUs = 300'000;

ChildRan ask_cups(std::vector<std::string> arguments) {
  ChildJob job;
  job.arguments = std::move(arguments);
  job.limit = kAskLimit;
  job.with_errors = true;
  return run_child(job);
}

bool says(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

PrintReport not_run(const ChildRan& ran, std::string_view program) {
  switch (ran.end) {
    case ChildEnd::not_found:
      return {PrintOutcome::no_printer, fmt::format("{} is not installed; install cups-client", program)};
    case ChildEnd::out_of_time:
    case ChildEnd::stopped:
      return {PrintOutcome::jam_or_offline, "CUPS does not answer"};
    case ChildEnd::not_started:
      return {PrintOutcome::failed, fmt::format("{} could not be started", program)};
    case ChildEnd::ended:
      break;
  }
  if (says(ran.output, "does not exist") || says(ran.output, "nknown"))
    return {PrintOutcome::no_printer, "CUPS knows no such queue"};
  if (says(ran.output, "not responding") || says(ran.output, "onnect") || says(ran.output, "cheduler"))
    return {PrintOutcome::no_printer, "CUPS is not running on this machine"};
  if (says(ran.output, "not accepting")) return {PrintOutcome::jam_or_offline, "the queue accepts no jobs"};
  return {PrintOutcome::failed, fmt::format("{} ended with {}", program, ran.exit_code)};
}

// The value of one option, up to the next space.
std::string_view option(std::string_view options, std::string_view name) {
  const std::size_t at = options.find(name);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = options.substr(at + name.size());
  return rest.substr(0, rest.find_first_of(" \n"));
}

bool left_the_queue(const std::string& queue, const std::string& request) {
  const ChildRan waiting = ask_cups({"lpstat", "-o", queue});
  return waiting.end == ChildEnd::ended && waiting.exit_code == 0 && !says(waiting.output, request + " ");
}

PrintReport watch(const std::string& queue, const std::string& request, int done_ms) {
  const auto until = std::chrono::steady_clock::now() + milliseconds(done_ms);
  while (std::chrono::steady_clock::now() < until) {
    if (left_the_queue(queue, request)) return {PrintOutcome::printed, "the queue says that it is done"};
    const PrintReport now = ask_queue(queue);
    if (!is_well(now)) {
      (void)ask_cups({"cancel", request});
      return now;
    }
    ::usleep(kLookUs);
  }
  return {PrintOutcome::printed, "the queue has the job; it did not say when it was done"};
}

}  // namespace

PrintReport judge_queue(std::string_view options) {
  const std::string_view reasons = option(options, "printer-state-reasons=");
  if (says(reasons, "media-empty") || says(reasons, "media-needed"))
    return {PrintOutcome::paper_out, "the queue says: no paper"};
  if (says(reasons, "media-jam")) return {PrintOutcome::jam_or_offline, "the queue says: the paper is jammed"};
  if (says(reasons, "cover-open") || says(reasons, "door-open"))
    return {PrintOutcome::jam_or_offline, "the queue says: a cover is open"};
  if (says(reasons, "offline") || says(reasons, "connecting-to-device") || says(reasons, "timed-out"))
    return {PrintOutcome::jam_or_offline, "the queue says: the printer is off-line"};
  if (option(options, "printer-state=") == "5" || says(reasons, "paused"))
    return {PrintOutcome::jam_or_offline, "the queue is stopped; cupsenable starts it"};
  if (option(options, "printer-is-accepting-jobs=") == "false")
    return {PrintOutcome::jam_or_offline, "the queue accepts no jobs"};
  if (says(reasons, "media-low")) return {PrintOutcome::ready, "the queue is ready; its paper is nearly at the end"};
  return {PrintOutcome::ready, "the queue is ready"};
}

std::string request_of(std::string_view said) {
  constexpr std::string_view kBefore = "request id is ";
  const std::size_t at = said.find(kBefore);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = said.substr(at + kBefore.size());
  return std::string(rest.substr(0, rest.find_first_of(" \n")));
}

PrintReport ask_queue(const std::string& queue) {
  ::setenv("LC_ALL", "C", 1);  // the words below are compared with English ones
  const ChildRan ran = ask_cups({"lpoptions", "-p", queue});
  // An unknown queue makes lpoptions complain, or answer nothing at all.
  if (ran.end != ChildEnd::ended || ran.exit_code != 0) return not_run(ran, "lpoptions");
  if (!says(ran.output, "printer-")) return {PrintOutcome::no_printer, "CUPS knows no such queue"};
  return judge_queue(ran.output);
}

PrintReport print_on_queue(const std::string& queue, const Pdf& pdf, int done_ms) {
  const PrintReport before = ask_queue(queue);
  if (!is_well(before)) return before;
  ChildJob job;
  // The job's title is seen by everybody who looks at the queue: it says nothing.
  job.arguments = {"lp",
                   "-d",
                   queue,
                   "-t",
                   "mangnon",
                   "-o",
                   fmt::format("media=Custom.{}x{}mm", pdf.width_mm, pdf.height_mm),
                   "-o",
                   "print-scaling=none",
                   "-"};
  job.input = pdf.bytes;
  job.limit = kHandOverLimit;
  job.with_errors = true;
  const ChildRan ran = run_child(job);
  if (ran.end != ChildEnd::ended || ran.exit_code != 0) return not_run(ran, "lp");
  const std::string request = request_of(ran.output);
  if (request.empty()) return {PrintOutcome::printed, "the queue has the job"};
  return watch(queue, request, done_ms);
}

}  // namespace mn::printing
