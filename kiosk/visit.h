// A visit: one donor at the kiosk, from the first touch to the thanks. The rules of every screen and of the time that
// passes on them. Pure: clock, randomness and the recorder's answers come in as arguments; only a tap on "confirm"
// can make an order to append a pledge, and only a Kept can make a Thanks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "kiosk/call.h"
#include "kiosk/guest_book.h"
#include "kiosk/reader_line.h"
#include "kiosk/screen.h"
#include "kiosk/staff_door.h"
#include "kiosk/tap.h"

namespace mn::kiosk {

// How this visitor reads and reaches; back to the kiosk's own settings when the visit ends.
struct Comfort {
  bool large_text = false;
  bool low_reach = false;
  bool operator==(const Comfort&) const = default;
};

// What staff set on this kiosk: it outlives visits.
struct House {
  Language language = Language::vi;
  Comfort comfort;
  int volume = 60;  // 0..100
  bool operator==(const House&) const = default;
};

struct Visit {
  Screen screen = Attract{};
  Panel panel = Panel::none;
  Language language = Language::vi;
  Comfort comfort;
  std::int64_t since_ms = 0;                 // when this screen began
  std::int64_t touched_ms = 0;               // when somebody last touched the glass
  bool journal_well = true;                  // false: rest instead of attracting
  HelpCall call;                             // somebody asked for help
  ReaderLine reader;                         // what a barcode reader has typed of a line
  std::optional<Screen> before_reader = {};  // the screen when that line began: what it typed there is taken back
  StaffDoor door;
  House house;
  bool operator==(const Visit&) const = default;
};

// How patient the kiosk is, milliseconds without a touch.
struct Patience {
  std::int64_t warning_ms = 45'000;    // then it asks whether somebody is there
  std::int64_t typing_ms = 90'000;     // the same where letters are typed: nobody is asked while they think of a word
  std::int64_t reset_ms = 15'000;      // after the question: everything typed is forgotten
  std::int64_t thanks_ms = 60'000;     // the thanks, and the words for the desk
  std::int64_t recording_ms = 20'000;  // a disk that answers later than this rests the kiosk
  std::int64_t help_ms = 180'000;      // who called for help is waited for
  std::int64_t staff_ms = 120'000;     // the staff's screens close by themselves
};

// The thanks stay at least this long: an impatient second tap on "confirm" falls where "done" lies and must not end
// them.
inline constexpr std::int64_t kThanksLeastMs = 700;

// What stays the same from visit to visit.
struct Terms {
  const Campaign& campaign;
  Patience patience = {};
  const GuestBook* guests = nullptr;  // the invited list; none: nobody is offered
  TypingField typing = {};            // Telex or VNI, and where tones stand; the field's length is the screen's
  bool keeps_slips = false;           // they go into a folder at the desk: no paper comes out
  bool prints = false;                // there is somewhere for slips to go
  std::string pin_hash = {};          // "": there is no staff corner
};

// Randomness for one turn, from a secure source.
struct Chance {
  VisitId visit;  // new_visit_id(): made before the first attempt
  ByteArray<8> code{};
  std::array<Salt, 5> salts{};
  Seed seal{};  // of the contact's sealed box
};

// When a tap happened.
struct Moment {
  std::int64_t now_ms = 0;  // of a clock that never goes back
  std::int64_t utc_us = 0;  // for people
  Chance chance;
};

// What a step asks of the world besides the journal.
namespace errand {
struct CheckPin {
  TypedText pin;
};
struct PrintSlip {};  // of the thanks that stand on the glass
struct PrintTest {};
struct ExportBundle {};
struct KeepHouse {};  // the house's settings changed: keep them for the next start
struct CloseKiosk {};
}  // namespace errand
using Errand = std::variant<errand::CheckPin, errand::PrintSlip, errand::PrintTest, errand::ExportBundle,
                            errand::KeepHouse, errand::CloseKiosk>;

struct Step {
  Visit next;
  std::optional<Append> record = {};  // for the recorder; a pledge is given once a confirmation
  std::optional<Errand> errand = {};
};

// A finger's tap.
Step advance(const Visit& visit, const Tap& tap, const Terms& terms, const Moment& moment);
// Text and keys of a hardware keyboard or of a reader that types: letters go where letters are typed, digits where
// digits are, and a line that is an invitation's code opens its guest's visit, whatever is on the glass.
Step advance_typed(const Visit& visit, std::string_view text, const Terms& terms, const Moment& moment);
enum class HardKey { enter, backspace, erase_all, left, right, home, end, escape };
Step advance_hard_key(const Visit& visit, HardKey key, const Terms& terms, const Moment& moment);
// A touch anywhere, also beside every target: somebody is there.
Visit advance_touch(const Visit& visit, std::int64_t now_ms);
// Time passes: the idle reset, the end of the thanks. Asked as often as one likes. The one thing it may order is the
// answer to a call for help that nobody waits for any more.
Step advance_time(const Visit& visit, const Terms& terms, const Moment& moment);
// The recorder answers.
Step advance_report(const Visit& visit, const Report& report, const Terms& terms, const Moment& moment);
// What the printer, the PIN's check and the export said.
Visit advance_slip(const Visit& visit, SlipState state, std::int64_t now_ms);
// `holds`: nothing when the PIN could not be checked. Whoever keeps the door's count keeps it before this is shown.
Visit advance_pin(const Visit& visit, std::optional<bool> holds, std::int64_t now_ms);
Visit advance_notice(const Visit& visit, StaffNotice notice, std::int64_t now_ms);

// The visitor of `before` is not the one of `after`: whatever else remembers what was typed must forget it now.
bool visit_ended(const Visit& before, const Visit& after);
// A screen was left on which somebody typed numbers that are shown to nobody again: what was kept to draw them must be
// forgotten now, though the visit goes on.
bool numbers_left(const Visit& before, const Visit& after);

// Seconds until the visit is forgotten, when the donor must be asked; nothing before that.
std::optional<int> idle_seconds_left(const Visit& visit, const Patience& patience, std::int64_t now_ms);
// Milliseconds without a touch after which this screen asks.
std::int64_t warning_ms_of(const Visit& visit, const Patience& patience);
// Seconds until the thanks go back to the beginning.
std::optional<int> thanks_seconds_left(const Visit& visit, const Patience& patience, std::int64_t now_ms);

enum class AmountFault { none, nothing, too_small, too_large };
AmountFault amount_fault(Money amount, const Campaign& campaign);
// Of goods: their value may be left out, but may not be larger than any pledge.
AmountFault value_fault(Money value, const Campaign& campaign);

}  // namespace mn::kiosk
