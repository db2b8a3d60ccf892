// A venue for tests: journals with their writers, enrolments, pledges.
#pragma once

#include <gtest/gtest.h>
#include <string>

#include "core/facts.h"
#include "journal/chance.h"
#include "journal/open.h"
#include "tests/support/folder.h"

namespace mn::test {

inline Own open_writer(const std::string& location, const CampaignId& campaign = {"lang-son-2025"}) {
  Result<Own> own = open_own({location, campaign, "test 1", "Ki-ốt ví dụ"});
  EXPECT_TRUE(own) << (own ? "" : own.failure().words);
  return *std::move(own);
}

// Seals after the origin's head without keeping it.
inline mn::Run seal_next(Own& own, std::vector<Fact> facts) {
  Append append{new_visit_id(), utc_now_us(), std::move(facts), {}};
  for (std::size_t i = 0; i < append.facts.size(); ++i) append.salts.push_back(new_salt());
  return seal(own.journal->campaign(), *own.journal->head(own.origin), append, own.keys);
}

inline void keep(Own& own, const mn::Run& run) {
  const Result<std::vector<Answer>> answers = own.journal->append(std::span(&run, 1));
  ASSERT_TRUE(answers) << answers.failure().words;
  ASSERT_EQ(answers->front().outcome, Outcome::appended);
}

inline std::vector<Fact> a_pledge(std::int64_t dong) {
  Pledged pledged;
  pledged.amount = Money{dong};
  pledged.code = make_code(random_8());
  return {pledged, Named{"Gia đình cô Ví Dụ", ""}};
}

inline void pledge(Own& own, std::int64_t dong) { keep(own, seal_next(own, a_pledge(dong))); }

inline void enrol(Own& hub, const OriginId& origin, Role role) {
  keep(hub, seal_next(hub, {Enrolled{origin, role, "ví dụ"}}));
}

}  // namespace mn::test
