// One screen at its start and the hands that can write to it: what the show's tests begin from.
#pragma once

#include <gtest/gtest.h>

#include "tests/display/ceremony.h"

namespace mn::test {

inline constexpr std::int64_t kStart = 1'000'000;

struct ShowTest : testing::Test {
  Campaign campaign = sample_campaign();
  Origin kiosk{campaign.id, 1};

}  // namespace mn::test
