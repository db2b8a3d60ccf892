// An origin for tests: seals what it is told from fixed seeds, so that every run of a test sees the same bytes.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/facts.h"
#include "core/money.h"

namespace mn {

inline CampaignId test_campaign() { return CampaignId{"lang-son-2025"}; }

struct Author {
  explicit Author(std::uint8_t number, CampaignId campaign_id = test_campaign()) : campaign(std::move(campaign_id)) {
    Seed seed{};
    seed.fill(number);
    keys = key_pair(seed);
    head.origin = origin_of(keys.public_key);
    name = "Ki-ốt " + std::to_string(number);
  }

  OriginId origin() const { return head.origin; }

  // One visit. Salts and visit ids come from the origin and the seq.
  Run says(std::vector<Fact> facts) {
    ByteArray<10> random{};
    random[0] = head.origin.bytes[0];
    random[9] = static_cast<std::uint8_t>(head.seq);
    const std::int64_t at_ms = kFirstMs + static_cast<std::int64_t>(head.seq) * 1000;
    return says_in(visit_id(at_ms, random), at_ms * 1000 + 123456, std::move(facts));
  }
  // In somebody's visit, by a clock that may be wrong.
  Run says_in(const VisitId& visit, std::int64_t made_at_us, std::vector<Fact> facts) {
    Append append;
    append.visit = visit;
    append.made_at_us = made_at_us;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const Digest digest = sha256(view_of(entry_text({head.origin, head.seq + 1 + i})));
      append.salts.push_back(*array_of<16>(ByteView(digest).first(16)));
    }
    append.facts = std::move(facts);
    Run run = seal(campaign, head, append, keys);
    head = {head.origin, run.back().header.seq, run.back().digest};
    return run;
  }
  Run is_born() { return says({Born{keys.public_key, "mangnon-kiosk 0.1.0", name}}); }

  static constexpr std::int64_t kFirstMs = 1'748'481'300'000;  // 2025-05-29 08:15 in Vietnam
  KeyPair keys;
  CampaignId campaign;
  Head head;
  std::string name;
};

inline Pledged pledge_of(std::int64_t dong, std::uint8_t code_number = 1) {
  ByteArray<8> random{};
  random[0] = code_number;
  Pledged said;
  said.amount = Money{dong};
  said.code = make_code(random);
  said.giver = Giver::person;
  return said;
}

}  // namespace mn
