// The order of things: read the statement, fold the journal, decide, append, report. Nothing is printed as done before
// the append returned.
#include "backend-sync/mangnon/reconcile.h"

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "backend-sync/mangnon/fold_records.h"
#include "backend-sync/mangnon/verbs.h"
#include "backend-sync/program.h"
#include "backend-sync/reconciliation_report.h"
#include "backend-sync/sheet.h"
#include "journal/chance.h"
#include "journal/file.h"
#include "journal/open.h"

namespace mn {
namespace {

constexpr const char* kProgram = "mangnon reconcile";
constexpr std::size_t kRunsInOneCommit = 64;  // about a thousand payments

std::string bare_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

// The account of the campaign's file, when that campaign is the journal's. A file that was named must be of it.
Result<std::string> campaign_account(const ReconcileOptions& options, const CampaignId& journal_campaign) {
  const Result<Campaign> campaign = load_campaign(options.campaign);
  if (!campaign) {
    if (options.campaign.empty()) return std::string();
    return campaign.failure();
  }
  if (campaign->id != journal_campaign) {
    if (options.campaign.empty()) return std::string();
    return Failure{Cause::refused, fmt::format("{} is campaign \"{}\", the journal holds \"{}\"", options.campaign,
                                               campaign->id.text, journal_campaign.text)};
  }
  return campaign->account ? campaign->account->number : std::string();
}

Result<Statement> read_statement_file(const ReconcileOptions& options, const CampaignId& journal_campaign) {
  const Result<std::string> otherwise = campaign_account(options, journal_campaign);
  if (!otherwise) return otherwise.failure();
  const Result<std::string> bytes = read_file(options.statement, kSheetBytesMax);
  if (!bytes) return bytes.failure();
  return read_statement(*bytes, bare_name(options.statement), {options.account, *otherwise});
}

// The journal to fold, and the right to append to it unless this is a dry run.
struct Opened {
  std::unique_ptr<JournalReader> reader;
  std::optional<Own> own;
  JournalReader& journal() { return own ? *own->journal : *reader; }
};

Result<Opened> open_journal(const ReconcileOptions& options) {
  Opened opened;
  Result<std::unique_ptr<JournalReader>> reader = open_reader(options.journal);
  if (!reader) return reader.failure();
  if (options.dry_run) {
    opened.reader = *std::move(reader);
    return opened;
  }
  const CampaignId campaign = (*reader)->campaign();
  (*reader).reset();
  Result<Own> own = open_own({options.journal, campaign, program_text("mangnon"), "Kế toán"});
  if (own) {
    opened.own = *std::move(own);
    return opened;
  }
  if (own.failure().cause != Cause::busy) return own.failure();
  return Failure{Cause::busy,
                 fmt::format("{}: another program is writing this journal (its hub, most likely). Stop the hub, "
                             "reconcile, and start it again; or reconcile on the accountant's own journal and "
                             "push it to the hub. Nothing was appended.",
                             options.journal)};
}

Append append_with_chance(std::vector<Fact> facts) {
  Append append;
  append.visit = new_visit_id();
  append.made_at_us = utc_now_us();
  for (std::size_t i = 0; i < facts.size(); ++i) append.salts.push_back(new_salt());
  append.facts = std::move(facts);
  return append;
}

// Appends all payments. After a failure some commits may have been kept: the same command again finishes the work,
// because a line's key is money once.
Done append_payments(Own& own, const std::vector<Paid>& payments) {
  Result<Head> head = own.journal->head(own.origin);
  if (!head) return head.failure();
  std::vector<Run> runs;
  const auto keep = [&]() -> Done {
    const Result<std::vector<Answer>> answers = own.journal->append(runs);
    runs.clear();
    if (!answers) return answers.failure();
    for (const Answer& answer : *answers) {
      if (answer.outcome == Outcome::appended) continue;
      return Failure{Cause::conflict,
                     fmt::format("the journal answered \"{}\" to an entry of ours; run `mangnon verify`",
                                 outcome_text(answer.outcome))};
    }
    return {};
  };
  for (std::vector<Fact>& facts : appends_of(payments)) {
    runs.push_back(seal(own.journal->campaign(), *head, append_with_chance(std::move(facts)), own.keys));
    const Entry& last = runs.back().back();
    *head = {own.origin, last.header.seq, last.digest};
    if (runs.size() < kRunsInOneCommit) continue;
    if (Done done = keep(); !done) return done;
  }
  return runs.empty() ? Done{} : keep();
}

// Memos hold names and account numbers: the folder and its files are for their owner only.
Done write_report(const ReconcileOptions& options, const Statement& statement, const Reconciliation& reconciliation) {
  const std::filesystem::path folder = options.report;
  std::error_code error;
  if (std::filesystem::create_directories(folder, error)) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  }
  if (error) return Failure{Cause::unavailable, fmt::format("{}: {}", options.report, error.message())};
  const std::pair<const char*, std::string> files[] = {{"matched.csv", matched_csv(reconciliation, options.language)},
                                                       {"queue.csv", queue_csv(reconciliation, options.language)},
                                                       {"faults.csv", faults_csv(statement, options.language)}};
  for (const auto& [name, text] : files) {
    if (Done done = write_file(folder / name, text, Readers::owner); !done) return done;
  }
  return {};
}

void print_report(const ReconcileOptions& options, const Statement& statement, const Reconciliation& reconciliation) {
  if (options.json) {
    nlohmann::json report = report_json(statement, reconciliation);
    report["dry_run"] = options.dry_run;
    fmt::print("{}\n", report.dump());
    return;
  }
  fmt::print("{}", report_page(statement, reconciliation, bare_name(options.statement), options.language));
  if (options.dry_run) {
    fmt::print("{}", options.language == Language::en ? "  A trial: nothing was appended.\n"
                                                      : "  Chạy thử: chưa ghi gì vào sổ.\n");
  }
}

Done reconcile_files(const ReconcileOptions& options) {
  Result<Opened> opened = open_journal(options);
  if (!opened) return opened.failure();
  const Result<Statement> statement = read_statement_file(options, opened->journal().campaign());
  if (!statement) return statement.failure();
  const Result<Records> records = fold_records(opened->journal());
  if (!records) return records.failure();
  if (records->payments_withheld > 0) {
    return Failure{Cause::refused,
                   fmt::format("{}: this copy holds {} payments without their bodies, so it cannot know what was "
                               "imported before; reconcile on the fund's own journal",
                               options.journal, records->payments_withheld)};
  }
  const Result<Reconciliation> reconciliation = reconcile(records->tally, *statement, options.accept_unidentified);
  if (!reconciliation) return reconciliation.failure();
  if (!identity_holds(*reconciliation, *statement)) {
    return Failure{Cause::corrupt,
                   "the parts of this statement do not add up to its sum; nothing was appended. This is a "
                   "fault of the program: keep the file and report it"};
  }
  if (opened->own) {
    if (Done done = append_payments(*opened->own, reconciliation->to_append); !done) {
      return Failure{done.failure().cause, done.failure().words +
                                               ". Run the same command again: what was kept is not "
                                               "counted twice"};
    }
  }
  print_report(options, *statement, *reconciliation);
  return options.report.empty() ? Done{} : write_report(options, *statement, *reconciliation);
}

}  // namespace

int run_reconcile(const ReconcileOptions& options) {
  const Done done = reconcile_files(options);
  return done ? kExitDone : fail(kProgram, done.failure());
}

void add_reconcile(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ReconcileOptions>();
  CLI::App* verb =
      app.add_subcommand("reconcile", "match a bank's statement with the pledges and record what was paid");
  verb->group(kMoneyVerbs);
  verb->add_option("--journal", options->journal, "the fund's journal; nobody else may be writing it")->required();
  verb->add_option("--statement", options->statement, "the bank's export as CSV (money in: \"Ghi có\" or \"Credit\")")
      ->required();
  verb->add_option("--account", options->account,
                   "account number; default: the statement's heading, then the campaign's");
  verb->add_option("--campaign", options->campaign, "campaign file; default: the bundled one");
  verb->add_option("--report", options->report,
                   "folder for matched.csv, queue.csv and faults.csv (they hold memos: keep "
                   "them private)");
  verb->add_flag("--accept-unidentified", options->accept_unidentified,
                 "record lines without any code as received from a donor not identified");
  verb->add_flag("--dry-run", options->dry_run, "report only; append nothing");
  verb->add_flag("--json", options->json, "the report as one line of JSON");
  const auto set_language = [options](const std::string& lang) {
    options->language = lang == "en" ? Language::en : Language::vi;
  };
  verb->add_option_function<std::string>("--lang", set_language, "vi (default) or en")
      ->check(CLI::IsMember({"vi", "en"}))
      ->type_name("LANGUAGE");
  verb->footer(
      "Example:\n  mangnon reconcile --journal fund.db --statement saoke.csv --report doi-chieu\n\n"
      "Importing a statement again, or one that overlaps, adds nothing. Export whole days.");
  verb->callback([options, &exit_code] { exit_code = run_reconcile(*options); });
}

}  // namespace mn
