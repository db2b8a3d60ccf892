// mangnon campaign check: whether a campaign file is right, before the ceremony.
#include "core/campaign.h"

#include <fmt/format.h>

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "journal/file.h"

namespace mn {
namespace {

int check(const std::string& path) {
  const Result<Campaign> campaign = load_campaign(path);
  if (!campaign) return fail("mangnon campaign check", campaign.failure());
  const std::string account =
      campaign->account ? campaign->account->number + " " + campaign->account->bank_name : "no account";
  print_line(fmt::format("{}: {}, goal {}, {} funds, {}{}", campaign->id.text, campaign->title.vi,
                         grouped_dong(campaign->goal), campaign->funds.size(), account,
                         campaign->account && campaign->account->invented ? " (invented)" : ""));
  return kExitDone;
}

}  // namespace

void add_campaign(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("campaign", "Campaign files: check one");
  verb->group(kJournalVerbs);
  verb->require_subcommand(1);
  CLI::App* checking =
      verb->add_subcommand("check", "Names every mistake in a campaign file, with its key and what was expected");
  checking->footer(
      "Example:\n  mangnon campaign check lang-son-2025.json\nThe keys are described in docs/campaign-file.md.");
  auto path = std::make_shared<std::string>();
  checking->add_option("FILE", *path, "The file")->required();
  checking->callback([=, &exit_code] { exit_code = check(*path); });
}

}  // namespace mn
