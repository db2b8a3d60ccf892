// The pusher's decisions: by single steps, then as a whole against a hub that is lost, restored and restarted at
// random.
#include "backend-sync/pushing.h"

#include <gtest/gtest.h>

#include <random>

#include "backend-sync/backoff.h"
#include "tests/sync/writer.h"

namespace mn {
namespace {

using namespace test;

HubHeads nothing() { return {"epoch", 0, {}}; }

TEST(Pushing, asks_heads_first_then_sends_its_own_origin_before_the_others) {
  const Writer a = make_writer(1), b = make_writer(2);
  PushState state;
  state.own = std::max(a.head.origin, b.head.origin);
  Head one{a.head.origin, 3, {1}}, two{b.head.origin, 5, {2}};
  PushStep step = advance(state, LocalHeads{{one, two}}, 0, 0);
  EXPECT_TRUE(std::holds_alternative<AskHeads>(step.order));
  step = advance(step.next, nothing(), 1, 0);
  ASSERT_TRUE(std::holds_alternative<SendRun>(step.order));
  EXPECT_EQ(std::get<SendRun>(step.order).origin, state.own);
  EXPECT_EQ(std::get<SendRun>(step.order).after, 0U);
}

TEST(Pushing, the_hubs_head_binds_also_backwards) {
  const OriginId origin = make_writer(1).head.origin;
  PushStep step = advance({}, LocalHeads{{{origin, 9, {9}}}}, 0, 0);
  step = advance(step.next, HubHeads{"epoch", 0, {{origin, 6, {6}}}}, 0, 0);
  EXPECT_EQ(std::get<SendRun>(step.order).after, 6U);
  // The hub was restored in between: it says gap, and all heads are asked again after a short wait.
  step = advance(step.next, Pushed{{"epoch", {Outcome::gap, {origin, 2, {2}}}}, {origin, 9, {9}}}, 0, 99);
  ASSERT_TRUE(std::holds_alternative<Wait>(step.order));
  const std::int64_t until_ms = std::get<Wait>(step.order).until_ms;
  EXPECT_LE(until_ms, kBackoffFirstMs);
  step = advance(step.next, LocalHeads{{{origin, 9, {9}}}}, until_ms, 0);
  EXPECT_TRUE(std::holds_alternative<AskHeads>(step.order));
  step = advance(step.next, HubHeads{"epoch", 0, {{origin, 2, {2}}}}, until_ms, 0);
  EXPECT_EQ(std::get<SendRun>(step.order).after, 2U);
}

TEST(Pushing, an_idle_pusher_notices_a_hub_that_was_restored) {
  const Head all{make_writer(1).head.origin, 4, {4}};
  PushStep step = advance({}, LocalHeads{{all}}, 0, 0);
  step = advance(step.next, HubHeads{"epoch", 0, {all}}, 0, 0);
  ASSERT_TRUE(std::holds_alternative<Wait>(step.order));
  EXPECT_TRUE(settled(step.next));
  const std::int64_t until_ms = std::get<Wait>(step.order).until_ms;
  EXPECT_EQ(until_ms, kAskHeadsEveryMs);
  step = advance(step.next, LocalHeads{{all}}, until_ms, 0);
  EXPECT_TRUE(std::holds_alternative<AskHeads>(step.order));
  step = advance(step.next, nothing(), until_ms, 0);
  EXPECT_EQ(std::get<SendRun>(step.order).after, 0U);
}

TEST(Pushing, a_refused_origin_does_not_block_the_others_and_is_tried_again_after_them) {
  const Head a{make_writer(1).head.origin, 1, {1}}, b{make_writer(2).head.origin, 1, {2}};
  PushStep step = advance({}, LocalHeads{{a, b}}, 0, 0);
  step = advance(step.next, nothing(), 0, 0);
  const OriginId first = std::get<SendRun>(step.order).origin;
  step = advance(step.next, Failure{Cause::refused, "not enrolled"}, 0, 150);
  ASSERT_TRUE(std::holds_alternative<SendRun>(step.order));
  const OriginId second = std::get<SendRun>(step.order).origin;
  EXPECT_NE(first, second);
  EXPECT_EQ(stopped_lines(step.next).size(), 1U);
  const Head& sent = second == a.origin ? a : b;
  step = advance(step.next, Pushed{{"epoch", {Outcome::appended, sent}}, sent}, 0, 0);
  EXPECT_EQ(std::get<SendRun>(step.order).origin, first) << "what got through may have enrolled it";
  EXPECT_FALSE(settled(step.next));
  step = advance(step.next, Failure{Cause::refused, "not enrolled"}, 0, 150);
  EXPECT_TRUE(settled(step.next));
  EXPECT_EQ(std::get<Wait>(step.order).until_ms, 151);
}

TEST(Pushing, a_conflict_stops_that_origin_and_says_so) {
  const Head a{make_writer(1).head.origin, 2, {1}}, b{make_writer(2).head.origin, 1, {2}};
  PushStep step = advance({}, LocalHeads{{a, b}}, 0, 0);
  step = advance(step.next, HubHeads{"epoch", 0, {{a.origin, 1, {7}}, b}}, 0, 0);
  EXPECT_EQ(std::get<SendRun>(step.order).origin, a.origin);
  step = advance(step.next, Pushed{{"epoch", {Outcome::conflict, {a.origin, 1, {7}}}}, a}, 0, 0);
  EXPECT_TRUE(std::holds_alternative<Wait>(step.order));
  EXPECT_TRUE(settled(step.next));
  ASSERT_EQ(stopped_lines(step.next).size(), 1U);
  EXPECT_NE(stopped_lines(step.next)[0].find(origin_text(a.origin)), std::string::npos);
}

TEST(Pushing, a_hub_that_has_more_than_we_do_is_asked_once_whether_it_is_the_same) {
  const OriginId origin = make_writer(1).head.origin;
  PushStep step = advance({}, LocalHeads{{{origin, 3, {3}}}}, 0, 0);
  step = advance(step.next, HubHeads{"epoch", 0, {{origin, 8, {8}}}}, 0, 0);
  EXPECT_EQ(std::get<SendRun>(step.order).after, 2U);
  step = advance(step.next, Pushed{{"epoch", {Outcome::had, {origin, 8, {8}}}}, {origin, 3, {3}}}, 0, 0);
  EXPECT_TRUE(std::holds_alternative<Wait>(step.order));
  EXPECT_TRUE(settled(step.next));
}

TEST(Pushing, a_dead_hub_is_asked_ever_more_rarely_and_new_entries_do_not_hurry_it) {
  const Head all{make_writer(1).head.origin, 4, {4}};
  PushStep step = advance({}, LocalHeads{{all}}, 0, 0);
  std::int64_t now_ms = 0;
  for (int failures = 1; failures < 20; ++failures) {
    ASSERT_TRUE(std::holds_alternative<AskHeads>(step.order));
    step = advance(step.next, Failure{Cause::unavailable, "no route"}, now_ms, UINT64_MAX / 2);
    const std::int64_t until_ms = std::get<Wait>(step.order).until_ms;
    EXPECT_LE(until_ms - now_ms, backoff_ceiling_ms(failures));
    const PushStep early = advance(step.next, LocalHeads{{all}}, until_ms - 1, 0);
    EXPECT_EQ(std::get<Wait>(early.order).until_ms, until_ms);
    now_ms = until_ms;
    step = advance(step.next, LocalHeads{{all}}, now_ms, 0);
  }
  EXPECT_FALSE(settled(step.next));
  EXPECT_EQ(stopped_lines(step.next), std::vector<std::string>{"hub: no route"});
  step = advance(step.next, HubHeads{"epoch", 0, {all}}, now_ms, 0);
  EXPECT_TRUE(stopped_lines(step.next).empty());
}

TEST(Pushing, a_hub_that_answers_but_cannot_keep_stays_in_trouble_until_it_kept_something) {
  const Head all{make_writer(1).head.origin, 1, {1}};
  PushStep step = advance({}, LocalHeads{{all}}, 0, 0);
  std::int64_t now_ms = 0;
  for (int i = 0; i < 5; ++i) {
    step = advance(step.next, nothing(), now_ms, 0);
    ASSERT_TRUE(std::holds_alternative<SendRun>(step.order));
    step = advance(step.next, Failure{Cause::unavailable, "disk full"}, now_ms, UINT64_MAX);
    EXPECT_EQ(step.next.failures, i + 1);
    now_ms = std::get<Wait>(step.order).until_ms;
    step = advance(step.next, LocalHeads{{all}}, now_ms, 0);
    EXPECT_EQ(stopped_lines(step.next), std::vector<std::string>{"hub: disk full"});
  }
}

// A whole pusher of three origins against a whole hub, in one thread with a fake clock.
TEST(Pushing, everything_arrives_once_whatever_happens_on_the_way) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    std::mt19937_64 random(seed);
    const auto chance = [&](unsigned percent) { return random() % 100 < percent; };
    Writer root = make_writer(1), venue = make_writer(2), kiosk = make_writer(3);
    InMemory local, hub;
    const auto keep = [](InMemory& journal, const mn::Run& run) { ASSERT_TRUE(journal->append(std::span(&run, 1))); };
    keep(hub, write_born(root));
    keep(hub, write_enrolment(root, venue, Role::hub));
    const Position root_end = *hub->last_position();
    Admission admission = begin_admission(kCampaign, root.head.origin);
    const auto read_admission = [&] {
      admission = begin_admission(kCampaign, root.head.origin);
      for (const Placed& placed : value_of(hub->read_after(0, 100'000))) apply(admission, placed.entry);
    };
    read_admission();
    keep(local, write_born(kiosk));
    keep(local, write_born(venue));
    keep(local, write_enrolment(venue, kiosk, Role::kiosk));

    PushState state;
    state.own = venue.head.origin;
    std::int64_t now_ms = 0;
    int calm_waits = 0;
    PushInput input = LocalHeads{*local->heads()};
    const int steps = 400;
    for (int i = 0; i < steps; ++i) {
      const bool calm = i > 300;
      if (!calm && chance(20)) keep(local, write_pledge(kiosk, 1000 + i));
      if (!calm && chance(2)) {  // the hub comes back from a backup
        hub.forget_after(root_end + random() % (*hub->last_position() - root_end + 1));
        read_admission();
      }
      PushStep step = advance(state, input, now_ms, random());
      state = step.next;
      if (const auto* wait = std::get_if<Wait>(&step.order)) {
        if (calm && settled(state) && ++calm_waits == 3) break;
        now_ms = std::max(now_ms, calm || chance(70) ? wait->until_ms : now_ms + 10);
        input = LocalHeads{*local->heads()};
      } else if (!calm && chance(15)) {
        input = Failure{Cause::unavailable, "lost on the way there"};
      } else if (std::holds_alternative<AskHeads>(step.order)) {
        input = HubHeads{hub->epoch(), *hub->last_position(), *hub->heads()};
      } else {
        const SendRun& order = std::get<SendRun>(step.order);
        const mn::Run sent = *local->read_run(order.origin, order.after, kRunEntriesMax);
        ASSERT_FALSE(sent.empty());
        const Result<mn::Run> run = examine(admission, pack(sent));
        Reply reply;
        if (run) {
          const Answer answer = hub->append(std::span(&*run, 1))->front();
          settle(admission, *run, answer);
          ASSERT_NE(answer.outcome, Outcome::conflict);
          reply = reply_of(hub->epoch(), answer);
        } else {
          reply = reply_of(hub->epoch(), run.failure());
        }
        const Result<HubAnswer> said = read_reply(reply.status, reply.text, order.origin);
        const Entry& last = sent.back();
        if (!calm && chance(15)) {
          input = Failure{Cause::unavailable, "lost on the way back"};
        } else if (said) {
          input = Pushed{*said, {order.origin, last.header.seq, last.digest}};
        } else {
          input = said.failure();
        }
      }
    }
    ASSERT_EQ(calm_waits, 3) << "seed " << seed;
    EXPECT_TRUE(stopped_lines(state).empty()) << "seed " << seed;
    for (const Head& head : value_of(local->heads())) EXPECT_EQ(*hub->head(head.origin), head) << "seed " << seed;
  }
}

}  // namespace
}  // namespace mn
