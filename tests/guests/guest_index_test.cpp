// What is typed and who is found: on the sample list by a table, and the rules of order on small lists.
#include "core/guest_index.h"

#include <type_traits>

#include "tests/guests/given.h"

namespace mn {
namespace {

std::vector<std::string> names(const std::vector<FoundGuest>& found) {
  std::vector<std::string> out;
  for (const FoundGuest& guest : found) out.push_back(guest.organisation);
  return out;
}

std::vector<std::string> found_in(const std::vector<std::string>& list, std::string_view typed, std::size_t most = 10) {
  return names(find(index_guests(given::guests(list)), typed, most));
}

using Names = std::vector<std::string>;

// Whoever types must not learn what another is expected to give: there is nothing in the type to learn it from.
template <class T>
concept TellsMoney = requires(T t) {
  t.expected;
}
|| requires(T t) { t.amount; }
|| requires(T t) { t.representative; }
|| requires(T t) { t.invitation; };
static_assert(TellsMoney<Guest> && !TellsMoney<FoundGuest> && !TellsMoney<GuestIndex> && !TellsMoney<GuestSpelling>);

struct Case {
  const char* typed;
  const char* first;  // how the best guest's name begins; "" : nobody is found
};

constexpr Case kCases[] = {
    {"so y te", "Sở Y tế"},
    {"sở y", "Sở Y tế"},
    {"SO Y", "Sở Y tế"},
    {"Sở Y tế", "Sở Y tế"},
    {"SỞ Y TẾ", "Sở Y tế"},
    {"soyte", "Sở Y tế"},
    {"soy", "Sở Y tế"},
    {"s o y t e", "Sở Y tế"},
    {"  so   y ", "Sở Y tế"},
    {"so-y-te", "Sở Y tế"},
    {"syt", "Sở Y tế"},
    {"SYT", "Sở Y tế"},
    {"so y te (tinh mau)", "Sở Y tế"},
    {"so te", "Sở Y tế"},
    {"te y so", "Sở Y tế"},
    {"sơ y tê", "Sở Y tế"},
    {"so y te tinh mau", "Sở Y tế"},
    {"yte", "Sở Y tế"},
    {"y tế", "Sở Y tế"},
    {"so gi", "Sở Giáo dục"},
    {"giao duc", "Sở Giáo dục"},
    {"gddt", "Sở Giáo dục"},
    {"gd&đt", "Sở Giáo dục"},
    {"so gd va dt", "Sở Giáo dục"},
    {"sgddt", "Sở Giáo dục"},
    {"skhcn", "Sở Khoa học"},
    {"sgd", "Sở Giáo dục"},
    {"sở gd", "Sở Giáo dục"},
    {"dao tao", "Sở Giáo dục"},
    {"đào tạo", "Sở Giáo dục"},
    {"ĐÀO TẠO", "Sở Giáo dục"},
    {"khcn", "Sở Khoa học"},
    {"so kh", "Sở Khoa học"},
    {"cong nghe", "Sở Khoa học"},
    {"khoa hoc", "Sở Khoa học"},
    {"hoa", "Ủy ban Mặt trận"},
    {"hòa", "Ủy ban Mặt trận"},
    {"hoà", "Ủy ban Mặt trận"},
    {"HOÀ", "Ủy ban Mặt trận"},
    {"hoa tham", "Doanh nghiệp tư nhân"},
    {"hòa thắm", "Doanh nghiệp tư nhân"},
    {"hoà thắm", "Doanh nghiệp tư nhân"},
    {"vang bac", "Doanh nghiệp tư nhân"},
    {"dntn", "Doanh nghiệp tư nhân"},
    {"hoa dao", "UBND phường Hoa Đào"},
    {"uy ban", "Ủy ban Mặt trận"},
    {"uỷ ban", "Ủy ban Mặt trận"},
    {"ubmttq", "Ủy ban Mặt trận"},
    {"ub mat tran", "Ủy ban Mặt trận"},
    {"mttq", "Ủy ban Mặt trận"},
    {"mat tran to quoc", "Ủy ban Mặt trận"},
    {"xu lang xa", "Ủy ban Mặt trận"},
    {"uy ban nhan dan", "UBND phường"},
    {"ủy ban nhân dân xã măng", "UBND xã Măng Non"},
    {"ubnd xa mang non", "UBND xã Măng Non"},
    {"ubnd mang", "UBND xã Măng Non"},
    {"mang non ubnd", "UBND xã Măng Non"},
    {"ubnd suoi hoi", "Ủy ban nhân dân xã Suối"},
    {"ubnd xã suối", "Ủy ban nhân dân xã Suối"},
    {"ubndxmn", "UBND xã Măng Non"},
    {"lien doan", "Liên đoàn Lao động"},
    {"ldld", "Liên đoàn Lao động"},
    {"lđlđ", "Liên đoàn Lao động"},
    {"hoi phu nu", "Hội Liên hiệp Phụ nữ"},
    {"lhpn", "Hội Liên hiệp Phụ nữ"},
    {"hội lhpn xã suối hồi", "Hội Liên hiệp Phụ nữ"},
    {"đoàn tncs", "Đoàn TNCS"},
    {"doan thanh nien cong san", "Đoàn TNCS"},
    {"bien phong", "Bộ Chỉ huy"},
    {"don bien phong", "Đồn Biên phòng"},
    {"đồn", "Đồn Biên phòng"},
    {"cot moc", "Bộ Chỉ huy"},
    {"deo hoa hoi", "Đồn Biên phòng"},
    {"benh vien", "Bệnh viện"},
    {"bv da khoa", "Bệnh viện"},
    {"bvdk", "Bệnh viện"},
    {"da khoa", "Bệnh viện"},
    {"trung tam y te", "Trung tâm Y tế"},
    {"ttyt", "Trung tâm Y tế"},
    {"song ky", "Trung tâm Y tế"},
    {"thpt", "Trường THPT"},
    {"truong thpt", "Trường THPT"},
    {"trung hoc pho thong", "Trường THPT"},
    {"chuyen mang", "Trường THPT"},
    {"thcs", "Trường THCS"},
    {"trung hoc co so mang xanh", "Trường THCS"},
    {"noi tru", "Trường Phổ thông"},
    {"ptdtnt", "Trường Phổ thông"},
    {"ngan hang", "Ngân hàng TMCP"},
    {"nhtmcp", "Ngân hàng TMCP"},
    {"tmcp hoa hoi", "Ngân hàng TMCP"},
    {"ngan hang thuong mai co phan", "Ngân hàng TMCP"},
    {"chi nhanh", "Ngân hàng TMCP"},
    {"quy tin dung", "Quỹ tín dụng"},
    {"cong ty", "Công ty CP Đầu tư"},
    {"cty", "Công ty CP Đầu tư"},
    {"cty xu lang", "Công ty TNHH MTV"},
    {"tnhh mtv", "Công ty TNHH MTV"},
    {"cong ty tnhh mot thanh vien", "Công ty TNHH MTV"},
    {"thuong mai va dich vu", "Công ty TNHH MTV"},
    {"thuong mai & dich vu", "Công ty TNHH MTV"},
    {"thuong mai dich vu", "Công ty TNHH MTV"},
    {"trach nhiem huu han", "Công ty TNHH MTV"},
    {"van tai", "Công ty CP Vận tải"},
    {"cong ty co phan van", "Công ty CP Vận tải"},
    {"cua khau", "Công ty CP Vận tải"},
    {"xuat nhap khau", "Công ty TNHH Xuất"},
    {"xnk", "Công ty TNHH Xuất"},
    {"xi mang", "Công ty CP Xi măng"},
    {"windflower", "Công ty TNHH Windflower"},
    {"wind", "Công ty TNHH Windflower"},
    {"flower", "Công ty TNHH Windflower"},
    {"viet nam", "Công ty TNHH Windflower"},
    {"hop tac xa", "Hợp tác xã Hồi"},
    {"htx", "HTX Na dai"},
    {"htx hoi nui", "Hợp tác xã Hồi"},
    {"hop tac xa na dai", "HTX Na dai"},
    {"na dai", "HTX Na dai"},
    {"be thi bay", "Hộ kinh doanh"},
    {"hkd", "Hộ kinh doanh"},
    {"vit quay", "Nhà hàng Vịt quay"},
    {"chu thap do", "Hội Chữ thập đỏ"},
    {"chữ thập", "Hội Chữ thập đỏ"},
    {"doanh nhan", "Hội Doanh nhân"},
    {"chua", "Chùa Hoa Sen"},
    {"sen trang", "Chùa Hoa Sen"},
    {"ban tay nho", "Tổ chức Những"},
    {"chi cuc thue", "Cán bộ"},
    {"can bo", "Cán bộ"},
    {"lop 9a", "Tập thể lớp 9A"},
    {"9a 1998", "Tập thể lớp 9A"},
    {"1998", "Tập thể lớp 9A"},
    {"clb", "Câu lạc bộ"},
    {"la lanh", "Câu lạc bộ"},
    {"gia dinh ong", "Gia đình ông"},
    {"nong van su", "Gia đình ông"},
    {"h'hen", "Bà H'Hen"},
    {"hhen", "Bà H'Hen"},
    {"h hen", "Bà H'Hen"},
    {"ksor", "Bà H'Hen"},
    {"hoang van uy", "Ông Hoàng Văn Uỷ"},
    {"hoàng văn ủy", "Ông Hoàng Văn Uỷ"},
    {"ong hoang", "Ông Hoàng Văn Uỷ"},
    {"ietnam", "Công ty TNHH Windflower"},
    {"zzz", ""},
    {"so y te ha noi xyz", ""},
    {"", ""},
    {"   ", ""},
    {"---", ""},
    {"工商银行", ""},
    {"50.000.000", ""},
    {"nong thi hoa", ""},
    {"\xff\xfe", ""},
};

TEST(GuestIndex, WhoIsFoundInTheSample) {
  static_assert(std::size(kCases) > 140);
  const GuestIndex index = index_guests(given::sample());
  for (const Case& one : kCases) {
    const std::vector<FoundGuest> found = find(index, one.typed, 8);
    if (std::string_view(one.first).empty()) {
      EXPECT_TRUE(found.empty()) << one.typed << " → " << found.front().organisation;
    } else if (found.empty()) {
      ADD_FAILURE() << one.typed << " finds nobody, expected " << one.first;
    } else {
      EXPECT_TRUE(found.front().organisation.starts_with(one.first))
          << one.typed << " → " << found.front().organisation;
    }
  }
}

TEST(GuestIndex, ThreeLettersAreEnoughForMostOfTheSample) {
  const GuestList list = given::sample();
  const GuestIndex index = index_guests(list);
  // The best three letters of each name: its beginning, that of a later word, or initials.
  for (const Guest& guest : list.guests) {
    const std::string key = organisation_key(guest.organisation);
    bool offered = false;
    for (std::size_t at = 0; at + 3 <= key.size() && !offered; ++at) {
      if (at > 0 && key[at - 1] != ' ') continue;
      for (const FoundGuest& found : find(index, key.substr(at, 3), 6))
        offered = offered || found.organisation == guest.organisation;
    }
    EXPECT_TRUE(offered) << guest.organisation;
  }
}

TEST(GuestIndex, MarksApartAreTheSame) {
  const GuestIndex index = index_guests(given::guests({"Sở Y tế", "Công ty"}));
  EXPECT_EQ(names(find(index, "So\xCC\x9B\xCC\x89 Y te\xCC\x82\xCC\x81", 5)), Names{"Sở Y tế"});
  const GuestIndex apart = index_guests(given::guests({"So\xCC\x9B\xCC\x89 Y te\xCC\x82\xCC\x81"}));
  EXPECT_EQ(find(apart, "sở y", 5).size(), 1u);
}

TEST(GuestIndex, BetterFitsComeFirst) {
  // In protocol order the worst comes first, so that only the fit can put them right.
  const Names worst_first = {"Xã Nhoa An",          // inside
                             "Trạm Hai Ở An Bình",  // initials
                             "Bình An và Hoa",      // any order: no; from a word
                             "Nhà Hoa Mai",         // from a word
                             "Hoa An Mới",          // beginning
                             "Hoa"};                // whole
  EXPECT_EQ(found_in(worst_first, "hoa"),
            (Names{"Hoa", "Hoa An Mới", "Bình An và Hoa", "Nhà Hoa Mai", "Trạm Hai Ở An Bình", "Xã Nhoa An"}));
  EXPECT_EQ(found_in({"Lan Sơn Bệnh viện", "Bệnh xá viện trợ Lan Sơn", "Bệnh viện Lan"}, "benh lan", 10),
            (Names{"Bệnh xá viện trợ Lan Sơn", "Bệnh viện Lan", "Lan Sơn Bệnh viện"}));
}

// From the first word on "aab" would use up the word that "bd" needs; from the second it does not.
TEST(GuestIndex, AnAbbreviationLeavesTheWordsAfterIt) {
  EXPECT_EQ(found_in({"A Aab Bx D"}, "aab bd"), Names{"A Aab Bx D"});
  EXPECT_TRUE(found_in({"A Aab Bx D"}, "bd aab").empty());
}

TEST(GuestIndex, EqualFitsAreInProtocolOrderThenByLetters) {
  GuestList list = given::guests({"Hoa Z", "Hoa Ă", "Hoa B", "Hoa Á Á", "Hoa 9"});
  for (Guest& guest : list.guests) guest.order = 5;
  list.guests[2].order = 1;
  const std::vector<FoundGuest> found = find(index_guests(list), "hoa", 10);
  EXPECT_EQ(names(found), (Names{"Hoa B", "Hoa 9", "Hoa Ă", "Hoa Á Á", "Hoa Z"}));
  EXPECT_EQ(found[0].place, 2u);
  EXPECT_EQ(found[4].place, 0u);
}

TEST(GuestIndex, OnlyTheBestAreGiven) {
  Names many(100, "");
  for (std::size_t i = 0; i < many.size(); ++i) many[i] = (i < 90 ? "Nhà hàng " : "Hàng ") + std::to_string(i);
  EXPECT_EQ(found_in(many, "hang", 3), (Names{"Hàng 90", "Hàng 91", "Hàng 92"}));
  EXPECT_EQ(found_in(many, "hang", 12).size(), 12u);
  EXPECT_EQ(found_in(many, "hang", 12)[10], "Nhà hàng 0");
  EXPECT_EQ(found_in(many, "hang", 0).size(), 0u);
  EXPECT_EQ(found_in(many, "hang", 1000).size(), kGuestsFoundMax);
}

TEST(GuestIndex, AGuestIsFoundOnceWhateverWayItIsWritten) {
  EXPECT_EQ(found_in({"UBND xã A", "Ủy ban nhân dân xã B"}, "uy ban nhan dan"),
            (Names{"UBND xã A", "Ủy ban nhân dân xã B"}));
  EXPECT_EQ(found_in({"UBND xã A"}, "u").size(), 1u);
  EXPECT_EQ(found_in({"Cơm & Áo"}, "com va ao"), Names{"Cơm & Áo"});
  EXPECT_EQ(found_in({"Cơm & Áo"}, "com ao"), Names{"Cơm & Áo"});
  EXPECT_EQ(found_in({"Cơm và Áo"}, "com & ao"), Names{"Cơm và Áo"});
  EXPECT_EQ(found_in({"Cơm và Áo"}, "cơm"), Names{"Cơm và Áo"});
}

TEST(GuestIndex, StrangeListsAndLongTypings) {
  EXPECT_TRUE(find(GuestIndex{}, "a", 5).empty());
  EXPECT_TRUE(found_in({"工商银行", ""}, "a").empty());
  const std::string repeated(90, 'a');
  EXPECT_EQ(found_in({repeated}, repeated).size(), 1u);
  std::string letters_apart;
  for (int i = 0; i < 45; ++i) letters_apart += "a ";
  EXPECT_EQ(found_in({letters_apart}, std::string(45, 'a')).size(), 1u);
  EXPECT_EQ(found_in({letters_apart + "b"}, std::string(45, 'a') + "b").size(), 1u);
  EXPECT_TRUE(found_in({letters_apart + "b"}, std::string(70, 'a') + "b").empty());
  EXPECT_TRUE(found_in({"a"}, std::string(1'000'000, 'a')).empty());
}

TEST(GuestIndex, RandomBytesNeverCrash) {
  const GuestIndex index = index_guests(given::sample());
  Dice dice{5};
  for (int i = 0; i < 5'000; ++i) {
    std::string typed(dice.below(24), '\0');
    for (char& c : typed) c = static_cast<char>(dice.chance(60) ? "aehiosty ubn"[dice.below(12)] : dice.below(256));
    EXPECT_LE(find(index, typed, 6).size(), 6u);
  }
}

}  // namespace
}  // namespace mn
