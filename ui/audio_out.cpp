#include "ui/audio_out.h"

#include "ui/sound.h"

namespace mn::ui {
namespace {

// Where ALSA is, it writes to the error output whatever it does not find; a hall without a loudspeaker is no error.
void say_nothing(const char*, int, const char*, int, const char*, ...) {}
void silence_alsa() {
  using SetHandler = int (*)(void (*)(const char*, int, const char*, int, const char*, ...));
  static void* const library = SDL_LoadObject("libasound.so.2");  // stays, or the handler would go with it
  if (library == nullptr) return;
  const auto set = reinterpret_cast<SetHandler>(SDL_LoadFunction(library, "snd_lib_error_set_handler"));
  if (set != nullptr) set(say_nothing);
}

}  // namespace

AudioOut::AudioOut(int sides, int buffer_samples, Fill fill)
    : sides_(sides), buffer_samples_(buffer_samples), fill_(std::move(fill)) {}

bool AudioOut::open() {
  if (device_ != 0) return true;
  const auto now = std::chrono::steady_clock::now();
  if (failed_ && now - *failed_ < kTryAgain) return false;
  failed_.reset();
  silence_alsa();
  subsystem_ = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
  SDL_AudioSpec wanted{};
  wanted.freq = kSamplesASecond;
  wanted.format = AUDIO_F32SYS;
  wanted.channels = static_cast<Uint8>(sides_);
  wanted.samples = static_cast<Uint16>(buffer_samples_);
  wanted.userdata = this;
  wanted.callback = [](void* self, Uint8* bytes, int size) {
    const std::size_t count = static_cast<std::size_t>(size) / sizeof(float);
    static_cast<AudioOut*>(self)->fill_({reinterpret_cast<float*>(bytes), count});
  };
  if (subsystem_) device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
  if (device_ == 0) {
    close();
    failed_ = now;
    return false;
  }
  SDL_PauseAudioDevice(device_, 0);
  return true;
}

void AudioOut::close() {
  if (device_ != 0) SDL_CloseAudioDevice(device_);
  if (subsystem_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
  device_ = 0;
  subsystem_ = false;
}

}  // namespace mn::ui
