// mangnon-print: one slip, one run. Reads it from standard input, prints it, says in one line what became of it. The
// only program under kiosk/ that may reach a network printer. Says nothing about the giver anywhere but on the paper.
#include <signal.h>
#include <sodium/utils.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>

#include "kiosk/printing/cups.h"
#include "kiosk/printing/device.h"
#include "kiosk/printing/folder.h"
#include "kiosk/printing/pdf.h"
#include "kiosk/printing/print_options.h"
#include "kiosk/printing/raster.h"
#include "kiosk/printing/tcp.h"
#include "kiosk/printing/test_slip.h"

namespace mn::printing {
namespace {

void keep_no_traces() {
  (void)::prctl(PR_SET_DUMPABLE, 0);
  const rlimit none{0, 0};
  (void)::setrlimit(RLIMIT_CORE, &none);
  ::umask(077);
}

// Whatever hangs (a driver, a name server): an answer comes all the same. Only what a signal handler may call.
void give_up(int) {
  constexpr std::string_view kWords = "{\"outcome\":\"jam_or_offline\",\"words\":\"no end within the time limit\"}\n";
  [[maybe_unused]] const ssize_t written = ::write(STDOUT_FILENO, kWords.data(), kWords.size());
  ::_exit(1);
}

PrintReport failure_report(const Failure& failure) { return {PrintOutcome::failed, failure.words}; }

Result<Slip> slip_from_input() {
  std::string text(kSlipJsonBytesMax + 1, '\0');
  std::size_t length = 0;
  while (length < text.size()) {
    const ssize_t count = ::read(STDIN_FILENO, text.data() + length, text.size() - length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    length += static_cast<std::size_t>(count);
  }
  Result<Slip> slip = read_slip(std::string_view(text).substr(0, length));
  sodium_memzero(text.data(), text.size());
  return slip;
}

PrintReport ask_target(const Target& target, const Limits& limits) {
  switch (target.kind) {
    case TargetKind::folder:
      return ask_folder(target.where);
    case TargetKind::device:
      return ask_device(target.where, limits);
    case TargetKind::tcp:
      return ask_over_tcp(target.where, target.port, limits);
    case TargetKind::cups:
      return ask_queue(target.where);
    case TargetKind::file:
      return {PrintOutcome::ready, "the printer's bytes are saved in a file"};
  }
  return {};
}

PrintReport print_pdf(const Slip& slip, const PrintOptions& options) {
  Result<Pdf> pdf = pdf_of(slip, options.paper);
  if (!pdf) return failure_report(pdf.failure());
  const Target& target = options.target;
  const PrintReport report = target.kind == TargetKind::cups
                                 ? print_on_queue(target.where, *pdf, options.limits.done_ms)
                                 : save_slip(target.where, slip.memo_code, pdf->bytes);
  sodium_memzero(pdf->bytes.data(), pdf->bytes.size());
  return report;
}

PrintReport print_dots(const Slip& slip, const PrintOptions& options) {
  Result<Bitmap> bitmap = rasterise(slip, options.paper);
  if (!bitmap) return failure_report(bitmap.failure());
  Bytes job = escpos_job(*bitmap, options.ending);
  forget(*bitmap);
  const Target& target = options.target;
  PrintReport report;
  if (target.kind == TargetKind::tcp) report = print_over_tcp(target.where, target.port, job, options.limits);
  if (target.kind == TargetKind::device) report = print_on_device(target.where, job, options.limits);
  if (target.kind == TargetKind::file) report = save_bytes(target.where, text_of(job));
  sodium_memzero(job.data(), job.size());
  return report;
}

PrintReport draw_preview(const Slip& slip, const PrintOptions& options) {
  Result<Bitmap> bitmap = rasterise(slip, options.paper);
  if (!bitmap) return failure_report(bitmap.failure());
  const Done saved = save_png(*bitmap, options.preview);
  forget(*bitmap);
  return saved ? PrintReport{PrintOutcome::printed, "drawn as a picture"} : failure_report(saved.failure());
}

PrintReport carry_out(const PrintOptions& options) {
  if (options.task == Task::status) return ask_target(options.target, options.limits);
  Result<Slip> slip = options.task == Task::test ? Result<Slip>(test_slip()) : slip_from_input();
  if (!slip) return failure_report(slip.failure());
  const bool as_pdf = options.target.kind == TargetKind::folder || options.target.kind == TargetKind::cups;
  const PrintReport report = !options.preview.empty() ? draw_preview(*slip, options)
                             : as_pdf                 ? print_pdf(*slip, options)
                                                      : print_dots(*slip, options);
  forget(*slip);
  return report;
}

}  // namespace
}  // namespace mn::printing

int main(int argc, char** argv) {
  using namespace mn::printing;
  keep_no_traces();
  const PrintOptionsRead read = read_print_options(argc, argv);
  if (!read.options) return read.exit_code;
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGALRM, give_up);
  ::alarm(static_cast<unsigned>(read.options->limit_s));
  const PrintReport report = carry_out(*read.options);
  ::alarm(0);
  const std::string line = to_json_line(report);
  [[maybe_unused]] const ssize_t written = ::write(STDOUT_FILENO, line.data(), line.size());
  return is_well(report) ? 0 : 1;
}
