// The records as CSV: what the fund keeps, and what may be published.
#include "backend-sync/exporting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "backend-sync/reconciliation_words.h"
#include "backend-sync/sheet.h"
#include "core/strings.h"
#include "tests/money/given.h"

namespace mn {
namespace {

std::vector<SheetRow> rows_of(const std::string& csv) {
  const Result<std::string> text = sheet_text(csv, "out.csv");
  EXPECT_TRUE(text.ok());
  const Result<std::vector<SheetRow>> rows = sheet_rows(*text, ',', "out.csv");
  EXPECT_TRUE(rows.ok());
  return *rows;
}

Pledged said(std::uint8_t n, std::int64_t dong, bool hide_name = false, bool hide_amount = false) {
  Pledged pledged;
  pledged.amount = Money{dong};
  pledged.code = given::code(n);
  pledged.giver = Giver::person;
  pledged.hide_name = hide_name;
  pledged.hide_amount = hide_amount;
  return pledged;
}

struct World {
  given::Writer writer;
  World() {
    Born born{writer.key.public_key, "mangnon-kiosk 0.1.0", "Ki-ốt 1"};
    writer.write({born});
    writer.write({said(1, 1'000'000), Named{"Nguyễn Thị Mẫu", ""}, Consented{"1", false, true}});
    writer.write({said(2, 2'000'000, true), Named{"Người Giấu Tên", ""}, Consented{"1", false, true}});
    writer.write({said(3, 3'000'000, false, true), Named{"=SUM(A1:A9)", ""}, Consented{"1", false, true}});
    writer.write({said(4, 4'000'000), Named{"Chưa Đồng Ý", ""}, Consented{"1", true, false}});
    const EntryRef withdrawn = writer.write({said(5, 5'000'000), Named{"Đã Rút", ""}, Consented{"1", false, true}});
    writer.write({Voided{withdrawn, "theo yêu cầu"}});
    Pledged goods = said(6, 600'000);
    goods.way = Way::in_kind;
    goods.goods = Goods{"Áo ấm", 1200, "chiếc"};
    writer.write({goods, Named{"", "Chúc các cháu ấm áp", "MOI7K3M9PQX"}});
    Pledged later = said(7, 700'000);
    later.way = Way::later;
    later.pay_on = *read_date("2025-06-15");
    later.hide_name = true;
    writer.write({later});
    Pledged rice = said(8, 0);
    rice.way = Way::in_kind;
    rice.hide_name = true;
    rice.goods = Goods{"Gạo", 2, "kg"};
    writer.write({rice});
  }
};

TEST(Exporting, OneRowAPledgeWithAllThatTheFundKeeps) {
  World world;
  Paid paid;
  paid.pledge = EntryRef{world.writer.head.origin, 2};
  paid.amount = Money{400'000};
  paid.booked_at = "2025-06-01";
  paid.statement_line[0] = 1;
  world.writer.write({paid});
  const Records records = given::records_of(world.writer.entries);
  const auto rows = rows_of(records_csv(records, nullptr, {}));
  ASSERT_EQ(rows.size(), 9U) << "a header and eight pledges; totals are not rows";
  const std::vector<std::string>& first = rows[1].cells;
  ASSERT_EQ(first.size(), rows[0].cells.size());
  EXPECT_EQ(first[0], entry_text({world.writer.head.origin, 2}));
  EXPECT_EQ(first[1], code_text(given::code(1)));
  EXPECT_EQ(first[3], "Ki-ốt 1");
  EXPECT_EQ(first[5], "Nguyễn Thị Mẫu");
  EXPECT_EQ(first[10], "1000000");
  EXPECT_EQ(first[12], "400000");
  EXPECT_EQ(first[13], "Nhận một phần");
  EXPECT_EQ(first[14], "1");
  EXPECT_EQ(first[16], to_hex(world.writer.entries[1].digest));
  EXPECT_EQ(rows[2].cells[5], "Người Giấu Tên") << "the fund's own records hold the name";
  EXPECT_EQ(rows[2].cells[6], "có");
  EXPECT_EQ(rows[3].cells[5], "'=SUM(A1:A9)") << "kept text in a spreadsheet";
  EXPECT_EQ(rows[5].cells[13], "Đã rút đăng ký");
  EXPECT_EQ(rows[6].cells[10], "") << "goods are in a column of their own";
  EXPECT_EQ(rows[6].cells[11], "600000");
  EXPECT_EQ(rows[6].cells[17], "1.200 chiếc Áo ấm");
  EXPECT_EQ(rows[6].cells[19], "Chúc các cháu ấm áp");
  EXPECT_EQ(rows[6].cells[20], "MOI7K3M9PQX");
  EXPECT_EQ(rows[7].cells[18], "2025-06-15");
  EXPECT_EQ(rows[8].cells[11], "") << "goods of an unknown value are not worth nothing";
  EXPECT_EQ(rows[8].cells[17], "2 kg Gạo");
}

TEST(Exporting, ThePublicListShowsOnlyWhatDonorsChose) {
  const World world;
  const Records records = given::records_of(world.writer.entries);
  for (const Language language : {Language::vi, Language::en}) {
    const std::string csv = records_csv(records, nullptr, {language, true});
    for (const char* hidden :
         {"Người Giấu Tên", "Chưa Đồng Ý", "Đã Rút", "3000000", "Ki-ốt", "Chúc các cháu", "MOI7"}) {
      EXPECT_EQ(csv.find(hidden), std::string::npos) << hidden;
    }
    for (std::uint8_t n = 1; n <= 8; ++n) EXPECT_EQ(csv.find(given::code(n).signs), std::string::npos);
    EXPECT_EQ(csv.find(origin_text(world.writer.head.origin)), std::string::npos);
    const auto rows = rows_of(csv);
    ASSERT_EQ(rows.size(), 8U) << "without the one withdrawn";
    EXPECT_EQ(rows[1].cells[2], "Nguyễn Thị Mẫu");
    EXPECT_EQ(rows[2].cells[2], language == Language::vi ? "Nhà hảo tâm giấu tên" : "Anonymous donor");
    EXPECT_EQ(rows[4].cells[2], rows[2].cells[2]) << "silence, or a box not ticked, is no consent";
    EXPECT_EQ(rows[3].cells[4], "");
    EXPECT_EQ(rows[2].cells[4], "2000000");
  }
}

TEST(Exporting, WhoWithdrewConsentOrWasMaskedIsNotPublishedAndAReplacementIs) {
  World world;
  given::Writer& writer = world.writer;
  const auto agreed = [&](std::uint8_t n, const std::string& name) {
    return writer.write({said(n, 1'000 * n), Named{name, ""}, Consented{"1", false, true}});
  };
  const VisitId withdrawn = writer.visit();
  agreed(20, "Người Rút Lại");
  const EntryRef masked = agreed(21, "Tên Bị Che");
  const EntryRef replaced = agreed(22, "Tên Cũ");
  const EntryRef released = agreed(23, "Tên Được Đọc");
  Append append{withdrawn, 1, {Consented{"", false, false}}, {Salt{}}};
  given::Writer desk{given::keys(3), {origin_of(given::keys(3).public_key), 0, {}}, {}, 90};
  std::vector<Entry> entries = writer.entries;
  for (const Entry& entry : seal(CampaignId{"lang-son-2025"}, desk.head, append, desk.key)) entries.push_back(entry);
  desk.head = {desk.head.origin, 1, entries.back().digest};
  desk.write({Screened{masked, Verdict::masked}, Screened{replaced, Verdict::replaced, "Tên Mới"}, Screened{released}});
  entries.insert(entries.end(), desk.entries.begin(), desk.entries.end());
  const std::string csv = records_csv(given::records_of(entries), nullptr, {Language::vi, true});
  for (const char* hidden : {"Người Rút Lại", "Tên Bị Che", "Tên Cũ"}) {
    EXPECT_EQ(csv.find(hidden), std::string::npos) << hidden;
  }
  for (const char* shown : {"Tên Mới", "Tên Được Đọc"}) EXPECT_NE(csv.find(shown), std::string::npos) << shown;
  const std::string own = records_csv(given::records_of(entries), nullptr, {Language::vi, false});
  EXPECT_NE(own.find("Người Rút Lại"), std::string::npos) << "the fund's own records hold the name";
}

TEST(Exporting, EveryCopyOfAJournalGivesTheSameFile) {
  const World world;
  given::Writer second{given::keys(2), {origin_of(given::keys(2).public_key), 0, {}}, {}, 50};
  second.pledge(given::code(7), 7'000, "Lục Văn Thử");
  second.pledge(given::code(8), 8'000, "Vi Thị Thử");
  std::vector<Entry> one = world.writer.entries;
  one.insert(one.end(), second.entries.begin(), second.entries.end());
  std::vector<Entry> other = second.entries;
  other.insert(other.end(), world.writer.entries.begin(), world.writer.entries.end());
  EXPECT_EQ(records_csv(given::records_of(one), nullptr, {}), records_csv(given::records_of(other), nullptr, {}));
}

// The staff's reports say what the screens say: the words are the same, in both languages.
TEST(Exporting, WordsAreThoseOfTheScreens) {
  const auto text_in = [](const char* name) {
    std::ifstream file(std::string(MANGNON_SOURCE_DIR "/assets/strings/") + name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  const Result<Strings> strings = Strings::read(text_in("vi.json"), text_in("en.json"), text_in("zh.json"));
  ASSERT_TRUE(strings.ok()) << strings.failure().words;
  const World world;
  const Records records = given::records_of(world.writer.entries);
  for (const Language language : {Language::vi, Language::en}) {
    EXPECT_EQ(state_words(PledgeState::pending, language), strings->text(language, "recon.pending"));
    EXPECT_EQ(state_words(PledgeState::partly_paid, language), strings->text(language, "recon.partial"));
    EXPECT_EQ(state_words(PledgeState::paid, language), strings->text(language, "recon.matched"));
    EXPECT_EQ(state_words(PledgeState::overpaid, language), strings->text(language, "recon.over"));
    EXPECT_EQ(state_words(PledgeState::voided, language), strings->text(language, "recon.cancelled"));
    EXPECT_EQ(decision_words(Decision::already_imported, language), strings->text(language, "recon.duplicate"));
    EXPECT_EQ(decision_words(Decision::accepted, language), strings->text(language, "recon.unknown"));
    EXPECT_EQ(reason_words(QueueReason::pledge_voided, language), strings->text(language, "recon.cancelled"));
    const auto rows = rows_of(records_csv(records, nullptr, {language, true}));
    EXPECT_EQ(rows[1].cells[1], strings->text(language, "type.person"));
    EXPECT_EQ(rows[2].cells[2], strings->text(language, "name.anonshown"));
  }
}

TEST(Exporting, CellsAreQuotedAsRfc4180AsksAndNeverRun) {
  EXPECT_EQ(csv_cell("a"), "a");
  EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_cell("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(csv_cell("a\nb"), "\"a\nb\"");
  for (const char* formula : {"=1+1", "+1", "-1", "@x"}) EXPECT_EQ(csv_cell(formula), std::string("'") + formula);
  EXPECT_EQ(csv_cell("\t=1"), "\"'\t=1\"");
  EXPECT_EQ(csv_row({"a", "", "b"}), "a,,b\r\n");
}

}  // namespace
}  // namespace mn
