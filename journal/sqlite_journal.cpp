// The reader and the writer on one SQLite file. No SQL but the insert and the borders of a transaction: questions are
// in sqlite_queries.
#include "journal/sqlite_journal.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "journal/append_plan.h"
#include "journal/lock.h"
#include "journal/sqlite_queries.h"

namespace mn {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kInsert =
    "INSERT INTO entry (position, origin, seq, visit, header, digest, body, signature) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
    "?7, ?8)";

// The read side, for both. After a failed append the writer sets `broken`, and every call answers with it.
template <class Interface>
class SqliteReading : public Interface {
 public:
  SqliteReading(const std::string& path, SqliteFile file, SqliteQueries queries)
      : file_(std::move(file)), queries_(std::move(queries)), path_(path) {}

  const CampaignId& campaign() const override { return file_.campaign; }
  const std::string& epoch() const override { return file_.epoch; }

  Result<std::vector<Placed>> read_after(Position after, std::size_t entries_max) override {
    if (broken_) return *broken_;
    return queries_.read_after(after, entries_max);
  }
  Result<Run> read_run(const OriginId& origin, Seq after, std::size_t entries_max) override {
    if (broken_) return *broken_;
    return queries_.read_run(origin, after, entries_max);
  }
  Result<std::vector<Head>> heads() override {
    if (broken_) return *broken_;
    return queries_.heads();
  }
  Result<Head> head(const OriginId& origin) override {
    if (broken_) return *broken_;
    return queries_.head(origin);
  }
  Result<Position> last_position() override {
    if (broken_) return *broken_;
    return queries_.last_position();
  }
  Result<std::vector<Entry>> find_visit(const OriginId& origin, const VisitId& visit) override {
    if (broken_) return *broken_;
    return queries_.find_visit(origin, visit);
  }
  Result<bool> wait_beyond(Position seen, std::chrono::milliseconds timeout) override {
    const Clock::time_point deadline = Clock::now() + timeout;
    // Listening begins before the first look, so that no ring falls between.
    if (!listener_) listener_.emplace(path_);
    for (;;) {
      const Result<Position> last = last_position();
      if (!last) return last.failure();
      if (*last > seen) return true;
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
      if (left.count() <= 0) return false;
      listener_->wait(left);
    }
  }
  Done check_storage() override {
    if (broken_) return *broken_;
    // Asked before the entries are counted: a writer may be adding to them.
    const std::optional<std::uint64_t> rung = last_rung(path_);
    const Result<Position> last = last_position();
    if (!last) return last.failure();
    if (rung && *rung > *last) {
      return Failure{
          Cause::corrupt,
          fmt::format("{} held {} entries when it was last written and holds {} now: its log ({}-wal) was damaged or "
                      "taken away, or an older copy was put in its place",
                      path_, *rung, *last, path_)};
    }
    return check_pages(file_.database.get());
  }

 protected:
  SqliteFile file_;
  SqliteQueries queries_;  // after file_: statements end before their connection
  std::optional<Failure> broken_;

 private:
  std::string path_;
  std::optional<Listener> listener_;
};

using SqliteReader = SqliteReading<JournalReader>;

class SqliteJournal final : public SqliteReading<Journal> {
 public:
  SqliteJournal(const std::string& path, SqliteFile file, SqliteQueries queries, Statement insert,
                std::map<OriginId, Head> heads, Position last)
      : SqliteReading(path, std::move(file), std::move(queries)),
        insert_(std::move(insert)),
        heads_(std::move(heads)),
        last_(last) {
    if (file_.lock) file_.lock->ring(last_);
  }

  ~SqliteJournal() override {
    // A journal that was closed is one file. When a reader is in the way, or the disk is, the log stays and nothing is
    // lost.
    if (!broken_) copy_log(file_.database.get());
  }

  Result<std::vector<Answer>> append(std::span<const Run> runs) override {
    if (broken_) return *broken_;
    if (Done fit = check_append(file_.campaign, runs); !fit) return fit.failure();
    std::map<OriginId, Head> changed;
    Position last = last_;
    Result<std::vector<Answer>> answers = commit(runs, changed, last);
    if (!answers) {
      broken_ = Failure{Cause::unknown, "the append failed, and what it held may or may not be kept (" +
                                            answers.failure().words + "); reopen the journal and look"};
      return *broken_;
    }
    for (const auto& [origin, head] : changed) heads_[origin] = head;
    if (std::exchange(last_, last) != last && file_.lock) file_.lock->ring(last);
    return answers;
  }

 private:
  Result<std::vector<Answer>> commit(std::span<const Run> runs, std::map<OriginId, Head>& changed, Position& last) {
    if (Done begun = run_sql(file_.database.get(), "BEGIN IMMEDIATE"); !begun) return begun.failure();
    std::vector<Answer> answers;
    for (const Run& run : runs) {
      const OriginId& origin = run.front().header.origin;
      const auto in_transaction = changed.find(origin);
      const auto kept = heads_.find(origin);
      Head head = in_transaction != changed.end() ? in_transaction->second
                  : kept != heads_.end()          ? kept->second
                                                  : Head{origin, 0, {}};
      const Result<AppendPlan> plan = plan_append(run, head, [&](Seq seq) { return queries_.digest_at(origin, seq); });
      if (!plan) return plan.failure();
      if (plan->outcome == Outcome::appended) {
        if (Done inserted = insert(run, plan->first_new, last); !inserted) return inserted.failure();
        changed[origin] = head = Head{origin, run.back().header.seq, run.back().digest};
      }
      answers.push_back({plan->outcome, head});
    }
    if (Done committed = run_sql(file_.database.get(), "COMMIT"); !committed) return committed.failure();
    return answers;
  }

  Done insert(const Run& run, std::size_t first, Position& last) {
    for (std::size_t i = first; i < run.size(); ++i) {
      const Entry& entry = run[i];
      const Rewind rewind(insert_);
      insert_.bind(1, ++last)
          .bind(2, entry.header.origin.bytes)
          .bind(3, entry.header.seq)
          .bind(4, entry.header.visit.bytes);
      insert_.bind(5, entry.bytes).bind(6, entry.digest);
      entry.body ? insert_.bind(7, *entry.body) : insert_.bind_null(7);
      i + 1 == run.size() ? insert_.bind(8, *entry.signature) : insert_.bind_null(8);
      if (const Result<bool> done = insert_.step(); !done) return done.failure();
    }
    return {};
  }

  Statement insert_;
  // What the entries said when the journal was opened, and what was committed since: nobody else writes.
  std::map<OriginId, Head> heads_;
  Position last_;
};

}  // namespace

Result<std::unique_ptr<JournalReader>> open_sqlite_reader(const std::string& path) {
  Result<SqliteFile> file = open_to_read(path);
  if (!file) return file.failure();
  Result<SqliteQueries> queries = SqliteQueries::prepare(file->database.get());
  if (!queries) return queries.failure();
  return std::unique_ptr<JournalReader>(std::make_unique<SqliteReader>(path, *std::move(file), *std::move(queries)));
}

Result<std::unique_ptr<Journal>> open_sqlite_journal(const std::string& path, const CampaignId& campaign,
                                                     const std::string& program, const SqliteOptions& options) {
  Result<SqliteFile> file = open_to_write(path, campaign, program, options);
  if (!file) return file.failure();
  Result<SqliteQueries> queries = SqliteQueries::prepare(file->database.get());
  if (!queries) return queries.failure();
  Result<Statement> insert = Statement::prepare(file->database.get(), kInsert);
  if (!insert) return insert.failure();
  const Result<std::vector<Head>> heads = queries->heads();
  if (!heads) return heads.failure();
  const Result<Position> last = queries->last_position();
  if (!last) return last.failure();
  std::map<OriginId, Head> by_origin;
  for (const Head& head : *heads) by_origin[head.origin] = head;
  return std::unique_ptr<Journal>(std::make_unique<SqliteJournal>(path, *std::move(file), *std::move(queries),
                                                                  *std::move(insert), std::move(by_origin), *last));
}

}  // namespace mn
