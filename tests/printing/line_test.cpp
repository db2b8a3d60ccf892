// Printers that misbehave, on TCP, on a pseudo-terminal and on a FIFO: each gets its outcome, within its time limit,
// and no slip is left in a printer for the next giver.
#include "kiosk/printing/line.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <chrono>

#include "kiosk/printing/device.h"
#include "kiosk/printing/tcp.h"
#include "tests/printing/escpos_reader.h"
#include "tests/printing/fake_printer.h"
#include "tests/support/folder.h"

namespace mn::printing {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

const Limits kQuick = {.connect_ms = 500, .stall_ms = 300, .answer_ms = 200, .done_ms = 1500};
constexpr auto kOutcomeMax = 4s;

// 2000 lines: more than any buffer on the way holds.
Bytes a_job() {
  Bitmap bitmap{576, 4000, {}};
  bitmap.rows.assign(bitmap.row_bytes() * 4000, 0x55);
  return escpos_job(bitmap, Ending::cut);
}

struct Case {
  const char* name;
  Manners manners;
  PrintOutcome outcome;
  const char* words;
  bool whole = false;    // the job came out
  bool forgets = false;  // and the rest was thrown away
};
const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      {"well", {}, PrintOutcome::printed, "it is done", true},
      {"silent", {.answers = false}, PrintOutcome::printed, "took everything", true},
      {"never done", {.says_done = false}, PrintOutcome::printed, "did not say", true},
      {"no paper", {.paper_until = 0}, PrintOutcome::paper_out, "no paper"},
      {"cover open", {.cover_open = true}, PrintOutcome::jam_or_offline, "cover"},
      {"paper ends midway", {.paper_until = 20'000}, PrintOutcome::paper_out, "no paper", true, true},
      {"hangs midway", {.reads_until = 20'000}, PrintOutcome::jam_or_offline, ""},
      {"silent and hangs", {.answers = false, .reads_until = 20'000}, PrintOutcome::jam_or_offline, ""},
      {"closes midway", {.closes_after = 20'000}, PrintOutcome::jam_or_offline, ""},
      {"silent and closes", {.answers = false, .closes_after = 20'000}, PrintOutcome::jam_or_offline, ""},
  };
  return all;
}

void expect(const Case& one, const PrintReport& report, Clock::duration took) {
  EXPECT_EQ(report.outcome, one.outcome) << one.name << ": " << report.words;
  EXPECT_NE(report.words.find(one.words), std::string::npos) << one.name << ": " << report.words;
  EXPECT_LT(took, kOutcomeMax) << one.name;
}

class Lines : public testing::Test {
 protected:
  void SetUp() override { ::signal(SIGPIPE, SIG_IGN); }
};

TEST_F(Lines, OverTcp) {
  const Bytes job = a_job();
  for (const Case& one : cases()) {
    TcpPrinter printer(one.manners);
    const auto began = Clock::now();
    expect(one, print_over_tcp("127.0.0.1", printer.port(), job, kQuick), Clock::now() - began);
    if (one.whole) {
      EXPECT_EQ(printer.job(), job) << one.name;
      EXPECT_EQ(printer.was_told_to_forget(), one.forgets) << one.name;
    }
  }
}

TEST_F(Lines, OnADevice) {
  const Bytes job = a_job();
  for (const Case& one : cases()) {
    DevicePrinter printer(one.manners);
    const auto began = Clock::now();
    expect(one, print_on_device(printer.path(), job, kQuick), Clock::now() - began);
    if (one.whole) {
      EXPECT_EQ(printer.printer().job(), job) << one.name;
      EXPECT_EQ(printer.printer().was_told_to_forget(), one.forgets) << one.name;
    }
  }
}

TEST_F(Lines, AskedOnly) {
  for (const Case& one : cases()) {
    if (one.whole || one.outcome == PrintOutcome::jam_or_offline) continue;
    TcpPrinter network(one.manners);
    EXPECT_EQ(ask_over_tcp("127.0.0.1", network.port(), kQuick).outcome, one.outcome) << one.name;
    DevicePrinter device(one.manners);
    EXPECT_EQ(ask_device(device.path(), kQuick).outcome, one.outcome) << one.name;
  }
  TcpPrinter well({});
  EXPECT_EQ(ask_over_tcp("127.0.0.1", well.port(), kQuick).words, "the printer is ready");
  TcpPrinter open({.cover_open = true});
  EXPECT_EQ(ask_over_tcp("127.0.0.1", open.port(), kQuick).outcome, PrintOutcome::jam_or_offline);
  EXPECT_TRUE(open.job().empty()) << "asking prints nothing";
}

TEST_F(Lines, NobodyThere) {
  std::string port;
  { port = TcpPrinter({}).port(); }
  EXPECT_EQ(print_over_tcp("127.0.0.1", port, a_job(), kQuick).outcome, PrintOutcome::no_printer);
  EXPECT_EQ(print_over_tcp("no-such-host.invalid", "9100", a_job(), kQuick).outcome, PrintOutcome::no_printer);
  EXPECT_EQ(print_on_device("/dev/usb/lp-that-is-not-there", a_job(), kQuick).outcome, PrintOutcome::no_printer);
  EXPECT_EQ(ask_device("/dev/usb/lp-that-is-not-there", kQuick).outcome, PrintOutcome::no_printer);
  EXPECT_EQ(print_on_device("/tmp", a_job(), kQuick).outcome, PrintOutcome::failed);
}

// A listener whose queue is full answers nobody, as a printer that was switched off behind a switch does.
TEST_F(Lines, ConnectingHasALimit) {
  const auto began = Clock::now();
  // TEST-NET-1 (RFC 5737): no such machine. Some networks refuse at once, others never answer.
  const PrintReport report = print_over_tcp("192.0.2.1", "9100", a_job(), kQuick);
  EXPECT_EQ(report.outcome, PrintOutcome::no_printer);
  EXPECT_LT(Clock::now() - began, kOutcomeMax);
}

TEST_F(Lines, OnAFifo) {
  const TemporaryFolder folder;
  const std::string path = folder.file("printer");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  EXPECT_EQ(print_on_device(path, a_job(), kQuick).outcome, PrintOutcome::no_printer) << "nobody reads";
  const Bytes job = a_job();
  for (const Manners& manners : {Manners{}, Manners{.reads_until = 9000}, Manners{.closes_after = 9000}}) {
    FakePrinter printer(Descriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)), manners);
    const auto began = Clock::now();
    const PrintReport report = print_on_device(path, job, kQuick);
    EXPECT_LT(Clock::now() - began, kOutcomeMax);
    const bool well = manners.reads_until == Manners::kNever && manners.closes_after == Manners::kNever;
    EXPECT_EQ(report.outcome, well ? PrintOutcome::printed : PrintOutcome::jam_or_offline) << report.words;
    if (well) {
      EXPECT_EQ(printer.job(), job) << "a FIFO is not asked: it could not answer";
    }
  }
}

TEST_F(Lines, APlainFileTakesTheBytes) {
  const TemporaryFolder folder;
  const std::string path = folder.file("bytes");
  Descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)).close_now();
  EXPECT_EQ(print_on_device(path, a_job(), kQuick).outcome, PrintOutcome::printed);
  EXPECT_EQ(std::filesystem::file_size(path), a_job().size());
}

}  // namespace
}  // namespace mn::printing
