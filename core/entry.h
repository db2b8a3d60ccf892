// The one noun that travels the whole way: an entry, format v1. Its bytes are described in docs/journal-format.md;
// golden files in tests/golden must read for ever. Bytes are hashed, signed, kept and sent as they are; nothing is
// re-serialised to be checked.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/crypto.h"
#include "core/id.h"
#include "core/result.h"

namespace mn {

// What happened. Past tense; numbers are part of the format and never change.
enum class Kind : std::uint16_t {
  born = 1,     // an origin's first entry: its public key and name
  pledged = 2,  // numbers only
  named = 3,    // the name and message to show; erasable
  contact = 4,  // sealed for the fund; erasable
  consented = 5,
  voided = 6,
  screened = 7,
  announced = 8,
  paid = 9,
  delivered = 10,
  written_off = 11,
  matched = 12,
  counted = 13,
  cued = 14,
  opened = 15,
  closed = 16,
  enrolled = 17,
  revoked = 18,
  called = 19,    // somebody at a kiosk asked for help
  answered = 20,  // and staff came, or it was no longer needed
};
inline constexpr std::uint16_t kKindLast = 20;
std::string_view kind_text(Kind kind);

inline constexpr std::size_t kHeaderSize = 152;    // bytes
inline constexpr std::size_t kBodySizeMax = 4096;  // bytes, the 16 random ones included
inline constexpr std::size_t kRunEntriesMax = 500;
inline constexpr std::size_t kAppendEntriesMax = 16;  // one visit
using HeaderBytes = ByteArray<kHeaderSize>;

struct Header {
  Kind kind{};
  Seq seq = 0;
  std::int64_t made_at_us = 0;  // UTC, for people; order never depends on it
  CampaignId campaign;
  OriginId origin;
  VisitId visit;
  Digest previous{};  // digest of this origin's entry seq - 1; zeros for seq 1
  Digest body{};      // SHA-256 of the body's bytes
};

HeaderBytes encode_header(const Header& header);
// Strict: there is exactly one encoding of a header, so encode(decode(bytes)) == bytes.
Result<Header> decode_header(ByteView bytes);

// Made by seal() or read_entry() only, so that `header`, `digest` and `bytes` agree and a body that is present has its
// digest.
struct Entry {
  HeaderBytes bytes{};
  Header header;
  Digest digest{};                     // SHA-256 of `bytes`
  std::optional<Bytes> body;           // absent: withheld from this copy, or erased; the chain still verifies
  std::optional<Signature> signature;  // over `digest`, by the origin's key; the last entry of a run has one

  EntryRef ref() const { return {header.origin, header.seq}; }
};

// Fails with corrupt when the header is malformed or the body is not the one the header was made for.
Result<Entry> read_entry(ByteView header_bytes, std::optional<Bytes> body, std::optional<Signature> signature);

// Where an origin stands. seq 0: nothing yet.
struct Head {
  OriginId origin;
  Seq seq = 0;
  Digest digest{};
  auto operator<=>(const Head&) const = default;
};

// Consecutive entries of one origin; the last is signed, and because digests are chained that signature covers all
// before it.
using Run = std::vector<Entry>;

// Checks that a run is one: not empty, at most kRunEntriesMax, one origin and campaign, consecutive, chained, last one
// signed by `key`. Does not say whether it continues anything: that is the journal's append.
Done check_run(const Run& run, const PublicKey& key);

// Entries as bytes, for the wire, bundles and golden files: each is header (152) · flags (1: bit 0 body, bit 1
// signature) · body length (2, big-endian) · body · signature (64). unpack fails with bad_input or corrupt; at most
// entries_max.
Bytes pack(const std::vector<Entry>& entries);
Result<std::vector<Entry>> unpack(ByteView bytes, std::size_t entries_max = kRunEntriesMax);

}  // namespace mn
