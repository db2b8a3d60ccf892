// The kiosk's parts as main holds them, and the small bridges between glass, rules and hands: nothing here decides.
#pragma once

#include <optional>

#include "kiosk/feedback.h"
#include "kiosk/hands.h"
#include "kiosk/options.h"
#include "kiosk/recorder.h"
#include "kiosk/screens/screens.h"
#include "kiosk/totals.h"
#include "ui/glass.h"

namespace mn::kiosk {

// Files read whole before the first picture.
struct Loaded {
  Campaign campaign;
  Strings strings;
  std::optional<GuestBook> guests;
};
Result<Loaded> load_all(const Options& options);
Terms terms_of(const Options& options, const Loaded& loaded);
ui::GlassOptions glass_options(const Options& options);

struct Kiosk {
  const Options& options;
  const Terms& terms;
  const Strings& strings;
  ui::Glass& glass;
  std::optional<Recorder> recorder = {};  // none in a preview, as are hands and totals
  std::optional<Hands> hands = {};
  std::optional<Totals> totals = {};
  Visit visit = {};            // the one state
  Surroundings invented = {};  // for previews
  std::size_t prepared = 0;    // of the sample screens: drawn once, unseen
};

// Recorder, hands and totals, and the visit as the house begins it.
void open_house(Kiosk& kiosk, const Loaded& loaded, std::int64_t now_ms);
// For --preview: the sample instead of a visit.
void show_sample(Kiosk& kiosk, std::int64_t now_ms);

// While nobody is there: draws the next of the screens to come, unseen, so that a picture drawn for the first time
// keeps no donor waiting. False when all are drawn, or somebody is there.
bool prepare_next(Kiosk& kiosk, std::int64_t now_ms);

Sight sight_of(Kiosk& kiosk, std::int64_t now_ms);
// What a hardware keyboard's input does; nothing when it is none of the visit's business.
std::optional<Step> hard_step(const Kiosk& kiosk, const ui::Input& input, const Moment& moment);
void take_answer(Kiosk& kiosk, const HandAnswer& answer, std::int64_t now_ms);
// Whatever else remembers what was typed forgets it.
void forget_typed(Kiosk& kiosk);
void hear(Kiosk& kiosk, std::optional<Feedback> feedback);

}  // namespace mn::kiosk
