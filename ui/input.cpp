// The one thing about input that is more than a value: typed text that wipes itself.
#include "ui/input.h"

#include <string.h>

#include <algorithm>

namespace mn::ui {

InputText::~InputText() { wipe(); }

void InputText::wipe() {
  explicit_bzero(bytes_.data(), bytes_.size());
  size_ = 0;
}

std::size_t InputText::add(std::string_view more) {
  std::size_t taken = std::min(more.size(), kMost - size_);
  // Not in the middle of a letter: bytes 10xxxxxx go on with what came before.
  while (taken > 0 && taken < more.size() && (static_cast<unsigned char>(more[taken]) & 0xC0U) == 0x80) --taken;
  std::copy_n(more.begin(), taken, bytes_.begin() + static_cast<std::ptrdiff_t>(size_));
  size_ += taken;
  return taken;
}

}  // namespace mn::ui
