// The bytes of a bundle: a whole journal in one file that people can carry, when no network does
// (docs/bundle-format.md). Pure: values in, bytes out, and back. Knows nothing of what entries say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/entry.h"

namespace mn {

inline constexpr std::string_view kBundleMagic = "MNBUNDLE";
inline constexpr std::uint16_t kBundleVersion = 1;
inline constexpr std::string_view kBundleEnding = ".mnb";
inline constexpr std::size_t kBundleHeadSize = 14;           // magic (8), version (2), length of the card (4)
inline constexpr std::size_t kBundleCardBytesMax = 2 << 20;  // 10,000 heads fit
inline constexpr std::size_t kBundleHeadsMax = 10'000;
inline constexpr std::size_t kBundleRunBytesMax = kRunEntriesMax * (kHeaderSize + 3 + kBodySizeMax + 64);
inline constexpr std::size_t kBundleTailSize = 12 + 32 + 1;  // 0 (4), entry count (8), SHA-256 (32), signed (1)

// Who made it, of what, and what is in it.
struct BundleCard {
  CampaignId campaign;
  std::string epoch;             // of the journal it was made of
  std::string name;              // what people call that journal
  std::string program;           // "mangnon-kiosk 0.1.0"
  std::int64_t made_at_us = 0;   // by that machine's clock
  std::optional<PublicKey> key;  // of the origin that signed; nothing: not signed
  std::vector<Head> heads;       // ordered by origin; what every origin's entries lead to
};

// The file up to its first run: magic, version, card.
Bytes bundle_start(const BundleCard& card);

struct BundleHead {
  std::uint16_t version = 0;
  std::size_t card_size = 0;
};
// Of the first kBundleHeadSize bytes. Fails with bad_input: no bundle, or one of a later version.
Result<BundleHead> read_bundle_head(ByteView bytes);
Result<BundleCard> read_bundle_card(std::string_view json_text);

// A run as it stands in the file: length (4, big-endian), packed entries.
Bytes bundle_run(const Run& run);

// After the last run: a length of 0, the count of entries. Both belong to what is hashed.
Bytes bundle_end(std::uint64_t entry_count);

std::uint32_t read_u32(ByteView bytes);
std::uint64_t read_u64(ByteView bytes);

// "mangnon-ki-ot-1-20250529-081500": letters, digits and '-' only, whatever the kiosk is called. Without the ending.
std::string bundle_file_name(std::string_view journal_name, std::int64_t made_at_us);

}  // namespace mn
