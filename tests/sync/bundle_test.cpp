// Bundles: every flipped byte and every cut is refused, what is imported is what was exported, once.
#include "journal/bundle.h"

#include <fstream>

#include "backend-sync/bundle_import.h"
#include "tests/sync/venue.h"

namespace mn {
namespace {

using namespace test;

constexpr std::int64_t kMorning = 1'748'481'300'000'000;  // 29/05/2025 08:15:00 in Vietnam

std::string bytes_in(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Bundles : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directory(stick());
    for (int i = 1; i <= 3; ++i) pledge(kiosk, 100'000 * i);
  }
  std::string stick() const { return folder.file("stick"); }
  BundleOrder order(const Own& own) const { return {stick(), "Ki-ốt 1", "test 1", kMorning, &own.keys}; }
  BundleInfo exported(Own& own) {
    const Result<BundleInfo> info = export_bundle(*own.journal, order(own));
    EXPECT_TRUE(info) << info.failure().words;
    return info ? *info : BundleInfo{};
  }
  std::string write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder.file(name), std::ios::binary | std::ios::trunc) << bytes;
    return folder.file(name);
  }

  TemporaryFolder folder;
  Own kiosk = open_writer(folder.file("kiosk.db"));
  Own hub = open_writer(folder.file("hub.db"));
};

TEST_F(Bundles, what_is_exported_is_what_was_there_under_a_name_for_people) {
  const BundleInfo info = exported(kiosk);
  EXPECT_EQ(info.path.filename(), "mangnon-ki-ot-1-20250529-081500.mnb");
  EXPECT_EQ(info.entry_count, 7u);
  EXPECT_EQ(info.bytes, std::filesystem::file_size(info.path));
  EXPECT_EQ(info.card.heads, *kiosk.journal->heads());
  EXPECT_EQ(info.card.key, kiosk.keys.public_key);
  EXPECT_EQ(exported(kiosk).path.filename(), "mangnon-ki-ot-1-20250529-081500-2.mnb");
  std::vector<Entry> entries;
  ASSERT_TRUE(read_bundle(info.path, [&](const mn::Run& run) {
    entries.insert(entries.end(), run.begin(), run.end());
    return Done();
  }));
  const std::vector<Placed> kept = *kiosk.journal->read_after(0, 100);
  ASSERT_EQ(entries.size(), kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(entries[i].bytes, kept[i].entry.bytes);
}

TEST_F(Bundles, names_hold_nothing_that_a_stick_cannot) {
  EXPECT_EQ(bundle_file_name("../Ki-ốt: \"số\" 2/ạ", kMorning), "mangnon-ki-ot-so-2-a-20250529-081500");
  EXPECT_EQ(bundle_file_name("", kMorning), "mangnon-20250529-081500");
  EXPECT_EQ(bundle_file_name("灯", kMorning), "mangnon-20250529-081500");
  EXPECT_LE(bundle_file_name(std::string(500, 'x'), kMorning).size(), 70u);
}

TEST_F(Bundles, every_flipped_byte_is_refused) {
  const std::string whole = bytes_in(exported(kiosk).path);
  ASSERT_LT(whole.size(), 8'000u);
  for (const int bit : {0, 7}) {
    for (std::size_t i = 0; i < whole.size(); ++i) {
      std::string changed = whole;
      changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
      const Result<BundleInfo> info = check_bundle(write("changed.mnb", changed));
      ASSERT_FALSE(info) << "byte " << i << " of " << whole.size();
      ASSERT_TRUE(info.failure().cause == Cause::corrupt || info.failure().cause == Cause::bad_input) << i;
    }
  }
}

TEST_F(Bundles, every_length_but_the_right_one_is_refused) {
  const std::string whole = bytes_in(exported(kiosk).path);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const Result<BundleInfo> info = check_bundle(write("cut.mnb", whole.substr(0, size)));
    ASSERT_FALSE(info) << size;
    ASSERT_EQ(info.failure().cause, Cause::corrupt) << size << ": " << info.failure().words;
  }
  EXPECT_FALSE(check_bundle(write("longer.mnb", whole + '\0')));
  EXPECT_TRUE(check_bundle(write("whole.mnb", whole)));
}

// A forger who makes the hash fit again is stopped by the signatures.
TEST_F(Bundles, a_bundle_with_a_run_dropped_and_a_new_hash_is_refused_while_it_claims_to_be_signed) {
  BundleCard card = exported(kiosk).card;
  const mn::Run first = *kiosk.journal->read_run(kiosk.origin, 0, 1);
  const auto forged = [&](std::uint8_t is_signed) {
    Bytes bytes = bundle_start(card);
    const Bytes run = bundle_run(first), end = bundle_end(first.size());
    bytes.insert(bytes.end(), run.begin(), run.end());
    bytes.insert(bytes.end(), end.begin(), end.end());
    const Digest digest = sha256(bytes);
    bytes.insert(bytes.end(), digest.begin(), digest.end());
    bytes.push_back(is_signed);
    if (is_signed != 0) bytes.insert(bytes.end(), 64, 0);
    return write("forged.mnb", std::string(text_of(bytes)));
  };
  EXPECT_FALSE(check_bundle(forged(1)));
  EXPECT_FALSE(check_bundle(forged(0))) << "the card says that it is signed";
  card.key.reset();
  EXPECT_FALSE(check_bundle(forged(0))) << "and that there is more";
  card.heads = {{kiosk.origin, 1, first.back().digest}};
  EXPECT_TRUE(check_bundle(forged(0))) << "an older state of the journal, not signed: harms nobody";
}

TEST_F(Bundles, without_keys_it_is_not_signed_and_says_so) {
  BundleOrder unsigned_order = order(kiosk);
  unsigned_order.keys = nullptr;
  const Result<BundleInfo> info = export_bundle(*kiosk.journal, unsigned_order);
  ASSERT_TRUE(info);
  EXPECT_FALSE(check_bundle(info->path)->card.key);
}

TEST_F(Bundles, imported_once_and_again_and_overlapping) {
  enrol(hub, kiosk.origin, Role::kiosk);
  const BundleInfo early = exported(kiosk);
  pledge(kiosk, 700'000);
  const BundleInfo late = exported(kiosk);
  const Result<ImportReport> first = import_bundle(early.path, hub);
  ASSERT_TRUE(first) << first.failure().words;
  EXPECT_EQ(first->added, 7u);
  EXPECT_EQ(first->had, 0u);
  EXPECT_TRUE(first->stopped.empty());
  EXPECT_EQ(import_bundle(early.path, hub)->added, 0u);
  const Result<ImportReport> second = import_bundle(late.path, hub);
  EXPECT_EQ(second->added, 2u);
  EXPECT_EQ(second->had, 7u);
  EXPECT_EQ(*hub.journal->head(kiosk.origin), *kiosk.journal->head(kiosk.origin));
  const Result<ImportReport> again = import_bundle(early.path, hub);
  EXPECT_EQ(again->added, 0u) << "an older bundle after a newer one";
  EXPECT_TRUE(again->stopped.empty());
}

TEST_F(Bundles, a_stranger_is_named_and_taken_after_its_card_was_enrolled) {
  const BundleInfo info = exported(kiosk);
  const Position before = *hub.journal->last_position();
  const Result<ImportReport> refused = import_bundle(info.path, hub);
  ASSERT_TRUE(refused);
  ASSERT_EQ(refused->stopped.size(), 1u);
  EXPECT_NE(refused->stopped.begin()->second.words.find("mangnon enrol"), std::string::npos);
  EXPECT_NE(refused->stopped.begin()->second.words.find(origin_text(kiosk.origin)), std::string::npos);
  EXPECT_EQ(*hub.journal->last_position(), before);
  enrol(hub, kiosk.origin, Role::display);
  EXPECT_EQ(import_bundle(info.path, hub)->stopped.size(), 1u) << "a display may not pledge";
  enrol(hub, kiosk.origin, Role::kiosk);
  EXPECT_EQ(import_bundle(info.path, hub)->added, 7u);
}

// The venue's hub carried to the fund: it enrolled the kiosk, the fund enrolled only the hub.
TEST_F(Bundles, a_hubs_bundle_brings_its_enrolments_along) {
  enrol(hub, kiosk.origin, Role::kiosk);
  ASSERT_TRUE(import_bundle(exported(kiosk).path, hub));
  Own fund = open_writer(folder.file("fund.db"));
  enrol(fund, hub.origin, Role::hub);
  const BundleInfo venue = exported(hub);
  const Result<ImportReport> report = import_bundle(venue.path, fund);
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->stopped.empty()) << report->stopped.begin()->second.words;
  EXPECT_EQ(report->added, 9u);
  EXPECT_EQ(*fund.journal->head(kiosk.origin), *kiosk.journal->head(kiosk.origin));
  // Not signed, its origins stand in any order: the enrolling one may come last.
  Own other = open_writer(folder.file("other.db"));
  enrol(other, hub.origin, Role::hub);
  BundleOrder unsigned_order = order(hub);
  unsigned_order.keys = nullptr;
  EXPECT_EQ(import_bundle(export_bundle(*hub.journal, unsigned_order)->path, other)->added, 9u);
}

TEST_F(Bundles, two_histories_of_one_origin_are_a_conflict_and_the_first_stays) {
  enrol(hub, kiosk.origin, Role::kiosk);
  kiosk.journal.reset();
  for (const char* tail : {"", ".key", ".pub"})
    std::filesystem::copy(folder.file("kiosk.db") + tail, folder.file("image.db") + tail);
  kiosk = open_writer(folder.file("kiosk.db"));
  Own image = open_writer(folder.file("image.db"));
  ASSERT_EQ(image.origin, kiosk.origin);
  pledge(kiosk, 1'000'000);
  pledge(image, 2'000'000);
  ASSERT_EQ(import_bundle(exported(kiosk).path, hub)->added, 9u);
  const Result<ImportReport> report = import_bundle(exported(image).path, hub);
  ASSERT_TRUE(report);
  ASSERT_EQ(report->stopped.size(), 1u);
  EXPECT_EQ(report->stopped.begin()->second.cause, Cause::conflict);
  EXPECT_EQ(*hub.journal->head(kiosk.origin), *kiosk.journal->head(kiosk.origin));
}

TEST_F(Bundles, another_campaigns_is_refused_whole) {
  Own rehearsal = open_writer(folder.file("rehearsal.db"), {"rehearsal-1"});
  const Result<ImportReport> report = import_bundle(exported(rehearsal).path, hub);
  ASSERT_FALSE(report);
  EXPECT_NE(report.failure().words.find("rehearsal-1"), std::string::npos);
}

TEST_F(Bundles, a_long_journal_goes_in_many_runs) {
  for (int i = 0; i < 700; ++i) pledge(kiosk, 10'000 + i);
  const BundleInfo info = exported(kiosk);
  EXPECT_EQ(info.entry_count, 1'407u);
  std::size_t run_count = 0;
  ASSERT_TRUE(read_bundle(info.path, [&](const mn::Run& run) {
    EXPECT_LE(run.size(), kRunEntriesMax);
    ++run_count;
    return Done();
  }));
  EXPECT_GE(run_count, 3u);
  enrol(hub, kiosk.origin, Role::kiosk);
  EXPECT_EQ(import_bundle(info.path, hub)->added, 1'407u);
}

TEST_F(Bundles, an_export_that_cannot_be_finished_leaves_no_bundle) {
  std::ofstream(stick() + "/mangnon-ki-ot-1-20250101-000000.mnb.part") << "left by a stick that was pulled out";
  std::ofstream(stick() + "/mangnon-ki-ot-2-20250101-000000.mnb.part") << "another kiosk's";
  BundleOrder nowhere = order(kiosk);
  nowhere.folder = folder.file("no-stick");
  EXPECT_EQ(export_bundle(*kiosk.journal, nowhere).failure().cause, Cause::unavailable);
  exported(kiosk);
  std::size_t parts = 0;
  for (const auto& file : std::filesystem::directory_iterator(stick())) parts += file.path().extension() == ".part";
  EXPECT_EQ(parts, 1u);
  nowhere.folder = "/dev/full";  // no folder either
  EXPECT_FALSE(export_bundle(*kiosk.journal, nowhere));
}

TEST_F(Bundles, files_that_are_none) {
  EXPECT_EQ(check_bundle(folder.file("none.mnb")).failure().cause, Cause::not_found);
  EXPECT_EQ(check_bundle(stick()).failure().cause, Cause::bad_input);
  EXPECT_FALSE(check_bundle(write("empty.mnb", "")));
  EXPECT_EQ(check_bundle(write("text.mnb", std::string(1000, 'x'))).failure().cause, Cause::bad_input);
  EXPECT_EQ(check_bundle(folder.file("kiosk.db")).failure().cause, Cause::bad_input);
  std::string later = bytes_in(exported(kiosk).path);
  later[9] = 2;
  EXPECT_NE(check_bundle(write("later.mnb", later)).failure().words.find("version 2"), std::string::npos);
  std::string huge = later.substr(0, 10) + "\xff\xff\xff\xff" + later.substr(14);
  huge[9] = 1;
  EXPECT_FALSE(check_bundle(write("huge.mnb", huge)));
}

}  // namespace
}  // namespace mn
