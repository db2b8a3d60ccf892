// Slips in a folder: their names, for their owner only, whole or not at all, nothing half-written left.
#include "kiosk/printing/folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <regex>

#include "tests/support/folder.h"

namespace mn::printing {
namespace {

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) out.push_back(entry.path().filename());
  return out;
}

TEST(Folder, ASlipIsNamedByTimeAndCodeAndIsItsOwnersOnly) {
  const TemporaryFolder folder;
  const std::filesystem::path inside = folder.path() / "slips";
  ASSERT_EQ(save_slip(inside, "QBTTE7K3M9P", "%PDF").outcome, PrintOutcome::printed);
  const std::vector<std::string> names = names_in(inside);
  ASSERT_EQ(names.size(), 1U);
  EXPECT_TRUE(std::regex_match(names[0], std::regex(R"(\d{8}-\d{6}-QBTTE7K3M9P\.pdf)"))) << names[0];
  struct stat about {};
  ASSERT_EQ(::stat((inside / names[0]).c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600U);
  EXPECT_EQ(about.st_size, 4);
  ASSERT_EQ(::stat(inside.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0700U);
}

TEST(Folder, ASecondSlipOfTheSameSecondDoesNotReplaceTheFirst) {
  const TemporaryFolder folder;
  for (int i = 0; i < 5; ++i) ASSERT_EQ(save_slip(folder.path(), "QBTTE7K3M9P", "%PDF").outcome, PrintOutcome::printed);
  EXPECT_EQ(names_in(folder.path()).size(), 5U);
}

TEST(Folder, WhatCannotBeWrittenIsSaidAndNothingIsLeft) {
  const TemporaryFolder folder;
  EXPECT_EQ(save_slip(folder.path() / "a/b/c", "QBTTE7K3M9P", "%PDF").outcome, PrintOutcome::failed);
  EXPECT_EQ(ask_folder(folder.path() / "a/b/c").outcome, PrintOutcome::failed);
  EXPECT_EQ(save_slip("/proc/self/fd", "QBTTE7K3M9P", "%PDF").outcome, PrintOutcome::failed);
  EXPECT_TRUE(names_in(folder.path()).empty());
  EXPECT_EQ(ask_folder(folder.path()).outcome, PrintOutcome::ready);
  // A disk that is full from the first byte on.
  EXPECT_EQ(save_bytes("/dev/full", "bytes").outcome, PrintOutcome::failed);
}

}  // namespace
}  // namespace mn::printing
