// The window's printer: each job is answered exactly once, whatever the program or the printer does, and nobody waits.
#include "kiosk/printing/printer.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>

#include "tests/printing/escpos_reader.h"
#include "tests/printing/fake_printer.h"
#include "tests/printing/slips.h"
#include "tests/support/folder.h"

namespace mn::printing {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Asked = JobOutcome::Asked;

PrinterOptions options_to(const std::string& to) {
  PrinterOptions options;
  options.program = MANGNON_PRINT;
  options.to = to;
  options.limit = 10s;
  return options;
}

std::vector<JobOutcome> wait_for(Printer& printer, std::size_t count, Clock::duration limit = 15s) {
  std::vector<JobOutcome> out;
  const auto until = Clock::now() + limit;
  while (out.size() < count && Clock::now() < until) {
    for (JobOutcome& one : printer.take_outcomes()) out.push_back(std::move(one));
    std::this_thread::sleep_for(2ms);
  }
  EXPECT_EQ(out.size(), count);
  return out;
}

// A program of a few words in place of mangnon-print.
class Script {
 public:
  explicit Script(const std::string& body) {
    std::ofstream(path()) << "#!/bin/sh\n" << body << "\n";
    ::chmod(path().c_str(), 0700);
  }
  std::string path() const { return folder_.file("print"); }
  std::string file(const std::string& name) const { return folder_.file(name); }
  PrinterOptions options() const {
    PrinterOptions out = options_to("folder:" + folder_.path().string());
    out.program = path();
    return out;
  }

 private:
  TemporaryFolder folder_;
};

TEST(Printer, PrintsAsksAndTests) {
  TcpPrinter network({});
  std::atomic<int> called = 0;
  PrinterOptions options = options_to(network.spec());
  options.outcome_made = [&] { ++called; };
  Printer printer(options);
  EXPECT_EQ(printer.print(slip_of("transfer")), PrintJob{1});
  const std::vector<JobOutcome> first = wait_for(printer, 1);
  EXPECT_EQ(first.at(0).job, PrintJob{1});
  EXPECT_EQ(first.at(0).asked, Asked::slip);
  EXPECT_EQ(first.at(0).report.outcome, PrintOutcome::printed) << first.at(0).report.words;
  EXPECT_EQ(read_job(network.job()).bitmap.width_dots, 576);
  EXPECT_EQ(printer.ask_status(), PrintJob{2});
  const std::vector<JobOutcome> second = wait_for(printer, 1);
  EXPECT_EQ(second.at(0).asked, Asked::status);
  EXPECT_EQ(second.at(0).report.outcome, PrintOutcome::ready);
  EXPECT_EQ(printer.print_test_slip(), PrintJob{3});
  EXPECT_EQ(wait_for(printer, 1).at(0).report.outcome, PrintOutcome::printed);
  EXPECT_EQ(called, 3);
  EXPECT_TRUE(printer.take_outcomes().empty());
}

TEST(Printer, EveryPrinterGetsItsOutcome) {
  struct Case {
    const char* name;
    Manners manners;
    PrintOutcome outcome;
  };
  for (const Case& one : {Case{"no paper", {.paper_until = 0}, PrintOutcome::paper_out},
                          Case{"paper ends midway", {.paper_until = 30'000}, PrintOutcome::paper_out},
                          Case{"cover", {.cover_open = true}, PrintOutcome::jam_or_offline},
                          Case{"closes", {.closes_after = 5000}, PrintOutcome::jam_or_offline},
                          Case{"hangs", {.answers = false, .reads_until = 5000}, PrintOutcome::jam_or_offline}}) {
    TcpPrinter network(one.manners);
    std::string complaints;
    PrinterOptions options = options_to(network.spec());
    options.limit = 4s;
    options.complain = [&](const std::string& words) { complaints += words; };
    {
      Printer printer(options);
      ASSERT_TRUE(printer.print(slip_of("transfer")));
      const std::vector<JobOutcome> outcomes = wait_for(printer, 1);
      ASSERT_EQ(outcomes.size(), 1U) << one.name;
      EXPECT_EQ(outcomes[0].report.outcome, one.outcome) << one.name << ": " << outcomes[0].report.words;
    }
    EXPECT_FALSE(complaints.empty()) << one.name;
    for (const char* personal : {"Nguyễn", "Ví Dụ", "2.000.000", "QBTTE"})
      EXPECT_EQ(complaints.find(personal), std::string::npos) << complaints;
  }
}

TEST(Printer, OnAFifo) {
  const TemporaryFolder folder;
  const std::string path = folder.file("printer");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  FakePrinter fake(Descriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)), {});
  PrinterOptions options = options_to("device:" + path);
  options.width_mm = 58;
  options.cut = false;
  Printer printer(options);
  ASSERT_TRUE(printer.print(slip_of("goods")));
  EXPECT_EQ(wait_for(printer, 1).at(0).report.outcome, PrintOutcome::printed);
  const ReadJob job = read_job(fake.job());
  EXPECT_EQ(job.wrong, "");
  EXPECT_EQ(job.bitmap.width_dots, 384);
  EXPECT_GT(job.fed_lines, 0);
}

TEST(Printer, OneUnderWayAndOneWaits) {
  const Script slow(
      "cat >/dev/null; touch \"$(dirname \"$0\")/begun\"; sleep 0.4; echo '{\"outcome\":\"printed\",\"words\":\"\"}'");
  Printer printer(slow.options());
  EXPECT_EQ(printer.print(slip_of("transfer")), PrintJob{1});
  for (int i = 0; i < 2000 && !std::ifstream(slow.file("begun")).good(); ++i) std::this_thread::sleep_for(1ms);
  const auto began = Clock::now();
  EXPECT_EQ(printer.print(slip_of("goods")), PrintJob{2});
  EXPECT_EQ(printer.print(slip_of("goods")), std::nullopt);
  EXPECT_EQ(printer.ask_status(), std::nullopt);
  EXPECT_LT(Clock::now() - began, 100ms) << "nobody waits";
  const std::vector<JobOutcome> outcomes = wait_for(printer, 2);
  EXPECT_EQ(outcomes.at(0).job, PrintJob{1});
  EXPECT_EQ(outcomes.at(1).job, PrintJob{2});
  EXPECT_EQ(printer.print(slip_of("goods")), PrintJob{3}) << "the numbers of refused jobs are not used up";
  wait_for(printer, 1);
}

TEST(Printer, ProgramsThatMisbehave) {
  struct Case {
    const char* name;
    const char* body;
    PrintOutcome outcome;
  };
  for (const Case& one :
       {Case{"reads nothing and ends", "exit 0", PrintOutcome::failed},
        Case{"says something else", "cat >/dev/null; echo hello; exit 0", PrintOutcome::failed},
        Case{"says too much", "cat >/dev/null; yes | head -c 1000000", PrintOutcome::failed},
        Case{"says two lines", "echo '{\"outcome\":\"printed\",\"words\":\"\"}'; echo x", PrintOutcome::failed},
        Case{"dies", "kill -9 $$", PrintOutcome::failed}, Case{"hangs", "exec sleep 30", PrintOutcome::jam_or_offline},
        Case{"closes its output and hangs", "exec >&-; exec sleep 30", PrintOutcome::jam_or_offline},
        Case{"ignores signals", "trap '' TERM INT HUP; while :; do sleep 0.1; done", PrintOutcome::jam_or_offline},
        Case{"leaves a child", "sleep 30 & cat >/dev/null; wait", PrintOutcome::jam_or_offline}}) {
    const Script script(one.body);
    PrinterOptions options = script.options();
    options.limit = 1500ms;
    Printer printer(options);
    const auto began = Clock::now();
    ASSERT_TRUE(printer.print(slip_of("longest")));
    const std::vector<JobOutcome> outcomes = wait_for(printer, 1, 6s);
    ASSERT_EQ(outcomes.size(), 1U) << one.name;
    EXPECT_EQ(outcomes[0].report.outcome, one.outcome) << one.name << ": " << outcomes[0].report.words;
    EXPECT_LT(Clock::now() - began, 5s) << one.name;
  }
}

TEST(Printer, AProgramThatIsNotThereIsSaid) {
  PrinterOptions options = options_to("folder:/tmp");
  options.program = "/nowhere/mangnon-print";
  Printer printer(options);
  ASSERT_TRUE(printer.ask_status());
  const std::vector<JobOutcome> outcomes = wait_for(printer, 1);
  EXPECT_EQ(outcomes.at(0).report.outcome, PrintOutcome::failed);
  EXPECT_NE(outcomes.at(0).report.words.find("/nowhere/mangnon-print"), std::string::npos);
}

// The default program is looked for beside this one: the tests' own folder has none.
TEST(Printer, LooksBesideItsOwnProgram) {
  PrinterOptions options = options_to("folder:/tmp");
  options.program.clear();
  Printer printer(options);
  ASSERT_TRUE(printer.ask_status());
  const JobOutcome outcome = wait_for(printer, 1).at(0);
  const std::string own = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "mangnon-print";
  EXPECT_TRUE(outcome.report.words.find(own) != std::string::npos || outcome.report.outcome == PrintOutcome::ready);
}

TEST(Printer, EndsQuicklyAndTakesTheProgramAlong) {
  const Script slow("echo $$ >\"$(dirname \"$0\")/pid\"; sleep 77 & echo $! >\"$(dirname \"$0\")/child\"; wait");
  PrinterOptions options = slow.options();
  options.limit = 60s;
  options.patience_at_end = 200ms;
  const auto began = Clock::now();
  {
    Printer printer(options);
    ASSERT_TRUE(printer.print(slip_of("transfer")));
    for (int i = 0; i < 500 && !std::ifstream(slow.file("child")).good(); ++i) std::this_thread::sleep_for(5ms);
    ASSERT_TRUE(printer.print(slip_of("transfer")));
  }
  EXPECT_LT(Clock::now() - began, 4s);
  for (const char* name : {"pid", "child"}) {
    pid_t pid = 0;
    std::ifstream(slow.file(name)) >> pid;
    ASSERT_GT(pid, 0) << name;
    for (int i = 0; i < 200 && ::kill(pid, 0) == 0; ++i) std::this_thread::sleep_for(5ms);
    const std::string state = "/proc/" + std::to_string(pid) + "/stat";
    std::string words;
    std::getline(std::ifstream(state), words);
    EXPECT_TRUE(words.empty() || words.find(") Z ") != std::string::npos) << name << " lives on: " << words;
  }
}

TEST(Printer, ASlipUnderWayIsFinishedWhenTheWindowEnds) {
  const Script slow(
      "cat >/dev/null; touch \"$(dirname \"$0\")/begun\"; sleep 0.6; touch \"$(dirname \"$0\")/done\"; echo "
      "'{\"outcome\":\"printed\",\"words\":\"\"}'");
  {
    Printer printer(slow.options());
    ASSERT_TRUE(printer.print(slip_of("transfer")));
    for (int i = 0; i < 2000 && !std::ifstream(slow.file("begun")).good(); ++i) std::this_thread::sleep_for(1ms);
  }
  EXPECT_TRUE(std::ifstream(slow.file("done")).good());
}

// The child gets three descriptors: no journal, no window, no other printer's pipe.
TEST(Printer, TheProgramInheritsNothing) {
  const Script looks("ls -l /proc/self/fd >\"$(dirname \"$0\")/open\"; cat >/dev/null");
  const int secret = ::open("/etc/passwd", O_RDONLY);  // not O_CLOEXEC, as a library might
  {
    Printer printer(looks.options());
    ASSERT_TRUE(printer.print(slip_of("transfer")));
    wait_for(printer, 1);
  }
  ::close(secret);
  std::string open;
  std::getline(std::ifstream(looks.file("open")), open, '\0');
  EXPECT_NE(open.find("0 -> "), std::string::npos);
  EXPECT_EQ(open.find("/etc/passwd"), std::string::npos) << open;
}

}  // namespace
}  // namespace mn::printing
