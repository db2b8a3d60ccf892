#include "assets/music/loudness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace mn::music {
namespace {

constexpr std::size_t kBlock = 19'200;  // 400 ms
constexpr std::size_t kStep = 4'800;    // a new one every 100 ms
constexpr double kNothing = -70;

// BS.1770-4, tables 1 and 2.
struct Biquad {
  std::array<double, 3> in;
  std::array<double, 2> back;
};
constexpr Biquad kHead{{1.53512485958697, -2.69169618940638, 1.19839281085285}, {-1.69065929318241, 0.73248077421585}};
constexpr Biquad kLow{{1.0, -2.0, 1.0}, {-1.99004745483398, 0.99007225036621}};

std::vector<double> filtered(const std::vector<double>& samples, const Biquad& filter) {
  std::vector<double> out(samples.size());
  for (std::size_t at = 0; at < samples.size(); ++at) {
    const auto in = [&](std::size_t ago) { return at >= ago ? samples[at - ago] : 0.0; };
    const auto gone = [&](std::size_t ago) { return at >= ago ? out[at - ago] : 0.0; };
    out[at] = filter.in[0] * in(0) + filter.in[1] * in(1) + filter.in[2] * in(2) - filter.back[0] * gone(1) -
              filter.back[1] * gone(2);
  }
  return out;
}

double lufs(double power) { return power <= 0 ? kNothing : -0.691 + 10 * std::log10(power); }

// The power of each block, both sides together. A sound shorter than one block lies in silence.
std::vector<double> blocks(const Sides& sides) {
  std::vector<double> powers;
  for (const std::vector<float>& side : sides) {
    std::vector<double> samples(side.begin(), side.end());
    samples.resize(std::max(samples.size(), kBlock));
    samples = filtered(filtered(samples, kHead), kLow);
    const std::size_t count = (samples.size() - kBlock) / kStep + 1;
    powers.resize(std::max(powers.size(), count));
    for (std::size_t block = 0; block < count; ++block) {
      double sum = 0;
      for (std::size_t at = 0; at < kBlock; ++at) sum += samples[block * kStep + at] * samples[block * kStep + at];
      powers[block] += sum / static_cast<double>(kBlock);
    }
  }
  return powers;
}

double mean_above(const std::vector<double>& powers, double floor_lufs) {
  double sum = 0;
  int count = 0;
  for (const double power : powers) {
    if (lufs(power) <= floor_lufs) continue;
    sum += power;
    ++count;
  }
  return count == 0 ? 0 : sum / count;
}

}  // namespace

double loudness(const Sides& sides) {
  const std::vector<double> powers = blocks(sides);
  const double roughly = lufs(mean_above(powers, kNothing));
  return std::max(kNothing, lufs(mean_above(powers, std::max(kNothing, roughly - 10))));
}

double loudest_moment(const Sides& sides) {
  const std::vector<double> powers = blocks(sides);
  return powers.empty() ? kNothing : std::max(kNothing, lufs(*std::max_element(powers.begin(), powers.end())));
}

double true_peak(const Sides& sides) {
  constexpr int kTaps = 12;  // on each side
  double most = 1e-9;
  for (const std::vector<float>& side : sides) {
    const auto size = static_cast<std::ptrdiff_t>(side.size());
    for (std::ptrdiff_t at = 0; at < size; ++at) {
      most = std::max(most, std::abs(double{side[static_cast<std::size_t>(at)]}));
      // Between two samples there is more than at either only near a crest.
      if (std::abs(side[static_cast<std::size_t>(at)]) < 0.7 * most) continue;
      for (const double part : {0.25, 0.5, 0.75}) {
        double value = 0;
        for (std::ptrdiff_t tap = std::max<std::ptrdiff_t>(0, at - kTaps); tap < std::min(size, at + kTaps); ++tap) {
          const double away = static_cast<double>(tap - at) - part;
          const double window = 0.5 + 0.5 * std::cos(std::numbers::pi * away / (kTaps + 1));
          value += double{side[static_cast<std::size_t>(tap)]} * window * std::sin(std::numbers::pi * away) /
                   (std::numbers::pi * away);
        }
        most = std::max(most, std::abs(value));
      }
    }
  }
  return 20 * std::log10(most);
}

}  // namespace mn::music
