// Faults of an invited list in words. Two languages side by side, so that a change of one is seen beside the other.
#include <fmt/format.h>

#include "backend-sync/guest_list.h"

namespace mn {
namespace {

struct Said {
  std::string_view vi;
  std::string_view en;
};

// {0}: what was found; {1}: the other line.
Said said(GuestFaultKind kind) {
  switch (kind) {
    case GuestFaultKind::organisation_missing:
      return {"thiếu tên đơn vị", "there is no organisation"};
    case GuestFaultKind::organisation_twice:
      return {"“{0}” đã có ở dòng {1}; nếu là hai đơn vị, hãy ghi thêm để phân biệt",
              "“{0}” stands in line {1} already; if they are two, add a word that tells them apart"};
    case GuestFaultKind::name_is_formula:
      return {"“{0}” giống một công thức; tên không bắt đầu bằng = + - @",
              "“{0}” looks like a formula; a name does not begin with = + - @"};
    case GuestFaultKind::name_letters_lost:
      return {"“{0}” có dấu hỏi: chữ đã mất khi lưu tệp; hãy lưu lại bằng \"CSV UTF-8\"",
              "“{0}” holds a question mark: letters were lost when the file was saved; save it as \"CSV UTF-8\""};
    case GuestFaultKind::name_signs:
      return {"có ký tự không hiển thị được: {0}", "signs that cannot be shown: {0}"};
    case GuestFaultKind::name_too_long:
      return {"“{0}” dài quá 90 chữ", "“{0}” has more than 90 letters"};
    case GuestFaultKind::name_not_findable:
      return {"“{0}” không có chữ cái La-tinh hay chữ số nào để tìm",
              "“{0}” has no Latin letter or digit by which it can be found"};
    case GuestFaultKind::amount_unreadable:
      return {"không đọc được số tiền “{0}”; cần số đồng chẵn, ví dụ 50.000.000",
              "the amount “{0}” cannot be read; expected whole đồng, such as 50.000.000"};
    case GuestFaultKind::amount_negative:
      return {"số tiền “{0}” là số âm", "the amount “{0}” is negative"};
    case GuestFaultKind::amount_outside:
      return {"số tiền “{0}” nằm ngoài mức một lần đăng ký của chiến dịch",
              "the amount “{0}” is not one that the campaign takes in one pledge"};
    case GuestFaultKind::group_missing:
      return {"chưa ghi nhóm; ghi vào cột “Nhóm”, hoặc dùng --group cho mọi dòng chưa ghi",
              "there is no group; fill in a column \"Group\", or give --group for all rows without one"};
    case GuestFaultKind::group_unknown:
      return {"không rõ nhóm “{0}”; ghi một trong: cơ quan, doanh nghiệp, tập thể, tổ chức xã hội, cá nhân",
              "the group “{0}” is not known; expected one of: agency, business, group, social, person"};
    case GuestFaultKind::group_heading:
      return {"“{0}” đứng một mình, giống tiêu đề nhóm; hãy bỏ dòng này và ghi nhóm vào cột “Nhóm”",
              "“{0}” alone looks like the heading of a group; take the row out and fill in a column \"Group\""};
    case GuestFaultKind::order_unreadable:
      return {"không đọc được thứ tự “{0}”; cần một số nguyên từ 1", "the order “{0}” is not a whole number from 1"};
    case GuestFaultKind::invitation_unreadable:
      return {
          "“{0}” không dùng làm mã mời được; mã có 4 đến 32 ký tự A-Z 0-9 và '-', không bắt đầu bằng QBTTE",
          "“{0}” cannot be an invitation code; it has 4 to 32 signs A-Z 0-9 and '-', and does not begin with QBTTE"};
    case GuestFaultKind::invitation_check:
      return {"mã mời “{0}” bị gõ sai: ký tự kiểm tra không khớp",
              "the code “{0}” is mistyped: its check sign does not fit"};
    case GuestFaultKind::invitation_twice:
      return {"mã mời “{0}” đã có ở dòng {1}", "the code “{0}” stands in line {1} already"};
    case GuestFaultKind::too_many_cells:
      return {"nhiều ô hơn tiêu đề (thừa “{0}”); tên có dấu phân cách phải nằm trong dấu ngoặc kép",
              "more cells than the header (“{0}” is left over); a name that holds the separator needs quotation marks"};
    case GuestFaultKind::rows_run_together:
      return {"hai dòng dính vào một ô: thiếu một dấu ngoặc kép",
              "another row begins inside a cell: a quotation mark is missing"};
  }
  return {};
}

}  // namespace

std::string guest_fault_words(const GuestFault& fault, Language language) {
  const Said words = said(fault.kind);
  const std::string what =
      fmt::format(fmt::runtime(language == Language::en ? words.en : words.vi), fault.found, fault.other_line);
  return fault.column.empty() ? what : fault.column + ": " + what;
}

}  // namespace mn
