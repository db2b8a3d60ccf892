// The real programs: mangnon-hub and mangnon-sync as processes that are killed, restarted and restored while kiosks
// pledge.
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "journal/file.h"
#include "journal/sync_status.h"
#include "tests/sync/venue.h"

namespace mn {
namespace {

using namespace test;
using std::chrono::milliseconds;

std::string program(const std::string& name) {
  return (std::filesystem::canonical("/proc/self/exe").parent_path() / name).string();
}

std::string text_in(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A program of ours, its output in FILE. With file_bytes_max its files cannot grow beyond that, as on a full disk.
class Process {
 public:
  Process(std::vector<std::string> words, std::string output, rlim_t file_bytes_max = RLIM_INFINITY)
      : output_(std::move(output)) {
    pid_ = fork();
    if (pid_ != 0) return;
    const rlimit limit{file_bytes_max, file_bytes_max};
    setrlimit(RLIMIT_FSIZE, &limit);
    signal(SIGXFSZ, SIG_IGN);
    const int file = open(output_.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0644);
    dup2(file, STDOUT_FILENO);
    dup2(file, STDERR_FILENO);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  ~Process() { end(SIGKILL); }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // The exit code, or minus the signal.
  int wait() {
    if (pid_ == 0) return code_;
    int status = 0;
    waitpid(std::exchange(pid_, 0), &status, 0);
    return code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }
  int end(int signal) {
    if (pid_ != 0) ::kill(pid_, signal);
    return wait();
  }
  pid_t id() const { return pid_; }
  std::string output() const { return text_in(output_); }

 private:
  std::string output_;
  pid_t pid_ = 0;
  int code_ = 0;
};

class Processes : public testing::Test {
 protected:
  void SetUp() override {
    Own hub_own = open_writer(folder.file("hub.db"));
    enrol(hub_own, kiosk.origin, Role::kiosk);
    for (const char* name : {"display1.db", "display2.db"}) {
      enrol(hub_own, open_writer(folder.file(name)).origin, Role::display);
    }
  }

  void start_hub(rlim_t file_bytes_max = RLIM_INFINITY) {
    const std::string port_file = folder.file("port");
    std::filesystem::remove(port_file);
    hub = std::make_unique<Process>(std::vector<std::string>{program("mangnon-hub"), "--journal", folder.file("hub.db"),
                                                             "--listen", "127.0.0.1:" + port, "--port-file", port_file},
                                    folder.file("hub.log"), file_bytes_max);
    for (int i = 0; i < 3'000 && text_in(port_file).empty(); ++i) std::this_thread::sleep_for(milliseconds(10));
    port = std::to_string(std::stoi("0" + text_in(port_file)));
    ASSERT_NE(port, "0") << hub->output();
  }
  std::vector<std::string> sync(const std::string& direction, const std::string& journal, bool once = true) {
    std::vector<std::string> words = {program("mangnon-sync"), direction, "--journal",
                                      folder.file(journal),    "--hub",   "http://127.0.0.1:" + port};
    if (once) words.insert(words.end(), {"--once", "--timeout", "60"});
    return words;
  }
  int push_once() { return Process(sync("push", "kiosk.db"), folder.file("push.log")).wait(); }

  // Waits until a journal, read as by any other process, has the kiosk's head.
  bool arrives(const std::string& journal) {
    for (int i = 0; i < 6'000; ++i) {
      const Result<std::unique_ptr<JournalReader>> reader = open_reader(folder.file(journal));
      if (reader && *(*reader)->head(kiosk.origin) == *kiosk.journal->head(kiosk.origin)) return true;
      std::this_thread::sleep_for(milliseconds(10));
    }
    return false;
  }

  TemporaryFolder folder;
  Own kiosk = open_writer(folder.file("kiosk.db"));
  std::string port = "0";
  std::unique_ptr<Process> hub;
};

TEST_F(Processes, a_hub_killed_in_the_middle_loses_nothing_and_counts_nothing_twice) {
  start_hub();
  Process push(sync("push", "kiosk.db", false), folder.file("push.log"));
  Process pull_1(sync("pull", "display1.db", false), folder.file("pull1.log"));
  Process pull_2(sync("pull", "display2.db", false), folder.file("pull2.log"));
  for (int round = 0; round < 6; ++round) {
    for (int i = 0; i < 40; ++i) {
      pledge(kiosk, 1000 + i);
      std::this_thread::sleep_for(milliseconds(2));
    }
    hub->end(SIGKILL);
    pledge(kiosk, 777'000);  // a dead network changes nothing
    start_hub();
  }
  EXPECT_TRUE(arrives("hub.db")) << push.output();
  EXPECT_TRUE(arrives("display1.db")) << pull_1.output();
  EXPECT_TRUE(arrives("display2.db")) << pull_2.output();
  // A calm line at a change of state, not one for each try.
  const std::string said = push.output();
  EXPECT_LT(std::count(said.begin(), said.end(), '\n'), 40) << said;
  EXPECT_EQ(hub->end(SIGTERM), 0) << hub->output();
}

TEST_F(Processes, a_hub_restored_from_an_older_backup_gets_everything_again) {
  start_hub();
  pledge(kiosk, 100'000);
  EXPECT_EQ(push_once(), 0);
  EXPECT_EQ(hub->end(SIGTERM), 0);
  const std::filesystem::path backup = folder.file("backup");
  std::filesystem::create_directory(backup);
  for (const auto& file :
       std::filesystem::directory_iterator(std::filesystem::path(folder.file("hub.db")).parent_path())) {
    if (file.path().filename().string().starts_with("hub.db"))
      std::filesystem::copy(file.path(), backup / file.path().filename());
  }
  start_hub();
  Process push(sync("push", "kiosk.db", false), folder.file("push.log"));
  for (int i = 0; i < 20; ++i) pledge(kiosk, 1000 + i);
  EXPECT_TRUE(arrives("hub.db"));
  hub->end(SIGKILL);
  for (const char* tail : {"hub.db-wal", "hub.db-shm"}) std::filesystem::remove(folder.file(tail));
  for (const auto& file : std::filesystem::directory_iterator(backup)) {
    std::filesystem::copy(file.path(), folder.file(file.path().filename().string()),
                          std::filesystem::copy_options::overwrite_existing);
  }
  start_hub();
  EXPECT_TRUE(arrives("hub.db")) << "nobody pledges any more, and still everything is sent again";
}

TEST_F(Processes, a_hub_whose_disk_is_full_says_so_and_nothing_is_lost) {
  start_hub(300'000);
  Process push(sync("push", "kiosk.db", false), folder.file("push.log"));
  const auto says = [&](std::string_view words) { return push.output().find(words) != std::string::npos; };
  for (int i = 0; i < 2'000 && !says("cannot be written"); ++i) {
    pledge(kiosk, 1000 + i);
    std::this_thread::sleep_for(milliseconds(5));
  }
  EXPECT_TRUE(says("cannot be written")) << push.output();
  EXPECT_EQ(kill(hub->id(), 0), 0) << "the hub answers on: " << hub->output();
  EXPECT_EQ(hub->end(SIGTERM), 0) << hub->output();
  start_hub();
  EXPECT_TRUE(arrives("hub.db")) << push.output();
}

TEST_F(Processes, once_prints_heads_and_fails_when_something_is_refused) {
  start_hub();
  pledge(kiosk, 100'000);
  EXPECT_EQ(push_once(), 0);
  const Head head = *kiosk.journal->head(kiosk.origin);
  const std::string line = origin_text(head.origin) + " " + std::to_string(head.seq) + " " + to_hex(head.digest);
  EXPECT_NE(text_in(folder.file("push.log")).find(line), std::string::npos) << text_in(folder.file("push.log"));
  Process pull(sync("pull", "display1.db"), folder.file("pull.log"));
  EXPECT_EQ(pull.wait(), 0) << pull.output();
  EXPECT_NE(pull.output().find(line), std::string::npos) << pull.output();

  open_writer(folder.file("stranger.db"));
  Process stranger(sync("push", "stranger.db"), folder.file("stranger.log"));
  EXPECT_EQ(stranger.wait(), 1);
  EXPECT_NE(stranger.output().find("not enrolled"), std::string::npos) << stranger.output();
  std::vector<std::string> pinned = sync("push", "kiosk.db");
  pinned.insert(pinned.end(), {"--hub-card", folder.file("stranger.db.pub")});
  Process other_hub(pinned, folder.file("pinned.log"));
  EXPECT_EQ(other_hub.wait(), 1);
  EXPECT_NE(other_hub.output().find("not the one on --hub-card"), std::string::npos) << other_hub.output();
}

TEST_F(Processes, a_kiosk_from_an_old_image_is_stopped_loudly) {
  start_hub();
  pledge(kiosk, 100'000);
  EXPECT_EQ(push_once(), 0);
  kiosk.journal.reset();
  for (const char* tail : {"", ".key", ".pub"}) {
    std::filesystem::copy(folder.file("kiosk.db") + tail, folder.file("image.db") + tail);
  }
  kiosk = open_writer(folder.file("kiosk.db"));
  pledge(kiosk, 200'000);
  EXPECT_EQ(push_once(), 0);
  Own image = open_writer(folder.file("image.db"));
  ASSERT_EQ(image.origin, kiosk.origin) << "the same key: an image of the whole machine";
  pledge(image, 300'000);
  Process twin(sync("push", "image.db"), folder.file("twin.log"));
  EXPECT_EQ(twin.wait(), 1);
  EXPECT_NE(twin.output().find("old copy"), std::string::npos) << twin.output();
  EXPECT_NE(hub->output().find("CONFLICT"), std::string::npos);
  EXPECT_TRUE(arrives("hub.db"));
}

// What the kiosk's staff corner reads: FILE.sync, beside the journal.
TEST_F(Processes, a_pusher_leaves_word_of_the_hub_beside_the_journal) {
  const auto status = [&] { return read_sync_status(folder.file("kiosk.db")); };
  const auto becomes = [&](const std::function<bool(const SyncStatus&)>& so) {
    for (int i = 0; i < 2'000; ++i) {
      if (const Result<SyncStatus> now = status(); now && so(*now)) return true;
      std::this_thread::sleep_for(milliseconds(10));
    }
    return false;
  };
  const auto unsynced = [&](const SyncStatus& now) { return unsynced_entries(now, *kiosk.journal->heads()); };
  start_hub();
  pledge(kiosk, 100'000);
  Process push(sync("push", "kiosk.db", false), folder.file("push.log"));
  EXPECT_TRUE(becomes([&](const SyncStatus& now) { return unsynced(now) == 0 && now.heard && now.trouble.empty(); }))
      << sync_status_text(*status());
  EXPECT_EQ(status()->hub, "hub") << sync_status_text(*status());
  EXPECT_LT(*age_ms(*status()->heard, instant_now()), 60'000);

  hub->end(SIGKILL);
  pledge(kiosk, 200'000);
  pledge(kiosk, 300'000);
  EXPECT_TRUE(becomes([&](const SyncStatus& now) { return unsynced(now) == 4 && !now.trouble.empty(); }))
      << sync_status_text(*status());
  const Instant heard = *status()->heard;
  std::this_thread::sleep_for(milliseconds(300));
  EXPECT_EQ(status()->heard->monotonic_ns, heard.monotonic_ns) << "a hub that is gone is not heard";

  start_hub();
  EXPECT_TRUE(becomes([&](const SyncStatus& now) { return unsynced(now) == 0 && now.trouble.empty(); }))
      << sync_status_text(*status());
  EXPECT_GT(status()->heard->monotonic_ns, heard.monotonic_ns);
  // Idle, it is written every ten seconds and not at each turn of the loop.
  Instant last = status()->written;
  int writes = 0;
  for (int second = 0; second < 13; ++second) {
    std::this_thread::sleep_for(milliseconds(1'000));
    const Instant now = status()->written;
    if (now.monotonic_ns != last.monotonic_ns) ++writes;
    last = now;
  }
  EXPECT_GE(writes, 1);
  EXPECT_LE(writes, 2);
  EXPECT_EQ(text_in(folder.file("kiosk.db.sync")).find("Ví Dụ"), std::string::npos) << "no donor's name";
}

TEST_F(Processes, a_call_for_help_is_in_the_hubs_log_once_and_after_a_restart) {
  const auto told = [&](std::string_view words) {
    const std::string log = hub->output();
    int count = 0;
    for (std::size_t at = log.find(words); at != log.npos; at = log.find(words, at + 1)) ++count;
    return count;
  };
  start_hub();
  const mn::Run call = seal_next(kiosk, {Called{"amount"}});
  keep(kiosk, call);
  EXPECT_EQ(push_once(), 0);
  EXPECT_EQ(push_once(), 0);
  EXPECT_EQ(told("asks for help, at the screen \"amount\""), 1) << hub->output();
  EXPECT_EQ(told("somebody at ví dụ asks"), 1) << "by its enrolled name";
  EXPECT_EQ(hub->end(SIGTERM), 0);
  start_hub();
  EXPECT_EQ(told("asks for help"), 2) << "an open call is told again by a hub that starts";
  keep(kiosk, seal_next(kiosk, {Answered{call.front().ref()}}));
  EXPECT_EQ(push_once(), 0);
  EXPECT_EQ(told("was answered"), 1) << hub->output();
  EXPECT_EQ(hub->end(SIGTERM), 0);
  start_hub();
  EXPECT_EQ(told("asks for help"), 2);
}

TEST_F(Processes, a_status_that_cannot_be_written_stops_nothing) {
  start_hub();
  pledge(kiosk, 100'000);
  std::filesystem::create_directory(folder.file("kiosk.db.sync"));
  EXPECT_EQ(push_once(), 0);
  const std::string said = text_in(folder.file("push.log"));
  EXPECT_NE(said.find("cannot write"), std::string::npos) << said;
  EXPECT_TRUE(arrives("hub.db"));
}

TEST_F(Processes, programs_speak_to_people) {
  for (const char* name : {"mangnon-hub", "mangnon-sync"}) {
    Process version({program(name), "--version"}, folder.file("version.log"));
    EXPECT_EQ(version.wait(), 0);
    EXPECT_NE(version.output().find(std::string(name) + " 0."), std::string::npos);
    EXPECT_EQ(Process({program(name), "--help"}, folder.file("help.log")).wait(), 0);
    EXPECT_EQ(Process({program(name), "--nonsense"}, folder.file("usage.log")).wait(), 2);
  }
  Process taken({program("mangnon-hub"), "--journal", folder.file("x.db"), "--listen", "nowhere"},
                folder.file("listen.log"));
  EXPECT_EQ(taken.wait(), 2);
  EXPECT_EQ(
      Process({program("mangnon-sync"), "push", "--journal", "x", "--hub", "ftp://x"}, folder.file("url.log")).wait(),
      2);
}

}  // namespace
}  // namespace mn
