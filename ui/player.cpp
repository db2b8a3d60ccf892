#include "ui/player.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "ui/audio_out.h"
#include "ui/sound.h"

namespace mn::ui {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSides = 2;
// 43 ms: a chime may be that much behind its card, and nobody hears it; an open device costs a tenth of a percent of a
// core, at half of it twice as much.
constexpr int kBufferSamples = 2048;
// How often an open device is asked whether it is still there.
constexpr std::chrono::milliseconds kLookEvery{1'000};
constexpr std::chrono::milliseconds kFadeMost{120};

double seconds_of(Clock::time_point time) { return std::chrono::duration<double>(time.time_since_epoch()).count(); }

}  // namespace

struct Player::Work {
  Work(std::vector<PlayerPiece> all, std::chrono::milliseconds between)
      : pieces(std::move(all)), open_between(between) {}

  const std::vector<PlayerPiece> pieces;
  const std::chrono::milliseconds open_between;

  // Between the owner, the thread and SDL's callback; nobody holds it for longer than a buffer takes to fill.
  std::mutex mutex;
  std::condition_variable told;
  std::vector<std::optional<Recording>> recordings;  // empty until all are read; unchanged from then on
  Concert concert;
  Clock::time_point used = Clock::now();
  int volume = 0;
  bool ending = false;

  std::atomic<bool> open = false;
  std::atomic<std::size_t> read = 0;

  // The thread's own.
  AudioOut out{kSides, kBufferSamples, [this](std::span<float> samples) {
                 const std::lock_guard lock(mutex);
                 play_next(concert, seconds_of(Clock::now()), samples);
               }};
  std::thread thread;

  void run();
  void read_all(std::unique_lock<std::mutex>& lock);
  bool mind_device(std::unique_lock<std::mutex>& lock);  // whether it should be open
  void fade(std::unique_lock<std::mutex>& lock);
  bool wanted() const { return volume > 0 && (!concert.takes.empty() || Clock::now() - used < open_between); }
};

void Player::Work::read_all(std::unique_lock<std::mutex>& lock) {
  lock.unlock();
  std::vector<std::optional<Recording>> all;
  std::size_t bytes = 0;
  for (const PlayerPiece& piece : pieces) {
    std::optional<Recording> one = read_recording(piece.file);
    const std::size_t more = one ? one->samples.size() * sizeof(std::int16_t) : 0;
    if (bytes + more > kPlayerBytesMost) one.reset();
    if (one) {
      bytes += more;
      ++read;
    }
    all.push_back(std::move(one));
  }
  lock.lock();
  recordings = std::move(all);
}

// Closing in the middle of a sound would crack. A device that does not ask for samples any more is not waited for.
void Player::Work::fade(std::unique_lock<std::mutex>& lock) {
  const Clock::time_point most = Clock::now() + kFadeMost;
  while (out.is_open() && !concert.takes.empty() && concert.volume.now > 0 && Clock::now() < most) {
    if (concert.volume.to > 0) set_level(concert, 0);
    lock.unlock();
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    lock.lock();
  }
  concert.takes.clear();
}

bool Player::Work::mind_device(std::unique_lock<std::mutex>& lock) {
  const bool should = wanted();
  if (!should) fade(lock);
  lock.unlock();
  if (!should || out.is_lost()) out.close();
  open = should && out.open();
  lock.lock();
  if (should && !open) concert.takes.clear();  // nobody will ask for them in time
  return should;
}

void Player::Work::run() {
  std::unique_lock lock(mutex);
  while (!ending) {
    if (volume > 0 && recordings.empty()) read_all(lock);
    if (ending) break;
    const bool should = mind_device(lock);
    if (ending) break;
    const bool sleeps = !wanted();
    if (should == sleeps) continue;  // something was played, or turned down, in the meantime
    const int volume_before = volume;
    const Clock::time_point used_before = used;
    const auto news = [&] { return ending || volume != volume_before || (sleeps && used != used_before); };
    if (sleeps) {
      told.wait(lock, news);
    } else {
      told.wait_for(lock, open ? std::min(kLookEvery, open_between) : AudioOut::kTryAgain, news);
    }
  }
  fade(lock);
  lock.unlock();
  out.close();
  open = false;
  SDL_TLSCleanup();  // SDL knows no end of a thread that it did not begin
}

Player::Player(std::vector<PlayerPiece> pieces, std::chrono::milliseconds open_between)
    : work_(std::make_unique<Work>(std::move(pieces), open_between)) {}

Player::~Player() {
  if (!work_->thread.joinable()) return;
  {
    const std::lock_guard lock(work_->mutex);
    work_->ending = true;
  }
  work_->told.notify_one();
  work_->thread.join();
}

void Player::set_volume(int percent) {
  Work& work = *work_;
  {
    const std::lock_guard lock(work.mutex);
    const int volume = std::clamp(percent, 0, 100);
    if (volume == work.volume) return;
    if (work.volume == 0) work.used = Clock::now();
    work.volume = volume;
    set_level(work.concert, gain_of(volume));
  }
  if (work.thread.joinable()) {
    work.told.notify_one();
  } else {
    work.thread = std::thread([&work] { work.run(); });
  }
}

void Player::play(std::size_t piece, std::chrono::milliseconds late) {
  Work& work = *work_;
  {
    const std::lock_guard lock(work.mutex);
    if (work.volume == 0 || piece >= work.recordings.size() || !work.recordings[piece]) return;
    const Clock::time_point now = Clock::now();
    work.used = now;
    add_take(work.concert, *work.recordings[piece], work.pieces[piece].as, seconds_of(now - late));
  }
  work.told.notify_one();
}

void Player::hush() {
  const std::lock_guard lock(work_->mutex);
  mn::ui::hush(work_->concert);
}

bool Player::is_open() const { return work_->open; }

std::size_t Player::pieces_read() const { return work_->read; }

}  // namespace mn::ui
