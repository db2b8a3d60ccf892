// The thread that minds the audio device.
#include "ui/speaker.h"

#include <SDL.h>

#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include "ui/audio_out.h"
#include "ui/glass_kept.h"

namespace mn::ui {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kBufferSamples = 512;  // 10.7 ms
constexpr std::chrono::milliseconds kLateMost{300};
constexpr std::size_t kOrdersMost = 32;

struct Order {
  Sound sound = Sound::tap;
  float gain = 0;
  Clock::time_point at;
};

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
  AudioOut out{1, kBufferSamples, [this](std::span<float> samples) { fill(samples); }};

  std::thread thread;

  void close_device();
  void begin(const Order& order);
  void run();
  void fill(std::span<float> samples);
};

void Speaker::Work::fill(std::span<float> samples) {
  const std::lock_guard lock(mix_mutex);
  mix_next(mix, samples);
  if (!beginning) return;
  const double buffer_ms = 1000.0 * static_cast<double>(samples.size()) / kSamplesASecond;
  latency_ms = std::chrono::duration<double, std::milli>(Clock::now() - *beginning).count() + buffer_ms;
  beginning.reset();
}

void Speaker::Work::close_device() {
  out.close();
  open = false;
}

void Speaker::Work::begin(const Order& order) {
  if (out.is_lost()) close_device();
  open = out.open();
  if (!open || Clock::now() - order.at > kLateMost) return;
  const std::lock_guard lock(mix_mutex);
  add_voice(mix, sounds.at(static_cast<std::size_t>(order.sound)), order.gain);
  beginning = order.at;
}

void Speaker::Work::run() {
  std::unique_lock lock(orders_mutex);
  Clock::time_point used = Clock::now();
  while (!ending) {
    const auto something = [&] { return ending || !orders.empty(); };
    if (!out.is_open()) {
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
