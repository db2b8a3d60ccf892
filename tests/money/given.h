// Small made-up worlds for the tests of money: pledges folded into a tally, statements of a few rows.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "backend-sync/exporting.h"
#include "backend-sync/reconciling.h"
#include "backend-sync/statement.h"
#include "core/check.h"

namespace mn::given {

// The n-th valid code, always the same.
inline PledgeCode code(std::uint8_t n) { return make_code({n, 17, 3, n, 91, 44, static_cast<std::uint8_t>(n * 7), n}); }

inline KeyPair keys(std::uint8_t n) {
  Seed seed{};
  seed[0] = n;
  return key_pair(seed);
}

// A journal's entries being written, by one origin.
struct Writer {
  KeyPair key = keys(1);
  Head head{origin_of(key.public_key), 0, {}};
  std::vector<Entry> entries;
  std::uint8_t salted = 0;

  VisitId visit() const {
    return visit_id(1'748'480'000'000 + static_cast<std::int64_t>(head.seq), {head.origin.bytes[0]});
  }

  // The reference of the first of these facts.
  EntryRef write(std::vector<Fact> facts) {
    Append append{
        visit(), 1'748'480'000'000'000 + static_cast<std::int64_t>(head.seq) * 60'000'000, std::move(facts), {}};
    for (std::size_t i = 0; i < append.facts.size(); ++i) append.salts.push_back(Salt{++salted});
    const Run run = seal(CampaignId{"lang-son-2025"}, head, append, key);
    entries.insert(entries.end(), run.begin(), run.end());
    head = {head.origin, run.back().header.seq, run.back().digest};
    return run.front().ref();
  }
  EntryRef pledge(PledgeCode code, std::int64_t dong, const std::string& name = "") {
    Pledged said;
    said.amount = Money{dong};
    said.code = std::move(code);
    said.giver = name.empty() ? Giver::unnamed : Giver::person;
    if (name.empty()) return write({said});
    return write({said, Named{name, ""}});
  }
};

inline Records records_of(const std::vector<Entry>& entries) {
  Records records;
  for (const Entry& entry : entries) {
    const Done done = apply(records, entry);
    MN_CHECK(done.ok(), "given entries fold");
  }
  return records;
}

inline const char* kAccount = "0010010010019";

inline Result<Statement> read(const std::string& csv) { return read_statement(csv, "saoke.csv", {kAccount, ""}); }

// A statement of money in with the five columns that most banks have.
inline std::string csv(const std::vector<std::vector<std::string>>& rows) {
  std::string out = "Ngày giao dịch,Số tham chiếu,Ghi nợ,Ghi có,Nội dung\n";
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i > 0 ? ",\"" : "\"") + row[i] + "\"";
    out += "\n";
  }
  return out;
}

// One row of money in with this memo.
inline std::string csv_of_memo(const std::string& memo, const std::string& amount = "100.000") {
  return csv({{"29/05/2025", "FT0001", "", amount, memo}});
}

}  // namespace mn::given
