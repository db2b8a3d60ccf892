// A visit: one donor at the kiosk, from the first touch to the thanks. The rules of every screen and of the time that
// passes on them. Pure: clock, randomness and the recorder's answers come in as arguments; only a tap on "confirm"
// can make an order to append, and only a Kept can make a Thanks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "core/campaign.h"
#include "core/facts.h"
#include "kiosk/keyboard.h"
#include "kiosk/recording.h"
#include "kiosk/typed_text.h"

namespace mn::kiosk {

// What was chosen so far. Screens carry it by value: going back keeps it, and a new visit begins without it.
struct Choices {
  Money amount;  // 0: not chosen yet
  Giver giver = Giver::unnamed;
  TypedText name;  // as typed; the review and what is recorded hold it sanitised
  bool hide_amount = false;
  bool publish = false;   // consent to show name and amount; never ticked beforehand
  bool reviewed = false;  // the review was seen: a changed answer leads back to it
};

struct Attract {};
struct Amount {
  Choices chosen;
};
struct Keypad {
  Choices chosen;
  Money typed;
};
struct LargeCheck {
  Choices chosen;
  Money asked;  // not chosen before the donor says that the zeros are right
};
struct Who {
  Choices chosen;
};
struct Name {
  Choices chosen;
  Typing typing;
};
struct Review {
  Choices chosen;
};
struct Recording {
  Choices chosen;
  VisitId visit;
  PledgeCode code;
};
struct Thanks {
  explicit Thanks(const Kept& journal_has, const TypedText& giver_name) : kept(journal_has), name(giver_name) {}
  Kept kept;
  TypedText name;  // to thank by; empty for unnamed givers
};
struct Resting {
  std::optional<VisitId> visit;    // whose outcome is not known
  std::optional<PledgeCode> code;  // its code, for the reception desk
  TypedText name;
};

using Screen = std::variant<Attract, Amount, Keypad, LargeCheck, Who, Name, Review, Recording, Thanks, Resting>;

struct Visit {
  Screen screen = Attract{};
  Language language = Language::vi;
  std::int64_t since_ms = 0;    // when this screen began
  std::int64_t touched_ms = 0;  // when somebody last touched the glass
  bool journal_well = true;     // false: rest instead of attracting
};

// What can be tapped. A tap that does not belong to the screen changes nothing.
namespace tap {
struct Start {};
struct Choose {
  Money amount;
};
struct OtherAmount {};
struct Digit {
  int value = 0;  // 0..9
};
struct Thousand {};
struct EraseDigit {};
struct ClearDigits {};
struct AmountTyped {};
struct ZerosAreRight {};
struct GiveAs {
  Giver giver;
};
struct PressKey {
  Key key;
};
struct NameTyped {};
struct ToggleHideAmount {};
struct TogglePublish {};
struct EditAmount {};
struct EditName {};
struct Confirm {};
struct Back {};
struct Cancel {};
struct MoreTime {};
struct Finish {};
struct Again {};
struct Speak {
  Language language;
};
}  // namespace tap
using Tap = std::variant<tap::Start, tap::Choose, tap::OtherAmount, tap::Digit, tap::Thousand, tap::EraseDigit,
                         tap::ClearDigits, tap::AmountTyped, tap::ZerosAreRight, tap::GiveAs, tap::PressKey,
                         tap::NameTyped, tap::ToggleHideAmount, tap::TogglePublish, tap::EditAmount, tap::EditName,
                         tap::Confirm, tap::Back, tap::Cancel, tap::MoreTime, tap::Finish, tap::Again, tap::Speak>;

// How patient the kiosk is, milliseconds without a touch.
struct Patience {
  std::int64_t warning_ms = 45'000;    // then it asks whether somebody is there
  std::int64_t reset_ms = 15'000;      // after the question: everything typed is forgotten
  std::int64_t thanks_ms = 60'000;     // the thanks, and the words for the desk
  std::int64_t recording_ms = 20'000;  // a disk that answers later than this rests the kiosk
};

// The thanks stay at least this long: an impatient second tap on "confirm" falls where "done" lies and must not end
// them.
inline constexpr std::int64_t kThanksLeastMs = 700;

// What stays the same from visit to visit.
struct Terms {
  const Campaign& campaign;
  Patience patience = {};
  Language language = Language::vi;  // every visit begins in it
};

// Randomness for one confirmation, from a secure source.
struct Chance {
  VisitId visit;  // new_visit_id(): made before the first attempt
  ByteArray<8> code{};
  std::array<Salt, 3> salts{};
};

// When a tap happened.
struct Moment {
  std::int64_t now_ms = 0;  // of a clock that never goes back
  std::int64_t utc_us = 0;  // for people
  Chance chance;
};

struct Step {
  Visit next;
  std::optional<Append> record;  // for the recorder; given once a confirmation
};

// A finger's tap.
Step advance(const Visit& visit, const Tap& tap, const Terms& terms, const Moment& moment);
// A touch anywhere, also beside every target: somebody is there.
Visit advance_touch(const Visit& visit, std::int64_t now_ms);
// Time passes: the idle reset, the end of the thanks. Asked as often as one likes.
Visit advance_time(const Visit& visit, const Terms& terms, std::int64_t now_ms);
// The recorder answers.
Visit advance_report(const Visit& visit, const Report& report, const Terms& terms, std::int64_t now_ms);

// The visitor of `before` is not the one of `after`: whatever else remembers what was typed must forget it now.
bool visit_ended(const Visit& before, const Visit& after);

// Seconds until the visit is forgotten, when the donor must be asked; nothing before that.
std::optional<int> idle_seconds_left(const Visit& visit, const Patience& patience, std::int64_t now_ms);
// Seconds until the thanks go back to the beginning.
std::optional<int> thanks_seconds_left(const Visit& visit, const Patience& patience, std::int64_t now_ms);

enum class AmountFault { none, nothing, too_small, too_large };
AmountFault amount_fault(Money amount, const Campaign& campaign);

// Where on the way a screen is: 0 amount, 1 who, 2 name, 3 review; nothing for the others.
std::optional<int> trail_place(const Screen& screen);
// The screen's name, for pictures and for those who drive the glass from outside.
std::string_view screen_name(const Screen& screen);

}  // namespace mn::kiosk
