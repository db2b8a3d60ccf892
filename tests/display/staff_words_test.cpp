// Words that a desk wrote reach the big screen through the same door as givers' words do.
#include <gtest/gtest.h>

#include "tests/core/author.h"
#include "tests/display/ceremony.h"

namespace mn {
namespace {

TEST(StaffWords, ACueThatCannotBeShownIsObeyedWithoutItsWords) {
  const Campaign campaign = test::sample_campaign();
  const Setting setting{campaign, test::test_scenes(), {}};
  Author desk(2, campaign.id);
  Show show;
  begin(show, setting, Folded{}, 1'000);
  test::give(show, setting, desk.is_born(), 1'000);
  const auto spotlight = [&](const std::string& name, const std::string& line) {
    test::give(show, setting, desk.says({Cued{"spotlight", {}, name, line}}), 2'000);
    return compose(show, setting, Language::vi, 60'000).spotlight.value_or(Spotlight{});
  };
  EXPECT_EQ(spotlight("Nông Thị Ví Dụ", "Tiết mục văn nghệ").name, "Nông Thị Ví Dụ");
  EXPECT_EQ(spotlight("Nông Thị Ví Dụ", "Tiết mục văn nghệ").line, "Tiết mục văn nghệ");
  for (const std::string& bad : {std::string("A\xE2\x80\xAE") + "B", std::string("A\nB"), std::string(500, 'A')}) {
    EXPECT_EQ(spotlight(bad, "Xin mời").name, "");
    EXPECT_EQ(spotlight(bad, "Xin mời").line, "Xin mời");
    EXPECT_EQ(spotlight("Hoa", bad).line, "");
  }
}

}  // namespace
}  // namespace mn
