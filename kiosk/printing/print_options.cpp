#include "kiosk/printing/print_options.h"

#include <CLI/CLI.hpp>

namespace mn::printing {
namespace {

constexpr int kUsage = 2;

PrintOptionsRead wrong(const std::string& words) {
  std::fprintf(stderr, "mangnon-print: %s\n", words.c_str());
  return {std::nullopt, kUsage};
}

}  // namespace

PrintOptionsRead read_print_options(int argc, char** argv) {
  PrintOptions out;
  std::string to;
  int width_mm = 80;
  bool no_cut = false, test = false, status = false;
  CLI::App app{
      "Prints one pledge slip and ends. Reads the slip as JSON from standard input, writes one line of JSON with the "
      "outcome\nto standard output: printed, ready, paper_out, no_printer, jam_or_offline or failed. Ends with 0 when "
      "printed or ready.\n\nExample: mangnon-print --to device:/dev/usb/lp0 --width 58 --test"};
  app.name("mangnon-print");
  app.set_version_flag("--version", std::string("mangnon-print ") + MANGNON_VERSION);
  app.add_option("--to", to, "folder:DIR, device:PATH, tcp:HOST:PORT, cups:QUEUE or file:PATH")->type_name("SPEC");
  app.add_option("--width", width_mm, "of the paper in millimetres: 58 or 80 (80)")->check(CLI::IsMember({58, 80}));
  app.add_flag("--no-cut", no_cut, "for printers without a cutter: feed the slip out, to be torn off");
  CLI::Option* as_test = app.add_flag("--test", test, "print a test slip with invented data; read nothing");
  app.add_flag("--status", status, "only ask how the printer is; read nothing, print nothing")->excludes(as_test);
  app.add_option("--preview", out.preview, "draw the slip as a picture instead: one pixel a dot")
      ->type_name("FILE.png");
  app.add_option("--patience", out.limits.stall_ms, "milliseconds in which a printer must take some data (6000)")
      ->check(CLI::Range(100, 600'000))
      ->type_name("MS");
  app.add_option("--limit", out.limit_s, "seconds after which it gives up (18)")
      ->check(CLI::Range(1, 600))
      ->type_name("S");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return {std::nullopt, app.exit(error) == 0 ? 0 : kUsage};
  }
  out.paper = *paper_of(width_mm);
  out.ending = no_cut ? Ending::feed : Ending::cut;
  if (!out.preview.empty()) {
    out.task = test ? Task::test : Task::preview;
    return {out, 0};
  }
  if (to.empty()) return wrong("--to is needed; see --help");
  const Result<Target> target = read_target(to);
  if (!target) return wrong("--to " + target.failure().words);
  out.target = *target;
  out.task = test ? Task::test : status ? Task::status : Task::print;
  return {out, 0};
}

}  // namespace mn::printing
