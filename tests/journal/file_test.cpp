// Files read and written whole.
#include "journal/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "tests/support/folder.h"

namespace mn {
namespace {

TEST(File, IsReadBackAsItWasWritten) {
  const TemporaryFolder folder;
  const std::string path = folder.file("a");
  for (const std::string& text :
       {std::string("Quỹ Bảo trợ"), std::string(), std::string("\0\xff\n", 3), std::string(300'000, 'x')}) {
    ASSERT_TRUE(write_file(path, text).ok());
    EXPECT_EQ(*read_file(path, 1 << 20), text);
  }
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& file : std::filesystem::directory_iterator(folder.path())) ++files;
  EXPECT_EQ(files, 1u) << "no temporary file is left";
}

TEST(File, LimitsAndAbsencesAreNamed) {
  const TemporaryFolder folder;
  const std::string path = folder.file("a");
  EXPECT_EQ(read_file(path, 10).failure().cause, Cause::not_found);
  ASSERT_TRUE(write_file(path, "0123456789").ok());
  EXPECT_TRUE(read_file(path, 10).ok());
  EXPECT_EQ(read_file(path, 9).failure().cause, Cause::bad_input);
  EXPECT_EQ(read_file(folder.path(), 10).failure().cause, Cause::bad_input);
  EXPECT_NE(read_file(path, 9).failure().words.find(path), std::string::npos);
  EXPECT_FALSE(write_file(folder.file("no/such/file"), "x").ok());
}

TEST(File, AFailedWriteLeavesTheOldFile) {
  const TemporaryFolder folder;
  const std::string path = folder.file("a");
  std::filesystem::create_directory(path);  // a rename over a folder fails
  EXPECT_FALSE(write_file(path, "x").ok());
  EXPECT_TRUE(std::filesystem::is_directory(path));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(File, AKeyIsForItsOwnerOnly) {
  const TemporaryFolder folder;
  const std::string path = folder.file("a");
  ASSERT_TRUE(write_file(path, "public").ok());
  ASSERT_TRUE(write_file(path, "secret", Readers::owner).ok());
  struct stat about {};
  ASSERT_EQ(::stat(path.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600u);
}

TEST(File, AssetsAreFoundFromTheBuildTreeAndWhereTold) {
  EXPECT_EQ(std::filesystem::canonical(asset_path("campaign/lang-son-2025.json")),
            std::filesystem::canonical(MANGNON_SOURCE_DIR "/assets/campaign/lang-son-2025.json"));
  ::setenv("MANGNON_ASSETS", "/elsewhere", 1);
  EXPECT_EQ(asset_path("a/b"), "/elsewhere/a/b");
  ::unsetenv("MANGNON_ASSETS");
}

TEST(File, TheBundledCampaignLoads) {
  const Result<Campaign> campaign = load_campaign({});
  ASSERT_TRUE(campaign.ok()) << campaign.failure().words;
  EXPECT_EQ(campaign->id.text, "lang-son-2025");
  EXPECT_EQ(load_campaign("/no/such/campaign.json").failure().cause, Cause::not_found);
}

TEST(File, TheStringsLoad) {
  const auto strings = load_strings();
  ASSERT_TRUE(strings.ok()) << strings.failure().words;
  EXPECT_GT(strings->size(), 0u);
}

}  // namespace
}  // namespace mn
