// mangnon screen: how givers are named on the big screen, and who waits for that decision.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "backend-sync/hall.h"
#include "backend-sync/mangnon/desk.h"
#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/reading.h"
#include "backend-sync/mangnon/verbs.h"
#include "core/numbers.h"
#include "core/text.h"
#include "journal/file.h"
#include "journal/open.h"

namespace mn {
namespace {

using nlohmann::json;

std::string printable(const std::string& text) {
  const Result<std::string> out = sanitise(text, kMessageLettersMax);
  return out ? *out : std::string();
}

json waiting_json(const Pledge& pledge) {
  return {{"entry", entry_text(pledge.ref)},
          {"code", code_text(pledge.said.code)},
          {"made_at", iso_date_time(local_time(pledge.made_at_us))},
          {"amount", pledge.said.amount.dong},
          {"giver", giver_text(pledge.said.giver)},
          {"name", printable(pledge.shown_as)},
          {"message", printable(pledge.message)},
          {"goods", pledge.said.goods ? printable(pledge.said.goods->what) : ""},
          {"invited", !pledge.invitation.empty()}};
}

std::string waiting_line(const Pledge& pledge) {
  const std::string goods = pledge.said.goods ? printable(pledge.said.goods->what) : "";
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}", date_time_text(local_time(pledge.made_at_us)),
                     code_text(pledge.said.code), printable(pledge.shown_as), grouped_dong(pledge.said.amount),
                     printable(pledge.message), goods);
}

int list_waiting(const DeskOptions& desk) {
  const std::string who = "mangnon screen list";
  const Result<Campaign> campaign = load_campaign(desk.campaign);
  if (!campaign) return fail(who, campaign.failure());
  const Result<Folded> folded = fold_for_desk(desk, campaign->id);
  if (!folded) return fail(who, folded.failure());
  const std::vector<const Pledge*> waiting = waiting_for_release(folded->tally, campaign->screen.screening);
  for (const Pledge* pledge : waiting) {
    print_line(desk.as_json ? waiting_json(*pledge).dump() : waiting_line(*pledge));
  }
  if (campaign->screen.screening == ScreeningPolicy::all) {
    std::fprintf(stderr, "%s: this campaign shows names at once (screen.screening is all)\n", who.c_str());
  }
  return kExitDone;
}

struct VerdictOptions {
  std::vector<std::string> pledges;
  std::string name;
};

int decide(const std::string& who, const DeskOptions& desk, const VerdictOptions& options, Verdict verdict) {
  const Result<Campaign> campaign = load_campaign(desk.campaign);
  if (!campaign) return fail(who, campaign.failure());
  const Result<Folded> folded = fold_for_desk(desk, campaign->id);
  if (!folded) return fail(who, folded.failure());
  std::vector<ToWrite> facts;
  for (const std::string& asked : options.pledges) {
    const Result<const Pledge*> found = find_pledge(folded->tally, asked);
    if (!found) return fail(who, found.failure());
    const Pledge& pledge = **found;
    Screened screened{pledge.ref, verdict};
    if (verdict == Verdict::replaced) {
      Result<Screened> replacement = replacement_of(pledge.ref, options.name);
      if (!replacement) return fail(who, replacement.failure());
      screened = *std::move(replacement);
    }
    if (pledge.verdict == verdict && pledge.replaced_by == screened.shown_as)
      print_nothing_to_do(desk, pledge.ref, pledge_words(pledge) + " is " + std::string(verdict_text(verdict)));
    else
      facts.push_back({screened, {}, std::string(verdict_text(verdict)) + " " + pledge_words(pledge)});
  }
  return facts.empty() ? kExitDone : write_at_desk(who, desk, campaign->id, facts);
}

void add_verdict(CLI::App& screen, int& exit_code, const std::string& name, const std::string& meaning,
                 Verdict verdict) {
  CLI::App* verb = screen.add_subcommand(name, meaning);
  const std::string tail = verdict == Verdict::replaced ? " \"Một cô giáo vùng cao\"" : "";
  describe_desk_verb(*verb,
                     "Example:\n  mangnon screen " + name + " QBTTE7K3M9P" + tail + " --journal desk.db --from hub.db");
  const auto desk = add_desk_options(*verb);
  auto options = std::make_shared<VerdictOptions>();
  if (verdict == Verdict::replaced) {  // one pledge and its name, not a list
    verb->add_option("PLEDGE", options->pledges.emplace_back(), "ORIGIN:SEQ, or the code")->required();
    verb->add_option("NAME", options->name, "The name to show instead")->required();
  } else {
    verb->add_option("PLEDGE", options->pledges, "ORIGIN:SEQ, or the code; several may be named")->required();
  }
  verb->callback([=, &exit_code] { exit_code = decide("mangnon screen " + name, *desk, *options, verdict); });
}

}  // namespace

void add_screen(CLI::App& app, int& exit_code) {
  CLI::App* screen = app.add_subcommand("screen", "Decides how givers are named on the big screen");
  screen->group(kHallVerbs);
  screen->require_subcommand(1);
  screen->footer(
      "Example:\n  mangnon screen list --journal desk.db --from hub.db\n"
      "Which names wait at all, the campaign file says: screen.screening.");
  add_verdict(*screen, exit_code, "release", "Lets names and messages be shown", Verdict::released);
  add_verdict(*screen, exit_code, "mask", "Keeps a name and its message off the screen", Verdict::masked);
  add_verdict(*screen, exit_code, "replace", "Shows another name", Verdict::replaced);
  CLI::App* list = screen->add_subcommand("list", "Lists what waits for release, the oldest first");
  describe_desk_verb(*list,
                     "Example:\n  mangnon screen list --journal desk.db --from hub.db\n"
                     "One line a pledge, with tabs between: when, code, name, amount, message, goods.");
  const auto desk = add_desk_options(*list);
  list->callback([=, &exit_code] { exit_code = list_waiting(*desk); });
}

}  // namespace mn
