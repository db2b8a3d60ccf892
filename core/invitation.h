// Invitation codes: what the QR on a printed invitation says, so that the kiosk opens the visit filled in. Codes of our
// own are MOI + 7 signs + 1 check sign, signs of pledge codes; the fund may give codes of its own instead. The check
// sign makes 2·v1 + 3·v2 + … + 8·v7 + 1·v8 divisible by 31: every single wrong sign and every swap of two signs is
// caught. Source: ours; described in docs/guests.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/bytes.h"

namespace mn {

// No pledge code begins so ("QBTTE"), and neither does a VietQR payload ("0002").
inline constexpr std::string_view kInvitationPrefix = "MOI";
inline constexpr std::size_t kInvitationSigns = 8;  // after the prefix, check sign included
inline constexpr std::size_t kInvitationLeast = 4;  // the fund's own codes: letters and digits among their signs
inline constexpr std::size_t kInvitationMost = 32;  // and signs in all

// A code from 8 random bytes, out of 31^7 = 27,512,614,111: "MOI7K3M9PQR". The same bytes give the same code. The bytes
// must come from a secure source: who knows a guest's code sees the amount expected of that guest.
std::string make_invitation(const ByteArray<8>& random);

// What a QR reader or a person typed, as a code: in capitals, without spaces, and for codes of our own without dashes.
// Nothing when it is no code: other signs than A-Z 0-9 '-', too short, too long, a pledge code's beginning, or MOI with
// a check sign that does not fit. A line end after it is a space. Whether a guest has the code, the list knows.
std::optional<std::string> read_invitation(std::string_view typed);

// The code with which codes are compared: without dashes, because keyboards and readers disagree about them.
std::string invitation_key(std::string_view code);

// For print: "MOI 7K3M 9PQR"; a code of the fund's own stays as it is.
std::string invitation_for_people(std::string_view code);

}  // namespace mn
