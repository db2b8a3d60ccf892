// What the QR of a pledge's receipt says: which entry the pledge is, and its digest, so that anyone who has a copy of
// the journal can say later whether exactly this pledge is in it. Holds no name, no amount and no contact.
#pragma once

#include <string>
#include <string_view>

#include "core/id.h"
#include "core/pledge_code.h"

namespace mn {

struct Receipt {
  CampaignId campaign;
  PledgeCode code;
  EntryRef entry;   // the `pledged`
  Digest digest{};  // of that entry
  auto operator<=>(const Receipt&) const = default;
};

inline constexpr std::size_t kReceiptBytesMax = 2048;

// "MANGNON1|lang-son-2025|QBTTE7K3M9P|ORIGIN:SEQ|<64 hexadecimal digits>". With a page that can check it, the page's
// address and the same fields as its fragment, '/' between them ('|' may not stand in an address): the fragment stays
// in the browser, so the page's server does not learn it from the visit alone.
std::string receipt_text(const Receipt& receipt, std::string_view check_url = {});

// Either form, as a scanner or a phone hands it over. Fails with bad_input and words that name the part.
Result<Receipt> read_receipt(std::string_view text);

}  // namespace mn
