#include "kiosk/printing/test_slip.h"

namespace mn::printing {

// The code has a wrong check sign and the account does not exist: whoever scans it pays nobody. Each Vietnamese letter
// with two marks stands here once, for a technician to look at.
Slip test_slip() {
  Slip slip;
  slip.language = "vi";
  slip.fund_name = "Quỹ Bảo trợ trẻ em tỉnh Lạng Sơn";
  slip.campaign_title = "Ấ Ầ Ẩ Ẫ Ậ Ắ Ằ Ẳ Ẵ Ặ Ế Ề Ể Ễ Ệ Ố Ồ Ổ Ỗ Ộ Ớ Ờ Ở Ỡ Ợ Ứ Ừ Ử Ữ Ự Đ Ỹ Ỵ";
  slip.title = "PHIẾU IN THỬ";
  slip.number = {"Số phiếu", "in thử"};
  slip.made_at = "Dữ liệu ví dụ, không phải đăng ký thật";
  slip.code = {"Mã đăng ký", "QBTTE 222 222"};
  slip.memo_code = "QBTTE222222";
  slip.amount = {"Số tiền ủng hộ", "1.234.567.890 đồng"};
  slip.amount_words = "Một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi đồng";
  slip.rows = {{"Người ủng hộ", "Gia đình cô Ví Dụ"}, {"Hình thức", "Chuyển khoản"}};
  slip.receipt_qr = SlipQr{"MANG NON - IN THU - TEST PRINT", "Nếu quét được mã này, máy in đủ nét."};
  slip.thanks = "Máy in hoạt động tốt";
  slip.note = "Phiếu in thử, không có giá trị.";
  return slip;
}

}  // namespace mn::printing
