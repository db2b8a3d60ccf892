#include "journal/sqlite_queries.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace mn {
namespace {

#define MN_ENTRY_COLUMNS "position, origin, seq, visit, header, digest, body, signature"
constexpr const char* kAfter = "SELECT " MN_ENTRY_COLUMNS " FROM entry WHERE position > ?1 ORDER BY position LIMIT ?2";
constexpr const char* kRun = "SELECT " MN_ENTRY_COLUMNS " FROM entry WHERE origin = ?1 AND seq > ?2 ORDER BY seq";
constexpr const char* kVisit = "SELECT " MN_ENTRY_COLUMNS " FROM entry WHERE visit = ?1 AND origin = ?2 ORDER BY seq";
#undef MN_ENTRY_COLUMNS
// Hops from origin to origin along the index instead of reading every entry. UNION, not UNION ALL: ends on a damaged
// index, too.
constexpr const char* kHeads = R"(
  WITH RECURSIVE known(origin) AS (
    SELECT min(origin) FROM entry
    UNION
    SELECT (SELECT min(origin) FROM entry WHERE origin > known.origin) FROM known WHERE known.origin IS NOT NULL)
  SELECT entry.origin, entry.seq, entry.digest, entry.header FROM known JOIN entry ON entry.origin = known.origin
    AND entry.seq = (SELECT max(seq) FROM entry WHERE origin = known.origin)
  ORDER BY entry.origin)";
constexpr const char* kHead =
    "SELECT origin, seq, digest, header FROM entry WHERE origin = ?1 ORDER BY seq DESC LIMIT 1";
constexpr const char* kLast = "SELECT coalesce(max(position), 0) FROM entry";
constexpr const char* kDigest = "SELECT digest FROM entry WHERE origin = ?1 AND seq = ?2";

bool same(const std::optional<ByteView>& column, ByteView value) {
  return column && std::equal(column->begin(), column->end(), value.begin(), value.end());
}

Failure corrupt_at(Position position, std::string_view words) {
  return {Cause::corrupt, fmt::format("the entry at position {}: {}", position, words)};
}

// One row, proven: the body is the header's, and the columns beside the header say what it says.
Result<Placed> placed_of(const Statement& row) {
  const Position position = row.number(0);
  const std::optional<ByteView> header = row.bytes(4);
  const std::optional<ByteView> body = row.bytes(6);
  const std::optional<ByteView> signature = row.bytes(7);
  Result<Entry> entry =
      read_entry(header.value_or(ByteView()),
                 body ? std::optional<Bytes>(std::in_place, body->begin(), body->end()) : std::nullopt,
                 signature ? array_of<64>(*signature) : std::nullopt);
  if (!entry) return corrupt_at(position, entry.failure().words);
  if (signature && !entry->signature) return corrupt_at(position, "the signature has a wrong size");
  if (!same(row.bytes(1), entry->header.origin.bytes) || row.number(2) != entry->header.seq ||
      !same(row.bytes(3), entry->header.visit.bytes) || !same(row.bytes(5), entry->digest)) {
    return corrupt_at(position, "its columns are not those of its header, " + entry_text(entry->ref()));
  }
  return Placed{position, *std::move(entry)};
}

Result<Head> head_of(const Statement& row) {
  const std::optional<ByteView> header = row.bytes(3);
  Result<Header> read = decode_header(header.value_or(ByteView()));
  if (!read) return Failure{Cause::corrupt, "an origin's last entry: " + read.failure().words};
  const Head head{read->origin, read->seq, sha256(*header)};
  if (!same(row.bytes(0), head.origin.bytes) || row.number(1) != head.seq || !same(row.bytes(2), head.digest)) {
    return Failure{Cause::corrupt, fmt::format("entry {}: its columns are not those of its header",
                                               entry_text({head.origin, head.seq}))};
  }
  return head;
}

}  // namespace

SqliteQueries::SqliteQueries(Statement after, Statement run, Statement all_heads, Statement one_head, Statement last,
                             Statement visit, Statement digest)
    : after_(std::move(after)),
      run_(std::move(run)),
      heads_(std::move(all_heads)),
      head_(std::move(one_head)),
      last_(std::move(last)),
      visit_(std::move(visit)),
      digest_(std::move(digest)) {}

Result<SqliteQueries> SqliteQueries::prepare(sqlite3* database) {
  std::vector<Statement> made;
  for (const char* sql : {kAfter, kRun, kHeads, kHead, kLast, kVisit, kDigest}) {
    Result<Statement> statement = Statement::prepare(database, sql);
    if (!statement) return statement.failure();
    made.push_back(*std::move(statement));
  }
  return SqliteQueries(std::move(made[0]), std::move(made[1]), std::move(made[2]), std::move(made[3]),
                       std::move(made[4]), std::move(made[5]), std::move(made[6]));
}

Result<std::vector<Placed>> SqliteQueries::read_after(Position after, std::size_t entries_max) {
  const Rewind rewind(after_);
  after_.bind(1, after).bind(2, static_cast<std::uint64_t>(entries_max));
  std::vector<Placed> out;
  for (;;) {
    const Result<bool> row = after_.step();
    if (!row) return row.failure();
    if (!*row) return out;
    Result<Placed> placed = placed_of(after_);
    if (!placed) return placed.failure();
    out.push_back(*std::move(placed));
  }
}

Result<Run> SqliteQueries::read_run(const OriginId& origin, Seq after, std::size_t entries_max) {
  const std::size_t wanted = std::clamp<std::size_t>(entries_max, 1, kRunEntriesMax);
  const Rewind rewind(run_);
  run_.bind(1, origin.bytes).bind(2, after);
  Run run;
  std::size_t signed_count = 0;  // how many of them end at a signature
  while (run.size() < kRunEntriesMax && (run.size() < wanted || signed_count == 0)) {
    const Result<bool> row = run_.step();
    if (!row) return row.failure();
    if (!*row) break;
    Result<Placed> placed = placed_of(run_);
    if (!placed) return placed.failure();
    run.push_back(std::move(placed->entry));
    if (run.back().signature) signed_count = run.size();
  }
  if (signed_count == 0 && !run.empty()) {
    return Failure{Cause::corrupt, fmt::format("entry {}: no signature follows within {} entries",
                                               entry_text(run.front().ref()), kRunEntriesMax)};
  }
  run.resize(signed_count);
  return run;
}

Result<std::vector<Head>> SqliteQueries::heads() {
  const Rewind rewind(heads_);
  std::vector<Head> out;
  for (;;) {
    const Result<bool> row = heads_.step();
    if (!row) return row.failure();
    if (!*row) return out;
    const Result<Head> head = head_of(heads_);
    if (!head) return head.failure();
    out.push_back(*head);
  }
}

Result<Head> SqliteQueries::head(const OriginId& origin) {
  const Rewind rewind(head_);
  head_.bind(1, origin.bytes);
  const Result<bool> row = head_.step();
  if (!row) return row.failure();
  return *row ? head_of(head_) : Head{origin, 0, {}};
}

Result<Position> SqliteQueries::last_position() {
  const Rewind rewind(last_);
  const Result<bool> row = last_.step();
  if (!row) return row.failure();
  return *row ? last_.number(0) : 0;
}

Result<std::vector<Entry>> SqliteQueries::find_visit(const OriginId& origin, const VisitId& visit) {
  const Rewind rewind(visit_);
  visit_.bind(1, visit.bytes).bind(2, origin.bytes);
  std::vector<Entry> out;
  for (;;) {
    const Result<bool> row = visit_.step();
    if (!row) return row.failure();
    if (!*row) return out;
    Result<Placed> placed = placed_of(visit_);
    if (!placed) return placed.failure();
    out.push_back(std::move(placed->entry));
  }
}

Result<Digest> SqliteQueries::digest_at(const OriginId& origin, Seq seq) {
  const Rewind rewind(digest_);
  digest_.bind(1, origin.bytes).bind(2, seq);
  const Result<bool> row = digest_.step();
  if (!row) return row.failure();
  const std::optional<Digest> digest = *row ? array_of<32>(digest_.bytes(0).value_or(ByteView())) : std::nullopt;
  if (!digest)
    return Failure{Cause::corrupt,
                   fmt::format("entry {} is missing below its origin's head", entry_text({origin, seq}))};
  return *digest;
}

}  // namespace mn
