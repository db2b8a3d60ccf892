// The contract: what readers see, in which order, and how they are woken.
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "journal/verify.h"
#include "tests/journal/contract.h"

namespace mn {
namespace {

using sealed::joined;
using sealed::Writer;
using namespace std::chrono_literals;

TEST_P(JournalContract, ReadAfterGivesPositionsInOrderUpToTheLimit) {
  const auto journal = writer();
  Writer one(1), two(2);
  for (int i = 0; i < 5; ++i) {
    append(*journal, one.next(2));
    append(*journal, two.next(3));
  }
  const auto part = journal->read_after(4, 6);
  ASSERT_TRUE(part.ok());
  ASSERT_EQ(part->size(), 6u);
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ((*part)[i].position, 5 + i);
  EXPECT_EQ(journal->read_after(24, 100)->size(), 1u);
  EXPECT_TRUE(journal->read_after(25, 100)->empty());
  EXPECT_TRUE(journal->read_after(1'000'000, 100)->empty());
  EXPECT_TRUE(journal->read_after(UINT64_MAX, 100)->empty());
  EXPECT_EQ(journal->read_after(0, SIZE_MAX)->size(), 25u);
}

TEST_P(JournalContract, HeadsAreOrderedByOrigin) {
  const auto journal = writer();
  std::vector<Head> expected;
  for (std::uint8_t number = 1; number <= 20; ++number) {
    Writer kiosk(number);
    append(*journal, kiosk.next(number % 4 + 1));
    expected.push_back(kiosk.head);
  }
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(*journal->heads(), expected);
  for (const Head& head : expected) EXPECT_EQ(*journal->head(head.origin), head);
}

TEST_P(JournalContract, ReadRunEndsAtASignature) {
  const auto journal = writer();
  Writer kiosk(1), other(2);
  const OriginId origin = kiosk.head.origin;
  std::vector<mn::Run> runs;
  for (int i = 0; i < 6; ++i) {
    runs.push_back(kiosk.next(3));
    append(*journal, runs.back());
    append(*journal, other.next(2));
  }
  EXPECT_TRUE(same_entries(*journal->read_run(origin, 0, 100), joined(runs)));
  EXPECT_TRUE(same_entries(*journal->read_run(origin, 0, 9), joined({runs[0], runs[1], runs[2]})));
  EXPECT_TRUE(same_entries(*journal->read_run(origin, 0, 8), joined({runs[0], runs[1]}))) << "cut";
  EXPECT_TRUE(same_entries(*journal->read_run(origin, 3, 1), runs[1])) << "stretched";
  EXPECT_TRUE(same_entries(*journal->read_run(origin, 3, 0), runs[1])) << "always progress";
  EXPECT_EQ(journal->read_run(origin, 4, 1)->size(), 2u) << "from the middle of a run";
  EXPECT_TRUE(journal->read_run(origin, 18, 10)->empty());
  EXPECT_TRUE(journal->read_run(origin, UINT64_MAX, 10)->empty());
  for (std::size_t entries_max : {1, 2, 3, 7, 500, 100'000}) {
    Seq after = 0;
    while (after < 18) {
      const auto run = journal->read_run(origin, after, entries_max);
      ASSERT_TRUE(run.ok() && !run->empty());
      EXPECT_TRUE(check_run(*run, kiosk.keys.public_key).ok());
      EXPECT_EQ(run->front().header.seq, after + 1);
      after = run->back().header.seq;
    }
    EXPECT_EQ(after, 18u);
  }
}

TEST_P(JournalContract, AStoredRunOfTheLongestLengthIsReadWhole) {
  const auto journal = writer();
  Writer kiosk(1);
  std::vector<mn::Run> visits;
  for (std::size_t count = 0; count < kRunEntriesMax; count += 10) visits.push_back(kiosk.next(10));
  append(*journal, joined(visits));  // one signature, at its end
  append(*journal, kiosk.next(2));
  for (std::size_t entries_max : {1, 499, 500, 501}) {
    const auto run = journal->read_run(kiosk.head.origin, 0, entries_max);
    ASSERT_TRUE(run.ok()) << run.failure().words;
    EXPECT_EQ(run->size(), kRunEntriesMax);
  }
  EXPECT_EQ(journal->read_run(kiosk.head.origin, 1, 10)->size(), kRunEntriesMax - 1);
  EXPECT_EQ(journal->read_run(kiosk.head.origin, 1, 500)->size(), kRunEntriesMax - 1);
  EXPECT_EQ(journal->read_run(kiosk.head.origin, 2, 500)->size(), kRunEntriesMax) << "both runs, 498 + 2";
  EXPECT_EQ(journal->read_run(kiosk.head.origin, 500, 1)->size(), 2u);
}

TEST_P(JournalContract, FindVisitFindsTheVisitOfThatOriginOnly) {
  const auto journal = writer();
  Writer one(1), two(2);
  const mn::Run first = one.next(), second = one.next(4);
  append(*journal, first);
  append(*journal, second);
  append(*journal, two.next());
  const VisitId visit = second.front().header.visit;
  EXPECT_TRUE(same_entries(*journal->find_visit(one.head.origin, visit), second));
  EXPECT_TRUE(journal->find_visit(two.head.origin, visit)->empty());
  EXPECT_TRUE(journal->find_visit(one.head.origin, sealed::visit_number(99, one.head.origin))->empty());
}

TEST_P(JournalContract, AReaderSeesWhatIsAppendedAfterItWasOpened) {
  const auto journal = writer();
  const auto other = reader();
  ASSERT_TRUE(other);
  EXPECT_EQ(other->epoch(), journal->epoch());
  EXPECT_EQ(other->campaign(), journal->campaign());
  Writer kiosk(1);
  mn::Run wanted;
  for (int i = 0; i < 5; ++i) {
    const mn::Run run = kiosk.next();
    append(*journal, run);
    wanted = joined({wanted, run});
    EXPECT_EQ(*other->last_position(), wanted.size());
    EXPECT_TRUE(same_entries(all(*other), wanted));
    EXPECT_EQ(*other->head(kiosk.head.origin), kiosk.head);
    EXPECT_EQ(other->find_visit(kiosk.head.origin, run.front().header.visit)->size(), 3u);
  }
}

TEST_P(JournalContract, AReaderBesideAWriterNeverSkipsAnEntryAndNeverSeesHalfARun) {
  const auto journal = writer();
  constexpr std::size_t kRuns = 300;
  std::vector<Entry> seen;
  std::thread following([&] {
    const auto other = reader();
    while (seen.size() < 3 * kRuns) {
      const auto waited = other->wait_beyond(seen.size(), 10s);
      ASSERT_TRUE(waited.ok() && *waited) << "no entry after " << seen.size();
      const auto part = other->read_after(seen.size(), 100'000);
      ASSERT_TRUE(part.ok()) << part.failure().words;
      ASSERT_EQ(part->size() % 3, 0u) << "half a run";
      for (const Placed& placed : *part) {
        ASSERT_EQ(placed.position, seen.size() + 1);
        seen.push_back(placed.entry);
      }
      ASSERT_EQ(*other->last_position() % 3, 0u);
    }
  });
  mn::Run wanted;
  Writer one(1), two(2);
  for (std::size_t i = 0; i < kRuns; ++i) {
    const mn::Run run = (i % 2 == 0 ? one : two).next();
    append(*journal, run);
    wanted.insert(wanted.end(), run.begin(), run.end());
  }
  following.join();
  EXPECT_TRUE(same_entries(seen, wanted));
}

TEST_P(JournalContract, WaitBeyondSaysNoWhenNothingComes) {
  const auto journal = writer();
  Writer kiosk(1);
  append(*journal, kiosk.next());
  const auto other = reader();
  EXPECT_TRUE(*other->wait_beyond(0, 0ms));
  EXPECT_TRUE(*other->wait_beyond(2, 10s));
  const auto began = std::chrono::steady_clock::now();
  EXPECT_FALSE(*other->wait_beyond(3, 50ms));
  EXPECT_GE(std::chrono::steady_clock::now() - began, 50ms);
  EXPECT_FALSE(*other->wait_beyond(3, 0ms));
}

TEST_P(JournalContract, WaitBeyondWakesAtACommit) {
  const auto journal = writer();
  const auto other = reader();
  std::thread later([&] {
    std::this_thread::sleep_for(30ms);
    Writer kiosk(1);
    append(*journal, kiosk.next());
  });
  const auto began = std::chrono::steady_clock::now();
  EXPECT_TRUE(*other->wait_beyond(0, 20s));
  EXPECT_LT(std::chrono::steady_clock::now() - began, 10s);
  later.join();
}

TEST_P(JournalContract, AJournalOpenedAgainIsTheSame) {
  Writer one(1), two(2);
  mn::Run wanted;
  std::string epoch;
  for (int i = 0; i < 3; ++i) {
    const auto journal = writer();
    if (i == 0) epoch = journal->epoch();
    EXPECT_EQ(journal->epoch(), epoch);
    EXPECT_TRUE(same_entries(all(*journal), wanted));
    for (Writer* from : {&one, &two}) {
      const mn::Run run = from->next();
      EXPECT_EQ(append(*journal, run).outcome, Outcome::appended);
      EXPECT_EQ(append(*journal, run).outcome, Outcome::had);
      wanted = joined({wanted, run});
    }
  }
  const auto other = reader();
  EXPECT_TRUE(same_entries(all(*other), wanted));
  EXPECT_EQ(other->epoch(), epoch);
  const auto verified = verify(*other);
  ASSERT_TRUE(verified.ok()) << verified.failure().words;
  EXPECT_EQ(verified->entry_count, wanted.size());
  EXPECT_EQ(verified->heads, *other->heads());
}

TEST_P(JournalContract, TwoWritersAreRefused) {
  const auto journal = writer();
  const auto second = ground->open_writer(sealed::kCampaign);
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.failure().cause, Cause::busy);
  EXPECT_FALSE(second.failure().words.empty());
  Writer kiosk(1);
  EXPECT_EQ(append(*journal, kiosk.next()).outcome, Outcome::appended);
}

TEST_P(JournalContract, AnotherCampaignIsRefused) {
  writer().reset();
  const auto other = ground->open_writer(CampaignId{"lang-son-2025"});
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(other.failure().cause, Cause::refused);
  EXPECT_NE(other.failure().words.find("rehearsal-test"), std::string::npos);
  EXPECT_EQ(writer()->campaign(), sealed::kCampaign) << "refusing changed nothing";
}

TEST_P(JournalContract, AReaderBeforeAnyWriterIsToldThatNothingIsThere) {
  const auto early = ground->open_reader();
  ASSERT_FALSE(early.ok());
  EXPECT_EQ(early.failure().cause, Cause::not_found);
}

}  // namespace
}  // namespace mn
