// mangnon tally: a journal folded to its totals. Pledged and received stand beside each other and are never added.
#include "core/tally.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/reading.h"
#include "backend-sync/mangnon/verbs.h"
#include "core/numbers.h"
#include "core/text.h"
#include "journal/open.h"

namespace mn {
namespace {

using nlohmann::json;

json sum_json(const Sum& sum) { return {{"amount", sum.amount.dong}, {"count", sum.count}}; }

json offer_json(const Offer& offer) {
  return {{"entry", entry_text(offer.ref)},
          {"sponsor", offer.said.sponsor},
          {"percent", offer.said.percent},
          {"cap", offer.said.cap.dong},
          {"from", iso_date_time(local_time(offer.said.from_us))},
          {"until", iso_date_time(local_time(offer.said.until_us))},
          {"fund", offer.said.fund},
          {"withdrawn", offer.withdrawn},
          {"pledged", sum_json({offer.count, offer.pledged})},
          {"matched", matched(offer).dong}};
}

json tally_json(const CampaignId& campaign, const Folded& folded) {
  const Tally& tally = folded.tally;
  json funds = json::object();
  for (const auto& [fund, sum] : tally.pledged_by_fund) funds[fund] = sum_json(sum);
  json origins = json::object();
  for (const auto& [origin, sum] : tally.pledged_by_origin) origins[origin_text(origin)] = sum_json(sum);
  json offers = json::array();
  for (const Offer& offer : tally.offers) offers.push_back(offer_json(offer));
  json heads = json::array();
  for (const auto& [origin, head] : tally.heads) {
    heads.push_back({{"origin", origin_text(origin)}, {"seq", head.seq}, {"digest", to_hex(head.digest)}});
  }
  return {{"campaign", campaign.text},
          {"entries", folded.entry_count},
          {"pledged", sum_json(tally.pledged)},
          {"in_kind", sum_json(tally.in_kind)},
          {"received", sum_json(tally.received)},
          {"received_unattached", sum_json(tally.received_unattached)},
          {"matched", tally.matched.dong},
          {"matching", offers},
          {"pledged_by_fund", funds},
          {"pledged_by_origin", origins},
          {"heads", heads}};
}

std::string sum_text(const Sum& sum) { return fmt::format("{:>22}  {:>7}", grouped_dong(sum.amount), sum.count); }

std::string tally_text(const CampaignId& campaign, const Folded& folded) {
  const Tally& tally = folded.tally;
  std::string out = fmt::format("campaign {}, {} entries\n", campaign.text, folded.entry_count);
  out += fmt::format("pledged    {}\n", sum_text(tally.pledged));
  if (tally.in_kind.count != 0) out += fmt::format("in kind    {}  (goods, by estimate)\n", sum_text(tally.in_kind));
  out += fmt::format("received   {}\n", sum_text(tally.received));
  if (tally.received_unattached.count != 0)
    out += fmt::format("unattached {}  (of those received)\n", sum_text(tally.received_unattached));
  for (const Offer& offer : tally.offers) {
    const Result<std::string> sponsor = sanitise(offer.said.sponsor);
    out += fmt::format("matching   {:>22}  {}% by {}, at most {}, from {} to {}{}  {}\n", grouped_dong(matched(offer)),
                       offer.said.percent, sponsor ? *sponsor : "", grouped_dong(offer.said.cap),
                       date_time_text(local_time(offer.said.from_us)), date_time_text(local_time(offer.said.until_us)),
                       offer.withdrawn ? ", withdrawn" : "", entry_text(offer.ref));
  }
  out += "pledged by fund\n";
  for (const auto& [fund, sum] : tally.pledged_by_fund) out += fmt::format("  {}  {}\n", sum_text(sum), fund);
  out += "pledged by origin\n";
  for (const auto& [origin, sum] : tally.pledged_by_origin) {
    out += fmt::format("  {}  {} ({})\n", sum_text(sum), origin_text(origin), known_text(folded.origins, origin));
  }
  out += "heads";
  for (const auto& [origin, head] : tally.heads) {
    out += fmt::format("\n  {} {}", entry_text({origin, head.seq}), to_hex(head.digest));
  }
  return out;
}

int tally_file(const std::string& path, bool as_json) {
  const std::string who = "mangnon tally";
  const Result<std::unique_ptr<JournalReader>> journal = open_reader(path);
  if (!journal) return fail(who, journal.failure());
  const Result<Folded> folded = fold_journal(**journal);
  if (!folded) return fail(who, folded.failure());
  const CampaignId& campaign = (*journal)->campaign();
  print_line(as_json ? tally_json(campaign, *folded).dump(2) : tally_text(campaign, *folded));
  return kExitDone;
}

}  // namespace

void add_tally(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("tally", "Folds a journal: pledged, received, by fund, by origin, heads");
  verb->group(kJournalVerbs);
  verb->footer("Example:\n  mangnon tally hub.db\n  mangnon tally --journal hub.db --json");
  const auto given = add_journal(*verb);
  auto as_json = std::make_shared<bool>(false);
  verb->add_flag("--json", *as_json, "As JSON, amounts as whole numbers of đồng");
  verb->callback([=, &exit_code] { exit_code = tally_file(journal_of(*given), *as_json); });
}

}  // namespace mn
