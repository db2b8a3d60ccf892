// What a donor touches next on the screen that is there: read off the words on the controls, as a person does. Pure.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/campaign.h"
#include "core/strings.h"
#include "tests/demo/donors.h"
#include "tests/demo/glass_view.h"

namespace mn::demo {

// What stands on the controls.
struct Words {
  Strings strings;
  Campaign campaign;
};

// How far a donor is. What is done on a screen of its own is done when that screen was seen and left.
struct SoFar {
  // On this screen; begun anew with each.
  std::vector<std::string> keys;
  std::size_t keys_done = 0;
  int key_tries = 0;  // looks at a keyboard that does not show the key
  bool begun = false;
  bool ticked = false;
  bool unit_chosen = false;
  bool other_field = false;
  // In this visit.
  std::set<std::string> typed;  // the screens whose field has what this donor typed
  bool went_back = false;
  bool published = false;
  bool hidden = false;
  bool helped = false;
  bool way_chosen = false;
  bool fund_chosen = false;
  bool message_left = false;
  bool contact_left = false;
  bool printed = false;

  void on_next_screen();
};

enum class Deed {
  look_again,  // nothing to touch yet
  touch,       // `words` stand on it
  read_code,   // `words` come from a reader that types
};
struct Act {
  Deed deed = Deed::look_again;
  std::string words = {};
  bool quick = false;   // a key among many
  bool turns = false;   // a key after which other labels stand on the keys
  bool toggle = false;  // changes what stands on the same screen; a second touch would change it back
};

Act next_act(const Donor& donor, SoFar& so_far, const View& view, const Words& words);
// The next of so_far.keys, on whatever screen has them.
Act next_key(const Donor& donor, SoFar& so_far, const View& view, const Words& words);
// As the header says; Vietnamese when it does not.
Language language_of(const View& view);

}  // namespace mn::demo
