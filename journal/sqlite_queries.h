// The questions a journal answers, asked of one SQLite connection: used by the reader and the writer alike. Each is one
// statement, so each sees one moment of the journal.
#pragma once

#include <vector>

#include "journal/journal.h"
#include "journal/sqlite.h"

namespace mn {

class SqliteQueries {
 public:
  static Result<SqliteQueries> prepare(sqlite3* database);

  Result<std::vector<Placed>> read_after(Position after, std::size_t entries_max);
  Result<Run> read_run(const OriginId& origin, Seq after, std::size_t entries_max);
  Result<std::vector<Head>> heads();
  Result<Head> head(const OriginId& origin);
  Result<Position> last_position();
  Result<std::vector<Entry>> find_visit(const OriginId& origin, const VisitId& visit);
  Result<Digest> digest_at(const OriginId& origin, Seq seq);

 private:
  SqliteQueries(Statement after, Statement run, Statement all_heads, Statement one_head, Statement last,
                Statement visit, Statement digest);

  Statement after_, run_, heads_, head_, last_, visit_, digest_;
};

}  // namespace mn
