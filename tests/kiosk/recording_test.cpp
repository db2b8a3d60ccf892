// The recorder's rule: every road through failures, as a table of what happened and where it ends.
#include "kiosk/recording.h"

#include <gtest/gtest.h>

#include <string>

namespace mn::kiosk {
namespace {

// One letter an answer: k kept, r refused, u unknown; o opened, x not opened; f found, n not there, b broken look.
struct Road {
  std::string answers;
  RecordAction end;
  int appends;
};

Attempt walk(const std::string& answers) {
  Attempt attempt = begin_recording();
  for (const char answer : answers) {
    switch (attempt.next) {
      case RecordAction::append:
        if (answer == 'k') attempt = after_append(attempt, AppendResult::kept, Kept{});
        if (answer == 'r') attempt = after_append(attempt, AppendResult::refused, {});
        if (answer == 'u') attempt = after_append(attempt, AppendResult::unknown, {});
        break;
      case RecordAction::reopen:
        attempt = after_reopen(attempt, answer == 'o');
        break;
      case RecordAction::look_up:
        attempt = after_look_up(attempt, answer != 'b', answer == 'f' ? std::optional(Kept{}) : std::nullopt);
        break;
      case RecordAction::thank:
      case RecordAction::rest:
        ADD_FAILURE() << "the road " << answers << " goes on after its end";
        return attempt;
    }
  }
  return attempt;
}

TEST(Recording, EveryRoad) {
  const Road roads[] = {
      {"k", RecordAction::thank, 1},     {"r", RecordAction::rest, 1},      {"ux", RecordAction::rest, 1},
      {"uof", RecordAction::thank, 1},   {"uob", RecordAction::rest, 1},    {"uonk", RecordAction::thank, 2},
      {"uonr", RecordAction::rest, 2},   {"uonux", RecordAction::rest, 2},  {"uonuof", RecordAction::thank, 2},
      {"uonuon", RecordAction::rest, 2}, {"uonuob", RecordAction::rest, 2},
  };
  for (const Road& road : roads) {
    const Attempt attempt = walk(road.answers);
    EXPECT_EQ(attempt.next, road.end) << road.answers;
    EXPECT_EQ(attempt.attempts, road.appends) << road.answers;
    EXPECT_EQ(attempt.kept.has_value(), road.end == RecordAction::thank) << road.answers;
  }
}

mn::Run run_of_three(const KeyPair& keys) {
  Append order;
  order.visit = visit_id(1, {});
  Pledged pledged;
  pledged.amount = Money{200'000};
  pledged.code = make_code({1, 2, 3, 4, 5, 6, 7, 8});
  order.facts = {pledged, Named{"Lan", ""}, Consented{"v", false, true}};
  order.salts.resize(3);
  return seal({"test-drive"}, {origin_of(keys.public_key), 0, {}}, order, keys);
}

TEST(Recording, KeptIsReadOffTheEntriesAllOfThem) {
  const KeyPair keys = key_pair(Seed{});
  const mn::Run run = run_of_three(keys);
  const std::optional<Kept> kept = kept_of(run, 3);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->amount, Money{200'000});
  EXPECT_EQ(kept->pledge, run[0].ref());
  EXPECT_EQ(kept->digest, run[0].digest);
  EXPECT_EQ(kept->visit, visit_id(1, {}));
  EXPECT_FALSE(kept_of(std::span(run).first(2), 3));
  EXPECT_FALSE(kept_of(std::span(run).subspan(1), 2)) << "a name is not a pledge";
  EXPECT_FALSE(kept_of({}, 0));
}

}  // namespace
}  // namespace mn::kiosk
