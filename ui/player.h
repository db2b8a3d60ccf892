// Lets recordings be heard in a hall. A thread of its own reads the files and opens the device, because both may take
// long. Without files, without a device, or when it is pulled out: silence, and no complaint.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <vector>

#include "ui/concert.h"

namespace mn::ui {

struct PlayerPiece {
  std::filesystem::path file;
  PlayedAs as = PlayedAs::chime;
};

// The device stays open between sounds for so long: many a loudspeaker needs a second to wake, and would swallow a
// chime each time.
constexpr std::chrono::milliseconds kOpenBetweenSounds = std::chrono::minutes(15);

class Player {
 public:
  // Silent, and nothing done, until a volume is set. What all pieces together may take in memory: kPlayerBytesMost;
  // those beyond are silent.
  static constexpr std::size_t kPlayerBytesMost = 15U << 20U;
  explicit Player(std::vector<PlayerPiece> pieces, std::chrono::milliseconds open_between = kOpenBetweenSounds);
  ~Player();
  Player(const Player&) = delete;
  Player& operator=(const Player&) = delete;

  // All of these from one thread; none waits.

  // 0: off; the files are not read, the device is not opened, or is closed after a short fade. 1 … 100: reads and opens
  // at once, so that the first sound finds the door open.
  void set_volume(int percent);
  // Begins the piece of that number now, or, if that should have been `late` ago, only while it is less than 300 ms
  // late.
  void play(std::size_t piece, std::chrono::milliseconds late = std::chrono::milliseconds(0));
  // Whatever sounds dies away within 0.3 s.
  void hush();

  // For tests and the operator's side.
  bool is_open() const;
  std::size_t pieces_read() const;  // so far; those that are there and sound

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace mn::ui
