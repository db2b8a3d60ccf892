// The texts of the wire: what is written is read back, what is no such text is refused.
#include "backend-sync/wire.h"

#include <gtest/gtest.h>

#include "backend-sync/backoff.h"
#include "tests/sync/writer.h"

namespace mn {
namespace {

using namespace test;

TEST(Wire, heads_cards_and_page_requests_come_back_as_they_went) {
  const HubHeads heads{"epoch", 7, {make_writer(1).head, make_writer(2).head}};
  const Result<HubHeads> heads_back = read_heads(heads_text(heads));
  ASSERT_TRUE(heads_back);
  EXPECT_EQ(heads_back->heads, heads.heads);
  EXPECT_EQ(heads_back->position, 7U);

  const Writer hub = make_writer(3);
  const HubCard card{hub.head.origin, hub.keys.public_key, "epoch", kCampaign, "Hội trường"};
  const Result<HubCard> card_back = read_hub_card(card_text(card));
  ASSERT_TRUE(card_back);
  EXPECT_EQ(card_back->origin, card.origin);
  EXPECT_EQ(card_back->name, card.name);

  const PageRequest request{{hub.head}, {make_writer(4).head.origin}, 20};
  const Result<PageRequest> request_back = read_page_request(page_request_text(request));
  ASSERT_TRUE(request_back);
  EXPECT_EQ(request_back->heads, request.heads);
  EXPECT_EQ(request_back->without, request.without);
  EXPECT_EQ(request_back->entries_max, 20U);
}

TEST(Wire, refuses_what_is_no_such_text) {
  for (const std::string_view text :
       {"", "{", "[]", "{}", R"({"heads":1})", R"({"heads":[1]})", R"({"heads":[],"max":0})",
        R"({"heads":[],"max":501})", R"({"heads":[],"max":-1})", R"({"heads":[],"without":[5]})",
        R"({"heads":[{"origin":"zz","seq":1,"digest":""}]})", R"({"heads":[],"heads":[]})"}) {
    EXPECT_FALSE(read_page_request(text)) << text;
    EXPECT_FALSE(read_heads(text)) << text;
    EXPECT_FALSE(read_hub_card(text)) << text;
  }
  // A card whose origin is not the one of its key.
  HubCard liar{make_writer(1).head.origin, make_writer(2).keys.public_key, "e", kCampaign, ""};
  EXPECT_FALSE(read_hub_card(card_text(liar)));
}

TEST(Wire, a_readers_signature_holds_for_its_request_only) {
  const Writer display = make_writer(5);
  const Reading reading{kCampaign, "epoch", "POST", "/v1/page", "{}"};
  const std::string signed_by = reading_signature(reading, display.keys);
  ASSERT_TRUE(reader_of(reading, signed_by));
  EXPECT_EQ(*reader_of(reading, signed_by), display.head.origin);
  const Reading others[] = {{kRehearsal, "epoch", "POST", "/v1/page", "{}"},
                            {kCampaign, "other", "POST", "/v1/page", "{}"},
                            {kCampaign, "epoch", "GET", "/v1/page", "{}"},
                            {kCampaign, "epoch", "POST", "/v1/feed", "{}"},
                            {kCampaign, "epoch", "POST", "/v1/page", "{ }"}};
  for (const Reading& other : others) EXPECT_FALSE(reader_of(other, signed_by));
  for (const std::string_view text : {"", "Basic x", "Mangnon ", "Mangnon 00:00", "Mangnon :"}) {
    EXPECT_FALSE(reader_of(reading, text)) << text;
  }
}

TEST(Wire, contacts_are_withheld_from_a_display_and_the_chain_still_verifies) {
  Writer kiosk = make_writer(6);
  mn::Run run = write_born(kiosk);
  // A contact has no fact: its body is sealed. Written by hand, as the kiosk does.
  Entry contact = write_pledge(kiosk, 1000).front();
  Header header = contact.header;
  header.kind = Kind::contact;
  const HeaderBytes bytes = encode_header(header);
  Entry sealed = *read_entry(bytes, contact.body, std::nullopt);
  sealed.signature = sign(sealed.digest, kiosk.keys);
  run.push_back(sealed);
  ASSERT_TRUE(check_run(run, kiosk.keys.public_key));
  mn::Run shown = run, counted = run;
  withhold(shown, Role::display);
  withhold(counted, Role::accountant);
  EXPECT_FALSE(shown.back().body);
  EXPECT_TRUE(shown.front().body);
  EXPECT_TRUE(counted.back().body);
  EXPECT_TRUE(check_run(shown, kiosk.keys.public_key));
  EXPECT_FALSE(may_read(Role::kiosk));
}

TEST(Backoff, grows_to_its_ceiling_and_is_spread_over_it) {
  EXPECT_EQ(backoff_ceiling_ms(1), 200);
  EXPECT_EQ(backoff_ceiling_ms(2), 400);
  EXPECT_EQ(backoff_ceiling_ms(8), 25'600);
  EXPECT_EQ(backoff_ceiling_ms(9), 30'000);
  EXPECT_EQ(backoff_ceiling_ms(1'000'000), 30'000);
  EXPECT_EQ(backoff_ms(1, 0), 1);
  EXPECT_EQ(backoff_ms(1, 199), 200);
  EXPECT_LE(backoff_ms(50, UINT64_MAX), 30'000);
}

}  // namespace
}  // namespace mn
