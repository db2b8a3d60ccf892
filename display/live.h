// The screen in the hall: takes what the reader's thread hands over, composes, draws, sleeps until the next change, and
// has all of it noted in the screen's book.
#pragma once

#include "display/screen.h"

namespace mn {

// Until the window is closed, or --screenshot was taken. The exit code.
int run_live(Screen& screen);

}  // namespace mn
