// The two papers of receipt printers, and how large a slip's words are on each. Sizes in dots of 203 dpi (8 a mm).
// Measured (tests/printing/letters_test.cpp): below 22 dots the hook, the acute and the grave of Vietnamese differ by
// one or two dots only, and in light weights more often.
#pragma once

#include <optional>

namespace mn::printing {

inline constexpr double kDotsPerInch = 203;

// Where a label stands to its value.
enum class Labels { beside, above };

struct Paper {
  int width_mm = 80;     // of the roll
  int width_dots = 576;  // that can be printed on
  int pad = 10;          // kept white on either side of what can be printed on
  int gap = 22;          // between parts
  Labels labels = Labels::beside;
  int emblem = 112;
  double fund = 29, campaign = 24, title = 39, small = 23;
  double code = 72, amount = 52, body = 26, label = 22, heading = 26, note = 26, thanks = 31;
  int transfer_module = 6, receipt_module = 4;  // dots; fewer when a payload is long
};

inline std::optional<Paper> paper_of(int width_mm) {
  if (width_mm == 80) return Paper{};
  if (width_mm != 58) return std::nullopt;
  Paper narrow;
  narrow.width_mm = 58;
  narrow.width_dots = 384;
  narrow.pad = 6;
  narrow.gap = 18;
  narrow.labels = Labels::above;
  narrow.emblem = 88;
  narrow.fund = 26, narrow.campaign = 22, narrow.title = 29, narrow.small = 22;
  narrow.code = 50, narrow.amount = 40, narrow.body = 26, narrow.label = 22, narrow.heading = 24, narrow.note = 24;
  narrow.thanks = 26;
  narrow.transfer_module = 7, narrow.receipt_module = 4;
  return narrow;
}

}  // namespace mn::printing
