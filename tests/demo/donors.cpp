#include "tests/demo/donors.h"

#include <iterator>

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

}  // namespace

std::vector<Donor> make_donors(int count, std::uint64_t seed) {
  Dice dice{seed};
  std::vector<Donor> out;
  for (int i = 0; i < count; ++i) {
    Donor donor;
    const std::uint64_t kind = dice.below(100);
    if (kind < 35)
      donor.giver = Giver::unnamed;
    else if (kind < 70)
      donor.giver = Giver::person, donor.name = person(dice);
    else if (kind < 82)
      donor.giver = Giver::business, donor.name = pick(dice, kBusinesses);
    else if (kind < 92)
      donor.giver = Giver::agency, donor.name = pick(dice, kAgencies);
    else
      donor.giver = Giver::group, donor.name = pick(dice, kGroups);
    const bool unit = donor.giver == Giver::business || donor.giver == Giver::agency;
    donor.amount = unit ? unit_amount(dice) : person_amount(dice);
    donor.publish = !dice.chance(10);
    donor.hide_amount = dice.chance(8);
    donor.hesitates = dice.chance(15);
    out.push_back(donor);
  }
  return out;
}

}  // namespace mn::demo
