// The desk beside the stage in the demo: one person with `mangnon` who names, calls, offers and cues, with a journal of
// their own that a mangnon-sync carries to the hub. Waits for what it asked for, never for a time.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/demo/proof.h"
#include "tests/demo/stage.h"

namespace mn::demo {

// The scene that the display said it shows; "" when it said none.
std::string scene_shown(const std::filesystem::path& state_file);

// What the display's lines say of the desk's moments: `scenes` came in this order, and the last line stands on the
// hub's journal as the desk left it.
Proof prove_desk(const Folded& desk, const std::vector<Folded>& copies, const std::filesystem::path& state_file,
                 const std::vector<std::string>& scenes);

class HallDesk {
 public:
  // `tend` is called all the time while it waits; `picture` when a moment is on.
  HallDesk(Stage& stage, std::function<void()> tend, std::function<void(const std::string&)> picture)
      : stage_(stage), tend_(std::move(tend)), picture_(std::move(picture)) {}

  // A matching gift, a masked name, a giver called to the stage, the wall of gratitude; then the screen is given back.
  Done during_the_morning();
  // The figures are frozen and revealed, with proof; stays so.
  Done closing();
  // The figures go on, and the screen is given back.
  Done go_on();
  // Thanks, when the display follows the fund: carried there as everything else.
  Done last_word();

  // The scenes that were cued and seen.
  const std::vector<std::string>& seen() const { return seen_; }

 private:
  Done say(std::vector<std::string> words);
  Done cue(std::vector<std::string> words, const std::string& scene, const std::string& moment);
  bool wait_for(const std::function<bool()>& there);
  bool wait_carried();

  Stage& stage_;
  std::function<void()> tend_;
  std::function<void(const std::string&)> picture_;
  std::vector<std::string> seen_;
};

}  // namespace mn::demo
