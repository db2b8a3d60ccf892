#include "tests/sim/hall.h"

#include <algorithm>
#include <array>

#include "core/check.h"
#include "tests/sim/world.h"

namespace mn::sim {
namespace {

// The bundled campaign with thresholds that a small crowd can cross.
std::vector<Campaign> make_halls() {
  std::vector<Campaign> halls;
  for (const ScreeningPolicy screening : {ScreeningPolicy::all, ScreeningPolicy::invited, ScreeningPolicy::released}) {
    for (const AnnouncingPolicy announcing :
         {AnnouncingPolicy::at_once, AnnouncingPolicy::invited_on_cue, AnnouncingPolicy::all_on_cue}) {
      Campaign campaign = sim_campaign();
      campaign.screen.screening = screening;
      campaign.screen.announcing = announcing;
      campaign.screen.in_words = false;
      campaign.screen.begins_at.reset();
      campaign.account.reset();
      campaign.screen.milestones = {Money{1'000'000}, Money{3'000'000}, Money{8'000'000}};
      campaign.goal = Money{20'000'000};
      halls.push_back(std::move(campaign));
    }
  }
  return halls;
}

const std::vector<SceneRule>& scenes() {
  static const std::vector<SceneRule> rules{
      {.name = "goal", .turn = Turn::moment, .cards = true},
      {.name = "matching", .turn = Turn::resting, .has = [](const Hall& hall) { return !hall.matching().empty(); }},
      {.name = "milestone", .turn = Turn::moment, .cards = true},
      {.name = "reveal"},
      {.name = "safe"},
      {.name = "spotlight"},
      {.name = "tally", .turn = Turn::resting, .cards = true},
      {.name = "thanks"},
      {.name = "wall", .turn = Turn::resting, .has = [](const Hall& hall) { return hall.wall_count() > 0; }}};
  return rules;
}

Folded fold(const Disk& disk, Folded folded, std::size_t entries) {
  folded.tally.heads.clear();
  for (std::size_t i = 0; i < entries; ++i)
    MN_CHECK(apply(folded, disk.entries[i], i + 1).ok(), "the display's journal folds");
  return folded;
}

void hear_up_to(HallScreen& screen, const Disk& disk, std::size_t entries) {
  screen.before = screen.paper;
  for (std::size_t i = screen.paper.position; i < entries; ++i) hear(screen.paper, disk.entries[i]);
}

void announced_again(HallScreen& screen, const EntryRef& pledge, const char* how) {
  if (!screen.seen.announced.insert(pledge).second || screen.seen.known_before.contains(pledge))
    screen.broken = std::string("display: a pledge is announced twice, ") + how;
}

// Who has been announced since people last looked.
void watch_announcing(HallScreen& screen) {
  const Announcing& announcing = screen.show.announcing;
  const std::vector<Pledge>& pledges = screen.show.folded.tally.pledges;
  std::uint32_t newest = screen.seen.card;
  std::set<std::uint32_t> on_cards;
  for (const auto* cards : {&announcing.on, &announcing.recent}) {
    for (const Announcement& card : *cards) {
      if (card.id <= screen.seen.card) continue;
      newest = std::max(newest, card.id);
      for (const std::uint32_t pledge : card.pledges) {
        on_cards.insert(pledge);
        announced_again(screen, pledges[pledge].ref, "on a second card");
      }
    }
  }
  for (std::size_t i = 0; i < pledges.size(); ++i) {
    const EntryRef& ref = pledges[i].ref;
    const Whereabouts where = find(announcing.lineup, static_cast<std::uint32_t>(i));
    if (where.stand != Stand::told || on_cards.contains(static_cast<std::uint32_t>(i)) || pledges[i].voided) continue;
    if (where.card > screen.seen.card) announced_again(screen, ref, "on a card of many");
    if (where.card != 0 || screen.seen.announced.contains(ref) || screen.seen.known_before.contains(ref)) continue;
    if (screen.paper.on_stage.contains(ref))
      screen.seen.announced.insert(ref);
    else
      screen.broken = "display: a pledge counts as announced, and nobody announced it";
  }
  screen.seen.card = newest;
}

// The display starts, knowing nothing but its journal.
void start(World& world, HallScreen& screen, const Disk& disk, const Setting& setting) {
  Folded folded =
      fold(disk, world.bug == Bug::fold_from_start_on_top ? screen.show.folded : Folded{}, disk.entries.size());
  screen.read = folded.position;
  screen.show = {};
  begin(screen.show, setting, std::move(folded), world.now_ms);
  screen.known = true;
  screen.paper = {};
  hear_up_to(screen, disk, disk.entries.size());
  screen.seen.card = 0;
  screen.seen.most_at_begin = screen.paper.most_pledged;
  screen.seen.proven = false;
  for (const PaperPledge& pledge : pledges_of(screen.paper)) {
    if (!pledge.voided && !waits_for_the_mc(pledge, setting.campaign.screen.announcing))
      screen.seen.known_before.insert(pledge.ref);
  }
  const std::vector<Money>& marks = screen.show.milestones.marks;
  const Money total = screen.show.pledged.to;
  if (world.bug == Bug::celebrated_on_load && total >= marks.front()) {
    const auto above = std::upper_bound(marks.begin(), marks.end(), total);
    celebrate(screen.show.direction, {*std::prev(above), false, world.now_ms});
  }
}

// The same display, told that its journal was replaced.
void read_again(World& world, HallScreen& screen, const Disk& disk, const Setting& setting) {
  watch_announcing(screen);
  begin(screen.show, setting, fold(disk, {}, disk.entries.size()), world.now_ms);
  screen.read = disk.entries.size();
  hear_up_to(screen, disk, screen.read);
  screen.seen.card = 0;
  screen.seen.proven = false;
  if (world.bug != Bug::announced_after_reading) return;
  screen.show.announcing = announcing_from(card_lanes(setting.wall), 0, {}, world.now_ms);
  for (std::uint32_t i = 0; i < screen.show.folded.tally.pledges.size(); ++i)
    arrive(screen.show.announcing, {i, Tier::small}, false, world.now_ms);
}

// The second reader: from the journal's start to where the figures were frozen. Now and then its copy is damaged.
void read_for_proof(World& world, HallScreen& screen, const Disk& disk) {
  const std::optional<Frozen>& frozen = screen.show.folded.orders.frozen;
  if (!frozen || screen.seen.proven) return;
  Frozen found = *fold(disk, {}, frozen->position).orders.frozen;
  const bool damaged = world.dice.chance(50);
  if (damaged) {
    switch (world.dice.below(3)) {
      case 0:
        found.pledged.amount.dong += 1'000;
        break;
      case 1:
        found.heads[0] ^= 1;
        break;
      default:
        found.position -= 1;
        break;
    }
  }
  const bool taken = check(screen.show, found);
  if (taken == damaged) screen.broken = "display: it takes a false proof, or refuses a true one";
  if (world.bug == Bug::checked_unproven) screen.show.checked_position = frozen->position;
  screen.seen.proven = taken && !damaged;
}

// With the bug old_verdict: the desk's first word stands.
void keep_first_verdict(HallScreen& screen) {
  std::set<EntryRef> decided;
  for (const auto& [header, fact] : screen.paper.heard) {
    const Screened* screened = std::get_if<Screened>(&fact);
    if (screened == nullptr || !decided.insert(screened->pledge).second) continue;
    const auto at = screen.show.folded.tally.by_ref.find(screened->pledge);
    if (at == screen.show.folded.tally.by_ref.end()) continue;
    screen.show.folded.tally.pledges[at->second].verdict = screened->verdict;
    screen.show.folded.tally.pledges[at->second].replaced_by = screened->shown_as;
  }
}

// With the bug consent_late: the news that a consent was withdrawn is taken with the entries after it.
void forget_fresh_refusals(HallScreen& screen) {
  for (const PaperPledge& pledge : pledges_of(screen.before)) {
    const auto at = screen.show.folded.tally.by_ref.find(pledge.ref);
    if (at != screen.show.folded.tally.by_ref.end())
      screen.show.folded.tally.pledges[at->second].publish_refused = pledge.refused;
  }
}

}  // namespace

const Setting& hall_setting(std::size_t hall) {
  static const std::vector<Campaign> campaigns = make_halls();
  static const std::vector<Setting> settings = [] {
    std::vector<Setting> made;
    for (const Campaign& campaign : campaigns) made.push_back({campaign, scenes(), {}});
    return made;
  }();
  return settings[hall];
}

void step_display(World& world) {
  HallScreen& screen = world.hall;
  const Disk& disk = world.screen.own.disk;
  const Setting& setting = hall_setting(screen.hall);
  if (!screen.alive) return;
  screen.looked = false;
  if (!screen.known) {
    start(world, screen, disk, setting);
    return watch_announcing(screen);
  }
  Batch batch;
  // A first journal after none is a first start: what it holds was told elsewhere.
  const bool again = !world.calm && screen.read > 0 && world.dice.chance(4);
  if (!again) {
    for (; screen.read < disk.entries.size(); ++screen.read) batch.entries.push_back(disk.entries[screen.read]);
  }
  batch.position = screen.read;
  MN_CHECK(advance(screen.show, setting, batch, world.now_ms).ok(), "the display folds what comes");
  if (again) read_again(world, screen, disk, setting);
  hear_up_to(screen, disk, screen.read);
  if (!screen.paper.frozen || (screen.before.frozen && screen.before.frozen->position != screen.paper.frozen->position))
    screen.seen.proven = false;
  watch_announcing(screen);
  if (world.calm || world.dice.chance(40)) read_for_proof(world, screen, disk);
  if (world.bug == Bug::old_verdict) keep_first_verdict(screen);
  if (world.bug == Bug::consent_late) forget_fresh_refusals(screen);
}

std::optional<std::string> broken_announcing(World& world) {
  HallScreen& screen = world.hall;
  for (int i = 0; i < 60; ++i) {
    world.now_ms += 1'000;
    step_display(world);
    if (auto broken = broken_hall(world)) return broken;
    const Lineup& lineup = screen.show.announcing.lineup;
    if (waiting_in_all(lineup) + lineup.called + lineup.held == 0) break;
  }
  for (const PaperPledge& pledge : pledges_of(screen.paper)) {
    const bool told = screen.seen.announced.contains(pledge.ref) || screen.seen.known_before.contains(pledge.ref);
    if (!pledge.voided && !told) return "display: a pledge was never announced";
  }
  return std::nullopt;
}

}  // namespace mn::sim
