#include "tests/demo/hall_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

namespace mn::demo {
namespace {

constexpr int kPatienceMs = 60'000;
constexpr int kTurnMs = 100;
constexpr int kLookMs = 1'500;  // the scene has come in: a picture of it at rest

std::vector<std::string> scenes_of(const std::filesystem::path& state_file) {
  std::vector<std::string> scenes;
  std::ifstream in(state_file, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    const nlohmann::json state = nlohmann::json::parse(line, nullptr, false);
    if (!state.is_object()) continue;  // a line cut by a kill
    const std::string scene = state.value("scene", "");
    if (scenes.empty() || scenes.back() != scene) scenes.push_back(scene);
  }
  return scenes;
}

}  // namespace

std::string scene_shown(const std::filesystem::path& state_file) {
  const std::vector<std::string> scenes = scenes_of(state_file);
  return scenes.empty() ? "" : scenes.back();
}

Proof prove_desk(const Folded& desk, const std::vector<Folded>& copies, const std::filesystem::path& state_file,
                 const std::vector<std::string>& scenes) {
  Proof proof{true, {}};
  const auto fail = [&](const std::string& words) {
    proof.holds = false;
    proof.text += "  NOT AS THE DESK SAID: " + words + "\n";
  };
  for (const Folded& copy : copies) {
    for (const auto& [ref, digest] : desk.digests) {
      const auto at = copy.digests.find(ref);
      if (at == copy.digests.end() || at->second != digest)
        fail(fmt::format("{} lacks the desk's entry {}, or has another", copy.name, entry_text(ref)));
    }
    const auto masked = std::count_if(copy.tally.pledges.begin(), copy.tally.pledges.end(),
                                      [](const Pledge& pledge) { return pledge.verdict == Verdict::masked; });
    if (masked != 1) fail(fmt::format("{} masks {} names, not the one", copy.name, masked));
    if (copy.tally.offers.size() != 1) fail(copy.name + " does not hold the one matching gift");
  }
  const std::vector<std::string> shown = scenes_of(state_file);
  auto from = shown.begin();
  std::string line;
  for (const std::string& scene : scenes) {
    from = std::find(from, shown.end(), scene);
    if (from == shown.end()) {
      fail("the display never showed " + scene + " after what was cued before it");
      break;
    }
    line += (line.empty() ? "" : ", ") + scene;
  }
  proof.text +=
      fmt::format("  the desk: {} entries; the display says it showed, as cued: {}\n", desk.digests.size(), line);
  return proof;
}

bool HallDesk::wait_for(const std::function<bool()>& there) {
  for (int waited = 0; waited < kPatienceMs; waited += kTurnMs) {
    tend_();
    if (there()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(kTurnMs));
  }
  return false;
}

// Until the display's copy holds what the desk wrote.
bool HallDesk::wait_carried() {
  return wait_for([&] {
    const Result<Folded> desk = fold_journal("desk", stage_.journal("desk"));
    const Result<Folded> display = fold_journal("display", stage_.journal("display"));
    if (!desk || !display) return false;
    return std::all_of(desk->digests.begin(), desk->digests.end(),
                       [&](const auto& entry) { return display->digests.contains(entry.first); });
  });
}

Done HallDesk::say(std::vector<std::string> words) {
  for (const std::string& more :
       {std::string("--journal"), stage_.journal("desk").string(), std::string("--from"),
        stage_.journal("hub").string(), std::string("--campaign"), stage_.options().campaign.string()}) {
    words.push_back(more);
  }
  const Result<Ran> ran = stage_.mangnon(std::move(words));
  return ran ? Done{} : Done{ran.failure()};
}

Done HallDesk::cue(std::vector<std::string> words, const std::string& scene, const std::string& moment) {
  words.insert(words.begin(), "cue");
  if (Done done = say(std::move(words)); !done) return done;
  const auto on = [&] { return scene_shown(stage_.file("display.state")) == scene; };
  if (!wait_for(on)) return Failure{Cause::unavailable, "the hall's screen did not show " + scene + ", as cued"};
  seen_.push_back(scene);
  for (int waited = 0; waited < kLookMs; waited += kTurnMs) {
    tend_();
    std::this_thread::sleep_for(std::chrono::milliseconds(kTurnMs));
  }
  picture_(moment);
  return {};
}

Done HallDesk::during_the_morning() {
  const Result<Folded> hub = fold_journal("hub", stage_.journal("hub"));
  if (!hub) return hub.failure();
  // The largest gift whose giver may be named is called to the stage; of another giver the name is kept off the screen.
  std::vector<const Pledge*> named;
  for (const Pledge& pledge : hub->tally.pledges) {
    const bool may_be = !pledge.voided && !pledge.shown_as.empty() && !pledge.said.hide_name && !pledge.publish_refused;
    if (may_be) named.push_back(&pledge);
  }
  if (!named.empty()) {
    std::sort(named.begin(), named.end(),
              [](const Pledge* one, const Pledge* other) { return one->said.amount > other->said.amount; });
  }
  const std::vector<Pledge>& all = hub->tally.pledges;
  if (all.empty()) return Failure{Cause::conflict, "nobody pledged: the desk has nobody to call"};
  const Pledge& called = named.empty() ? all.front() : *named.front();
  const Pledge& masked = named.size() > 1 ? *named.back() : all.back();
  if (Done done = say({"match", "offer", "--sponsor", "Công ty Ví Dụ", "--percent", "50", "--cap", "50.000.000",
                       "--begins", "01/01/2020 00:00", "--until", "01/01/2120 00:00"});
      !done)
    return done;
  if (Done done = say({"screen", "mask", entry_text(masked.ref)}); !done) return done;
  if (!wait_carried()) return Failure{Cause::unavailable, "the desk's words did not reach the display"};
  if (Done done = cue({"spotlight", "--pledge", entry_text(called.ref), "--line", "Xin trân trọng cảm ơn"}, "spotlight",
                      "spotlight");
      !done)
    return done;
  if (Done done = cue({"matching"}, "matching", "matching"); !done) return done;
  if (Done done = cue({"wall"}, "wall", "wall"); !done) return done;
  return cue({"tally"}, "tally", "end-of-the-morning");
}

Done HallDesk::closing() {
  if (Done done = say({"cue", "freeze"}); !done) return done;
  if (Done done = cue({"reveal"}, "reveal", "reveal"); !done) return done;
  if (!wait_carried()) return Failure{Cause::unavailable, "the closing order did not reach the display"};
  return {};
}

Done HallDesk::go_on() {
  if (Done done = say({"cue", "auto"}); !done) return done;
  const auto back = [&] { return scene_shown(stage_.file("display.state")) != "reveal"; };
  return wait_for(back) ? Done{} : Done{Failure{Cause::unavailable, "the hall's screen was not given back"}};
}

Done HallDesk::last_word() {
  if (Done done = say({"cue", "thanks"}); !done) return done;
  const auto at_hub = [&] {
    const Result<Folded> desk = fold_journal("desk", stage_.journal("desk"));
    const Result<Folded> hub = fold_journal("hub", stage_.journal("hub"));
    return desk && hub && hub->digests.contains(desk->digests.rbegin()->first);
  };
  if (!wait_for(at_hub)) return Failure{Cause::unavailable, "the desk's last word did not reach the hub"};
  if (Done done = stage_.carry_to_fund(); !done) return done;
  const auto on = [&] { return scene_shown(stage_.file("display.state")) == "thanks"; };
  if (!wait_for(on)) return Failure{Cause::unavailable, "the hall's screen did not show thanks, as cued"};
  std::this_thread::sleep_for(std::chrono::milliseconds(kLookMs));
  picture_("thanks");
  return {};
}

}  // namespace mn::demo
