#include "core/entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "core/check.h"

namespace mn {
namespace {

// "MNG" and the format's version; a reader that finds another refuses instead of guessing.
constexpr ByteArray<4> kMagic = {'M', 'N', 'G', 1};
constexpr std::size_t kCampaignField = 32;
constexpr std::uint8_t kHasBody = 1;
constexpr std::uint8_t kHasSignature = 2;

template <class Integer>
std::uint8_t* put(std::uint8_t* at, Integer value) {
  for (std::size_t i = 0; i < sizeof value; ++i) {
    at[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (8 * (sizeof value - 1 - i)));
  }
  return at + sizeof value;
}

template <class Integer>
Integer take(const std::uint8_t* at) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof(Integer); ++i) value = value << 8 | at[i];
  return static_cast<Integer>(value);
}

template <std::size_t N>
void take_array(const std::uint8_t* at, ByteArray<N>& out) {
  std::memcpy(out.data(), at, N);
}

Failure malformed(std::string words) { return {Cause::corrupt, "entry header: " + std::move(words)}; }

}  // namespace

std::string_view kind_text(Kind kind) {
  switch (kind) {
    case Kind::born:
      return "born";
    case Kind::pledged:
      return "pledged";
    case Kind::named:
      return "named";
    case Kind::contact:
      return "contact";
    case Kind::consented:
      return "consented";
    case Kind::voided:
      return "voided";
    case Kind::screened:
      return "screened";
    case Kind::announced:
      return "announced";
    case Kind::paid:
      return "paid";
    case Kind::delivered:
      return "delivered";
    case Kind::written_off:
      return "written_off";
    case Kind::matched:
      return "matched";
    case Kind::counted:
      return "counted";
    case Kind::cued:
      return "cued";
    case Kind::opened:
      return "opened";
    case Kind::closed:
      return "closed";
    case Kind::enrolled:
      return "enrolled";
    case Kind::revoked:
      return "revoked";
    case Kind::called:
      return "called";
    case Kind::answered:
      return "answered";
  }
  return "unknown";
}

HeaderBytes encode_header(const Header& header) {
  MN_CHECK(header.campaign.text.size() <= kCampaignField, "a campaign id fits its field");
  HeaderBytes out{};
  std::uint8_t* at = std::copy(kMagic.begin(), kMagic.end(), out.data());
  at = put(at, static_cast<std::uint16_t>(header.kind));
  at = put(at, std::uint16_t{0});
  at = put(at, header.seq);
  at = put(at, header.made_at_us);
  std::memcpy(at, header.campaign.text.data(), header.campaign.text.size());
  at += kCampaignField;
  at = std::copy(header.origin.bytes.begin(), header.origin.bytes.end(), at);
  at = std::copy(header.visit.bytes.begin(), header.visit.bytes.end(), at);
  at = std::copy(header.previous.begin(), header.previous.end(), at);
  at = std::copy(header.body.begin(), header.body.end(), at);
  MN_CHECK(at == out.data() + out.size(), "the header's fields fill it");
  return out;
}

Result<Header> decode_header(ByteView bytes) {
  if (bytes.size() != kHeaderSize) return malformed(fmt::format("{} bytes, expected {}", bytes.size(), kHeaderSize));
  const std::uint8_t* at = bytes.data();
  if (!std::equal(kMagic.begin(), kMagic.end(), at)) return malformed("not an entry of format v1");
  Header header;
  const auto kind = take<std::uint16_t>(at + 4);
  if (kind == 0 || kind > kKindLast) return malformed(fmt::format("kind {} is not known to format v1", kind));
  header.kind = static_cast<Kind>(kind);
  if (take<std::uint16_t>(at + 6) != 0) return malformed("reserved bytes are not zero");
  header.seq = take<std::uint64_t>(at + 8);
  if (header.seq == 0 || header.seq > INT64_MAX) return malformed("seq out of range");
  header.made_at_us = take<std::int64_t>(at + 16);
  const char* name = reinterpret_cast<const char*>(at + 24);
  const std::size_t name_size = strnlen(name, kCampaignField);
  const bool padded = std::all_of(name + name_size, name + kCampaignField, [](char c) { return c == 0; });
  Result<CampaignId> campaign = read_campaign_id({name, name_size});
  if (!campaign || !padded) return malformed("campaign id is malformed");
  header.campaign = *std::move(campaign);
  take_array(at + 56, header.origin.bytes);
  take_array(at + 72, header.visit.bytes);
  take_array(at + 88, header.previous);
  take_array(at + 120, header.body);
  if (header.seq == 1 && header.previous != Digest{}) return malformed("the first entry names a previous one");
  return header;
}

Result<Entry> read_entry(ByteView header_bytes, std::optional<Bytes> body, std::optional<Signature> signature) {
  Result<Header> header = decode_header(header_bytes);
  if (!header) return header.failure();
  Entry entry;
  std::memcpy(entry.bytes.data(), header_bytes.data(), kHeaderSize);
  entry.header = *std::move(header);
  entry.digest = sha256(entry.bytes);
  if (body && (body->size() > kBodySizeMax || sha256(*body) != entry.header.body)) {
    return Failure{Cause::corrupt,
                   "entry " + entry_text(entry.ref()) + ": the body is not the one the header was made for"};
  }
  entry.body = std::move(body);
  entry.signature = signature;
  return entry;
}

Done check_run(const Run& run, const PublicKey& key) {
  if (run.empty() || run.size() > kRunEntriesMax) {
    return Failure{Cause::bad_input, fmt::format("a run holds 1 to {} entries, not {}", kRunEntriesMax, run.size())};
  }
  for (std::size_t i = 1; i < run.size(); ++i) {
    const Header& before = run[i - 1].header;
    const Header& header = run[i].header;
    if (header.origin != before.origin || header.campaign != before.campaign || header.seq != before.seq + 1) {
      return Failure{Cause::bad_input, "a run holds consecutive entries of one origin and one campaign"};
    }
    if (header.previous != run[i - 1].digest) {
      return Failure{Cause::corrupt, "entry " + entry_text(run[i].ref()) + ": does not follow the entry before it"};
    }
  }
  const Entry& last = run.back();
  if (origin_of(key) != last.header.origin) return Failure{Cause::refused, "the key is not this origin's"};
  if (!last.signature)
    return Failure{Cause::refused, "entry " + entry_text(last.ref()) + ": a run ends with a signature"};
  if (!signature_holds(*last.signature, last.digest, key)) {
    return Failure{Cause::corrupt, "entry " + entry_text(last.ref()) + ": the signature does not hold"};
  }
  return {};
}

Bytes pack(const std::vector<Entry>& entries) {
  Bytes out;
  for (const Entry& entry : entries) {
    out.insert(out.end(), entry.bytes.begin(), entry.bytes.end());
    const std::size_t body_size = entry.body ? entry.body->size() : 0;
    out.push_back(static_cast<std::uint8_t>((entry.body ? kHasBody : 0) | (entry.signature ? kHasSignature : 0)));
    out.push_back(static_cast<std::uint8_t>(body_size >> 8));
    out.push_back(static_cast<std::uint8_t>(body_size & 255));
    if (entry.body) out.insert(out.end(), entry.body->begin(), entry.body->end());
    if (entry.signature) out.insert(out.end(), entry.signature->begin(), entry.signature->end());
  }
  return out;
}

Result<std::vector<Entry>> unpack(ByteView bytes, std::size_t entries_max) {
  std::vector<Entry> out;
  while (!bytes.empty()) {
    if (out.size() == entries_max) return Failure{Cause::bad_input, fmt::format("more than {} entries", entries_max)};
    if (bytes.size() < kHeaderSize + 3) return Failure{Cause::corrupt, "packed entries end in the middle of one"};
    const ByteView header = bytes.first(kHeaderSize);
    const std::uint8_t flags = bytes[kHeaderSize];
    const std::size_t body_size = take<std::uint16_t>(bytes.data() + kHeaderSize + 1);
    bytes = bytes.subspan(kHeaderSize + 3);
    const bool has_body = (flags & kHasBody) != 0;
    const std::size_t signature_size = (flags & kHasSignature) != 0 ? std::tuple_size_v<Signature> : 0;
    if (flags > 3 || body_size > kBodySizeMax || (!has_body && body_size != 0)) {
      return Failure{Cause::corrupt, "packed entry: flags or body length are wrong"};
    }
    if (bytes.size() < body_size + signature_size) {
      return Failure{Cause::corrupt, "packed entries end in the middle of one"};
    }
    std::optional<Bytes> body;
    if (has_body) body.emplace(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(body_size));
    const std::optional<Signature> signature =
        signature_size != 0 ? array_of<64>(bytes.subspan(body_size, signature_size)) : std::nullopt;
    bytes = bytes.subspan(body_size + signature_size);
    Result<Entry> entry = read_entry(header, std::move(body), signature);
    if (!entry) return entry.failure();
    out.push_back(*std::move(entry));
  }
  return out;
}

}  // namespace mn
