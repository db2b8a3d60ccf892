#include "core/phone.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/check.h"

namespace mn {
namespace {

using std::string_view_literals::operator""sv;

// The three first digits of mobile numbers, by operator. 052, 055 and 087 are newer; taking a number too many costs
// nobody anything.
constexpr std::array kMobile = {
    "032"sv, "033"sv, "034"sv, "035"sv, "036"sv, "037"sv, "038"sv, "039"sv, "086"sv, "096"sv,
    "097"sv, "098"sv, "081"sv, "082"sv, "083"sv, "084"sv, "085"sv, "088"sv, "091"sv, "094"sv,  // VinaPhone
    "070"sv, "076"sv, "077"sv, "078"sv, "079"sv, "089"sv, "090"sv, "093"sv,                    // MobiFone
    "052"sv, "056"sv, "058"sv, "092"sv, "059"sv, "099"sv, "087"sv, "055"sv};                   // the smaller ones

// Area codes, complete: Lạng Sơn is 0205. Hà Nội and Hồ Chí Minh City have two digits and longer numbers behind.
constexpr std::array kAreas = {
    "0203"sv, "0204"sv, "0205"sv, "0206"sv, "0207"sv, "0208"sv, "0209"sv, "0210"sv, "0211"sv, "0212"sv, "0213"sv,
    "0214"sv, "0215"sv, "0216"sv, "0218"sv, "0219"sv, "0220"sv, "0221"sv, "0222"sv, "0225"sv, "0226"sv, "0227"sv,
    "0228"sv, "0229"sv, "0232"sv, "0233"sv, "0234"sv, "0235"sv, "0236"sv, "0237"sv, "0238"sv, "0239"sv, "024"sv,
    "0251"sv, "0252"sv, "0254"sv, "0255"sv, "0256"sv, "0257"sv, "0258"sv, "0259"sv, "0260"sv, "0261"sv, "0262"sv,
    "0263"sv, "0269"sv, "0270"sv, "0271"sv, "0272"sv, "0273"sv, "0274"sv, "0275"sv, "0276"sv, "0277"sv, "028"sv,
    "0290"sv, "0291"sv, "0292"sv, "0293"sv, "0294"sv, "0296"sv, "0297"sv, "0299"sv};

// The switch of 2018: four digits became three.
struct Moved {
  std::string_view before;
  std::string_view now;
};
constexpr std::array kMoved = {Moved{"0120", "070"}, Moved{"0121", "079"}, Moved{"0122", "077"}, Moved{"0126", "076"},
                               Moved{"0128", "078"}, Moved{"0123", "083"}, Moved{"0124", "084"}, Moved{"0125", "085"},
                               Moved{"0127", "081"}, Moved{"0129", "082"}, Moved{"0162", "032"}, Moved{"0163", "033"},
                               Moved{"0164", "034"}, Moved{"0165", "035"}, Moved{"0166", "036"}, Moved{"0167", "037"},
                               Moved{"0168", "038"}, Moved{"0169", "039"}, Moved{"0186", "056"}, Moved{"0188", "058"},
                               Moved{"0199", "059"}};

// What a number of this beginning would be; `prefix` is the part that says so.
enum class Sort { mobile, land_line, moved, none };
struct Beginning {
  Sort sort = Sort::none;
  std::string_view prefix;
};

// One begins with the other: the number is of this prefix, or may still become so.
bool agree(std::string_view digits, std::string_view prefix) {
  return digits.starts_with(prefix) || prefix.starts_with(digits);
}

Beginning beginning_of(std::string_view digits) {
  for (const std::string_view prefix : kMobile) {
    if (agree(digits, prefix)) return {Sort::mobile, prefix};
  }
  for (const std::string_view prefix : kAreas) {
    if (agree(digits, prefix)) return {Sort::land_line, prefix};
  }
  for (const Moved& moved : kMoved) {
    if (agree(digits, moved.before)) return {Sort::moved, moved.before};
  }
  return {};
}

// What was typed, with a leading 0 for the country. The place holds more than any number has; a longer one stays too
// long.
struct Typed {
  PrivateNumber digits;
  bool needs_more = false;  // "+", "8", "+8", "00", "008": the country's code is not whole yet
  bool abroad = false;      // another country's
};
constexpr std::size_t kDigitsKept = 24;

Typed without_country(const PrivateNumber& all, std::string_view code) {
  const std::string_view digits = all.view();
  if (digits.size() <= code.size() && code.starts_with(digits)) return {{}, true, false};
  if (!digits.starts_with(code)) return {all, false, true};
  Typed out;
  if (digits[code.size()] != '0') out.digits.append("0");
  out.digits.append(digits.substr(code.size()));
  return out;
}

// Nothing when a sign is no part of a number.
std::optional<Typed> digits_of(std::string_view typed) {
  PrivateNumber digits;
  bool plus = false;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const char sign = typed[i];
    if (sign >= '0' && sign <= '9') {
      if (digits.size() < kDigitsKept) digits.append(typed.substr(i, 1));
    } else if (sign == '+' && digits.empty() && !plus) {
      plus = true;
    } else if (sign != ' ' && sign != '.' && sign != '-' && sign != '(' && sign != ')') {
      return std::nullopt;
    }
  }
  // Every national number begins with 0, so an 8 at the start is the country's code without its plus.
  if (plus || digits.view().starts_with('8')) return without_country(digits, "84");
  if (digits.view().starts_with("00")) return without_country(digits, "0084");
  return Typed{digits, false, false};
}

// A number in three groups: the operator's or the area's digits, those that a masked number hides, the last ones.
std::array<std::string_view, 3> groups_of(std::string_view phone) {
  MN_CHECK(read_phone(phone).fault == PhoneFault::ok, "a phone number that is shown was read before");
  const auto area =
      std::find_if(kAreas.begin(), kAreas.end(), [&](std::string_view a) { return phone.starts_with(a); });
  const std::size_t first = area == kAreas.end() ? 4 : area->size();
  const std::size_t middle = area == kAreas.end() ? 3 : 4;
  return {phone.substr(0, first), phone.substr(first, middle), phone.substr(first + middle)};
}

}  // namespace

PhoneReading read_phone(std::string_view typed) {
  const auto fault = [](PhoneFault what) { return PhoneReading{what, {}, {}}; };
  const std::optional<Typed> read = digits_of(typed);
  if (!read) return fault(PhoneFault::wrong_sign);
  if (read->needs_more) return fault(PhoneFault::too_short);
  if (read->abroad) return fault(PhoneFault::wrong_prefix);
  const std::string_view digits = read->digits.view();
  if (digits.empty()) return fault(PhoneFault::empty);
  const Beginning beginning = beginning_of(digits);
  if (beginning.sort == Sort::none) return fault(PhoneFault::wrong_prefix);
  const std::size_t whole = beginning.sort == Sort::mobile ? kMobileDigits : kLandLineDigits;
  if (digits.size() < whole) return fault(PhoneFault::too_short);
  if (digits.size() > whole) return fault(PhoneFault::too_long);
  if (beginning.sort != Sort::moved) return {PhoneFault::ok, read->digits, {}};
  PhoneReading old{PhoneFault::old_number, {}, {}};
  const auto moved =
      std::find_if(kMoved.begin(), kMoved.end(), [&](const Moved& row) { return row.before == beginning.prefix; });
  old.offered.append(moved->now);
  old.offered.append(digits.substr(moved->before.size()));
  return old;
}

PrivateNumber phone_for_people(std::string_view phone) {
  const std::array<std::string_view, 3> groups = groups_of(phone);
  PrivateNumber out(groups[0]);
  for (const std::string_view group : {groups[1], groups[2]}) {
    out.append(" ");
    out.append(group);
  }
  return out;
}

std::string phone_masked(std::string_view phone) {
  const std::array<std::string_view, 3> groups = groups_of(phone);
  std::string out(groups[0]);
  out += ' ';
  for (std::size_t i = 0; i < groups[1].size(); ++i) out += "•";
  out += ' ';
  return out += groups[2];
}

}  // namespace mn
