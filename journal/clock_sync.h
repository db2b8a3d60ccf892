// Whether something (an NTP or GPS service) keeps this machine's clock right, as the kernel says.
#pragma once

#include <optional>

namespace mn {

// Nothing when the kernel does not answer (a container without the right to ask).
std::optional<bool> clock_synchronised();

}  // namespace mn
