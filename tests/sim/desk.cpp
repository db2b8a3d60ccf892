// The desks beside the stage: people who screen names, call givers, take back, offer and cue, each with a journal of
// their own that travels like a kiosk's. They know what the hub knew when they last looked, and may say anything.
#include "core/check.h"
#include "tests/sim/world.h"

namespace mn::sim {
namespace {

constexpr std::uint64_t kWordsMax = 14;  // of both desks in one ceremony
constexpr std::size_t kPledgesMax = 6;   // recorded at the desks
constexpr std::int64_t kClockBehindMs[] = {0, 90'000};

void say(World& world, std::size_t desk, std::vector<Fact> facts, std::optional<VisitId> visit = {}) {
  Owner& own = world.desks[desk];
  Append append;
  append.visit = visit ? *visit : visit_id(world.now_ms, world.dice.array<ByteArray<10>>());
  append.made_at_us = 1'748'480'000'000'000 + (world.now_ms - kClockBehindMs[desk % kDesks]) * 1000;
  for (std::size_t i = 0; i < facts.size(); ++i) append.salts.push_back(world.dice.array<Salt>());
  append.facts = std::move(facts);
  DiskJournal journal(own.disk, sim_campaign().id, Bug::none);
  const Run run = seal(sim_campaign().id, *journal.head(own.origin), append, own.keys);
  MN_CHECK(journal.append({&run, 1}).ok(), "the desk's word is kept");
  ++world.words_said;
}

// A guest who gives at the desk: on the invited list or not, named or not, shy or not.
void record(World& world, std::size_t desk) {
  constexpr std::int64_t kAmounts[] = {200'000, 1'000'000, 3'000'000, 8'000'000};
  const int number = static_cast<int>(world.truth.desk_pledges.size());
  Pledged pledged;
  pledged.amount = Money{kAmounts[world.dice.below(4)]};
  pledged.code = make_code(world.dice.array<ByteArray<8>>());
  pledged.giver = world.dice.chance(80) ? Giver::business : Giver::unnamed;
  pledged.hide_name = world.dice.chance(10);
  pledged.hide_amount = world.dice.chance(10);
  Named named;
  if (pledged.giver != Giver::unnamed) named.shown_as = "Khách số " + std::to_string(number);
  if (world.dice.chance(50)) named.message = "Chúc các cháu " + std::to_string(number);
  if (world.dice.chance(50)) named.invitation = "KHACH-" + std::to_string(number);
  say(world, desk, {pledged, named});
  const Entry& first = world.desks[desk].disk.entries[world.desks[desk].disk.entries.size() - 2];
  world.truth.desk_pledges.push_back(first.ref());
  world.truth.known_pledges.insert(first.ref());
  world.truth.visits[first.ref()] = first.header.visit;
}

Fact scene_thrown(World& world, const EntryRef& pledge) {
  Dice& dice = world.dice;
  constexpr const char* kScenes[] = {"safe", "wall",    "freeze",  "reveal",       "auto",   "auto",
                                     "hold", "release", "release", "release_held", "thanks", "matching"};
  if (dice.chance(70)) return Cued{kScenes[dice.below(std::size(kScenes))], {}, {}, {}};
  Cued cued{"spotlight", {}, {}, {}};
  if (dice.chance(80)) cued.pledge = pledge;
  if (!cued.pledge || dice.chance(40)) cued.name = "Lời của bàn " + std::to_string(world.words_said);
  if (dice.chance(50)) cued.line = "Xin trân trọng cảm ơn";
  return cued;
}

void offer(World& world, std::size_t desk) {
  Matched offered;
  offered.sponsor = "Nhà tài trợ " + std::to_string(world.words_said);
  offered.percent = static_cast<std::int64_t>(50 * (1 + world.dice.below(4)));
  offered.cap = Money{static_cast<std::int64_t>(1'000'000 * (1 + world.dice.below(20)))};
  const std::int64_t now_us = 1'748'480'000'000'000 + world.now_ms * 1000;
  offered.from_us = now_us - static_cast<std::int64_t>(world.dice.below(60)) * 1'000'000;
  offered.until_us = now_us + static_cast<std::int64_t>(1 + world.dice.below(120)) * 1'000'000;
  say(world, desk, {offered});
}

Fact verdict_thrown(World& world, const EntryRef& pledge) {
  switch (world.dice.below(3)) {
    case 0:
      return Screened{pledge, Verdict::released, {}};
    case 1:
      return Screened{pledge, Verdict::masked, {}};
    default:
      return Screened{pledge, Verdict::replaced, "Tên khác " + std::to_string(world.words_said)};
  }
}

}  // namespace

void step_desk(World& world, std::size_t desk) {
  if (world.calm || world.words_said >= kWordsMax) return;
  const std::set<EntryRef>& known = world.truth.known_pledges;
  if (known.empty() || (world.dice.chance(25) && world.truth.desk_pledges.size() < kPledgesMax))
    return record(world, desk);
  auto at = known.begin();
  std::advance(at, static_cast<std::ptrdiff_t>(world.dice.below(known.size())));
  const EntryRef pledge = *at;
  const std::uint64_t thrown = world.dice.below(100);
  if (thrown < 30)
    say(world, desk, {verdict_thrown(world, pledge)});
  else if (thrown < 42)
    say(world, desk, {Announced{pledge}});
  else if (thrown < 50)
    say(world, desk, {Voided{pledge, "nhập nhầm"}});
  else if (thrown < 60)
    say(world, desk, {Consented{"", false, false, ""}}, world.truth.visits[pledge]);
  else if (thrown < 66)
    offer(world, desk);
  else
    say(world, desk, {scene_thrown(world, pledge)});
}

void close_desk(World& world) {
  for (const char* order : {"auto", "release", "release_held"}) say(world, 0, {Cued{order, {}, {}, {}}});
}

}  // namespace mn::sim
