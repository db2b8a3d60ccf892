#include "tests/journal/tamper.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <vector>

namespace mn {

void tamper(const std::string& journal, const std::string& sql) {
  sqlite3* raw = nullptr;
  ASSERT_EQ(sqlite3_open(journal.c_str(), &raw), SQLITE_OK);
  const auto run = [&](const std::string& text) {
    char* words = nullptr;
    const int code = sqlite3_exec(raw, text.c_str(), nullptr, nullptr, &words);
    EXPECT_EQ(code, SQLITE_OK) << text << ": " << (words != nullptr ? words : "");
    sqlite3_free(words);
  };
  using Texts = std::vector<std::string>;
  Texts names, triggers;
  const auto collect = [](void* into, int, char** values, char**) {
    auto* texts = static_cast<std::pair<Texts*, Texts*>*>(into);
    texts->first->emplace_back(values[0]);
    texts->second->emplace_back(values[1]);
    return 0;
  };
  std::pair<Texts*, Texts*> into{&names, &triggers};
  sqlite3_exec(raw, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", collect, &into, nullptr);
  run("PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF");
  for (const std::string& name : names) run("DROP TRIGGER " + name);
  run(sql);
  for (const std::string& trigger : triggers) run(trigger);
  sqlite3_close(raw);
}

}  // namespace mn
