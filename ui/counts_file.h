// Inside ui/ only: the file that $MANGNON_COUNTS names.
#pragma once

#include <cstdio>

#include "ui/counts.h"

namespace mn::ui {

// Opened by the first line; a file that cannot be opened or written is gone without a word: it is for benches.
class CountsFile {
 public:
  CountsFile() = default;
  ~CountsFile();
  CountsFile(const CountsFile&) = delete;
  CountsFile& operator=(const CountsFile&) = delete;
  void add(const FrameCounts& counts);

 private:
  std::FILE* file_ = nullptr;
  bool looked_ = false;
};

}  // namespace mn::ui
