// The command line of mangnon-print.
#pragma once

#include <optional>
#include <string>

#include "kiosk/printing/escpos.h"
#include "kiosk/printing/line.h"
#include "kiosk/printing/paper.h"
#include "kiosk/printing/target.h"

namespace mn::printing {

enum class Task {
  print,   // a slip from standard input
  test,    // the test slip
  status,  // only ask
  preview  // a picture of the slip
};

struct PrintOptions {
  Task task = Task::print;
  Target target;
  Paper paper;
  Ending ending = Ending::cut;
  Limits limits;
  int limit_s = 18;  // after which the program ends by itself; whoever starts it waits a little longer
  std::string preview;
};

struct PrintOptionsRead {
  std::optional<PrintOptions> options;
  int exit_code = 0;  // when there are none
};
PrintOptionsRead read_print_options(int argc, char** argv);

}  // namespace mn::printing
