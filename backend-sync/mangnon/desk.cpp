#include "backend-sync/mangnon/desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "core/numbers.h"
#include "core/text.h"
#include "journal/chance.h"
#include "journal/file.h"

namespace mn {
namespace {

using nlohmann::json;

constexpr std::size_t kPageEntries = 1000;

// Which entry a fact speaks of.
std::optional<EntryRef> about(const Fact& fact) {
  if (const auto* screened = std::get_if<Screened>(&fact)) return screened->pledge;
  if (const auto* announced = std::get_if<Announced>(&fact)) return announced->pledge;
  if (const auto* voided = std::get_if<Voided>(&fact)) return voided->pledge;
  if (const auto* cued = std::get_if<Cued>(&fact)) return cued->pledge;
  return std::nullopt;
}

std::string answer_json(const Entry& entry, const Fact& fact) {
  json out = {{"entry", entry_text(entry.ref())}, {"kind", kind_text(entry.header.kind)}};
  if (const std::optional<EntryRef> ref = about(fact)) out["pledge"] = entry_text(*ref);
  return out.dump();
}

// What a desk wrote is true at once, whether the hub has it yet or not.
Done fold_own(Folded& folded, const std::string& location, const CampaignId& campaign) {
  const Result<std::unique_ptr<JournalReader>> own = open_reader(location);
  if (!own) return own.failure();
  if ((*own)->campaign() != campaign) {
    return Failure{Cause::refused,
                   location + " belongs to campaign " + (*own)->campaign().text + ", not " + campaign.text};
  }
  Position position = 0;
  for (;;) {
    const Result<std::vector<Placed>> page = (*own)->read_after(position, kPageEntries);
    if (!page) return page.failure();
    if (page->empty()) return {};
    for (const Placed& placed : *page) {
      const auto head = folded.tally.heads.find(placed.entry.header.origin);
      if (head != folded.tally.heads.end() && placed.entry.header.seq <= head->second.seq) continue;
      if (Done done = apply(folded.tally, placed.entry); !done) return done;
    }
    position = page->back().position;
  }
}

}  // namespace

std::shared_ptr<DeskOptions> add_desk_options(CLI::App& verb) {
  auto options = std::make_shared<DeskOptions>();
  verb.add_option("--journal", options->journal, "The desk's own journal; made when it is not there")->required();
  verb.add_option("--from", options->from, "The journal in which pledges are looked up (default: the desk's own)");
  verb.add_option("--campaign", options->campaign, "Campaign file (default: the bundled one)");
  verb.add_option("--desk", options->desk, "What people call this desk, for a new journal");
  verb.add_flag("--json", options->as_json, "Answers as JSON, one object a line");
  return options;
}

void describe_desk_verb(CLI::App& verb, const std::string& examples) {
  verb.group(kHallVerbs);
  verb.footer(examples +
              "\nA pledge is named by its entry ORIGIN:SEQ or by its code. What is written stands in the desk's own "
              "journal; mangnon-sync push carries it to the hub, where the desk is enrolled with --role desk.");
}

Result<Folded> fold_for_desk(const DeskOptions& options, const CampaignId& campaign) {
  Folded folded;
  if (!options.from.empty()) {
    const Result<std::unique_ptr<JournalReader>> from = open_reader(options.from);
    if (!from) return from.failure();
    if ((*from)->campaign() != campaign) {
      return Failure{Cause::refused,
                     options.from + " belongs to campaign " + (*from)->campaign().text + ", not " + campaign.text};
    }
    Result<Folded> read = fold_journal(**from);
    if (!read) return read.failure();
    folded = *std::move(read);
  }
  if (!std::filesystem::exists(options.journal)) return folded;
  if (Done done = fold_own(folded, options.journal, campaign); !done) return done.failure();
  return folded;
}

Result<Recorder> open_desk(const DeskOptions& options, const CampaignId& campaign) {
  const Result<std::string> desk = sanitise(options.desk);
  if (!desk || desk->empty()) return Failure{Cause::bad_input, "--desk: expected letters, such as \"Bàn 1\""};
  return open_recorder({options.journal, campaign, program_text("mangnon"), *desk});
}

int write_at_desk(const std::string& who, const DeskOptions& options, const CampaignId& campaign,
                  const std::vector<ToWrite>& facts) {
  Result<Recorder> desk = open_desk(options, campaign);
  if (!desk) return fail(who, desk.failure());
  for (const ToWrite& one : facts) {
    const Result<std::vector<Entry>> kept = record(*desk, one.visit.value_or(new_visit_id()), {one.fact});
    if (!kept) return fail(who, kept.failure());
    // A donor's visit may hold other entries of this desk: after a failed append those could be taken for this one.
    const auto entry =
        std::find_if(kept->begin(), kept->end(), [&](const Entry& e) { return e.header.kind == kind_of(one.fact); });
    if (entry == kept->end()) {
      return fail(who, {Cause::unknown, "the journal does not say that it was kept; ask again"});
    }
    print_line(options.as_json ? answer_json(*entry, one.fact) : one.words + "\t" + entry_text(entry->ref()));
  }
  return kExitDone;
}

void print_nothing_to_do(const DeskOptions& options, const EntryRef& about_entry, const std::string& words) {
  print_line(options.as_json ? json({{"entry", nullptr}, {"pledge", entry_text(about_entry)}}).dump()
                             : words + "; nothing to do");
}

std::string pledge_words(const Pledge& pledge) {
  const Result<std::string> name = sanitise(pledge.shown_as);
  return fmt::format("{}, {} ({})", name && !name->empty() ? *name : "without a name", grouped_dong(pledge.said.amount),
                     code_text(pledge.said.code));
}

}  // namespace mn
