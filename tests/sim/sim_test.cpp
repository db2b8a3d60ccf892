// Thousands of ceremonies that never happened: every invariant after every step; and planted bugs that must each be
// found.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>

#include "core/check.h"
#include "journal/file.h"
#include "tests/sim/world.h"

namespace mn::sim {

const Campaign& sim_campaign() {
  static const Campaign campaign = [] {
    Result<Campaign> read = load_campaign(std::string(MANGNON_SOURCE_DIR) + "/assets/campaign/lang-son-2025.json");
    MN_CHECK(read.ok(), "the bundled campaign is right");
    return *std::move(read);
  }();
  return campaign;
}

std::string_view bug_text(Bug bug) {
  switch (bug) {
    case Bug::none:
      return "none";
    case Bug::no_deduplication:
      return "no_deduplication";
    case Bug::gap_accepted:
      return "gap_accepted";
    case Bug::thank_before_durable:
      return "thank_before_durable";
    case Bug::thank_on_failure:
      return "thank_on_failure";
    case Bug::retry_with_new_id:
      return "retry_with_new_id";
    case Bug::no_look_up:
      return "no_look_up";
    case Bug::two_orders:
      return "two_orders";
    case Bug::cursor_never_back:
      return "cursor_never_back";
    case Bug::answer_before_commit:
      return "answer_before_commit";
    case Bug::stored_cursor:
      return "stored_cursor";
    case Bug::fold_from_start_on_top:
      return "fold_from_start_on_top";
    case Bug::received_into_pledged:
      return "received_into_pledged";
    case Bug::void_not_taken_back:
      return "void_not_taken_back";
    case Bug::count_up_rounds:
      return "count_up_rounds";
    case Bug::goods_into_pledged:
      return "goods_into_pledged";
    case Bug::call_forgotten:
      return "call_forgotten";
    case Bug::unsigned_accepted:
      return "unsigned_accepted";
    case Bug::name_while_it_waits:
      return "name_while_it_waits";
    case Bug::old_verdict:
      return "old_verdict";
    case Bug::consent_late:
      return "consent_late";
    case Bug::matched_into_pledged:
      return "matched_into_pledged";
    case Bug::freeze_thaws:
      return "freeze_thaws";
    case Bug::celebrated_on_load:
      return "celebrated_on_load";
    case Bug::announced_after_reading:
      return "announced_after_reading";
    case Bug::checked_unproven:
      return "checked_unproven";
  }
  return "?";
}

namespace {

constexpr int kSteps = 260;

std::uint64_t schedules() {
  const char* wanted = std::getenv("MANGNON_SCHEDULES");
  return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 30'000;
}

TEST(Ceremony, EveryInvariantHoldsAfterEveryStep) {
  const std::uint64_t count = schedules();
  (void)sim_campaign();
  (void)make_world(0, Bug::none);
  (void)hall_setting(0);
  std::atomic<std::uint64_t> next = 1;
  std::mutex mutex;
  std::string first_broken;
  std::uint64_t first_seed = ~std::uint64_t{0};
  const auto work = [&] {
    for (std::uint64_t seed = next++; seed <= count; seed = next++) {
      const std::optional<std::string> broken = run_schedule(seed, Bug::none, kSteps);
      if (!broken) continue;
      const std::lock_guard hold(mutex);
      if (seed < first_seed) first_seed = seed, first_broken = *broken;
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(first_broken.empty()) << "seed " << first_seed << ": " << first_broken;
  std::printf("simulated ceremonies: %llu schedules of %d steps\n", static_cast<unsigned long long>(count), kSteps);
}

class PlantedBug : public testing::TestWithParam<Bug> {};

TEST_P(PlantedBug, IsFound) {
  constexpr std::uint64_t kLimit = 12'000;
  constexpr int kPlantedSteps = 3 * kSteps;  // a long middle: some faults need two mishaps on one way
  for (std::uint64_t seed = 1; seed <= kLimit; ++seed) {
    const std::optional<std::string> broken = run_schedule(seed, GetParam(), kPlantedSteps);
    if (!broken) continue;
    std::printf("planted bug %s: found by schedule %llu, %s\n", std::string(bug_text(GetParam())).c_str(),
                static_cast<unsigned long long>(seed), broken->c_str());
    return;
  }
  FAIL() << bug_text(GetParam()) << " was not found in " << kLimit << " schedules";
}

INSTANTIATE_TEST_SUITE_P(All, PlantedBug, testing::ValuesIn(kBugs),
                         [](const testing::TestParamInfo<Bug>& bug) { return std::string(bug_text(bug.param)); });

}  // namespace
}  // namespace mn::sim
