// mangnon pledge: a desk that records pledges into a journal of its own, one or many.
#include <fmt/format.h>

#include <iostream>

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "backend-sync/pledging.h"
#include "backend-sync/recording.h"
#include "core/numbers.h"
#include "core/text.h"
#include "journal/chance.h"
#include "journal/file.h"

namespace mn {
namespace {

constexpr const char* kWho = "mangnon pledge";

struct PledgeOptions {
  std::string journal;
  std::string campaign;
  std::string desk = "Bàn tiếp nhận";
  bool from_stdin = false;
  std::string amount;
  PledgeAsked asked;
};

// Everything random or timed is made before the first attempt, so that a second attempt is the same visit.
Result<std::string> record_pledge(Recorder& recorder, const Campaign& campaign, const PledgeAsked& asked,
                                  std::int64_t line) {
  const PledgeCode code = make_code(random_8());
  const Result<std::vector<Fact>> facts = pledge_facts(asked, campaign, code);
  if (!facts) return facts.failure();
  const Result<std::vector<Entry>> kept = record(recorder, new_visit_id(), *facts);
  const std::int64_t returned_ns = monotonic_ns();
  if (!kept) return kept.failure();
  return pledge_answer(kept->front().ref(), code, returned_ns, line);
}

Result<Recorder> open_desk(const PledgeOptions& options, const Campaign& campaign) {
  const Result<std::string> desk = sanitise(options.desk);
  if (!desk || desk->empty()) return Failure{Cause::bad_input, "--desk: expected letters, such as \"Bàn 1\""};
  return open_recorder({options.journal, campaign.id, program_text("mangnon"), *desk});
}

int pledge_one(const PledgeOptions& options, const Campaign& campaign) {
  const Result<Money> amount = read_amount(options.amount);
  if (!amount) return fail(kWho, {Cause::bad_input, "--amount: " + amount.failure().words});
  PledgeAsked asked = options.asked;
  asked.amount = *amount;
  // Asked before the journal is opened, so that a mistake does not leave a new journal behind.
  if (const auto facts = pledge_facts(asked, campaign, PledgeCode{}); !facts) return fail(kWho, facts.failure());
  Result<Recorder> desk = open_desk(options, campaign);
  if (!desk) return fail(kWho, desk.failure());
  const Result<std::string> answer = record_pledge(*desk, campaign, asked, 1);
  if (!answer) return fail(kWho, answer.failure());
  print_line(*answer);
  return kExitDone;
}

int pledge_lines(const PledgeOptions& options, const Campaign& campaign) {
  Result<Recorder> desk = open_desk(options, campaign);
  if (!desk) return fail(kWho, desk.failure());
  int exit_code = kExitDone;
  std::int64_t number = 0;
  while (const auto line = next_line(std::cin)) {
    ++number;
    if (*line && (*line)->find_first_not_of(" \t") == std::string::npos) continue;  // an empty line asks for nothing
    const Result<PledgeAsked> asked = *line ? read_pledge_line(**line) : Result<PledgeAsked>(line->failure());
    const Result<std::string> answer =
        asked ? record_pledge(*desk, campaign, *asked, number) : Result<std::string>(asked.failure());
    if (!answer) exit_code = kExitFailed;
    print_line(answer ? *answer : pledge_refusal(number, answer.failure().words));
  }
  return exit_code;
}

}  // namespace

void add_pledge(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("pledge", "Records pledges into a desk's own journal");
  verb->group(kJournalVerbs);
  verb->footer(
      "Examples:\n"
      "  mangnon pledge --journal desk.db --amount 5.000.000 --name \"Nguyễn Thị Hoa\" --fund hospital\n"
      "  echo '{\"amount\":200000,\"name\":\"Trần Văn Bình\",\"message\":\"Chúc các cháu\"}' | mangnon pledge "
      "--journal desk.db --stdin\n"
      "Each pledge is answered by one line of JSON, once it is durably kept:\n"
      "  {\"entry\":\"ORIGIN:SEQ\",\"code\":\"QBTTE…\",\"monotonic_ns\":N,\"line\":N}  or  "
      "{\"line\":N,\"error\":\"…\"}\n"
      "The journal is made when it is not there. Enrol it at the hub with --role desk.");
  auto options = std::make_shared<PledgeOptions>();
  PledgeAsked& asked = options->asked;
  verb->add_option("--journal", options->journal, "The desk's journal")->required();
  verb->add_option("--campaign", options->campaign, "Campaign file (default: the bundled one)");
  verb->add_option("--desk", options->desk, "What people call this desk, for a new journal");
  CLI::Option* lines =
      verb->add_flag("--stdin", options->from_stdin,
                     "One JSON object a line, with these options' names as keys (hide_name, hide_amount)");
  CLI::Option* amount = verb->add_option("--amount", options->amount, "Whole đồng: 500000 or 500.000")->excludes(lines);
  verb->add_option("--name", asked.name, "How the giver is shown")->excludes(lines);
  verb->add_option("--giver", asked.giver, "person, business, agency, group, social or unnamed")->excludes(lines);
  verb->add_option("--fund", asked.fund, "Key of a fund in the campaign file (default: the first)")->excludes(lines);
  verb->add_option("--way", asked.way, "transfer (default), cash, later or in_kind")->excludes(lines);
  verb->add_option("--message", asked.message, "A message to show")->excludes(lines);
  verb->add_flag("--hide-name", asked.hide_name, "Not to be named in public")->excludes(lines);
  verb->add_flag("--hide-amount", asked.hide_amount, "The amount not to be shown beside the name")->excludes(lines);
  verb->callback([=, &exit_code] {
    if (amount->empty() && lines->empty()) throw CLI::RequiredError("--amount or --stdin");
    const Result<Campaign> campaign = load_campaign(options->campaign);
    if (!campaign) {
      exit_code = fail(kWho, campaign.failure());
      return;
    }
    exit_code = options->from_stdin ? pledge_lines(*options, *campaign) : pledge_one(*options, *campaign);
  });
}

}  // namespace mn
