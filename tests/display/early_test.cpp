// The right number before the fold: it is the number that was shown last, or there is none.
#include "display/early.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "display/noting.h"
#include "display/playback.h"
#include "journal/chance.h"
#include "journal/open.h"
#include "tests/display/ceremony.h"

namespace mn {
namespace {

struct EarlyTest : testing::Test {
  void SetUp() override {
    folder = std::filesystem::temp_directory_path() / ("mangnon-early-" + std::to_string(monotonic_ns()));
    std::filesystem::create_directories(folder);
    for (const char* name : {"a.db", "b.db"}) {
      Result<Own> opened = open_own({(folder / name).string(), campaign.id, "test", "test"});
      ASSERT_TRUE(opened.ok()) << opened.failure().words;
      journals.push_back(*std::move(opened));
    }
    own = &journals.front();
  }
  void TearDown() override {
    journals.clear();
    std::filesystem::remove_all(folder);
  }

  void write(std::vector<Fact> facts) {
    const Head head = *own->journal->head(own->origin);
    Append append{new_visit_id(), utc_now_us(), std::move(facts), {}};
    append.salts.resize(append.facts.size(), new_salt());
    const mn::Run run = seal(campaign.id, head, append, own->keys);
    ASSERT_TRUE(own->journal->append(std::span(&run, 1)).ok());
  }
  void pledge(std::int64_t dong, Way way = Way::transfer) {
    Pledged said = test::said(dong);
    said.way = way;
    if (way == Way::in_kind) said.goods = Goods{"Sách", 1, "bộ"};
    write({said, Named{"Lan", {}}});
  }

  // A screen shows everything there is, and has it noted; the mark comes first when it is told so.
  void show_all(bool marked) {
    Folded folded;
    ASSERT_TRUE(fold_up_to(folded, *own->journal, INT64_MAX).ok());
    Show show;
    begin(show, setting, std::move(folded), ++now);
    if (marked) book.push_back({now, mark_of(show, own->journal->epoch())});
    book.push_back({now, noted::Took{show.folded.position}});
  }

  Campaign campaign = test::sample_campaign();
  Setting setting{campaign, test::test_scenes(), {}};
  std::filesystem::path folder;
  std::vector<Own> journals;
  Own* own = nullptr;
  std::vector<BookLine> book;
  std::int64_t now = 1'000'000;
};

TEST_F(EarlyTest, IsWhatWasShownLast) {
  for (int i = 0; i < 5; ++i) pledge(1'000'000);
  pledge(300'000, Way::in_kind);
  write({Paid{{}, {400'000}, "2025-05-29", sha256(view_of("line")), {}}});
  show_all(true);
  pledge(2'000'000);
  pledge(50'000, Way::in_kind);
  show_all(false);
  pledge(9'000'000);  // came in the dark: an arrival, later
  const std::optional<Folded> early = early_figures(*own->journal, book);
  ASSERT_TRUE(early);
  EXPECT_EQ(early->tally.pledged, (Sum{6, {7'000'000}}));
  EXPECT_EQ(early->tally.received, (Sum{1, {400'000}}));
  EXPECT_EQ(early->tally.in_kind, (Sum{2, {350'000}}));
  EXPECT_EQ(early->most_pledged.dong, 7'000'000);
  Show show;
  begin(show, setting, *early, now);
  const Picture picture = compose(show, setting, Language::vi, now);
  EXPECT_EQ(picture.figures.pledged.shown.dong, 7'000'000);
  EXPECT_EQ(picture.figures.pledged.count, 6);
}

TEST_F(EarlyTest, IsNothingWhenASumAloneCannotFollow) {
  pledge(1'000'000);
  show_all(true);
  ASSERT_TRUE(early_figures(*own->journal, book));
  const std::vector<std::vector<Fact>> hard{{Voided{{own->origin, 2}, "test"}},
                                            {Paid{{}, {5}, "2025-05-29", sha256(view_of("x")), {}}},
                                            {Cued{"safe", {}, {}, {}}}};
  for (const std::vector<Fact>& facts : hard) {
    write(facts);
    show_all(false);
    EXPECT_FALSE(early_figures(*own->journal, book));
    show_all(true);
    EXPECT_TRUE(early_figures(*own->journal, book)) << "the next mark knows of it";
  }
}

TEST_F(EarlyTest, AFrozenScreenWaitsForItsFold) {
  pledge(1'000'000);
  write({Cued{"freeze", {}, {}, {}}});
  show_all(true);
  EXPECT_FALSE(early_figures(*own->journal, book));
}

TEST_F(EarlyTest, AMarkOfAnotherJournalIsNotBelieved) {
  pledge(1'000'000);
  show_all(true);
  EXPECT_TRUE(early_figures(*own->journal, book));
  EXPECT_FALSE(early_figures(*journals[1].journal, book)) << "another epoch";
  noted::Mark mark = std::get<noted::Mark>(book.front().event);
  mark.epoch = journals[1].journal->epoch();
  own = &journals[1];
  pledge(7'000'000);
  EXPECT_FALSE(early_figures(*own->journal, std::vector<BookLine>{{now, mark}})) << "other entries at that place";
  EXPECT_FALSE(early_figures(*own->journal, {}));
}

}  // namespace
}  // namespace mn
