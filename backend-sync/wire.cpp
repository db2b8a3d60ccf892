#include "backend-sync/wire.h"

#include <nlohmann/json.hpp>

#include "core/json.h"

namespace mn {
namespace {

using nlohmann::json;

struct CauseWord {
  Cause cause;
  std::string_view text;
};
constexpr CauseWord kCauses[] = {{Cause::bad_input, "bad_input"},
                                 {Cause::not_found, "not_found"},
                                 {Cause::busy, "busy"},
                                 {Cause::refused, "refused"},
                                 {Cause::gap, "gap"},
                                 {Cause::conflict, "conflict"},
                                 {Cause::corrupt, "corrupt"},
                                 {Cause::unavailable, "unavailable"},
                                 {Cause::unknown, "unknown"}};

constexpr std::string_view kScheme = "Mangnon ";

Failure expected(std::string words) { return {Cause::bad_input, "expected " + std::move(words)}; }

json to_json(const Head& head) {
  return {{"digest", to_hex(head.digest)}, {"origin", origin_text(head.origin)}, {"seq", head.seq}};
}

std::string text_at(const json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::optional<std::uint64_t> number_at(const json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || !at->is_number_integer() || at->get<std::int64_t>() < 0) return std::nullopt;
  return static_cast<std::uint64_t>(at->get<std::int64_t>());
}

std::optional<Head> read_head(const json& object) {
  if (!object.is_object()) return std::nullopt;
  const std::optional<OriginId> origin = read_origin(text_at(object, "origin"));
  const std::optional<Digest> digest = array_from_hex<32>(text_at(object, "digest"));
  const std::optional<std::uint64_t> seq = number_at(object, "seq");
  if (!origin || !digest || !seq) return std::nullopt;
  return Head{*origin, *seq, *digest};
}

Result<std::vector<Head>> read_head_list(const json& object) {
  const auto list = object.find("heads");
  if (list == object.end() || !list->is_array() || list->size() > kHeadsMax) {
    return expected("\"heads\": a list of at most " + std::to_string(kHeadsMax));
  }
  std::vector<Head> heads;
  heads.reserve(list->size());
  for (const json& item : *list) {
    const std::optional<Head> head = read_head(item);
    if (!head) return expected("heads made of \"origin\", \"seq\" and \"digest\"");
    heads.push_back(*head);
  }
  return heads;
}

Result<json> read_object(std::string_view text, std::string_view what) {
  Result<json> object = parse_json(text, what);
  if (!object) return object.failure();
  if (!object->is_object()) return expected(std::string(what) + ": a JSON object");
  return object;
}

json heads_json(const HubHeads& heads) {
  json list = json::array();
  for (const Head& head : heads.heads) list.push_back(to_json(head));
  return {{"epoch", heads.epoch}, {"heads", std::move(list)}, {"position", heads.position}};
}

Digest digest_of(const Reading& reading) {
  const std::string text = "mangnon-read 1\n" + reading.campaign.text + "\n" + reading.epoch + "\n" + reading.method +
                           "\n" + reading.target + "\n" + to_hex(sha256(view_of(reading.body))) + "\n";
  return sha256(view_of(text));
}

}  // namespace

std::string_view cause_text(Cause cause) {
  for (const CauseWord& row : kCauses) {
    if (row.cause == cause) return row.text;
  }
  return "unknown";
}

std::optional<Cause> read_cause(std::string_view text) {
  for (const CauseWord& row : kCauses) {
    if (row.text == text) return row.cause;
  }
  return std::nullopt;
}

std::string heads_text(const HubHeads& heads) { return heads_json(heads).dump(); }

Result<HubHeads> read_heads(std::string_view text) {
  const Result<json> object = read_object(text, "heads");
  if (!object) return object.failure();
  HubHeads out;
  out.epoch = text_at(*object, "epoch");
  const std::optional<std::uint64_t> position = number_at(*object, "position");
  Result<std::vector<Head>> heads = read_head_list(*object);
  if (!heads) return heads.failure();
  if (out.epoch.empty() || !position) return expected("\"epoch\" and \"position\"");
  out.position = *position;
  out.heads = *std::move(heads);
  return out;
}

std::string head_text(const std::string& epoch, const Head& head) {
  json object = to_json(head);
  object["epoch"] = epoch;
  return object.dump();
}

std::string card_text(const HubCard& card) {
  return json{{"campaign", card.campaign.text},
              {"epoch", card.epoch},
              {"key", to_hex(card.key)},
              {"name", card.name},
              {"origin", origin_text(card.origin)}}
      .dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<HubCard> read_hub_card(std::string_view text) {
  const Result<json> object = read_object(text, "hub");
  if (!object) return object.failure();
  const std::optional<OriginId> origin = read_origin(text_at(*object, "origin"));
  const std::optional<PublicKey> key = array_from_hex<32>(text_at(*object, "key"));
  Result<CampaignId> campaign = read_campaign_id(text_at(*object, "campaign"));
  if (!origin || !key || origin_of(*key) != *origin) return expected("\"origin\" and the \"key\" it is made of");
  if (!campaign) return campaign.failure();
  HubCard card{*origin, *key, text_at(*object, "epoch"), *std::move(campaign), text_at(*object, "name")};
  if (card.epoch.empty()) return expected("\"epoch\"");
  return card;
}

std::string page_request_text(const PageRequest& request) {
  json heads = json::array();
  for (const Head& head : request.heads) heads.push_back(to_json(head));
  json without = json::array();
  for (const OriginId& origin : request.without) without.push_back(origin_text(origin));
  return json{{"heads", std::move(heads)}, {"max", request.entries_max}, {"without", std::move(without)}}.dump();
}

Result<PageRequest> read_page_request(std::string_view text) {
  const Result<json> object = read_object(text, "page");
  if (!object) return object.failure();
  PageRequest request;
  Result<std::vector<Head>> heads = read_head_list(*object);
  if (!heads) return heads.failure();
  request.heads = *std::move(heads);
  if (object->contains("max")) {
    const std::optional<std::uint64_t> most = number_at(*object, "max");
    if (!most || *most < 1 || *most > kPageEntriesMax)
      return expected("\"max\": 1 to " + std::to_string(kPageEntriesMax));
    request.entries_max = *most;
  }
  if (const auto without = object->find("without"); without != object->end()) {
    if (!without->is_array() || without->size() > kHeadsMax) return expected("\"without\": a list of origins");
    for (const json& item : *without) {
      const std::optional<OriginId> origin = item.is_string() ? read_origin(item.get<std::string>()) : std::nullopt;
      if (!origin) return expected("\"without\": a list of origins");
      request.without.insert(*origin);
    }
  }
  return request;
}

std::string feed_event(const HubHeads& changed) {
  return "id: " + std::to_string(changed.position) + "\nevent: heads\ndata: " + heads_text(changed) + "\n\n";
}

std::string reading_signature(const Reading& reading, const KeyPair& keys) {
  return std::string(kScheme) + to_hex(keys.public_key) + ":" + to_hex(sign(digest_of(reading), keys));
}

Result<OriginId> reader_of(const Reading& reading, std::string_view authorization) {
  const Failure unsigned_request{Cause::refused, "reading needs the header Authorization: Mangnon KEY:SIGNATURE"};
  if (!authorization.starts_with(kScheme)) return unsigned_request;
  authorization.remove_prefix(kScheme.size());
  const std::size_t colon = authorization.find(':');
  if (colon == std::string_view::npos) return unsigned_request;
  const std::optional<PublicKey> key = array_from_hex<32>(authorization.substr(0, colon));
  const std::optional<Signature> signature = array_from_hex<64>(authorization.substr(colon + 1));
  if (!key || !signature) return unsigned_request;
  if (!signature_holds(*signature, digest_of(reading), *key)) {
    return Failure{Cause::refused, "the reader's signature does not hold for this hub, campaign and request"};
  }
  return origin_of(*key);
}

void withhold(Run& run, Role reader) {
  if (reader != Role::display) return;
  for (Entry& entry : run) {
    if (entry.header.kind == Kind::contact) entry.body.reset();
  }
}

bool may_read(Role role) {
  switch (role) {
    case Role::display:
    case Role::hub:
    case Role::desk:
    case Role::accountant:
      return true;
    case Role::kiosk:
      return false;
  }
  return false;
}

}  // namespace mn
