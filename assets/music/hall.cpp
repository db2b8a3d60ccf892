// Eight delays that feed one another (Jot and Chaigne, 1991): each loses what its length asks for, the high notes
// sooner.
#include "assets/music/hall.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "assets/music/instruments.h"
#include "assets/music/resonator.h"

namespace mn::music {
namespace {

constexpr std::size_t kLines = 8;
constexpr double kFirstSeconds = 0.019;  // until the first wall answers

struct Line {
  std::vector<double> kept;
  std::size_t at = 0;
  double loss = 0;
  double dull = 0;  // the last value, for what walls swallow
};

// Blurs what goes in, so that a stroke comes back as a cloud and not as eight echoes.
struct Blur {
  explicit Blur(double seconds) : kept(samples_in(seconds), 0.0) {}
  double next(double value) {
    constexpr double kShare = 0.6;
    const double old = kept[at];
    const double into = value + kShare * old;
    kept[at] = into;
    at = (at + 1) % kept.size();
    return old - kShare * into;
  }
  std::vector<double> kept;
  std::size_t at = 0;
};

double delayed(std::span<const float> side, std::size_t at, std::size_t by) {
  return at < by ? 0 : double{side[at - by]};
}

}  // namespace

void add_hall(const Hall& hall, std::span<float> left, std::span<float> right) {
  constexpr std::array<double, kLines> kSeconds{0.0297, 0.0371, 0.0411, 0.0437, 0.0533, 0.0617, 0.0689, 0.0761};
  std::array<Line, kLines> lines;
  for (std::size_t line = 0; line < kLines; ++line) {
    lines[line].kept.assign(samples_in(kSeconds[line]) | 1U, 0.0);
    lines[line].loss = std::pow(10.0, -3.0 * kSeconds[line] / hall.seconds);
  }
  std::array<Blur, 4> blurs{Blur(0.0047), Blur(0.0113), Blur(0.0053), Blur(0.0127)};
  const std::size_t first = samples_in(kFirstSeconds);
  constexpr double kDull = 0.42;
  constexpr double kAnswer = 0.35;  // eight answers together are about as loud as what was played

  // The first walls answer to what was played, not to what they answered before.
  const std::vector<float> dry_left(left.begin(), left.end());
  const std::vector<float> dry_right(right.begin(), right.end());
  for (std::size_t at = 0; at < left.size(); ++at) {
    const double from_left = blurs[1].next(blurs[0].next(delayed(dry_left, at, first)));
    const double from_right = blurs[3].next(blurs[2].next(delayed(dry_right, at, first)));
    std::array<double, kLines> back{};
    double sum = 0;
    for (std::size_t line = 0; line < kLines; ++line) {
      Line& one = lines[line];
      one.dull += (1 - kDull) * (one.kept[one.at] - one.dull);
      back[line] = one.loss * one.dull;
      sum += back[line];
    }
    double out_left = 0;
    double out_right = 0;
    for (std::size_t line = 0; line < kLines; ++line) {
      Line& one = lines[line];
      one.kept[one.at] = (line % 2 == 0 ? from_left : from_right) + back[line] - 2.0 / kLines * sum;
      one.at = (one.at + 1) % one.kept.size();
      const double sign = line % 4 < 2 ? 1 : -1;
      (line % 2 == 0 ? out_left : out_right) += sign * back[line];
    }
    const double answered = kAnswer * hall.share;
    left[at] = static_cast<float>((1 - hall.share) * double{dry_left[at]} + answered * out_left);
    right[at] = static_cast<float>((1 - hall.share) * double{dry_right[at]} + answered * out_right);
  }
}

}  // namespace mn::music
