// Proofs about what donors said: every donor who was thanked finds their own words, gift and ways in a kiosk's journal,
// the fund opens exactly the contacts that were given, and every slip asked for lies in its folder.
#pragma once

#include "core/campaign.h"
#include "tests/demo/donors.h"
#include "tests/demo/proof.h"

namespace mn::demo {

// Each of `thanked` is kept once as it was said. `kiosks`: all of the kiosks' journals.
Proof prove_kept_as_said(const std::vector<Donor>& thanked, const std::vector<Folded>& kiosks,
                         const Campaign& campaign);

// `opened`: what mangnon contacts printed, a line each of code, phone and tax code. All that thanked donors gave must
// be among them; whatever else is there was given by somebody of `everybody` whose thanks nobody saw.
Proof prove_contacts(const std::vector<Donor>& thanked, const std::vector<Donor>& everybody, const std::string& opened);

// At least `asked` whole PDF files are in the folder, each readable by its owner alone.
Proof prove_slips(const std::filesystem::path& folder, int asked);

}  // namespace mn::demo
