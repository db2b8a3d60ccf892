// Money as figures. Whole đồng all the way; floating point has no place here.
#include "core/numbers.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "core/figures.h"

namespace mn {
namespace {

constexpr std::string_view kDigits = "0123456789";

std::uint64_t magnitude(Money amount) {
  const auto bits = static_cast<std::uint64_t>(amount.dong);
  return amount.dong < 0 ? 0 - bits : bits;
}

std::string grouped_magnitude(std::uint64_t value) {
  std::string out = std::to_string(value);
  for (std::size_t i = out.size(); i > 3; i -= 3) out.insert(i - 3, ".");
  return out;
}

struct ShortUnit {
  std::uint64_t size;
  std::string_view name;
  bool decimals;
};
constexpr std::array kShortUnits = {ShortUnit{1'000'000'000, "tỷ", true}, ShortUnit{1'000'000, "triệu", true},
                                    ShortUnit{1'000, "nghìn", false}};

// "1,5" or "1.105"; nothing when two decimals are not exact.
std::optional<std::string> in_unit(std::uint64_t value, const ShortUnit& unit) {
  const std::uint64_t rest = value % unit.size;
  if (rest == 0) return grouped_magnitude(value / unit.size);
  if (!unit.decimals || rest % (unit.size / 100) != 0) return std::nullopt;
  const std::uint64_t hundredths = rest / (unit.size / 100);
  return hundredths % 10 == 0 ? fmt::format("{},{}", grouped_magnitude(value / unit.size), hundredths / 10)
                              : fmt::format("{},{:02}", grouped_magnitude(value / unit.size), hundredths);
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of(kDigits) == std::string_view::npos;
}

void trim(std::string_view& text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
}

bool take_start(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  trim(text);
  return true;
}

bool take_end(std::string_view& text, std::string_view what) {
  if (!text.ends_with(what)) return false;
  text.remove_suffix(what.size());
  trim(text);
  return true;
}

// One mention of the currency, before or after the figures.
bool take_currency(std::string_view& text) {
  for (const std::string_view name : {"VND", "DONG"}) {
    if (take_end(text, name) || take_start(text, name)) return true;
  }
  return false;
}

bool append_digits(std::uint64_t& value, std::string_view digits) {
  for (const char digit : digits) {
    if (__builtin_mul_overflow(value, std::uint64_t{10}, &value) ||
        __builtin_add_overflow(value, static_cast<std::uint64_t>(digit - '0'), &value)) {
      return false;
    }
  }
  return true;
}

using Reading = Result<std::uint64_t>;

Reading refused(std::string words) { return Failure{Cause::bad_input, std::move(words)}; }

Reading whole(std::string_view digits) {
  std::uint64_t value = 0;
  if (!append_digits(value, digits)) return refused("too large");
  return value;
}

// Excel's scientific form: "1E+06", "1.5E+06", "1,5E+06". In it a separator can only be the decimal one.
Reading read_scientific(std::string_view mantissa, std::string_view exponent) {
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  if (!all_digits(exponent) || exponent.size() > 2) return refused("expected digits after E");
  std::size_t zeros = 0;
  for (const char digit : exponent) zeros = zeros * 10 + static_cast<std::size_t>(digit - '0');

  const std::size_t point = mantissa.find_first_of(".,");
  const std::string_view head = mantissa.substr(0, point);
  std::string_view decimals = point == std::string_view::npos ? std::string_view() : mantissa.substr(point + 1);
  if (head.size() != 1 || !all_digits(head) || (point != std::string_view::npos && !all_digits(decimals))) {
    return refused("expected one digit, and perhaps decimals, before E");
  }
  while (decimals.ends_with('0')) decimals.remove_suffix(1);
  if (decimals.size() > zeros) return refused("not a whole đồng");
  // Excel shows six digits of a longer number: the zeros may hide others.
  if (decimals.size() >= 5 && decimals.size() < zeros) return refused("rounded by a spreadsheet");
  std::uint64_t value = 0;
  if (!append_digits(value, head) || !append_digits(value, decimals) ||
      !append_digits(value, std::string(zeros - decimals.size(), '0'))) {
    return refused("too large");
  }
  return value;
}

// Digits in groups of three by one separator, perhaps ending in ",00" or ".00" by the other.
Reading read_grouped(std::string_view text) {
  const char separator = text[text.find_first_not_of(kDigits)];
  std::string_view groups = text;
  const std::size_t other = text.find_first_of(separator == '.' ? ", " : separator == ',' ? ". " : ".,");
  if (other != std::string_view::npos) {
    const std::string_view decimals = text.substr(other + 1);
    if (text[other] == ' ' || decimals.size() != 2 || !all_digits(decimals)) return refused("separators are mixed");
    if (decimals != "00") return refused("not a whole đồng");
    groups = text.substr(0, other);
  }
  std::string digits;
  for (std::size_t start = 0; start <= groups.size();) {
    const std::size_t end = std::min(groups.find(separator, start), groups.size());
    const std::string_view group = groups.substr(start, end - start);
    const bool first = start == 0;
    if (!all_digits(group) || (first ? group.size() > 3 || group.starts_with('0') : group.size() != 3)) {
      return refused("figures are not in groups of three");
    }
    digits += group;
    start = end + 1;
  }
  return whole(digits);
}

Reading read_figures(std::string_view text) {
  if (text == "0,00" || text == "0.00")
    return std::uint64_t{0};  // an empty column of a statement; nothing else it could be
  if (const std::size_t e = text.find('E'); e != std::string_view::npos) {
    return read_scientific(text.substr(0, e), text.substr(e + 1));
  }
  if (text.empty() || text.find_first_not_of("0123456789., ") != std::string_view::npos) return refused("not a number");
  if (!all_digits(text)) return read_grouped(text);
  if (text.size() > 1 && text.starts_with('0')) return refused("an amount does not begin with 0");
  return whole(text);
}

Failure not_an_amount(std::string_view text, std::string_view why) {
  return Failure{Cause::bad_input, fmt::format("not an amount in whole đồng: \"{}\" ({})", shown_in_words(text), why)};
}

}  // namespace

std::string grouped(Money amount) { return (amount.dong < 0 ? "-" : "") + grouped_magnitude(magnitude(amount)); }

std::string grouped_dong(Money amount) { return grouped(amount) + " đồng"; }

std::string short_amount(Money amount) {
  const std::uint64_t value = magnitude(amount);
  for (const ShortUnit& unit : kShortUnits) {
    if (value < unit.size) continue;
    // "2.277 nghìn" is no shorter to read than "2.277.000".
    if (!unit.decimals && value >= 1'000'000) break;
    if (const auto figures = in_unit(value, unit))
      return fmt::format("{}{} {}", amount.dong < 0 ? "-" : "", *figures, unit.name);
  }
  return grouped(amount);
}

Result<Money> read_amount(std::string_view text) {
  const std::optional<std::string> plain = plain_figures(text);
  if (!plain) return not_an_amount(text, "not a number");
  std::string_view rest = *plain;
  bool has_currency = take_currency(rest);
  const bool in_brackets = rest.starts_with('(') && rest.ends_with(')') && rest.size() >= 2;
  bool negative = in_brackets;
  if (in_brackets) {
    rest = rest.substr(1, rest.size() - 2);
    trim(rest);
  } else if (take_start(rest, "-")) {
    negative = true;
  } else {
    take_start(rest, "+");
  }
  if (!has_currency) has_currency = take_currency(rest);

  const Reading value = read_figures(rest);
  if (!value.ok()) return not_an_amount(text, value.failure().words);
  if (*value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
    return not_an_amount(text, "too large");
  const auto dong = static_cast<std::int64_t>(*value);
  return Money{negative ? -dong : dong};
}

}  // namespace mn
