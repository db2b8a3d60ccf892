// What a hub takes and what it refuses, by table.
#include "backend-sync/receiving.h"

#include <gtest/gtest.h>

#include "tests/sync/writer.h"

namespace mn {
namespace {

using namespace test;

class Receiving : public testing::Test {
 protected:
  Receiving()
      : hub(make_writer(1)),
        kiosk(make_writer(2)),
        journal(kCampaign),
        admission(begin_admission(kCampaign, hub.head.origin)) {
    keep(write_born(hub));
    keep(write_enrolment(hub, kiosk, Role::kiosk));
  }

  Answer keep(const mn::Run& run) {
    const Answer answer = journal->append(std::span(&run, 1))->front();
    settle(admission, run, answer);
    return answer;
  }
  // As a hub does with a push.
  Reply push(const Bytes& bytes) {
    const Result<mn::Run> run = examine(admission, bytes);
    return run ? reply_of("epoch", keep(*run)) : reply_of("epoch", run.failure());
  }
  Cause refusal(const mn::Run& run) {
    const Result<mn::Run> examined = examine(admission, pack(run));
    EXPECT_FALSE(examined);
    return examined ? Cause::unknown : examined.failure().cause;
  }

  Writer hub, kiosk;
  InMemory journal;
  Admission admission;
};

TEST_F(Receiving, takes_an_enrolled_kiosk_and_answers_with_its_head) {
  const Reply reply = push(pack(write_born(kiosk)));
  EXPECT_EQ(reply.status, 200);
  const Result<HubAnswer> answer = read_reply(reply.status, reply.text, kiosk.head.origin);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->epoch, "epoch");
  EXPECT_EQ(answer->answer.outcome, Outcome::appended);
  EXPECT_EQ(answer->answer.head, kiosk.head);
}

TEST_F(Receiving, repeats_overlaps_and_gaps_are_answered_with_the_head) {
  const mn::Run born = write_born(kiosk);
  const mn::Run first = write_pledge(kiosk, 100'000);
  const mn::Run second = write_pledge(kiosk, 200'000);
  push(pack(born));
  const auto outcome = [&](const mn::Run& run) {
    const Reply reply = push(pack(run));
    return read_reply(reply.status, reply.text, kiosk.head.origin)->answer;
  };
  EXPECT_EQ(outcome(second).outcome, Outcome::gap);
  EXPECT_EQ(outcome(second).head.seq, 1U);
  mn::Run both = first;
  both.insert(both.end(), second.begin(), second.end());
  EXPECT_EQ(outcome(first).outcome, Outcome::appended);
  EXPECT_EQ(outcome(first).outcome, Outcome::had);
  EXPECT_EQ(outcome(both).outcome, Outcome::appended);
  EXPECT_EQ(outcome(both).outcome, Outcome::had);
  EXPECT_EQ(outcome(both).head, kiosk.head);
}

TEST_F(Receiving, two_entries_under_one_number_quarantine_the_origin_and_nothing_is_counted_twice) {
  push(pack(write_born(kiosk)));
  Writer twin = kiosk;  // the same key, from an old image of the machine
  push(pack(write_pledge(kiosk, 100'000, 1)));
  const Reply reply = push(pack(write_pledge(twin, 900'000, 2)));
  EXPECT_EQ(reply.status, 409);
  EXPECT_EQ(read_reply(reply.status, reply.text, kiosk.head.origin)->answer.outcome, Outcome::conflict);
  // From here on the honest twin is refused too, loudly: nobody here can tell which one it is.
  EXPECT_EQ(refusal(write_pledge(kiosk, 300'000)), Cause::conflict);
  EXPECT_EQ(journal->head(kiosk.head.origin)->seq, 2U);
  EXPECT_EQ(read_reply(409, reply_of("e", Failure{Cause::conflict, "x"}).text, kiosk.head.origin).failure().cause,
            Cause::conflict);
}

TEST_F(Receiving, refuses_what_may_not_be_kept) {
  Writer stranger = make_writer(9);
  EXPECT_EQ(refusal(write_born(stranger)), Cause::refused) << "not enrolled";
  Writer rehearsing = make_writer(2, kRehearsal);
  EXPECT_EQ(refusal(write_born(rehearsing)), Cause::refused) << "another campaign";

  Writer ahead = kiosk;
  write_born(ahead);
  const Reply unborn = push(pack(write_pledge(ahead, 1000)));
  EXPECT_EQ(read_reply(unborn.status, unborn.text, kiosk.head.origin)->answer.outcome, Outcome::gap)
      << "born not known";

  push(pack(write_born(kiosk)));
  EXPECT_EQ(refusal(write(ahead, {Paid{{}, Money{5}, "2025-06-05", {}, ""}})), Cause::refused)
      << "a kiosk writes no payment";
  EXPECT_EQ(refusal(write(ahead, {Enrolled{stranger.head.origin, Role::kiosk, ""}})), Cause::refused);

  mn::Run unsigned_run = write_pledge(ahead, 1000);
  unsigned_run.back().signature.reset();
  EXPECT_EQ(refusal(unsigned_run), Cause::refused);
  mn::Run forged = write_pledge(ahead, 1000);
  (*forged.back().signature)[5] ^= 1;
  EXPECT_EQ(refusal(forged), Cause::corrupt);
  mn::Run hollow = write_pledge(ahead, 1000);
  hollow.back().body.reset();
  EXPECT_EQ(refusal(hollow), Cause::refused) << "a pledge without its body would never be counted";
  mn::Run erased = write(ahead, {Named{"Nguyễn Văn Ví Dụ", ""}});
  erased.back().body.reset();
  EXPECT_TRUE(examine(admission, pack(erased))) << "an erased name is no fault";
}

// What the hall's desk may say and nobody else: names, calls, scenes and offers are decided beside the stage.
TEST_F(Receiving, takes_a_desks_word_about_the_hall_and_from_no_other_role) {
  push(pack(write_born(kiosk)));
  const mn::Run pledge = write_pledge(kiosk, 100'000);
  push(pack(pledge));
  const EntryRef ref = pledge.front().ref();
  Matched offer;
  offer.sponsor = "Công ty Ví Dụ";
  offer.cap = Money{1'000'000};
  offer.until_us = 1;
  const Fact words[] = {Screened{ref, Verdict::masked}, Screened{ref, Verdict::replaced, "Một cô giáo"}, Announced{ref},
                        offer, Cued{"spotlight", ref, "Bà Ví Dụ", "Xin cảm ơn"}};
  Writer desk = make_writer(3);
  keep(write_enrolment(hub, desk, Role::desk));
  EXPECT_EQ(push(pack(write_born(desk))).status, 200);
  std::uint8_t number = 10;
  for (const Fact& word : words) {
    const Reply reply = push(pack(write(desk, {word})));
    EXPECT_EQ(read_reply(reply.status, reply.text, desk.head.origin)->answer.outcome, Outcome::appended);
    for (const Role role : {Role::kiosk, Role::accountant, Role::display}) {
      Writer other = make_writer(++number);
      keep(write_enrolment(hub, other, role));
      push(pack(write_born(other)));
      EXPECT_EQ(refusal(write(other, {word})), Cause::refused)
          << role_text(role) << ", kind " << static_cast<int>(kind_of(word));
    }
  }
  EXPECT_EQ(journal->head(desk.head.origin)->seq, 1 + std::size(words));
  EXPECT_EQ(journal->head(kiosk.head.origin)->seq, 2U);
}

TEST_F(Receiving, a_body_that_no_screen_could_count_is_refused_although_it_is_signed) {
  push(pack(write_born(kiosk)));
  const Entry good = write_pledge(kiosk, 1000).front();
  const std::string salt(16, 's');
  for (const std::string_view text : {"", "no JSON", "{}", R"({"amount":-5})",
                                      R"({"amount":9223372036854775807,"code":"234567","fund":"general"})"}) {
    const std::string body = salt + std::string(text);
    Header header = good.header;
    header.body = sha256(view_of(body));
    const HeaderBytes bytes = encode_header(header);
    Entry bad = *read_entry(bytes, Bytes(body.begin(), body.end()), std::nullopt);
    bad.signature = sign(bad.digest, kiosk.keys);
    EXPECT_EQ(refusal({bad}), Cause::corrupt) << text;
  }
  EXPECT_TRUE(examine(admission, pack({good})));
}

TEST_F(Receiving, a_revoked_origin_is_refused_after_its_last_number) {
  push(pack(write_born(kiosk)));
  push(pack(write_pledge(kiosk, 1000)));
  keep(write(hub, {Revoked{kiosk.head.origin, 2}}));
  EXPECT_EQ(refusal(write_pledge(kiosk, 1000)), Cause::refused);
}

TEST_F(Receiving, every_cut_and_every_flipped_bit_is_refused) {
  const Bytes good = pack(write_born(kiosk));
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_FALSE(examine(admission, ByteView(good).first(size))) << size;
  }
  for (std::size_t i = 0; i < good.size(); ++i) {
    Bytes bad = good;
    bad[i] ^= static_cast<std::uint8_t>(1U << (i % 8));
    EXPECT_FALSE(examine(admission, bad)) << "byte " << i;
  }
  EXPECT_TRUE(examine(admission, good));
}

TEST(Reply, what_is_no_answer_of_a_hub_is_unavailable) {
  const OriginId origin = make_writer(1).head.origin;
  for (const std::string_view text :
       {"", "<html>502</html>", "{}", "[]", R"({"outcome":"appended"})",
        R"({"outcome":"appended","origin":"00","seq":1})", R"({"cause":"weird"})", "\xff\xfe"}) {
    const Result<HubAnswer> answer = read_reply(200, text, origin);
    ASSERT_FALSE(answer) << text;
    EXPECT_EQ(answer.failure().cause, Cause::unavailable);
  }
  // A hub's answer about another origin is none about ours.
  const Reply other = reply_of("e", Answer{Outcome::had, make_writer(2).head});
  EXPECT_FALSE(read_reply(200, other.text, origin));
}

TEST(Reply, every_cause_comes_back_as_it_went) {
  const OriginId origin = make_writer(1).head.origin;
  for (const Cause cause : {Cause::bad_input, Cause::not_found, Cause::busy, Cause::refused, Cause::conflict,
                            Cause::corrupt, Cause::unavailable, Cause::unknown}) {
    const Reply reply = reply_of("e", Failure{cause, "words \xff\xc3"});
    EXPECT_GE(reply.status, 400);
    EXPECT_EQ(read_reply(reply.status, reply.text, origin).failure().cause, cause);
  }
}

}  // namespace
}  // namespace mn
