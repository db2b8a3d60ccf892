// mangnon cue: what the big screen shows from now on.
#include <fmt/format.h>

#include "backend-sync/hall.h"
#include "backend-sync/mangnon/desk.h"
#include "backend-sync/mangnon/verbs.h"
#include "journal/file.h"

namespace mn {
namespace {

constexpr const char* kWho = "mangnon cue";

struct CueOptions {
  CueAsked asked;
  std::string pledge;
};

int cue(const DeskOptions& desk, const CueOptions& options) {
  const Result<Campaign> campaign = load_campaign(desk.campaign);
  if (!campaign) return fail(kWho, campaign.failure());
  std::optional<EntryRef> pledge;
  if (!options.pledge.empty()) {
    const Result<Folded> folded = fold_for_desk(desk, campaign->id);
    if (!folded) return fail(kWho, folded.failure());
    const Result<const Pledge*> found = find_pledge(folded->tally, options.pledge);
    if (!found) return fail(kWho, found.failure());
    pledge = (*found)->ref;
  }
  const Result<Cued> cued = cue_of(options.asked, pledge);
  if (!cued) return fail(kWho, cued.failure());
  return write_at_desk(kWho, desk, campaign->id, {{*cued, {}, "cued " + cued->scene}});
}

std::string words_list(const char* heading, std::span<const CueWord> words) {
  std::string out = heading;
  for (const CueWord& one : words) out += fmt::format("\n  {:<12} {}", one.word, one.meaning);
  return out;
}

}  // namespace

void add_cue(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("cue", "Tells the big screen what to show");
  describe_desk_verb(*verb, words_list("Scenes:", scene_words()) + "\n" + words_list("Orders:", order_words()) +
                                "\nExamples:\n"
                                "  mangnon cue wall --journal desk.db\n"
                                "  mangnon cue spotlight --pledge QBTTE7K3M9P --journal desk.db --from hub.db\n"
                                "  mangnon cue spotlight --name \"Em Nông Thị Ví Dụ\" --line \"Tiết mục văn nghệ\" "
                                "--journal desk.db\n"
                                "  mangnon cue auto --journal desk.db");
  const auto desk = add_desk_options(*verb);
  auto options = std::make_shared<CueOptions>();
  verb->add_option("SCENE", options->asked.scene, "A scene or an order of the lists below")->required();
  verb->add_option("--pledge", options->pledge, "Of which pledge: ORIGIN:SEQ, or its code");
  verb->add_option("--name", options->asked.name, "A name to show, without a pledge");
  verb->add_option("--line", options->asked.line, "A line below it");
  verb->add_flag("--any-scene", options->asked.any_scene, "Also a scene that is not in the list: of a newer screen");
  verb->callback([=, &exit_code] { exit_code = cue(*desk, *options); });
}

}  // namespace mn
