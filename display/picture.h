// Exactly what is on the big screen at one moment, as plain values: the scenes draw it and decide nothing. Holds no
// pledge, only what masking.h lets through.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/masking.h"
#include "display/goal.h"

namespace mn {

enum class Scene {
  starting,  // nothing is known yet: the campaign's title, and no number
  tally,
};

struct Picture {
  Scene scene = Scene::starting;

  // Of the campaign, in the screen's language.
  std::string title;
  std::string theme;
  std::string fund_name;
  std::string place;
  std::string date;
  bool rehearsal = false;
  bool account_invented = false;
  std::string qr;  // the static VietQR payload of the account; "" when there is none to show

  // Of the tally. The first is on its way to the second; words and heights follow the second.
  Money pledged_shown;
  Money pledged;
  Money pledged_widest;  // the larger end of the way: the room to keep, so that nothing shifts meanwhile
  std::string pledged_in_words;
  Money received_shown;  // beside pledged, never added to it
  Money received;
  std::int64_t count = 0;
  std::string goal_text;
  GoalMark mark;  // of what is shown
  bool has_goal = false;

  std::vector<PublicCard> latest;         // newest first
  std::size_t entering = 0;               // how many of them are new
  std::int64_t entering_permille = 1000;  // how far they have come in
  std::int64_t glow_permille = 0;         // of the light behind the number after an arrival

  std::string fact;                // for the quiet minutes; "" when none
  std::int64_t fact_permille = 0;  // how far it has appeared

  // The goal was reached while the hall looked on: how much of the celebration lies behind. 1000: it is over, or never
  // was.
  std::int64_t celebration_permille = 1000;

  // A few canvas units by which everything is moved, so that no picture burns into a panel.
  int drift_x = 0;
  int drift_y = 0;

  bool moving = false;              // the next picture differs already
  std::int64_t next_change_ms = 0;  // otherwise: when to compose again, on the clock of compose's now_ms
};

}  // namespace mn
