// A whole journal as one file on a stick: the way out when the network never comes. Written so that what has a bundle's
// name is whole, read so that what was changed or cut off is refused whole. Who may write what is decided elsewhere
// (backend-sync/receiving.h); here is only whether the bytes are those that were written.
#pragma once

#include <filesystem>
#include <functional>

#include "journal/bundle_format.h"
#include "journal/journal.h"

namespace mn {

struct BundleOrder {
  std::filesystem::path folder;   // of the stick, or any other
  std::string name;               // of the journal, for people: "Ki-ốt 1"
  std::string program;            // "mangnon-kiosk 0.1.0"
  std::int64_t now_us = 0;        // for the file's name and card
  const KeyPair* keys = nullptr;  // of the journal's own origin; without them the bundle is not signed
};

struct BundleInfo {
  std::filesystem::path path;
  BundleCard card;
  std::uint64_t entry_count = 0;
  std::uint64_t bytes = 0;
};

// Writes what the journal holds now, reads it back off the medium and checks it, and only then gives it its name; a
// file left by an interrupted export is taken away first, so trying again is all there is to do. The journal may be in
// use. When this has returned, the stick may be pulled out. Fails with unavailable (no space, the stick is gone,
// read-only), with corrupt (the medium did not keep what was written), or as the journal does; then no bundle is left.
Result<BundleInfo> export_bundle(JournalReader& journal, const BundleOrder& order);

// Reads all of it and proves it: its hash, its signature when it has one, every origin's chain from its first entry and
// by its own key, and that it ends where the card says. Fails with not_found, unavailable, bad_input (no bundle) or
// corrupt (changed, or cut off), and words for the person with the stick.
Result<BundleInfo> check_bundle(const std::filesystem::path& path);

// Gives every run of a bundle, in order; stops at the first Failure of `take`. The hash is known only at the end, so
// check_bundle comes first. An origin's runs follow each other; the origin that signed comes first.
using TakeRun = std::function<Done(const Run& run)>;
Result<BundleInfo> read_bundle(const std::filesystem::path& path, const TakeRun& take);

}  // namespace mn
