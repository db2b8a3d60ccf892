// Which pledge a memo names: the nine lines that must match, what must not, and each reason to ask a person.
#include "backend-sync/matching.h"

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <fmt/format.h>

#include "tests/money/given.h"

namespace mn {
namespace {

struct World {
  given::Writer writer;
  PledgeCode code = given::code(1);
  PledgeCode other = given::code(2);
  EntryRef pledge = writer.pledge(code, 1'000'000);
  EntryRef other_pledge = writer.pledge(other, 2'000'000);
  Records records;

  MemoMatch match_memo(const std::string& description) {
    records = given::records_of(writer.entries);
    return match(pledge_book(records.tally), description);
  }
};

std::vector<std::string> memos_that_match(const std::string& signs) {
  const std::string code = "QBTTE" + signs;
  std::string lower = code;
  for (char& sign : lower) sign = static_cast<char>(std::tolower(static_cast<unsigned char>(sign)));
  const std::string first = signs.substr(0, 3);
  const std::string last = signs.substr(3);
  return {
      "MBVCB.9512345678.123456." + code + ".CT tu 0081999999999 NGUYEN VAN MAU toi 0010010010019",
      "123456.290525.094107." + lower + " ung ho",
      "CT nhanh 247 den: NGUYEN VAN A chuyen tien QBTTE " + signs,
      "TKThe :0091000639xxx, tai VCB. MBVCB.1.2.QBTTE-" + signs + ".CT tu 009 -CTLNHIDI000009811425241-1/1-CRE-002",
      "CUSTOMER QBTTE" + first + " " + last + " CT tu 999 NGUYEN VAN MAU to i 001",
      "IBFT " + code,
      "MB(123456)(" + code + ")",
      code + " GD 464434-080625 10:55:18",
      code + "FT25149123456789",
  };
}

TEST(Matching, TheNineLinesInAllTheirForms) {
  World world;
  for (const std::string& memo : memos_that_match(world.code.signs)) {
    std::string lower = memo;
    for (char& sign : lower) sign = static_cast<char>(std::tolower(static_cast<unsigned char>(sign)));
    std::string spaced = memo;  // a space after every 4th sign of the code
    const std::size_t at = spaced.find("QBTTE");
    if (at != std::string::npos && spaced.compare(at + 5, 6, world.code.signs) == 0)
      spaced.insert(at + 9, " ").insert(at + 4, " ");
    std::string marked = "Ủng hộ Quỹ: " + memo;
    UErrorCode status = U_ZERO_ERROR;
    std::string nfd;
    icu::Normalizer2::getNFDInstance(status)->normalize(icu::UnicodeString::fromUTF8(marked), status).toUTF8String(nfd);
    for (const std::string& form : {memo, lower, spaced, marked, nfd}) {
      const MemoMatch verdict = world.match_memo(form);
      ASSERT_NE(verdict.pledge, nullptr) << form;
      EXPECT_EQ(verdict.pledge->ref, world.pledge) << form;
    }
  }
}

TEST(Matching, TheLinesThatMustNotMatch) {
  World world;
  for (const std::string& memo : {std::string("FT25149123456789"), std::string("QBTTE"), std::string("UNG HO QBTTE"),
                                  "QBTTE" + world.code.signs.substr(0, 5), std::string("QBTTE NGUYEN VAN A"),
                                  std::string("QBTTE TREEMS"), std::string()}) {
    const MemoMatch verdict = world.match_memo(memo);
    EXPECT_EQ(verdict.pledge, nullptr) << memo;
    EXPECT_EQ(verdict.reason, QueueReason::no_code) << memo;
  }
}

TEST(Matching, EachReason) {
  World world;
  const std::string code = code_text(world.code);
  const std::string other = code_text(world.other);
  EXPECT_EQ(world.match_memo(code + " " + other).reason, QueueReason::several_codes);
  EXPECT_EQ(world.match_memo(code + " " + code).reason, QueueReason::code_repeated);
  EXPECT_EQ(world.match_memo(code_text(given::code(9))).reason, QueueReason::code_unknown);

  const PledgeCode twice = given::code(3);
  world.writer.pledge(twice, 1'000);
  given::Writer second{given::keys(2), {origin_of(given::keys(2).public_key), 0, {}}, {}, 0};
  second.pledge(twice, 2'000);
  world.writer.entries.insert(world.writer.entries.end(), second.entries.begin(), second.entries.end());
  EXPECT_EQ(world.match_memo(code_text(twice)).reason, QueueReason::code_on_two_pledges);

  world.writer.write({Voided{world.pledge, "rút"}});
  EXPECT_EQ(world.match_memo(code).reason, QueueReason::pledge_voided);
  EXPECT_EQ(world.match_memo(other).pledge->ref, world.other_pledge);
}

TEST(Matching, AMistypedCodeIsOfferedAndNeverTaken) {
  World world;
  for (std::size_t i = 0; i < world.code.signs.size(); ++i) {
    for (const char sign : kCodeSigns) {
      std::string wrong = world.code.signs;
      if (wrong[i] == sign) continue;
      wrong[i] = sign;
      const MemoMatch verdict = world.match_memo("chuyen tien QBTTE" + wrong);
      EXPECT_EQ(verdict.pledge, nullptr) << wrong;
      if (verdict.reason == QueueReason::no_code) continue;  // no longer two digits: it cannot be a code
      EXPECT_EQ(verdict.reason, QueueReason::check_sign_wrong) << wrong;
      EXPECT_EQ(verdict.suggestions, std::vector<PledgeCode>{world.code}) << wrong;
    }
  }
  std::string with_zero = world.code.signs;
  with_zero[5] = '0';
  EXPECT_EQ(world.match_memo("QBTTE" + with_zero).suggestions, std::vector<PledgeCode>{world.code});
}

TEST(Matching, ASecondCodeMistypedMakesSeveral) {
  World world;
  std::string wrong = world.other.signs;
  wrong[5] = wrong[5] == 'A' ? 'B' : 'A';
  const MemoMatch verdict = world.match_memo(code_text(world.code) + " va QBTTE" + wrong);
  EXPECT_EQ(verdict.reason, QueueReason::several_codes);
  EXPECT_EQ(verdict.suggestions, std::vector<PledgeCode>{world.other});
}

}  // namespace
}  // namespace mn
