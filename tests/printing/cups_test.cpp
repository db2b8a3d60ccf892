// CUPS through its own programs, here played by a script that remembers how it was called: states of a queue, a job
// that is cancelled when paper ends, nothing of a giver in any argument.
#include "kiosk/printing/cups.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "tests/support/folder.h"

namespace mn::printing {
namespace {

TEST(Queue, EachStateHasItsOutcome) {
  struct Case {
    const char* said;
    PrintOutcome outcome;
    const char* words;
  };
  for (const Case& one : {
           Case{"printer-state=3 printer-state-reasons=none printer-is-accepting-jobs=true", PrintOutcome::ready,
                "ready"},
           Case{"printer-state=5 printer-state-reasons=media-empty-error", PrintOutcome::paper_out, "no paper"},
           Case{"printer-state=3 printer-state-reasons=media-needed", PrintOutcome::paper_out, "no paper"},
           Case{"printer-state=3 printer-state-reasons=media-jam-error", PrintOutcome::jam_or_offline, "jammed"},
           Case{"printer-state=3 printer-state-reasons=cover-open", PrintOutcome::jam_or_offline, "cover"},
           Case{"printer-state=3 printer-state-reasons=offline-report", PrintOutcome::jam_or_offline, "off-line"},
           Case{"printer-state=5 printer-state-reasons=paused", PrintOutcome::jam_or_offline, "stopped"},
           Case{"printer-state=3 printer-is-accepting-jobs=false", PrintOutcome::jam_or_offline, "accepts no"},
           Case{"printer-state=3 printer-state-reasons=media-low-warning", PrintOutcome::ready, "nearly"},
           Case{"printer-info='media-empty' printer-state=3 printer-state-reasons=none", PrintOutcome::ready, "ready"},
       }) {
    EXPECT_EQ(judge_queue(one.said).outcome, one.outcome) << one.said;
    EXPECT_NE(judge_queue(one.said).words.find(one.words), std::string::npos) << judge_queue(one.said).words;
  }
}

TEST(Queue, TheRequestIsReadFromWhatLpSays) {
  EXPECT_EQ(request_of("request id is Receipts-42 (1 file(s))\n"), "Receipts-42");
  EXPECT_EQ(request_of(""), "");
  EXPECT_EQ(request_of("lp: Error - no default destination\n"), "");
}

// `lp` and its kin in a folder that is the only one in $PATH.
class WithCups : public testing::Test {
 protected:
  void SetUp() override {
    before_ = ::getenv("PATH");
    ::setenv("PATH", folder_.path().c_str(), 1);
  }
  void TearDown() override { ::setenv("PATH", before_.c_str(), 1); }
  void program(const std::string& name, const std::string& body) {
    const std::string file = folder_.file(name);
    std::ofstream(file) << "#!/bin/sh\nPATH=/usr/bin:/bin\necho " << name << " \"$@\" >>" << folder_.file("calls")
                        << "\n"
                        << body;
    ::chmod(file.c_str(), 0700);
  }
  std::string text_of(const std::string& name) {
    std::ostringstream out;
    out << std::ifstream(folder_.file(name)).rdbuf();
    return out.str();
  }
  void a_queue(const std::string& state = "printer-state=3 printer-state-reasons=none") {
    program("lpoptions", "echo 'device-uri=x " + state + "'\n");
    program("lp", "cat >" + folder_.file("printed") + "\necho 'request id is Q-7 (1 file(s))'\n");
    program("lpstat", "");
    program("cancel", "");
  }
  const Pdf pdf_{"%PDF-1.5 " + std::string(100'000, 'x'), 80, 225};
  TemporaryFolder folder_;
  std::string before_;
};

TEST_F(WithCups, NotInstalled) {
  const PrintReport report = print_on_queue("Q", pdf_, 1000);
  EXPECT_EQ(report.outcome, PrintOutcome::no_printer);
  EXPECT_NE(report.words.find("install cups-client"), std::string::npos);
}

TEST_F(WithCups, HandsThePdfOverAndNamesNobody) {
  a_queue();
  EXPECT_EQ(print_on_queue("Q", pdf_, 1000).outcome, PrintOutcome::printed);
  EXPECT_EQ(text_of("printed"), pdf_.bytes);
  EXPECT_NE(text_of("calls").find("lp -d Q -t mangnon -o media=Custom.80x225mm -o print-scaling=none -"),
            std::string::npos)
      << text_of("calls");
}

TEST_F(WithCups, WithoutPaperNothingIsHandedOver) {
  a_queue("printer-state=5 printer-state-reasons=media-empty-error");
  EXPECT_EQ(print_on_queue("Q", pdf_, 1000).outcome, PrintOutcome::paper_out);
  EXPECT_EQ(text_of("calls").find("lp -d"), std::string::npos);
}

TEST_F(WithCups, WhenPaperEndsMidwayTheJobIsCancelled) {
  a_queue();
  program("lpoptions", "if [ -f " + folder_.file("printed") +
                           " ]; then echo 'printer-state=3 printer-state-reasons=media-empty'; else echo "
                           "'printer-state=3 printer-state-reasons=none'; fi\n");
  program("lpstat", "echo 'Q-7 mangnon 1024 today'\n");
  EXPECT_EQ(print_on_queue("Q", pdf_, 2000).outcome, PrintOutcome::paper_out);
  EXPECT_NE(text_of("calls").find("cancel Q-7"), std::string::npos) << text_of("calls");
}

TEST_F(WithCups, AJobThatStaysInTheQueueIsNotWaitedForForEver) {
  a_queue();
  program("lpstat", "echo 'Q-7 mangnon 1024 today'\n");
  const PrintReport report = print_on_queue("Q", pdf_, 700);
  EXPECT_EQ(report.outcome, PrintOutcome::printed);
  EXPECT_NE(report.words.find("did not say"), std::string::npos);
}

TEST_F(WithCups, ErrorsAreUnderstood) {
  a_queue();
  program("lpoptions", "echo 'lpoptions: Unknown printer or class.' >&2; exit 1\n");
  EXPECT_EQ(ask_queue("Q").outcome, PrintOutcome::no_printer);
  program("lpoptions", "");
  EXPECT_EQ(ask_queue("Q").outcome, PrintOutcome::no_printer) << "nothing said about it: it is not there";
  program("lpoptions", "echo 'printer-state=3'\n");
  program("lp", "echo 'lp: Error - The printer or class does not exist.' >&2; exit 1\n");
  EXPECT_EQ(print_on_queue("Q", pdf_, 500).outcome, PrintOutcome::no_printer);
  program("lp", "echo 'lp: Error - scheduler not responding.' >&2; exit 1\n");
  EXPECT_EQ(print_on_queue("Q", pdf_, 500).outcome, PrintOutcome::no_printer);
  program("lp", "exit 3\n");
  EXPECT_EQ(print_on_queue("Q", pdf_, 500).outcome, PrintOutcome::failed);
}

}  // namespace
}  // namespace mn::printing
