// Reads the block `screen` of the campaign file.
#include "core/campaign_section.h"

namespace mn {
namespace {

constexpr std::size_t kMilestonesMax = 20;
constexpr std::size_t kTiersMax = 3;
constexpr std::size_t kWishesMax = 50;
constexpr std::size_t kWishLettersMax = 160;  // read from the last row
constexpr std::int64_t kStaleLeastS = 10;
constexpr std::int64_t kStaleMostS = 86'400;
constexpr Money kMilestoneMost{1'000'000'000'000'000};

}  // namespace

ScreenSettings read_screen_settings(Section& top, std::vector<std::string>& mistakes) {
  ScreenSettings out;
  const nlohmann::json* value = top.find("screen");
  if (value == nullptr) return out;
  Section section(*value, "screen.", mistakes);
  out.leads = section.one_of<Lead>("leads", out.leads, {{"pledged", Lead::pledged}, {"received", Lead::received}});
  out.in_words = section.flag("in_words", out.in_words);
  out.screening = section.one_of<ScreeningPolicy>(
      "screening", out.screening,
      {{"all", ScreeningPolicy::all}, {"invited", ScreeningPolicy::invited}, {"released", ScreeningPolicy::released}});
  out.announcing = section.one_of<AnnouncingPolicy>("announcing", out.announcing,
                                                    {{"at_once", AnnouncingPolicy::at_once},
                                                     {"invited_on_cue", AnnouncingPolicy::invited_on_cue},
                                                     {"all_on_cue", AnnouncingPolicy::all_on_cue}});
  out.rank_by_amount = section.flag("rank_by_amount", out.rank_by_amount);
  if (const nlohmann::json* list = section.find("milestones")) {
    out.milestones = section.ascending("milestones", list, 0, kMilestonesMax, Money{1}, kMilestoneMost);
  }
  if (const nlohmann::json* list = section.find("tiers")) {
    out.tiers = section.ascending("tiers", list, 0, kTiersMax, Money{1}, kLargestPledge);
  }
  if (section.has("begins_at")) out.begins_at = section.moment("begins_at");
  out.stale_after_s = section.integer("stale_after_s", out.stale_after_s, kStaleLeastS, kStaleMostS);
  out.volume_percent = static_cast<int>(section.integer("volume_percent", out.volume_percent, 0, 100));
  out.wishes = section.wordings("wishes", kWishesMax, kWishLettersMax);
  section.finish();
  return out;
}

}  // namespace mn
