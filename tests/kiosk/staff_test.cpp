// The staff corner's rules: the lock by tables and by persistence, the clock, the sticks; and the check on its thread.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>

#include "journal/pin_hash.h"
#include "kiosk/clock_finding.h"
#include "kiosk/pin_check.h"
#include "kiosk/staff_door.h"
#include "kiosk/usb.h"
#include "tests/support/folder.h"

namespace mn::kiosk {
namespace {

constexpr std::int64_t kMinute = 60'000;

StaffDoor after_wrong(StaffDoor door, std::int64_t now_ms) { return after_check(begin_check(door), false, now_ms); }

TEST(StaffDoor, FiveWrongLockForAMinuteThenEachOneTwiceAsLong) {
  StaffDoor door;
  std::int64_t now = 1'000'000;
  for (int i = 1; i < kDoorTries; ++i) {
    EXPECT_EQ(tries_left(door), kDoorTries - i + 1);
    door = after_wrong(door, now);
    EXPECT_TRUE(may_try(door, now));
  }
  EXPECT_EQ(tries_left(door), 1);
  for (const std::int64_t minutes : {1, 2, 4, 8, 15, 15, 15}) {
    door = after_wrong(door, now);
    EXPECT_EQ(door.locked_until_ms, now + minutes * kMinute);
    EXPECT_FALSE(may_try(door, now));
    EXPECT_FALSE(may_try(door, now + minutes * kMinute - 1));
    EXPECT_EQ(locked_for_s(door, now), minutes * 60);
    EXPECT_EQ(locked_for_s(door, now + minutes * kMinute - 1), 1);
    EXPECT_EQ(locked_for_s(door, now + minutes * kMinute), 0);
    EXPECT_EQ(tries_left(door), 1);
    now += minutes * kMinute;
    EXPECT_TRUE(may_try(door, now));
  }
}

TEST(StaffDoor, ARightOneForgetsThoseBefore) {
  StaffDoor door;
  for (int i = 0; i < 4; ++i) door = after_wrong(door, 0);
  door = after_check(begin_check(door), true, 0);
  EXPECT_EQ(door.wrong, 0);
  for (int i = 0; i < 4; ++i) door = after_wrong(door, 0);
  EXPECT_TRUE(may_try(door, 0));
}

TEST(StaffDoor, NoSecondTryWhileOneIsChecked) {
  StaffDoor door = begin_check({});
  EXPECT_FALSE(may_try(door, 0));
  EXPECT_DEATH(begin_check(door), "one PIN");
  door = after_check(door, std::nullopt, 0);
  EXPECT_EQ(door.wrong, 0) << "what could not be checked was not wrong";
  EXPECT_TRUE(may_try(door, 0));
}

TEST(StaffDoor, PullingThePlugIsNoWayIn) {
  StaffDoor door;
  for (int i = 0; i < 6; ++i) door = after_wrong(door, 0);
  const StaffDoor again = after_restart(read_door_text(door_text(door)), 5'000);
  EXPECT_EQ(again.locked_until_ms, 5'000 + 2 * kMinute);
  EXPECT_EQ(after_restart(4, 5'000).locked_until_ms, 0);
  EXPECT_EQ(tries_left(after_restart(4, 5'000)), 1);
  EXPECT_EQ(after_restart(-3, 0).wrong, 0);
  // Whoever restarts it after every fourth try gains nothing either: the fifth locks.
  EXPECT_FALSE(may_try(after_wrong(after_restart(4, 0), 0), 0));
}

TEST(StaffDoor, AFileThatCannotBeReadIsNoWayIn) {
  EXPECT_EQ(read_door_text("wrong 0\n"), 0);
  EXPECT_EQ(read_door_text("wrong 17\n"), 17);
  for (const char* text : {"", "wrong", "wrong \n", "wrong -1\n", "wrong 3", "wrong 3x\n", "right 3\n",
                           "wrong 99999999999999\n", "wrong  3\n"}) {
    EXPECT_EQ(read_door_text(text), kDoorTries) << text;
  }
  EXPECT_GT(after_restart(read_door_text("garbage"), 7).locked_until_ms, 7);
}

TEST(ClockState, Table) {
  constexpr std::int64_t kS = 1'000'000;
  constexpr std::int64_t kMay2025 = 1'748'480'400 * kS;
  constexpr std::int64_t kNewYear2025 = 1'735'664'400 * kS;  // midnight in Vietnam
  struct Row {
    ClockFacts facts;
    ClockFinding state;
  };
  const std::vector<Row> table = {
      {{kMay2025, true, std::nullopt, 2025}, ClockFinding::good},
      {{kMay2025, false, std::nullopt, 2025}, ClockFinding::unsynchronised},
      {{kMay2025, std::nullopt, std::nullopt, 2025}, ClockFinding::unknown},
      {{kMay2025, true, kMay2025 - kS, 2025}, ClockFinding::good},
      {{kMay2025, true, kMay2025 + 2 * kS, 2025}, ClockFinding::good},
      {{kMay2025, true, kMay2025 + 2 * kS + 1, 2025}, ClockFinding::behind_entries},
      {{kMay2025, false, kMay2025 + 3600 * kS, 2025}, ClockFinding::behind_entries},
      {{kMay2025, true, std::nullopt, 2026}, ClockFinding::wrong_year},
      {{0, true, kMay2025, 2025}, ClockFinding::wrong_year},
      {{kNewYear2025, true, std::nullopt, 2025}, ClockFinding::good},
      {{kNewYear2025 - 1, true, std::nullopt, 2025}, ClockFinding::wrong_year},
      {{kMay2025, true, std::nullopt, 2024}, ClockFinding::good},
  };
  for (std::size_t i = 0; i < table.size(); ++i) EXPECT_EQ(clock_finding(table[i].facts), table[i].state) << i;
}

std::string line_of(const std::string& device, const std::string& point, const std::string& options = "rw,relatime",
                    const std::string& source = "/dev/sdb1", const std::string& optional = "shared:1 ") {
  return "36 35 " + device + " / " + point + " " + options + " " + optional + "- vfat " + source + " rw,fmask=0022\n";
}

TEST(UsbMounts, Table) {
  const std::string root = line_of("8:1", "/", "rw", "/dev/sda1");
  const auto folders = [&](const std::string& lines) {
    std::string out;
    for (const UsbMount& mount : usb_mounts(root + lines)) out += mount.folder + "|" + mount.label + ";";
    return out;
  };
  EXPECT_EQ(folders(""), "");
  EXPECT_EQ(folders(line_of("8:17", "/media/usb")), "/media/usb|usb;");
  EXPECT_EQ(folders(line_of("8:17", "/media/staff/QUY")), "/media/staff/QUY|QUY;");
  EXPECT_EQ(folders(line_of("8:17", "/run/media/staff/QUY")), "/run/media/staff/QUY|QUY;");
  EXPECT_EQ(folders(line_of("8:17", "/media/staff/QUY", "rw", "/dev/sdb1", "")), "/media/staff/QUY|QUY;")
      << "without optional fields";
  EXPECT_EQ(folders(line_of("8:17", "/media/staff/QUY", "rw", "/dev/sdb1", "shared:1 master:2 propagate_from:3 ")),
            "/media/staff/QUY|QUY;");
  EXPECT_EQ(folders(line_of("8:17", "/media/staff/Qu\\303\\242y\\040tr\\341\\272\\273\\134x")),
            "/media/staff/Quây trẻ\\x|Quây trẻ\\x;");
  EXPECT_EQ(folders(line_of("8:33", "/media/b") + line_of("8:17", "/media/a")), "/media/a|a;/media/b|b;");
  EXPECT_EQ(folders(line_of("8:17", "/media/a") + line_of("8:17", "/run/media/staff/a")), "/media/a|a;") << "once";
  // None of these is a stick.
  EXPECT_EQ(folders(line_of("8:1", "/media/usb")), "") << "the system's own device";
  EXPECT_EQ(folders(line_of("8:17", "/media/usb", "ro,relatime")), "") << "read-only";
  EXPECT_EQ(folders("36 35 8:17 / /media/usb rw - vfat /dev/sdb1 ro\n"), "") << "the file system is read-only";
  EXPECT_EQ(folders(line_of("0:40", "/media/usb", "rw", "tmpfs")), "") << "no device";
  EXPECT_EQ(folders(line_of("8:17", "/media")), "");
  EXPECT_EQ(folders(line_of("8:17", "/mediaX/usb")), "");
  EXPECT_EQ(folders(line_of("8:17", "/media/a/b/c")), "");
  EXPECT_EQ(folders(line_of("8:17", "/run/media/usb")), "");
  EXPECT_EQ(folders(line_of("8:17", "/srv/staff")), "");
  // And lines that are none.
  EXPECT_EQ(
      folders("\n \nx\n36 35 8:17 / /media/usb rw\n36 35 8:17 / /media/usb rw -\n36 35 8:17 / /media/usb rw - vfat\n"),
      "");
  EXPECT_EQ(usb_mounts(line_of("8:17", "/media/usb").substr(0, 40)).size(), 0u);
}

TEST(Usb, TheToldFolderIsTakenWhileItCanBeWritten) {
  const TemporaryFolder folder;
  const std::string told = folder.file("STICK");
  const auto is_found = [&] {
    const std::vector<UsbMount> found = find_usb(told);
    return !found.empty() && found.front() == UsbMount{told, "STICK"};
  };
  EXPECT_FALSE(is_found());
  std::filesystem::create_directory(told);
  EXPECT_TRUE(is_found());
  std::filesystem::remove(told);
  std::ofstream(told) << "a file";
  EXPECT_FALSE(is_found());
}

TEST(PinCheck, AnswersOnItsThreadOnce) {
  const Result<std::string> line = hash_pin("482913");
  ASSERT_TRUE(line);
  std::atomic<int> answered = 0;
  PinCheck check(*line, [&] { ++answered; });
  const auto ask = [&](std::string_view pin) {
    const auto start = std::chrono::steady_clock::now();
    check.check(TypedPin(pin));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(50)) << "asking never waits";
    for (;;) {
      if (const std::optional<PinCheck::Answer> answer = check.take_answer()) return *answer;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  };
  EXPECT_FALSE(check.take_answer());
  EXPECT_EQ(ask("482913").holds, true);
  EXPECT_FALSE(check.take_answer()) << "once";
  EXPECT_EQ(ask("482914").holds, false);
  EXPECT_EQ(ask("482913").holds, true);
  EXPECT_EQ(answered, 3);
}

TEST(PinCheck, ALineThatIsNoneAnswersWithWords) {
  PinCheck check("nothing", {});
  check.check(TypedPin("482913"));
  std::optional<PinCheck::Answer> answer;
  while (!(answer = check.take_answer())) std::this_thread::yield();
  EXPECT_FALSE(answer->holds);
  EXPECT_NE(answer->words.find("mangnon pin"), std::string::npos);
}

TEST(PinCheck, EndsWithACheckUnderWay) {
  const Result<std::string> line = hash_pin("482913");
  for (int i = 0; i < 3; ++i) {
    PinCheck check(*line, {});
    check.check(TypedPin("482913"));
  }
}

}  // namespace
}  // namespace mn::kiosk
