// The screens of a visit: one struct a screen, holding what it needs and nothing more, so that the last visitor is
// forgotten by construction.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/choices.h"
#include "kiosk/keyboard.h"
#include "kiosk/recording.h"
#include "kiosk/staff_desk.h"

namespace mn::kiosk {

struct Attract {
  bool operator==(const Attract&) const = default;
};
struct Amount {
  Choices chosen;
  bool operator==(const Amount&) const = default;
};
struct Keypad {
  Choices chosen;
  Money typed;
  bool operator==(const Keypad&) const = default;
};
struct LargeCheck {
  Choices chosen;
  Money asked;  // not chosen before the donor says that the zeros are right
  bool operator==(const LargeCheck&) const = default;
};

// Goods in kind: what, how many, what they are worth. The choices hold goods on all three.
struct GoodsWhat {
  Choices chosen;
  Typing typing;
  bool operator==(const GoodsWhat&) const = default;
};
struct GoodsCount {
  Choices chosen;
  bool operator==(const GoodsCount&) const = default;
};
struct GoodsValue {
  Choices chosen;
  bool operator==(const GoodsValue&) const = default;
};

struct Who {
  Choices chosen;
  bool operator==(const Who&) const = default;
};
// The name; for organisations with those of the invited list that begin so.
inline constexpr std::size_t kOffersMost = 4;
struct Name {
  Choices chosen;
  Typing typing;
  std::vector<std::size_t> offers = {};  // places in the invited list, best first
  bool operator==(const Name&) const = default;
};

struct Review {
  Choices chosen;
  bool operator==(const Review&) const = default;
};
// Each of these is asked only by somebody who touched its line on the review.
struct WayOfGiving {
  Choices chosen;
  bool operator==(const WayOfGiving&) const = default;
};
struct PayOn {
  Choices chosen;
  LocalTime today;  // the first day that can be chosen
  LocalTime last;
  int month = 0;  // shown, counted from today's
  bool operator==(const PayOn&) const = default;
};
struct Purpose {
  Choices chosen;
  bool operator==(const Purpose&) const = default;
};
struct Message {
  Choices chosen;
  Typing typing;
  bool operator==(const Message&) const = default;
};
// Digits only, no keyboard. What is typed here stays here: leaving forgets it or seals it.
enum class ContactField { phone, tax_code };
struct ContactForm {
  Choices chosen;
  TypedText phone = {};     // digits, at most kPhoneDigitsMax
  TypedText tax_code = {};  // digits, at most kTaxDigitsMax
  ContactField field = ContactField::phone;
  bool keep = false;   // consent; never ticked beforehand
  bool asked = false;  // "go on" was touched with something missing: say what
  bool operator==(const ContactForm&) const = default;
};
inline constexpr std::size_t kPhoneDigitsMax = 14;  // 0084 and nine more, with one to spare
inline constexpr std::size_t kTaxDigitsMax = 13;

struct Recording {
  Choices chosen;
  VisitId visit;
  PledgeCode code;
  bool operator==(const Recording&) const = default;
};
// The slip on paper, as far as this donor is concerned.
enum class SlipState { none, printing, printed, no_paper, trouble };
struct Thanks {
  Thanks(const Kept& journal_has, const Choices& given, std::int64_t made_at_utc_us)
      : kept(journal_has), chosen(given), utc_us(made_at_utc_us) {}
  Kept kept;
  Choices chosen;  // to thank by, and for the slip
  std::int64_t utc_us = 0;
  SlipState slip = SlipState::none;
  bool operator==(const Thanks&) const = default;
};
struct Resting {
  std::optional<VisitId> visit;    // whose outcome is not known
  std::optional<PledgeCode> code;  // its code, for the reception desk
  Choices chosen = {};
  std::int64_t utc_us = 0;
  bool operator==(const Resting&) const = default;
};

// For staff, behind a long press and a PIN.
struct StaffPin {
  TypedText pin;       // digits
  bool wrong = false;  // the one before it was
  bool operator==(const StaffPin&) const = default;
};
struct Staff {
  StaffNotice notice = StaffNotice::none;
  bool operator==(const Staff&) const = default;
};

using Screen =
    std::variant<Attract, Amount, Keypad, LargeCheck, GoodsWhat, GoodsCount, GoodsValue, Who, Name, Review, WayOfGiving,
                 PayOn, Purpose, Message, ContactForm, Recording, Thanks, Resting, StaffPin, Staff>;

// What the donor of this screen chose; nullptr where nobody is choosing (thanks and rests included).
const Choices* choices_of(const Screen& screen);
// Where on the way a screen is: 0 gift, 1 who, 2 name, 3 review; nothing for the others.
std::optional<int> trail_place(const Screen& screen);
// Whether somebody types letters there: they are given more time.
bool is_for_typing(const Screen& screen);
// The screen's name, for pictures, for the journal's calls, and for those who drive the glass from outside.
std::string_view screen_name(const Screen& screen);

}  // namespace mn::kiosk
