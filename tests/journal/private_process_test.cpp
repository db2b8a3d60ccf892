// A process that keeps its memory to itself: what the kernel says about it, and what it leaves when it crashes.
#include "journal/private_process.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <string>

#include "tests/support/folder.h"

namespace mn {
namespace {

// Runs in a child, so that the test program itself stays as it is. Gives the child's status.
int in_child(const std::function<int()>& work) {
  const pid_t child = fork();
  if (child == 0) _exit(work());
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

long locked_kib() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    long kib = 0;
    if (word == "VmLck:" && status >> kib) return kib;
  }
  return -1;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kLockingIsReal = false;  // the sanitizer makes mlockall do nothing: its shadow could not be locked
#else
constexpr bool kLockingIsReal = true;
#endif

TEST(PrivateProcess, TheKernelAgrees) {
  const int status = in_child([] {
    const Privacy privacy = keep_private();
    rlimit core{1, 1};
    getrlimit(RLIMIT_CORE, &core);
    if (!privacy.no_core || !privacy.no_tracing) return 1;
    if (core.rlim_cur != 0 || core.rlim_max != 0) return 2;
    if (prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0) return 3;
    if (privacy.no_swapping && kLockingIsReal && locked_kib() <= 0) return 4;
    if (privacy.no_swapping != privacy.words.empty()) return 5;
    return 0;
  });
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(PrivateProcess, UnderALimitOnLockedMemoryNothingIsLockedAndAllocationsGoOn) {
  const int status = in_child([] {
    const rlimit small{1 << 16, 1 << 16};
    setrlimit(RLIMIT_MEMLOCK, &small);
    if (geteuid() == 0 && setuid(65534) != 0) return 10;
    const Privacy privacy = keep_private();
    if (privacy.no_swapping || privacy.words.find("LimitMEMLOCK") == std::string::npos) return 1;
    if (!privacy.no_core) return 2;
    std::string large(64 << 20, 'x');  // would fail, had it been locked for the future
    return large.back() == 'x' ? 0 : 3;
  });
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(PrivateProcess, ACrashLeavesNoCore) {
  const TemporaryFolder folder;
  const auto crash = [&](bool is_private) {
    return in_child([&, is_private]() -> int {
      rlimit most{};
      getrlimit(RLIMIT_CORE, &most);
      most.rlim_cur = most.rlim_max;
      setrlimit(RLIMIT_CORE, &most);
      if (chdir(folder.path().c_str()) != 0) return 1;
      if (is_private) (void)keep_private();
      signal(SIGABRT, SIG_DFL);
      abort();
    });
  };
  const int status = crash(true);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_FALSE(WCOREDUMP(status));
  const int other = crash(false);
  if (!WCOREDUMP(other)) GTEST_SKIP() << "this machine makes no core files of anything: nothing was proven";
}

}  // namespace
}  // namespace mn
