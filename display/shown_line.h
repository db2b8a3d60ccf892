// What the screen showed, as a line for scripts and proofs: the number that people saw, and which entries it was folded
// from. Holds no donor data. Pure.
#pragma once

#include <string>

#include "display/show.h"

namespace mn {

// SHA-256 over one line "ORIGIN SEQ DIGEST\n" (hexadecimal, decimal, hexadecimal) for each head, in order of origin:
// equal for two journals exactly when they hold the same entries.
Digest heads_digest(const std::map<OriginId, Head>& heads);

// One JSON object without the line's end: {"scene":"tally","pledged":…,"count":…,"received":…,"position":…,
// "heads":"64 hexadecimal digits"}. pledged and received are the numbers drawn, in đồng. On the starting scene, which
// shows no number: {"scene":"starting"}.
std::string shown_line(const Picture& picture, const Show& show);

}  // namespace mn
