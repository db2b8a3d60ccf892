// VietQR payloads. Source: NAPAS 247 "QR Code format specification" 2021 on EMVCo QRCPS-MPM 1.1; layout in
// docs/vietqr.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace mn {

struct VietQr {
  std::string bank_bin = {};           // 6 digits
  std::string account = {};            // 1–19 of 0-9 A-Z a-z
  bool to_card = false;                // QRIBFTTC instead of QRIBFTTA
  std::string amount = {};             // "" or 1–13 digits, not 0, no separators
  std::string memo = {};               // 62/08: "" or 1–25 printable ASCII signs
  std::string bill_number = {};        // 62/01: same limits
  std::string merchant_category = {};  // "" or 4 digits
  std::string merchant_name = {};      // "" or ≤ 25 printable ASCII
  std::string merchant_city = {};      // "" or ≤ 15 printable ASCII
};

// The payload, CRC included. Static (11) without an amount, dynamic (12) with one. Each broken limit is refused with
// bad_input and its own words.
Result<std::string> vietqr_payload(const VietQr& qr);

// Reads one back; refuses a wrong CRC, nested lengths that do not add up, a missing or misplaced field.
Result<VietQr> read_vietqr(std::string_view payload);

// CRC-16/CCITT-FALSE: poly 1021, init FFFF, no reflection, no final xor. crc16("123456789") == 0x29B1.
std::uint16_t crc16(std::string_view bytes);

}  // namespace mn
