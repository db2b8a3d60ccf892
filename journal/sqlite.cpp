#include "journal/sqlite.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"

namespace mn {

Failure sqlite_failure(sqlite3* database, std::string_view doing) {
  const int code = sqlite3_extended_errcode(database);
  std::string words = fmt::format("{}: {} (SQLite {})", doing, sqlite3_errmsg(database), code);
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {Cause::corrupt, std::move(words)};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Cause::busy, std::move(words)};
    default:
      return {Cause::unavailable, std::move(words)};
  }
}

Done run_sql(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) return sqlite_failure(database, sql);
  return {};
}

Result<std::optional<std::string>> text_of_sql(sqlite3* database, const std::string& sql) {
  Result<Statement> statement = Statement::prepare(database, sql);
  if (!statement) return statement.failure();
  const Result<bool> row = statement->step();
  if (!row) return row.failure();
  return *row ? std::optional<std::string>(statement->text(0)) : std::nullopt;
}

Result<Statement> Statement::prepare(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int size = static_cast<int>(sql.size());
  if (sqlite3_prepare_v3(database, sql.data(), size, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
    return sqlite_failure(database, sql);
  }
  return Statement(statement);
}

Statement& Statement::bind(int at, std::uint64_t value) {
  // SQLite's integers are signed; what is larger than they are lies after every row anyway.
  const auto kept = static_cast<sqlite3_int64>(std::min<std::uint64_t>(value, INT64_MAX));
  MN_CHECK(sqlite3_bind_int64(statement_.get(), at, kept) == SQLITE_OK, "a number is bound to its place");
  return *this;
}

Statement& Statement::bind(int at, ByteView bytes) {
  const int size = static_cast<int>(bytes.size());
  const void* data = bytes.empty() ? "" : static_cast<const void*>(bytes.data());  // a null pointer would bind NULL
  MN_CHECK(sqlite3_bind_blob(statement_.get(), at, data, size, SQLITE_STATIC) == SQLITE_OK,
           "bytes are bound to their place");
  return *this;
}

Statement& Statement::bind_text(int at, std::string_view text) {
  const int size = static_cast<int>(text.size());
  MN_CHECK(sqlite3_bind_text(statement_.get(), at, text.data(), size, SQLITE_STATIC) == SQLITE_OK,
           "text is bound to its place");
  return *this;
}

Statement& Statement::bind_null(int at) {
  MN_CHECK(sqlite3_bind_null(statement_.get(), at) == SQLITE_OK, "NULL is bound to its place");
  return *this;
}

Result<bool> Statement::step() {
  switch (sqlite3_step(statement_.get())) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      return sqlite_failure(sqlite3_db_handle(statement_.get()), sqlite3_sql(statement_.get()));
  }
}

void Statement::rewind() {
  sqlite3_reset(statement_.get());  // repeats the error of the last step, which was already answered
  sqlite3_clear_bindings(statement_.get());
}

std::uint64_t Statement::number(int column) const {
  return static_cast<std::uint64_t>(sqlite3_column_int64(statement_.get(), column));
}

std::optional<ByteView> Statement::bytes(int column) const {
  if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) return std::nullopt;
  const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
  return ByteView(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::string Statement::text(int column) const {
  const std::optional<ByteView> found = bytes(column);
  return found ? std::string(text_of(*found)) : std::string();
}

}  // namespace mn
