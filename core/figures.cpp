// Unlike fold(), which drops what it does not know, this refuses it: a figure must not change because a sign beside it
// was dropped.
#include "core/figures.h"

#include <array>
#include <utility>

#include "core/text.h"

namespace mn {
namespace {

constexpr std::size_t kBytesMax = 64;

// Longest first. Ð (eth) is what legacy fonts show for Đ.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> kPlain = {{
    {"đồng", "VND"}, {"Đồng", "VND"}, {"ĐỒNG", "VND"}, {"VNĐ", "VND"},  {"vnđ", "VND"},  {"Vnđ", "VND"},
    {"VNÐ", "VND"},  {"đ", "VND"},    {"Đ", "VND"},    {"Ð", "VND"},    {"₫", "VND"},    {"\u00A0", " "},
    {"\u202F", " "}, {"\u2007", " "}, {"\u2009", " "}, {"\u2002", " "}, {"\u2003", " "}, {"\u3000", " "},
    {"\u2212", "-"}, {"\uFEFF", ""},  {"\u200B", ""},
}};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

}  // namespace

std::optional<std::string> plain_figures(std::string_view text) {
  if (text.size() > kBytesMax || first_invalid_utf8(text)) return std::nullopt;
  const std::string composed = nfc(trimmed(text));
  std::string out;
  for (std::string_view rest = composed; !rest.empty();) {
    bool known = false;
    for (const auto& [written, plain] : kPlain) {
      if (!rest.starts_with(written)) continue;
      out += plain;
      rest.remove_prefix(written.size());
      known = true;
      break;
    }
    if (known) continue;
    const char c = rest.front();
    if (c < ' ' || c > '~') return std::nullopt;
    out.push_back(static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c));
    rest.remove_prefix(1);
  }
  return std::string(trimmed(out));
}

std::string shown_in_words(std::string_view text) { return nfc(text.substr(0, kBytesMax)); }

}  // namespace mn
