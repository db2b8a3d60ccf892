#include "tests/sim/world.h"

#include <algorithm>

#include "core/check.h"

namespace mn::sim {
namespace {

Owner make_owner(std::uint8_t number) {
  Owner owner;
  owner.keys = key_pair(Seed{number});
  owner.origin = origin_of(owner.keys.public_key);
  return owner;
}

void write(Owner& owner, const std::vector<Fact>& facts) {
  DiskJournal journal(owner.disk, sim_campaign().id, Bug::none);
  Append append;
  append.visit =
      visit_id(1, ByteArray<10>{owner.keys.public_key[0], static_cast<std::uint8_t>(owner.disk.entries.size())});
  append.facts = facts;
  append.salts.resize(facts.size());
  const Run run = seal(sim_campaign().id, *journal.head(owner.origin), append, owner.keys);
  MN_CHECK(journal.append({&run, 1}).ok(), "the simulated set-up is kept");
}

// The venue before the doors open is the same in every schedule: made once.
World make_first_world() {
  World world;
  for (std::size_t i = 0; i < kKiosks; ++i) {
    world.kiosks.push_back({});
    world.kiosks.back().own = make_owner(static_cast<std::uint8_t>(10 + i));
    write(world.kiosks.back().own, {Born{world.kiosks.back().own.keys.public_key, "sim", "kiosk"}});
  }
  world.accountant = make_owner(20);
  write(world.accountant, {Born{world.accountant.keys.public_key, "sim", "accountant"}});
  for (std::size_t i = 0; i < kDesks; ++i) {
    world.desks.push_back(make_owner(static_cast<std::uint8_t>(60 + i)));
    write(world.desks.back(), {Born{world.desks.back().keys.public_key, "sim", "desk"}});
  }
  world.hub.own = make_owner(30);
  write(world.hub.own, {Born{world.hub.own.keys.public_key, "sim", "hub"}});
  for (const Kiosk& kiosk : world.kiosks) write(world.hub.own, {Enrolled{kiosk.own.origin, Role::kiosk, "kiosk"}});
  write(world.hub.own, {Enrolled{world.accountant.origin, Role::accountant, "accountant"}});
  for (const Owner& desk : world.desks) write(world.hub.own, {Enrolled{desk.origin, Role::desk, "desk"}});
  world.fund.own = make_owner(40);
  write(world.fund.own, {Born{world.fund.own.keys.public_key, "sim", "fund"}});
  write(world.fund.own, {Enrolled{world.hub.own.origin, Role::hub, "hub"}});
  world.screen.own = make_owner(50);
  world.pushers.resize(kPushers);
  return world;
}

void begin_hub(Hub& hub) {
  hub.alive = true;
  hub.answered.clear();
  hub.admission = begin_admission(sim_campaign().id, hub.own.origin);
  for (const Entry& entry : hub.own.disk.entries) apply(hub.admission, entry);
}

void restore_backup(World& world) {
  if (world.hub.backups.empty()) return;
  world.hub.own.disk = world.hub.backups[world.dice.below(world.hub.backups.size())];
  world.checked.erase(&world.hub.own.disk);
  begin_hub(world.hub);
}

// Somebody on the network sends what no kiosk ever signed.
void forge(World& world) {
  const Kiosk& kiosk = world.kiosks[world.dice.below(kKiosks)];
  DiskJournal journal(world.hub.own.disk, sim_campaign().id, Bug::none);
  const Result<Head> head = journal.head(kiosk.own.origin);
  if (head->seq == 0) return;
  Pledged pledged;
  pledged.amount = Money{999'000'000};
  pledged.code = make_code({1, 2, 3});
  const Bytes body = encode_body(pledged, Salt{});
  const Header header{Kind::pledged,     head->seq + 1,    0,
                      sim_campaign().id, kiosk.own.origin, visit_id(9, world.dice.array<ByteArray<10>>()),
                      head->digest,      sha256(body)};
  const Result<Entry> entry = read_entry(encode_header(header), body, world.dice.array<Signature>());
  world.links.push_back({0, 0, false, false, "entries", 0, {}, pack({*entry})});
}

void learn_pledges(World& world) {
  for (const Entry& entry : world.hub.own.disk.entries) {
    if (entry.header.kind != Kind::pledged) continue;
    world.truth.known_pledges.insert(entry.ref());
    world.truth.visits[entry.ref()] = entry.header.visit;
  }
}

// Whatever this kiosk knows of calls is lost with it.
void forgive_calls(World& world, const Kiosk& kiosk) {
  world.truth.calls_forgiven.insert(kiosk.visit.call.id);
  for (const Append& order : kiosk.orders) world.truth.calls_forgiven.insert(order.visit);
  for (const Entry& entry : kiosk.own.disk.entries) {
    if (entry.header.kind == Kind::called) world.truth.calls_forgiven.insert(entry.header.visit);
  }
}

// Every entry of a copy is its owner's entry, byte for byte, at its place.
std::optional<std::string> broken_copy(World& world, Disk& disk, const char* name) {
  std::size_t& checked = world.checked[&disk];
  for (; checked < disk.entries.size(); ++checked) {
    const Entry& entry = disk.entries[checked];
    const std::vector<std::size_t>& places = disk.places[entry.header.origin];
    if (entry.header.seq > places.size() || places[entry.header.seq - 1] != checked)
      return std::string(name) + ": an entry twice, or out of order";
    const Disk* owner = nullptr;
    for (const Kiosk& kiosk : world.kiosks) owner = kiosk.own.origin == entry.header.origin ? &kiosk.own.disk : owner;
    for (const Owner& desk : world.desks) owner = desk.origin == entry.header.origin ? &desk.disk : owner;
    if (entry.header.origin == world.accountant.origin) owner = &world.accountant.disk;
    if (owner == nullptr) continue;  // a hub's own
    const auto at = owner->places.find(entry.header.origin);
    if (at == owner->places.end() || at->second.size() < entry.header.seq ||
        owner->entries[at->second[entry.header.seq - 1]].digest != entry.digest) {
      return std::string(name) + ": holds an entry that its origin does not have";
    }
  }
  return std::nullopt;
}

std::optional<std::string> broken_kiosk(World& world, Kiosk& kiosk) {
  std::size_t& checked = world.checked[&kiosk.own.disk];
  if (checked == kiosk.own.disk.entries.size()) return std::nullopt;
  std::set<VisitId> visits;
  for (const Entry& entry : kiosk.own.disk.entries) {
    if (entry.header.kind != Kind::pledged) continue;
    if (!visits.insert(entry.header.visit).second) return "kiosk: one visit pledged twice";
    const auto confirmed = world.truth.confirmed.find(entry.header.visit);
    if (confirmed == world.truth.confirmed.end()) return "kiosk: a pledge that nobody confirmed";
    if (confirmed->second != std::get<Pledged>(*fact_of(entry)).amount) return "kiosk: another amount than the donor's";
  }
  std::set<EntryRef> calls, answered;
  for (const Entry& entry : kiosk.own.disk.entries) {
    if (entry.header.kind == Kind::called) calls.insert(entry.ref());
    if (entry.header.kind != Kind::answered) continue;
    const EntryRef call = std::get<Answered>(*fact_of(entry)).call;
    if (!calls.contains(call)) return "kiosk: an answer to no call";
    if (!answered.insert(call).second) return "kiosk: one call answered twice";
  }
  checked = kiosk.own.disk.entries.size();
  return std::nullopt;
}

// At the end nobody waits for help, but where a kiosk died or could not say what it has.
std::optional<std::string> broken_calls(const World& world, const Kiosk& kiosk) {
  std::map<EntryRef, VisitId> waiting;
  for (const Entry& entry : kiosk.own.disk.entries) {
    if (entry.header.kind == Kind::called) waiting[entry.ref()] = entry.header.visit;
    if (entry.header.kind == Kind::answered) waiting.erase(std::get<Answered>(*fact_of(entry)).call);
  }
  for (const auto& [ref, visit] : waiting) {
    if (!world.truth.calls_forgiven.contains(visit)) return "kiosk: a call for help is never answered";
  }
  return std::nullopt;
}

}  // namespace

World make_world(std::uint64_t seed, Bug bug) {
  static const World first = make_first_world();
  World world = first;
  world.dice.state = seed * 0x2545f4914f6cdd1dULL + 1;
  world.bug = bug;
  world.hall.hall = seed % kHalls;
  begin_hub(world.hub);
  begin_hub(world.fund);
  for (Kiosk& kiosk : world.kiosks) kiosk.visit.since_ms = kiosk.visit.touched_ms = world.now_ms;
  return world;
}

void kill_something(World& world) {
  switch (world.dice.below(6)) {
    case 0: {
      Kiosk& kiosk = world.kiosks[world.dice.below(kKiosks)];
      kiosk.alive = false;
      forgive_calls(world, kiosk);
      kiosk.orders.clear();
      kiosk.reports.clear();
      DiskJournal(kiosk.own.disk, sim_campaign().id, Bug::none).die();
      break;
    }
    case 1:
      world.pushers[world.dice.below(kPushers)].alive = false;
      break;
    case 2:
      world.hub.alive = false;
      DiskJournal(world.hub.own.disk, sim_campaign().id, Bug::none).die();
      break;
    case 3:
      world.screen.puller_alive = false;
      break;
    case 4:
      world.hall.alive = false;
      break;
    default:
      world.fund.alive = false;
      break;
  }
}

void revive_everything(World& world) {
  for (Kiosk& kiosk : world.kiosks) {
    if (kiosk.alive) continue;
    kiosk.alive = true;
    kiosk.visit = {};
    kiosk.visit.since_ms = kiosk.visit.touched_ms = world.now_ms;
  }
  for (Pusher& pusher : world.pushers) {
    if (pusher.alive) continue;
    pusher = {};
  }
  if (!world.hub.alive) begin_hub(world.hub);
  if (!world.fund.alive) begin_hub(world.fund);
  sim::Screen& screen = world.screen;
  if (!screen.puller_alive) screen.puller_alive = true, screen.begun = false, screen.waiting_for = 0;
  if (!world.hall.alive) world.hall.alive = true, world.hall.known = false;
}

void step(World& world) {
  world.now_ms += static_cast<std::int64_t>(world.dice.below(400));
  DiskJournal(world.hub.own.disk, sim_campaign().id, Bug::none).settle();
  for (Kiosk& kiosk : world.kiosks) {
    if (world.dice.chance(30)) DiskJournal(kiosk.own.disk, sim_campaign().id, Bug::none).settle();
  }
  const std::uint64_t thrown = world.dice.below(1000);
  if (thrown < 200)
    step_kiosk(world, world.kiosks[world.dice.below(kKiosks)]);
  else if (thrown < 300)
    step_recorder(world, world.kiosks[world.dice.below(kKiosks)]);
  else if (thrown < 345)
    learn_pledges(world), step_desk(world, world.dice.below(kDesks));
  else if (thrown < 560)
    step_pusher(world, world.dice.below(kPushers));
  else if (thrown < 655)
    step_puller(world);
  else if (thrown < 870)
    step_link(world);
  else if (thrown < 940)
    step_display(world);
  else if (thrown < 950)
    learn_pledges(world), step_accountant(world);
  else if (thrown < 962)
    kill_something(world);
  else if (thrown < 980)
    revive_everything(world);
  else if (thrown < 988)
    world.hub.backups.push_back(world.hub.own.disk);
  else if (thrown < 991)
    restore_backup(world);
  else if (thrown < 994)
    forge(world);
  else
    world.now_ms += 15'000;
}

std::optional<std::string> broken_invariant(World& world) {
  for (const auto& [visit, kept] : world.truth.thanked) {
    for (const Kiosk& kiosk : world.kiosks) {
      if (kiosk.own.origin != kept.pledge.origin || !kiosk.own.disk.unwritten.empty()) continue;
      const auto at = kiosk.own.disk.places.find(kept.pledge.origin);
      if (at == kiosk.own.disk.places.end() || at->second.size() < kept.pledge.seq ||
          kiosk.own.disk.entries[at->second[kept.pledge.seq - 1]].digest != kept.digest) {
        return "kiosk: a pledge that was thanked is lost";
      }
    }
  }
  for (Kiosk& kiosk : world.kiosks) {
    if (auto broken = broken_kiosk(world, kiosk)) return broken;
  }
  if (auto broken = broken_copy(world, world.hub.own.disk, "hub")) return broken;
  if (auto broken = broken_copy(world, world.fund.own.disk, "fund")) return broken;
  if (auto broken = broken_copy(world, world.screen.own.disk, "display")) return broken;
  for (const auto& [origin, seq] : world.hub.answered) {
    if (!world.hub.own.disk.unwritten.empty()) break;
    const auto at = world.hub.own.disk.places.find(origin);
    if (at == world.hub.own.disk.places.end() || at->second.size() < seq) return "hub: it said it has what it has not";
  }
  return broken_hall(world);
}

std::optional<std::string> broken_ending(World& world) {
  world.calm = true;
  world.links.clear();
  bool closed = false;
  for (int turn = 0; turn < 400; ++turn) {
    revive_everything(world);
    world.now_ms += 500;
    DiskJournal(world.hub.own.disk, sim_campaign().id, Bug::none).settle();
    for (Kiosk& kiosk : world.kiosks) {
      DiskJournal(kiosk.own.disk, sim_campaign().id, Bug::none).settle();
      step_kiosk(world, kiosk);
      step_recorder(world, kiosk);
    }
    for (std::size_t i = 0; i < kPushers; ++i) step_pusher(world, i);
    step_puller(world);
    while (!world.links.empty()) step_link(world);
    step_display(world);
    if (auto broken = broken_invariant(world)) return broken;
    const std::size_t all = world.kiosks[0].own.disk.entries.size() + world.kiosks[1].own.disk.entries.size() +
                            world.accountant.disk.entries.size() + world.desks[0].disk.entries.size() +
                            world.desks[1].disk.entries.size() + world.hub.own.disk.places[world.hub.own.origin].size();
    const bool quiet = std::all_of(world.kiosks.begin(), world.kiosks.end(), [](const Kiosk& kiosk) {
      return kiosk.orders.empty() && kiosk.reports.empty() && !kiosk.visit.call.exists() &&
             std::holds_alternative<kiosk::Attract>(kiosk.visit.screen);
    });
    if (quiet && world.screen.own.disk.entries.size() == all && world.hall.read == all &&
        world.fund.own.disk.entries.size() == all + 2) {
      for (const Kiosk& kiosk : world.kiosks) {
        if (auto broken = broken_calls(world, kiosk)) return broken;
      }
      if (closed) return broken_announcing(world);
      close_desk(world);
      closed = true;
    }
  }
  return "the journals never came to agree";
}

std::optional<std::string> run_schedule(std::uint64_t seed, Bug bug, int steps) {
  World world = make_world(seed, bug);
  for (int i = 0; i < steps; ++i) {
    step(world);
    if (auto broken = broken_invariant(world)) return "step " + std::to_string(i) + ": " + *broken;
  }
  return broken_ending(world);
}

}  // namespace mn::sim
