#include "display/hall.h"

#include <algorithm>

#include "display/show.h"

namespace mn {
namespace {

constexpr std::size_t kLookBackMax = 5000;  // pledges looked at to find some with a message or goods

ScreeningPolicy policy_of(const Campaign& campaign) { return campaign.screen.screening; }

}  // namespace

std::size_t Hall::wall_count() const { return show_ == nullptr ? 0 : show_->wall.order.size(); }

std::vector<PublicCard> Hall::wall(std::size_t first, std::size_t count) const {
  std::vector<PublicCard> cards;
  if (show_ == nullptr) return cards;
  const std::vector<std::uint32_t>& order = show_->wall.order;
  for (std::size_t at = first; at < order.size() && cards.size() < count; ++at) {
    cards.push_back(masked(show_->folded.tally.pledges[order[at]], policy_of(*campaign_)));
  }
  return cards;
}

std::vector<PublicCard> Hall::in_kind(std::size_t count) const {
  std::vector<PublicCard> cards;
  if (show_ == nullptr) return cards;
  const std::vector<Pledge>& pledges = show_->folded.tally.pledges;
  const std::size_t oldest = pledges.size() - std::min(pledges.size(), kLookBackMax);
  for (std::size_t at = pledges.size(); at > oldest && cards.size() < count; --at) {
    const Pledge& pledge = pledges[at - 1];
    if (pledge.voided || pledge.said.way != Way::in_kind) continue;
    cards.push_back(masked(pledge, policy_of(*campaign_)));
  }
  return cards;
}

std::vector<WishShown> Hall::messages(std::size_t count) const {
  std::vector<WishShown> found;
  if (show_ == nullptr) return found;
  const std::vector<Pledge>& pledges = show_->folded.tally.pledges;
  const std::size_t oldest = pledges.size() - std::min(pledges.size(), kLookBackMax);
  for (std::size_t at = pledges.size(); at > oldest && found.size() < count; --at) {
    if (pledges[at - 1].message.empty()) continue;
    const PublicCard card = masked(pledges[at - 1], policy_of(*campaign_));
    if (!card.message().empty()) found.push_back({card.message(), card.name()});
  }
  return found;
}

std::vector<std::string> Hall::wishes() const {
  std::vector<std::string> texts;
  if (campaign_ == nullptr) return texts;
  for (const Wording& wish : campaign_->screen.wishes) texts.push_back(wish.in(language_));
  return texts;
}

std::vector<MatchShown> Hall::matching() const {
  std::vector<MatchShown> offers;
  if (show_ == nullptr) return offers;
  for (const Offer& offer : show_->folded.tally.offers) {
    if (offer.withdrawn) continue;
    offers.push_back({offer.said.sponsor, offer.said.percent, offer.said.cap, matched(offer),
                      offer.said.from_us / 1000 - now_ms_, offer.said.until_us / 1000 - now_ms_});
  }
  return offers;
}

std::vector<Hall::EffectShown> Hall::effects() const {
  std::vector<EffectShown> shown;
  if (campaign_ == nullptr) return shown;
  for (const Effect& effect : campaign_->effects) shown.push_back({effect.from, effect.text.in(language_)});
  return shown;
}

std::vector<Hall::FundShown> Hall::funds() const {
  std::vector<FundShown> shown;
  if (show_ == nullptr) return shown;
  for (const Fund& fund : campaign_->funds) {
    const auto sum = show_->folded.tally.pledged_by_fund.find(fund.key);
    if (sum == show_->folded.tally.pledged_by_fund.end()) continue;
    shown.push_back({fund.key, fund.name.in(language_), sum->second.amount, sum->second.count});
  }
  std::stable_sort(shown.begin(), shown.end(),
                   [](const FundShown& left, const FundShown& right) { return left.pledged > right.pledged; });
  return shown;
}

std::vector<std::string> Hall::facts() const {
  std::vector<std::string> texts;
  if (campaign_ == nullptr) return texts;
  for (const Wording& fact : campaign_->facts) texts.push_back(fact.in(language_));
  return texts;
}

Money Hall::pledged() const { return show_ == nullptr ? Money{} : show_->folded.tally.pledged.amount; }

Money Hall::leading() const { return show_ == nullptr ? Money{} : mn::leading(*show_, *campaign_).to; }

Money Hall::goal() const { return campaign_ == nullptr ? Money{} : campaign_->goal; }

}  // namespace mn
