// Any bytes at all as a statement: it is read or refused, and whatever is read adds up.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>

#include "backend-sync/reconciling.h"
#include "backend-sync/statement.h"
#include "core/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const mn::Result<mn::Statement> statement = mn::read_statement(bytes, "fuzz.csv", {"", "0010010010019"});
  if (!statement) {
    MN_CHECK(!statement.failure().words.empty(), "a refusal says why");
    return 0;
  }
  std::set<mn::Digest> keys;
  for (const mn::StatementLine& line : statement->lines) {
    MN_CHECK(line.amount.dong > 0, "money in is more than nothing");
    keys.insert(line.key);
  }
  MN_CHECK(keys.size() == statement->lines.size(), "two lines never share a key");
  const mn::Tally nobody;
  const mn::Result<mn::Reconciliation> reconciliation = mn::reconcile(nobody, *statement, true);
  MN_CHECK(reconciliation.ok() && mn::identity_holds(*reconciliation, *statement), "every đồng is somewhere");
  return 0;
}
