// An invitation's QR code (ISO/IEC 18004, level Q, quiet zone of four modules) as SVG, and a page of cards to print.
// Pure. Holds no amount: printers and their helpers see these files.
#pragma once

#include <string>
#include <string_view>

#include "core/guests.h"
#include "core/result.h"

namespace mn {

// 40 × 46 mm: the code that a reader types, and the same for people below it. Fails with bad_input on a text that is no
// invitation code.
Result<std::string> invitation_svg(std::string_view code);

// "0007-MOI7K3M9PQR.svg": by place in the list, from 1, so that files lie as the list does.
std::string invitation_file_name(std::size_t place, const Guest& guest);

// Which file is whose, as CSV with a byte order mark: file, code, organisation, representative, order.
std::string invitations_csv(const GuestList& list);

// An HTML page, complete in itself: cards of 90 × 50 mm, ten on a sheet of A4, each with its guest's name and code.
Result<std::string> invitations_page(const GuestList& list, std::string_view title);

}  // namespace mn
