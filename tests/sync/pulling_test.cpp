// The puller's decisions: by single steps, then as a whole against a hub that grows, goes away and comes back.
#include "backend-sync/pulling.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/sync/writer.h"

namespace mn {
namespace {

using namespace test;

// As a hub makes a page.
Bytes page_of(InMemory& hub, const PageRequest& request, const OriginId& own) {
  Bytes out;
  std::size_t entries = 0;
  for (const EntryRef& ref : lacking(*hub->heads(), request, own)) {
    if (entries >= request.entries_max) break;
    const mn::Run run = *hub->read_run(ref.origin, ref.seq, request.entries_max - entries);
    entries += run.size();
    const Bytes packed = pack(run);
    out.insert(out.end(), packed.begin(), packed.end());
  }
  return out;
}

TEST(Pulling, asks_who_the_hub_is_then_pages_until_there_is_no_more) {
  const OriginId origin = make_writer(1).head.origin;
  PullStep step = advance({}, News{}, 0, 0);
  EXPECT_TRUE(std::holds_alternative<AskHub>(step.order));
  step = advance(step.next, HubIs{}, 0, 0);
  EXPECT_TRUE(std::holds_alternative<AskPage>(step.order));
  step = advance(step.next, PageTaken{{origin}, {}}, 0, 0);
  EXPECT_TRUE(std::holds_alternative<AskPage>(step.order));
  EXPECT_FALSE(settled(step.next));
  step = advance(step.next, PageTaken{}, 0, 0);
  EXPECT_EQ(std::get<WaitForNews>(step.order).until_ms, kAskPageEveryMs);
  EXPECT_TRUE(settled(step.next));
  step = advance(step.next, News{true}, 5, 0);
  EXPECT_TRUE(std::holds_alternative<AskPage>(step.order));
  step = advance(step.next, Failure{Cause::unavailable, "gone"}, 5, 99);
  EXPECT_EQ(std::get<WaitForNews>(step.order).until_ms, 105);
  EXPECT_EQ(stopped_lines(step.next), std::vector<std::string>{"hub: gone"});
  step = advance(step.next, News{}, 105, 0);
  EXPECT_TRUE(std::holds_alternative<AskHub>(step.order)) << "it may be another hub now";
}

TEST(Pulling, a_refused_origin_is_left_out_of_the_next_page_and_tried_again_later) {
  const OriginId origin = make_writer(1).head.origin;
  PullStep step = advance({}, HubIs{}, 0, 0);
  step = advance(step.next, PageTaken{{}, {{origin, {Cause::refused, "not enrolled"}}}}, 0, 99);
  EXPECT_EQ(std::get<AskPage>(step.order).without, std::set<OriginId>{origin});
  step = advance(step.next, PageTaken{}, 1, 0);
  EXPECT_EQ(std::get<WaitForNews>(step.order).until_ms, 100);
  EXPECT_EQ(stopped_lines(step.next).size(), 1U);
  step = advance(step.next, News{}, 100, 0);
  EXPECT_TRUE(std::get<AskPage>(step.order).without.empty());
  step = advance(step.next, PageTaken{{origin}, {}}, 100, 0);
  EXPECT_TRUE(stopped_lines(step.next).empty());
}

TEST(Pulling, a_hub_that_lets_us_read_nothing_stays_in_trouble_between_the_tries) {
  PullStep step = advance({}, News{}, 0, 0);
  std::int64_t now_ms = 0;
  for (int i = 0; i < 5; ++i) {
    step = advance(step.next, HubIs{}, now_ms, 0);
    ASSERT_TRUE(std::holds_alternative<AskPage>(step.order));
    step = advance(step.next, Failure{Cause::refused, "not enrolled"}, now_ms, UINT64_MAX);
    EXPECT_EQ(step.next.failures, i + 1);
    now_ms = std::get<WaitForNews>(step.order).until_ms;
    step = advance(step.next, News{}, now_ms, 0);
    EXPECT_EQ(stopped_lines(step.next), std::vector<std::string>{"hub: not enrolled"});
  }
  step = advance(step.next, HubIs{}, now_ms, 0);
  step = advance(step.next, PageTaken{}, now_ms, 0);
  EXPECT_TRUE(stopped_lines(step.next).empty());
}

TEST(Pulling, a_page_is_examined_with_the_enrolments_in_it) {
  Writer hub = make_writer(1), kiosk = make_writer(2), stranger = make_writer(3);
  InMemory journal;
  for (const mn::Run& run : {write_born(stranger), write_born(kiosk), write_born(hub),
                             write_enrolment(hub, kiosk, Role::kiosk), write_pledge(kiosk, 1000)}) {
    ASSERT_TRUE(journal->append(std::span(&run, 1)));
  }
  const Admission admission = begin_admission(kCampaign, hub.head.origin);
  const Result<Page> page = examine_page(admission, page_of(journal, {}, hub.head.origin));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->runs.size(), 2U);
  ASSERT_EQ(page->refused.size(), 1U);
  EXPECT_TRUE(page->refused.contains(stranger.head.origin));
  EXPECT_FALSE(examine_page(admission, view_of("garbage")));
}

TEST(Pulling, the_same_number_under_another_digest_is_shown_to_the_reader) {
  const Writer a = make_writer(1);
  const Head ours{a.head.origin, 4, {1}}, theirs{a.head.origin, 4, {2}};
  const std::vector<EntryRef> refs = lacking({ours}, {{theirs}, {}, 500}, {});
  ASSERT_EQ(refs.size(), 1U);
  EXPECT_EQ(refs[0].seq, 3U);
  EXPECT_TRUE(lacking({ours}, {{ours}, {}, 500}, {}).empty());
  EXPECT_TRUE(lacking({ours}, {{{a.head.origin, 9, {2}}}, {}, 500}, {}).empty()) << "a restored hub asks nothing back";
  EXPECT_TRUE(lacking({ours}, {{}, {a.head.origin}, 500}, {}).empty());
}

TEST(Pulling, everything_comes_whatever_happens_on_the_way) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    std::mt19937_64 random(seed);
    const auto chance = [&](unsigned percent) { return random() % 100 < percent; };
    Writer root = make_writer(1), kiosk = make_writer(2), late = make_writer(3);
    InMemory hub, local;
    const auto keep = [&](const mn::Run& run) { ASSERT_TRUE(hub->append(std::span(&run, 1))); };
    keep(write_born(root));
    keep(write_enrolment(root, kiosk, Role::kiosk));
    keep(write_born(kiosk));
    keep(write_born(late));
    Admission admission = begin_admission(kCampaign, root.head.origin);
    PullState state;
    std::int64_t now_ms = 0;
    int calm_waits = 0;
    PullInput input = News{};
    for (int i = 0; i < 300; ++i) {
      const bool calm = i > 220;
      if (!calm && chance(30)) keep(write_pledge(kiosk, 1000 + i));
      if (!calm && chance(5)) keep(write_pledge(late, 1000 + i));
      if (i == 150) keep(write_enrolment(root, late, Role::desk));
      PullStep step = advance(state, input, now_ms, random());
      state = step.next;
      if (const auto* wait = std::get_if<WaitForNews>(&step.order)) {
        if (calm && settled(state) && ++calm_waits == 3) break;
        const bool told = !calm && chance(30);
        now_ms = told ? now_ms : std::max(now_ms, wait->until_ms);
        input = News{told};
      } else if (!calm && chance(15)) {
        input = Failure{Cause::unavailable, "lost"};
      } else if (std::holds_alternative<AskHub>(step.order)) {
        input = HubIs{};
      } else {
        const PageRequest request{*local->heads(), std::get<AskPage>(step.order).without, 1 + random() % 7};
        const Result<Page> page = examine_page(admission, page_of(hub, request, root.head.origin));
        ASSERT_TRUE(page);
        if (!calm && chance(10)) {
          input = Failure{Cause::unavailable, "killed before the append"};
        } else {
          input = settle_page(admission, *page, *local->append(page->runs));
        }
      }
    }
    ASSERT_EQ(calm_waits, 3) << "seed " << seed;
    EXPECT_TRUE(stopped_lines(state).empty()) << "seed " << seed;
    EXPECT_EQ(*local->heads(), *hub->heads()) << "seed " << seed;
  }
}

}  // namespace
}  // namespace mn
