// mangnon new, enrol, revoke: making a journal, and saying who may write to a hub's.
#include <fmt/format.h>

#include <filesystem>

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "backend-sync/recording.h"
#include "core/roster.h"
#include "core/text.h"
#include "journal/chance.h"
#include "journal/file.h"

namespace mn {
namespace {

constexpr std::size_t kPageEntries = 1000;

struct NewOptions {
  std::string journal;
  std::string name;
  std::string campaign;
};

int make_journal(const NewOptions& options) {
  const std::string who = "mangnon new";
  if (std::filesystem::exists(options.journal)) {
    return fail(who, {Cause::refused, options.journal + " is there already; a journal is made once"});
  }
  const Result<Campaign> campaign = load_campaign(options.campaign);
  if (!campaign) return fail(who, campaign.failure());
  const Result<std::string> name = sanitise(options.name);
  if (!name || name->empty()) return fail(who, {Cause::bad_input, "--name: expected letters, such as \"Hub\""});
  const Result<Recorder> made = open_recorder({options.journal, campaign->id, program_text("mangnon"), *name});
  if (!made) return fail(who, made.failure());
  print_line(fmt::format("made {} for campaign {}, origin {}", options.journal, campaign->id.text,
                         origin_text(made->own.origin)));
  print_line(fmt::format("its key is {0}.key (keep it here, alone); its card for `mangnon enrol` is {0}.pub",
                         options.journal));
  return kExitDone;
}

// The roster as this journal's own origin sees it.
Result<Roster> read_roster(Recorder& hub) {
  Roster roster;
  roster.roots.insert(hub.own.origin);
  Position position = 0;
  while (true) {
    const Result<std::vector<Placed>> page = hub.own.journal->read_after(position, kPageEntries);
    if (!page) return page.failure();
    if (page->empty()) return roster;
    for (const Placed& placed : *page) apply(roster, placed.entry);
    position = page->back().position;
  }
}

struct Hub {
  Recorder recorder;
  Roster roster;
};

Result<Hub> open_hub(const std::string& location) {
  Result<Recorder> recorder = open_existing(location, program_text("mangnon"), "Hub");
  if (!recorder) return recorder.failure();
  Result<Roster> roster = read_roster(*recorder);
  if (!roster) return roster.failure();
  return Hub{*std::move(recorder), *std::move(roster)};
}

struct EnrolOptions {
  std::string journal;
  std::string card;
  Role role = Role::kiosk;
  std::string name;
};

int enrol(const EnrolOptions& options) {
  const std::string who = "mangnon enrol";
  const Result<Card> card = read_card(options.card);
  if (!card) return fail(who, card.failure());
  Result<Hub> hub = open_hub(options.journal);
  if (!hub) return fail(who, hub.failure());
  const CampaignId& campaign = hub->recorder.own.journal->campaign();
  if (card->campaign != campaign) {
    return fail(who, {Cause::refused, fmt::format("{} belongs to campaign {}, and {} to {}", options.card,
                                                  card->campaign.text, options.journal, campaign.text)});
  }
  if (card->origin == hub->recorder.own.origin) {
    return fail(who,
                {Cause::refused, options.card + " is this journal's own card; a hub need not be enrolled at itself"});
  }
  const Result<std::string> name = sanitise(options.name.empty() ? card->name : options.name);
  if (!name) return fail(who, {Cause::bad_input, "--name: " + name.failure().words});
  const auto member = hub->roster.members.find(card->origin);
  if (member != hub->roster.members.end() && member->second.role == options.role &&
      (options.name.empty() || member->second.name == *name)) {
    print_line(fmt::format("nothing to do: {} ({}) is enrolled as {} already", origin_text(card->origin),
                           member->second.name, role_text(options.role)));
    return kExitDone;
  }
  const Result<std::vector<Entry>> kept =
      record(hub->recorder, new_visit_id(), {Enrolled{card->origin, options.role, *name}});
  if (!kept) return fail(who, kept.failure());
  print_line(fmt::format("enrolled {} ({}) as {}: entry {}", origin_text(card->origin), *name, role_text(options.role),
                         entry_text(kept->front().ref())));
  return kExitDone;
}

struct RevokeOptions {
  std::string journal;
  std::string card;
  std::string origin;
};

int revoke(const RevokeOptions& options) {
  const std::string who = "mangnon revoke";
  std::optional<OriginId> origin = read_origin(options.origin);
  if (!options.card.empty()) {
    const Result<Card> card = read_card(options.card);
    if (!card) return fail(who, card.failure());
    origin = card->origin;
  }
  if (!origin) return fail(who, {Cause::bad_input, "--origin: expected 32 hexadecimal digits"});
  Result<Hub> hub = open_hub(options.journal);
  if (!hub) return fail(who, hub.failure());
  const auto member = hub->roster.members.find(*origin);
  if (member == hub->roster.members.end() || !member->second.role) {
    return fail(who, {Cause::not_found, origin_text(*origin) + " is not enrolled in " + options.journal});
  }
  if (member->second.revoked_after) {
    print_line(fmt::format("nothing to do: {} ({}) was revoked after seq {} already", origin_text(*origin),
                           member->second.name, *member->second.revoked_after));
    return kExitDone;
  }
  const Result<Head> head = hub->recorder.own.journal->head(*origin);
  if (!head) return fail(who, head.failure());
  const Result<std::vector<Entry>> kept = record(hub->recorder, new_visit_id(), {Revoked{*origin, head->seq}});
  if (!kept) return fail(who, kept.failure());
  print_line(fmt::format("revoked {} ({}): its first {} entries stay, nothing more is taken; entry {}",
                         origin_text(*origin), member->second.name, head->seq, entry_text(kept->front().ref())));
  return kExitDone;
}

}  // namespace

void add_new(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("new", "Makes a journal with its key and its card");
  verb->group(kJournalVerbs);
  verb->footer("Example:\n  mangnon new --journal hub.db --name \"Hub\"");
  auto options = std::make_shared<NewOptions>();
  verb->add_option("--journal", options->journal, "The file to make")->required();
  verb->add_option("--name", options->name, "What people call it: \"Hub\", \"Bàn 1\"")->required();
  verb->add_option("--campaign", options->campaign, "Campaign file (default: the bundled one)");
  verb->callback([=, &exit_code] { exit_code = make_journal(*options); });
}

void add_enrol(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("enrol", "Lets another journal's origin write to a hub");
  verb->group(kJournalVerbs);
  verb->footer(
      "Example:\n  mangnon enrol --journal hub.db --card kiosk.db.pub --role kiosk --name \"Ki-ốt 1\"\n"
      "The hub must not be running: a journal has one writer.");
  auto options = std::make_shared<EnrolOptions>();
  verb->add_option("--journal", options->journal, "The hub's journal")->required();
  verb->add_option("--card", options->card, "The other's card, FILE.pub beside its journal")->required();
  const std::map<std::string, Role> roles = {{"kiosk", Role::kiosk},
                                             {"desk", Role::desk},
                                             {"display", Role::display},
                                             {"hub", Role::hub},
                                             {"accountant", Role::accountant}};
  verb->add_option("--role", options->role, "kiosk, desk, display, hub or accountant")
      ->required()
      ->transform(CLI::CheckedTransformer(roles).description(""));
  verb->add_option("--name", options->name, "What people call it (default: the card's name)");
  verb->callback([=, &exit_code] { exit_code = enrol(*options); });
}

void add_revoke(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("revoke", "Takes nothing more from an origin; what it wrote stays");
  verb->group(kJournalVerbs);
  verb->footer("Example:\n  mangnon revoke --journal hub.db --card kiosk.db.pub");
  auto options = std::make_shared<RevokeOptions>();
  verb->add_option("--journal", options->journal, "The hub's journal")->required();
  CLI::Option* card = verb->add_option("--card", options->card, "The other's card, FILE.pub");
  CLI::Option* origin =
      verb->add_option("--origin", options->origin, "Or its origin, 32 hexadecimal digits")->excludes(card);
  verb->callback([=, &exit_code] {
    if (card->empty() && origin->empty()) throw CLI::RequiredError("--card or --origin");
    exit_code = revoke(*options);
  });
}

}  // namespace mn
