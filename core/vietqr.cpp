// Fields of two-digit name, two-digit length and value, written in the order of docs/vietqr.md and read in any order
// that it allows.
#include "core/vietqr.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace mn {
namespace {

constexpr std::string_view kNapas = "A000000727";
constexpr std::string_view kToAccount = "QRIBFTTA";
constexpr std::string_view kToCard = "QRIBFTTC";
constexpr std::string_view kDong = "704";
constexpr std::string_view kCrcField = "6304";
constexpr std::size_t kPayloadMax = 512;  // bytes; what a QR of a phone's camera can hold, and far more than we write

constexpr std::size_t kAccountMax = 19;
constexpr std::size_t kAmountMax = 13;
constexpr std::size_t kNameMax = 25;
constexpr std::size_t kCityMax = 15;
constexpr std::size_t kAdditionalMax = 25;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_printable(char c) { return c >= ' ' && c <= '~'; }

bool all(std::string_view text, bool (*is_fine)(char)) { return std::ranges::all_of(text, is_fine); }
bool is_digits(std::string_view text, std::size_t count) { return text.size() == count && all(text, is_digit); }

Failure refused(std::string words) { return Failure{Cause::bad_input, "VietQR: " + std::move(words)}; }

Done check_amount(std::string_view amount) {
  if (amount.empty()) return {};
  if (!all(amount, is_digit)) return refused("the amount must be digits only, no separators or decimals");
  if (amount.size() > kAmountMax) return refused(fmt::format("the amount must be at most {} digits", kAmountMax));
  if (amount.find_first_not_of('0') == std::string_view::npos) return refused("the amount must not be 0");
  if (amount.starts_with('0')) return refused("the amount must not begin with 0");
  return {};
}

Done check_text(std::string_view text, std::size_t size_max, std::string_view what) {
  if (!all(text, is_printable)) return refused(fmt::format("the {} must be printable ASCII; fold it first", what));
  if (text.size() > size_max) return refused(fmt::format("the {} must be at most {} signs", what, size_max));
  return {};
}

Done check(const VietQr& qr) {
  if (!is_digits(qr.bank_bin, 6)) return refused("the bank's BIN must be 6 digits");
  if (qr.account.empty()) return refused("the account number is missing");
  if (!all(qr.account, [](char c) { return is_digit(c) || is_letter(c); })) {
    return refused("the account number must be ASCII letters and digits only");
  }
  if (qr.account.size() > kAccountMax)
    return refused(fmt::format("the account number must be at most {} signs", kAccountMax));
  if (!qr.merchant_category.empty() && !is_digits(qr.merchant_category, 4)) {
    return refused("the merchant category must be 4 digits");
  }
  for (const Done& done : {check_amount(qr.amount), check_text(qr.memo, kAdditionalMax, "memo"),
                           check_text(qr.bill_number, kAdditionalMax, "bill number"),
                           check_text(qr.merchant_name, kNameMax, "merchant name"),
                           check_text(qr.merchant_city, kCityMax, "merchant city")}) {
    if (!done.ok()) return done;
  }
  return {};
}

// "" for an empty value: a field without one is left out.
std::string field(std::string_view id, std::string_view value) {
  return value.empty() ? std::string() : fmt::format("{}{:02}{}", id, value.size(), value);
}

struct Field {
  std::string_view id;
  std::string_view value;
};

// All of the text, to its last sign, as fields of different names; or what is wrong with it.
Result<std::vector<Field>> read_fields(std::string_view text, std::string_view where) {
  std::vector<Field> fields;
  std::set<std::string_view> seen;
  while (!text.empty()) {
    if (text.size() < 4 || !all(text.substr(0, 4), is_digit)) {
      return refused(fmt::format("no field begins where one should in {}: \"{}\"", where, text));
    }
    const std::string_view id = text.substr(0, 2);
    const auto size = static_cast<std::size_t>((text[2] - '0') * 10 + (text[3] - '0'));
    if (size == 0) return refused(fmt::format("field {} of {} is empty", id, where));
    if (text.size() < 4 + size) return refused(fmt::format("field {} of {} is longer than what is left", id, where));
    if (!seen.insert(id).second) return refused(fmt::format("field {} stands twice in {}", id, where));
    fields.push_back({id, text.substr(4, size)});
    text.remove_prefix(4 + size);
  }
  return fields;
}

std::string_view value_of(const std::vector<Field>& fields, std::string_view id) {
  const auto found = std::ranges::find(fields, id, &Field::id);
  return found == fields.end() ? std::string_view() : found->value;
}

Done read_merchant_account(std::string_view text, VietQr& qr) {
  const auto fields = read_fields(text, "field 38");
  if (!fields.ok()) return fields.failure();
  if (value_of(*fields, "00") != kNapas) return refused("field 38 is not of NAPAS");
  const auto holder = read_fields(value_of(*fields, "01"), "field 38-01");
  if (!holder.ok()) return holder.failure();
  qr.bank_bin = value_of(*holder, "00");
  qr.account = value_of(*holder, "01");
  const std::string_view service = value_of(*fields, "02");
  if (service != kToAccount && service != kToCard) return refused("field 38-02 is neither QRIBFTTA nor QRIBFTTC");
  qr.to_card = service == kToCard;
  return {};
}

Done check_crc(std::string_view payload) {
  const std::size_t crc_at = payload.size() - 4;
  if (payload.substr(crc_at - kCrcField.size(), kCrcField.size()) != kCrcField)
    return refused("the CRC (6304) is not at the end");
  // Compared as text: lower-case digits are not what the standard writes.
  if (payload.substr(crc_at) != fmt::format("{:04X}", crc16(payload.substr(0, crc_at))))
    return refused("the CRC is wrong");
  return {};
}

}  // namespace

Result<std::string> vietqr_payload(const VietQr& qr) {
  if (const Done done = check(qr); !done.ok()) return done.failure();
  const std::string holder = field("00", qr.bank_bin) + field("01", qr.account);
  const std::string merchant_account =
      field("00", kNapas) + field("01", holder) + field("02", qr.to_card ? kToCard : kToAccount);
  std::string payload = field("00", "01");
  payload += field("01", qr.amount.empty() ? "11" : "12");
  payload += field("38", merchant_account);
  payload += field("52", qr.merchant_category);
  payload += field("53", kDong);
  payload += field("54", qr.amount);
  payload += field("58", "VN");
  payload += field("59", qr.merchant_name);
  payload += field("60", qr.merchant_city);
  payload += field("62", field("01", qr.bill_number) + field("08", qr.memo));
  payload += kCrcField;
  return payload + fmt::format("{:04X}", crc16(payload));
}

Result<VietQr> read_vietqr(std::string_view payload) {
  if (payload.size() > kPayloadMax) return refused(fmt::format("longer than {} signs", kPayloadMax));
  if (!all(payload, is_printable)) return refused("a sign that is not printable ASCII");
  if (!payload.starts_with("000201") || payload.size() < 14) return refused("does not begin with 000201");
  if (const Done done = check_crc(payload); !done.ok()) return done.failure();
  const auto fields = read_fields(payload, "the payload");
  if (!fields.ok()) return fields.failure();
  if (fields->back().id != "63") return refused("field 63 is not the last");
  const std::string_view initiation = value_of(*fields, "01");
  if (initiation != "11" && initiation != "12") return refused("field 01 is neither 11 nor 12");
  if (value_of(*fields, "53") != kDong) return refused("field 53 is not 704 (đồng)");
  if (value_of(*fields, "58") != "VN") return refused("field 58 is not VN");

  VietQr qr;
  if (const Done done = read_merchant_account(value_of(*fields, "38"), qr); !done.ok()) return done.failure();
  qr.merchant_category = value_of(*fields, "52");
  std::string_view amount = value_of(*fields, "54");
  if (amount == ".") return refused("the amount is only a point");
  if (amount.ends_with('.')) amount.remove_suffix(1);  // "50000." is valid to read, though we write "50000"
  qr.amount = amount;
  qr.merchant_name = value_of(*fields, "59");
  qr.merchant_city = value_of(*fields, "60");
  const auto additional = read_fields(value_of(*fields, "62"), "field 62");
  if (!additional.ok()) return additional.failure();
  qr.bill_number = value_of(*additional, "01");
  qr.memo = value_of(*additional, "08");
  if (const Done done = check(qr); !done.ok()) return done.failure();
  return qr;
}

std::uint16_t crc16(std::string_view bytes) {
  unsigned crc = 0xFFFF;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned>(static_cast<unsigned char>(byte)) << 8;
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
    crc &= 0xFFFF;
  }
  return static_cast<std::uint16_t>(crc);
}

}  // namespace mn
