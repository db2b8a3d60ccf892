// A bundle taken into a hub's or the fund's journal, by the rules of a push: examine → append → settle. The journal
// must have no other writer meanwhile.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "journal/bundle.h"
#include "journal/open.h"

namespace mn {

struct ImportReport {
  BundleInfo bundle;
  std::uint64_t added = 0;              // entries kept by this call
  std::uint64_t had = 0;                // entries that were here already
  std::map<OriginId, Failure> stopped;  // origins of which nothing more was taken, and why
};

// Takes what may be taken. A bundle that is changed, cut off or of another campaign is refused whole, and nothing is
// kept; an origin that may not write here is left out with words, and the others are taken. Importing again adds what
// was missing, and nothing twice. Any other Failure: some of it may be kept; import again.
Result<ImportReport> import_bundle(const std::filesystem::path& path, Own& into);

}  // namespace mn
