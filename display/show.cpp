#include "display/show.h"

#include <algorithm>

namespace mn {
namespace {

constexpr std::size_t kLookBackMax = 400;     // pledges looked at for the latest: so many in a row may be voided
constexpr std::int64_t kLongAgoMs = 600'000;  // no motion is left of what was then

// What stands on the screen: the fold, or what it was when the staff froze it.
struct Standing {
  Money pledged;
  Money received;
};
Standing standing_of(const Folded& folded) {
  if (folded.orders.frozen) return {folded.orders.frozen->pledged.amount, folded.orders.frozen->received.amount};
  return {folded.tally.pledged.amount, folded.tally.received.amount};
}

// Announcements go on where cards are seen, and unless the staff holds them.
void mind_cards(Show& show, const Setting& setting, std::int64_t now_ms) {
  const SceneRule* rule = find_scene(setting.scenes, show.direction.scene);
  const bool seen = rule != nullptr && rule->cards && !show.folded.orders.holding && !show.covered;
  if (seen && show.announcing.holding) release(show.announcing, now_ms);
  if (!seen && !show.announcing.holding) hold(show.announcing, now_ms);
}

// Everything that is due, each at its own time.
void run_to(Show& show, const Setting& setting, std::int64_t now_ms) {
  const Directed given = directed_by(show, setting);
  for (;;) {
    const std::optional<std::int64_t> next = next_change_ms(show.direction, given);
    if (!next || *next > now_ms) break;
    run_to(show.announcing, *next);
    (void)change_due(show.direction, given, *next);
    mind_cards(show, setting, *next);
  }
  run_to(show.announcing, now_ms);
}

// The MC has the word on these; they are counted all the same.
bool waits_for_the_mc(const Show& show, const Campaign& campaign, std::size_t index) {
  const Pledge& pledge = show.folded.tally.pledges[index];
  if (pledge.announced || index < show.folded.orders.let_go) return false;
  switch (campaign.screen.announcing) {
    case AnnouncingPolicy::at_once:
      return false;
    case AnnouncingPolicy::invited_on_cue:
      return !pledge.invitation.empty();
    case AnnouncingPolicy::all_on_cue:
      return true;
  }
  return false;
}

void take_arrival(Show& show, const Setting& setting, std::size_t index, std::int64_t now_ms) {
  const Pledge& pledge = show.folded.tally.pledges[index];
  const auto number = static_cast<std::uint32_t>(index);
  arrive(show.announcing, {number, tier_of(setting.campaign, pledge)}, waits_for_the_mc(show, setting.campaign, index),
         now_ms);
  if (pledge.voided) drop(show.announcing, number, now_ms);
}

// Whether a fold holds everything that another was made of.
bool continues(const Folded& folded, const Folded& before) {
  for (const auto& [origin, head] : before.tally.heads) {
    const auto found = folded.tally.heads.find(origin);
    if (found == folded.tally.heads.end() || found->second.seq < head.seq) return false;
  }
  return !before.tally.heads.empty();
}

// Of a journal that was read again: who had not been told about when it was, by its pledge's place there. Nobody is
// announced twice, and nobody is forgotten.
bool still_to_tell(const Show& before, const EntryRef& pledge) {
  const auto at = before.folded.tally.by_ref.find(pledge);
  if (at == before.folded.tally.by_ref.end()) return true;
  switch (find(before.announcing.lineup, static_cast<std::uint32_t>(at->second)).stand) {
    case Stand::unknown:
    case Stand::waiting:
    case Stand::held:
    case Stand::called:
      return true;
    case Stand::told:
    case Stand::dropped:
      return false;
  }
  return false;
}

// As the screen begins: everybody was told about, but those who still wait for the MC's word, and those whom a screen
// that reads its journal again had not come to. `before`: that screen; nullptr when there is none.
void begin_announcing(Show& show, const Setting& setting, const Show* before, std::int64_t now_ms) {
  const std::vector<Pledge>& pledges = show.folded.tally.pledges;
  const auto untold = [&](std::size_t index) {
    if (pledges[index].voided) return false;
    return waits_for_the_mc(show, setting.campaign, index) ||
           (before != nullptr && still_to_tell(*before, pledges[index].ref));
  };
  std::size_t told = 0;
  while (told < pledges.size() && !untold(told)) ++told;
  std::vector<Arrival> latest;
  const std::size_t oldest = told - std::min(told, kLookBackMax);
  for (std::size_t index = told; index > oldest && latest.size() < kRecentMax; --index) {
    if (pledges[index - 1].voided) continue;
    latest.push_back({static_cast<std::uint32_t>(index - 1), tier_of(setting.campaign, pledges[index - 1])});
  }
  show.announcing = announcing_from(card_lanes(setting.wall), static_cast<std::uint32_t>(told), latest, now_ms);
  hold(show.announcing, now_ms);
  for (std::size_t index = told; index < pledges.size(); ++index) {
    take_arrival(show, setting, index, now_ms);
    if (!untold(index)) tell_elsewhere(show.announcing, static_cast<std::uint32_t>(index), now_ms);
  }
}

// The numbers after the fold has grown, and what is celebrated of it.
void turn_numbers(Show& show, const Setting& setting, std::int64_t now_ms) {
  const Standing stand = standing_of(show.folded);
  show.pledged = turned_to(show.pledged, stand.pledged, now_ms);
  show.received = turned_to(show.received, stand.received, now_ms);
  const Money total = leading(show, setting.campaign).to;
  advance(show.milestones, total, now_ms);
  call_off(show.direction, total, now_ms);
  for (const std::optional<Celebration>& found : {show.milestones.current, show.milestones.next}) {
    if (!found || found->crossed_ms != now_ms) continue;
    celebrate(show.direction, {show.milestones.marks[found->mark], found->goal, found->begins_ms});
  }
}

// Orders that came with a batch; `before` is the position up to which they had been obeyed.
void obey(Show& show, const Setting& setting, std::uint64_t before, std::int64_t now_ms) {
  const Orders& orders = show.folded.orders;
  if (orders.cue_position > before) {
    (void)cue(show.direction, directed_by(show, setting), orders.cue.scene, now_ms);
    if (orders.cue.scene == "spotlight" && orders.cue.pledge) {
      const auto at = show.folded.tally.by_ref.find(*orders.cue.pledge);
      if (at != show.folded.tally.by_ref.end()) {
        tell_elsewhere(show.announcing, static_cast<std::uint32_t>(at->second), now_ms);
      }
    }
  }
  mind_cards(show, setting, now_ms);
}

void take_announced(Show& show, const Entry& entry, std::int64_t now_ms) {
  const Result<Fact> fact = fact_of(entry);
  if (!fact) return;
  const auto at = show.folded.tally.by_ref.find(std::get<Announced>(*fact).pledge);
  if (at != show.folded.tally.by_ref.end()) call(show.announcing, static_cast<std::uint32_t>(at->second), now_ms);
}

void look_at_touched(Show& show, const Setting& setting, const std::vector<std::size_t>& touched, std::size_t known,
                     std::int64_t now_ms) {
  const ScreenSettings& screen = setting.campaign.screen;
  for (const std::size_t index : touched) {
    const Pledge& pledge = show.folded.tally.pledges[index];
    look_again(show.wall, show.folded.tally, index, screen.screening, screen.rank_by_amount);
    if (pledge.voided && index < known) drop(show.announcing, static_cast<std::uint32_t>(index), now_ms);
  }
}

}  // namespace

Directed directed_by(const Show& show, const Setting& setting) {
  Directed given;
  given.scenes = setting.scenes;
  given.wall = setting.wall;
  if (setting.campaign.screen.begins_at) given.begins_ms = utc_us(*setting.campaign.screen.begins_at) / 1000;
  given.has = [&show, &setting](const SceneRule& rule, std::int64_t now_ms) {
    return rule.has == nullptr || rule.has(Hall(show, setting.campaign, Language::vi, now_ms));
  };
  given.dwell = [&show, &setting](const SceneRule& rule, std::int64_t now_ms) {
    if (rule.dwell == nullptr) return rule.dwell_ms;
    return rule.dwell(Hall(show, setting.campaign, Language::vi, now_ms), setting.wall);
  };
  return given;
}

const Counting& leading(const Show& show, const Campaign& campaign) {
  return campaign.screen.leads == Lead::received ? show.received : show.pledged;
}

Tier tier_of(const Campaign& campaign, const Pledge& pledge) {
  return tier_of(pledge.said.amount, campaign.screen.tiers);
}

int card_lanes(const Wall& wall) {
  const int aspect_permille = static_cast<int>(std::int64_t{wall.width_px} * 1000 / std::max(wall.height_px, 1));
  if (aspect_permille < 1000) return 3;  // upright
  if (aspect_permille < 1900) return 3;  // 16:9
  if (aspect_permille < 3000) return 4;  // 2:1
  return wall.height_px < 500 ? 2 : 4;   // very wide; a low one has room for little
}

void begin(Show& show, const Setting& setting, Folded folded, std::int64_t now_ms) {
  const bool first = !show.known;
  std::optional<Show> before;
  if (!first && continues(folded, show.folded)) {
    run_to(show, setting, now_ms);
    before.emplace();
    before->folded = std::move(show.folded);
    before->announcing = std::move(show.announcing);
  }
  show.folded = std::move(folded);
  show.checked_position.reset();
  show.wall = {{}, {}, show.wall.collation};
  begin_announcing(show, setting, before ? &*before : nullptr, now_ms);
  if (first) {
    show.known = true;
    const Standing stand = standing_of(show.folded);
    show.pledged = standing_at(stand.pledged);
    show.received = standing_at(stand.received);
    show.arrived_at_ms = now_ms;
    const bool received = setting.campaign.screen.leads == Lead::received;
    show.milestones = milestones_of(setting.campaign.screen.milestones, setting.campaign.goal);
    begin(show.milestones, leading(show, setting.campaign).to,
          received ? show.folded.most_received : show.folded.most_pledged, now_ms);
    show.direction = directed(directed_by(show, setting), show.folded.orders.cue.scene, now_ms);
    // A cue that stands stood before: its motion is over.
    if (!show.direction.cued.empty()) show.direction.since_ms = now_ms - kLongAgoMs;
  } else {
    turn_numbers(show, setting, now_ms);
    (void)cue(show.direction, directed_by(show, setting), show.folded.orders.cue.scene, now_ms);
  }
  show.fresh_at_ms = now_ms;
  mind_cards(show, setting, now_ms);
}

Done advance(Show& show, const Setting& setting, const Batch& batch, std::int64_t now_ms) {
  if (!show.known) return {};
  run_to(show, setting, now_ms);
  if (batch.entries.empty()) {
    (void)catch_up(show.wall, show.folded.tally, setting.campaign.screen.screening,
                   setting.campaign.screen.rank_by_amount);
    return {};
  }
  Done done;
  const std::size_t known = show.folded.tally.pledges.size();
  const std::uint64_t before = show.folded.position;
  std::vector<std::size_t> touched;
  std::vector<const Entry*> announced;
  std::uint64_t position = batch.position - batch.entries.size();
  for (const Entry& entry : batch.entries) {
    done = apply(show.folded, entry, ++position, &touched);
    if (!done) break;
    if (entry.header.kind == Kind::announced) announced.push_back(&entry);
  }
  look_at_touched(show, setting, touched, known, now_ms);
  (void)catch_up(show.wall, show.folded.tally, setting.campaign.screen.screening,
                 setting.campaign.screen.rank_by_amount);
  for (std::size_t index = known; index < show.folded.tally.pledges.size(); ++index) {
    take_arrival(show, setting, index, now_ms);
  }
  for (const Entry* entry : announced) take_announced(show, *entry, now_ms);
  if (show.folded.orders.let_go_position > before) release_held(show.announcing, now_ms);
  if (show.folded.tally.pledges.size() > known) {
    show.arrived_at_ms = now_ms;
    arrival(show.direction, now_ms);
  }
  obey(show, setting, before, now_ms);
  turn_numbers(show, setting, now_ms);
  show.fresh_at_ms = now_ms;
  run_to(show, setting, now_ms);
  return done;
}

void sort_wall(Show& show, const Setting& setting) {
  const ScreenSettings& screen = setting.campaign.screen;
  while (!catch_up(show.wall, show.folded.tally, screen.screening, screen.rank_by_amount)) {
  }
}

void absent(Show& show, const Setting& setting, std::int64_t from_ms, std::int64_t to_ms) {
  run_to(show, setting, from_ms);
  absent(show.announcing, from_ms, to_ms);
  absent(show.milestones, from_ms, to_ms);
  absent(show.direction, from_ms, to_ms);
  run_to(show, setting, to_ms);
}

void resize(Show& show, const Setting& setting, std::int64_t now_ms) {
  run_to(show, setting, now_ms);
  if (const int lanes = card_lanes(setting.wall); lanes != show.announcing.lanes) {
    set_lanes(show.announcing, lanes, now_ms);
  }
}

void cover(Show& show, const Setting& setting, bool covered, std::int64_t now_ms) {
  run_to(show, setting, now_ms);
  show.covered = covered;
  mind_cards(show, setting, now_ms);
}

void refresh(Show& show, std::int64_t fresh_at_ms) { show.fresh_at_ms = std::max(show.fresh_at_ms, fresh_at_ms); }

bool check(Show& show, const Frozen& found) {
  const std::optional<Frozen>& frozen = show.folded.orders.frozen;
  if (!frozen || frozen->position != found.position || frozen->heads != found.heads ||
      frozen->pledged != found.pledged || frozen->received != found.received || frozen->in_kind != found.in_kind) {
    return false;
  }
  show.checked_position = found.position;
  return true;
}

}  // namespace mn
