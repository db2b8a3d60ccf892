// mangnon-print as it is started: exit codes, its one line, its limits, and what others on the machine can see of a
// giver.
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>
#include <thread>

#include "kiosk/printing/child.h"
#include "kiosk/printing/outcome.h"
#include "tests/printing/escpos_reader.h"
#include "tests/printing/fake_printer.h"
#include "tests/printing/slips.h"
#include "tests/support/folder.h"

namespace mn::printing {
namespace {

using namespace std::chrono_literals;

struct Said {
  int exit_code = -1;
  std::string output;
  PrintReport report;
};

Said run(std::vector<std::string> arguments, const std::string& input = "", bool with_errors = false) {
  ChildJob job;
  arguments.insert(arguments.begin(), MANGNON_PRINT);
  job.arguments = std::move(arguments);
  job.input = input;
  job.with_errors = with_errors;
  const ChildRan ran = run_child(job);
  EXPECT_EQ(ran.end, ChildEnd::ended);
  const Result<PrintReport> report = read_report(ran.output);
  return {ran.exit_code, ran.output, report ? *report : PrintReport{}};
}

Bytes bytes_of(const std::string& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  const std::string text = out.str();
  return {text.begin(), text.end()};
}

TEST(Program, WrongUsageIsTwo) {
  EXPECT_EQ(run({}).exit_code, 2);
  EXPECT_EQ(run({"--to", "somewhere"}).exit_code, 2);
  EXPECT_EQ(run({"--to", "folder:/tmp", "--width", "60"}).exit_code, 2);
  EXPECT_EQ(run({"--to", "folder:/tmp", "--test", "--status"}).exit_code, 2);
  EXPECT_EQ(run({"--what"}).exit_code, 2);
  EXPECT_EQ(run({"--help"}).exit_code, 0);
  EXPECT_EQ(run({"--version"}).exit_code, 0);
}

TEST(Program, TheJobIsWholeAtBothWidths) {
  const TemporaryFolder folder;
  for (const char* width : {"58", "80"}) {
    const std::string file = folder.file(width);
    const Said said = run({"--to", "file:" + file, "--width", width}, slip_json("transfer"));
    EXPECT_EQ(said.exit_code, 0) << said.output;
    EXPECT_EQ(said.report.outcome, PrintOutcome::printed);
    const Bytes bytes = bytes_of(file);
    const ReadJob job = read_job(bytes);
    EXPECT_EQ(job.wrong, "");
    EXPECT_EQ(job.bitmap.width_dots, width == std::string("58") ? 384 : 576);
    EXPECT_GT(job.bitmap.height_dots, 1000);
    EXPECT_TRUE(job.cut);
    EXPECT_EQ(first_real_time_command(bytes), std::nullopt);
    struct stat about {};
    ASSERT_EQ(::stat(file.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600U);
  }
  EXPECT_EQ(run({"--to", "file:" + folder.file("c"), "--no-cut", "--test"}).exit_code, 0);
  EXPECT_GT(read_job(bytes_of(folder.file("c"))).fed_lines, 0);
}

TEST(Program, ABadSlipIsNotPrintedAndNotQuoted) {
  const TemporaryFolder folder;
  std::string bad = slip_json("transfer");
  bad.replace(bad.find("\"note\""), 6, "\"Nguyễn\"");
  for (const std::string& input : {std::string(), std::string("{"), bad, std::string(200'000, 'x')}) {
    const Said said = run({"--to", "file:" + folder.file("job")}, input, true);
    EXPECT_EQ(said.exit_code, 1);
    EXPECT_EQ(said.report.outcome, PrintOutcome::failed);
    EXPECT_EQ(said.output.find("Nguyễn"), std::string::npos) << said.output;
    EXPECT_FALSE(std::filesystem::exists(folder.file("job")));
  }
}

TEST(Program, AFolderGetsOnePdfAndNothingElse) {
  const TemporaryFolder folder;
  const std::filesystem::path slips = folder.path() / "slips";
  EXPECT_EQ(run({"--to", "folder:" + slips.string()}, slip_json("transfer")).report.outcome, PrintOutcome::printed);
  EXPECT_EQ(run({"--to", "folder:" + slips.string(), "--status"}).report.outcome, PrintOutcome::ready);
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(slips)) {
    ++files;
    EXPECT_EQ(entry.path().extension(), ".pdf");
    const Bytes bytes = bytes_of(entry.path());
    EXPECT_EQ(std::string(bytes.begin(), bytes.begin() + 5), "%PDF-");
    EXPECT_NE(entry.path().string().find("QBTTE7K3M9P"), std::string::npos);
  }
  EXPECT_EQ(files, 1);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Program, OutcomesOfPrinters) {
  TcpPrinter well({});
  EXPECT_EQ(run({"--to", well.spec()}, slip_json("transfer")).report.outcome, PrintOutcome::printed);
  const Bytes job = well.job();
  EXPECT_EQ(read_job(job).wrong, "");
  TcpPrinter empty({.paper_until = 0});
  const Said no_paper = run({"--to", empty.spec()}, slip_json("transfer"));
  EXPECT_EQ(no_paper.report.outcome, PrintOutcome::paper_out);
  EXPECT_EQ(no_paper.exit_code, 1);
  EXPECT_TRUE(empty.job().empty());
  EXPECT_EQ(run({"--to", empty.spec(), "--status"}).report.outcome, PrintOutcome::paper_out);
  DevicePrinter open({.cover_open = true});
  EXPECT_EQ(run({"--to", "device:" + open.path()}, slip_json("transfer")).report.outcome, PrintOutcome::jam_or_offline);
  EXPECT_EQ(run({"--to", "device:/dev/usb/none"}, slip_json("transfer")).report.outcome, PrintOutcome::no_printer);
}

// A slip that never comes, as when the kiosk hangs: the program's own limit ends it.
TEST(Program, EndsByItself) {
  const auto began = std::chrono::steady_clock::now();
  ChildJob job;
  TcpPrinter hangs({.answers = false, .reads_until = 1});
  job.arguments = {MANGNON_PRINT, "--to", hangs.spec(), "--limit", "1"};
  const std::string input = slip_json("transfer");
  job.input = input;
  const ChildRan ran = run_child(job);
  EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
  EXPECT_EQ(ran.exit_code, 1);
  const Result<PrintReport> report = read_report(ran.output);
  ASSERT_TRUE(report) << ran.output;
  EXPECT_EQ(report->outcome, PrintOutcome::jam_or_offline);
}

std::string text_of_file(const std::filesystem::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

// While a slip is under way: nothing of it in the arguments or the environment, no file open or left that holds it, no
// core.
TEST(Program, NothingOfTheGiverCanBeSeenFromOutside) {
  TcpPrinter hangs({.answers = false, .reads_until = 1000});
  const std::string input = slip_json("transfer");
  const TemporaryFolder folder;
  const std::filesystem::path temporary = folder.path();
  ::setenv("TMPDIR", temporary.c_str(), 1);
  std::thread printing([&] {
    ChildJob job;
    job.arguments = {MANGNON_PRINT, "--to", hangs.spec(), "--limit", "3"};
    job.input = input;
    run_child(job);
  });
  int looked = 0;
  for (int i = 0; i < 200 && looked < 20; ++i) {
    std::this_thread::sleep_for(20ms);
    std::error_code ignored;
    for (const auto& process : std::filesystem::directory_iterator("/proc", ignored)) {
      const std::string words = text_of_file(process.path() / "cmdline");
      if (words.find(hangs.spec()) == std::string::npos) continue;
      ++looked;
      for (const char* personal : {"Nguyễn", "Ví Dụ", "2.000.000", "QBTTE7K3M9P", "8400201000123"}) {
        EXPECT_EQ(words.find(personal), std::string::npos) << words;
        EXPECT_EQ(text_of_file(process.path() / "environ").find(personal), std::string::npos);
      }
      const std::string limits = text_of_file(process.path() / "limits");
      const std::size_t core = limits.find("Max core file size");
      if (core != std::string::npos) {
        EXPECT_EQ(limits.substr(core, 60).find("unlimited"), std::string::npos) << limits;
      }
      for (const auto& open : std::filesystem::directory_iterator(process.path() / "fd", ignored)) {
        const std::string to = std::filesystem::read_symlink(open.path(), ignored);
        EXPECT_NE(to.find(temporary.string() + "/"), 0U) << "an open file: " << to;
      }
    }
  }
  printing.join();
  EXPECT_GE(looked, 5) << "the program was not seen while it ran";
  ::unsetenv("TMPDIR");
  EXPECT_TRUE(std::filesystem::is_empty(temporary));
}

}  // namespace
}  // namespace mn::printing
