#include "core/id.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace mn {
namespace {

constexpr std::size_t kCampaignIdMax = 32;

std::size_t tail_hash(const ByteArray<16>& bytes) {
  std::size_t hash = 0;
  std::memcpy(&hash, bytes.data() + 8, sizeof hash);
  return hash;
}

}  // namespace

Result<CampaignId> read_campaign_id(std::string_view text) {
  const bool signs_ok = std::all_of(
      text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  if (text.empty() || text.size() > kCampaignIdMax || !signs_ok) {
    return Failure{Cause::bad_input, "expected a campaign id of 1 to 32 signs a-z, 0-9 and '-', such as lang-son-2025"};
  }
  return CampaignId{std::string(text)};
}

bool is_rehearsal(const CampaignId& campaign) { return campaign.text.starts_with("rehearsal-"); }

OriginId origin_of(const PublicKey& key) {
  const Digest digest = sha256(key);
  OriginId origin;
  std::copy_n(digest.begin(), origin.bytes.size(), origin.bytes.begin());
  return origin;
}

std::string origin_text(const OriginId& origin) { return to_hex(origin.bytes); }

std::optional<OriginId> read_origin(std::string_view text) {
  const auto bytes = array_from_hex<16>(text);
  if (!bytes) return std::nullopt;
  return OriginId{*bytes};
}

VisitId visit_id(std::int64_t utc_ms, const ByteArray<10>& random) {
  VisitId id;
  for (std::size_t i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>(utc_ms >> (8 * (5 - i)));
  std::copy(random.begin(), random.end(), id.bytes.begin() + 6);
  id.bytes[6] = static_cast<std::uint8_t>(0x70 | (id.bytes[6] & 0x0f));
  id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3f));
  return id;
}

std::string visit_text(const VisitId& visit) {
  std::string hex = to_hex(visit.bytes);
  for (const std::size_t dash : {8U, 13U, 18U, 23U}) hex.insert(dash, 1, '-');
  return hex;
}

std::optional<VisitId> read_visit(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  std::string hex;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash_place = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash_place != (text[i] == '-')) return std::nullopt;
    if (!dash_place) hex.push_back(text[i]);
  }
  const auto bytes = array_from_hex<16>(hex);
  if (!bytes) return std::nullopt;
  return VisitId{*bytes};
}

std::string entry_text(const EntryRef& ref) { return origin_text(ref.origin) + ":" + std::to_string(ref.seq); }

std::optional<EntryRef> read_entry_ref(std::string_view text) {
  if (text.size() < 34 || text[32] != ':') return std::nullopt;
  const std::optional<OriginId> origin = read_origin(text.substr(0, 32));
  Seq seq = 0;
  const auto [end, error] = std::from_chars(text.data() + 33, text.data() + text.size(), seq);
  if (!origin || error != std::errc() || end != text.data() + text.size() || text[33] == '0') return std::nullopt;
  return EntryRef{*origin, seq};
}

std::size_t IdHash::operator()(const OriginId& id) const { return tail_hash(id.bytes); }
std::size_t IdHash::operator()(const VisitId& id) const { return tail_hash(id.bytes); }
std::size_t IdHash::operator()(const EntryRef& ref) const {
  return tail_hash(ref.origin.bytes) ^ (ref.seq * 0x9e3779b97f4a7c15ULL);
}
std::size_t IdHash::operator()(const VisitRef& ref) const {
  return tail_hash(ref.origin.bytes) ^ tail_hash(ref.visit.bytes);
}

}  // namespace mn
