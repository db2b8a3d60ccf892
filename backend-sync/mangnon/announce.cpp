// mangnon announce: the MC has called a giver, and the screen's announcement goes out.
#include "backend-sync/hall.h"
#include "backend-sync/mangnon/desk.h"
#include "backend-sync/mangnon/guests.h"
#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "journal/file.h"

namespace mn {
namespace {

constexpr const char* kWho = "mangnon announce";

struct AnnounceOptions {
  std::vector<std::string> pledges;
  bool all_in_order = false;
  std::string guests;
  bool dry_run = false;
};

// The list must be of this campaign: a rehearsal's order is not the ceremony's.
Result<GuestList> guests_of(const std::string& path, const CampaignId& campaign) {
  if (path.empty()) return GuestList{campaign, {}};
  Result<GuestList> list = load_guest_list(path);
  if (list && list->campaign != campaign) {
    return Failure{Cause::refused, path + " belongs to campaign " + list->campaign.text + ", not " + campaign.text};
  }
  return list;
}

int announce(const DeskOptions& desk, const AnnounceOptions& options) {
  const Result<Campaign> campaign = load_campaign(desk.campaign);
  if (!campaign) return fail(kWho, campaign.failure());
  const Result<Folded> folded = fold_for_desk(desk, campaign->id);
  if (!folded) return fail(kWho, folded.failure());
  std::vector<const Pledge*> pledges;
  if (options.all_in_order) {
    const Result<GuestList> guests = guests_of(options.guests, campaign->id);
    if (!guests) return fail(kWho, guests.failure());
    pledges = held_in_order(folded->tally, campaign->screen.announcing, *guests);
    if (pledges.empty()) std::fprintf(stderr, "%s: nothing is held\n", kWho);
  }
  // All are looked up before the first is announced, so that a slip of the keyboard announces nobody.
  for (const std::string& asked : options.pledges) {
    const Result<const Pledge*> found = find_pledge(folded->tally, asked);
    if (!found) return fail(kWho, found.failure());
    if ((*found)->voided) return fail(kWho, {Cause::refused, asked + ": this pledge was voided"});
    pledges.push_back(*found);
  }
  std::vector<ToWrite> facts;
  for (const Pledge* pledge : pledges) {
    if (pledge->announced)
      print_nothing_to_do(desk, pledge->ref, pledge_words(*pledge) + " was announced already");
    else if (options.dry_run)
      print_line(pledge_words(*pledge) + "\t" + entry_text(pledge->ref));
    else
      facts.push_back({Announced{pledge->ref}, {}, "announced " + pledge_words(*pledge)});
  }
  return facts.empty() ? kExitDone : write_at_desk(kWho, desk, campaign->id, facts);
}

}  // namespace

void add_announce(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("announce", "Lets announcements out that wait for the MC");
  describe_desk_verb(*verb,
                     "Examples:\n"
                     "  mangnon announce QBTTE7K3M9P --journal desk.db --from hub.db\n"
                     "  mangnon announce --all-in-order --guests guests.json --journal desk.db --from hub.db\n"
                     "--all-in-order announces what the campaign's screen.announcing holds, in protocol order of the "
                     "list; who is not on it comes after, in the order of pledging.");
  const auto desk = add_desk_options(*verb);
  auto options = std::make_shared<AnnounceOptions>();
  CLI::Option* pledges =
      verb->add_option("PLEDGE", options->pledges, "ORIGIN:SEQ, or the code; several are announced in this order");
  CLI::Option* all =
      verb->add_flag("--all-in-order", options->all_in_order, "Everything that is held")->excludes(pledges);
  verb->add_option("--guests", options->guests, "The invited list, for its order")->needs(all);
  verb->add_flag("--dry-run", options->dry_run, "Say who would be announced, and announce nobody");
  verb->callback([=, &exit_code] {
    if (pledges->empty() && all->empty()) throw CLI::RequiredError("PLEDGE or --all-in-order");
    exit_code = announce(*desk, *options);
  });
}

}  // namespace mn
