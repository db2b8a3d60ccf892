// What the hall saw, again: from a journal and the screen's book, or from the entries' own times where no book was
// kept. In a window, or as pictures in a folder; the same journal and times give the same pixels.
#pragma once

#include "display/screen.h"

namespace mn {

// Until the window is closed, or --screenshot was taken. The exit code.
int run_replay(Screen& screen);

// Writes frame_000001.png … from --at to --until into a folder, or with "-" all of them as PPM to stdout. The exit
// code.
int write_frames(Screen& screen);

}  // namespace mn
