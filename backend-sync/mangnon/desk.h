// What the verbs share that write into a desk's own journal about pledges of another: whose journal, which pledges, and
// how an entry that was kept is answered.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "backend-sync/folding.h"
#include "backend-sync/recording.h"
#include "core/campaign.h"

namespace mn {

struct DeskOptions {
  std::string journal;
  std::string from;  // "": the desk's own
  std::string campaign;
  std::string desk = "Bàn tiếp nhận";
  bool as_json = false;
};

// --journal (required), --from, --campaign, --desk, --json.
std::shared_ptr<DeskOptions> add_desk_options(CLI::App& verb);

// The group and heading of these verbs, with what their --help ends with.
void describe_desk_verb(CLI::App& verb, const std::string& examples);

// What is known at the desk: the journal --from, and what the desk itself wrote that is not there yet.
Result<Folded> fold_for_desk(const DeskOptions& options, const CampaignId& campaign);

// The desk's journal opened to be written, made when it is not there.
Result<Recorder> open_desk(const DeskOptions& options, const CampaignId& campaign);

// One fact to write: in a visit of its own, or in a donor's.
struct ToWrite {
  Fact fact;
  std::optional<VisitId> visit = {};
  std::string words;  // for people: what was done, to whom
};

// Writes them in this order, each durably before the next, and prints a line for each: "WORDS\tENTRY", or with --json
// {"entry":"ORIGIN:SEQ","kind":"announced","pledge":"ORIGIN:SEQ"}. Gives the exit code.
int write_at_desk(const std::string& who, const DeskOptions& options, const CampaignId& campaign,
                  const std::vector<ToWrite>& facts);

// The answer when all is as it should be already: nothing is written.
void print_nothing_to_do(const DeskOptions& options, const EntryRef& about, const std::string& words);

// "Công ty A, 5.000.000 đồng (QBTTE7K3M9P)": for staff, who may know the name.
std::string pledge_words(const Pledge& pledge);

}  // namespace mn
