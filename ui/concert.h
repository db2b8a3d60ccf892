// Recordings under way, and how they become one signal for a hall: one music at a time, chimes that step back behind
// it, nothing that begins late or lags behind, nothing that clips or clicks. Pure: the time is an argument. Who lets it
// be heard: ui/player.h.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ui/recording.h"

namespace mn::ui {

enum class PlayedAs { chime, music };

constexpr std::size_t kChimesMost = 3;  // at once; of more the oldest gives way
constexpr double kLateSecondsMost =
    0.3;  // what could not begin, or fell behind, by so much belongs to nothing any more
constexpr float kChimeBehindMusic = 0.35F;
constexpr double kMusicGivesWaySeconds = 0.25;
constexpr double kChimeGivesWaySeconds = 0.03;
constexpr double kStepBackSeconds = 0.15;
constexpr double kVolumeSeconds = 0.04;
constexpr double kHushSeconds = 0.3;

// A level that moves to where it should be without a jump.
struct Level {
  float now = 1;
  float to = 1;
  float each_sample = 1;
};

struct Take {
  const Recording* recording = nullptr;  // must outlive the concert
  PlayedAs as = PlayedAs::chime;
  double due = 0;  // seconds; when it should have begun
  double began = -1;
  std::size_t at = 0;
  Level level;
  bool leaving = false;
};

struct Concert {
  std::vector<Take> takes;
  Level volume{0, 0, 1};
};

void set_level(Concert& concert, float gain);

// Begins with the next buffer.
void add_take(Concert& concert, const Recording& recording, PlayedAs as, double due);

// Everything under way dies away.
void hush(Concert& concert);

// Writes the next samples, left and right taking turns, and moves on. Stays within ±kPeakMost (ui/sound.h). `now` is
// when they are asked for, in seconds of the clock that `due` was told in.
void play_next(Concert& concert, double now, std::span<float> out);

}  // namespace mn::ui
