// SDL's audio device and the thread that minds it.
#include "ui/speaker.h"

#include <SDL.h>

#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include "ui/glass_kept.h"

namespace mn::ui {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kBufferSamples = 512;  // 10.7 ms
constexpr std::chrono::milliseconds kLateMost{300};
// A device that is not there is not looked for at every tap.
constexpr std::chrono::seconds kTryAgain{20};
constexpr std::size_t kOrdersMost = 32;

struct Order {
  Sound sound = Sound::tap;
  float gain = 0;
  Clock::time_point at;
};

// Where ALSA is, it writes to the error output whatever it does not find; a kiosk without a loudspeaker is no error.
void say_nothing(const char*, int, const char*, int, const char*, ...) {}
void silence_alsa() {
  using SetHandler = int (*)(void (*)(const char*, int, const char*, int, const char*, ...));
  static void* const library = SDL_LoadObject("libasound.so.2");  // stays, or the handler would go with it
  if (library == nullptr) return;
  const auto set = reinterpret_cast<SetHandler>(SDL_LoadFunction(library, "snd_lib_error_set_handler"));
  if (set != nullptr) set(say_nothing);
}

}  // namespace

struct Speaker::Work {
  explicit Work(std::chrono::milliseconds silence) : silence_max(silence) {
    for (int index = 0; index < kSoundCount; ++index) {
      sounds.at(static_cast<std::size_t>(index)) = synthesised(static_cast<Sound>(index));
    }
  }

  const std::chrono::milliseconds silence_max;
  std::array<std::vector<float>, kSoundCount> sounds;

  // Between play() and the thread.
  std::mutex orders_mutex;
  std::condition_variable ordered;
  std::deque<Order> orders;
  bool ending = false;

  // Between the thread and SDL's callback.
  std::mutex mix_mutex;
  Mix mix;
  std::optional<Clock::time_point> beginning;  // of the newest sound that has not begun
  std::atomic<double> latency_ms = -1;
  std::atomic<bool> open = false;

  // The thread's own.
  SDL_AudioDeviceID device = 0;
  bool subsystem = false;
  std::optional<Clock::time_point> failed;

  std::thread thread;

  void open_device();
  void close_device();
  void begin(const Order& order);
  void run();
  void fill(std::span<float> out);
};

void Speaker::Work::fill(std::span<float> out) {
  const std::lock_guard lock(mix_mutex);
  mix_next(mix, out);
  if (!beginning) return;
  const double buffer_ms = 1000.0 * static_cast<double>(out.size()) / kSamplesASecond;
  latency_ms = std::chrono::duration<double, std::milli>(Clock::now() - *beginning).count() + buffer_ms;
  beginning.reset();
}

void Speaker::Work::open_device() {
  if (failed && Clock::now() - *failed < kTryAgain) return;
  failed.reset();
  silence_alsa();
  subsystem = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
  SDL_AudioSpec wanted{};
  wanted.freq = kSamplesASecond;
  wanted.format = AUDIO_F32SYS;
  wanted.channels = 1;
  wanted.samples = kBufferSamples;
  wanted.userdata = this;
  wanted.callback = [](void* self, Uint8* bytes, int size) {
    const std::size_t count = static_cast<std::size_t>(size) / sizeof(float);
    static_cast<Work*>(self)->fill({reinterpret_cast<float*>(bytes), count});
  };
  if (subsystem) device = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
  if (device == 0) {
    failed = Clock::now();
    close_device();
    return;
  }
  open = true;
  SDL_PauseAudioDevice(device, 0);
}

void Speaker::Work::close_device() {
  if (device != 0) SDL_CloseAudioDevice(device);
  if (subsystem) SDL_QuitSubSystem(SDL_INIT_AUDIO);
  device = 0;
  subsystem = false;
  open = false;
}

void Speaker::Work::begin(const Order& order) {
  if (device == 0) open_device();
  if (device == 0 || Clock::now() - order.at > kLateMost) return;
  const std::lock_guard lock(mix_mutex);
  add_voice(mix, sounds.at(static_cast<std::size_t>(order.sound)), order.gain);
  beginning = order.at;
}

void Speaker::Work::run() {
  std::unique_lock lock(orders_mutex);
  Clock::time_point used = Clock::now();
  while (!ending) {
    const auto something = [&] { return ending || !orders.empty(); };
    if (device == 0) {
      ordered.wait(lock, something);
    } else if (!ordered.wait_until(lock, used + silence_max, something)) {
      lock.unlock();
      close_device();
      lock.lock();
      continue;
    }
    if (ending) break;
    const Order order = orders.front();
    orders.pop_front();
    lock.unlock();
    begin(order);
    used = Clock::now();
    lock.lock();
  }
  lock.unlock();
  close_device();
  SDL_TLSCleanup();  // SDL knows no end of a thread that it did not begin
}

Speaker::Speaker(std::chrono::milliseconds silence_max) : work_(std::make_unique<Work>(silence_max)) {}

Speaker::~Speaker() {
  if (!work_->thread.joinable()) return;
  {
    const std::lock_guard lock(work_->orders_mutex);
    work_->ending = true;
  }
  work_->ordered.notify_one();
  work_->thread.join();
}

void Speaker::play(Sound sound) {
  const float gain = gain_of(volume_);
  if (gain <= 0) return;
  {
    const std::lock_guard lock(work_->orders_mutex);
    if (work_->orders.size() >= kOrdersMost) work_->orders.pop_front();
    work_->orders.push_back({sound, gain, Clock::now()});
  }
  if (work_->thread.joinable()) {
    work_->ordered.notify_one();
  } else {
    work_->thread = std::thread([work = work_.get()] { work->run(); });
  }
}

bool Speaker::is_open() const { return work_->open; }

double Speaker::last_latency_ms() const { return work_->latency_ms; }

void play(Glass& glass, Sound sound) { glass.speaker->play(sound); }

void set_volume(Glass& glass, int percent) { glass.speaker->set_volume(percent); }

}  // namespace mn::ui
