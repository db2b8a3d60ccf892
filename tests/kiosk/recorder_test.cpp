// The recorder on journals that fail in every way it must survive: an append that fails before or after it was kept, a
// journal that opens late or never again, a refusal, a key that changed.
#include "kiosk/recorder.h"

#include <gtest/gtest.h>

#include <deque>

#include "tests/kiosk/fragile_journal.h"

namespace mn::kiosk {
namespace {

using namespace std::chrono_literals;

Append order_of_three() {
  Append order;
  order.visit = visit_id(1'748'480'400'000, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  Pledged pledged;
  pledged.amount = Money{200'000};
  pledged.code = make_code({1, 2, 3, 4, 5, 6, 7, 8});
  order.facts = {pledged, Named{"Nguyễn Thị Hoà", ""}, Consented{"v", false, true}};
  order.salts.resize(3);
  return order;
}

// A recorder on a disk whose journals are told how to fail.
class Place {
 public:
  explicit Place(std::deque<Fragility> failures, std::chrono::milliseconds retry = 5ms) {
    disk_.failures = std::move(failures);
    RecorderOptions options;
    options.open = [this] { return open_fragile(disk_); };
    options.campaign = disk_.campaign;
    options.retry = retry;
    options.complain = [this](const std::string& words) { complaints += words + "\n"; };
    recorder_.emplace(std::move(options));
  }
  Report next_report() {
    for (int i = 0; i < 2000; ++i) {
      const std::vector<Report> fresh = recorder_->take_reports();
      reports_.insert(reports_.end(), fresh.begin(), fresh.end());
      if (!reports_.empty()) {
        const Report report = reports_.front();
        reports_.pop_front();
        return report;
      }
      std::this_thread::sleep_for(1ms);
    }
    ADD_FAILURE() << "the recorder did not report";
    return Unwell{};
  }
  Recorder& recorder() { return *recorder_; }
  // Only after the recorder reported, when it sleeps.
  std::size_t pledges() const { return disk_.pledges(); }
  void stop() { recorder_.reset(); }
  std::string complaints;

 private:
  FragileDisk disk_;
  std::deque<Report> reports_;
  std::optional<Recorder> recorder_;
};

template <class T>
bool is(const Report& report) {
  return std::holds_alternative<T>(report);
}

TEST(Recorder, KeepsAndThanks) {
  Place place({});
  ASSERT_TRUE(is<Well>(place.next_report()));
  place.recorder().record(order_of_three());
  const Report report = place.next_report();
  ASSERT_TRUE(is<Kept>(report));
  EXPECT_EQ(std::get<Kept>(report).visit, order_of_three().visit);
  EXPECT_EQ(std::get<Kept>(report).amount, Money{200'000});
  place.stop();
  EXPECT_EQ(place.pledges(), 1U);
}

TEST(Recorder, FailureAfterItWasKeptIsFoundAgain) {
  Place place({Fragility::keeps_then_fails});
  ASSERT_TRUE(is<Well>(place.next_report()));
  place.recorder().record(order_of_three());
  ASSERT_TRUE(is<Kept>(place.next_report()));
  place.stop();
  EXPECT_EQ(place.pledges(), 1U) << "not once more";
}

TEST(Recorder, FailureBeforeItWasKeptIsTriedOnceMore) {
  Place place({Fragility::fails});
  ASSERT_TRUE(is<Well>(place.next_report()));
  place.recorder().record(order_of_three());
  ASSERT_TRUE(is<Kept>(place.next_report()));
  place.stop();
  EXPECT_EQ(place.pledges(), 1U);
}

TEST(Recorder, TwoFailuresAndItRestsThenHeals) {
  Place place({Fragility::fails, Fragility::fails});
  ASSERT_TRUE(is<Well>(place.next_report()));
  place.recorder().record(order_of_three());
  ASSERT_TRUE(is<NotKept>(place.next_report()));
  ASSERT_TRUE(is<Well>(place.next_report())) << "it opens the journal again by itself";
  EXPECT_FALSE(place.complaints.empty());
  place.stop();
  EXPECT_EQ(place.pledges(), 0U);
}

TEST(Recorder, SecondFailureAfterItWasKeptIsFoundToo) {
  Place place({Fragility::fails, Fragility::keeps_then_fails});
  ASSERT_TRUE(is<Well>(place.next_report()));
  place.recorder().record(order_of_three());
  ASSERT_TRUE(is<Kept>(place.next_report()));
  place.stop();
  EXPECT_EQ(place.pledges(), 1U);
}

TEST(Recorder, JournalThatDoesNotOpenAgain) {
  Place place({Fragility::keeps_then_fails, Fragility::does_not_open, Fragility::does_not_open});
  ASSERT_TRUE(is<Well>(place.next_report()));
  place.recorder().record(order_of_three());
  const Report report = place.next_report();
  ASSERT_TRUE(is<NotKept>(report)) << "nobody can say";
  EXPECT_EQ(std::get<NotKept>(report).visit, order_of_three().visit);
  ASSERT_TRUE(is<Well>(place.next_report()));
  place.stop();
  EXPECT_EQ(place.pledges(), 1U);
}

TEST(Recorder, JournalThatOpensLate) {
  Place place({Fragility::does_not_open, Fragility::does_not_open});
  ASSERT_TRUE(is<Unwell>(place.next_report()));
  ASSERT_TRUE(is<Well>(place.next_report()));
  place.recorder().record(order_of_three());
  ASSERT_TRUE(is<Kept>(place.next_report()));
}

TEST(Recorder, OrderBeforeTheJournalIsOpenIsKept) {
  Place place({});
  place.recorder().record(order_of_three());
  ASSERT_TRUE(is<Well>(place.next_report()));
  ASSERT_TRUE(is<Kept>(place.next_report()));
}

TEST(Recorder, RefusalIsNotTriedAgain) {
  Place place({Fragility::refuses});
  ASSERT_TRUE(is<Well>(place.next_report()));
  place.recorder().record(order_of_three());
  ASSERT_TRUE(is<NotKept>(place.next_report()));
  place.stop();
  EXPECT_EQ(place.pledges(), 0U);
  EXPECT_NE(place.complaints.find("conflict"), std::string::npos);
}

TEST(Recorder, AnotherKeyInBetweenIsNotWrittenWith) {
  Place place({Fragility::keeps_then_fails, Fragility::opens_with_another_key}, 10min);
  ASSERT_TRUE(is<Well>(place.next_report()));
  place.recorder().record(order_of_three());
  ASSERT_TRUE(is<NotKept>(place.next_report()));
  place.stop();
  EXPECT_EQ(place.pledges(), 1U) << "the first one only: another origin would have counted it twice";
}

TEST(Recorder, StoppingWhileAJournalIsUnwellDoesNotWait) {
  Place place({Fragility::does_not_open}, 10min);
  ASSERT_TRUE(is<Unwell>(place.next_report()));
  const auto began = std::chrono::steady_clock::now();
  place.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
}

}  // namespace
}  // namespace mn::kiosk
