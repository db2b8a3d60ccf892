// Struck bars: a few decaying partials each, and the knock of the mallet.
#include "ui/sound.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <initializer_list>
#include <numbers>

namespace mn::ui {
namespace {

constexpr float kRate = kSamplesASecond;
constexpr float kTurn = 2 * std::numbers::pi_v<float>;

std::size_t samples_in(float ms) { return static_cast<std::size_t>(std::lround(ms * kRate / 1000)); }

// A bar of wood. Marimba makers tune the overtones to four and ten times the note; they die away much sooner.
struct Bar {
  float hertz = 440;
  float loud = 0.5F;
  float ring_ms = 60;    // until it has fallen to a third
  float second = 0.22F;  // loudness of the overtone at 4
  float third = 0.08F;   // at 10
  float knock = 0.12F;   // of the mallet
  float fall = 0;        // how much lower the note begins to sag, of itself
  float at_ms = 0;
};

// Noise that is the same every time.
struct Grain {
  std::uint32_t state = 0x2545F491U;
  float next() {
    state ^= state << 13U;
    state ^= state >> 17U;
    state ^= state << 5U;
    return static_cast<float>(state) / 2147483648.0F - 1;
  }
};

void strike(std::vector<float>& samples, const Bar& bar) {
  constexpr float kAttackMs = 1.5F;
  const std::size_t begin = samples_in(bar.at_ms);
  float phase = 0;
  Grain grain;
  float knock = 0;
  for (std::size_t at = begin; at < samples.size(); ++at) {
    const float ms = static_cast<float>(at - begin) * 1000 / kRate;
    const float attack = ms < kAttackMs ? 0.5F - 0.5F * std::cos(ms / kAttackMs * kTurn / 2) : 1;
    const auto decay = [&](float ring_ms) { return std::exp(-ms / ring_ms); };
    phase += kTurn * bar.hertz * (1 - bar.fall * (1 - decay(bar.ring_ms))) / kRate;
    knock += 0.25F * (grain.next() - knock);  // only its lower part: a felt mallet
    const float value = std::sin(phase) * decay(bar.ring_ms) +
                        bar.second * std::sin(4 * phase) * decay(bar.ring_ms / 4) +
                        bar.third * std::sin(10 * phase) * decay(bar.ring_ms / 10) + bar.knock * knock * decay(4);
    samples[at] += bar.loud * attack * value;
  }
}

std::vector<float> struck(float length_ms, std::initializer_list<Bar> bars) {
  std::vector<float> samples(samples_in(length_ms), 0.0F);
  for (const Bar& bar : bars) strike(samples, bar);
  // Into silence, without a click.
  const std::size_t fade = std::min(samples.size(), samples_in(std::max(6.0F, length_ms * 0.2F)));
  for (std::size_t left = 0; left < fade; ++left) {
    const float share = static_cast<float>(left) / static_cast<float>(fade);
    samples[samples.size() - 1 - left] *= share * share * (3 - 2 * share);
  }
  return samples;
}

}  // namespace

std::vector<float> synthesised(Sound sound) {
  switch (sound) {
    case Sound::tap:
      return struck(55, {{.hertz = 165,
                          .loud = 0.55F,
                          .ring_ms = 15,
                          .second = 0.18F,
                          .third = 0.04F,
                          .knock = 0.35F,
                          .fall = 0.22F}});
    case Sound::key:
      return struck(36, {{.hertz = 520, .loud = 0.26F, .ring_ms = 7, .second = 0.3F, .third = 0.02F, .knock = 0.4F}});
    case Sound::back:
      return struck(260, {{.hertz = 440, .loud = 0.34F, .ring_ms = 55},
                          {.hertz = 329.63F, .loud = 0.34F, .ring_ms = 70, .at_ms = 85}});
    case Sound::warning:
      return struck(460, {{.hertz = 261.63F, .loud = 0.42F, .ring_ms = 70, .second = 0.3F},
                          {.hertz = 261.63F, .loud = 0.42F, .ring_ms = 90, .second = 0.3F, .at_ms = 170}});
    case Sound::done:
      return struck(950, {{.hertz = 523.25F, .loud = 0.32F, .ring_ms = 150},
                          {.hertz = 587.33F, .loud = 0.32F, .ring_ms = 150, .at_ms = 120},
                          {.hertz = 783.99F, .loud = 0.36F, .ring_ms = 230, .at_ms = 240}});
  }
  return {};
}

void add_voice(Mix& mix, const std::vector<float>& samples, float gain) {
  const auto going = [](const Voice& voice) { return voice.fade != 0; };
  const auto staying = std::count_if(mix.voices.begin(), mix.voices.end(), std::not_fn(going));
  if (static_cast<std::size_t>(staying) >= kVoicesMost) {
    const auto oldest = std::find_if_not(mix.voices.begin(), mix.voices.end(), going);
    oldest->fade = samples_in(3);
  }
  // Fading ones are few and short; beyond a second set of voices the very oldest is cut.
  if (mix.voices.size() >= 2 * kVoicesMost) mix.voices.erase(mix.voices.begin());
  mix.voices.push_back({&samples, 0, gain, 0});
}

void mix_next(Mix& mix, std::span<float> out) {
  std::fill(out.begin(), out.end(), 0.0F);
  for (Voice& voice : mix.voices) {
    for (float& sample : out) {
      if (voice.at >= voice.samples->size()) break;
      float gain = voice.gain;
      if (voice.fade > 0) {
        gain *= static_cast<float>(voice.fade) / static_cast<float>(samples_in(3));
        if (--voice.fade == 0) voice.at = voice.samples->size() - 1;
      }
      sample += gain * (*voice.samples)[voice.at++];
    }
  }
  std::erase_if(mix.voices, [](const Voice& voice) { return voice.at >= voice.samples->size(); });
  for (float& sample : out) sample = bent(sample);
}

float bent(float value) {
  constexpr float kKnee = 0.6F;
  const float size = std::abs(value);
  if (size <= kKnee) return value;
  const float room = kPeakMost - kKnee;
  return std::copysign(kKnee + room * std::tanh((size - kKnee) / room), value);
}

float gain_of(int volume_percent) {
  const float share = static_cast<float>(std::clamp(volume_percent, 0, 100)) / 100;
  return share * share;
}

}  // namespace mn::ui
