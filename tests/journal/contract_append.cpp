// The contract: what append keeps, refuses and answers.
#include "tests/journal/contract.h"

namespace mn {
namespace {

using sealed::joined;
using sealed::kCampaign;
using sealed::Writer;

TEST_P(JournalContract, ANewJournalIsEmptyAndHasAnEpoch) {
  const auto journal = writer();
  ASSERT_TRUE(journal);
  EXPECT_EQ(journal->campaign(), kCampaign);
  EXPECT_EQ(journal->epoch().size(), 32u);
  EXPECT_EQ(journal->epoch().find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(*journal->last_position(), 0u);
  EXPECT_TRUE(journal->heads()->empty());
  EXPECT_TRUE(journal->read_after(0, 10)->empty());
  const OriginId nobody{{1, 2, 3}};
  EXPECT_EQ(*journal->head(nobody), (Head{nobody, 0, {}}));
  EXPECT_TRUE(journal->read_run(nobody, 0, 10)->empty());
}

TEST_P(JournalContract, WhatIsAppendedIsReadBackAsItWas) {
  const auto journal = writer();
  Writer kiosk(1);
  mn::Run wanted;
  for (int i = 0; i < 4; ++i) {
    const mn::Run run = kiosk.next(3);
    const Answer answer = append(*journal, run);
    EXPECT_EQ(answer.outcome, Outcome::appended);
    EXPECT_EQ(answer.head, kiosk.head);
    wanted = joined({wanted, run});
  }
  EXPECT_TRUE(same_entries(all(*journal), wanted));
  EXPECT_EQ(*journal->last_position(), 12u);
  EXPECT_EQ(*journal->head(kiosk.head.origin), kiosk.head);
  EXPECT_EQ(*journal->heads(), std::vector<Head>{kiosk.head});
}

TEST_P(JournalContract, TheSameAgainIsHadAndChangesNothing) {
  const auto journal = writer();
  Writer kiosk(1);
  const mn::Run first = kiosk.next(), second = kiosk.next();
  append(*journal, first);
  append(*journal, second);
  for (const mn::Run& run : {first, second, joined({first, second})}) {
    const Answer answer = append(*journal, run);
    EXPECT_EQ(answer.outcome, Outcome::had);
    EXPECT_EQ(answer.head, kiosk.head);
  }
  EXPECT_TRUE(same_entries(all(*journal), joined({first, second})));
}

TEST_P(JournalContract, ASkippedEntryIsAGapAnsweredWithTheHead) {
  const auto journal = writer();
  Writer kiosk(1);
  const mn::Run first = kiosk.next();
  const Head after_first = kiosk.head;
  const mn::Run second = kiosk.next();
  const Answer before_all = append(*journal, second);
  EXPECT_EQ(before_all.outcome, Outcome::gap);
  EXPECT_EQ(before_all.head, (Head{kiosk.head.origin, 0, {}}));
  append(*journal, first);
  const Answer skipped = append(*journal, kiosk.next());
  EXPECT_EQ(skipped.outcome, Outcome::gap);
  EXPECT_EQ(skipped.head, after_first);
  EXPECT_EQ(append(*journal, second).outcome, Outcome::appended);
  EXPECT_TRUE(same_entries(all(*journal), joined({first, second})));
}

TEST_P(JournalContract, OtherBytesUnderTheSameSeqAreAConflictAndNothingOfThatRunIsKept) {
  const auto journal = writer();
  Writer kiosk(1);
  const mn::Run first = kiosk.next();
  Writer restored = kiosk;  // the same kiosk, set back to an old image
  const mn::Run mine = kiosk.next();
  append(*journal, first);
  append(*journal, mine);
  const mn::Run theirs = restored.other(5);  // longer than what is here: its rest must not be kept either
  const Answer answer = append(*journal, theirs);
  EXPECT_EQ(answer.outcome, Outcome::conflict);
  EXPECT_EQ(answer.head, kiosk.head);
  EXPECT_TRUE(same_entries(all(*journal), joined({first, mine})));
}

TEST_P(JournalContract, AnEntryThatDoesNotFollowTheHeadIsAConflict) {
  const auto journal = writer();
  Writer kiosk(1);
  append(*journal, kiosk.next());
  Writer restored = kiosk;
  append(*journal, kiosk.next(2));
  restored.head = {restored.head.origin, restored.head.seq + 2, sha256({})};  // the right seq, another past
  const Answer answer = append(*journal, restored.other());
  EXPECT_EQ(answer.outcome, Outcome::conflict);
  EXPECT_EQ(answer.head, kiosk.head);
  EXPECT_EQ(*journal->last_position(), 5u);
}

TEST_P(JournalContract, ARunThatOverlapsAppendsItsRest) {
  const auto journal = writer();
  Writer kiosk(1);
  const mn::Run first = kiosk.next(), second = kiosk.next(), third = kiosk.next();
  append(*journal, joined({first, second}));
  const Answer answer = append(*journal, joined({second, third}));
  EXPECT_EQ(answer.outcome, Outcome::appended);
  EXPECT_EQ(answer.head, kiosk.head);
  EXPECT_TRUE(same_entries(all(*journal), joined({as_kept(joined({first, second})), third})));
}

TEST_P(JournalContract, OfSeveralSignaturesInARunOnlyTheLastIsKept) {
  const auto journal = writer();
  Writer kiosk(1);
  const mn::Run run = joined({kiosk.next(), kiosk.next(), kiosk.next()});
  append(*journal, run);
  EXPECT_TRUE(same_entries(all(*journal), as_kept(run)));
}

TEST_P(JournalContract, ManyRunsInOneCommitAreAnsweredOneForOne) {
  const auto journal = writer();
  Writer one(1), two(2), three(3);
  const mn::Run one_a = one.next(), one_b = one.next(), two_a = two.next(), three_a = three.next();
  append(*journal, three_a);
  Writer forked = three;
  forked.head.seq -= 1;
  const std::vector<mn::Run> runs = {one_a, two_a, one_b, one_a, three_a, forked.other(), two.next(1), two_a};
  const mn::Run skipping = (two.next(), two.next());
  std::vector<mn::Run> with_gap = runs;
  with_gap.push_back(skipping);
  const auto answers = journal->append(with_gap);
  ASSERT_TRUE(answers.ok()) << answers.failure().words;
  ASSERT_EQ(answers->size(), with_gap.size());
  const std::vector<Outcome> expected = {Outcome::appended, Outcome::appended, Outcome::appended,
                                         Outcome::had,      Outcome::had,      Outcome::conflict,
                                         Outcome::appended, Outcome::had,      Outcome::gap};
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ((*answers)[i].outcome, expected[i]) << "run " << i;
  EXPECT_EQ((*answers)[0].head.seq, 3u);
  EXPECT_EQ((*answers)[2].head, one.head);
  EXPECT_EQ((*answers)[8].head.seq, 4u);
  EXPECT_EQ(*journal->last_position(), 3u + 3 + 3 + 3 + 1);
  EXPECT_TRUE(same_entries(all(*journal), joined({three_a, one_a, two_a, one_b, runs[6]})));
}

TEST_P(JournalContract, NoRunsAtAllIsFine) {
  const auto journal = writer();
  const auto answers = journal->append({});
  ASSERT_TRUE(answers.ok());
  EXPECT_TRUE(answers->empty());
}

TEST_P(JournalContract, WhatIsNoRunIsRefusedAndTheJournalGoesOn) {
  const auto journal = writer();
  Writer kiosk(1), stranger(2, CampaignId{"lang-son-2025"});
  const mn::Run good = kiosk.next();
  mn::Run unsigned_run = good, torn = good, empty;
  unsigned_run.back().signature.reset();
  torn.erase(torn.begin() + 1);
  const mn::Run foreign = stranger.next();
  for (const mn::Run& bad : {unsigned_run, torn, empty, foreign}) {
    const std::vector<mn::Run> runs = {good, bad};
    const auto answers = journal->append(runs);
    ASSERT_FALSE(answers.ok());
    EXPECT_NE(answers.failure().cause, Cause::unknown) << answers.failure().words;
    EXPECT_EQ(*journal->last_position(), 0u) << "nothing of the call may be kept";
  }
  EXPECT_EQ(append(*journal, good).outcome, Outcome::appended);
}

TEST_P(JournalContract, WithheldBodiesStayWithheld) {
  const auto journal = writer();
  Writer kiosk(1);
  mn::Run run = kiosk.next();
  run[1].body.reset();
  EXPECT_EQ(append(*journal, run).outcome, Outcome::appended);
  EXPECT_TRUE(same_entries(all(*journal), run));
  EXPECT_FALSE((*journal->read_run(kiosk.head.origin, 0, 10))[1].body.has_value());
}

TEST_P(JournalContract, TheSameEntryWithItsBodyIsStillHad) {
  const auto journal = writer();
  Writer kiosk(1);
  const mn::Run whole = kiosk.next();
  mn::Run without = whole;
  without[1].body.reset();
  append(*journal, without);
  EXPECT_EQ(append(*journal, whole).outcome, Outcome::had);
  EXPECT_TRUE(same_entries(all(*journal), without));
}

TEST_P(JournalContract, TheLongestRunFits) {
  const auto journal = writer();
  Writer kiosk(1);
  std::vector<mn::Run> visits;
  for (std::size_t count = 0; count < kRunEntriesMax; count += 10) visits.push_back(kiosk.next(10));
  const mn::Run run = joined(visits);
  ASSERT_EQ(run.size(), kRunEntriesMax);
  ASSERT_TRUE(check_run(run, kiosk.keys.public_key).ok());
  EXPECT_EQ(append(*journal, run).outcome, Outcome::appended);
  EXPECT_TRUE(same_entries(all(*journal), as_kept(run)));
}

// A failed append says nothing about what is kept; the object is done for, and only the journal itself, opened again,
// tells.
TEST_P(JournalContract, AfterAFailedAppendTheJournalIsOpenedAgainAndTellsTheTruth) {
  for (const bool kept : {false, true}) {
    ground = GetParam().make_ground();
    auto journal = writer();
    Writer kiosk(1);
    const mn::Run first = kiosk.next(), second = kiosk.next();
    append(*journal, first);
    if (!ground->fail_next_append(kept)) continue;
    const auto failed = journal->append({&second, 1});
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.failure().cause, Cause::unknown);
    for (int again = 0; again < 2; ++again) {
      const auto repeated = journal->append({&second, 1});
      ASSERT_FALSE(repeated.ok()) << "it must not work on as if nothing had happened";
      EXPECT_EQ(repeated.failure().cause, Cause::unknown);
      EXPECT_FALSE(journal->find_visit(kiosk.head.origin, second.front().header.visit).ok());
      EXPECT_FALSE(journal->head(kiosk.head.origin).ok());
    }
    journal.reset();
    journal = writer();
    EXPECT_EQ(journal->find_visit(kiosk.head.origin, first.front().header.visit)->size(), 3u);
    EXPECT_EQ(journal->find_visit(kiosk.head.origin, second.front().header.visit)->size(), kept ? 3u : 0u);
    EXPECT_EQ(append(*journal, second).outcome, kept ? Outcome::had : Outcome::appended);
    EXPECT_TRUE(same_entries(all(*journal), joined({first, second})));
  }
}

}  // namespace
}  // namespace mn
