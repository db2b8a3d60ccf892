#include "journal/bundle_format.h"

#include <fmt/format.h>

#include "core/json.h"
#include "core/numbers.h"
#include "core/text.h"

namespace mn {
namespace {

using nlohmann::json;

constexpr std::size_t kNameBytesMax = 40;  // of the file's name

template <class Number>
void put(Bytes& out, Number number) {
  for (std::size_t i = sizeof(Number); i-- > 0;) out.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
}

Failure wrong_card(const std::string& key) {
  return {Cause::corrupt, "the bundle's card: " + key + " is missing or wrong"};
}

std::string text_at(const json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::optional<std::int64_t> number_at(const json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || !at->is_number_integer()) return std::nullopt;
  return at->get<std::int64_t>();
}

std::optional<std::vector<Head>> read_heads_of(const json& object) {
  const auto list = object.find("heads");
  if (list == object.end() || !list->is_array() || list->size() > kBundleHeadsMax) return std::nullopt;
  std::vector<Head> heads;
  for (const json& item : *list) {
    if (!item.is_object()) return std::nullopt;
    const std::optional<OriginId> origin = read_origin(text_at(item, "origin"));
    const std::optional<Digest> digest = array_from_hex<32>(text_at(item, "digest"));
    const std::optional<std::int64_t> seq = number_at(item, "seq");
    if (!origin || !digest || !seq || *seq < 1) return std::nullopt;
    if (!heads.empty() && !(heads.back().origin < *origin)) return std::nullopt;
    heads.push_back({*origin, static_cast<Seq>(*seq), *digest});
  }
  return heads;
}

}  // namespace

Bytes bundle_start(const BundleCard& card) {
  json heads = json::array();
  for (const Head& head : card.heads) {
    heads.push_back({{"digest", to_hex(head.digest)}, {"origin", origin_text(head.origin)}, {"seq", head.seq}});
  }
  const json object = {{"campaign", card.campaign.text},
                       {"epoch", card.epoch},
                       {"heads", heads},
                       {"key", card.key ? to_hex(*card.key) : std::string()},
                       {"made_at_us", card.made_at_us},
                       {"name", card.name},
                       {"program", card.program}};
  const std::string text = object.dump(-1, ' ', false, json::error_handler_t::replace);
  Bytes out(kBundleMagic.begin(), kBundleMagic.end());
  put(out, kBundleVersion);
  put(out, static_cast<std::uint32_t>(text.size()));
  out.insert(out.end(), text.begin(), text.end());
  return out;
}

Result<BundleHead> read_bundle_head(ByteView bytes) {
  if (bytes.size() < kBundleHeadSize || text_of(bytes.first(kBundleMagic.size())) != kBundleMagic)
    return Failure{Cause::bad_input, "this is no bundle of mangnon's"};
  BundleHead head;
  head.version = static_cast<std::uint16_t>(bytes[8] << 8 | bytes[9]);
  head.card_size = read_u32(bytes.subspan(10, 4));
  if (head.version != kBundleVersion) {
    return Failure{Cause::bad_input, fmt::format("this bundle is of version {}, and this program reads version {}",
                                                 head.version, kBundleVersion)};
  }
  if (head.card_size > kBundleCardBytesMax) return Failure{Cause::corrupt, "the bundle's card is too long"};
  return head;
}

Result<BundleCard> read_bundle_card(std::string_view json_text) {
  const Result<json> object = parse_json(json_text, "the bundle's card");
  if (!object) return Failure{Cause::corrupt, object.failure().words};
  if (!object->is_object()) return wrong_card("it");
  BundleCard card;
  const Result<CampaignId> campaign = read_campaign_id(text_at(*object, "campaign"));
  if (!campaign) return wrong_card("campaign");
  card.campaign = *campaign;
  card.epoch = text_at(*object, "epoch");
  card.program = text_at(*object, "program");
  card.name = text_at(*object, "name");
  const std::optional<std::int64_t> made_at_us = number_at(*object, "made_at_us");
  if (!made_at_us) return wrong_card("made_at_us");
  card.made_at_us = *made_at_us;
  const std::string key = text_at(*object, "key");
  card.key = array_from_hex<32>(key);
  if (!card.key && !key.empty()) return wrong_card("key");
  std::optional<std::vector<Head>> heads = read_heads_of(*object);
  if (!heads) return wrong_card("heads");
  card.heads = *std::move(heads);
  return card;
}

Bytes bundle_run(const Run& run) {
  const Bytes packed = pack(run);
  Bytes out;
  out.reserve(packed.size() + 4);
  put(out, static_cast<std::uint32_t>(packed.size()));
  out.insert(out.end(), packed.begin(), packed.end());
  return out;
}

Bytes bundle_end(std::uint64_t entry_count) {
  Bytes out;
  put(out, std::uint32_t{0});
  put(out, entry_count);
  return out;
}

std::uint32_t read_u32(ByteView bytes) {
  std::uint32_t number = 0;
  for (const std::uint8_t byte : bytes.first(4)) number = number << 8 | byte;
  return number;
}

std::uint64_t read_u64(ByteView bytes) {
  std::uint64_t number = 0;
  for (const std::uint8_t byte : bytes.first(8)) number = number << 8 | byte;
  return number;
}

std::string bundle_file_name(std::string_view journal_name, std::int64_t made_at_us) {
  std::string name;
  for (const char sign : fold(journal_name)) {
    const bool letter = sign >= 'A' && sign <= 'Z';
    const bool digit = sign >= '0' && sign <= '9';
    if (letter || digit) {
      name += letter ? static_cast<char>(sign - 'A' + 'a') : sign;
    } else if (!name.empty() && !name.ends_with('-')) {
      name += '-';
    }
    if (name.size() == kNameBytesMax) break;
  }
  if (name.ends_with('-')) name.pop_back();
  const LocalTime at = local_time(made_at_us);
  return fmt::format("mangnon-{}{}{:04}{:02}{:02}-{:02}{:02}{:02}", name, name.empty() ? "" : "-", at.year, at.month,
                     at.day, at.hour, at.minute, at.second);
}

}  // namespace mn
