// The pledge slip as values: every text ready to be printed, in the giver's language. Decides what a slip must say and
// how long it may be; knows no paper, no printer and no wording of its own.
// It is no receipt and no accounting form: it has a number of its own series, and never a form number.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace mn::printing {

struct SlipRow {
  std::string label;
  std::string value;
  bool operator==(const SlipRow&) const = default;
};

// A QR code with the words that belong to it.
struct SlipQr {
  std::string payload;
  std::string caption;
  bool operator==(const SlipQr&) const = default;
};

// Read from top to bottom as it is printed. "may be empty" is said where it is so; everything else must be there.
struct Slip {
  std::string language;        // BCP 47, for shaping and line breaks: "vi", "en", "zh-Hans"
  std::string fund_name;       // "Quỹ Bảo trợ trẻ em tỉnh Lạng Sơn"
  std::string campaign_title;  // "Tháng hành động vì trẻ em năm 2025"; may be empty
  std::string title;           // "PHIẾU ĐĂNG KÝ ỦNG HỘ"
  SlipRow number;              // "Số phiếu", "Ki-ốt 1 · 42": kiosk and seq
  std::string place;           // "Tỉnh Lạng Sơn"; may be empty
  std::string made_at;         // "9 giờ 30 ngày 29/5/2025", local time
  SlipRow code;                // "Mã đăng ký", "QBTTE 7K3 M9P": the largest thing on the slip
  std::string memo_code;       // "QBTTE7K3M9P": as it stands in a transfer's memo; also the name of a file
  SlipRow amount;              // "Số tiền ủng hộ", "2.000.000 đồng"; both may be empty when goods are given
  std::string amount_words;    // "Hai triệu đồng chẵn"; empty exactly when the amount is
  SlipRow goods_heading;  // label "Hiện vật"; the value is a note, "(giá trị ước tính …)"; may be empty
  std::vector<std::string> goods;  // one line each, never added to the amount; may be empty
  std::vector<SlipRow> rows;       // giver, way of giving, designation, pay by …; may be empty
  std::string account_heading;     // "Thông tin chuyển khoản"; empty exactly when there are no account lines
  std::vector<SlipRow> account;    // holder, number, bank, memo; may be empty
  std::optional<SlipQr> transfer_qr = {};  // what a banking app reads
  std::optional<SlipQr> receipt_qr = {};   // what the giver checks the pledge with
  std::string thanks;                      // "Trân trọng cảm ơn tấm lòng của Quý vị!"
  std::string note;  // "Đây là phiếu đăng ký ủng hộ, không phải chứng từ đã nhận tiền."
  bool operator==(const Slip&) const = default;
};

inline constexpr std::size_t kSlipTextLettersMax = 300;  // graphemes, of any one text
inline constexpr std::size_t kSlipHeadLettersMax = 60;   // of what must stay on one line: title, code, amount, number
inline constexpr std::size_t kSlipQrBytesMax = 400;      // at 384 dots still four dots a module
inline constexpr std::size_t kSlipRowsMax = 12;          // rows, account lines
inline constexpr std::size_t kSlipGoodsMax = 20;
inline constexpr std::size_t kSlipJsonBytesMax = 64 << 10;

// What is wrong with a slip, or nothing: a text that must be there is empty, one is too long, holds a control or
// bidirectional sign or is not NFC; a memo code that is not 1–25 of A-Z 0-9; neither amount nor goods. The words name
// the field, never what stands in it: they go to logs.
Done check_slip(const Slip& slip);

// One JSON object (UTF-8, one line), every field by its name above. Its buffer is the only copy made: wipe it after
// use.
std::string to_json(const Slip& slip);

// Reads one back, strictly: no unknown key, none missing (except the two QR codes), right types, then check_slip. Texts
// in another Unicode form are composed first (NFC). Refused with bad_input; the words never quote a value.
Result<Slip> read_slip(std::string_view json);

// Overwrites every text with zeros and leaves the slip empty.
void forget(Slip& slip);

}  // namespace mn::printing
