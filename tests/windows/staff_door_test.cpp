// The staff's corner at the real window: the long press, the PIN and its lock, and the way out by USB stick.
#include <filesystem>

#include "journal/file.h"
#include "tests/windows/kiosk_window.h"

namespace {

using namespace mn;
using namespace mn::windows;

constexpr const char* kPin = "25803691";
constexpr const char* kWrongPin = "111111";
constexpr int kHoldMs = 3200;
constexpr int kCheckMs = 15'000;  // argon2id may take its time on a small machine

KioskSetup with_door(const std::filesystem::path& folder) {
  return {1280, 800, {"--pin-file", (folder / "pin").string(), "--usb", (folder / "stick").string()}};
}

class StaffDoor : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(outside_.path() / "stick");
    const std::string programs = std::filesystem::canonical("/proc/self/exe").parent_path().string();
    kiosk_ = std::make_unique<KioskWindow>(with_door(outside_.path()));
    kiosk_->run("sh", {"-c", "printf '%s\\n' \"$1\" | \"$2/mangnon\" pin --stdin > \"$3\"", "sh", kPin, programs,
                       outside_.file("pin")});
    ASSERT_NO_FATAL_FAILURE(kiosk_->start());
    pause_ms(1500);
  }
  void press_the_emblem() {
    const auto emblem = kiosk_->find("staff");
    ASSERT_TRUE(emblem.has_value());
    pause_ms(400);  // the screen may have come just now
    x_ = static_cast<int>(emblem->x + emblem->width / 2), y_ = static_cast<int>(emblem->y + emblem->height / 2);
    kiosk_->finger().press(x_, y_);
  }
  void hold_the_emblem(int ms) {
    ASSERT_NO_FATAL_FAILURE(press_the_emblem());
    pause_ms(ms);
    kiosk_->finger().release_at(x_, y_);
  }
  // Held until the door opens, as anybody would: a busy machine may see the finger come down late.
  void open_the_door() {
    ASSERT_NO_FATAL_FAILURE(press_the_emblem());
    const bool opened = kiosk_->wait_screen("pin");
    kiosk_->finger().release_at(x_, y_);
    ASSERT_TRUE(opened);
  }
  void type_pin(const std::string& pin) {
    for (const char digit : pin) {
      ASSERT_NO_FATAL_FAILURE(kiosk_->touch(std::string(1, digit)));
      pause_ms(40);
    }
  }
  int wrong_kept() {
    const Result<std::string> door = read_file(kiosk_->journal() + ".door", kSettingsBytesMax);
    return door ? std::atoi(door->substr(door->find(' ') + 1).c_str()) : 0;
  }
  // Gives a wrong PIN and waits until it is counted.
  void be_wrong(int time) {
    ASSERT_NO_FATAL_FAILURE(type_pin(kWrongPin));
    ASSERT_NO_FATAL_FAILURE(kiosk_->touch_word("btn.next"));
    for (int waited = 0; waited < kCheckMs && wrong_kept() < time; waited += 20) pause_ms(20);
    ASSERT_EQ(wrong_kept(), time);
    pause_ms(150);
    ASSERT_EQ(kiosk_->view().screen, "pin");
  }
  // The right PIN, typed in full, cannot be given.
  void expect_locked() {
    ASSERT_NO_FATAL_FAILURE(type_pin(kPin));
    EXPECT_FALSE(kiosk_->find(kiosk_->word("btn.next"), 1000).has_value());
    kiosk_->finger().type("\n", 20);
    pause_ms(500);
    EXPECT_EQ(kiosk_->view().screen, "pin");
  }

  TemporaryFolder outside_;
  std::unique_ptr<KioskWindow> kiosk_;
  int x_ = 0, y_ = 0;  // of the emblem
};

TEST_F(StaffDoor, ShortPressesAreNobodysBusiness) {
  ASSERT_NO_FATAL_FAILURE(hold_the_emblem(1500));
  pause_ms(400);
  EXPECT_EQ(kiosk_->view().screen, "attract");
  // In the middle of somebody's visit the door stays shut.
  ASSERT_NO_FATAL_FAILURE(kiosk_->go(plain_donor(), "review"));
  ASSERT_NO_FATAL_FAILURE(hold_the_emblem(kHoldMs));
  pause_ms(400);
  EXPECT_EQ(kiosk_->view().screen, "review");
}

TEST_F(StaffDoor, ExportsAJournalThatAHubTakesIn) {
  demo::Donor named = plain_donor();
  named.giver = Giver::group;
  named.name = "Lớp 9A";
  for (const demo::Donor& donor : {plain_donor(), named}) {
    ASSERT_NO_FATAL_FAILURE(kiosk_->go(donor, "thanks"));
    ASSERT_NO_FATAL_FAILURE(kiosk_->take_leave());
  }
  ASSERT_NO_FATAL_FAILURE(open_the_door());
  ASSERT_NO_FATAL_FAILURE(type_pin(kPin));
  ASSERT_NO_FATAL_FAILURE(kiosk_->touch_word("btn.next"));
  ASSERT_TRUE(kiosk_->wait_screen("staff", kCheckMs));
  ASSERT_NO_FATAL_FAILURE(kiosk_->touch_word("staff.export"));
  std::string bundle;
  for (int waited = 0; waited < 10'000 && bundle.empty(); waited += 50) {
    pause_ms(50);
    for (const auto& entry : std::filesystem::directory_iterator(outside_.path() / "stick")) {
      if (entry.path().extension() == ".mnb") bundle = entry.path().string();
    }
  }
  ASSERT_FALSE(bundle.empty());
  pause_ms(500);
  kiosk_->mangnon({"bundle", "check", bundle});
  ASSERT_NO_FATAL_FAILURE(kiosk_->touch_word("staff.leave"));
  ASSERT_TRUE(kiosk_->wait_screen("attract"));

  const std::string hub = kiosk_->file("hub.db");
  kiosk_->mangnon({"new", "--journal", hub, "--name", "Trạm"});
  kiosk_->mangnon(
      {"enrol", "--journal", hub, "--card", kiosk_->journal() + ".pub", "--role", "kiosk", "--name", "Ki-ốt"});
  kiosk_->mangnon({"bundle", "import", bundle, "--journal", hub});
  const Result<demo::Folded> taken = demo::fold_journal("hub", hub);
  ASSERT_TRUE(taken.ok());
  const demo::Folded here = kiosk_->folded();
  EXPECT_EQ(here.tally.pledged.count, 2);
  EXPECT_EQ(taken->tally.pledged, here.tally.pledged);
  for (const auto& [ref, digest] : here.digests) {
    const auto at = taken->digests.find(ref);
    ASSERT_NE(at, taken->digests.end());
    EXPECT_EQ(at->second, digest);
  }
}

TEST_F(StaffDoor, FiveWrongPinsLockItAlsoAcrossAKill) {
  ASSERT_NO_FATAL_FAILURE(open_the_door());
  for (int time = 1; time <= 5; ++time) ASSERT_NO_FATAL_FAILURE(be_wrong(time));
  ASSERT_NO_FATAL_FAILURE(expect_locked());
  kiosk_->kill_hard();
  ASSERT_NO_FATAL_FAILURE(kiosk_->start());
  ASSERT_NO_FATAL_FAILURE(open_the_door());
  ASSERT_NO_FATAL_FAILURE(expect_locked());
}

}  // namespace
