#include "tests/display/watcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace mn::test {

void check_cards(const Announcing& announcing) {
  std::set<int> lanes;
  for (const Announcement& card : announcing.on) {
    ASSERT_TRUE(lanes.insert(card.lane).second);
    ASSERT_GE(card.lane, 0);
    ASSERT_LT(card.lane, announcing.lanes);
    ASSERT_LE(card.pledges.size(), std::min(card.count, kNamedMax));
    ASSERT_EQ(card.count == 0, card.withdrawn);
    ASSERT_TRUE(std::is_sorted(card.pledges.begin(), card.pledges.end()));
  }
  ASSERT_LE(announcing.recent.size(), kRecentMax);
  for (const Announcement& card : announcing.recent) ASSERT_GT(card.count, 0U);
}

void Watcher::note(const Announcing& before, std::int64_t now_ms) {
  const std::uint32_t newest = cards.empty() ? 0 : cards.rbegin()->first;
  for (const Announcement& card : announcing.on) {
    if (cards.contains(card.id)) continue;
    EXPECT_EQ(card.entered_ms, now_ms);
    EXPECT_GT(card.id, newest);
    cards[card.id] = {card};
  }
  for (const Announcement& card : before.on)
    if (std::ranges::find(announcing.on, card.id, &Announcement::id) == announcing.on.end())
      cards[card.id].left_ms = now_ms;
  if (before.pacing.pace != announcing.pacing.pace) ++paces_changed;
  check_cards(announcing);
}

void Watcher::watch_to(std::int64_t now_ms) {
  while (const std::optional<std::int64_t> due = next_change_ms(announcing)) {
    if (*due > now_ms) break;
    Announcing before;
    before.on = announcing.on;
    before.pacing.pace = announcing.pacing.pace;
    run_to(announcing, *due);
    note(before, *due);
  }
  run_to(announcing, now_ms);
}

void Watcher::arrive(std::uint32_t pledge, Tier tier, std::int64_t now_ms, bool held) {
  watch_to(now_ms);
  mn::arrive(announcing, {pledge, tier}, held, now_ms);
}

void Watcher::call(std::uint32_t pledge, std::int64_t now_ms) {
  watch_to(now_ms);
  mn::call(announcing, pledge, now_ms);
}

void Watcher::hold(std::int64_t now_ms) {
  watch_to(now_ms);
  mn::hold(announcing, now_ms);
}

void Watcher::release(std::int64_t now_ms) {
  watch_to(now_ms);
  mn::release(announcing, now_ms);
}

void Watcher::drop(std::uint32_t pledge, std::int64_t now_ms) {
  watch_to(now_ms);
  mn::drop(announcing, pledge, now_ms);
}

void Watcher::absent(std::int64_t from_ms, std::int64_t to_ms) {
  watch_to(from_ms);
  mn::absent(announcing, from_ms, to_ms);
}

const SeenCard* Watcher::card_of(std::uint32_t pledge) const {
  const auto found = cards.find(find(announcing.lineup, pledge).card);
  return found == cards.end() ? nullptr : &found->second;
}

std::int64_t Watcher::told_ms(std::uint32_t pledge) const {
  const SeenCard* seen = card_of(pledge);
  return seen == nullptr ? -1 : seen->card.entered_ms;
}

}  // namespace mn::test
