// What the screen showed, as a line for scripts and proofs: the number that people saw, and which entries it was folded
// from. Holds no donor data. Pure.
#pragma once

#include <string>

#include "display/show.h"

namespace mn {

// One JSON object without the line's end: {"scene":"tally","pledged":…,"count":…,"received":…,"in_kind":…,
// "position":…,"heads":"64 hexadecimal digits"}. The amounts are the numbers drawn, in đồng. Before the first number:
// {"scene":"welcome"}.
std::string shown_line(const Picture& picture, const Show& show);

// What the code of the closing announcement says: the campaign, the figures, and what they were folded from. Anyone
// with a copy of the journal compares it with `mangnon tally --heads`.
std::string reveal_text(const CampaignId& campaign, const Frozen& frozen);

}  // namespace mn
