#include "journal/clock_sync.h"

#include <sys/timex.h>

namespace mn {

std::optional<bool> clock_synchronised() {
  timex asked{};  // modes 0: nothing is set
  const int state = ::adjtimex(&asked);
  if (state == -1) return std::nullopt;
  return state != TIME_ERROR && (asked.status & STA_UNSYNC) == 0;
}

}  // namespace mn
