// Which PINs are taken.
#include "core/pin.h"

#include <gtest/gtest.h>

#include <vector>

namespace mn {
namespace {

TEST(Pin, Table) {
  const std::vector<std::pair<const char*, PinFault>> table = {
      {"", PinFault::too_short},        {"48291", PinFault::too_short},         {"482913", PinFault::ok},
      {"000731", PinFault::ok},         {"482913482914", PinFault::ok},         {"4829134829135", PinFault::too_long},
      {"48291a", PinFault::not_digits}, {"482 913", PinFault::not_digits},      {"４８２９１３", PinFault::not_digits},
      {"000000", PinFault::too_simple}, {"999999999999", PinFault::too_simple}, {"111112", PinFault::too_simple},
      {"112211", PinFault::too_simple}, {"121212", PinFault::too_simple},       {"123123", PinFault::too_simple},
      {"482482", PinFault::too_simple}, {"1231231", PinFault::too_simple},      {"123456", PinFault::too_simple},
      {"654321", PinFault::too_simple}, {"012345", PinFault::too_simple},       {"567890", PinFault::too_simple},
      {"210987", PinFault::too_simple}, {"789012345", PinFault::too_simple},    {"123457", PinFault::ok},
      {"135790", PinFault::ok},
  };
  for (const auto& [pin, fault] : table) EXPECT_EQ(pin_fault(pin), fault) << pin;
}

}  // namespace
}  // namespace mn
