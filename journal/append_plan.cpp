#include "journal/append_plan.h"

#include <fmt/format.h>

namespace mn {

std::string_view outcome_text(Outcome outcome) {
  switch (outcome) {
    case Outcome::appended:
      return "appended";
    case Outcome::had:
      return "had";
    case Outcome::gap:
      return "gap";
    case Outcome::conflict:
      return "conflict";
  }
  return "unknown";
}

Done check_append(const CampaignId& campaign, std::span<const Run> runs) {
  for (const Run& run : runs) {
    if (run.empty() || run.size() > kRunEntriesMax) {
      return Failure{Cause::bad_input,
                     fmt::format("append: a run holds 1 to {} entries, not {}", kRunEntriesMax, run.size())};
    }
    for (std::size_t i = 0; i < run.size(); ++i) {
      const Header& header = run[i].header;
      if (header.campaign != campaign) {
        return Failure{Cause::refused, fmt::format("append: entry {} is of campaign '{}', this journal of '{}'",
                                                   entry_text(run[i].ref()), header.campaign.text, campaign.text)};
      }
      if (i == 0) continue;
      const Entry& before = run[i - 1];
      if (header.origin != before.header.origin || header.seq != before.header.seq + 1 ||
          header.previous != before.digest) {
        return Failure{Cause::bad_input, fmt::format("append: entry {} does not follow the one before it in its run",
                                                     entry_text(run[i].ref()))};
      }
    }
    if (!run.back().signature) {
      return Failure{Cause::bad_input,
                     fmt::format("append: entry {} ends a run and has no signature", entry_text(run.back().ref()))};
    }
  }
  return {};
}

Result<AppendPlan> plan_append(const Run& run, const Head& head, const std::function<Result<Digest>(Seq)>& digest_at) {
  if (run.front().header.seq > head.seq + 1) return AppendPlan{Outcome::gap, 0};
  Digest before = run.front().header.previous;
  std::size_t known = 0;
  for (; known < run.size() && run[known].header.seq <= head.seq; ++known) {
    const Result<Digest> kept = digest_at(run[known].header.seq);
    if (!kept) return kept.failure();
    if (*kept != run[known].digest) return AppendPlan{Outcome::conflict, 0};
    before = *kept;
  }
  if (known == run.size()) return AppendPlan{Outcome::had, 0};
  if (before != head.digest) return AppendPlan{Outcome::conflict, 0};
  return AppendPlan{Outcome::appended, known};
}

}  // namespace mn
