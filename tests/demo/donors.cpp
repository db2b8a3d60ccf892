#include "tests/demo/donors.h"

#include <fmt/format.h>

#include <iterator>

#include "core/guest_index.h"
#include "core/tax_code.h"
#include "core/text.h"

namespace mn::demo {
namespace {

constexpr const char* kFamilies[] = {"Nguyễn", "Trần", "Hoàng", "Nông", "Vi",  "Lương",
                                     "Hứa",    "Lý",   "Đặng",  "Bế",   "Chu", "Triệu"};
constexpr const char* kMiddles[] = {"Thị", "Văn", "Đức", "Thanh", "Minh", "Ngọc", "Hữu", "Thùy", "Quốc", "Mỹ"};
constexpr const char* kGiven[] = {"Hòa",   "Thắng", "Ước",   "Huyền", "Dũng",  "Yến",
                                  "Nghĩa", "Lựu",   "Quỳnh", "Bằng",  "Khánh", "Ánh"};
constexpr const char* kBusinesses[] = {"Công ty TNHH MTV Thương mại & Dịch vụ Xứ Lạng",
                                       "Hợp tác xã Hồi Mẫu Sơn",
                                       "Công ty CP Vận tải Kỳ Lừa",
                                       "Hộ kinh doanh Bế Thị Sáu",
                                       "Công ty TNHH Xuất nhập khẩu Đồng Đăng Xanh",
                                       "Nhà hàng Vịt quay Na Sầm"};
constexpr const char* kAgencies[] = {"Trường THCS Măng Xanh", "Trạm Y tế xã Tân Thành", "Hội Phụ nữ phường Đông Kinh",
                                     "Đoàn Thanh niên xã Hữu Liên", "Công đoàn Bệnh viện Hoa Hồi"};
constexpr const char* kGroups[] = {"Gia đình ông Nông Văn Sự", "Nhóm thiện nguyện Lá Lành", "Tập thể lớp 9A khóa 1998",
                                   "Tập thể cán bộ chợ Kỳ Lừa"};

template <std::size_t N>
const char* pick(Dice& dice, const char* const (&list)[N]) {
  return list[dice.below(N)];
}

std::string person(Dice& dice) {
  return std::string(pick(dice, kFamilies)) + " " + pick(dice, kMiddles) + " " + pick(dice, kGiven);
}

Money person_amount(Dice& dice) {
  constexpr std::int64_t kUsual[] = {100'000,   200'000,   200'000,   500'000, 500'000,
                                     1'000'000, 2'000'000, 5'000'000, 300'000, 50'000};
  if (dice.chance(4))
    return Money{static_cast<std::int64_t>(10'000 + dice.below(90'000))};  // a sum that means something to the giver
  return Money{kUsual[dice.below(std::size(kUsual))]};
}

Money unit_amount(Dice& dice) {
  constexpr std::int64_t kUsual[] = {5'000'000,  10'000'000, 10'000'000, 20'000'000,
                                     20'000'000, 50'000'000, 100'000'000};
  if (dice.chance(3)) return Money{500'000'000};
  return Money{kUsual[dice.below(std::size(kUsual))]};
}

constexpr const char* kGoods[] = {"Sách vở", "Gạo tẻ", "Sữa hộp", "Quần dài", "Bút chì màu"};
constexpr const char* kMessages[] = {"Chúc các em chăm ngoan", "Cố gắng học giỏi nhé", "Thương các em nhiều",
                                     "Mong các em đủ ấm"};

// Ten digits of which the last checks the others.
std::string tax_code(Dice& dice) {
  for (;;) {
    std::string code = fmt::format("4900{:06}", dice.below(1'000'000));
    if (read_tax_code(code).fault == TaxCodeFault::ok) return code;
  }
}

// Guests who stand among the first three that the kiosk offers for three letters.
std::vector<std::size_t> found_by_three_letters(const GuestList& guests) {
  const GuestIndex index = index_guests(guests);
  std::vector<std::size_t> out;
  for (std::size_t place = 0; place < guests.guests.size(); ++place) {
    if (guests.guests[place].group == Giver::person) continue;
    const std::string letters = fold(guests.guests[place].organisation).substr(0, 3);
    for (const FoundGuest& found : find(index, letters, 3)) {
      if (found.place == place && letters.find(' ') == std::string::npos) out.push_back(place);
    }
  }
  return out;
}

void be_guest(Donor& donor, const Guest& guest, Comes comes) {
  donor.giver = guest.group;
  donor.name = guest.organisation;
  donor.invitation = guest.invitation;
  donor.comes = comes;
  if (comes == Comes::with_invitation && guest.expected.dong > 0) donor.amount = guest.expected;
}

// What not everybody does.
void add_wishes(Donor& donor, Dice& dice, const Campaign& campaign) {
  if (dice.chance(18) && !campaign.goods_units.empty() && donor.comes != Comes::with_invitation) {
    donor.goods = DonorGoods{pick(dice, kGoods), static_cast<std::int64_t>(5 + dice.below(95)),
                             static_cast<std::size_t>(dice.below(campaign.goods_units.size()))};
    donor.way = Way::in_kind;
    donor.amount = dice.chance(50) ? Money{} : Money{static_cast<std::int64_t>(1 + dice.below(40)) * 500'000};
  } else if (dice.chance(25)) {
    donor.way = dice.chance(50) ? Way::cash : Way::later;
  }
  if (dice.chance(25)) donor.fund = static_cast<std::size_t>(dice.below(campaign.funds.size()));
  if (dice.chance(18)) donor.message = pick(dice, kMessages);
  if (dice.chance(22)) {
    donor.phone = fmt::format("0912{:06}", dice.below(1'000'000));
    if (donor.giver == Giver::business || dice.chance(20)) donor.tax_code = tax_code(dice);
  }
  if (dice.chance(12)) donor.language = dice.chance(70) ? Language::en : Language::zh;
  donor.calls_help = dice.chance(8);
  donor.prints = dice.chance(25);
}

}  // namespace

std::vector<Donor> make_donors(int count, std::uint64_t seed, const Campaign& campaign, const GuestList& guests) {
  Dice dice{seed};
  const std::vector<std::size_t> listed = found_by_three_letters(guests);
  std::vector<Donor> out;
  for (int i = 0; i < count; ++i) {
    Donor donor;
    const std::uint64_t kind = dice.below(100);
    if (kind < 30)
      donor.giver = Giver::unnamed;
    else if (kind < 58)
      donor.giver = Giver::person, donor.name = person(dice);
    else if (kind < 66)
      donor.giver = Giver::business, donor.name = pick(dice, kBusinesses);
    else if (kind < 72)
      donor.giver = Giver::agency, donor.name = pick(dice, kAgencies);
    else if (kind < 78)
      donor.giver = Giver::group, donor.name = pick(dice, kGroups);
    const bool unit = donor.giver == Giver::business || donor.giver == Giver::agency || kind >= 78;
    donor.amount = unit ? unit_amount(dice) : person_amount(dice);
    if (kind >= 78 && kind < 90 && !listed.empty())
      be_guest(donor, guests.guests[listed[dice.below(listed.size())]], Comes::from_list);
    else if (kind >= 90 && !guests.guests.empty())
      be_guest(donor, guests.guests[dice.below(guests.guests.size())], Comes::with_invitation);
    donor.publish = donor.giver != Giver::unnamed && !dice.chance(10);
    donor.hide_amount = dice.chance(8);
    donor.hesitates = donor.comes != Comes::with_invitation && dice.chance(15);
    add_wishes(donor, dice, campaign);
    out.push_back(donor);
  }
  return out;
}

std::string said_by(const Donor& donor, const Campaign& campaign) {
  const std::string goods = donor.goods ? fmt::format("{} {} {}", donor.goods->quantity,
                                                      campaign.goods_units.at(donor.goods->unit).vi, donor.goods->what)
                                        : "";
  return fmt::format("{} \"{}\" {} {} [{}] {} \"{}\"{}{}", giver_text(donor.giver), donor.name, donor.amount.dong,
                     way_text(donor.way), goods, campaign.funds.at(donor.fund).key, donor.message,
                     donor.publish ? "" : " name hidden", donor.hide_amount ? " amount hidden" : "");
}

}  // namespace mn::demo
