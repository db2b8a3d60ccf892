#include "backend-sync/guest_cells.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "backend-sync/columns.h"
#include "core/invitation.h"
#include "core/numbers.h"
#include "core/text.h"

namespace mn {
namespace {

constexpr std::size_t kFoundBytesMax = 120;
constexpr std::size_t kLettersAnyCell = kSheetCellBytesMax;
// Below the list's own limit, so that guests without a number still find room behind those with one.
constexpr int kOrderGivenMax = kGuestOrderMax - static_cast<int>(kGuestsMax);

// The sign at `at`, which moves past it; less than 0 when there is none.
UChar32 next_sign(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 sign = 0;
  U8_NEXT(bytes, at, text.size(), sign);
  return sign;
}

// Controls, bidi marks and the like; what is not text at all, too.
bool is_never_seen(UChar32 sign) {
  return sign < 0 || u_charType(sign) == U_FORMAT_CHAR || u_charType(sign) == U_CONTROL_CHAR ||
         u_hasBinaryProperty(sign, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

template <class T>
GuestCell<T> at_fault(GuestFaultKind kind, std::string_view found) {
  GuestCell<T> out;
  out.fault = kind;
  out.found = shown_cell(found);
  return out;
}

// The signs of a name that sanitise would leave out, other than those nobody sees: "“™” (U+2122)".
std::string signs_never_shown(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const UChar32 sign = next_sign(text, i);
    if (is_never_seen(sign) || u_isUWhiteSpace(sign) != 0) continue;
    const std::string alone = text.substr(start, i - start);
    const Result<std::string> kept = sanitise(alone);
    if (kept && !kept->empty()) continue;
    const std::string named = u_isprint(sign) != 0 && u_getCombiningClass(sign) == 0
                                  ? fmt::format("{} (U+{:04X})", alone, static_cast<unsigned>(sign))
                                  : fmt::format("U+{:04X}", static_cast<unsigned>(sign));
    if (out.find(named) != std::string::npos) continue;
    out += (out.empty() ? "" : ", ") + named;
  }
  return out;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string shown_cell(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    if (is_never_seen(next_sign(text, i))) continue;
    if (out.size() > kFoundBytesMax) return out + "…";
    out += text.substr(start, i - start);
  }
  return out;
}

GuestCell<std::string> read_name_cell(const std::string& cell) {
  const std::string text = on_one_line(cell);
  GuestCell<std::string> out;
  if (text.empty() || text == "-") return out;
  if (std::string_view("=+-@").find(text.front()) != std::string_view::npos) {
    return at_fault<std::string>(GuestFaultKind::name_is_formula, text);
  }
  if (text.find('?') != std::string::npos) return at_fault<std::string>(GuestFaultKind::name_letters_lost, text);
  const Result<std::string> clean = sanitise(text, kLettersAnyCell);
  if (!clean || *clean != text) {
    const std::string signs = signs_never_shown(text);
    if (!signs.empty()) {
      out = at_fault<std::string>(GuestFaultKind::name_signs, text);
      out.found = signs;
      return out;
    }
  }
  if (!clean || letter_count(*clean) > kNameLettersMax) {
    return at_fault<std::string>(GuestFaultKind::name_too_long, text);
  }
  out.value = *clean;
  return out;
}

GuestCell<Money> read_expected_cell(const std::string& cell, const GuestSheetOptions& options) {
  const std::string text = on_one_line(cell);
  if (text.empty() || text == "-") return {};
  const Result<Money> amount = read_amount(text);
  if (!amount) return at_fault<Money>(GuestFaultKind::amount_unreadable, text);
  if (amount->dong == 0) return {};
  if (amount->dong < 0) return at_fault<Money>(GuestFaultKind::amount_negative, text);
  if (*amount < options.amount_least || *amount > options.amount_most) {
    return at_fault<Money>(GuestFaultKind::amount_outside, text);
  }
  return {*amount, std::nullopt, ""};
}

GuestCell<std::optional<Giver>> read_group_cell(const std::string& cell) {
  const std::string text = on_one_line(cell);
  if (text.empty()) return {};
  const std::optional<Giver> group = read_group(text);
  if (!group) return at_fault<std::optional<Giver>>(GuestFaultKind::group_unknown, text);
  return {group, std::nullopt, ""};
}

GuestCell<int> read_order_cell(const std::string& cell) {
  const std::string text = on_one_line(cell);
  if (text.empty()) return {};
  int order = 0;
  if (all_digits(text) && text.size() <= 7) {
    for (const char digit : text) order = order * 10 + (digit - '0');
  }
  if (order < 1 || order > kOrderGivenMax) return at_fault<int>(GuestFaultKind::order_unreadable, text);
  return {order, std::nullopt, ""};
}

GuestCell<std::string> read_invitation_cell(const std::string& cell) {
  const std::string text = on_one_line(cell);
  if (text.empty()) return {};
  if (const std::optional<std::string> code = read_invitation(text)) return {*code, std::nullopt, ""};
  const bool begins_as_ours = invitation_key(fold(text)).starts_with(kInvitationPrefix);
  return at_fault<std::string>(
      begins_as_ours ? GuestFaultKind::invitation_check : GuestFaultKind::invitation_unreadable, text);
}

bool holds_another_guest(const std::string& cell, char separator, std::size_t separators_least) {
  std::size_t line_start = cell.find('\n');
  while (line_start != std::string::npos) {
    const std::size_t line_end = std::min(cell.find('\n', line_start + 1), cell.size());
    const std::string_view line = std::string_view(cell).substr(line_start, line_end - line_start);
    if (static_cast<std::size_t>(std::ranges::count(line, separator)) >= separators_least) return true;
    line_start = cell.find('\n', line_start + 1);
  }
  return false;
}

}  // namespace mn
