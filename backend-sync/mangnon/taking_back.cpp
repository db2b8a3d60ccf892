// mangnon withdraw, void: what a donor takes back at a desk: the consent to be named, or the pledge itself.
#include "backend-sync/hall.h"
#include "backend-sync/mangnon/desk.h"
#include "backend-sync/mangnon/verbs.h"
#include "core/text.h"
#include "journal/file.h"

namespace mn {
namespace {

struct Found {
  CampaignId campaign;
  Pledge pledge;
};

Result<Found> look_up(const DeskOptions& desk, const std::string& asked) {
  const Result<Campaign> campaign = load_campaign(desk.campaign);
  if (!campaign) return campaign.failure();
  const Result<Folded> folded = fold_for_desk(desk, campaign->id);
  if (!folded) return folded.failure();
  const Result<const Pledge*> found = find_pledge(folded->tally, asked);
  if (!found) return found.failure();
  return Found{campaign->id, **found};
}

// In the donor's own visit, which is how the fold knows whose consent it is.
int withdraw(const DeskOptions& desk, const std::string& asked) {
  const std::string who = "mangnon withdraw";
  const Result<Found> found = look_up(desk, asked);
  if (!found) return fail(who, found.failure());
  const Pledge& pledge = found->pledge;
  if (pledge.publish_refused) {
    print_nothing_to_do(desk, pledge.ref, pledge_words(pledge) + " is not to be named already");
    return kExitDone;
  }
  return write_at_desk(
      who, desk, found->campaign,
      {{Consented{"", false, false}, pledge.visit, "withdrew the consent of " + pledge_words(pledge)}});
}

int void_pledge(const DeskOptions& desk, const std::string& asked, const std::string& why) {
  const std::string who = "mangnon void";
  const Result<std::string> reason = sanitise(why, kMessageLettersMax);
  if (!reason || reason->empty()) return fail(who, {Cause::bad_input, "--reason: expected words that can be shown"});
  const Result<Found> found = look_up(desk, asked);
  if (!found) return fail(who, found.failure());
  const Pledge& pledge = found->pledge;
  if (pledge.voided) {
    print_nothing_to_do(desk, pledge.ref, pledge_words(pledge) + " was voided already");
    return kExitDone;
  }
  return write_at_desk(who, desk, found->campaign,
                       {{Voided{pledge.ref, *reason}, {}, "voided " + pledge_words(pledge)}});
}

}  // namespace

void add_withdraw(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("withdraw", "A donor withdraws the consent to be named; the gift stays");
  describe_desk_verb(*verb,
                     "Example:\n  mangnon withdraw QBTTE7K3M9P --journal desk.db --from hub.db\n"
                     "It cannot be undone: whoever wants to be named again makes a new pledge.");
  const auto desk = add_desk_options(*verb);
  auto pledge = std::make_shared<std::string>();
  verb->add_option("PLEDGE", *pledge, "ORIGIN:SEQ, or the code")->required();
  verb->callback([=, &exit_code] { exit_code = withdraw(*desk, *pledge); });
}

void add_void(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("void", "A pledge is taken back, with a trace");
  describe_desk_verb(
      *verb, "Example:\n  mangnon void QBTTE7K3M9P --reason \"nhập thừa số 0\" --journal desk.db --from hub.db");
  const auto desk = add_desk_options(*verb);
  auto pledge = std::make_shared<std::string>();
  auto reason = std::make_shared<std::string>();
  verb->add_option("PLEDGE", *pledge, "ORIGIN:SEQ, or the code")->required();
  verb->add_option("--reason", *reason, "Why, for the record: kept for ever, so no names")->required();
  verb->callback([=, &exit_code] { exit_code = void_pledge(*desk, *pledge, *reason); });
}

}  // namespace mn
