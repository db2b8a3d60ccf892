#include "kiosk/printing/escpos.h"

#include <algorithm>

#include "core/check.h"

namespace mn::printing {
namespace {

constexpr std::uint8_t kDle = 0x10;
constexpr std::uint8_t kEsc = 0x1b;
constexpr std::uint8_t kGs = 0x1d;
constexpr std::uint8_t kTearFeedLines = 5;

void add(Bytes& out, std::initializer_list<int> bytes) {
  for (const int byte : bytes) out.push_back(static_cast<std::uint8_t>(byte));
}

// DLE with one of these after it is obeyed wherever it stands.
bool begins_command(std::uint8_t after_dle) { return after_dle == 0x04 || after_dle == 0x05 || after_dle == 0x14; }

void add_band(Bytes& out, const Bitmap& bitmap, int first, int lines) {
  const std::size_t bytes = bitmap.row_bytes();
  add(out, {kGs, 'v', '0', 0, static_cast<int>(bytes & 0xff), static_cast<int>(bytes >> 8), lines & 0xff, lines >> 8});
  const auto from = bitmap.rows.begin() + static_cast<std::ptrdiff_t>(bytes) * first;
  const std::size_t start = out.size();
  out.insert(out.end(), from, from + static_cast<std::ptrdiff_t>(bytes) * lines);
  for (std::size_t i = start; i + 1 < out.size(); ++i) {
    if (out[i] == kDle && begins_command(out[i + 1])) out[i] |= 1;
  }
}

bool has(const std::optional<std::uint8_t>& answer, int bits) { return answer && (*answer & bits) != 0; }

}  // namespace

Bytes escpos_job(const Bitmap& bitmap, Ending ending) {
  MN_CHECK(bitmap.width_dots % 8 == 0, "a bitmap's rows are whole bytes");
  MN_CHECK(bitmap.rows.size() == bitmap.row_bytes() * static_cast<std::size_t>(bitmap.height_dots), "rows are whole");
  Bytes out;
  add(out, {kEsc, '@'});
  for (int first = 0; first < bitmap.height_dots; first += kBandLinesMax) {
    add_band(out, bitmap, first, std::min(kBandLinesMax, bitmap.height_dots - first));
  }
  switch (ending) {
    case Ending::cut:
      add(out, {kGs, 'V', 66, 0});
      break;
    case Ending::feed:
      add(out, {kEsc, 'd', kTearFeedLines});
      break;
  }
  return out;
}

Bytes ask(Question question) { return {kDle, 0x04, static_cast<std::uint8_t>(question)}; }
bool is_answer(std::uint8_t byte) { return (byte & 0x93) == 0x12; }

Bytes ask_when_done() { return {kGs, 'r', 1}; }
bool is_done_answer(std::uint8_t byte) { return (byte & 0x90) == 0; }

Bytes forget_job() { return {kDle, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8}; }

PrintReport judge(const Answers& answers) {
  if (has(answers.paper, 0x60) || has(answers.offline, 0x20)) {
    return {PrintOutcome::paper_out, "the printer says: no paper"};
  }
  if (has(answers.offline, 0x04)) return {PrintOutcome::jam_or_offline, "the printer says: its cover is open"};
  if (has(answers.error, 0x08)) return {PrintOutcome::jam_or_offline, "the printer says: its cutter is jammed"};
  if (has(answers.error, 0x20)) {
    return {PrintOutcome::jam_or_offline, "the printer says: an error that only switching it off and on can end"};
  }
  if (has(answers.error, 0x40))
    return {PrintOutcome::jam_or_offline, "the printer says: its head is too hot; it waits"};
  if (has(answers.error, 0x04) || has(answers.offline, 0x40)) {
    return {PrintOutcome::jam_or_offline, "the printer says: an error"};
  }
  if (has(answers.printer, 0x08)) return {PrintOutcome::jam_or_offline, "the printer says: off-line"};
  if (has(answers.paper, 0x0c)) return {PrintOutcome::ready, "the printer is ready; its paper is nearly at the end"};
  if (!answers.any()) return {PrintOutcome::ready, "the printer takes data and tells nothing about itself"};
  return {PrintOutcome::ready, "the printer is ready"};
}

}  // namespace mn::printing
