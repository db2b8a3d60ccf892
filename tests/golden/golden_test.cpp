// Golden files of the entry, format v1. They were written once and must read for ever: a change that breaks this test
// is a new format version, never a new golden file. `MANGNON_GOLDEN_OUT=DIR` writes what the code makes now, to compare
// by hand.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "core/tally.h"
#include "tests/core/author.h"

namespace mn {
namespace {

constexpr const char* kFolder = MANGNON_SOURCE_DIR "/tests/golden/";

std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.is_open()) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// A kiosk, a desk, the fund and a hub: every kind that has rules, every flag of a packed entry.
std::vector<Entry> ceremony() {
  Author kiosk(1), desk(2), fund(3), hub(4);
  std::vector<Entry> out;
  const auto keep = [&](const mn::Run& run) { out.insert(out.end(), run.begin(), run.end()); };
  keep(hub.is_born());
  keep(hub.says({Enrolled{kiosk.origin(), Role::kiosk, "Ki-ốt 1"}, Enrolled{desk.origin(), Role::desk, "Bàn 1"},
                 Enrolled{fund.origin(), Role::accountant, "Kế toán"}}));
  keep(kiosk.is_born());
  Pledged large = pledge_of(1'005'021'115, 1);
  large.fund = "hospital";
  large.giver = Giver::business;
  const mn::Run first = kiosk.says({large, Named{"Công ty Cổ phần Đá Trắng Lạng Sơn", "Chúc các cháu mạnh khoẻ"},
                                    Consented{"2025-05-01", true, true}});
  keep(first);
  Pledged quiet = pledge_of(200'000, 2);
  quiet.giver = Giver::unnamed;
  quiet.hide_name = true;
  quiet.hide_amount = true;
  quiet.way = Way::later;
  keep(kiosk.says({quiet}));
  keep(desk.is_born());
  const mn::Run wrong = desk.says({pledge_of(50'000'000, 3), Named{"Nguyễn Thị Hoa", ""}});
  keep(wrong);
  keep(desk.says({Voided{wrong[0].ref(), "gõ thừa hai số không"}}));
  keep(fund.is_born());
  Digest line{};
  line[0] = 0xab;
  keep(fund.says({Paid{first[0].ref(), Money{1'005'021'115}, "2025-06-02T09:15:00+07:00", line, "FT25153000001"}}));
  line[0] = 0xac;
  keep(fund.says({Paid{std::nullopt, Money{10'000}, "2025-06-03", line, ""}}));
  keep(hub.says({Revoked{desk.origin(), desk.head.seq}}));
  for (Entry& entry : out) {
    if (entry.header.kind == Kind::consented) entry.body.reset();  // withheld from this copy
  }
  return out;
}

std::string listing(const std::vector<Entry>& entries) {
  std::string out;
  for (const Entry& entry : entries) {
    out += entry_text(entry.ref()) + " " + std::string(kind_text(entry.header.kind)) + "\n";
    out += "  visit     " + visit_text(entry.header.visit) + " made_at_us " + std::to_string(entry.header.made_at_us) +
           "\n";
    out += "  digest    " + to_hex(entry.digest) + "\n";
    out += "  signature " + (entry.signature ? to_hex(*entry.signature) : "-") + "\n";
    out += "  salt      " + (entry.body ? to_hex(ByteView(*entry.body).first(16)) : "-") + "\n";
    out += "  body      " + (entry.body ? std::string(text_of(ByteView(*entry.body).subspan(16))) : "-") + "\n";
  }
  return out;
}

TEST(Golden, TheSameFactsMakeTheSameBytes) {
  const std::vector<Entry> entries = ceremony();
  const Bytes packed = pack(entries);
  if (const char* folder = std::getenv("MANGNON_GOLDEN_OUT")) {
    std::ofstream(std::string(folder) + "/entries-v1.bin", std::ios::binary) << text_of(packed);
    std::ofstream(std::string(folder) + "/entries-v1.txt", std::ios::binary) << listing(entries);
  }
  EXPECT_TRUE(text_of(packed) == file_text(kFolder + std::string("entries-v1.bin")));
  EXPECT_EQ(listing(entries), file_text(kFolder + std::string("entries-v1.txt")));
}

TEST(Golden, TheFileReadsAndSaysWhatItSaid) {
  const std::string bytes = file_text(kFolder + std::string("entries-v1.bin"));
  const Result<std::vector<Entry>> entries = unpack(view_of(bytes));
  ASSERT_TRUE(entries.ok()) << entries.failure().words;
  EXPECT_EQ(listing(*entries), file_text(kFolder + std::string("entries-v1.txt")));

  Tally tally;
  std::map<OriginId, mn::Run> runs;
  for (const Entry& entry : *entries) {
    ASSERT_TRUE(apply(tally, entry).ok());
    runs[entry.header.origin].push_back(entry);
  }
  EXPECT_EQ(tally.pledged, (Sum{2, Money{1'005'221'115}}));
  EXPECT_EQ(tally.received, (Sum{2, Money{1'005'031'115}}));
  EXPECT_EQ(tally.received_unattached, (Sum{1, Money{10'000}}));
  for (const auto& [origin, run] : runs) {
    const Result<Fact> born = fact_of(run.front());
    ASSERT_TRUE(born.ok());
    EXPECT_TRUE(check_run(run, std::get<Born>(*born).key).ok());
  }
  EXPECT_EQ(runs.size(), 4u);
}

}  // namespace
}  // namespace mn
