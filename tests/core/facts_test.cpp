// Bodies: each fact comes back as it was said, and a body that is not exactly of its kind is refused.
#include "core/facts.h"

#include <gtest/gtest.h>

#include "tests/core/author.h"

namespace mn {
namespace {

const std::string kOrigin = "000102030405060708090a0b0c0d0e0f";
const std::string kDigest = "00000000000000000000000000000000000000000000000000000000000000ff";

// An entry of that kind with that text as its body, as a buggy or hostile writer would make it.
Entry entry_with(Kind kind, std::string_view text) {
  Entry entry;
  entry.header.kind = kind;
  entry.header.seq = 7;
  entry.body.emplace(16, std::uint8_t{0});
  entry.body->insert(entry.body->end(), text.begin(), text.end());
  return entry;
}

std::string text_of_fact(const Fact& fact) {
  const Bytes body = encode_body(fact, Salt{});
  return std::string(text_of(ByteView(body).subspan(16)));
}

struct Said {
  Fact fact;
  std::string text;
};

std::vector<Said> every_fact() {
  const EntryRef pledge{*read_origin(kOrigin), 3};
  Pledged pledged = pledge_of(1'005'021'115);
  pledged.giver = Giver::agency;
  pledged.way = Way::in_kind;
  pledged.hide_name = true;
  Born born{{}, "mangnon-kiosk 0.1.0", "Ki-ốt \"1\""};
  born.key[31] = 0xff;
  Pledged later = pledge_of(2'000'000);
  later.way = Way::later;
  later.pay_on = *read_date("2025-06-15");
  Pledged goods = pledge_of(0);
  goods.way = Way::in_kind;
  goods.goods = Goods{"Áo ấm", 40, "chiếc"};
  Digest line{};
  line[31] = 0xff;
  return {
      {born, R"({"key":")" + kDigest + R"(","name":"Ki-ốt \"1\"","program":"mangnon-kiosk 0.1.0"})"},
      {pledged, R"({"amount":1005021115,"code":")" + pledged.code.signs +
                    R"(","fund":"general","giver":"agency","hide_amount":false,"hide_name":true,"way":"in_kind"})"},
      {later, R"({"amount":2000000,"code":")" + later.code.signs +
                  R"(","fund":"general","giver":"person","hide_amount":false,"hide_name":false,)" +
                  R"("pay_on":"2025-06-15","way":"later"})"},
      {goods, R"({"amount":0,"code":")" + goods.code.signs +
                  R"(","fund":"general","giver":"person","goods":"Áo ấm","hide_amount":false,"hide_name":false,)" +
                  R"("quantity":40,"unit":"chiếc","way":"in_kind"})"},
      {Named{"Sở Ví Dụ", "", "MOI7K3M9PQX"}, R"({"invitation":"MOI7K3M9PQX","message":"","shown_as":"Sở Ví Dụ"})"},
      {Contact{"0011223344556677", "AAAA"}, R"({"key":"0011223344556677","sealed":"AAAA"})"},
      {Consented{"2025-05-01", true, false, "2025-06-01"},
       R"({"contact_text_version":"2025-06-01","keep_contact":true,"publish":false,"text_version":"2025-05-01"})"},
      {Called{"review"}, R"({"screen":"review"})"},
      {Answered{pledge}, R"({"call":")" + kOrigin + R"(:3"})"},
      {Named{"Nguyễn Thị Hoa", "Chúc các cháu"}, R"({"message":"Chúc các cháu","shown_as":"Nguyễn Thị Hoa"})"},
      {Consented{"2025-05-01", true, false}, R"({"keep_contact":true,"publish":false,"text_version":"2025-05-01"})"},
      {Voided{pledge, "nhầm"}, R"({"pledge":")" + kOrigin + R"(:3","reason":"nhầm"})"},
      {Paid{pledge, Money{5}, "2025-06-01T08:00:00+07:00", line, "FT1"},
       R"({"amount":5,"bank_reference":"FT1","booked_at":"2025-06-01T08:00:00+07:00","pledge":")" + kOrigin +
           R"(:3","statement_line":")" + kDigest + R"("})"},
      {Paid{std::nullopt, Money{5}, "2025-06-01", line, ""},
       R"({"amount":5,"bank_reference":"","booked_at":"2025-06-01","statement_line":")" + kDigest + R"("})"},
      {Enrolled{pledge.origin, Role::accountant, "Kế toán"},
       R"({"name":"Kế toán","origin":")" + kOrigin + R"(","role":"accountant"})"},
      {Revoked{pledge.origin, 9}, R"({"after_seq":9,"origin":")" + kOrigin + R"("})"},
      {Screened{pledge, Verdict::released}, R"({"pledge":")" + kOrigin + R"(:3","verdict":"released"})"},
      {Screened{pledge, Verdict::masked}, R"({"pledge":")" + kOrigin + R"(:3","verdict":"masked"})"},
      {Screened{pledge, Verdict::replaced, "Cô giáo"},
       R"({"pledge":")" + kOrigin + R"(:3","shown_as":"Cô giáo","verdict":"replaced"})"},
      {Announced{pledge}, R"({"pledge":")" + kOrigin + R"(:3"})"},
      {Matched{"Công ty A", 50, {1'000}, 10, 20, "hospital"},
       R"({"cap":1000,"from_us":10,"fund":"hospital","percent":50,"sponsor":"Công ty A","until_us":20})"},
      {Matched{"Công ty A", 100, {1'000}, 10, 20},
       R"({"cap":1000,"from_us":10,"percent":100,"sponsor":"Công ty A","until_us":20})"},
      {Cued{"near_goal"}, R"({"scene":"near_goal"})"},
      {Cued{"spotlight", pledge, "Công ty A", "Xin cảm ơn"},
       R"({"line":"Xin cảm ơn","name":"Công ty A","pledge":")" + kOrigin + R"(:3","scene":"spotlight"})"},
  };
}

TEST(Facts, EachIsWrittenInExactlyOneWayAndReadBack) {
  for (const Said& said : every_fact()) {
    EXPECT_EQ(text_of_fact(said.fact), said.text);
    const Result<Fact> back = fact_of(entry_with(kind_of(said.fact), said.text));
    ASSERT_TRUE(back.ok()) << back.failure().words;
    EXPECT_EQ(back->index(), said.fact.index());
    EXPECT_EQ(text_of_fact(*back), said.text);
    EXPECT_TRUE(has_rules(kind_of(said.fact)));
  }
}

TEST(Facts, EveryWordOfAnEnumerationIsReadBack) {
  for (const char* text : {"person", "business", "agency", "group", "social", "unnamed"}) {
    EXPECT_EQ(giver_text(*read_giver(text)), text);
  }
  for (const char* text : {"transfer", "cash", "later", "in_kind"}) EXPECT_EQ(way_text(*read_way(text)), text);
  for (const char* text : {"kiosk", "desk", "display", "hub", "accountant"})
    EXPECT_EQ(role_text(*read_role(text)), text);
  for (const char* text : {"released", "masked", "replaced"}) EXPECT_EQ(verdict_text(*read_verdict(text)), text);
  EXPECT_FALSE(read_verdict("Released") || read_verdict(""));
  EXPECT_FALSE(read_giver("Person") || read_way("") || read_role("kiosk "));
}

TEST(Facts, ABodyThatIsNotOfItsKindIsCorrupt) {
  const std::string pledged = text_of_fact(pledge_of(500'000));
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string text = pledged;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  };
  const std::string code = pledge_of(500'000).code.signs;
  const std::vector<std::pair<std::string, std::string>> bad = {
      {"nothing", ""},
      {"cut", pledged.substr(0, pledged.size() - 1)},
      {"more after it", pledged + "{}"},
      {"no object", "[500000]"},
      {"no amount", R"({"fund":"general"})"},
      {"amount as text", with("500000", "\"500000\"")},
      {"amount with a fraction", with("500000", "500000.0")},
      {"amount with an exponent", with("500000", "5e5")},
      {"amount 0", with("500000", "0")},
      {"amount below 0", with("500000", "-500000")},
      {"amount past the largest pledge", with("500000", "10000000000000")},
      {"amount past 64 bits", with("500000", "18446744073709551616")},
      {"amount twice", with(R"("amount":500000)", R"("amount":1,"amount":500000)")},
      {"code with its prefix", with(code, "QBTTE" + code)},
      {"code without its check", with(code, code.substr(0, 5))},
      {"giver unknown", with("\"person\"", "\"user\"")},
      {"giver not a text", with("\"person\"", "1")},
      {"way unknown", with("\"transfer\"", "\"wire\"")},
      {"flag as a number", with("\"hide_name\":false", "\"hide_name\":0")},
      {"flag missing", with(",\"hide_name\":false", "")},
      {"fund not a text", with("\"general\"", "null")},
      {"invalid UTF-8", with("general", "g\xFF")},
  };
  for (const auto& [why, text] : bad) {
    const Result<Fact> fact = fact_of(entry_with(Kind::pledged, text));
    ASSERT_FALSE(fact.ok()) << why;
    EXPECT_EQ(fact.failure().cause, Cause::corrupt) << why;
    EXPECT_NE(fact.failure().words.find(":7"), std::string::npos) << why << ": " << fact.failure().words;
  }
  EXPECT_TRUE(fact_of(entry_with(Kind::pledged, with("500000", "9999999999999"))).ok());
  EXPECT_FALSE(fact_of(entry_with(Kind::pledged, with("500000", "0"))).ok());
  const auto goods = [&](const std::string& more) {
    std::string text = with("\"transfer\"", "\"in_kind\"");
    text.replace(text.find("500000"), 6, "0");
    text.replace(text.find("\"giver\""), 0, more);
    return fact_of(entry_with(Kind::pledged, text)).ok();
  };
  EXPECT_TRUE(goods(""));
  EXPECT_TRUE(goods(R"("goods":"Gạo","quantity":2,"unit":"kg",)"));
  EXPECT_FALSE(goods(R"("goods":"Gạo","quantity":0,"unit":"kg",)"));
  EXPECT_FALSE(goods(R"("goods":"Gạo","quantity":2,)"));
  EXPECT_TRUE(goods(R"("pay_on":"2025-06-15",)"));
  EXPECT_FALSE(goods(R"("pay_on":"15/06/2025",)"));
  EXPECT_FALSE(goods(R"("pay_on":"2025-02-30",)"));
}

TEST(Facts, ReferencesAreHeldToTheirForm) {
  const auto corrupt = [](Kind kind, const std::string& text) {
    const Result<Fact> fact = fact_of(entry_with(kind, text));
    return !fact.ok() && fact.failure().cause == Cause::corrupt;
  };
  EXPECT_TRUE(corrupt(Kind::voided, R"({"pledge":")" + kOrigin + R"(:0","reason":""})"));
  EXPECT_TRUE(corrupt(Kind::voided, R"({"pledge":"","reason":""})"));
  EXPECT_TRUE(corrupt(Kind::enrolled, R"({"name":"","origin":")" + kOrigin + R"(","role":"king"})"));
  EXPECT_TRUE(corrupt(Kind::revoked, R"({"after_seq":-1,"origin":")" + kOrigin + R"("})"));
  EXPECT_TRUE(corrupt(Kind::born, R"({"key":"00","name":"","program":""})"));
  EXPECT_TRUE(corrupt(Kind::paid, R"({"amount":5,"bank_reference":"","booked_at":"","pledge":null,"statement_line":")" +
                                      kDigest + R"("})"));
}

TEST(Facts, WhatDesksSayToTheHallIsHeldToItsLimits) {
  const auto reads = [](Kind kind, const std::string& text) {
    const Result<Fact> fact = fact_of(entry_with(kind, text));
    EXPECT_TRUE(fact.ok() || fact.failure().cause == Cause::corrupt);
    return fact.ok();
  };
  const std::string ref = R"("pledge":")" + kOrigin + R"(:3")";
  EXPECT_TRUE(reads(Kind::screened, "{" + ref + R"(,"verdict":"masked"})"));
  EXPECT_FALSE(reads(Kind::screened, "{" + ref + R"(,"verdict":"hidden"})"));
  EXPECT_FALSE(reads(Kind::screened, "{" + ref + R"(,"verdict":1})"));
  EXPECT_FALSE(reads(Kind::screened, "{" + ref + "}"));
  EXPECT_FALSE(reads(Kind::screened, R"({"verdict":"masked"})"));
  EXPECT_FALSE(reads(Kind::screened, "{" + ref + R"(,"verdict":"replaced"})")) << "by whom?";
  EXPECT_FALSE(reads(Kind::screened, "{" + ref + R"(,"verdict":"replaced","shown_as":null})"));
  EXPECT_TRUE(reads(Kind::announced, "{" + ref + "}"));
  EXPECT_FALSE(reads(Kind::announced, "{}"));
  EXPECT_FALSE(reads(Kind::announced, R"({"pledge":")" + kOrigin + R"(:0"})"));

  const auto offer = [&](const std::string& percent, const std::string& cap, const std::string& from,
                         const std::string& until) {
    return reads(Kind::matched, R"({"cap":)" + cap + R"(,"from_us":)" + from + R"(,"percent":)" + percent +
                                    R"(,"sponsor":"A","until_us":)" + until + "}");
  };
  EXPECT_TRUE(offer("1", "1", "0", "1"));
  EXPECT_TRUE(offer("1000", "9999999999999", "0", "9223372036854775807"));
  EXPECT_FALSE(offer("0", "1", "0", "1"));
  EXPECT_FALSE(offer("1001", "1", "0", "1"));
  EXPECT_FALSE(offer("50.5", "1", "0", "1"));
  EXPECT_FALSE(offer("100", "0", "0", "1"));
  EXPECT_FALSE(offer("100", "10000000000000", "0", "1"));
  EXPECT_FALSE(offer("100", "1", "-1", "1"));
  EXPECT_FALSE(offer("100", "1", "5", "5")) << "a window has a moment in it";
  EXPECT_FALSE(offer("100", "1", "5", "4"));
  EXPECT_FALSE(offer("100", "1", "0", "18446744073709551615"));
  EXPECT_FALSE(reads(Kind::matched, R"({"cap":1,"from_us":0,"percent":1,"until_us":1})"));
  EXPECT_FALSE(reads(Kind::matched, R"({"cap":1,"from_us":0,"fund":1,"percent":1,"sponsor":"A","until_us":1})"));

  for (const char* scene : {"a", "in_kind", "freeze", "abcdefghijklmnopqrstuvwx", "no_such_scene"}) {
    EXPECT_TRUE(is_scene_name(scene)) << scene;
    EXPECT_TRUE(reads(Kind::cued, std::string(R"({"scene":")") + scene + "\"}"));
  }
  for (const char* scene : {"", "abcdefghijklmnopqrstuvwxy", "Tally", "goal2", "near goal", "near-goal", "mừng"}) {
    EXPECT_FALSE(is_scene_name(scene)) << scene;
    EXPECT_FALSE(reads(Kind::cued, std::string(R"({"scene":")") + scene + "\"}"));
  }
  EXPECT_FALSE(reads(Kind::cued, R"({"pledge":"x","scene":"spotlight"})"));
  EXPECT_FALSE(reads(Kind::cued, R"({"name":5,"scene":"spotlight"})"));
  EXPECT_FALSE(reads(Kind::cued, R"({"line":[],"scene":"spotlight"})"));
  EXPECT_FALSE(reads(Kind::cued, R"({"name":"A"})"));
}

TEST(Facts, AKeyFromALaterVersionIsPassedOver) {
  const Result<Fact> fact = fact_of(entry_with(Kind::named, R"({"message":"","shown_as":"Hoa","spoken_as":"Hoa"})"));
  ASSERT_TRUE(fact.ok());
  EXPECT_EQ(std::get<Named>(*fact).shown_as, "Hoa");
}

TEST(Facts, KindsWithoutRulesAreRefusedWhateverTheyHold) {
  int without_count = 0;
  for (std::uint16_t number = 1; number <= kKindLast; ++number) {
    const auto kind = static_cast<Kind>(number);
    if (has_rules(kind)) continue;
    ++without_count;
    for (const char* text : {"{}", "\xFF\x00sealed", ""}) {
      const Result<Fact> fact = fact_of(entry_with(kind, text));
      ASSERT_FALSE(fact.ok());
      EXPECT_EQ(fact.failure().cause, Cause::refused) << kind_text(kind);
    }
  }
  EXPECT_EQ(without_count, 5);
}

TEST(Facts, AMissingOrShortBodyIsNamed) {
  Entry entry = entry_with(Kind::named, "{}");
  entry.body->resize(15);
  EXPECT_EQ(fact_of(entry).failure().cause, Cause::corrupt);
  entry.body.reset();
  EXPECT_EQ(fact_of(entry).failure().cause, Cause::not_found);
}

TEST(Facts, ARunIsSealedToItsHead) {
  Author author(1);
  const mn::Run born = author.is_born();
  EXPECT_EQ(born.front().header.seq, 1u);
  EXPECT_EQ(born.front().header.previous, Digest{});
  const mn::Run run = author.says({pledge_of(500'000), Named{"Hoa", ""}});
  EXPECT_EQ(run[0].header.previous, born[0].digest);
  EXPECT_EQ(run[1].header.previous, run[0].digest);
  EXPECT_EQ(run[0].header.visit, run[1].header.visit);
  EXPECT_FALSE(run[0].signature);
  EXPECT_TRUE(run[1].signature);
  EXPECT_EQ(run[1].digest, sha256(run[1].bytes));
  EXPECT_EQ(run[1].header.body, sha256(*run[1].body));
}

TEST(Facts, TheLongestNameAndMessageFitABody) {
  std::string name;
  std::string message;
  for (int i = 0; i < 90; ++i) name += "\U0002070E";  // four bytes a letter
  for (int i = 0; i < 140; ++i) message += "\U0002070E";
  EXPECT_LE(encode_body(Named{name, message}, Salt{}).size(), kBodySizeMax);
  EXPECT_LE(encode_body(Cued{std::string(24, 'a'), EntryRef{*read_origin(kOrigin), 3}, name, message}, Salt{}).size(),
            kBodySizeMax);
}

}  // namespace
}  // namespace mn
