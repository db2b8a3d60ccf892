// Đàn tính: a string is a delay that feeds itself through a loss (Karplus and Strong, 1983), read between its samples
// so that it is in tune and can slide; the gourd and its thin lid are a few broad resonances.
#include <algorithm>
#include <array>

#include "assets/music/instruments.h"
#include "assets/music/played.h"
#include "assets/music/resonator.h"

namespace mn::music {
namespace {

constexpr double kPluckedAt = 0.17;      // of the string's length, from the bridge
constexpr double kDampedSeconds = 0.30;  // to −60 dB, when the finger has left
constexpr double kSlideSeconds = 0.09;
constexpr double kTrembleHertz = 5.1;
constexpr double kTrembleCents = 7;
constexpr double kTrembleFrom = 0.35;  // seconds: only long notes tremble

// How long the open string rings, to −60 dB: silk is warm and short.
double ring_seconds(double hertz) { return std::clamp(2.6 * std::pow(200 / hertz, 0.5), 0.7, 3.6); }

// How much of each round the string keeps to itself: silk swallows its high tones within a few tenths of a second.
double dullness(double hertz) { return std::clamp(0.50 - 0.20 * std::log2(hertz / 220) / 2, 0.22, 0.58); }

// The string as the nail leaves it: pulled to a corner, a little roughness, no edge.
std::vector<double> plucked(const Note& note, std::size_t length) {
  std::vector<double> shape(length);
  Noise noise(note.chance + 17);
  const auto corner = static_cast<std::size_t>(kPluckedAt * static_cast<double>(length));
  for (std::size_t at = 0; at < length; ++at) {
    shape[at] = (at < corner ? 1 - kPluckedAt : -kPluckedAt) + 0.22 * noise.next();
  }
  // A soft finger rounds the corner; a strong one leaves it sharper.
  const double keep = std::exp(-kTurn * (900 + 3200 * note.strength) / kSamplesASecond);
  for (int round = 0; round < 2; ++round) {
    double smooth = shape.back();
    for (double& value : shape) value = smooth = keep * smooth + (1 - keep) * value;
  }
  double sum = 0;
  for (const double value : shape) sum += value;
  for (double& value : shape) value -= sum / static_cast<double>(length);
  return shape;
}

// The delay of the loop now, in samples.
double delay_at(const Note& note, double seconds) {
  double cents = 100 * note.slide_from * (1 - eased(seconds, kSlideSeconds));
  cents += kTrembleCents * eased(seconds - kTrembleFrom, 0.4) * std::sin(kTurn * kTrembleHertz * seconds);
  return kSamplesASecond / (note.hertz * std::pow(2.0, cents / 1200));
}

// Four neighbours, third order: true to pitch without dulling the string.
double between(const std::vector<double>& line, std::size_t newest, double back) {
  const auto whole = static_cast<std::size_t>(back);
  const double part = back - static_cast<double>(whole);
  const auto at = [&](std::size_t steps) { return line[(newest + line.size() - steps) % line.size()]; };
  return -part * (part - 1) * (part - 2) / 6 * at(whole - 1) + (part + 1) * (part - 1) * (part - 2) / 2 * at(whole) -
         (part + 1) * part * (part - 2) / 2 * at(whole + 1) + (part + 1) * part * (part - 1) / 6 * at(whole + 2);
}

}  // namespace

std::vector<float> lute(const Note& note) {
  const double ring = ring_seconds(note.hertz);
  const double dull = dullness(note.hertz);
  // What the dullness costs in delay, so that the string stays in tune.
  const double turn = kTurn * note.hertz / kSamplesASecond;
  const double held_back = std::atan2(dull * std::sin(turn), 1 - dull * std::cos(turn)) / turn;
  const double sounds = std::min(note.seconds + kDampedSeconds, ring);
  std::vector<float> out(samples_in(sounds));

  const auto period = static_cast<std::size_t>(kSamplesASecond / note.hertz);
  const std::vector<double> shape = plucked(note, period);
  std::vector<double> line(period * 2 + 8, 0.0);
  std::copy(shape.begin(), shape.end(), line.begin());
  std::size_t newest = period - 1;
  double before = 0;

  struct Part {
    Band band;
    double share;
  };
  std::array<Part, 4> gourd{{{{215, 3.5}, 0.9}, {{430, 5}, 0.7}, {{790, 6}, 0.45}, {{1480, 5}, 0.25}}};

  const double loss = std::pow(10.0, -3.0 / (note.hertz * ring));
  const double damped_loss = std::pow(10.0, -3.0 / (note.hertz * kDampedSeconds));
  for (std::size_t at = 0; at < out.size(); ++at) {
    const double seconds = static_cast<double>(at) / kSamplesASecond;
    const double read = between(line, newest, delay_at(note, seconds) - held_back - 1);
    before = (1 - dull) * read + dull * before;
    const double value = (seconds < note.seconds ? loss : damped_loss) * before;
    newest = (newest + 1) % line.size();
    line[newest] = value;

    double heard = 0.45 * value;
    for (Part& part : gourd) heard += part.share * part.band.next(value);
    out[at] = static_cast<float>(0.8 * (0.35 + 0.65 * note.strength) * eased(seconds, 0.0015) * heard);
  }
  close_softly(out, 0.08);
  return out;
}

}  // namespace mn::music
