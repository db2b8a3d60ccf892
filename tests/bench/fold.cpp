// How long the tally of a million entries takes, beside hashing the same bytes once: what a reader that trusts nothing
// must do at least.
#include <vector>

#include "core/check.h"
#include "core/tally.h"
#include "journal/chance.h"
#include "tests/bench/figures.h"

namespace mn::bench {

std::vector<Figure> bench_fold(int entries) {
  const Result<CampaignId> campaign = read_campaign_id("bench");
  const KeyPair keys = key_pair(Seed{7});
  Head head{origin_of(keys.public_key), 0, {}};
  std::vector<Entry> all;
  all.reserve(static_cast<std::size_t>(entries));
  for (std::uint64_t i = 0; all.size() < static_cast<std::size_t>(entries); ++i) {
    Append append;
    ByteArray<10> random{};
    for (std::size_t b = 0; b < 8; ++b) random[b] = static_cast<std::uint8_t>(i >> (8 * b));
    append.visit = visit_id(1'748'480'000'000, random);
    append.made_at_us = 1'748'480'000'000'000;
    Pledged pledged;
    pledged.amount = Money{200'000};
    pledged.code = make_code({random[0], random[1], random[2], random[3], 1, 2, 3, 4});
    append.facts = {pledged, Named{"Nông Văn Sự", ""}};
    append.salts = {Salt{1}, Salt{2}};
    const Run run = seal(*campaign, head, append, keys);
    head = {head.origin, run.back().header.seq, run.back().digest};
    all.insert(all.end(), run.begin(), run.end());
  }
  const std::int64_t start = monotonic_ns();
  Tally tally;
  for (const Entry& entry : all) MN_CHECK(apply(tally, entry).ok(), "every entry folds");
  const std::int64_t middle = monotonic_ns();
  std::uint8_t sum = 0;
  for (const Entry& entry : all) sum = static_cast<std::uint8_t>(sum + sha256(entry.bytes)[0] + sha256(*entry.body)[0]);
  const std::int64_t end = monotonic_ns();
  MN_CHECK(tally.pledged.count * 2 == static_cast<std::int64_t>(all.size()) && sum < 256, "every pledge is counted");
  return {{"fold of " + std::to_string(all.size()) + " entries", "ms", static_cast<double>(middle - start) / 1e6,
           static_cast<double>(end - middle) / 1e6, "hashing the same entries", "", true}};
}

}  // namespace mn::bench
