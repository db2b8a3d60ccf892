// The campaign file: everything about a drive that is not code. Read from JSON text; every mistake in it is named with
// its key and what was expected. The keys are described in docs/campaign-file.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.h"
#include "core/money.h"
#include "core/numbers.h"
#include "core/result.h"
#include "core/words.h"

namespace mn {

struct Wording {
  std::string vi;
  std::string en;
  const std::string& in(Language language) const { return language == Language::en && !en.empty() ? en : vi; }
};

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
  Money amount_check;          // from here on the kiosk asks to check the zeros
  std::vector<Money> presets;  // 3 to 8, ascending
  Money qr_below;              // one-shot transfer codes only below this (fast interbank transfer's ceiling)
  WordForms word_forms;
  std::string consent_version;
  std::vector<Wording> facts;  // for quiet minutes
};

// `name` is the file's name, for the words of a failure: "lang-son-2025.json: account.bank_bin: expected 6 digits,
// found \"97\"". Unknown keys are mistakes too.
Result<Campaign> read_campaign(std::string_view json_text, std::string_view name);

const Fund* find_fund(const Campaign& campaign, std::string_view key);

// Whether a transfer QR may be shown for this amount: an account with a BIN is set and the amount is below qr_below.
bool qr_allowed(const Campaign& campaign, Money amount);

}  // namespace mn
