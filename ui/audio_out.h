// Inside ui/ only: one audio device of SDL's, opened and closed on a thread that may wait. Without a device: nothing,
// and no complaint.
#pragma once

#include <SDL.h>

#include <chrono>
#include <functional>
#include <optional>
#include <span>

namespace mn::ui {

// Writes samples −1 … 1, the sides taking turns. Called on SDL's own thread while the device is open.
using Fill = std::function<void(std::span<float> out)>;

class AudioOut {
 public:
  AudioOut(int sides, int buffer_samples, Fill fill);
  ~AudioOut() { close(); }
  AudioOut(const AudioOut&) = delete;
  AudioOut& operator=(const AudioOut&) = delete;

  // Whether it is open now. A device that was not there is not looked for again for kTryAgain.
  static constexpr std::chrono::seconds kTryAgain{20};
  bool open();
  void close();
  bool is_open() const { return device_ != 0; }
  // It was open, and somebody pulled it out.
  bool is_lost() const { return device_ != 0 && SDL_GetAudioDeviceStatus(device_) == SDL_AUDIO_STOPPED; }

 private:
  const int sides_;
  const int buffer_samples_;
  const Fill fill_;
  SDL_AudioDeviceID device_ = 0;
  bool subsystem_ = false;
  std::optional<std::chrono::steady_clock::time_point> failed_;
};

}  // namespace mn::ui
