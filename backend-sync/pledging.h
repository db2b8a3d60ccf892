// What a desk asks to have recorded, as a line of JSON or as options, held to the limits of the campaign. Rules: no
// I/O.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/campaign.h"
#include "core/facts.h"

namespace mn {

// As a person or a script gave it; texts are not yet checked.
struct PledgeAsked {
  Money amount;
  std::string name;
  std::string message;
  std::string giver;  // "": a person when there is a name, unnamed when there is none
  std::string fund;   // "": the campaign's general one
  std::string way;    // "": transfer
  bool hide_name = false;
  bool hide_amount = false;
};

// One JSON object with the keys amount (whole đồng, required), name, giver, fund, way, message, hide_name, hide_amount.
// Fails with bad_input on any other key, on a value of the wrong kind, and on everything parse_json refuses.
Result<PledgeAsked> read_pledge_line(std::string_view line);

// The facts of the visit: `pledged`, and `named` when a name is given. Names and messages go through sanitise. Fails
// with bad_input, and words that name the key, when something is not of this campaign or outside its limits.
Result<std::vector<Fact>> pledge_facts(const PledgeAsked& asked, const Campaign& campaign, const PledgeCode& code);

// The acknowledgement, one line of JSON: {"entry":"ORIGIN:SEQ","code":"QBTTE7K3M9P","monotonic_ns":N,"line":N}.
std::string pledge_answer(const EntryRef& entry, const PledgeCode& code, std::int64_t monotonic_ns, std::int64_t line);
// {"line":N,"error":"…"}
std::string pledge_refusal(std::int64_t line, std::string_view why);

}  // namespace mn
