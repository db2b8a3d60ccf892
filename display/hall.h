// What a scene may ask about givers, wishes and offers beyond the picture's own values. Everything about a giver passes
// core/masking.h on its way out, so no scene can show what was not to be shown. A view: valid while its show stands.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/campaign.h"
#include "core/masking.h"
#include "display/scene_rule.h"

namespace mn {

struct Show;

// A matching gift as the hall sees it.
struct MatchShown {
  std::string sponsor;
  std::int64_t percent = 100;  // of every đồng pledged
  Money cap;
  Money matched;
  std::int64_t begins_in_ms = 0;  // ≤ 0: it has begun
  std::int64_t ends_in_ms = 0;    // ≤ 0: it is over
};

// What a giver wrote to the children; "" for a giver who is not named.
struct WishShown {
  std::string text;
  std::string from;
};

class Hall {
 public:
  Hall() = default;
  Hall(const Show& show, const Campaign& campaign, Language language, std::int64_t now_ms)
      : show_(&show), campaign_(&campaign), language_(language), now_ms_(now_ms) {}

  // The wall of gratitude: everybody who may be named, in Vietnamese order (by amount only where the campaign ranks).
  std::size_t wall_count() const;
  std::vector<PublicCard> wall(std::size_t first, std::size_t count) const;

  // Goods, newest first; voided ones left out.
  std::vector<PublicCard> in_kind(std::size_t count) const;

  // Givers' messages that may be shown, newest first, and the campaign's wishes of children, which name nobody.
  std::vector<WishShown> messages(std::size_t count) const;
  std::vector<std::string> wishes() const;

  std::vector<MatchShown> matching() const;  // offers that stand, first offered first

  // What a gift does, and the funds with what was pledged to each (largest designation first).
  struct EffectShown {
    Money from;
    std::string text;
  };
  std::vector<EffectShown> effects() const;
  struct FundShown {
    std::string key;
    std::string name;
    Money pledged;
    std::int64_t count = 0;
  };
  std::vector<FundShown> funds() const;
  std::vector<std::string> facts() const;

  Money pledged() const;  // exact
  Money leading() const;  // of the figure that the campaign lets lead, as it stands on the screen
  Money goal() const;
  std::int64_t now_ms() const { return now_ms_; }
  const Campaign& campaign() const { return *campaign_; }

 private:
  const Show* show_ = nullptr;
  const Campaign* campaign_ = nullptr;
  Language language_ = Language::vi;
  std::int64_t now_ms_ = 0;
};

}  // namespace mn
