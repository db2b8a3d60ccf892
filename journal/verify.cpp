#include "journal/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/facts.h"

namespace mn {
namespace {

constexpr std::size_t kReadEntries = 1000;

Failure corrupt(const Entry& entry, std::string_view words) {
  return {Cause::corrupt, fmt::format("entry {}: {}", entry_text(entry.ref()), words)};
}

struct Chain {
  Head head;
  PublicKey key{};
  bool ends_signed = false;
};

// The key comes from the origin's own first entry; that it is the right one is proven by the origin's id.
Result<PublicKey> key_of_born(const Entry& first) {
  const Result<Fact> fact = fact_of(first);
  if (!fact) return corrupt(first, "its key cannot be read: " + fact.failure().words);
  const Born* born = std::get_if<Born>(&*fact);
  if (born == nullptr) return corrupt(first, "an origin's first entry must be `born`");
  if (origin_of(born->key) != first.header.origin) return corrupt(first, "the key in it is not this origin's");
  return born->key;
}

Done follow(Chain& chain, const Entry& entry) {
  if (entry.header.seq != chain.head.seq + 1) {
    return corrupt(entry, fmt::format("comes after {}; an entry between them is missing", chain.head.seq));
  }
  if (entry.header.previous != chain.head.digest)
    return corrupt(entry, "does not follow the entry before it: one of them was changed");
  if (entry.header.seq == 1) {
    const Result<PublicKey> key = key_of_born(entry);
    if (!key) return key.failure();
    chain.key = *key;
  }
  if (entry.signature && !signature_holds(*entry.signature, entry.digest, chain.key))
    return corrupt(entry, "the signature does not hold");
  chain.ends_signed = entry.signature.has_value();
  chain.head = {entry.header.origin, entry.header.seq, entry.digest};
  return {};
}

Done follow(std::map<OriginId, Chain>& chains, const Placed& placed, Position expected, const CampaignId& campaign) {
  const Entry& entry = placed.entry;
  if (placed.position != expected) {
    return corrupt(entry, fmt::format("stands at position {}, expected {}; an entry between is missing",
                                      placed.position, expected));
  }
  if (entry.header.campaign != campaign)
    return corrupt(entry, "is of the campaign '" + entry.header.campaign.text + "'");
  return follow(chains[entry.header.origin], entry);
}

using Chains = std::map<OriginId, Chain>;

const Chain* unsigned_one(const Chains& chains) {
  for (const auto& [origin, chain] : chains) {
    if (!chain.ends_signed) return &chain;
  }
  return nullptr;
}

Result<Verified> verified_of(const Chains& chains, Verified verified) {
  if (const Chain* chain = unsigned_one(chains)) {
    return Failure{Cause::corrupt, fmt::format("entry {}: the last entry of its origin has no signature",
                                               entry_text({chain->head.origin, chain->head.seq}))};
  }
  for (const auto& [origin, chain] : chains) verified.heads.push_back(chain.head);
  return verified;
}

// What follows the position, until every run that was begun before it has been signed. A run is 500 entries at most.
Done follow_signatures(JournalReader& journal, Position position, Chains chains) {
  if (unsigned_one(chains) == nullptr) return {};
  const Result<std::vector<Placed>> part = journal.read_after(position, kReadEntries);
  if (!part) return part.failure();
  for (const Placed& placed : *part) {
    const auto known = chains.find(placed.entry.header.origin);
    if (known == chains.end() || known->second.ends_signed) continue;
    if (Done followed = follow(known->second, placed.entry); !followed) return followed;
  }
  const Result<Verified> verified = verified_of(chains, {});
  return verified ? Done() : Done(verified.failure());
}

}  // namespace

Result<Verified> verify(JournalReader& journal) {
  if (Done storage = journal.check_storage(); !storage) return storage.failure();
  Chains chains;
  Verified verified;
  for (;;) {
    const Result<std::vector<Placed>> part = journal.read_after(verified.entry_count, kReadEntries);
    if (!part) return part.failure();
    if (part->empty()) break;
    for (const Placed& placed : *part) {
      Done followed = follow(chains, placed, verified.entry_count + 1, journal.campaign());
      if (!followed) return followed.failure();
      ++verified.entry_count;
      if (!placed.entry.body) ++verified.bodies_missing;
    }
  }
  return verified_of(chains, verified);
}

Result<Verified> verify_up_to(JournalReader& journal, Position position, const TakeProven& take) {
  if (Done storage = journal.check_storage(); !storage) return storage.failure();
  Chains chains;
  Verified verified;
  while (verified.entry_count < position) {
    const auto wanted = static_cast<std::size_t>(std::min<Position>(position - verified.entry_count, kReadEntries));
    const Result<std::vector<Placed>> part = journal.read_after(verified.entry_count, wanted);
    if (!part) return part.failure();
    if (part->empty()) {
      return Failure{Cause::not_found,
                     fmt::format("the journal ends at {}, before position {}", verified.entry_count, position)};
    }
    for (const Placed& placed : *part) {
      Done done = follow(chains, placed, verified.entry_count + 1, journal.campaign());
      if (done) done = take(placed);
      if (!done) return done.failure();
      ++verified.entry_count;
      if (!placed.entry.body) ++verified.bodies_missing;
    }
  }
  if (Done done = follow_signatures(journal, position, chains); !done) return done.failure();
  for (const auto& [origin, chain] : chains) verified.heads.push_back(chain.head);
  return verified;
}

Done verify_tail(JournalReader& journal, const OriginId& origin, const PublicKey& key) {
  const Result<Head> head = journal.head(origin);
  if (!head) return head.failure();
  if (head->seq == 0) return {};
  const Seq after = head->seq > kRunEntriesMax ? head->seq - kRunEntriesMax : 0;
  const Result<Run> run = journal.read_run(origin, after, kRunEntriesMax);
  if (!run) return run.failure();
  if (run->empty() || run->back().header.seq != head->seq) {
    return Failure{Cause::corrupt, fmt::format("entry {}: the last entry of this origin has no signature",
                                               entry_text({origin, head->seq}))};
  }
  return check_run(*run, key);
}

}  // namespace mn
