// The language of receipt printers, ESC/POS, as values: a bitmap becomes bytes, answers of a printer become words. Does
// no I/O. The printer's own letters and code pages are never used.
// Source: Epson ESC/POS command reference (ESC @, GS v 0, ESC d, GS V, DLE EOT, DLE DC4, GS r).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/bytes.h"
#include "kiosk/printing/bitmap.h"
#include "kiosk/printing/outcome.h"

namespace mn::printing {

inline constexpr int kBandLinesMax = 128;  // of one GS v 0; small printers have buffers of a few kilobytes

enum class Ending { cut, feed };  // feed to the cutter and cut partly; or feed so far that a hand can tear

// The whole job: ESC @, the bitmap in bands of at most kBandLinesMax lines, the ending. No three bytes of the picture
// are a real-time command (DLE EOT, DLE ENQ, DLE DC4): printers obey those even inside a picture, so a dot is added
// where one would arise.
Bytes escpos_job(const Bitmap& bitmap, Ending ending);

// DLE EOT n, n = 1 printer, 2 why off-line, 3 error, 4 paper: obeyed at once, whatever is being printed.
enum class Question : std::uint8_t { printer = 1, offline = 2, error = 3, paper = 4 };
Bytes ask(Question question);
// An answer to DLE EOT has bits 1 and 4 set, bits 0 and 7 clear.
bool is_answer(std::uint8_t byte);

// GS r 1: answered, in its turn, when everything sent before it has been printed; bits 4 and 7 clear.
Bytes ask_when_done();
bool is_done_answer(std::uint8_t byte);

// DLE DC4 8: what the printer still holds is thrown away, so that one donor's slip does not come out for the next.
Bytes forget_job();

// The answers that came, by question.
struct Answers {
  std::optional<std::uint8_t> printer, offline, error, paper;
  bool any() const { return printer || offline || error || paper; }
};
// ready, paper_out or jam_or_offline, with words. No answer at all is ready too: many printers never answer.
PrintReport judge(const Answers& answers);

}  // namespace mn::printing
