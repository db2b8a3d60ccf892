// The campaign file: everything about a drive that is not code. Read from JSON text; every mistake in it is named with
// its key and what was expected. The keys are described in docs/campaign-file.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/crypto.h"
#include "core/id.h"
#include "core/money.h"
#include "core/numbers.h"
#include "core/result.h"
#include "core/screen_settings.h"
#include "core/wording.h"
#include "core/words.h"

namespace mn {

struct Fund {
  std::string key;  // a-z, 0-9, '_'
  Wording name;
};

struct Account {
  std::string bank_bin;  // 6 digits, "" when the bank has none (State Treasury): then no QR
  std::string bank_name;
  std::string number;     // 1–19 of 0-9 A-Z
  std::string holder;     // as the bank writes it, ASCII capitals
  bool invented = false;  // true in this repository, always
};

// A wording that people agree to. Another wording is another version, and both stand in what is recorded.
struct ConsentText {
  std::string version;
  Wording text;
};

// What a gift of at least `from` does: "một suất quà Tết cho một em nhỏ".
struct Effect {
  Money from;
  Wording text;
};

struct Campaign {
  CampaignId id;
  Wording title;
  Wording theme;
  Wording fund_name;
  Wording place;
  LocalTime ceremony_on;
  LocalTime pay_by;
  Money goal;
  std::vector<Fund> funds;         // at least one; the first is the general one
  std::optional<Account> account;  // none: the kiosk shows no account and no QR
  Money amount_least;
  Money amount_most;
  Money amount_check;               // from here on the kiosk asks to check the zeros
  std::vector<Money> presets;       // for persons and families: 3 to 8, ascending
  std::vector<Money> unit_presets;  // for organisations: 3 to 8, ascending, or none
  Money qr_below;                   // one-shot transfer codes only below this (fast interbank transfer's ceiling)
  WordForms word_forms;
  ConsentText consent_contact;           // to keep name, phone and tax code
  ConsentText consent_publish;           // to show name and amount
  Wording privacy_notice;                // what the law wants said, for whoever asks to read it; "" when there is none
  std::optional<PublicKey> contact_key;  // X25519, the fund's; none: the kiosk asks for no contact
  std::string check_url;                 // where a receipt code can be checked; "" when there is no such page
  std::vector<Effect> effects;           // ascending
  std::vector<Wording> goods_units;      // of goods in kind: "bộ", "thùng", "kg"; none: the kiosk takes no goods
  std::vector<Wording> facts;            // for quiet minutes
  ScreenSettings screen;                 // of the hall's big screen
};

// `name` is the file's name, for the words of a failure: "lang-son-2025.json: account.bank_bin: expected 6 digits,
// found \"97\"". Unknown keys are mistakes too.
Result<Campaign> read_campaign(std::string_view json_text, std::string_view name);

const Fund* find_fund(const Campaign& campaign, std::string_view key);

// The greatest effect that a gift of this amount reaches; nullptr when there is none.
const Effect* effect_of(const Campaign& campaign, Money amount);

// Whether a transfer QR may be shown for this amount: an account with a BIN is set and the amount is below qr_below.
bool qr_allowed(const Campaign& campaign, Money amount);

}  // namespace mn
