// Who wrote an entry, which visit it belongs to, and how an entry is named.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/bytes.h"
#include "core/crypto.h"
#include "core/result.h"

namespace mn {

// The drive an entry belongs to: 1–32 of a-z, 0-9 and '-'. A rehearsal is another campaign, "rehearsal-…".
struct CampaignId {
  std::string text;
  auto operator<=>(const CampaignId&) const = default;
};
Result<CampaignId> read_campaign_id(std::string_view text);
bool is_rehearsal(const CampaignId& campaign);

// A journal's own writer: the first 16 bytes of the SHA-256 of its public key, so nobody can claim another's.
struct OriginId {
  ByteArray<16> bytes{};
  auto operator<=>(const OriginId&) const = default;
};
OriginId origin_of(const PublicKey& key);
std::string origin_text(const OriginId& origin);  // 32 hexadecimal digits
std::optional<OriginId> read_origin(std::string_view text);

// One visit, which is one append: UUID version 7 (RFC 9562), made before the first attempt to append, so that a
// repeated attempt is recognised.
struct VisitId {
  ByteArray<16> bytes{};
  auto operator<=>(const VisitId&) const = default;
};
VisitId visit_id(std::int64_t utc_ms, const ByteArray<10>& random);
std::string visit_text(const VisitId& visit);  // 8-4-4-4-12
std::optional<VisitId> read_visit(std::string_view text);

// An origin's entries are numbered 1, 2, 3 … without a gap; 0 means "none yet".
using Seq = std::uint64_t;

// The name of an entry, everywhere and for ever: "ORIGIN:SEQ".
struct EntryRef {
  OriginId origin;
  Seq seq = 0;
  auto operator<=>(const EntryRef&) const = default;
};
std::string entry_text(const EntryRef& ref);
std::optional<EntryRef> read_entry_ref(std::string_view text);

// One visit of one origin. Visits are looked up so, because another origin's id says nothing about ours.
struct VisitRef {
  OriginId origin;
  VisitId visit;
  auto operator<=>(const VisitRef&) const = default;
};

// Hashes for unordered maps; ids are already random, so a few of their bytes do.
struct IdHash {
  std::size_t operator()(const OriginId& id) const;
  std::size_t operator()(const VisitId& id) const;
  std::size_t operator()(const EntryRef& ref) const;
  std::size_t operator()(const VisitRef& ref) const;
};

}  // namespace mn
