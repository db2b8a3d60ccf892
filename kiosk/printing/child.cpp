#include "kiosk/printing/child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>

#include "kiosk/printing/descriptor.h"

extern char** environ;

namespace mn::printing {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kAfterKill{1000};
constexpr milliseconds kLook{5};

struct Pipe {
  Descriptor read;
  Descriptor write;
};
std::optional<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

int left_ms(Clock::time_point until) {
  const auto left = std::chrono::duration_cast<milliseconds>(until - Clock::now()).count();
  return left < 0 ? 0 : static_cast<int>(left);
}

// The child gets three descriptors and no more, no blocked signals, and signals that do what they usually do.
class Start {
 public:
  Start(int input, int output, const ChildJob& job) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, input, 0);
    ::posix_spawn_file_actions_adddup2(&actions_, output, 1);
    if (job.with_errors) {
      ::posix_spawn_file_actions_adddup2(&actions_, output, 2);
    } else {
      ::posix_spawn_file_actions_addopen(&actions_, 2, "/dev/null", O_WRONLY, 0);
    }
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, 3);
    ::posix_spawnattr_init(&attributes_);
    sigset_t signals;
    sigemptyset(&signals);
    ::posix_spawnattr_setsigmask(&attributes_, &signals);
    sigaddset(&signals, SIGPIPE);
    ::posix_spawnattr_setsigdefault(&attributes_, &signals);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    const int group = job.own_group ? POSIX_SPAWN_SETPGROUP : 0;
    ::posix_spawnattr_setflags(&attributes_,
                               static_cast<short>(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group));
  }
  ~Start() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;

  // 0, or an errno.
  int start(const std::vector<std::string>& arguments, pid_t& pid) const {
    std::vector<char*> words;
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    return ::posix_spawnp(&pid, words[0], &actions_, &attributes_, words.data(), environ);
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

// The exit code once it has ended.
std::optional<int> reaped(pid_t pid, Clock::time_point until) {
  for (;;) {
    int status = 0;
    const pid_t done = ::waitpid(pid, &status, WNOHANG);
    if (done == pid) return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (done < 0 && errno != EINTR) return 128;  // reaped by somebody else
    if (Clock::now() >= until) return std::nullopt;
    ::usleep(static_cast<useconds_t>(std::chrono::microseconds(kLook).count()));
  }
}

// True when the child closed its output: it has ended or is about to. Writing to a child that reads no more is no
// error: it may know enough.
ChildEnd converse(const ChildJob& job, Pipe& in, Pipe& out, Clock::time_point until, std::string& output) {
  std::string_view rest = job.input;
  std::array<char, 1024> part{};
  if (rest.empty()) in.write.close_now();
  for (;;) {
    std::array<pollfd, 3> ends = {
        {{out.read.number(), POLLIN, 0}, {job.stop, POLLIN, 0}, {in.write.number(), POLLOUT, 0}}};
    const int ready = ::poll(ends.data(), ends.size(), left_ms(until));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return ChildEnd::out_of_time;
    if (ends[1].revents != 0) return ChildEnd::stopped;
    if (ends[2].revents != 0) {
      const ssize_t written = ::write(in.write.number(), rest.data(), rest.size());
      if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
      const bool broken = written < 0 && errno != EAGAIN && errno != EINTR;
      if (rest.empty() || broken) in.write.close_now();
    }
    if (ends[0].revents != 0) {
      const ssize_t count = ::read(out.read.number(), part.data(), part.size());
      if (count < 0 && (errno == EAGAIN || errno == EINTR)) continue;
      if (count <= 0) return ChildEnd::ended;
      const std::size_t room = job.output_bytes_max - output.size();
      output.append(part.data(), std::min(room, static_cast<std::size_t>(count)));
    }
  }
}

}  // namespace

ChildRan run_child(const ChildJob& job) {
  const auto until = Clock::now() + job.limit;
  std::optional<Pipe> in = make_pipe();
  std::optional<Pipe> out = make_pipe();
  if (!in || !out || job.arguments.empty()) return {};
  (void)::fcntl(in->write.number(), F_SETFL, O_NONBLOCK);
  (void)::fcntl(out->read.number(), F_SETFL, O_NONBLOCK);
  // Writing to a child that has gone would end this process; blocked here, the signal ends nobody.
  sigset_t pipe_signal, before;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
  ChildRan ran;
  pid_t pid = -1;
  const int error = Start(in->read.number(), out->write.number(), job).start(job.arguments, pid);
  in->read.close_now();
  out->write.close_now();
  if (error != 0) {
    ran.end = error == ENOENT ? ChildEnd::not_found : ChildEnd::not_started;
  } else {
    ran.end = converse(job, *in, *out, until, ran.output);
    in->write.close_now();
    std::optional<int> code = ran.end == ChildEnd::ended ? reaped(pid, until) : std::nullopt;
    if (!code) {
      if (ran.end == ChildEnd::ended) ran.end = ChildEnd::out_of_time;
      ::kill(job.own_group ? -pid : pid, SIGKILL);
      code = reaped(pid, Clock::now() + kAfterKill);
    }
    ran.exit_code = code.value_or(-1);
  }
  const timespec at_once{};
  while (::sigtimedwait(&pipe_signal, nullptr, &at_once) > 0) {
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return ran;
}

}  // namespace mn::printing
