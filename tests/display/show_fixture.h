// One screen at its start and the hands that can write to it: what the show's tests begin from.
#pragma once

#include <gtest/gtest.h>

#include "tests/display/ceremony.h"

namespace mn::test {

inline constexpr std::int64_t kStart = 1'000'000;

struct ShowTest : testing::Test {
  Campaign campaign = sample_campaign();
  Origin kiosk{campaign.id, 1};
  Origin desk{campaign.id, 2};
  Setting setting{campaign, test_scenes(), {}};
  Show show;

  // What a screen shows that looked only now: nothing may depend on how often it looked before.
  Picture at(std::int64_t now_ms) {
    Show later = show;
    EXPECT_TRUE(advance(later, setting, {}, now_ms).ok());
    Picture picture = compose(later, setting, Language::vi, now_ms);
    picture.hall = {};  // it would outlive its show
    return picture;
  }
  void begin_empty() { begin(show, setting, Folded{}, kStart); }
};

}  // namespace mn::test
