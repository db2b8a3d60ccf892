// Names typed on the glass with direct keys, on the glass with Telex, and on a keyboard on the table: what is kept is
// exactly the name.
#include "tests/demo/typing.h"

#include "tests/windows/kiosk_window.h"

namespace {

using namespace mn;
using namespace mn::windows;

struct Named {
  Giver giver;
  std::string name;
  std::string telex;     // keys that make it; capitals come by themselves on the glass
  bool english = false;  // with the VI/EN key
};

const std::vector<Named>& names() {
  static const std::vector<Named> list = {
      {Giver::business, "Công ty TNHH MTV Thương mại & Dịch vụ Xứ Lạng",
       "Coong ty TNHH MTV Thuwowng maij & Dichj vuj Xuws Langj"},
      {Giver::person, "H'Hen Niê", "H'Hen Niee"},
      {Giver::person, "Đặng Thị Ước", "Ddawngj Thij Uwowcs"},
      {Giver::business, "Samsung", "Samsung", true},
  };
  return list;
}

std::vector<std::string> labels_of(const std::string& keys) {
  std::vector<std::string> out;
  for (const char key : keys) out.push_back(key == ' ' ? "space" : std::string(1, key));
  return out;
}

demo::Donor to_the_name(const Named& named) {
  demo::Donor donor = plain_donor();
  donor.giver = named.giver;
  return donor;
}

class Typing : public testing::Test {
 protected:
  void SetUp() override { ASSERT_NO_FATAL_FAILURE(kiosk_.start()); }

  void go_to_the_name(const Named& named) { kiosk_.go(to_the_name(named), "name"); }
  void finish_visit() {
    for (const char* key : {"btn.next", "btn.confirm"}) ASSERT_NO_FATAL_FAILURE(kiosk_.touch_word(key));
    ASSERT_NO_FATAL_FAILURE(kiosk_.take_leave());
  }
  // In the order of names().
  void expect_all_kept() {
    const std::vector<Pledge> pledges = kiosk_.folded().tally.pledges;
    ASSERT_EQ(pledges.size(), names().size());
    const std::string shown = kiosk_.mangnon({"show", kiosk_.journal()});
    for (std::size_t i = 0; i < names().size(); ++i) {
      EXPECT_EQ(pledges[i].shown_as, names()[i].name);
      EXPECT_NE(shown.find("\"shown_as\":\"" + names()[i].name + "\""), std::string::npos) << names()[i].name;
    }
  }

  KioskWindow kiosk_;
};

TEST_F(Typing, WithTheDirectKeysOfTheGlass) {
  for (const Named& named : names()) {
    ASSERT_NO_FATAL_FAILURE(go_to_the_name(named));
    ASSERT_NO_FATAL_FAILURE(kiosk_.press_keys(demo::key_labels(named.name)));
    ASSERT_NO_FATAL_FAILURE(finish_visit());
  }
  expect_all_kept();
}

TEST_F(Typing, WithTelexOnTheGlass) {
  for (const Named& named : names()) {
    ASSERT_NO_FATAL_FAILURE(go_to_the_name(named));
    if (named.english) {
      ASSERT_NO_FATAL_FAILURE(kiosk_.touch("vi/en"));
    }
    ASSERT_NO_FATAL_FAILURE(kiosk_.press_keys(labels_of(named.telex)));
    ASSERT_NO_FATAL_FAILURE(finish_visit());
  }
  expect_all_kept();
}

TEST_F(Typing, OnAKeyboardOnTheTable) {
  for (const Named& named : names()) {
    ASSERT_NO_FATAL_FAILURE(go_to_the_name(named));
    if (named.english) {
      ASSERT_NO_FATAL_FAILURE(kiosk_.touch("vi/en"));
    }
    // With a slip that is taken back, and Enter for "go on".
    ASSERT_TRUE(kiosk_.finger().type(named.telex + "9\b\n", 25));
    ASSERT_TRUE(kiosk_.wait_screen("review")) << "Enter goes on";
    ASSERT_TRUE(kiosk_.finger().type("\n", 25)) << "and confirms nothing";
    pause_ms(300);
    ASSERT_EQ(kiosk_.view().screen, "review");
    ASSERT_NO_FATAL_FAILURE(kiosk_.touch_word("btn.confirm"));
    ASSERT_NO_FATAL_FAILURE(kiosk_.take_leave());
  }
  expect_all_kept();
}

}  // namespace
