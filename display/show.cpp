#include "display/show.h"

#include <algorithm>
#include <array>

#include "core/vietqr.h"

namespace mn {
namespace {

// Long enough ago that no motion is left of it.
constexpr std::int64_t kLongAgoMs = 60'000;

std::int64_t permille_of(std::int64_t passed, std::int64_t whole) {
  return std::clamp<std::int64_t>(passed * 1000 / whole, 0, 1000);
}

// Up within a third of a second, then slowly down: a breath, not a flash.
std::int64_t glow(std::int64_t since_ms) {
  return std::min(permille_of(since_ms, kGlowRiseMs),
                  1000 - permille_of(since_ms - kGlowRiseMs, kGlowMs - kGlowRiseMs));
}

// The numbers and the quiet clock after the fold has grown.
void turn_numbers(Show& show, const Campaign& campaign, std::int64_t now_ms) {
  const bool reached_before = mark_of(show.pledged.to, campaign.goal).reached;
  show.pledged = turned_to(show.pledged, show.folded.tally.pledged.amount, now_ms);
  show.received = turned_to(show.received, show.folded.tally.received.amount, now_ms);
  const bool reached = mark_of(show.pledged.to, campaign.goal).reached;
  if (reached && !reached_before) show.reached_at_ms = now_ms + kCountingMs;
  if (!reached) show.reached_at_ms.reset();
}

// Cards come in turns, so that a crowd of pledges stays readable.
void turn_cards(Show& show, std::int64_t now_ms) {
  const std::size_t come = show.folded.tally.pledges.size();
  if (come == show.carded || now_ms < show.carded_at_ms + kCardTurnMs) return;
  show.carded_before = show.carded;
  show.carded = come;
  show.carded_at_ms = now_ms;
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

void lay_out_campaign(Picture& picture, const Campaign& campaign, Language language) {
  picture.title = campaign.title.in(language);
  picture.theme = campaign.theme.in(language);
  picture.fund_name = campaign.fund_name.in(language);
  picture.place = campaign.place.in(language);
  picture.date = date_text(campaign.ceremony_on);
  picture.rehearsal = is_rehearsal(campaign.id);
  picture.goal_text = goal_text(campaign.goal, language);
  picture.has_goal = campaign.goal.dong > 0;
  picture.qr = fund_qr(campaign);
  picture.account_invented = campaign.account && campaign.account->invented;
}

void lay_out_numbers(Picture& picture, const Show& show, const Campaign& campaign, Language language,
                     std::int64_t now_ms) {
  picture.pledged = show.pledged.to;
  picture.pledged_shown = shown(show.pledged, now_ms);
  picture.pledged_widest =
      settled(show.pledged, now_ms) ? show.pledged.to : std::max(show.pledged.from, show.pledged.to);
  picture.pledged_in_words = amount_in_words(show.pledged.to, language, campaign.word_forms);
  picture.received = show.received.to;
  picture.received_shown = shown(show.received, now_ms);
  picture.count = show.folded.tally.pledged.count;
  picture.mark = mark_of(picture.pledged_shown, campaign.goal);
}

void lay_out_cards(Picture& picture, const Show& show, const Campaign& campaign, std::int64_t now_ms) {
  const std::vector<Pledge>& pledges = show.folded.tally.pledges;
  const std::size_t newest = std::min(show.carded, pledges.size());
  const std::size_t oldest = newest - std::min(newest, kLookBackMax);
  for (std::size_t i = newest; i > oldest && picture.latest.size() < kCardsMax; --i) {
    const Pledge& pledge = pledges[i - 1];
    if (pledge.voided) continue;
    picture.latest.push_back(masked(pledge, campaign.screen.screening));
    if (i > show.carded_before) ++picture.entering;
  }
  picture.entering_permille = permille_of(now_ms - show.carded_at_ms, kEnteringMs);
  if (picture.entering_permille == 1000) picture.entering = 0;
  picture.glow_permille = show.carded > show.carded_before ? glow(now_ms - show.carded_at_ms) : 0;
}

// Facts follow each other while nothing arrives, each fading in and out.
void lay_out_fact(Picture& picture, const Campaign& campaign, Language language, std::int64_t quiet_ms) {
  if (campaign.facts.empty() || quiet_ms < kQuietMs) return;
  const std::int64_t told_ms = quiet_ms - kQuietMs;
  const auto which = static_cast<std::size_t>(told_ms / kFactMs) % campaign.facts.size();
  const std::int64_t within_ms = told_ms % kFactMs;
  picture.fact = campaign.facts[which].in(language);
  picture.fact_permille = std::min(permille_of(within_ms, kFactFadeMs), permille_of(kFactMs - within_ms, kFactFadeMs));
}

// A slow walk around a small square, one step a minute.
void lay_out_drift(Picture& picture, std::int64_t now_ms) {
  constexpr std::array<std::array<int, 2>, 8> kSteps{
      {{0, 0}, {2, 0}, {2, 2}, {0, 2}, {-2, 2}, {-2, 0}, {-2, -2}, {0, -2}}};
  const auto& step = kSteps[static_cast<std::size_t>(now_ms / kDriftMs) % kSteps.size()];
  picture.drift_x = step[0];
  picture.drift_y = step[1];
}

// Whether the next picture differs at once, and otherwise when it will.
void lay_out_next(Picture& picture, const Show& show, const Campaign& campaign, std::int64_t now_ms) {
  const std::int64_t quiet_ms = now_ms - show.arrived_at_ms;
  const bool fact_fading = !picture.fact.empty() && picture.fact_permille < 1000;
  const bool celebrating = picture.celebration_permille < 1000;
  picture.moving = !settled(show.pledged, now_ms) || !settled(show.received, now_ms) || picture.entering > 0 ||
                   now_ms < show.carded_at_ms + kGlowMs || fact_fading || celebrating;
  std::int64_t next = (now_ms / kDriftMs + 1) * kDriftMs;
  const auto sooner = [&](std::int64_t at_ms) { next = std::min(next, std::max(at_ms, now_ms + 1)); };
  if (show.carded < show.folded.tally.pledges.size()) sooner(show.carded_at_ms + kCardTurnMs);
  if (show.reached_at_ms && *show.reached_at_ms > now_ms) sooner(*show.reached_at_ms);
  if (!campaign.facts.empty()) {
    if (quiet_ms < kQuietMs)
      sooner(show.arrived_at_ms + kQuietMs);
    else
      sooner(now_ms + kFactMs - kFactFadeMs - (quiet_ms - kQuietMs) % kFactMs + 1);
  }
  picture.next_change_ms = next;
}

}  // namespace

Done apply(Folded& folded, const Entry& entry, std::uint64_t position) {
  if (Done done = apply(folded.tally, entry); !done) return done;
  folded.position = position;
  return {};
}

void begin(Show& show, const Campaign& campaign, Folded folded, std::int64_t now_ms) {
  const bool first = !show.known;
  show.folded = std::move(folded);
  show.carded = show.carded_before = show.folded.tally.pledges.size();
  show.carded_at_ms = now_ms - kLongAgoMs;
  if (!first) return turn_numbers(show, campaign, now_ms);
  show.known = true;
  show.pledged = standing_at(show.folded.tally.pledged.amount);
  show.received = standing_at(show.folded.tally.received.amount);
  show.arrived_at_ms = now_ms;
}

Done advance(Show& show, const Campaign& campaign, const Batch& batch, std::int64_t now_ms) {
  Done done;
  const std::size_t pledges_before = show.folded.tally.pledges.size();
  for (const Entry& entry : batch.entries) {
    done = apply(show.folded, entry, batch.position);
    if (!done) break;
  }
  if (show.folded.tally.pledges.size() > pledges_before) show.arrived_at_ms = now_ms;
  if (!batch.entries.empty()) turn_numbers(show, campaign, now_ms);
  turn_cards(show, now_ms);
  return done;
}

Picture compose(const Show& show, const Campaign& campaign, Language language, std::int64_t now_ms) {
  Picture picture;
  lay_out_campaign(picture, campaign, language);
  lay_out_drift(picture, now_ms);
  if (!show.known) {
    picture.next_change_ms = (now_ms / kDriftMs + 1) * kDriftMs;
    return picture;
  }
  picture.scene = Scene::tally;
  lay_out_numbers(picture, show, campaign, language, now_ms);
  lay_out_cards(picture, show, campaign, now_ms);
  lay_out_fact(picture, campaign, language, now_ms - show.arrived_at_ms);
  if (show.reached_at_ms && now_ms >= *show.reached_at_ms) {
    picture.celebration_permille = permille_of(now_ms - *show.reached_at_ms, kCelebrationMs);
  }
  lay_out_next(picture, show, campaign, now_ms);
  return picture;
}

}  // namespace mn
