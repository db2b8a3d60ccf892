// From the show to the picture: what is drawn now.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/text.h"
#include "core/vietqr.h"
#include "display/show.h"
#include "display/shown_line.h"

namespace mn {
namespace {

std::int64_t permille_of(std::int64_t passed, std::int64_t whole) {
  return std::clamp<std::int64_t>(passed, 0, whole) * 1000 / whole;
}

// Up within a third of a second, then slowly down: a breath, not a flash.
std::int64_t glow(std::int64_t since_ms) {
  return std::min(permille_of(since_ms, kGlowRiseMs),
                  1000 - permille_of(since_ms - kGlowRiseMs, kGlowMs - kGlowRiseMs));
}

// The account's static code: the giver types the amount. Nothing when there is no account a code can name.
std::string fund_qr(const Campaign& campaign) {
  if (!campaign.account || campaign.account->bank_bin.empty()) return {};
  VietQr qr;
  qr.bank_bin = campaign.account->bank_bin;
  qr.account = campaign.account->number;
  Result<std::string> payload = vietqr_payload(qr);
  return payload ? *std::move(payload) : std::string();
}

struct Composing {
  const Show& show;
  const Setting& setting;
  const Campaign& campaign;
  Language language;
  std::int64_t now_ms;
};

void lay_out_campaign(Picture& picture, const Composing& given) {
  const Campaign& campaign = given.campaign;
  picture.language = given.language;
  picture.title = campaign.title.in(given.language);
  picture.theme = campaign.theme.in(given.language);
  picture.fund_name = campaign.fund_name.in(given.language);
  picture.place = campaign.place.in(given.language);
  picture.date = date_text(campaign.ceremony_on);
  picture.rehearsal = is_rehearsal(campaign.id);
  picture.goal_text = goal_text(campaign.goal, given.language);
  picture.has_goal = campaign.goal.dong > 0;
  picture.qr = fund_qr(campaign);
  picture.account_invented = campaign.account && campaign.account->invented;
  picture.leads = campaign.screen.leads;
  if (campaign.screen.begins_at) {
    const std::int64_t begins_in_ms = utc_us(*campaign.screen.begins_at) / 1000 - given.now_ms;
    if (begins_in_ms > 0) picture.begins_in_ms = begins_in_ms;
  }
}

Figure on_its_way(const Counting& counting, std::int64_t count, std::int64_t now_ms) {
  Figure figure;
  figure.shown = shown(counting, now_ms);
  figure.exact = counting.to;
  figure.widest = widest(counting, now_ms);
  figure.count = count;
  return figure;
}

Figure standing(Money amount, std::int64_t count) { return {amount, amount, amount, count}; }

void lay_out_figures(Picture& picture, const Composing& given) {
  const Show& show = given.show;
  const Tally& tally = show.folded.tally;
  const std::optional<Frozen>& frozen = show.folded.orders.frozen;
  const Sum in_kind = frozen ? frozen->in_kind : tally.in_kind;
  Figures& figures = picture.figures;
  figures.pledged = on_its_way(show.pledged, frozen ? frozen->pledged.count : tally.pledged.count, given.now_ms);
  figures.received = on_its_way(show.received, frozen ? frozen->received.count : tally.received.count, given.now_ms);
  figures.in_kind = standing(in_kind.amount, in_kind.count);
  figures.matched = standing(frozen ? frozen->matched : tally.matched, 0);
  picture.frozen = frozen.has_value();
  const Counting& lead = leading(show, given.campaign);
  if (given.campaign.screen.in_words) {
    picture.in_words = amount_in_words(lead.to, given.language, given.campaign.word_forms);
  }
  picture.mark = mark_of(shown(lead, given.now_ms), given.campaign.goal);
  picture.stretch = stretch_at(show.milestones, shown(lead, given.now_ms), given.now_ms);
  if (!picture.stretch) return;
  picture.stretch_from = goal_text(picture.stretch->from, given.language);
  picture.stretch_to = goal_text(picture.stretch->to, given.language);
}

CardShown card_of(const Composing& given, const Announcement& announcement) {
  const std::vector<Pledge>& pledges = given.show.folded.tally.pledges;
  CardShown card;
  card.id = announcement.id;
  card.tier = announcement.tier;
  card.lane = announcement.lane;
  if (announcement.merged) {
    card.merged = announcement.count;
  } else if (!announcement.pledges.empty()) {
    card.card = masked(pledges[announcement.pledges.front()], given.campaign.screen.screening);
  }
  card.age_ms = given.now_ms - announcement.entered_ms;
  card.entering_permille = permille_of(card.age_ms, kEnteringMs);
  if (announcement.withdrawn) {
    card.leaving_permille = permille_of(given.now_ms - (announcement.leaves_ms - kWithdrawingMs), kWithdrawingMs);
  }
  return card;
}

void lay_out_cards(Picture& picture, const Composing& given) {
  const Announcing& announcing = given.show.announcing;
  std::int64_t latest_ms = 0;
  for (const Announcement& announcement : announcing.on) {
    picture.cards.push_back(card_of(given, announcement));
    latest_ms = std::max(latest_ms, announcement.entered_ms);
  }
  for (const Announcement& announcement : announcing.recent) picture.recent.push_back(card_of(given, announcement));
  if (latest_ms > 0) picture.glow_permille = glow(given.now_ms - latest_ms);
}

// Facts follow each other while nothing arrives, each fading in and out.
void lay_out_fact(Picture& picture, const Composing& given) {
  const std::int64_t told_ms = given.now_ms - given.show.direction.quiet_since_ms - kQuietMs / 3;
  if (given.campaign.facts.empty() || told_ms < 0) return;
  const auto which = static_cast<std::size_t>(told_ms / kFactMs) % given.campaign.facts.size();
  const std::int64_t within_ms = told_ms % kFactMs;
  picture.fact = given.campaign.facts[which].in(given.language);
  picture.fact_permille = std::min(permille_of(within_ms, kFactFadeMs), permille_of(kFactMs - within_ms, kFactFadeMs));
}

// The mark that the total stands at or above; the first when there is none yet.
Money last_reached(const Milestones& milestones) {
  const auto above = std::upper_bound(milestones.marks.begin(), milestones.marks.end(), milestones.amount);
  if (above != milestones.marks.begin()) return *std::prev(above);
  return milestones.marks.empty() ? Money{} : milestones.marks.front();
}

void lay_out_moment(Picture& picture, const Composing& given) {
  const Direction& direction = given.show.direction;
  const Money goal = given.campaign.goal;
  Celebrated celebrated;
  celebrated.since_ms = given.now_ms - direction.since_ms;
  if (direction.moment) {
    celebrated.threshold = direction.moment->threshold;
    celebrated.goal = direction.moment->goal;
  } else if (direction.scene == "goal") {
    celebrated.threshold = goal;
    celebrated.goal = true;
  } else if (direction.scene == "milestone") {
    celebrated.threshold = last_reached(given.show.milestones);
  } else {
    return;
  }
  celebrated.permille =
      permille_of(celebrated.since_ms, celebrated.goal ? kGoalCelebrationMs : kMilestoneCelebrationMs);
  const std::vector<Money>& marks = given.show.milestones.marks;
  const auto next = std::upper_bound(marks.begin(), marks.end(), celebrated.threshold);
  if (next != marks.end()) celebrated.next = *next;
  picture.celebrated = celebrated;
}

void lay_out_spotlight(Picture& picture, const Composing& given) {
  const Orders& orders = given.show.folded.orders;
  if (orders.cue.scene != "spotlight") return;
  Spotlight spotlight;
  spotlight.name = shown_text(orders.cue.name, kNameLettersMax);
  spotlight.line = shown_text(orders.cue.line, kMessageLettersMax);
  if (orders.cue.pledge) {
    const Tally& tally = given.show.folded.tally;
    const auto at = tally.by_ref.find(*orders.cue.pledge);
    if (at != tally.by_ref.end() && !tally.pledges[at->second].voided) {
      spotlight.card = masked(tally.pledges[at->second], given.campaign.screen.screening);
      spotlight.tier = tier_of(given.campaign, tally.pledges[at->second]);
    }
    // The staff's spelling of a name that the hall may not read yet, or no more, is that name all the same.
    if (!spotlight.card || spotlight.card->name().empty()) spotlight.name.clear();
  }
  picture.spotlight = spotlight;
}

void lay_out_reveal(Picture& picture, const Composing& given) {
  const std::optional<Frozen>& frozen = given.show.folded.orders.frozen;
  if (!frozen) return;
  Reveal reveal;
  reveal.heads = to_hex(frozen->heads);
  reveal.qr = reveal_text(given.campaign.id, *frozen);
  reveal.lines = frozen->position;
  reveal.checked = given.show.checked_position == frozen->position;
  picture.reveal = std::move(reveal);
}

// A slow walk around a small square, one step a minute.
void lay_out_drift(Picture& picture, std::int64_t now_ms) {
  constexpr std::array<std::array<int, 2>, 8> kSteps{
      {{0, 0}, {2, 0}, {2, 2}, {0, 2}, {-2, 2}, {-2, 0}, {-2, -2}, {0, -2}}};
  const auto& step = kSteps[static_cast<std::size_t>(now_ms / kDriftMs) % kSteps.size()];
  picture.drift_x = step[0];
  picture.drift_y = step[1];
}

void lay_out_scene(Picture& picture, const Composing& given) {
  if (given.show.covered) {
    picture.scene = "safe";
    return;
  }
  const Direction& direction = given.show.direction;
  picture.scene = direction.scene;
  picture.scene_ms = given.now_ms - direction.since_ms;
  picture.paging_ms = picture.scene_ms;
  picture.pages_before = direction.pages_before;
  picture.leaving_pages_before = direction.leaving_pages_before;
  // Safe is on at once, whatever was on before.
  picture.change_permille =
      picture.scene == "safe" || direction.leaving.empty() ? 1000 : permille_of(picture.scene_ms, kChangeMs);
  if (picture.change_permille == 1000) return;
  picture.leaving = direction.leaving;
  picture.leaving_scene_ms = given.now_ms - direction.leaving_since_ms;
}

void lay_out_age(Picture& picture, const Composing& given) {
  const std::int64_t stale_after_ms = given.campaign.screen.stale_after_s * 1000;
  if (stale_after_ms <= 0 || given.now_ms - given.show.fresh_at_ms < stale_after_ms) return;
  const LocalTime fresh = local_time(given.show.fresh_at_ms * 1000);
  picture.age_text = fmt::format("{:02}:{:02}", fresh.hour, fresh.minute);
}

// A scene that is never still, on or fading.
bool scene_moves(const Picture& picture, const Composing& given) {
  const auto moves = [&](std::string_view name) {
    const SceneRule* rule = find_scene(given.setting.scenes, name);
    return rule != nullptr && rule->moves;
  };
  return moves(picture.scene) || moves(picture.leaving);
}

// How far into its page the scene is, where it turns pages; the first page comes with the scene.
std::optional<std::int64_t> page_left_ms(const Picture& picture, const Composing& given) {
  const SceneRule* rule = find_scene(given.setting.scenes, picture.scene);
  if (rule == nullptr || rule->page_ms <= 0) return std::nullopt;
  return rule->page_ms - picture.scene_ms % rule->page_ms;
}
bool page_turns(const Picture& picture, const Composing& given) {
  const SceneRule* rule = find_scene(given.setting.scenes, picture.scene);
  return rule != nullptr && rule->page_ms > 0 && picture.scene_ms >= rule->page_ms &&
         picture.scene_ms % rule->page_ms < kPageFadeMs;
}

// Whether the next picture differs at once, and otherwise when it will.
void lay_out_next(Picture& picture, const Composing& given) {
  const Show& show = given.show;
  const std::int64_t now_ms = given.now_ms;
  const bool fact_fading = !picture.fact.empty() && picture.fact_permille < 1000;
  const auto in_motion = [](const CardShown& card) {
    return card.entering_permille < 1000 || (card.leaving_permille > 0 && card.leaving_permille < 1000);
  };
  picture.moving = !settled(show.pledged, now_ms) || !settled(show.received, now_ms) ||
                   std::any_of(picture.cards.begin(), picture.cards.end(), in_motion) ||
                   std::any_of(picture.recent.begin(), picture.recent.end(), in_motion) || picture.glow_permille > 0 ||
                   fact_fading || picture.change_permille < 1000 ||
                   (picture.stretch && picture.stretch->phase == StretchPhase::turning) ||
                   scene_moves(picture, given) || page_turns(picture, given);
  std::int64_t next = (now_ms / kDriftMs + 1) * kDriftMs;
  const auto sooner = [&](std::int64_t at_ms) { next = std::min(next, std::max(at_ms, now_ms + 1)); };
  if (const auto at = next_change_ms(show.announcing)) sooner(*at);
  if (const auto at = next_change_ms(show.direction, directed_by(show, given.setting))) sooner(*at);
  if (const auto at = next_change_ms(show.milestones, now_ms)) sooner(*at);
  if (const auto left = page_left_ms(picture, given)) sooner(now_ms + *left);
  if (picture.begins_in_ms) sooner((now_ms / 1000 + 1) * 1000);
  if (show.wall.keys.size() < show.folded.tally.pledges.size()) sooner(now_ms + 10);
  const std::int64_t told_ms = now_ms - show.direction.quiet_since_ms - kQuietMs / 3;
  if (!given.campaign.facts.empty()) {
    sooner(told_ms < 0 ? now_ms - told_ms : now_ms + kFactMs - kFactFadeMs - told_ms % kFactMs + 1);
  }
  if (picture.age_text.empty()) sooner(show.fresh_at_ms + given.campaign.screen.stale_after_s * 1000);
  picture.next_change_ms = next;
}

}  // namespace

Picture compose(const Show& show, const Setting& setting, Language language, std::int64_t now_ms) {
  const Composing given{show, setting, setting.campaign, language, now_ms};
  Picture picture;
  picture.now_ms = now_ms;
  picture.hall = Hall(show, setting.campaign, language, now_ms);
  lay_out_campaign(picture, given);
  lay_out_drift(picture, now_ms);
  if (!show.known) {
    picture.next_change_ms = (now_ms / 1000 + 1) * 1000;
    return picture;
  }
  picture.known = true;
  lay_out_scene(picture, given);
  lay_out_figures(picture, given);
  lay_out_cards(picture, given);
  lay_out_fact(picture, given);
  lay_out_moment(picture, given);
  lay_out_spotlight(picture, given);
  lay_out_reveal(picture, given);
  lay_out_age(picture, given);
  lay_out_next(picture, given);
  return picture;
}

}  // namespace mn
