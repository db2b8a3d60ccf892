#include "core/campaign.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/campaign_section.h"
#include "core/json.h"

namespace mn {
namespace {

using nlohmann::json;

constexpr std::size_t kNoticeLettersMax = 1600;
constexpr std::size_t kPresetsLeast = 3;
constexpr std::size_t kPresetsMost = 8;

bool all_of(std::string_view text, bool (*allowed)(char)) { return std::all_of(text.begin(), text.end(), allowed); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_key_sign(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || c == '_'; }
bool is_account_sign(char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); }
bool is_ascii_capital_text(char c) { return is_account_sign(c) || c == ' ' || c == '-' || c == '.' || c == '&'; }

std::vector<Fund> read_funds(Section& top, std::vector<std::string>& mistakes) {
  std::vector<Fund> out;
  const json* list = top.find("funds");
  if (list == nullptr || !list->is_array() || list->empty() || list->size() > 20) {
    top.wrong("funds", "a list of 1 to 20 funds", list);
    return out;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    Section section((*list)[i], fmt::format("funds[{}].", i), mistakes);
    Fund fund{section.text("key"), section.wording("name")};
    const bool twice = std::any_of(out.begin(), out.end(), [&](const Fund& other) { return other.key == fund.key; });
    if (!all_of(fund.key, is_key_sign) || twice) {
      section.wrong("key", "signs a-z, 0-9 and '_', each fund its own", section.find("key"));
    }
    section.finish();
    out.push_back(std::move(fund));
  }
  return out;
}

std::optional<Account> read_account(Section& top, std::vector<std::string>& mistakes) {
  const json* value = top.find("account");
  if (value == nullptr || value->is_null()) return std::nullopt;
  Section section(*value, "account.", mistakes);
  Account account;
  account.bank_bin = section.text("bank_bin", false);
  if (!account.bank_bin.empty() && (account.bank_bin.size() != 6 || !all_of(account.bank_bin, is_digit))) {
    section.wrong("bank_bin", "6 digits, or nothing for a bank without VietQR", section.find("bank_bin"));
  }
  account.bank_name = section.text("bank_name");
  account.number = section.text("number");
  if (account.number.size() > 19 || !all_of(account.number, is_account_sign)) {
    section.wrong("number", "1 to 19 signs 0-9 A-Z without spaces", section.find("number"));
  }
  account.holder = section.text("holder");
  if (!all_of(account.holder, is_ascii_capital_text)) {
    section.wrong("holder", "the holder as the bank writes it, in capitals without marks", section.find("holder"));
  }
  account.invented = section.flag("invented", false);
  section.finish();
  return account;
}

void read_amounts(Section& top, std::vector<std::string>& mistakes, Campaign& out) {
  const json* value = top.find("amounts");
  if (value == nullptr) return top.wrong("amounts", "an object with least, most, check, qr_below and presets", value);
  Section section(*value, "amounts.", mistakes);
  const std::size_t mistakes_before = mistakes.size();
  out.amount_least = section.money("least", Money{1}, kLargestPledge);
  out.amount_most = section.money("most", out.amount_least, kLargestPledge);
  // When the limits themselves are wrong, that is the mistake to name, not every amount outside them.
  const bool limits_hold = mistakes.size() == mistakes_before;
  const Money least_of_all = limits_hold ? out.amount_least : Money{1};
  const Money most_of_all = limits_hold ? out.amount_most : kLargestPledge;
  out.amount_check = section.money("check", least_of_all, kLargestPledge);
  out.qr_below = section.money("qr_below", Money{1}, kLargestPledge);
  out.presets =
      section.ascending("presets", section.find("presets"), kPresetsLeast, kPresetsMost, least_of_all, most_of_all);
  if (const json* units = section.find("unit_presets")) {
    out.unit_presets = section.ascending("unit_presets", units, kPresetsLeast, kPresetsMost, least_of_all, most_of_all);
  }
  section.finish();
}

WordForms read_word_forms(Section& top, std::vector<std::string>& mistakes) {
  WordForms forms;
  const json* value = top.find("word_forms");
  if (value == nullptr) return forms;
  Section section(*value, "word_forms.", mistakes);
  forms.le_for_linh = section.flag("le_for_linh", false);
  forms.ngan_for_nghin = section.flag("ngan_for_nghin", false);
  forms.ti_for_ty = section.flag("ti_for_ty", false);
  forms.bon_for_tu = section.flag("bon_for_tu", false);
  section.finish();
  return forms;
}

void read_consent(Section& top, std::vector<std::string>& mistakes, Campaign& out) {
  const json* value = top.find("consent");
  if (value == nullptr) return top.wrong("consent", "an object with contact and publish", value);
  Section section(*value, "consent.", mistakes);
  const auto text_of = [&](const char* key) {
    const json* inner = section.find(key);
    if (inner == nullptr) return section.wrong(key, "an object with version and text", inner), ConsentText{};
    Section fields(*inner, std::string("consent.") + key + ".", mistakes);
    ConsentText text{fields.text("version"), fields.wording("text")};
    fields.finish();
    return text;
  };
  out.consent_contact = text_of("contact");
  out.consent_publish = text_of("publish");
  if (section.has("notice")) out.privacy_notice = section.wording("notice", kNoticeLettersMax);
  section.finish();
}

std::vector<Effect> read_effects(Section& top, std::vector<std::string>& mistakes) {
  std::vector<Effect> out;
  const json* list = top.find("effects");
  if (list == nullptr) return out;
  if (!list->is_array() || list->size() > 20) return top.wrong("effects", "a list of at most 20 effects", list), out;
  for (std::size_t i = 0; i < list->size(); ++i) {
    Section section((*list)[i], fmt::format("effects[{}].", i), mistakes);
    const Money least = out.empty() ? Money{1} : Money{out.back().from.dong + 1};
    out.push_back({section.money("from", least, std::max(least, kLargestPledge)), section.wording("text")});
    section.finish();
  }
  return out;
}

std::optional<PublicKey> read_contact_key(Section& top) {
  const json* value = top.find("contact_key");
  if (value == nullptr) return std::nullopt;
  std::optional<PublicKey> key;
  if (value->is_string()) key = array_from_hex<32>(value->get_ref<const std::string&>());
  if (!key) top.wrong("contact_key", "64 hexadecimal digits, as mangnon contact-key new prints them", value);
  return key;
}

std::string read_check_url(Section& top) {
  const std::string url = top.text("check_url", false);
  const bool plain = std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < 0x7F && c != '#'; });
  if (!url.empty() && (!plain || !url.starts_with("https://") || url.size() > 120)) {
    top.wrong("check_url", "an address that begins with https://, at most 120 signs, without #", top.find("check_url"));
  }
  return url;
}

}  // namespace

Result<Campaign> read_campaign(std::string_view json_text, std::string_view name) {
  Result<json> parsed = parse_json(json_text, name);
  if (!parsed) return parsed.failure();
  std::vector<std::string> mistakes;
  Campaign out;
  Section top(*parsed, "", mistakes);
  if (const json* format = top.find("format"); format == nullptr || *format != 1) {
    top.wrong("format", "1, the version of this format", format);
  }
  const std::string id_text = top.text("id");
  Result<CampaignId> id = read_campaign_id(id_text);
  if (id) out.id = *std::move(id);
  if (!id && !id_text.empty()) top.wrong("id", id.failure().words.substr(sizeof "expected"), top.find("id"));
  out.title = top.wording("title");
  out.theme = top.wording("theme");
  out.fund_name = top.wording("fund_name");
  out.place = top.wording("place");
  out.ceremony_on = top.day("ceremony_on");
  out.pay_by = top.day("pay_by");
  if (mistakes.empty() && out.pay_by < out.ceremony_on) {
    top.wrong("pay_by", "a day not before ceremony_on", top.find("pay_by"));
  }
  out.goal = top.money("goal", Money{1}, Money{1'000'000'000'000'000});
  out.funds = read_funds(top, mistakes);
  out.account = read_account(top, mistakes);
  read_amounts(top, mistakes, out);
  out.word_forms = read_word_forms(top, mistakes);
  read_consent(top, mistakes, out);
  out.contact_key = read_contact_key(top);
  out.check_url = read_check_url(top);
  out.effects = read_effects(top, mistakes);
  out.goods_units = top.wordings("goods_units", 8);
  out.facts = top.wordings("facts", 50);
  out.screen = read_screen_settings(top, mistakes);
  top.finish();
  if (mistakes.empty()) return out;
  std::string words;
  for (const std::string& mistake : mistakes) words += (words.empty() ? "" : "\n") + std::string(name) + ": " + mistake;
  return Failure{Cause::bad_input, words};
}

const std::string& Wording::in(Language language) const {
  switch (language) {
    case Language::vi:
      return vi;
    case Language::en:
      return en.empty() ? vi : en;
    case Language::zh:
      return zh.empty() ? in(Language::en) : zh;
  }
  return vi;
}

const Effect* effect_of(const Campaign& campaign, Money amount) {
  const Effect* best = nullptr;
  for (const Effect& effect : campaign.effects) {
    if (effect.from <= amount) best = &effect;
  }
  return best;
}

const Fund* find_fund(const Campaign& campaign, std::string_view key) {
  const auto at =
      std::find_if(campaign.funds.begin(), campaign.funds.end(), [&](const Fund& f) { return f.key == key; });
  return at == campaign.funds.end() ? nullptr : &*at;
}

bool qr_allowed(const Campaign& campaign, Money amount) {
  return campaign.account && !campaign.account->bank_bin.empty() && amount < campaign.qr_below;
}

}  // namespace mn
