// The words with which lists of donors are grouped, as kinds of giver. Listed in docs/guests.md.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/guests.h"
#include "core/text.h"

namespace mn {
namespace {

struct GroupWords {
  std::string_view words;
  Giver giver;
};

// Each word or phrase alone: "Cơ quan, ban, ngành" is read as three that agree.
constexpr std::array kGroups = {
    GroupWords{"AGENCY", Giver::agency},
    GroupWords{"AGENCIES", Giver::agency},
    GroupWords{"CO QUAN", Giver::agency},
    GroupWords{"CO QUAN NHA NUOC", Giver::agency},
    GroupWords{"DON VI", Giver::agency},
    GroupWords{"DON VI SU NGHIEP", Giver::agency},
    GroupWords{"SO", Giver::agency},
    GroupWords{"BAN", Giver::agency},
    GroupWords{"NGANH", Giver::agency},
    GroupWords{"DOAN THE", Giver::agency},
    GroupWords{"LUC LUONG VU TRANG", Giver::agency},
    GroupWords{"TRUONG HOC", Giver::agency},
    GroupWords{"BENH VIEN", Giver::agency},
    GroupWords{"HUYEN", Giver::agency},
    GroupWords{"THANH PHO", Giver::agency},
    GroupWords{"XA", Giver::agency},
    GroupWords{"PHUONG", Giver::agency},
    GroupWords{"BUSINESS", Giver::business},
    GroupWords{"BUSINESSES", Giver::business},
    GroupWords{"COMPANY", Giver::business},
    GroupWords{"BANK", Giver::business},
    GroupWords{"DOANH NGHIEP", Giver::business},
    GroupWords{"DN", Giver::business},
    GroupWords{"CONG TY", Giver::business},
    GroupWords{"NGAN HANG", Giver::business},
    GroupWords{"HOP TAC XA", Giver::business},
    GroupWords{"HTX", Giver::business},
    GroupWords{"HO KINH DOANH", Giver::business},
    GroupWords{"GROUP", Giver::group},
    GroupWords{"TAP THE", Giver::group},
    GroupWords{"THIEN NGUYEN", Giver::group},
    GroupWords{"CAN BO", Giver::group},
    GroupWords{"CONG CHUC", Giver::group},
    GroupWords{"VIEN CHUC", Giver::group},
    GroupWords{"NGUOI LAO DONG", Giver::group},
    GroupWords{"SOCIAL", Giver::social},
    GroupWords{"SOCIAL ORGANISATION", Giver::social},
    GroupWords{"NGO", Giver::social},
    GroupWords{"XA HOI", Giver::social},
    GroupWords{"TO CHUC XA HOI", Giver::social},
    GroupWords{"TON GIAO", Giver::social},
    GroupWords{"TO CHUC TON GIAO", Giver::social},
    GroupWords{"TO CHUC QUOC TE", Giver::social},
    GroupWords{"QUOC TE", Giver::social},
    GroupWords{"PHI CHINH PHU", Giver::social},
    GroupWords{"TO CHUC PHI CHINH PHU", Giver::social},
    GroupWords{"PERSON", Giver::person},
    GroupWords{"INDIVIDUAL", Giver::person},
    GroupWords{"FAMILY", Giver::person},
    GroupWords{"CA NHAN", Giver::person},
    GroupWords{"GIA DINH", Giver::person},
    GroupWords{"NHA HAO TAM", Giver::person},
    GroupWords{"NHA HAO TAM CA NHAN", Giver::person},
};

std::optional<Giver> giver_of(std::string_view words) {
  for (const std::string_view plural : {"CAC ", "KHOI ", "NHOM "}) {
    if (words.starts_with(plural)) words.remove_prefix(plural.size());
  }
  for (const GroupWords& group : kGroups) {
    if (group.words == words) return group.giver;
  }
  return std::nullopt;
}

// Parts between commas, strokes, line breaks and "và".
std::vector<std::string> parts_of(std::string_view text) {
  constexpr std::string_view kAnd = " VA ";
  const std::string folded = fold(text);
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const bool is_and = std::string_view(folded).substr(i).starts_with(kAnd);
    if (is_and || std::string_view(",/;&").find(folded[i]) != std::string_view::npos) {
      parts.emplace_back();
      i += is_and ? kAnd.size() - 1 : 0;
    } else {
      parts.back() += folded[i];
    }
  }
  return parts;
}

}  // namespace

std::optional<Giver> read_group(std::string_view text) {
  std::optional<Giver> found;
  for (const std::string& words : parts_of(text)) {
    const std::string part = organisation_key(words);
    if (part.empty()) continue;
    const std::optional<Giver> giver = giver_of(part);
    if (!giver || (found && *found != *giver)) return std::nullopt;
    found = giver;
  }
  return found;
}

}  // namespace mn
