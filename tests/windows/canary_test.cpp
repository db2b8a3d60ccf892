// The canary: a telephone number and a tax code are typed at the real window, and afterwards nothing of them is left:
// not in the journal, its WAL and free pages, not in a log, not in the process's memory, and no core file is written.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/phone.h"
#include "core/tax_code.h"
#include "tests/windows/kiosk_window.h"
#include "tests/windows/memory_scan.h"

namespace {

using namespace mn;
using namespace mn::windows;

constexpr const char* kPhone = "0987263541";
constexpr const char* kName = "Tuyết Canari Thử";
constexpr const char* kMessage = "Chim nhỏ hót vang";

std::string tax_code() {
  for (int number = 490'183'640;; ++number) {
    std::string code = std::to_string(number * 10LL + number % 7);
    if (read_tax_code(code).fault == TaxCodeFault::ok) return code;
  }
}

std::vector<Trace> numbers() {
  const std::string tax = tax_code();
  std::vector<Trace> out =
      traces_of_digits("phone", kPhone, {std::string(phone_for_people(kPhone).view()), "84" + std::string(kPhone + 1)});
  for (Trace& trace : traces_of_digits("tax code", tax, {tax.substr(0, 4) + " " + tax.substr(4)})) {
    out.push_back(std::move(trace));
  }
  return out;
}

std::vector<Trace> words() {
  std::vector<Trace> out = traces_of_words("name", kName);
  for (Trace& trace : traces_of_words("message", kMessage)) out.push_back(std::move(trace));
  return out;
}

demo::Donor planted() {
  demo::Donor donor = plain_donor();
  donor.giver = Giver::person;
  donor.name = kName;
  donor.message = kMessage;
  donor.phone = kPhone;
  donor.tax_code = tax_code();
  donor.publish = true;
  return donor;
}

class Canary : public testing::Test {
 protected:
  void SetUp() override {
    if (::geteuid() != 0) GTEST_SKIP() << "reading the memory of a private process needs root";
  }
  void start(std::vector<std::string> options = {}) {
    kiosk_ = std::make_unique<KioskWindow>(KioskSetup{1280, 800, std::move(options)});
    ASSERT_NO_FATAL_FAILURE(kiosk_->start());
  }
  std::vector<Find> in_memory(const std::vector<Trace>& traces) {
    std::uint64_t read = 0;
    std::vector<Find> finds = find_in_memory(kiosk_->program().pid(), traces, read);
    EXPECT_GT(read, 10U << 20U) << "the memory was looked at";
    return finds;
  }
  // The numbers stand on the glass, and the scan sees them: what it does not see afterwards is gone.
  void type_numbers_and_see_them() {
    ASSERT_NO_FATAL_FAILURE(kiosk_->go(planted(), "contact"));
    ASSERT_NO_FATAL_FAILURE(kiosk_->press_keys(signs_of(kPhone)));
    ASSERT_NO_FATAL_FAILURE(kiosk_->touch(kiosk_->word("contact.tax") + " · " + kiosk_->word("contact.tax_note")));
    ASSERT_NO_FATAL_FAILURE(kiosk_->press_keys(signs_of(tax_code())));
    pause_ms(200);
    std::size_t phones = 0, codes = 0;
    for (const Find& find : in_memory(numbers())) {
      phones += find.what == "phone" ? 1 : 0;
      codes += find.what == "tax code" ? 1 : 0;
    }
    ASSERT_GT(phones, 0U) << "the scan must be able to find a number";
    ASSERT_GT(codes, 0U);
  }
  void expect_no_numbers(const std::string& when) {
    pause_ms(300);
    const std::vector<Find> memory = in_memory(numbers());
    EXPECT_TRUE(memory.empty()) << when << ", in memory:\n" << words_of(memory);
    expect_no_numbers_in_files(when);
  }
  void expect_no_numbers_in_files(const std::string& when) {
    const std::vector<Find> files = find_in_files(kiosk_->folder(), numbers());
    EXPECT_TRUE(files.empty()) << when << ", in files:\n" << words_of(files);
  }
  // Names and messages are recorded: the journal holds them, and the recorder's thread holds pages of the journal, in
  // memory of its own. Nothing of the drawing, the rules and the typing, which live on the program's heap and stack,
  // does.
  void expect_no_words_in_memory(const std::string& when) {
    std::vector<Find> finds = in_memory(words());
    const std::size_t all = finds.size();
    std::erase_if(finds, [](const Find& find) {
      return !find.where.starts_with("[heap]") && !find.where.starts_with("[stack]");
    });
    EXPECT_TRUE(finds.empty()) << when << ", in memory:\n" << words_of(finds);
    std::printf("%s: %zu traces of name and message among the journal's pages\n", when.c_str(), all - finds.size());
  }
  static std::vector<std::string> signs_of(const std::string& text) {
    std::vector<std::string> out;
    for (const char sign : text) out.emplace_back(1, sign);
    return out;
  }

  std::unique_ptr<KioskWindow> kiosk_;
};

TEST_F(Canary, NothingIsLeftOfAVisitThatWasThanked) {
  ASSERT_NO_FATAL_FAILURE(start());
  ASSERT_NO_FATAL_FAILURE(type_numbers_and_see_them());
  ASSERT_NO_FATAL_FAILURE(kiosk_->touch(kiosk_->words().campaign.consent_contact.text.vi));
  ASSERT_NO_FATAL_FAILURE(kiosk_->touch_word("btn.next"));
  ASSERT_TRUE(kiosk_->wait_screen("review"));
  // From the moment it is confirmed: sealed, and only its mask is shown.
  expect_no_numbers("on the review");
  demo::Donor donor = planted();
  donor.phone.clear();
  donor.message.clear();  // it was typed on the way here
  ASSERT_NO_FATAL_FAILURE(kiosk_->go(donor, "thanks"));
  expect_no_numbers("on the thanks");
  ASSERT_NO_FATAL_FAILURE(kiosk_->touch_word("btn.print"));
  pause_ms(1500);
  ASSERT_NO_FATAL_FAILURE(kiosk_->take_leave());
  expect_no_numbers("after the thanks");
  expect_no_words_in_memory("after the thanks");
  const std::vector<Pledge> pledges = kiosk_->folded().tally.pledges;
  ASSERT_EQ(pledges.size(), 1U);
  EXPECT_EQ(pledges[0].shown_as, kName);
  EXPECT_FALSE(find_in_files(kiosk_->folder(), words()).empty()) << "the journal holds the name";
  kiosk_->stop();
  expect_no_numbers_in_files("after the end");
}

TEST_F(Canary, NothingIsLeftOfAVisitThatWasCancelled) {
  ASSERT_NO_FATAL_FAILURE(start());
  ASSERT_NO_FATAL_FAILURE(type_numbers_and_see_them());
  for (const char* key : {"btn.skip"}) ASSERT_NO_FATAL_FAILURE(kiosk_->touch_word(key));
  ASSERT_TRUE(kiosk_->wait_screen("review"));
  expect_no_numbers("left out");
  // By the amount's way back out.
  ASSERT_NO_FATAL_FAILURE(type_numbers_and_see_them());
  kiosk_->kill_hard();
  expect_no_numbers_in_files("killed while typing");
  ASSERT_NO_FATAL_FAILURE(kiosk_->start());
  expect_no_numbers("started again");
  EXPECT_TRUE(find_in_files(kiosk_->folder(), words()).empty()) << "nothing was confirmed, nothing is kept";
}

TEST_F(Canary, NothingIsLeftOfAVisitThatNobodyEnded) {
  ASSERT_NO_FATAL_FAILURE(start({"--idle-warning", "2", "--idle-typing", "8", "--idle-reset", "2"}));
  ASSERT_NO_FATAL_FAILURE(type_numbers_and_see_them());
  ASSERT_TRUE(kiosk_->wait_screen("idle", 15'000));
  ASSERT_TRUE(kiosk_->wait_screen("attract", 10'000));
  expect_no_numbers("after the idle reset");
  expect_no_words_in_memory("after the idle reset");
  EXPECT_TRUE(find_in_files(kiosk_->folder(), words()).empty()) << "nothing was confirmed, nothing is kept";
}

TEST_F(Canary, NothingIsLeftOfWhatAKeyboardOnTheTableTyped) {
  ASSERT_NO_FATAL_FAILURE(start({"--idle-warning", "2", "--idle-typing", "8", "--idle-reset", "2"}));
  demo::Donor donor = planted();
  donor.name = "An";
  donor.message.clear();
  ASSERT_NO_FATAL_FAILURE(kiosk_->go(donor, "contact"));
  ASSERT_TRUE(kiosk_->finger().type(kPhone, 30));
  pause_ms(200);
  ASSERT_FALSE(in_memory(numbers()).empty());
  ASSERT_TRUE(kiosk_->wait_screen("idle", 15'000));
  ASSERT_NO_FATAL_FAILURE(kiosk_->touch_word("btn.finish"));
  ASSERT_TRUE(kiosk_->wait_screen("attract", 10'000));
  expect_no_numbers("cancelled");
}

// Where core files are allowed, and the kernel writes them: `sh` leaves one, the kiosk does not.
TEST_F(Canary, ACrashLeavesNoCoreFile) {
  kiosk_ = std::make_unique<KioskWindow>(KioskSetup{1280, 800, {}, true});
  kiosk_->run(
      "sh", {"-c", "cd \"$1\" && (ulimit -c unlimited; sh -c 'kill -SEGV $$'); true", "sh", kiosk_->folder().string()});
  const auto cores = [&] {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(kiosk_->folder())) {
      count += entry.path().filename().string().starts_with("core") ? 1 : 0;
    }
    return count;
  };
  const int others = cores();
  ASSERT_NO_FATAL_FAILURE(kiosk_->start());
  ASSERT_NO_FATAL_FAILURE(type_numbers_and_see_them());
  const int status = kiosk_->program().end_by(SIGSEGV);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(WTERMSIG(status), SIGSEGV);
  EXPECT_FALSE(WCOREDUMP(status));
  EXPECT_EQ(cores(), others);
  expect_no_numbers_in_files("crashed");
  if (others == 0) std::puts("this machine writes no core files into folders: only the kernel's word was asked");
}

}  // namespace
