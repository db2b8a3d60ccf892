// Folds, writes the rows, says the totals. The rows themselves are made by exporting.h.
#include "backend-sync/mangnon/export.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "backend-sync/mangnon/fold_records.h"
#include "backend-sync/mangnon/verbs.h"
#include "backend-sync/program.h"
#include "core/numbers.h"
#include "journal/file.h"
#include "journal/open.h"

namespace mn {
namespace {

constexpr const char* kProgram = "mangnon export";

// The journal's campaign, for the names of its funds; nothing when no file for it is known.
Result<std::optional<Campaign>> campaign_of(const ExportVerbOptions& options, const CampaignId& id) {
  Result<Campaign> campaign = load_campaign(options.campaign);
  const bool fits = campaign && campaign->id == id;
  if (fits) return std::optional<Campaign>(*std::move(campaign));
  if (options.campaign.empty()) return std::optional<Campaign>();
  if (!campaign) return campaign.failure();
  return Failure{Cause::refused, fmt::format("{} is campaign \"{}\", the journal holds \"{}\"", options.campaign,
                                             campaign->id.text, id.text)};
}

void print_totals(const ExportVerbOptions& options, const Tally& tally) {
  if (options.json) {
    const auto sum_json = [](const Sum& sum) {
      return nlohmann::json{{"count", sum.count}, {"amount", sum.amount.dong}};
    };
    const nlohmann::json totals = {{"pledged", sum_json(tally.pledged)},
                                   {"received", sum_json(tally.received)},
                                   {"received_unattached", sum_json(tally.received_unattached)},
                                   {"rows", tally.pledges.size()}};
    fmt::print(options.csv == "-" ? stderr : stdout, "{}\n", totals.dump());
    return;
  }
  const bool en = options.language == Language::en;
  fmt::print(stderr, "{}: {} ({})\n{}: {} ({})\n", en ? "Pledged" : "Đã đăng ký", grouped_dong(tally.pledged.amount),
             tally.pledged.count, en ? "Received" : "Đã tiếp nhận", grouped_dong(tally.received.amount),
             tally.received.count);
}

Done export_file(const ExportVerbOptions& options) {
  const Result<std::unique_ptr<JournalReader>> journal = open_reader(options.journal);
  if (!journal) return journal.failure();
  const Result<std::optional<Campaign>> campaign = campaign_of(options, (*journal)->campaign());
  if (!campaign) return campaign.failure();
  const Result<Records> records = fold_records(**journal);
  if (!records) return records.failure();
  const std::string text =
      records_csv(*records, *campaign ? &**campaign : nullptr, {options.language, options.for_public});
  if (options.csv == "-") {
    fmt::print("{}", text);
  } else if (Done done = write_file(options.csv, text, options.for_public ? Readers::everybody : Readers::owner);
             !done) {
    return done;
  }
  print_totals(options, records->tally);
  return {};
}

}  // namespace

int run_export(const ExportVerbOptions& options) {
  const Done done = export_file(options);
  return done ? kExitDone : fail(kProgram, done.failure());
}

void add_export(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ExportVerbOptions>();
  CLI::App* verb = app.add_subcommand("export", "write the records, one line a pledge, as CSV");
  verb->group(kMoneyVerbs);
  verb->add_option("--journal", options->journal, "any journal; it may be in use")->required();
  verb->add_option("--csv", options->csv, "the file to write; - for standard output")->required();
  verb->add_option("--campaign", options->campaign, "campaign file, for the names of funds; default: the bundled one");
  verb->add_flag("--public", options->for_public,
                 "for publication: no codes or ids; names and amounts only as their donors chose and agreed");
  verb->add_flag("--json", options->json, "the totals as one line of JSON");
  const auto set_language = [options](const std::string& lang) {
    options->language = lang == "en" ? Language::en : Language::vi;
  };
  verb->add_option_function<std::string>("--lang", set_language, "vi (default) or en")
      ->check(CLI::IsMember({"vi", "en"}))
      ->type_name("LANGUAGE");
  verb->footer(
      "Example:\n  mangnon export --journal fund.db --csv pledges.csv\n  mangnon export --journal fund.db --csv "
      "tri-an.csv --public");
  verb->callback([options, &exit_code] { exit_code = run_export(*options); });
}

}  // namespace mn
