// `mangnon reconcile` and `mangnon export` as a person runs them: real journals, real files, exit codes.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/contact.h"
#include "journal/chance.h"
#include "journal/open.h"
#include "tests/money/given.h"
#include "tests/support/made_up_statement.h"

namespace mn {
namespace {

namespace fs = std::filesystem;

std::string text_in(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

class Program : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(::testing::TempDir()) /
              (std::string("mangnon-money-") + ::testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path at(const std::string& name) const { return folder_ / name; }
  void write(const std::string& name, const std::string& text) { std::ofstream(at(name), std::ios::binary) << text; }

  struct Ran {
    int code = -1;
    std::string out;
    std::string err;
  };
  Ran run(const std::string& arguments) {
    const std::string command = "cd '" + folder_.string() + "' && '" MANGNON_PROGRAM "' " + arguments + " >out 2>err";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_in(at("out")), text_in(at("err"))};
  }
  nlohmann::json run_json(const std::string& arguments) {
    const Ran ran = run(arguments + " --json");
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.code == 0 ? nlohmann::json::parse(ran.out) : nlohmann::json();
  }

  Result<Own> own() {
    return open_own({at("fund.db").string(), CampaignId{"lang-son-2025"}, "mangnon-hub test", "Quỹ"});
  }

  // A fund's journal with pledges of these codes, n times 100,000 đồng each.
  std::vector<made_up::Promise> make_fund(std::uint8_t pledges) {
    std::vector<made_up::Promise> promises;
    Result<Own> fund = own();
    EXPECT_TRUE(fund.ok()) << fund.failure().words;
    for (std::uint8_t n = 1; n <= pledges; ++n) {
      promises.push_back({given::code(n), Money{n * 100'000}});
      Pledged said;
      said.amount = promises.back().amount;
      said.code = promises.back().code;
      const Result<Head> head = fund->journal->head(fund->origin);
      const Append append{new_visit_id(), utc_now_us(), {said}, {new_salt()}};
      const mn::Run sealed = seal(fund->journal->campaign(), *head, append, fund->keys);
      EXPECT_TRUE(fund->journal->append(std::span(&sealed, 1)).ok());
    }
    return promises;
  }

  fs::path folder_;
};

TEST_F(Program, AStatementIsReconciledOnceAndExported) {
  const auto promises = make_fund(30);
  const auto payments = made_up::made_up_payments(promises, {2025, 5, 29}, 7);
  std::int64_t matched = 0;
  std::int64_t total = 0;
  for (const auto& payment : payments) {
    total += payment.amount.dong;
    if (!payment.waits_because) matched += payment.amount.dong;
  }
  write("saoke.csv", made_up::make_statement(made_up::Bank::vietcombank, payments, 7));

  const auto trial = run_json("reconcile --journal fund.db --statement saoke.csv --dry-run");
  EXPECT_EQ(trial["matched"]["amount"], matched);
  const auto first = run_json("reconcile --journal fund.db --statement saoke.csv --report doi-chieu");
  EXPECT_EQ(first["credit"]["amount"], total);
  EXPECT_EQ(first["matched"]["amount"], matched) << "the trial appended nothing";
  EXPECT_EQ(first["already_imported"]["count"], 0);
  EXPECT_TRUE(first["identity_holds"].get<bool>());
  for (const char* name : {"matched.csv", "queue.csv", "faults.csv"}) {
    EXPECT_EQ(text_in(at("doi-chieu") / name).substr(0, 3), "\xEF\xBB\xBF") << name;
    EXPECT_EQ(fs::status(at("doi-chieu") / name).permissions() & fs::perms::others_read, fs::perms::none);
  }
  const auto second = run_json("reconcile --journal fund.db --statement saoke.csv");
  EXPECT_EQ(second["matched"]["count"], 0);
  EXPECT_EQ(second["already_imported"]["amount"], matched);
  EXPECT_EQ(second["payments"], 0);

  const auto totals = run_json("export --journal fund.db --csv pledges.csv");
  EXPECT_EQ(totals["received"]["amount"], matched);
  EXPECT_EQ(totals["rows"], 30);
  const std::string csv = text_in(at("pledges.csv"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 31);

  const auto accepted = run_json("reconcile --journal fund.db --statement saoke.csv --accept-unidentified");
  EXPECT_GT(accepted["accepted"]["count"], 0);
  EXPECT_TRUE(accepted["identity_holds"].get<bool>());

  const Ran page = run("reconcile --journal fund.db --statement saoke.csv --lang en");
  EXPECT_EQ(page.code, 0);
  EXPECT_NE(page.out.find("right to the đồng"), std::string::npos) << page.out;
}

TEST_F(Program, AThousandPaymentsAcrossManyCommits) {
  const auto promises = make_fund(1);
  std::string csv = "Ngày;Số CT;Ghi có;Nội dung\n";
  for (int i = 0; i < 1100; ++i) {
    csv += "29/05/2025;FT" + std::to_string(10'000 + i) + ";1.000;" + code_text(promises[0].code) + "\n";
  }
  write("many.csv", csv);
  const auto report = run_json("reconcile --journal fund.db --statement many.csv --account 0010010010019");
  EXPECT_EQ(report["payments"], 1100);
  EXPECT_EQ(run_json("export --journal fund.db --csv p.csv")["received"]["amount"], 1'100'000);
  EXPECT_EQ(run_json("reconcile --journal fund.db --statement many.csv --account 0010010010019")["payments"], 0);
}

TEST_F(Program, WhatIsWrongIsSaidAndNothingIsAppended) {
  make_fund(1);
  write("good.csv", given::csv_of_memo("ung ho"));
  write("bad.csv", "không phải sao kê\n");
  EXPECT_EQ(run("reconcile --journal fund.db").code, 2);
  EXPECT_EQ(run("reconcile --journal fund.db --statement none.csv").code, 1);
  EXPECT_EQ(run("reconcile --journal none.db --statement good.csv --account 0010010010019").code, 1);
  EXPECT_FALSE(fs::exists(at("none.db"))) << "a mistyped name makes no journal";
  const Ran bad = run("reconcile --journal fund.db --statement bad.csv");
  EXPECT_EQ(bad.code, 1);
  EXPECT_NE(bad.err.find("Ngày giao dịch"), std::string::npos) << bad.err;
  const Result<Own> hub = own();
  ASSERT_TRUE(hub.ok());
  const Ran busy = run("reconcile --journal fund.db --statement good.csv --account 0010010010019");
  EXPECT_EQ(busy.code, 1);
  EXPECT_NE(busy.err.find("Stop the hub"), std::string::npos) << busy.err;
  EXPECT_EQ(run("reconcile --journal fund.db --statement good.csv --account 0010010010019 --dry-run").code, 0)
      << "a trial only reads";
  EXPECT_EQ(run("export --journal fund.db --csv out.csv").code, 0) << "so does an export";
}

TEST_F(Program, ContactsAreOpenedWithTheFundsKeyOnly) {
  const Ran made = run("contact-key new --out fund.key");
  ASSERT_EQ(made.code, 0) << made.err;
  ASSERT_EQ(made.out.size(), 65u) << "the public key alone, for a script";
  EXPECT_EQ(run("contact-key show fund.key").out, made.out);
  EXPECT_EQ(fs::status(at("fund.key")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(run("contact-key new --out fund.key").code, 1) << "never overwritten";
  EXPECT_EQ(run("contact-key show fund.key").out, made.out);
  EXPECT_EQ(run("contact-key new --out other.key").code, 0);

  const ContactPublicKey key = *array_from_hex<32>(made.out.substr(0, 64));
  {
    Result<Own> fund = own();
    ASSERT_TRUE(fund.ok());
    for (std::uint8_t n = 1; n <= 2; ++n) {
      Pledged said;
      said.amount = Money{500'000};
      said.code = given::code(n);
      const ContactDetails details{PrivateNumber(n == 1 ? "0912345678" : ""),
                                   PrivateNumber(n == 1 ? "" : "0100233488")};
      const Result<SealedContact> sealed = seal_contact(details, key, new_seed());
      ASSERT_TRUE(sealed);
      const Append append{new_visit_id(),
                          utc_now_us(),
                          {said, Contact{contact_key_name(key), to_base64(*sealed)}},
                          {new_salt(), new_salt()}};
      const mn::Run run_made = seal(fund->journal->campaign(), *fund->journal->head(fund->origin), append, fund->keys);
      ASSERT_TRUE(fund->journal->append(std::span(&run_made, 1)).ok());
    }
  }
  const std::string code = code_text(given::code(1)), other = code_text(given::code(2));
  const Ran opened = run("contacts fund.db --key fund.key");
  EXPECT_EQ(opened.code, 0) << opened.err;
  EXPECT_EQ(opened.out, code + "\t0912345678\t\n" + other + "\t\t0100233488\n");
  EXPECT_NE(opened.err.find("Đã mở: 2"), std::string::npos) << opened.err;
  ASSERT_EQ(run("contacts fund.db --key fund.key --csv lien-he.csv").code, 0);
  EXPECT_NE(text_in(at("lien-he.csv")).find(code + ",0912 345 678,,"), std::string::npos);
  EXPECT_NE(text_in(at("lien-he.csv")).find(other + ",,MST 0100233488,"), std::string::npos);
  EXPECT_EQ(fs::status(at("lien-he.csv")).permissions(), fs::perms::owner_read | fs::perms::owner_write);

  const Ran closed = run("contacts fund.db --key other.key --lang en");
  EXPECT_EQ(closed.code, 0);
  EXPECT_EQ(closed.out, "");
  EXPECT_NE(closed.err.find("sealed for another key: 2"), std::string::npos) << closed.err;
  EXPECT_NE(closed.err.find(contact_key_name(key)), std::string::npos) << "and which one is needed";

  const std::string whole = text_in(at("fund.key"));
  for (std::size_t i = 0; i < whole.size(); i += 7) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    write("damaged.key", damaged);
    EXPECT_EQ(run("contacts fund.db --key damaged.key").code, 1) << i;
  }
  EXPECT_EQ(run("contacts fund.db --key fund.db.pub").code, 1);
  EXPECT_EQ(run("contacts fund.db").code, 2);
  EXPECT_EQ(text_in(at("fund.db")).find("0912345678"), std::string::npos);
}

TEST_F(Program, CallsForHelpAreListedUntilTheyAreAnswered) {
  EntryRef call;
  const auto keep = [&](Fact fact) {
    Result<Own> fund = own();
    ASSERT_TRUE(fund.ok());
    const Append append{new_visit_id(), utc_now_us(), {std::move(fact)}, {new_salt()}};
    const mn::Run sealed = seal(fund->journal->campaign(), *fund->journal->head(fund->origin), append, fund->keys);
    ASSERT_TRUE(fund->journal->append(std::span(&sealed, 1)).ok());
    call = sealed.front().ref();
  };
  keep(Called{"amount"});
  const EntryRef first = call;
  keep(Called{"review"});
  const Ran both = run("calls fund.db");
  EXPECT_EQ(both.code, 0) << both.err;
  EXPECT_NE(both.out.find("\tQuỹ\tamount\t" + entry_text(first) + "\n"), std::string::npos) << both.out;
  EXPECT_NE(both.out.find("\tQuỹ\treview\t"), std::string::npos) << both.out;
  keep(Answered{first});
  const Ran one = run("calls --journal fund.db");
  EXPECT_EQ(one.out.find("amount"), std::string::npos) << one.out;
  EXPECT_NE(one.out.find("review"), std::string::npos) << one.out;
  EXPECT_EQ(run("calls none.db").code, 1);
}

}  // namespace
}  // namespace mn
