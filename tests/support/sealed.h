// Origins, runs and entries made up for tests, from numbers: the same number gives the same bytes.
#pragma once

#include <cstdint>
#include <string>

#include "core/facts.h"

namespace mn::sealed {

inline const CampaignId kCampaign{"rehearsal-test"};

// An origin with a key of its own, and where it stands.
struct Writer {
  explicit Writer(std::uint8_t number, CampaignId campaign = kCampaign);

  // Its next run: entry_count entries of one visit; the very first entry is `born`. The head moves on.
  Run next(std::size_t entry_count = 3);
  // Another history of the same origin from the same head: the same seqs, other bytes.
  Run other(std::size_t entry_count = 3) const;

  KeyPair keys;
  CampaignId campaign;
  Head head;
  std::uint64_t visit_count = 0;

 private:
  Run seal_visit(std::uint64_t visit, std::size_t entry_count) const;
};

VisitId visit_number(std::uint64_t number, const OriginId& origin);

// One run made of several, in order, as a push makes it.
Run joined(const std::vector<Run>& runs);

}  // namespace mn::sealed
