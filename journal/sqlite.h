// SQLite as values: a connection and its statements close themselves, and every error becomes words. Knows no entry.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/bytes.h"
#include "core/result.h"

namespace mn {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

// What the last call on this connection said, as a Failure: corrupt, busy, or unavailable for all else.
Failure sqlite_failure(sqlite3* database, std::string_view doing);

// Runs statements that give no rows.
Done run_sql(sqlite3* database, const char* sql);

// The one value that the first row holds, as text; nothing when there is no row.
Result<std::optional<std::string>> text_of_sql(sqlite3* database, const std::string& sql);

// A prepared statement. Bind by number from 1, step through the rows, then rewind (a Rewind does it when a scope ends).
// What is bound is not copied: it must live until the rewind.
class Statement {
 public:
  static Result<Statement> prepare(sqlite3* database, std::string_view sql);

  Statement& bind(int at, std::uint64_t value);
  Statement& bind(int at, ByteView bytes);
  Statement& bind_text(int at, std::string_view text);
  Statement& bind_null(int at);

  // True: there is a row to look at. False: done.
  Result<bool> step();
  void rewind();

  // The columns of the row, numbered from 0. Views live until the next step.
  std::uint64_t number(int column) const;
  std::optional<ByteView> bytes(int column) const;  // nothing when NULL
  std::string text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Rewind {
 public:
  explicit Rewind(Statement& statement) : statement_(statement) {}
  ~Rewind() { statement_.rewind(); }
  Rewind(const Rewind&) = delete;
  Rewind& operator=(const Rewind&) = delete;

 private:
  Statement& statement_;
};

}  // namespace mn
