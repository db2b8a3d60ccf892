// Whether a journal holds exactly the pledge that a receipt speaks of, and if not, which part differs; and that in
// words for the person at the desk. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "backend-sync/exporting.h"
#include "core/receipt.h"
#include "core/words.h"

namespace mn {

// The parts of a receipt, in the order in which they are compared.
enum class ReceiptPart { campaign, entry, code, digest };

struct ReceiptFinding {
  std::vector<ReceiptPart> differ;  // empty: the journal holds exactly this pledge
  std::optional<Pledge> pledge;     // the one under that entry; else the one with that code, for the person to look at
  bool holds() const { return differ.empty(); }
};

ReceiptFinding check_receipt(const Records& records, const CampaignId& kept, const Receipt& receipt);

// One line each, the verdict first.
std::vector<std::string> finding_lines(const ReceiptFinding& finding, const CampaignId& kept, const Receipt& receipt,
                                       Language language);

}  // namespace mn
