// How long a visit's append takes, beside a bare sqlite3 insert of the same bytes with the same pragmas, turn by turn
// in the same run and folder.
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "core/check.h"
#include "core/facts.h"
#include "journal/chance.h"
#include "journal/open.h"
#include "tests/bench/figures.h"

namespace mn::bench {
namespace {

namespace fs = std::filesystem;

// The floor: one connection, one prepared statement, rows of the same size, no hashing, no signing, no checks.
class BareTable {
 public:
  explicit BareTable(const fs::path& file) {
    MN_CHECK(sqlite3_open(file.c_str(), &db_) == SQLITE_OK, "the bare file opens");
    run("PRAGMA journal_mode=WAL");
    run("PRAGMA synchronous=FULL");
    run("CREATE TABLE entry(position INTEGER PRIMARY KEY, header BLOB NOT NULL, body BLOB) STRICT");
    sqlite3_prepare_v2(db_, "INSERT INTO entry(header, body) VALUES(?, ?)", -1, &insert_, nullptr);
  }
  ~BareTable() {
    sqlite3_finalize(insert_);
    sqlite3_close(db_);
  }
  BareTable(const BareTable&) = delete;
  BareTable& operator=(const BareTable&) = delete;

  void insert(const Run& run_of_entries) {
    run("BEGIN IMMEDIATE");
    for (const Entry& entry : run_of_entries) {
      sqlite3_bind_blob(insert_, 1, entry.bytes.data(), static_cast<int>(entry.bytes.size()), SQLITE_STATIC);
      sqlite3_bind_blob(insert_, 2, entry.body->data(), static_cast<int>(entry.body->size()), SQLITE_STATIC);
      MN_CHECK(sqlite3_step(insert_) == SQLITE_DONE, "the bare row is inserted");
      sqlite3_reset(insert_);
    }
    run("COMMIT");
  }

 private:
  void run(const char* sql) {
    MN_CHECK(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, "bare SQL runs");
  }
  sqlite3* db_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

Append one_visit() {
  Append append;
  append.visit = new_visit_id();
  append.made_at_us = utc_now_us();
  Pledged pledged;
  pledged.amount = Money{500'000};
  pledged.code = make_code(random_8());
  pledged.giver = Giver::person;
  append.facts = {pledged, Named{"Nguyễn Thị Hòa", ""}, Consented{"2025-05-01", false, true}};
  append.salts = {new_salt(), new_salt(), new_salt()};
  return append;
}

}  // namespace

std::vector<Figure> bench_append(int visits) {
  const fs::path folder = fs::current_path() / ("bench-append-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  std::vector<double> ours_us;
  std::vector<double> bare_us;
  {
    const Result<CampaignId> campaign = read_campaign_id("bench");
    Result<Own> own = open_own({(folder / "ours.db").string(), *campaign, "mangnon-bench", "bench"});
    MN_CHECK(own.ok(), "the bench's journal opens");
    BareTable bare(folder / "bare.db");
    const Result<Head> first = own->journal->head(own->origin);
    MN_CHECK(first.ok(), "the head is read");
    Head head = *first;
    for (int i = 0; i < visits; ++i) {
      const Append visit = one_visit();
      const std::int64_t start = monotonic_ns();
      const Run run = seal(*campaign, head, visit, own->keys);
      const Result<std::vector<Answer>> answers = own->journal->append({&run, 1});
      const std::int64_t middle = monotonic_ns();
      MN_CHECK(answers.ok() && answers->front().outcome == Outcome::appended, "the visit is appended");
      bare.insert(run);
      const std::int64_t end = monotonic_ns();
      head = answers->front().head;
      ours_us.push_back(static_cast<double>(middle - start) / 1000);
      bare_us.push_back(static_cast<double>(end - middle) / 1000);
    }
  }
  fs::remove_all(folder);
  std::vector<Figure> out;
  for (const double percent : {50.0, 99.0}) {
    Figure figure{percent < 60 ? "append of a visit (3 entries), p50" : "append of a visit (3 entries), p99",
                  "µs",
                  percentile(ours_us, percent),
                  percentile(bare_us, percent),
                  "bare sqlite3 insert, same pragmas and bytes",
                  "≤ 1.3×",
                  true};
    figure.met = ratio_of(figure) <= 1.3;
    out.push_back(figure);
  }
  return out;
}

}  // namespace mn::bench
