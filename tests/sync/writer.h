// Invented origins for tests of rules: keys come from numbers, so every run of a test makes the same bytes. And
// journals in memory that can be restored from a backup.
#pragma once

#include "core/facts.h"
#include "tests/support/memory_journal.h"

namespace mn::test {

inline const CampaignId kCampaign{"lang-son-2025"};
inline const CampaignId kRehearsal{"rehearsal-lang-son"};

// The value itself: `for (… : *f())` would walk over what is gone already.
template <class T>
T value_of(Result<T> result) {
  return *std::move(result);
}

class InMemory {
 public:
  explicit InMemory(const CampaignId& campaign = kCampaign) : campaign_(campaign) { open(); }
  Journal* operator->() const { return journal_.get(); }
  void forget_after(Position position) {
    journal_.reset();
    set_back(*store_, position);
    open();
  }

 private:
  void open() { journal_ = value_of(open_memory_journal(store_, campaign_)); }

  CampaignId campaign_;
  std::shared_ptr<MemoryStore> store_ = std::make_shared<MemoryStore>();
  std::unique_ptr<Journal> journal_;
};

struct Writer {
  KeyPair keys;
  Head head;
  CampaignId campaign;
  std::uint64_t drawn = 0;
};

inline Writer make_writer(std::uint8_t number, const CampaignId& campaign = kCampaign) {
  Seed seed{};
  seed[0] = number;
  seed[1] = 77;
  Writer writer;
  writer.keys = key_pair(seed);
  writer.head.origin = origin_of(writer.keys.public_key);
  writer.campaign = campaign;
  return writer;
}

// Seals the facts after the writer's head and moves the head. `variety` makes other bytes of the same facts.
inline Run write(Writer& writer, std::vector<Fact> facts, std::uint8_t variety = 0) {
  Append append;
  append.made_at_us = 1'748'480'000'000'000 + static_cast<std::int64_t>(writer.drawn);
  append.visit = visit_id(static_cast<std::int64_t>(++writer.drawn), {variety});
  for (std::size_t i = 0; i < facts.size(); ++i) append.salts.push_back({variety, static_cast<std::uint8_t>(i)});
  append.facts = std::move(facts);
  Run run = seal(writer.campaign, writer.head, append, writer.keys);
  writer.head = {writer.head.origin, run.back().header.seq, run.back().digest};
  return run;
}

inline Run write_born(Writer& writer) { return write(writer, {Born{writer.keys.public_key, "test 1", "Ki-ốt"}}); }

inline Run write_pledge(Writer& writer, std::int64_t dong, std::uint8_t variety = 0) {
  Pledged pledged;
  pledged.amount = Money{dong};
  pledged.code = make_code({variety, 1, 2, static_cast<std::uint8_t>(writer.drawn)});
  return write(writer, {pledged}, variety);
}

inline Run write_enrolment(Writer& hub, const Writer& other, Role role) {
  return write(hub, {Enrolled{other.head.origin, role, "invented"}});
}

}  // namespace mn::test
