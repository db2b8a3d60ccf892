#include "backend-sync/guest_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "backend-sync/columns.h"
#include "core/guests.h"

namespace mn {
namespace {

constexpr std::size_t kNameBytesMax = 120;  // longer: a sentence, not a name

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 25> kOrganisationNames = {"DON VI",
                                                                 "CO QUAN",
                                                                 "CO QUAN DON VI",
                                                                 "TO CHUC",
                                                                 "TO CHUC CA NHAN",
                                                                 "DON VI CA NHAN",
                                                                 "TEN",
                                                                 "TEN KHACH MOI",
                                                                 "KHACH MOI",
                                                                 "TEN DAI BIEU",
                                                                 "DAI BIEU",
                                                                 "TEN CO QUAN",
                                                                 "TEN DON VI",
                                                                 "TEN TO CHUC",
                                                                 "TEN DOANH NGHIEP",
                                                                 "TEN NHA TAI TRO",
                                                                 "NHA TAI TRO",
                                                                 "DON VI UNG HO",
                                                                 "ORGANISATION",
                                                                 "ORGANIZATION",
                                                                 "ORGANISATION NAME",
                                                                 "ORGANIZATION NAME",
                                                                 "NAME",
                                                                 "UNIT",
                                                                 "GUEST"};
// Followed by anything: "Tên cơ quan, đơn vị, tổ chức, cá nhân".
constexpr std::array<std::string_view, 4> kOrganisationBeginnings = {"TEN CO QUAN ", "TEN DON VI ", "TEN TO CHUC ",
                                                                     "TEN DOANH NGHIEP "};
constexpr std::array<std::string_view, 9> kRepresentativeNames = {"NGUOI DAI DIEN",
                                                                  "DAI DIEN",
                                                                  "HO TEN NGUOI DAI DIEN",
                                                                  "HO VA TEN NGUOI DAI DIEN",
                                                                  "TEN NGUOI DAI DIEN",
                                                                  "DAI DIEN DON VI",
                                                                  "NGUOI LIEN HE",
                                                                  "REPRESENTATIVE",
                                                                  "CONTACT"};
constexpr std::array<std::string_view, 16> kExpectedNames = {"SO TIEN DU KIEN",
                                                             "SO TIEN DU KIEN UNG HO",
                                                             "SO TIEN UNG HO DU KIEN",
                                                             "SO TIEN",
                                                             "SO TIEN UNG HO",
                                                             "SO TIEN DANG KY",
                                                             "DU KIEN",
                                                             "DU KIEN UNG HO",
                                                             "MUC DU KIEN",
                                                             "MUC UNG HO DU KIEN",
                                                             "SO TIEN DANG KY UNG HO",
                                                             "KINH PHI DU KIEN",
                                                             "EXPECTED AMOUNT",
                                                             "EXPECTED",
                                                             "AMOUNT",
                                                             "AMOUNT EXPECTED"};
constexpr std::array<std::string_view, 12> kGroupNames = {"NHOM",      "LOAI",      "LOAI HINH",   "KHOI",
                                                          "PHAN LOAI", "PHAN NHOM", "NHOM DON VI", "LOAI DON VI",
                                                          "DOI TUONG", "GROUP",     "KIND",        "TYPE"};
constexpr std::array<std::string_view, 9> kOrderNames = {"THU TU",
                                                         "THU TU LE TAN",
                                                         "THU TU NGHI LE",
                                                         "THU TU GIOI THIEU",
                                                         "THU TU XUONG TEN",
                                                         "THU TU UU TIEN",
                                                         "ORDER",
                                                         "PROTOCOL ORDER",
                                                         "RANK"};
constexpr std::array<std::string_view, 11> kInvitationNames = {
    "MA MOI",     "MA KHACH MOI",    "MA GIAY MOI", "MA THU MOI", "SO GIAY MOI", "MA",
    "INVITATION", "INVITATION CODE", "CODE",        "MA KHACH",   "INVITE CODE"};

constexpr std::array<Names, kGuestColumns> kNames = {kOrganisationNames, kRepresentativeNames, kExpectedNames,
                                                     kGroupNames,        kOrderNames,          kInvitationNames};

bool has_name(GuestColumn column, const std::string& part) {
  const Names names = kNames[static_cast<std::size_t>(column)];
  if (std::ranges::find(names, part) != names.end()) return true;
  return column == GuestColumn::organisation &&
         std::ranges::any_of(kOrganisationBeginnings, [&](std::string_view start) { return part.starts_with(start); });
}

// The column a header's cell names: the whole name before its parts, so that "Đại diện đơn vị" is no organisation.
std::optional<GuestColumn> column_of(std::string_view cell) {
  for (const std::string& name : column_names(cell)) {
    const std::string part = organisation_key(name);
    for (std::size_t i = 0; i < kGuestColumns; ++i) {
      const auto column = static_cast<GuestColumn>(i);
      if (has_name(column, part)) return column;
    }
  }
  return std::nullopt;
}

}  // namespace

bool says_other_unit(std::string_view text) {
  const std::string words = " " + organisation_key(text) + " ";
  for (const std::string_view unit : {" TRIEU ", " TR ", " NGHIN ", " NGAN ", " TY ", " TI ", " 1000 ", " 1 000 ",
                                      " THOUSAND ", " THOUSANDS ", " MILLION ", " MILLIONS ", " BILLION "}) {
    if (words.find(unit) != std::string::npos) return true;
  }
  return false;
}

std::optional<GuestColumns> read_guest_header(const SheetRow& row) {
  GuestColumns out;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string name = on_one_line(row.cells[i]);
    out.names.push_back(name);
    if (name.empty() || name.size() > kNameBytesMax) continue;
    const std::optional<GuestColumn> column = column_of(row.cells[i]);
    if (!column) continue;
    std::optional<std::size_t>& place = out.at[static_cast<std::size_t>(*column)];
    if (place) {
      out.doubt = fmt::format("both \"{}\" and \"{}\" could be the same column", out.names[*place], name);
      continue;
    }
    place = i;
    ++out.named;
    if (*column == GuestColumn::expected && says_other_unit(name)) out.counted_in = name;
  }
  while (!out.names.empty() && out.names.back().empty()) out.names.pop_back();
  if (!out.place(GuestColumn::organisation)) return std::nullopt;
  return out;
}

}  // namespace mn
