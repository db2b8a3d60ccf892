// Slips for tests, from tests/data/slips/. All names, codes and accounts are invented.
#pragma once

#include <gtest/gtest.h>

#include "journal/file.h"
#include "kiosk/printing/slip.h"

namespace mn::printing {

inline std::string slip_json(const std::string& name) {
  const Result<std::string> text =
      read_file(std::string(MANGNON_SOURCE_DIR) + "/tests/data/slips/" + name + ".json", kSlipJsonBytesMax);
  EXPECT_TRUE(text) << name;
  return text ? *text : "";
}

inline Slip slip_of(const std::string& name) {
  const Result<Slip> slip = read_slip(slip_json(name));
  EXPECT_TRUE(slip) << (slip ? "" : slip.failure().words);
  return slip ? *slip : Slip{};
}

}  // namespace mn::printing
