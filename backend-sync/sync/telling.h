// What both directions say to people and ask of the hub: one calm line when the state of things changes, never one for
// each retry.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "backend-sync/sync/http.h"
#include "backend-sync/wire.h"
#include "journal/open.h"

namespace mn {

class Telling {
 public:
  explicit Telling(std::string well) : well_(std::move(well)) {}
  // Says what is new in `stopped`; when nothing is stopped and `everything` has been copied, that all is well.
  void tell(const std::vector<std::string>& stopped, bool everything);

 private:
  std::string well_;
  std::vector<std::string> said_;
  bool well_said_ = false;
};

// Who answers there, when it is the one that is expected: of this campaign, and the one on the card.
Result<HubCard> ask_hub(Http& http, const std::optional<CampaignId>& campaign, const std::optional<Card>& pinned);

// The card to pin, when a path is given.
Result<std::optional<Card>> read_pinned(const std::string& path);

// With --once: whether waiting longer would help nobody. Another hub than expected, a reader who is not enrolled.
bool is_hopeless(const Failure* failure, int failures);

void print_heads(const std::vector<Head>& heads);
std::int64_t now_ms();
std::uint64_t random_number();

}  // namespace mn
