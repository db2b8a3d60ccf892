// What numbers.cpp and dates.cpp share: cells of statements as plain ASCII, before any figure is read. Not for other
// rooms.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mn {

// ASCII capitals, trimmed: every kind of space between figures is ' ', the minus sign '-', "đ", "₫", "VNĐ" and "đồng"
// are "VND". Line breaks and tabs only at the ends. Nothing when anything else than ASCII is left, or when the text is
// longer than 64 bytes: no amount or date is.
std::optional<std::string> plain_figures(std::string_view text);

// The text for the words of a failure: valid UTF-8, of its first 64 bytes.
std::string shown_in_words(std::string_view text);

}  // namespace mn
