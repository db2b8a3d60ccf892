#include "tests/support/sealed.h"

#include <algorithm>

namespace mn::sealed {
namespace {

Seed seed_of(std::uint8_t number) {
  Seed seed{};
  seed.fill(number);
  return seed;
}

template <std::size_t N>
ByteArray<N> bytes_of(const std::string& text) {
  const Digest digest = sha256(view_of(text));
  ByteArray<N> out{};
  std::copy_n(digest.begin(), N, out.begin());
  return out;
}

}  // namespace

VisitId visit_number(std::uint64_t number, const OriginId& origin) {
  return visit_id(static_cast<std::int64_t>(1'748'480'400'000 + number),
                  bytes_of<10>(origin_text(origin) + std::to_string(number)));
}

Writer::Writer(std::uint8_t number, CampaignId campaign_id)
    : keys(key_pair(seed_of(number))), campaign(std::move(campaign_id)) {
  head.origin = origin_of(keys.public_key);
}

Run Writer::next(std::size_t entry_count) {
  const Run run = seal_visit(++visit_count, entry_count);
  head = {head.origin, run.back().header.seq, run.back().digest};
  return run;
}

Run Writer::other(std::size_t entry_count) const { return seal_visit(1'000'000 + visit_count, entry_count); }

Run Writer::seal_visit(std::uint64_t visit, std::size_t entry_count) const {
  Append append;
  append.visit = visit_number(visit, head.origin);
  append.made_at_us = static_cast<std::int64_t>(1'748'480'400'000'000 + visit);
  for (std::size_t i = 0; i < entry_count; ++i) {
    const std::string tag = std::to_string(visit) + "." + std::to_string(i);
    if (head.seq == 0 && i == 0) {
      append.facts.push_back(Born{keys.public_key, "test 0.1.0", "Ki-ốt thử"});
    } else if (i % 3 == 1) {
      append.facts.push_back(Named{"Người cho " + tag, ""});
    } else if (i % 3 == 2) {
      append.facts.push_back(Consented{"2025-1", false, true});
    } else {
      append.facts.push_back(Pledged{Money{static_cast<std::int64_t>(visit) * 1000}, make_code(bytes_of<8>(tag))});
    }
    append.salts.push_back(bytes_of<16>("salt " + tag));
  }
  return seal(campaign, head, append, keys);
}

Run joined(const std::vector<Run>& runs) {
  Run all;
  for (const Run& run : runs) all.insert(all.end(), run.begin(), run.end());
  return all;
}

}  // namespace mn::sealed
