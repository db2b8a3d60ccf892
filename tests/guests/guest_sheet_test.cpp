// CSV files as people save them: every dialect gives the same list, every fault is named with its line, nothing
// crashes.
#include <gmock/gmock.h>

#include <set>

#include "tests/guests/given.h"

namespace mn {
namespace {

using testing::ElementsAre;

constexpr std::string_view kMark = "\xEF\xBB\xBF";

Result<GuestSheet> read(std::string_view bytes) { return read_guest_sheet(bytes, "khach.csv", given::options()); }

// "3 group_unknown" … of a file that is read; its failure's words of one that is refused.
std::vector<std::string> faults_of(const std::string& csv, Language language = Language::en) {
  const Result<GuestSheet> sheet = read(csv);
  if (!sheet) return {sheet.failure().words};
  std::vector<std::string> out;
  for (const GuestFault& fault : sheet->faults) {
    out.push_back(std::to_string(fault.line) + ": " + guest_fault_words(fault, language));
  }
  return out;
}

std::string with_separator(std::string csv, char separator) {
  for (char& c : csv) c = c == '|' ? separator : c;
  return csv;
}

std::string utf16(std::string_view ascii_and_more, bool big) {
  // Two-byte letters are enough for Vietnamese: all of it lies below U+FFFF.
  std::string out = big ? "\xFE\xFF" : "\xFF\xFE";
  for (std::size_t i = 0; i < ascii_and_more.size();) {
    const auto byte = [&](std::size_t at) {
      return static_cast<unsigned>(static_cast<unsigned char>(ascii_and_more[at]));
    };
    unsigned sign = byte(i);
    const std::size_t more = sign < 0x80 ? 0 : sign < 0xE0 ? 1 : 2;
    sign &= more == 0 ? 0x7Fu : more == 1 ? 0x1Fu : 0x0Fu;
    for (std::size_t n = 1; n <= more; ++n) sign = sign << 6 | (byte(i + n) & 0x3Fu);
    const char high = static_cast<char>(sign >> 8);
    const char low = static_cast<char>(sign & 0xFF);
    out += big ? high : low;
    out += big ? low : high;
    i += more + 1;
  }
  return out;
}

const std::string kTable =
    "Danh sách khách mời|||||\n"
    "STT|Tên đơn vị|Người đại diện|Nhóm|Số tiền dự kiến (đồng)|Thứ tự|Mã mời\n"
    "1|Sở Y tế|Nông Thị Hòa|Cơ quan|50.000.000|2|\n"
    "2|\"Công ty \"\"Hồi\"\"\nXứ Lạng\"|-|doanh nghiệp|1,000,000 đ|1|xh-2025-1\n"
    "\n"
    "3|Bà H’Hen||Cá nhân||||\n"
    "|Tổng cộng|||51.000.000||\n";

void expect_the_table(const std::string& bytes) {
  const Result<GuestSheet> sheet = read(bytes);
  ASSERT_TRUE(sheet.ok()) << sheet.failure().words;
  for (const GuestFault& fault : sheet->faults) ADD_FAILURE() << guest_fault_words(fault, Language::en);
  EXPECT_EQ(sheet->list.campaign.text, "lang-son-2025");
  EXPECT_EQ(sheet->list.guests,
            (std::vector<Guest>{{"Công ty \"Hồi\" Xứ Lạng", "", Money{1'000'000}, Giver::business, 1, "XH-2025-1"},
                                {"Sở Y tế", "Nông Thị Hòa", Money{50'000'000}, Giver::agency, 2, ""},
                                {"Bà H'Hen", "", Money{}, Giver::person, 3, ""}}));
  EXPECT_THAT(sheet->columns_left, ElementsAre("STT"));
  EXPECT_EQ(sheet->rows_left.size(), 1u);
}

TEST(GuestSheet, EveryDialectGivesTheSameList) {
  for (const char separator : {',', ';', '\t'}) {
    std::string csv = with_separator(kTable, separator);
    // The comma stands in an amount, too.
    const std::size_t amount = csv.find("1,000,000 đ");
    csv.insert(amount + std::string("1,000,000 đ").size(), "\"").insert(amount, "\"");
    expect_the_table(csv);
    expect_the_table(std::string(kMark) + csv);
    expect_the_table(utf16(csv, false));
    expect_the_table(utf16(csv, true));
    std::string windows;
    for (const char c : csv) windows += c == '\n' ? "\r\n" : std::string(1, c);
    expect_the_table(windows);
    csv.pop_back();
    expect_the_table(csv);
  }
}

TEST(GuestSheet, LettersWithTheirMarksApartAreComposed) {
  const Result<GuestSheet> sheet = read(
      "Te\xCC\x82n \xC4\x91\xC6\xA1n vi\xCC\xA3,Nho\xCC\x81m\nSo\xCC\x9B\xCC\x89 Y te\xCC\x82\xCC\x81,Co\xCC\x9B "
      "quan\n");
  ASSERT_TRUE(sheet.ok()) << sheet.failure().words;
  ASSERT_TRUE(sheet->faults.empty());
  EXPECT_EQ(sheet->list.guests.at(0).organisation, "Sở Y tế");
}

TEST(GuestSheet, HeadersInBothLanguages) {
  for (const char* header :
       {"Tên đơn vị;Người đại diện;Số tiền dự kiến;Nhóm;Thứ tự;Mã mời", "CƠ QUAN;ĐẠI DIỆN;SỐ TIỀN;LOẠI;THỨ TỰ;MÃ",
        "organisation;representative;expected amount;group;order;code",
        "Organization;Representative;Expected;Group;Protocol order;Invitation code",
        "Tên cơ quan, đơn vị, tổ chức, cá nhân;Họ và tên người đại diện;Số tiền dự kiến ủng hộ (VNĐ);Phân loại;Thứ tự "
        "giới thiệu;Mã giấy mời",
        "Cơ quan/Organisation;Đại diện đơn vị;Dự kiến (đồng);Nhóm / Group;Thứ tự (order);Mã mời\n(code)"}) {
    std::string quoted = header;
    if (const std::size_t at = quoted.find("Mã mời\n"); at != std::string::npos)
      quoted = quoted.substr(0, at) + "\"" + quoted.substr(at) + "\"";
    const Result<GuestSheet> sheet = read(quoted + "\nSở Y tế;Nông Thị Hòa;5.000.000;agency;7;AB12\n");
    ASSERT_TRUE(sheet.ok()) << header << sheet.failure().words;
    ASSERT_TRUE(sheet->faults.empty()) << header;
    EXPECT_EQ(sheet->list.guests.at(0), (Guest{"Sở Y tế", "Nông Thị Hòa", Money{5'000'000}, Giver::agency, 7, "AB12"}))
        << header;
    EXPECT_TRUE(sheet->columns_left.empty()) << header;
  }
}

TEST(GuestSheet, EveryFaultIsNamedWithItsLineAndReason) {
  EXPECT_THAT(
      faults_of("Tên đơn vị;Nhóm;Số tiền;Thứ tự;Mã mời;Đại diện\n"
                ";cơ quan;;;;\n"
                "Sở A;cơ quan;1.00;;;\n"
                "Sở B;cơ quan;-5.000.000;;;\n"
                "Sở C;cơ quan;50;;;\n"
                "Sở D;cơ quan;500.000.000.000;;;\n"
                "Sở E;;5.000.000;;;\n"
                "Sở F;vũ trụ;;;;\n"
                "Sở G;cơ quan;;0;;\n"
                "Sở H;cơ quan;;1.5;;\n"
                "Sở I;cơ quan;;;QBTTE7K3M9P;\n"
                "Sở K;cơ quan;;;MOI23456789;\n"
                "=cmd();cơ quan;;;;\n"
                "S? L;cơ quan;;;;\n"
                "Sở M™ [x];cơ quan;;;;\n"
                "工商;cơ quan;;;;\n"
                "Sở N;cơ quan;;;;+84 912\n"
                "Doanh nghiệp;;;;;\n"
                "Sở O;cơ quan;;;;;;thừa\n"
                "Sở P;cơ quan;500k;;A B;\n"),
      ElementsAre(
          "2: Tên đơn vị: there is no organisation",
          "3: Số tiền: the amount “1.00” cannot be read; expected whole đồng, such as 50.000.000",
          "4: Số tiền: the amount “-5.000.000” is negative",
          "5: Số tiền: the amount “50” is not one that the campaign takes in one pledge",
          "6: Số tiền: the amount “500.000.000.000” is not one that the campaign takes in one pledge",
          "7: Nhóm: there is no group; fill in a column \"Group\", or give --group for all rows without one",
          "8: Nhóm: the group “vũ trụ” is not known; expected one of: agency, business, group, social, person",
          "9: Thứ tự: the order “0” is not a whole number from 1",
          "10: Thứ tự: the order “1.5” is not a whole number from 1",
          "11: Mã mời: “QBTTE7K3M9P” cannot be an invitation code; it has 4 to 32 signs A-Z 0-9 and '-', and "
          "does not begin with QBTTE",
          "12: Mã mời: the code “MOI23456789” is mistyped: its check sign does not fit",
          "13: Tên đơn vị: “=cmd()” looks like a formula; a name does not begin with = + - @",
          "14: Tên đơn vị: “S? L” holds a question mark: letters were lost when the file was saved; save it as "
          "\"CSV UTF-8\"",
          "15: Tên đơn vị: signs that cannot be shown: ™ (U+2122), [ (U+005B), ] (U+005D)",
          "16: Tên đơn vị: “工商” has no Latin letter or digit by which it can be found",
          "17: Đại diện: “+84 912” looks like a formula; a name does not begin with = + - @",
          "18: Tên đơn vị: “Doanh nghiệp” alone looks like the heading of a group; take the row out and fill in a "
          "column \"Group\"",
          "19: more cells than the header (“thừa” is left over); a name that holds the separator needs quotation "
          "marks",
          "20: Số tiền: the amount “500k” cannot be read; expected whole đồng, such as 50.000.000",
          "20: Mã mời: “A B” cannot be an invitation code; it has 4 to 32 signs A-Z 0-9 and '-', and does not "
          "begin with QBTTE"));
}

TEST(GuestSheet, TwinsNameBothLines) {
  EXPECT_THAT(
      faults_of(
          "Tên đơn vị;Nhóm;Mã mời\nSở Hòa Bình;agency;LS-2025-1\nSO  HOA-BINH;agency;AB12\n\nSở Hoà Bình.;agency;\nSở "
          "Mới;agency;ls20251\n"),
      ElementsAre(
          "3: Tên đơn vị: “SO HOA-BINH” stands in line 2 already; if they are two, add a word that tells them apart",
          "5: Tên đơn vị: “Sở Hoà Bình.” stands in line 2 already; if they are two, add a word that tells them apart",
          "6: Mã mời: the code “LS20251” stands in line 2 already"));
}

TEST(GuestSheet, LinesAreThoseOfTheFileThroughQuotedBreaks) {
  EXPECT_THAT(faults_of("Tên đơn vị,Nhóm\r\n\"Sở\r\nA\",agency\r\n\r\n\"Sở\nB\",x\r\nSở C,y\r\n"),
              ElementsAre(testing::StartsWith("5: "), testing::StartsWith("7: ")));
}

TEST(GuestSheet, NamesOfNinetyLettersAndNoMore) {
  std::string ninety;
  for (int i = 0; i < 90; ++i) ninety += "Ễ";
  EXPECT_TRUE(faults_of("Tên đơn vị;Nhóm\n" + ninety + ";agency\n").empty());
  EXPECT_THAT(faults_of("Tên đơn vị;Nhóm\n" + ninety + "a;agency\n"),
              ElementsAre(testing::HasSubstr("more than 90 letters")));
}

TEST(GuestSheet, WhatNobodySeesIsDroppedAndSaidNothingOf) {
  const Result<GuestSheet> sheet =
      read("Tên đơn vị;Nhóm\n\xEF\xBB\xBFSở\xC2\xA0Y\xE2\x80\x8B tế\xC2\xAD;agency\n“Hồi” – Xứ…;agency\n");
  ASSERT_TRUE(sheet.ok());
  ASSERT_TRUE(sheet->faults.empty()) << guest_fault_words(sheet->faults[0], Language::en);
  EXPECT_EQ(sheet->list.guests.at(0).organisation, "Sở Y tế");
  EXPECT_EQ(sheet->list.guests.at(1).organisation, "\"Hồi\" - Xứ...");
}

TEST(GuestSheet, AMissingQuotationMarkIsFound) {
  EXPECT_THAT(faults_of("Tên đơn vị,Nhóm,Mã\n\"Sở A,agency,A111\nSở B,agency,B222\n\"Sở C\",agency,C333\n"),
              ElementsAre(testing::StartsWith("2: another row begins inside a cell")));
  EXPECT_THAT(faults_of("Tên đơn vị,Nhóm\nSở A,agency\n\"Sở B,agency\nSở C,agency\n"),
              ElementsAre(testing::HasSubstr("khach.csv:3: a quoted cell that begins in this row never ends")));
}

TEST(GuestSheet, WholeFilesThatAreRefused) {
  const auto refused = [](const std::string& csv, const char* words) {
    const Result<GuestSheet> sheet = read(csv);
    ASSERT_FALSE(sheet.ok()) << words;
    EXPECT_THAT(sheet.failure().words, testing::HasSubstr(words));
  };
  refused("", "none names a column of organisations");
  refused("a,b\n1,2\n", "none names a column of organisations");
  refused("Tên đơn vị;Nhóm\n", "there is no guest below the header");
  refused("Tên đơn vị;Nhóm\nTổng cộng;\n", "there is no guest");
  refused("Tên đơn vị;Cơ quan;Nhóm\nA;B;agency\n", "could be the same column");
  refused("Tên đơn vị;Nhóm;Số tiền dự kiến (triệu đồng)\nA;agency;50\n", "amounts must be whole đồng");
  refused("Tên đơn vị;Nhóm;Số tiền (1.000 đ)\nA;agency;50\n", "amounts must be whole đồng");
  refused("ĐVT: triệu đồng;;\nTên đơn vị;Nhóm;Số tiền\nA;agency;50.000\n", "amounts must be whole đồng");
  refused("Tên đơn vị;Nhóm\nS\xF4 A;agency\n", "khach.csv:2: not UTF-8");
  refused("Tên đơn vị;Nhóm\nA\0;agency\n" + std::string(1, '\0'), "not a CSV text");
  refused(utf16("Ten don vi;Nhom\n", false).substr(2), "");
  std::string many = "Tên đơn vị;Nhóm\n";
  for (int i = 0; i < 20'001; ++i) many += "A" + std::to_string(i) + ";agency\n";
  refused(many, "more than 20000 rows");
}

TEST(GuestSheet, AGroupForRowsWithoutOne) {
  GuestSheetOptions options = given::options();
  options.group_otherwise = Giver::business;
  const Result<GuestSheet> sheet = read_guest_sheet("Tên đơn vị;Nhóm\nA;\nB;cơ quan\n", "k.csv", options);
  ASSERT_TRUE(sheet.ok() && sheet->faults.empty());
  EXPECT_EQ(sheet->list.guests[0].group, Giver::business);
  EXPECT_EQ(sheet->list.guests[1].group, Giver::agency);
  EXPECT_EQ(read_guest_sheet("Tên đơn vị\nA\nB\n", "k.csv", options)->list.guests.size(), 2u);
}

TEST(GuestSheet, GuestsWithoutANumberFollowThoseWithOne) {
  const Result<GuestSheet> sheet =
      read("Tên đơn vị;Nhóm;Thứ tự\nA;agency;\nB;agency;7\nC;agency;\nD;agency;7\nE;agency;2\n");
  ASSERT_TRUE(sheet.ok() && sheet->faults.empty());
  std::string order;
  for (const Guest& guest : sheet->list.guests) order += guest.organisation + std::to_string(guest.order) + " ";
  EXPECT_EQ(order, "E2 B7 D7 A8 C9 ");
}

TEST(GuestSheet, WordsInVietnameseFirst) {
  EXPECT_THAT(faults_of("Tên đơn vị;Nhóm\nSở A;vũ trụ\n", Language::vi),
              ElementsAre(testing::StartsWith("2: Nhóm: không rõ nhóm “vũ trụ”")));
  for (int kind = 0; kind <= static_cast<int>(GuestFaultKind::rows_run_together); ++kind) {
    const GuestFault fault{7, static_cast<GuestFaultKind>(kind), "Cột", "thấy", 3};
    EXPECT_NE(guest_fault_words(fault, Language::vi), guest_fault_words(fault, Language::en));
    EXPECT_EQ(guest_fault_words(fault, Language::vi).find('{'), std::string::npos);
  }
}

TEST(GiveInvitations, CodesOnPaperStayAndNewOnesNeverMeet) {
  Dice dice{3};
  std::vector<ByteArray<8>> drawn;
  const auto draw = [&] {
    // Every second draw repeats the one before, as a broken source might once.
    if (drawn.size() % 2 == 1)
      drawn.push_back(drawn.back());
    else
      drawn.push_back(dice.array<ByteArray<8>>());
    return drawn.back();
  };
  GuestList list = given::guests({"Sở A", "Sở B", "Sở C", "Sở D", "Sở E"});
  GuestList before = given::guests({"SỞ B", "Sở X", "sở c"});
  for (std::size_t i = 1; i < list.guests.size(); ++i) list.guests[i].invitation.clear();
  list.guests[0].invitation = before.guests[2].invitation;  // the file now gives Sở A what Sở C had
  const InvitationsGiven given = give_invitations(list, &before, draw);
  EXPECT_EQ(given.own, 1u);
  EXPECT_EQ(given.kept, 1u);
  EXPECT_EQ(given.made, 3u);
  EXPECT_EQ(list.guests[1].invitation, before.guests[0].invitation);
  std::set<std::string> codes;
  for (const Guest& guest : list.guests) codes.insert(guest.invitation);
  EXPECT_EQ(codes.size(), 5u);
  EXPECT_FALSE(codes.contains(before.guests[1].invitation));
}

// Bytes a mouse could have typed, and the sample with a few bytes wrong: read or refused, and what is read, reads back.
TEST(GuestSheet, RandomBytesNeverCrash) {
  Dice dice{21};
  const std::string sample = given::sample_csv();
  constexpr std::string_view kPieces[] = {
      "Tên đơn vị", "Nhóm", "agency",       ";",  ",",        "\t",      "\n", "\r\n",         "\"", "\"\"", "Sở Y tế",
      "50.000",     "\xFF", "\xEF\xBB\xBF", "=1", "\xCC\x81", "MOI2345", "Mã", "\xE2\x80\xAE", "🎋"};
  for (int i = 0; i < 1'500; ++i) {
    std::string bytes;
    if (dice.chance(40)) {
      bytes = sample;
      for (std::uint64_t n = 1 + dice.below(6); n > 0; --n)
        bytes[dice.below(bytes.size())] = static_cast<char>(dice.below(256));
    } else {
      for (std::uint64_t n = dice.below(40); n > 0; --n) bytes += kPieces[dice.below(std::size(kPieces))];
    }
    const Result<GuestSheet> sheet = read(bytes);
    if (!sheet) {
      EXPECT_FALSE(sheet.failure().words.empty());
      continue;
    }
    for (const GuestFault& fault : sheet->faults) EXPECT_FALSE(guest_fault_words(fault, Language::vi).empty());
    if (!sheet->faults.empty()) continue;
    GuestList list = sheet->list;
    give_invitations(list, nullptr, [&] { return dice.array<ByteArray<8>>(); });
    const Result<GuestList> again = read_guest_list(guest_list_text(list), "again.json");
    ASSERT_TRUE(again.ok()) << again.failure().words;
    EXPECT_EQ(again->guests, list.guests);
  }
}

}  // namespace
}  // namespace mn
