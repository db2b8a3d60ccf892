// What is appended, what waits, what was there already; and that every đồng is in exactly one of them.
#include "backend-sync/reconciling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>

#include "backend-sync/reconciliation_report.h"
#include "backend-sync/reconciliation_words.h"
#include "tests/money/given.h"
#include "tests/support/made_up_statement.h"

namespace mn {
namespace {

// A fund's journal, and what `mangnon reconcile` does to it, without the files.
struct Fund {
  given::Writer kiosk;
  given::Writer accountant{given::keys(2), {origin_of(given::keys(2).public_key), 0, {}}, {}, 100};

  Records records() const {
    Records records = given::records_of(kiosk.entries);
    for (const Entry& entry : accountant.entries) EXPECT_TRUE(apply(records, entry).ok());
    return records;
  }
  // Returns how many payments it appended.
  std::size_t import(const Statement& statement, bool accept_unidentified = false) {
    const Records before = records();
    const Result<Reconciliation> reconciliation = reconcile(before.tally, statement, accept_unidentified);
    EXPECT_TRUE(reconciliation.ok());
    EXPECT_TRUE(identity_holds(*reconciliation, statement));
    for (auto& facts : appends_of(reconciliation->to_append)) {
      EXPECT_LE(facts.size(), kAppendEntriesMax);
      accountant.write(std::move(facts));
    }
    return reconciliation->to_append.size();
  }
};

Statement statement_of(const std::string& csv) {
  const Result<Statement> statement = given::read(csv);
  EXPECT_TRUE(statement.ok());
  return *statement;
}

TEST(Reconciling, PartsOverAndExact) {
  Fund fund;
  const PledgeCode code = given::code(1);
  fund.kiosk.pledge(code, 1'000'000, "Nguyễn Thị Mẫu");
  const std::string memo = code_text(code);
  const auto state = [&] { return state_of(fund.records().tally.pledges.front()); };

  fund.import(statement_of(given::csv({{"01/06/2025", "FT0001", "", "400.000", memo}})));
  EXPECT_EQ(state(), PledgeState::partly_paid);
  fund.import(statement_of(given::csv({{"02/06/2025", "FT0002", "", "600.000", "chong chuyen " + memo}})));
  EXPECT_EQ(state(), PledgeState::paid);
  const Statement third = statement_of(given::csv({{"03/06/2025", "FT0003", "", "1.000", memo}}));
  const Records before = fund.records();
  const Result<Reconciliation> over = reconcile(before.tally, third, false);
  ASSERT_TRUE(over.ok());
  EXPECT_EQ(over->lines[0].received_before.dong, 1'000'000);
  EXPECT_EQ(over->lines[0].received_after.dong, 1'001'000);
  EXPECT_EQ(over->lines[0].state_after, PledgeState::overpaid);
  fund.import(third);

  const Records after = fund.records();
  EXPECT_EQ(after.tally.pledged.amount.dong, 1'000'000) << "pledged does not move when money comes";
  EXPECT_EQ(after.tally.received.amount.dong, 1'001'000);
  EXPECT_EQ(after.tally.received_unattached.count, 0);
}

TEST(Reconciling, TwoPartsInOneStatementAddUp) {
  Fund fund;
  const PledgeCode code = given::code(1);
  fund.kiosk.pledge(code, 1'000'000);
  const Records records = fund.records();
  const Statement statement = statement_of(given::csv({{"01/06/2025", "FT0001", "", "400.000", code_text(code)},
                                                       {"01/06/2025", "FT0002", "", "600.000", code_text(code)}}));
  const Result<Reconciliation> reconciliation = reconcile(records.tally, statement, false);
  EXPECT_EQ(reconciliation->lines[0].state_after, PledgeState::partly_paid);
  EXPECT_EQ(reconciliation->lines[1].state_after, PledgeState::paid);
}

TEST(Reconciling, TheSameFileTwiceAddsNothing) {
  Fund fund;
  const PledgeCode code = given::code(1);
  fund.kiosk.pledge(code, 1'000'000);
  const Statement statement = statement_of(given::csv(
      {{"01/06/2025", "FT0001", "", "400.000", code_text(code)}, {"01/06/2025", "FT0002", "", "50.000", "khong ma"}}));
  EXPECT_EQ(fund.import(statement, true), 2U);
  EXPECT_EQ(fund.import(statement, true), 0U);
  EXPECT_EQ(fund.import(statement, false), 0U);
  EXPECT_EQ(fund.records().tally.received.amount.dong, 450'000);
}

TEST(Reconciling, EqualGiftsOnOneDayAreBothKeptAndOverlapsAddNothing) {
  Fund fund;
  const PledgeCode code = given::code(1);
  fund.kiosk.pledge(code, 1'000'000);
  const std::vector<std::string> gift{"01/06/2025", "", "", "100.000", code_text(code)};
  const std::vector<std::string> next{"02/06/2025", "", "", "100.000", code_text(code)};
  const std::vector<std::string> last{"03/06/2025", "", "", "100.000", code_text(code)};
  EXPECT_EQ(fund.import(statement_of(given::csv({gift, gift, next}))), 3U);
  EXPECT_EQ(fund.import(statement_of(given::csv({next, last, last}))), 2U);
  EXPECT_EQ(fund.import(statement_of(given::csv({gift, gift, next, last, last}))), 0U);
  EXPECT_EQ(fund.records().tally.received.amount.dong, 500'000);
}

TEST(Reconciling, OnlyLinesWithoutAnyCodeAreAcceptedAsUnidentified) {
  Fund fund;
  const PledgeCode code = given::code(1);
  fund.kiosk.pledge(code, 1'000'000);
  std::string wrong = code.signs;
  wrong[5] = wrong[5] == 'A' ? 'B' : 'A';
  const Statement statement =
      statement_of(given::csv({{"01/06/2025", "FT0001", "", "1.000", "khong ma"},
                               {"01/06/2025", "FT0002", "", "2.000", "QBTTE" + wrong},
                               {"01/06/2025", "FT0003", "", "4.000", code_text(code) + code_text(code)}}));
  EXPECT_EQ(fund.import(statement, true), 1U);
  const Records records = fund.records();
  EXPECT_EQ(records.tally.received.amount.dong, 1'000);
  EXPECT_EQ(records.tally.received_unattached.amount.dong, 1'000);
  EXPECT_EQ(records.tally.pledges[0].received.dong, 0);
}

TEST(Reconciling, NothingPrivateGoesIntoTheJournal) {
  Fund fund;
  const PledgeCode code = given::code(1);
  fund.kiosk.pledge(code, 1'000'000);
  fund.import(statement_of(given::csv({{"01/06/2025", "FT0001", "", "400.000",
                                        "MBVCB.1.2." + code_text(code) + ".CT tu 0081999999999 NGUYEN THI BI MAT"}})));
  for (const Entry& entry : fund.accountant.entries) {
    const std::string body(text_of(*entry.body));
    EXPECT_EQ(body.find("BI MAT"), std::string::npos);
    EXPECT_EQ(body.find("0081999999999"), std::string::npos);
    EXPECT_EQ(body.find(given::kAccount), std::string::npos);
    EXPECT_NE(body.find("FT0001"), std::string::npos);
  }
}

TEST(Reconciling, MadeUpStatementsOfAllBanksComeOutAsTheyWereMade) {
  std::vector<made_up::Promise> promises;
  Fund fund;
  for (std::uint8_t n = 1; n <= 30; ++n) {
    promises.push_back({given::code(n), Money{n * 100'000}});
    fund.kiosk.pledge(promises.back().code, promises.back().amount.dong);
  }
  const Records records = fund.records();
  std::map<QueueReason, int> met;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const auto payments = made_up::made_up_payments(promises, {2025, 5, 29}, seed);
    for (const made_up::Bank bank : made_up::kBanks) {
      const Result<Statement> statement = read_statement(made_up::make_statement(bank, payments, seed), "s.csv", {});
      ASSERT_TRUE(statement.ok());
      const Result<Reconciliation> reconciliation = reconcile(records.tally, *statement, false);
      ASSERT_TRUE(reconciliation.ok());
      ASSERT_TRUE(identity_holds(*reconciliation, *statement));
      ASSERT_EQ(reconciliation->lines.size(), payments.size());
      for (std::size_t i = 0; i < payments.size(); ++i) {
        const Reconciled& one = reconciliation->lines[i];
        ASSERT_EQ(one.verdict.reason, payments[i].waits_because) << one.line.description;
        if (one.verdict.reason) ++met[*one.verdict.reason];
        if (one.verdict.pledge != nullptr) {
          ASSERT_EQ(one.verdict.pledge->said.code, payments[i].code);
        }
      }
    }
  }
  EXPECT_GE(met.size(), 4U) << "the made-up statements hold every kind of trouble";
}

// Random statements against random pledges: the identity, and that a second import of any part adds nothing.
TEST(Reconciling, AnyStatementIsImportedOnceHoweverItIsCut) {
  std::mt19937_64 random(20250529);
  for (int round = 0; round < 60; ++round) {
    Fund fund;
    std::vector<PledgeCode> codes;
    for (std::uint8_t n = 1; n <= 12; ++n) {
      codes.push_back(given::code(static_cast<std::uint8_t>(n + round)));
      fund.kiosk.pledge(codes.back(), static_cast<std::int64_t>(1 + random() % 50) * 10'000);
    }
    // Whole days of rows, with plenty of equal ones.
    std::vector<std::vector<std::vector<std::string>>> days(6);
    for (std::size_t day = 0; day < days.size(); ++day) {
      for (std::size_t i = 0; i < random() % 14; ++i) {
        std::string memo = "ung ho";
        if (random() % 3 != 0) memo = code_text(codes[random() % codes.size()]);
        if (random() % 9 == 0) memo += " " + code_text(codes[random() % codes.size()]);
        const std::string reference = random() % 2 == 0 ? "" : "FT000" + std::to_string(random() % 4);
        days[day].push_back({"0" + std::to_string(day + 1) + "/06/2025", reference, "",
                             std::to_string(1 + random() % 3) + "00.000", memo});
      }
    }
    const auto cut = [&](std::size_t from, std::size_t to) {
      std::vector<std::vector<std::string>> rows;
      for (std::size_t day = from; day < to; ++day) rows.insert(rows.end(), days[day].begin(), days[day].end());
      return statement_of(given::csv(rows));
    };
    const bool accept = random() % 2 == 0;
    fund.import(cut(0, 4), accept);
    fund.import(cut(2, 6), accept);
    const Sum received = fund.records().tally.received;
    Fund at_once;
    at_once.kiosk = fund.kiosk;
    at_once.import(cut(0, 6), accept);
    ASSERT_EQ(at_once.records().tally.received, received);
    ASSERT_EQ(fund.import(cut(0, 6), accept), 0U);
    ASSERT_EQ(fund.import(cut(1, 5), accept), 0U);
    ASSERT_EQ(fund.records().tally.received, received);
  }
}

TEST(Reconciling, TheIdentityFindsEveryLostDong) {
  Fund fund;
  fund.kiosk.pledge(given::code(1), 1'000);
  const Statement statement = statement_of(given::csv({{"01/06/2025", "FT0001", "", "1.000", code_text(given::code(1))},
                                                       {"01/06/2025", "FT0002", "", "2.000", "khong ma"}}));
  const Records records = fund.records();
  const Reconciliation right = *reconcile(records.tally, statement, false);
  ASSERT_TRUE(identity_holds(right, statement));
  Reconciliation wrong = right;
  wrong.matched.amount.dong -= 1;
  EXPECT_FALSE(identity_holds(wrong, statement));
  wrong = right;
  wrong.queued_by_reason.clear();
  EXPECT_FALSE(identity_holds(wrong, statement));
  wrong = right;
  wrong.to_append.push_back(wrong.to_append.front());
  EXPECT_FALSE(identity_holds(wrong, statement)) << "a payment appended twice";
  wrong = right;
  wrong.to_append.clear();
  EXPECT_FALSE(identity_holds(wrong, statement)) << "a payment forgotten";
}

TEST(Reconciling, ReportsAreCsvThatNoSpreadsheetRuns) {
  Fund fund;
  fund.kiosk.pledge(given::code(1), 1'000);
  const Statement statement = statement_of(given::csv({{"01/06/2025", "FT0001", "", "1.000", code_text(given::code(1))},
                                                       {"01/06/2025", "FT0002", "", "2.000", "=HYPERLINK(1)"},
                                                       {"hôm qua", "FT0003", "", "2.000", "x"}}));
  const Records records = fund.records();
  const Reconciliation reconciliation = *reconcile(records.tally, statement, false);
  for (const Language language : {Language::vi, Language::en}) {
    const std::string queue = queue_csv(reconciliation, language);
    EXPECT_EQ(queue.substr(0, 3), "\xEF\xBB\xBF");
    EXPECT_NE(queue.find(",'=HYPERLINK(1),"), std::string::npos) << queue;
    EXPECT_NE(matched_csv(reconciliation, language).find(code_text(given::code(1))), std::string::npos);
    EXPECT_NE(faults_csv(statement, language).find("date_unreadable"), std::string::npos);
    const std::string page = report_page(statement, reconciliation, "saoke.csv", language);
    EXPECT_NE(page.find("3.000 = 1.000 + 0 + 0 + 2.000"), std::string::npos) << page;
    EXPECT_EQ(page.find(given::kAccount), std::string::npos) << "the account is masked";
  }
  EXPECT_TRUE(report_json(statement, reconciliation)["identity_holds"].get<bool>());
  for (const QueueReason reason : kQueueReasons) {
    EXPECT_FALSE(reason_words(reason, Language::vi).empty());
    EXPECT_FALSE(reason_words(reason, Language::en).empty());
  }
}

}  // namespace
}  // namespace mn
