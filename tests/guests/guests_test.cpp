// The list's own text: written and read back, and every mistake in it named with its place.
#include "core/guests.h"

#include "core/json.h"
#include "tests/guests/given.h"

namespace mn {
namespace {

using nlohmann::json;

constexpr const char* kFile = "guests.json";

json as_json(const GuestList& list) { return *parse_json(guest_list_text(list), kFile); }

std::string complaint(const json& file) {
  const Result<GuestList> read = read_guest_list(file.dump(), kFile);
  return read.ok() ? "accepted" : read.failure().words;
}

TEST(Guests, TheSampleIsWrittenAndReadBack) {
  const GuestList list = given::sample();
  ASSERT_EQ(list.guests.size(), 40u);
  const std::string text = guest_list_text(list);
  const Result<GuestList> read = read_guest_list(text, kFile, CampaignId{"lang-son-2025"});
  ASSERT_TRUE(read.ok()) << read.failure().words;
  EXPECT_EQ(read->guests, list.guests);
  EXPECT_EQ(guest_list_text(*read), text);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 46);
}

TEST(Guests, AListOfAnotherCampaignIsRefused) {
  const Result<GuestList> read =
      read_guest_list(guest_list_text(given::guests({"Sở Y tế"})), kFile, CampaignId{"rehearsal-1"});
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.failure().cause, Cause::refused);
  EXPECT_NE(read.failure().words.find("rehearsal-1"), std::string::npos);
}

TEST(Guests, EveryMistakeIsNamed) {
  struct Case {
    const char* key;
    json value;
    const char* words;
  };
  const Case cases[] = {
      {"organisation", "", "guests[1].organisation: expected a name"},
      {"organisation", "Sở  Y tế", "guests[1].organisation: expected a name"},
      {"organisation", std::string(91, 'a'), "guests[1].organisation: expected a name"},
      {"organisation", 5, "guests[1].organisation: expected a name"},
      {"organisation", "工商", "guests[1].organisation: expected a name with a Latin letter"},
      {"representative", "a\nb", "guests[1].representative: expected plain letters"},
      {"expected", -1, "guests[1].expected: expected a whole number from 0 to 9.999.999.999.999, found -1"},
      {"expected", "5", "guests[1].expected"},
      {"expected", 10'000'000'000'000, "guests[1].expected"},
      {"group", "unnamed", "guests[1].group: expected person, business, agency, group or social"},
      {"group", "Sở", "guests[1].group"},
      {"order", 0, "guests[1].order"},
      {"order", 1'000'001, "guests[1].order"},
      {"invitation", "moi", "guests[1].invitation"},
      {"invitation", "xh-2025", "guests[1].invitation"},
      {"invitation", "QBTTE7K3M9P", "guests[1].invitation"},
      {"invitation", nullptr, "guests[1].invitation"},
      {"invitation", given::invitation(0), "guests[1].invitation: guests[0] has the same"},
      {"organisation", "Hoà Bình", "guests[1].organisation: guests[0] has the same"},
      {"amount", 5, "guests[1].amount: this key is not known"},
  };
  for (const Case& one : cases) {
    json file = as_json(given::guests({"Hòa Bình", "Sở Y tế", "Công ty"}));
    file["guests"][1][one.key] = one.value;
    EXPECT_NE(complaint(file).find(one.words), std::string::npos) << one.words << "\n" << complaint(file);
    EXPECT_EQ(complaint(file).find("guests[2]"), std::string::npos);
  }
  for (const char* key : {"organisation", "group", "order", "invitation"}) {
    json file = as_json(given::guests({"Hòa Bình", "Sở Y tế"}));
    file["guests"][1].erase(key);
    EXPECT_NE(complaint(file).find(std::string("guests[1].") + key), std::string::npos) << complaint(file);
  }
  json file = as_json(given::guests({"Hòa Bình"}));
  file["guests"][0].erase("representative");
  file["guests"][0].erase("expected");
  EXPECT_EQ(complaint(file), "accepted");
}

TEST(Guests, MistakesOfTheWhole) {
  const json right = as_json(given::guests({"Hòa Bình"}));
  const auto with = [&](const char* key, const json& value) {
    json file = right;
    file[key] = value;
    return complaint(file);
  };
  EXPECT_NE(with("format", 2).find("format: expected 1"), std::string::npos);
  EXPECT_NE(with("campaign", "Lạng Sơn").find("campaign: expected a campaign id"), std::string::npos);
  EXPECT_NE(with("campaign", 5).find("campaign"), std::string::npos);
  EXPECT_NE(with("guests", json::array()).find("guests: expected a list of 1 to 20.000 guests, found 0"),
            std::string::npos);
  EXPECT_NE(with("guests", "x").find("guests: expected a list"), std::string::npos);
  EXPECT_NE(with("guests", json::array({5})).find("guests[0]: expected an object"), std::string::npos);
  EXPECT_NE(with("gests", 5).find("gests: this key is not known"), std::string::npos);
  EXPECT_NE(complaint(json::array()).find("expected a list of guests"), std::string::npos);
  EXPECT_FALSE(read_guest_list("", kFile).ok());
  EXPECT_FALSE(read_guest_list("{\"format\":1.5}", kFile).ok());
  EXPECT_NE(with("guests", json(std::vector<int>(20'001, 1))).find("found 20001"), std::string::npos);
}

TEST(Guests, OfManyMistakesAHundredAreTold) {
  json file = as_json(given::guests({"Hòa Bình"}));
  file["guests"] = json(std::vector<int>(150, 7));
  const std::string words = complaint(file);
  EXPECT_EQ(std::count(words.begin(), words.end(), '\n'), 100);
  EXPECT_NE(words.find("and 50 more mistakes"), std::string::npos);
}

TEST(Guests, TwentyThousandAreRead) {
  GuestList list = given::guests({});
  for (std::size_t i = 0; i < kGuestsMax; ++i) {
    Guest guest;
    guest.organisation = "Đơn vị số " + std::to_string(i) + " xã Ủy Hòa Thắm, một cái tên dài như thật";
    guest.invitation = given::invitation(i);
    list.guests.push_back(guest);
  }
  const std::string text = guest_list_text(list);
  EXPECT_LT(text.size(), kGuestListBytesMax);
  const Result<GuestList> read = read_guest_list(text, kFile);
  ASSERT_TRUE(read.ok()) << read.failure().words.substr(0, 500);
  EXPECT_EQ(read->guests.size(), kGuestsMax);
  EXPECT_EQ(find_invitation(*read, given::invitation(19'999)), &read->guests.back());
}

TEST(Guests, AnInvitationGivesTheWholeGuest) {
  GuestList list = given::guests({"Hòa Bình", "Sở Y tế"});
  list.guests[1].invitation = "XH-2025-7K3M9P";
  list.guests[1].expected = Money{50'000'000};
  EXPECT_EQ(find_invitation(list, "XH-2025-7K3M9P"), &list.guests[1]);
  EXPECT_EQ(find_invitation(list, "XH20257K3M9P"), &list.guests[1]);
  EXPECT_EQ(find_invitation(list, list.guests[0].invitation), &list.guests[0]);
  EXPECT_EQ(find_invitation(list, ""), nullptr);
  EXPECT_EQ(find_invitation(list, "-"), nullptr);
  EXPECT_EQ(find_invitation(list, "XH-2025"), nullptr);
}

TEST(Guests, NamesAsTheyAreCompared) {
  EXPECT_EQ(organisation_key("Sở  Y-tế"), "SO Y TE");
  EXPECT_EQ(organisation_key("H'Hen Niê"), "HHEN NIE");
  EXPECT_EQ(organisation_key("  (Ủy ban) & UỶ BAN  "), "UY BAN UY BAN");
  EXPECT_EQ(organisation_key("Ðặng Thị Ước"), "DANG THI UOC");
  EXPECT_EQ(organisation_key("工商"), "");
  EXPECT_EQ(organisation_key(""), "");
}

TEST(Guests, GroupsInTheWordsOfLists) {
  const std::pair<const char*, Giver> groups[] = {
      {"Các cơ quan, ban, ngành, đoàn thể", Giver::agency},
      {"Lực lượng vũ trang", Giver::agency},
      {"Doanh nghiệp, ngân hàng, hợp tác xã, hộ kinh doanh", Giver::business},
      {"Cán bộ, công chức, viên chức, người lao động", Giver::group},
      {"Nhà hảo tâm, cá nhân", Giver::person},
      {"Tổ chức tôn giáo, xã hội", Giver::social},
      {"Tổ chức quốc tế, phi chính phủ", Giver::social},
      {"Huyện/thành phố", Giver::agency},
      {"xã, phường", Giver::agency},
      {"DOANH NGHIỆP", Giver::business},
      {"HTX", Giver::business},
      {"Khối doanh nghiệp", Giver::business},
      {"Cá nhân và gia đình", Giver::person},
      {"Tập thể, nhóm thiện nguyện", Giver::group},
      {"Cơ quan, đơn vị, đoàn thể", Giver::agency},
      {"business", Giver::business},
      {"Agency", Giver::agency},
      {" group ", Giver::group},
      {"social", Giver::social},
      {"person", Giver::person},
  };
  for (const auto& [words, giver] : groups) EXPECT_EQ(read_group(words), giver) << words;
  for (const char* words : {"", " , ", "unnamed", "Sở Y tế", "Doanh nghiệp, cá nhân", "khác", "x"}) {
    EXPECT_FALSE(read_group(words).has_value()) << words;
  }
}

}  // namespace
}  // namespace mn
