// Exactly what is on the big screen at one moment, as values: the scenes draw it and decide nothing. Holds no pledge,
// only what core/masking.h lets through.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/campaign.h"
#include "core/masking.h"
#include "display/announcing.h"
#include "display/goal.h"
#include "display/hall.h"
#include "display/milestones.h"

namespace mn {

// One of the figures that stand side by side and are never added. The first amount is on its way to the second; words
// and heights follow the second.
struct Figure {
  Money shown;
  Money exact;
  Money widest;            // the larger end of the way: the room to keep, so that nothing shifts meanwhile
  std::int64_t count = 0;  // of pledges, payments, gifts in kind
};

struct Figures {
  Figure pledged;
  Figure received;
  Figure in_kind;  // goods, by their estimated value; exact at once
  Figure matched;  // what matching gifts add, counted apart; exact at once
};

// A card of one arrival, or of several that came together.
struct CardShown {
  std::uint64_t id = 0;  // the same card in the next picture has the same number
  PublicCard card;       // of the one; of several: empty
  Tier tier = Tier::small;
  std::size_t merged = 0;                 // how many came together; 0: it is one pledge's own card
  Money merged_amount;                    // of money that came together, what hides its amount left out
  std::int64_t entering_permille = 1000;  // how far it has come in
  std::int64_t leaving_permille = 0;      // how far it has gone
  std::int64_t age_ms = 0;                // since it began to come in
  int lane = 0;
};

// A milestone or the goal, while it is celebrated.
struct Celebrated {
  Money threshold;
  bool goal = false;
  std::int64_t since_ms = 0;  // ago
  std::int64_t permille = 0;  // of its time
  std::optional<Money> next;  // the next stretch's end
};

// What the MC's cue named: a giver's card, or words of the staff.
struct Spotlight {
  std::optional<PublicCard> card;
  Tier tier = Tier::large;
  std::string name;  // "" when the card says it
  std::string line;
};

// The closing announcement: figures that stand still since the order to freeze.
struct Reveal {
  std::string heads;        // 64 hexadecimal digits: SHA-256 over the journal's heads (display/shown_line.h)
  std::string qr;           // what anyone can scan and compare
  std::uint64_t lines = 0;  // entries they were folded from
  bool checked = false;     // the journal was read anew from its start, every signature checked, and gave these figures
};

struct Picture {
  std::string_view scene = "welcome";  // of the table the show was given
  std::int64_t scene_ms = 0;           // how long it has been on
  std::string_view leaving;            // the scene before, while it fades; "" when it has gone
  std::int64_t leaving_scene_ms = 0;   // how long that has been on
  std::int64_t paging_ms = 0;          // of scene_ms, what its pages go by: a scene that is leaving turns none
  std::int64_t pages_before = 0;       // how many of its pages were seen whenever it was on before
  std::int64_t leaving_pages_before = 0;
  std::int64_t change_permille = 1000;  // how far the scene has come in over the one before
  bool known = false;                   // there are numbers
  std::int64_t now_ms = 0;              // UTC; motion that never ends is a function of this

  // Of the campaign, in the screen's language.
  Language language = Language::vi;
  std::string title;
  std::string theme;
  std::string fund_name;
  std::string place;
  std::string date;
  bool rehearsal = false;
  bool account_invented = false;
  std::string qr;  // the static VietQR payload of the account; "" when there is none to show

  // Of the tally.
  Figures figures;
  Lead leads = Lead::pledged;
  std::string in_words;  // of the figure that leads; "" when the campaign wants none
  bool frozen = false;   // the figures stand, whatever comes in, until the staff lets them go on
  std::string goal_text;
  GoalMark mark;  // of what is shown of pledged
  bool has_goal = false;
  std::optional<Stretch> stretch;  // what the thermometer shows: from the last milestone to the next
  std::string stretch_from;        // "300 triệu"
  std::string stretch_to;

  std::vector<CardShown> cards;    // on now, in order of lanes
  std::vector<CardShown> recent;   // have been on, newest first
  std::int64_t glow_permille = 0;  // of the light behind the number after an arrival

  std::string fact;                // for the quiet minutes; "" when none
  std::int64_t fact_permille = 0;  // how far it has appeared

  std::optional<Celebrated> celebrated;
  std::optional<Spotlight> spotlight;
  std::optional<Reveal> reveal;
  std::optional<std::int64_t> begins_in_ms;  // until the ceremony begins
  std::string age_text;                      // "09:42": the last news is of then; "" while it is fresh

  // A few canvas units by which everything is moved, so that no picture burns into a panel.
  int drift_x = 0;
  int drift_y = 0;

  // What scenes of their own ask for: names for the wall, wishes, offers.
  Hall hall;

  bool moving = false;              // the next picture differs already
  std::int64_t next_change_ms = 0;  // otherwise: when to compose again, on the clock of compose's now_ms
};

}  // namespace mn
