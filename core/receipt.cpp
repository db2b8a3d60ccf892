#include "core/receipt.h"

#include <array>

namespace mn {
namespace {

constexpr std::string_view kMark = "MANGNON1";
constexpr std::size_t kFields = 5;

std::string joined(const Receipt& receipt, char between) {
  std::string out(kMark);
  for (const std::string& field :
       {receipt.campaign.text, code_text(receipt.code), entry_text(receipt.entry), to_hex(receipt.digest)}) {
    out += between;
    out += field;
  }
  return out;
}

// Browsers and scanners write some signs of a fragment as %XX.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::optional<Bytes> byte = text[i] == '%' ? from_hex(text.substr(i + 1, 2)) : std::nullopt;
    const bool escape = byte && byte->size() == 1;
    out += escape ? static_cast<char>(byte->front()) : text[i];
    if (escape) i += 2;
  }
  return out;
}

Failure wrong(std::string_view part) {
  return {Cause::bad_input, "this is no receipt of a pledge: " + std::string(part)};
}

}  // namespace

std::string receipt_text(const Receipt& receipt, std::string_view check_url) {
  if (check_url.empty()) return joined(receipt, '|');
  return std::string(check_url.substr(0, check_url.find('#'))) + '#' + joined(receipt, '/');
}

Result<Receipt> read_receipt(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  if (text.size() > kReceiptBytesMax) return wrong("it is too long");
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  text = text.substr(0, text.find_last_not_of(kBlanks) + 1);
  const std::size_t fragment = text.rfind('#');
  const std::string plain = fragment == text.npos ? std::string(text) : unescaped(text.substr(fragment + 1));

  std::array<std::string, kFields> fields;
  std::size_t field = 0;
  for (const char sign : plain) {
    const bool between = sign == '|' || (fragment != text.npos && sign == '/');
    if (between && ++field == kFields) return wrong("it has more than five parts");
    if (!between) fields[field] += sign;
  }
  if (fields[0] != kMark) return wrong("it does not begin with MANGNON1");
  if (field + 1 != kFields) return wrong("it has fewer than five parts; is it cut off?");
  const Result<CampaignId> campaign = read_campaign_id(fields[1]);
  if (!campaign) return wrong("its campaign: " + campaign.failure().words);
  const CodeReading code = read_code(fields[2]);
  if (!code.code || code_text(*code.code) != fields[2]) return wrong("its pledge code is not valid");
  const std::optional<EntryRef> entry = read_entry_ref(fields[3]);
  if (!entry || entry_text(*entry) != fields[3]) return wrong("its entry is not ORIGIN:SEQ");
  const std::optional<Digest> digest = array_from_hex<32>(fields[4]);
  if (!digest) return wrong("its digest is not 64 hexadecimal digits; is it cut off?");
  return Receipt{*campaign, *code.code, *entry, *digest};
}

}  // namespace mn
