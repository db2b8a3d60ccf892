// Every prefix, every form and every fault of a telephone number, by tables.
#include "core/phone.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mn {
namespace {

std::string read_as(std::string_view typed) { return std::string(read_phone(typed).phone.view()); }

TEST(Phone, EveryOperatorsPrefixIsTakenAndNoOtherIs) {
  // docs of the numbering plan after 2018, by operator.
  const std::vector<std::string> good = {"032", "033", "034", "035", "036", "037", "038", "039", "086",
                                         "096", "097", "098", "081", "082", "083", "084", "085", "088",
                                         "091", "094", "070", "076", "077", "078", "079", "089", "090",
                                         "093", "056", "058", "092", "052", "059", "099", "087", "055"};
  int taken = 0;
  for (int number = 0; number < 1000; ++number) {
    const std::string prefix = {static_cast<char>('0' + number / 100), static_cast<char>('0' + number / 10 % 10),
                                static_cast<char>('0' + number % 10)};
    const bool expected = std::find(good.begin(), good.end(), prefix) != good.end();
    const PhoneReading reading = read_phone(prefix + "1234567");
    // 10 digits from "84" are the country's code with too few digits behind.
    EXPECT_EQ(reading.fault == PhoneFault::ok, expected) << prefix;
    taken += reading.fault == PhoneFault::ok ? 1 : 0;
  }
  EXPECT_EQ(taken, 36);
}

TEST(Phone, FormsOfOneNumber) {
  for (const char* typed : {"0912345678", "0912 345 678", "0912.345.678", "0912-345-678", "(091) 234 5678",
                            "+84912345678", "+84 912 345 678", "84912345678", "84 912 345 678", "0084912345678",
                            "0084 912 345 678", "+84 (0) 912 345 678", "+840912345678"}) {
    EXPECT_EQ(read_phone(typed).fault, PhoneFault::ok) << typed;
    EXPECT_EQ(read_as(typed), "0912345678") << typed;
  }
  EXPECT_EQ(read_as("0205 3812 345"), "02053812345");
  EXPECT_EQ(read_as("+84 205 3812 345"), "02053812345");
  EXPECT_EQ(read_as("024 3825 1234"), "02438251234");
  // A mobile number that begins with 84 keeps its 0; without it, it is the country's code.
  EXPECT_EQ(read_as("0842345678"), "0842345678");
  EXPECT_EQ(read_as("84842345678"), "0842345678");
}

TEST(Phone, Faults) {
  struct Row {
    const char* typed;
    PhoneFault fault;
  };
  const std::vector<Row> table = {
      {"", PhoneFault::empty},
      {"   ", PhoneFault::empty},
      {"(", PhoneFault::empty},
      {"0", PhoneFault::too_short},
      {"09", PhoneFault::too_short},
      {"091", PhoneFault::too_short},
      {"091234567", PhoneFault::too_short},
      {"09123456789", PhoneFault::too_long},
      {"0912345678901234567890123456789012345678901234567890", PhoneFault::too_long},
      {"+", PhoneFault::too_short},
      {"8", PhoneFault::too_short},
      {"+8", PhoneFault::too_short},
      {"84", PhoneFault::too_short},
      {"+84", PhoneFault::too_short},
      {"00", PhoneFault::too_short},
      {"008", PhoneFault::too_short},
      {"0084", PhoneFault::too_short},
      {"+849", PhoneFault::too_short},
      {"+840", PhoneFault::too_short},
      {"+8491234567", PhoneFault::too_short},
      {"+849123456789", PhoneFault::too_long},
      {"+86 139 1234 5678", PhoneFault::wrong_prefix},
      {"0086139", PhoneFault::wrong_prefix},
      {"+0912345678", PhoneFault::wrong_prefix},
      {"912345678", PhoneFault::wrong_prefix},
      {"85", PhoneFault::wrong_prefix},
      {"030", PhoneFault::wrong_prefix},
      {"04", PhoneFault::wrong_prefix},
      {"095", PhoneFault::wrong_prefix},
      {"0111", PhoneFault::wrong_prefix},
      {"+84111", PhoneFault::wrong_prefix},
      {"02", PhoneFault::too_short},
      {"0205", PhoneFault::too_short},
      {"0205381234", PhoneFault::too_short},
      {"020538123456", PhoneFault::too_long},
      {"0200", PhoneFault::wrong_prefix},
      {"0205a", PhoneFault::wrong_sign},
      {"09+12345678", PhoneFault::wrong_sign},
      {"++84912345678", PhoneFault::wrong_sign},
      {"0912345678;", PhoneFault::wrong_sign},
      {"\xC3\xA9", PhoneFault::wrong_sign},
  };
  for (const Row& row : table) {
    const PhoneReading reading = read_phone(row.typed);
    EXPECT_EQ(reading.fault, row.fault) << row.typed;
    EXPECT_TRUE(reading.phone.empty()) << row.typed;
    EXPECT_TRUE(reading.offered.empty()) << row.typed;
  }
}

TEST(Phone, NumbersFromBefore2018AreOfferedAsTheyAreNow) {
  const std::vector<std::pair<std::string, std::string>> moved = {
      {"0120", "070"}, {"0121", "079"}, {"0122", "077"}, {"0126", "076"}, {"0128", "078"}, {"0123", "083"},
      {"0124", "084"}, {"0125", "085"}, {"0127", "081"}, {"0129", "082"}, {"0162", "032"}, {"0163", "033"},
      {"0164", "034"}, {"0165", "035"}, {"0166", "036"}, {"0167", "037"}, {"0168", "038"}, {"0169", "039"},
      {"0186", "056"}, {"0188", "058"}, {"0199", "059"}};
  for (const auto& [before, now] : moved) {
    const PhoneReading reading = read_phone(before + "765 4321");
    EXPECT_EQ(reading.fault, PhoneFault::old_number) << before;
    EXPECT_EQ(reading.offered.view(), now + "7654321");
    EXPECT_TRUE(reading.phone.empty()) << "offered, not taken";
    EXPECT_EQ(read_phone(reading.offered.view()).fault, PhoneFault::ok);
    EXPECT_EQ(read_phone("+84" + before.substr(1) + "7654321").offered.view(), now + "7654321");
    EXPECT_EQ(read_phone(before + "765432").fault, PhoneFault::too_short);
    EXPECT_EQ(read_phone(before + "76543210").fault, PhoneFault::too_long);
  }
  for (const char* never : {"0160", "0161", "0187", "0198"}) {
    EXPECT_EQ(read_phone(std::string(never) + "7654321").fault, PhoneFault::wrong_prefix) << never;
  }
}

// While it is typed from left to right, a good number is never called wrong before it is whole.
TEST(Phone, NoGoodNumberIsScoldedWhileItIsTyped) {
  for (const std::string number : {"0912345678", "+84912345678", "84912345678", "0084912345678", "02053812345",
                                   "02438251234", "0842345678", "01681234567", "0890000000"}) {
    for (std::size_t size = 1; size < number.size(); ++size) {
      EXPECT_EQ(read_phone(number.substr(0, size)).fault, PhoneFault::too_short) << number.substr(0, size);
    }
  }
}

TEST(Phone, ForPeopleAndMasked) {
  EXPECT_EQ(phone_for_people("0912345678").view(), "0912 345 678");
  EXPECT_EQ(phone_masked("0912345678"), "0912 ••• 678");
  EXPECT_EQ(phone_for_people("02053812345").view(), "0205 3812 345");
  EXPECT_EQ(phone_masked("02053812345"), "0205 •••• 345");
  EXPECT_EQ(phone_for_people("02438251234").view(), "024 3825 1234");
  EXPECT_EQ(phone_masked("02438251234"), "024 •••• 1234");
  EXPECT_EQ(read_as(phone_for_people("0912345678").view()), "0912345678");
}

}  // namespace
}  // namespace mn
