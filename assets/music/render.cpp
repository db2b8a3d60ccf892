#include "assets/music/render.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "assets/music/notation.h"
#include "assets/music/resonator.h"
#include "core/check.h"

namespace mn::music {
namespace {

constexpr double kEndFadeShare = 0.22;  // of a piece, into silence; at most
constexpr double kEndFadeSecondsMost = 1.8;
constexpr double kRestHertz = 32;  // nothing below: the cone rests in the middle

void place(Sides& sides, const Placed& placed) {
  const std::vector<float> samples = played(placed.instrument, placed.note);
  const double angle = (placed.place + 1) * std::numbers::pi / 4;
  const auto left = static_cast<float>(std::cos(angle));
  const auto right = static_cast<float>(std::sin(angle));
  const std::size_t begin = samples_in(placed.at_seconds);
  for (std::size_t at = 0; at < samples.size() && begin + at < sides[0].size(); ++at) {
    sides[0][begin + at] += left * samples[at];
    sides[1][begin + at] += right * samples[at];
  }
}

void rest_in_the_middle(std::vector<float>& side) {
  const double keep = std::exp(-kTurn * kRestHertz / kSamplesASecond);
  for (int round = 0; round < 2; ++round) {
    double before = 0;
    double out = 0;
    for (float& sample : side) {
      out = keep * (out + double{sample} - before);
      before = double{sample};
      sample = static_cast<float>(out);
    }
  }
}

void bring_to_loudness(Sides& sides, const Piece& piece) {
  const double decibels = std::min(piece.lufs - loudness_of(piece, sides), kPeakMostDbfs - true_peak(sides));
  const auto gain = static_cast<float>(std::pow(10.0, decibels / 20));
  for (std::vector<float>& side : sides) {
    for (float& sample : side) sample *= gain;
  }
}

}  // namespace

Sides rendered(const Piece& piece) {
  const std::size_t length = samples_in(piece.seconds);
  Sides sides(2, std::vector<float>(length));
  for (const Line& line : piece.lines) {
    for (const Placed& placed : read_line(line, piece.tempo)) place(sides, placed);
  }
  add_hall(piece.hall, sides[0], sides[1]);
  if (piece.sides == 1) {
    for (std::size_t at = 0; at < length; ++at) sides[0][at] = 0.5F * (sides[0][at] + sides[1][at]);
    sides.pop_back();
  }
  for (std::vector<float>& side : sides) {
    rest_in_the_middle(side);
    close_softly(side, std::min(kEndFadeSecondsMost, kEndFadeShare * piece.seconds));
  }
  bring_to_loudness(sides, piece);
  return sides;
}

double loudness_of(const Piece& piece, Sides sides) {
  if (sides.size() == 1) sides.push_back(sides[0]);
  return piece.measured == Measured::moment ? loudest_moment(sides) : loudness(sides);
}

std::vector<std::uint8_t> wave_file(const Sides& sides) {
  MN_CHECK(!sides.empty(), "a file has a side");
  std::vector<std::uint8_t> out;
  const auto word = [&](std::string_view text) {
    for (const char letter : text) out.push_back(static_cast<std::uint8_t>(letter));
  };
  const auto number = [&](std::size_t value, int bytes) {
    for (int byte = 0; byte < bytes; ++byte) out.push_back(static_cast<std::uint8_t>(value >> (8 * byte)));
  };
  const std::size_t frame = sides.size() * 2;
  const std::size_t size = sides[0].size() * frame;
  word("RIFF");
  number(36 + size, 4);
  word("WAVE");
  word("fmt ");
  number(16, 4);
  number(1, 2);
  number(sides.size(), 2);
  number(kSamplesASecond, 4);
  number(kSamplesASecond * frame, 4);
  number(frame, 2);
  number(16, 2);
  word("data");
  number(size, 4);
  for (std::size_t at = 0; at < sides[0].size(); ++at) {
    for (const std::vector<float>& side : sides) {
      const long value = std::lround(std::clamp(double{side[at]}, -1.0, 1.0) * 32767);
      number(static_cast<std::size_t>(static_cast<std::uint16_t>(static_cast<std::int16_t>(value))), 2);
    }
  }
  return out;
}

}  // namespace mn::music
