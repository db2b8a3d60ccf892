// Sound from files: Ogg Vorbis, one or two sides, any usual rate. Decoded whole, so that playing it cannot come late.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace mn::ui {

constexpr std::size_t kRecordingBytesMost = 4U << 20U;  // of a file
constexpr std::size_t kRecordingSecondsMost = 60;

struct Recording {
  std::size_t sides = 1;              // 2: left and right take turns
  std::vector<std::int16_t> samples;  // kSamplesASecond (ui/sound.h), whatever the file had

  std::size_t length() const { return samples.size() / sides; }
};

// Nothing when there is no such file, when it is something else, too large, or damaged (by Ogg's own checksums). Takes
// as long as decoding does, about 1/200 of the sound's length: not for the drawing thread.
std::optional<Recording> read_recording(const std::filesystem::path& file);

}  // namespace mn::ui
