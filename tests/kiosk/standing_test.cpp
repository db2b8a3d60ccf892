// The kiosk's live total: the same sum as the tally's, whatever comes in whatever order, and no name kept for it.
#include "kiosk/standing.h"

#include <gtest/gtest.h>

#include "core/tally.h"
#include "tests/core/author.h"
#include "tests/core/random_source.h"

namespace mn::kiosk {
namespace {

TEST(Standing, IsTheTallysSumWhateverIsSaid) {
  RandomSource random{7};
  for (int round = 0; round < 200; ++round) {
    Author one(1), two(2);
    Tally tally;
    Standing standing;
    std::vector<EntryRef> pledges;
    int goods = 0, voids = 0;
    for (int turn = 0; turn < 60; ++turn) {
      Author& author = random.one_in(2) ? one : two;
      mn::Run run;
      if (author.head.seq == 0) {
        run = author.is_born();
      } else if (random.one_in(4)) {
        // Of one that was made, of the one that this author makes next, or of one that nobody makes.
        const EntryRef next{author.origin(), author.head.seq + 2};
        const EntryRef never{author.origin(), 100'000};
        run = author.says({Voided{!pledges.empty() && random.one_in(2) ? random.pick(pledges)
                                  : random.one_in(2)                   ? next
                                                                       : never,
                                  "thử"}});
        ++voids;
      } else {
        Pledged said = pledge_of(static_cast<std::int64_t>(1000 + random.below(9'000'000)));
        if (random.one_in(5)) said.way = Way::in_kind, ++goods;
        run = author.says({said, Named{"Nguyễn Thị Hoa", "Chúc các cháu"}});
        pledges.push_back(run.front().ref());
      }
      for (const Entry& entry : run) {
        ASSERT_TRUE(apply(tally, entry).ok());
        ASSERT_TRUE(count_in(standing, entry));
      }
      ASSERT_EQ(standing.count, tally.pledged.count) << "round " << round << " turn " << turn;
      ASSERT_EQ(standing.pledged, tally.pledged.amount);
    }
    ASSERT_GT(goods + voids, 0);
  }
}

TEST(Standing, ASumPast64BitsIsNotKnown) {
  Standing standing;
  standing.pledged = Money{INT64_MAX - 5};
  Author author(1);
  (void)author.is_born();
  EXPECT_FALSE(count_in(standing, author.says({pledge_of(1000)}).front()));
  EXPECT_EQ(standing.count, 0);
}

TEST(Standing, WithheldBodiesCountNothing) {
  Standing standing;
  Author author(1);
  (void)author.is_born();
  Entry entry = author.says({pledge_of(1000)}).front();
  entry.body.reset();
  EXPECT_TRUE(count_in(standing, entry));
  EXPECT_EQ(standing.count, 0);
}

}  // namespace
}  // namespace mn::kiosk
