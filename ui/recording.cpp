// stb_vorbis decodes, SDL brings to our rate. The decoder trusts its file, so what is damaged never reaches it.
#include "ui/recording.h"

#include <SDL.h>
#define STB_VORBIS_HEADER_ONLY
#include <stb_vorbis.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <string>

#include "ui/sound.h"

namespace mn::ui {
namespace {

std::string read_bytes(const std::filesystem::path& file) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(file, failed)) return {};
  const auto size = std::filesystem::file_size(file, failed);
  if (failed || size > kRecordingBytesMost) return {};
  std::string bytes(size, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  return in ? bytes : std::string();
}

// RFC 3533, section 6: each page carries a CRC-32 (0x04c11db7, not reflected) over itself with that field at zero.
constexpr std::array<std::uint32_t, 256> crc_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte << 24U;
    for (int bit = 0; bit < 8; ++bit) value = (value << 1U) ^ ((value >> 31U) != 0 ? 0x04c11db7U : 0U);
    table.at(byte) = value;
  }
  return table;
}

constexpr std::size_t kHeaderSize = 27;
constexpr std::size_t kChecksumAt = 22;

// The length of the whole page that begins here; 0 when none does, or a damaged one.
std::size_t whole_page(std::string_view bytes) {
  static constexpr std::array<std::uint32_t, 256> kTable = crc_table();
  const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); };
  if (bytes.size() < kHeaderSize || !bytes.starts_with("OggS")) return 0;
  std::size_t size = kHeaderSize + byte(26);
  if (bytes.size() < size) return 0;
  for (std::size_t segment = 0; segment < byte(26); ++segment) size += byte(kHeaderSize + segment);
  if (bytes.size() < size) return 0;
  std::uint32_t sum = 0;
  std::uint32_t told = 0;
  for (std::size_t at = 0; at < size; ++at) {
    const bool checksum = at >= kChecksumAt && at < kChecksumAt + 4;
    if (checksum) told |= std::uint32_t{byte(at)} << (8 * (at - kChecksumAt));
    sum = (sum << 8U) ^ kTable.at((sum >> 24U) ^ (checksum ? 0U : byte(at)));
  }
  return sum == told ? size : 0;
}

bool sound_pages(std::string_view bytes) {
  constexpr std::uint8_t kLastPage = 4;
  std::uint8_t flags = 0;
  while (!bytes.empty()) {
    const std::size_t size = whole_page(bytes);
    if (size == 0) return false;
    flags = static_cast<std::uint8_t>(bytes[5]);
    bytes.remove_prefix(size);
  }
  return (flags & kLastPage) != 0;  // not cut off
}

// SDL's resampler keeps the last part of what it was given to itself: silence is given after it.
std::optional<std::vector<std::int16_t>> at_our_rate(std::vector<std::int16_t> samples, std::size_t sides,
                                                     std::size_t rate) {
  constexpr std::size_t kAfter = 2'048;
  if (rate == kSamplesASecond) return samples;
  const std::size_t length = samples.size() / sides * kSamplesASecond / rate;
  const auto channels = static_cast<Uint8>(sides);
  const std::unique_ptr<SDL_AudioStream, decltype(&SDL_FreeAudioStream)> stream(
      SDL_NewAudioStream(AUDIO_S16SYS, channels, static_cast<int>(rate), AUDIO_S16SYS, channels, kSamplesASecond),
      &SDL_FreeAudioStream);
  samples.resize(samples.size() + kAfter * sides);
  const auto size = [&] { return static_cast<int>(samples.size() * sizeof(std::int16_t)); };
  if (!stream || SDL_AudioStreamPut(stream.get(), samples.data(), size()) != 0) return std::nullopt;
  if (SDL_AudioStreamFlush(stream.get()) != 0) return std::nullopt;
  samples.resize(length * sides);
  if (SDL_AudioStreamGet(stream.get(), samples.data(), size()) != size()) return std::nullopt;
  return samples;
}

}  // namespace

std::optional<Recording> read_recording(const std::filesystem::path& file) {
  const std::string bytes = read_bytes(file);
  if (bytes.empty() || !sound_pages(bytes)) return std::nullopt;
  int error = 0;
  const std::unique_ptr<stb_vorbis, decltype(&stb_vorbis_close)> decoder(
      stb_vorbis_open_memory(reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()),
                             &error, nullptr),
      &stb_vorbis_close);
  if (!decoder) return std::nullopt;
  const stb_vorbis_info info = stb_vorbis_get_info(decoder.get());
  const std::size_t length = stb_vorbis_stream_length_in_samples(decoder.get());
  if (info.channels < 1 || info.channels > 2 || info.sample_rate < 8'000 || info.sample_rate > 192'000)
    return std::nullopt;
  if (length == 0 || length > kRecordingSecondsMost * info.sample_rate) return std::nullopt;

  Recording recording;
  recording.sides = static_cast<std::size_t>(info.channels);
  std::vector<std::int16_t> samples(length * recording.sides);
  std::size_t had = 0;
  while (had < samples.size()) {
    const int more = stb_vorbis_get_samples_short_interleaved(decoder.get(), info.channels, samples.data() + had,
                                                              static_cast<int>(samples.size() - had));
    if (more <= 0) return std::nullopt;
    had += static_cast<std::size_t>(more) * recording.sides;
  }
  std::optional<std::vector<std::int16_t>> ours = at_our_rate(std::move(samples), recording.sides, info.sample_rate);
  if (!ours || ours->empty()) return std::nullopt;
  recording.samples = *std::move(ours);
  return recording;
}

}  // namespace mn::ui
