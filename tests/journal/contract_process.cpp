// The contract between processes: readers beside a writer, and writers that die without warning.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "journal/verify.h"
#include "tests/journal/contract.h"

namespace mn {
namespace {

using sealed::joined;
using sealed::Writer;
using namespace std::chrono_literals;

// A second process that runs `work` and leaves without cleaning up, which a test would do twice.
class Process {
 public:
  explicit Process(const std::function<bool()>& work) : id_(::fork()) {
    if (id_ != 0) return;
    const bool good = work();
    ::_exit(good ? 0 : 1);
  }
  ~Process() {
    if (id_ > 0) kill_now();
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void kill_now() {
    ::kill(id_, SIGKILL);
    ended_well();
  }
  bool ended_well() {
    int status = 0;
    ::waitpid(id_, &status, 0);
    id_ = -1;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  pid_t id_;
};

// What a child tells its parent: one byte for each thing that happened.
class Pipe {
 public:
  Pipe() { EXPECT_EQ(::pipe(ends_), 0); }
  ~Pipe() {
    ::close(ends_[0]);
    ::close(ends_[1]);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void tell() const { EXPECT_EQ(::write(ends_[1], "x", 1), 1); }
  void hear() const {
    char told = 0;
    EXPECT_EQ(::read(ends_[0], &told, 1), 1);
  }

 private:
  int ends_[2] = {-1, -1};
};

#define PASS_OVER_WITHOUT_PROCESSES() \
  if (!ground->has_processes()) GTEST_SKIP() << "this backend lives in one process"

TEST_P(JournalContract, AReaderInAnotherProcessFollows) {
  PASS_OVER_WITHOUT_PROCESSES();
  const Pipe ready;
  constexpr std::size_t kRuns = 50;
  Process following([&] {
    while (!ground->open_reader().ok()) ::usleep(1000);
    const auto other = *ground->open_reader();
    ready.tell();
    std::size_t seen = 0;
    while (seen < 3 * kRuns) {
      const auto waited = other->wait_beyond(seen, 10s);
      if (!waited.ok() || !*waited) return false;
      const auto part = other->read_after(seen, 1000);
      if (!part.ok() || part->size() % 3 != 0) return false;
      for (const Placed& placed : *part) {
        if (placed.position != ++seen) return false;
      }
    }
    return verify(*other).ok();
  });
  const auto journal = writer();
  ready.hear();
  Writer kiosk(1);
  for (std::size_t i = 0; i < kRuns; ++i) append(*journal, kiosk.next());
  EXPECT_TRUE(following.ended_well());
}

TEST_P(JournalContract, AWriterKilledBetweenAppendsLosesNothing) {
  PASS_OVER_WITHOUT_PROCESSES();
  Writer kiosk(1);
  mn::Run wanted;
  for (int round = 0; round < 5; ++round) {
    const mn::Run first = kiosk.next(), second = kiosk.next();
    const Pipe answered;
    Process writing([&] {
      const auto journal = *ground->open_writer(sealed::kCampaign);
      if (append(*journal, first).outcome != Outcome::appended) return false;
      answered.tell();
      if (append(*journal, second).outcome != Outcome::appended) return false;
      answered.tell();
      ::pause();
      return true;
    });
    answered.hear();
    const auto beside = reader();  // while it lives
    answered.hear();
    wanted = joined({wanted, first, second});
    EXPECT_TRUE(same_entries(all(*beside), wanted));
    const auto busy = ground->open_writer(sealed::kCampaign);
    EXPECT_FALSE(busy.ok());
    EXPECT_EQ(busy.failure().cause, Cause::busy);
    writing.kill_now();
    EXPECT_TRUE(same_entries(all(*beside), wanted)) << "the same reader, after the writer died";
    EXPECT_TRUE(same_entries(all(*reader()), wanted)) << "a new reader, with no writer at all";
    EXPECT_TRUE(verify(*reader()).ok());
  }
  const auto journal = writer();
  EXPECT_EQ(append(*journal, joined({kiosk.next()})).outcome, Outcome::appended);
  EXPECT_TRUE(verify(*journal).ok());
}

TEST_P(JournalContract, AWriterKilledAnywhereLosesNothingItAnswered) {
  PASS_OVER_WITHOUT_PROCESSES();
  Writer kiosk(1);
  std::vector<mn::Run> runs;
  for (int i = 0; i < 2000; ++i) runs.push_back(kiosk.next());
  std::size_t kept_before = 0;
  for (unsigned round = 0; round < 12; ++round) {
    int answered[2];
    ASSERT_EQ(::pipe(answered), 0);
    Process writing([&] {
      const auto journal = *ground->open_writer(sealed::kCampaign);
      for (std::size_t i = kept_before; i < runs.size(); ++i) {
        if (append(*journal, runs[i]).outcome == Outcome::conflict) return false;
        if (::write(answered[1], "x", 1) != 1) return false;
      }
      return true;
    });
    ::close(answered[1]);
    ::usleep(15'000 + 1'700 * round);  // any moment will do: the assertion below holds for each
    writing.kill_now();
    std::size_t acknowledged = kept_before;
    char told = 0;
    while (::read(answered[0], &told, 1) == 1) ++acknowledged;
    ::close(answered[0]);
    const auto journal = writer();
    const std::size_t kept = *journal->last_position() / 3;
    EXPECT_GE(kept, acknowledged);
    EXPECT_LE(kept, acknowledged + 1);
    for (std::size_t i = kept_before; i < kept; ++i) {
      EXPECT_EQ(journal->find_visit(kiosk.head.origin, runs[i].front().header.visit)->size(), 3u);
    }
    EXPECT_TRUE(verify(*journal).ok());
    kept_before = kept;
  }
  EXPECT_GT(kept_before, 0u);
}

}  // namespace
}  // namespace mn
