// Short sounds made by arithmetic: struck wood and bamboo, nothing recorded. Pure values: samples, and how several of
// them become one signal that never clips. Who lets them be heard: ui/speaker.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mn::ui {

enum class Sound {
  tap,      // a soft thump under the finger, 55 ms: on most panels it is felt rather than heard
  key,      // a small tick of wood, for keys
  back,     // two notes downwards
  warning,  // two low knocks: look here
  done,     // a small phrase of three notes upwards
};
constexpr int kSoundCount = 5;

constexpr int kSamplesASecond = 48000;

// One channel, −1 … 1, beginning and ending in silence; the same at every call.
std::vector<float> synthesised(Sound sound);

// Sounds under way. More than kVoicesMost at once: the oldest gives way, fading within 3 ms.
constexpr std::size_t kVoicesMost = 8;
struct Voice {
  const std::vector<float>* samples = nullptr;  // must outlive the voice
  std::size_t at = 0;
  float gain = 1;
  std::size_t fade = 0;  // samples until it is gone; 0: it is not going
};
struct Mix {
  std::vector<Voice> voices;
};
void add_voice(Mix& mix, const std::vector<float>& samples, float gain);
// Writes the next samples and moves on. Loud sums are bent softly and stay within ±kPeakMost.
constexpr float kPeakMost = 0.97F;
void mix_next(Mix& mix, std::span<float> out);
// Straight up to a knee, then bent so that no sum ever reaches the peak.
float bent(float value);

// Volume 0 … 100 as people hear it: half the number sounds about half as loud.
float gain_of(int volume_percent);

}  // namespace mn::ui
