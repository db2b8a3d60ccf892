#include "ui/concert.h"

#include <algorithm>
#include <cmath>

#include "ui/sound.h"

namespace mn::ui {
namespace {

void turn(Level& level, float to, double seconds) {
  level.to = to;
  level.each_sample = std::abs(to - level.now) / static_cast<float>(seconds * kSamplesASecond);
}

float next(Level& level) {
  if (level.now < level.to) {
    level.now = std::min(level.to, level.now + level.each_sample);
  } else if (level.now > level.to) {
    level.now = std::max(level.to, level.now - level.each_sample);
  }
  return level.now;
}

void leave(Take& take, double seconds) {
  if (take.leaving) return;
  take.leaving = true;
  turn(take.level, 0, seconds);
}

bool over(const Take& take) {
  return take.at >= take.recording->length() || (take.leaving && (take.level.now <= 0 || take.began < 0));
}

bool staying(const Take& take, PlayedAs as) { return take.as == as && !take.leaving; }

// Begins what may still begin, and lets go of what has fallen behind: a device that stood still goes on too late.
void keep_time(Concert& concert, double now) {
  for (Take& take : concert.takes) {
    if (take.began < 0) {
      if (now - take.due > kLateSecondsMost) {
        take.leaving = true;  // unheard
      } else {
        take.began = now;
      }
      continue;
    }
    const double lag = now - take.began - static_cast<double>(take.at) / kSamplesASecond;
    if (lag > kLateSecondsMost) leave(take, kChimeGivesWaySeconds);
  }
  std::erase_if(concert.takes, over);
}

// Chimes behind a music are soft; without one they come forward again.
void step_back(Concert& concert) {
  const bool music = std::any_of(concert.takes.begin(), concert.takes.end(),
                                 [](const Take& take) { return staying(take, PlayedAs::music); });
  const float wanted = music ? kChimeBehindMusic : 1;
  for (Take& take : concert.takes) {
    if (!staying(take, PlayedAs::chime) || take.level.to == wanted) continue;
    if (take.at == 0) take.level.now = wanted;
    turn(take.level, wanted, kStepBackSeconds);
  }
}

void add(Take& take, std::span<float> out) {
  constexpr float kUnit = 1.0F / 32768;
  const Recording& recording = *take.recording;
  for (std::size_t at = 0; at + 1 < out.size() && take.at < recording.length(); at += 2, ++take.at) {
    const float level = kUnit * next(take.level);
    const std::int16_t* sample = &recording.samples[take.at * recording.sides];
    out[at] += level * static_cast<float>(sample[0]);
    out[at + 1] += level * static_cast<float>(sample[recording.sides - 1]);
  }
}

}  // namespace

void set_level(Concert& concert, float gain) {
  if (concert.takes.empty()) concert.volume.now = gain;
  if (concert.volume.to != gain || concert.volume.now != gain) turn(concert.volume, gain, kVolumeSeconds);
}

void add_take(Concert& concert, const Recording& recording, PlayedAs as, double due) {
  std::size_t others = 0;
  for (auto take = concert.takes.rbegin(); take != concert.takes.rend(); ++take) {
    if (!staying(*take, as)) continue;
    const std::size_t most = as == PlayedAs::music ? 1 : kChimesMost;
    if (++others >= most) leave(*take, as == PlayedAs::music ? kMusicGivesWaySeconds : kChimeGivesWaySeconds);
  }
  // Those who leave are few and soon gone; a flood of orders cuts the oldest.
  if (concert.takes.size() >= 4 * kChimesMost) concert.takes.erase(concert.takes.begin());
  Take take;
  take.recording = &recording;
  take.as = as;
  take.due = due;
  concert.takes.push_back(take);
}

void hush(Concert& concert) {
  for (Take& take : concert.takes) leave(take, kHushSeconds);
}

void play_next(Concert& concert, double now, std::span<float> out) {
  std::fill(out.begin(), out.end(), 0.0F);
  keep_time(concert, now);
  step_back(concert);
  for (Take& take : concert.takes) add(take, out);
  std::erase_if(concert.takes, over);
  for (std::size_t at = 0; at + 1 < out.size(); at += 2) {
    const float volume = next(concert.volume);
    out[at] = bent(volume * out[at]);
    out[at + 1] = bent(volume * out[at + 1]);
  }
}

}  // namespace mn::ui
