// Where slips go, read by a table.
#include "kiosk/printing/target.h"

#include <gtest/gtest.h>

namespace mn::printing {
namespace {

TEST(Target, EachKindIsRead) {
  struct Case {
    const char* spec;
    Target target;
  };
  for (const Case& one : {
           Case{"folder:/var/lib/mangnon/slips", {TargetKind::folder, "/var/lib/mangnon/slips", ""}},
           Case{"folder:phiếu", {TargetKind::folder, "phiếu", ""}},
           Case{"device:/dev/usb/lp0", {TargetKind::device, "/dev/usb/lp0", ""}},
           Case{"file:/tmp/a:b", {TargetKind::file, "/tmp/a:b", ""}},
           Case{"cups:Receipts_1", {TargetKind::cups, "Receipts_1", ""}},
           Case{"tcp:192.168.1.50:9100", {TargetKind::tcp, "192.168.1.50", "9100"}},
           Case{"tcp:printer.hall", {TargetKind::tcp, "printer.hall", "9100"}},
           Case{"tcp:[fe80::1]:515", {TargetKind::tcp, "fe80::1", "515"}},
           Case{"tcp:[::1]", {TargetKind::tcp, "::1", "9100"}},
           Case{"tcp:a:65535", {TargetKind::tcp, "a", "65535"}},
       }) {
    const Result<Target> target = read_target(one.spec);
    ASSERT_TRUE(target) << one.spec << ": " << target.failure().words;
    EXPECT_EQ(*target, one.target) << one.spec;
  }
}

TEST(Target, WhatIsNoneIsRefused) {
  for (const std::string& spec : {std::string(),
                                  std::string("folder:"),
                                  std::string("/dev/usb/lp0"),
                                  std::string("lp:x"),
                                  std::string("tcp:"),
                                  std::string("tcp::9100"),
                                  std::string("tcp:a:0"),
                                  std::string("tcp:a:65536"),
                                  std::string("tcp:a:123456"),
                                  std::string("tcp:a:b"),
                                  std::string("tcp:a:"),
                                  std::string("tcp:[::1"),
                                  std::string("tcp:[::1]9100"),
                                  std::string("tcp:a:09100"),
                                  std::string("cups:-o"),
                                  std::string("cups:a b"),
                                  std::string("cups:a/b"),
                                  std::string("cups:a;b"),
                                  std::string("cups:") + std::string(128, 'a'),
                                  std::string("file:a\nb"),
                                  std::string("device:a\0b", 10),
                                  std::string("FOLDER:/a"),
                                  "folder:" + std::string(kTargetBytesMax, 'a')}) {
    const Result<Target> target = read_target(spec);
    ASSERT_FALSE(target) << spec;
    EXPECT_EQ(target.failure().cause, Cause::bad_input) << spec;
  }
}

}  // namespace
}  // namespace mn::printing
