#include "backend-sync/sync/telling.h"

#include <fmt/core.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "journal/chance.h"

namespace mn {

void Telling::tell(const std::vector<std::string>& stopped, bool everything) {
  for (const std::string& line : stopped) {
    if (std::find(said_.begin(), said_.end(), line) == said_.end()) spdlog::warn("{}", line);
  }
  if (!stopped.empty()) well_said_ = false;
  if (stopped.empty() && everything && !well_said_) {
    spdlog::info("{}", well_);
    well_said_ = true;
  }
  said_ = stopped;
}

Result<HubCard> ask_hub(Http& http, const std::optional<CampaignId>& campaign, const std::optional<Card>& pinned) {
  const Result<HttpAnswer> answer = http.get("/v1/hub");
  if (!answer) return answer.failure();
  Result<HubCard> card = read_hub_card(answer->body);
  if (answer->status != 200 || !card) {
    return Failure{Cause::unavailable,
                   "what answers at " + http.url() + " is no hub (HTTP " + std::to_string(answer->status) + ")"};
  }
  if (pinned && pinned->origin != card->origin) {
    return Failure{Cause::refused, "the hub at " + http.url() + " is origin " + origin_text(card->origin) +
                                       ", not the one on --hub-card (" + origin_text(pinned->origin) + ")"};
  }
  if (campaign && *campaign != card->campaign) {
    return Failure{Cause::refused,
                   "the hub keeps campaign " + card->campaign.text + ", this journal belongs to " + campaign->text};
  }
  return card;
}

Result<std::optional<Card>> read_pinned(const std::string& path) {
  if (path.empty()) return std::optional<Card>();
  Result<Card> card = read_card(path);
  if (!card) return card.failure();
  return std::optional<Card>(*std::move(card));
}

void print_heads(const std::vector<Head>& heads) {
  for (const Head& head : heads) fmt::print("{} {} {}\n", origin_text(head.origin), head.seq, to_hex(head.digest));
}

bool is_hopeless(const Failure* failure, int failures) {
  return failure != nullptr && failure->cause == Cause::refused && failures >= 3;
}

std::int64_t now_ms() { return monotonic_ns() / 1'000'000; }

std::uint64_t random_number() {
  std::uint64_t number = 0;
  for (const std::uint8_t byte : random_8()) number = number << 8 | byte;
  return number;
}

}  // namespace mn
