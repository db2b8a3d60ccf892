// A slip to a queue of CUPS, through its own program `lp`: the PDF goes to lp's standard input and lies in no file of
// ours.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/printing/outcome.h"
#include "kiosk/printing/pdf.h"

namespace mn::printing {

// What `lpoptions -p QUEUE` says about a queue: "… printer-state=3 printer-state-reasons=media-empty-error …".
PrintReport judge_queue(std::string_view options);
// The number that `lp` gave the job ("request id is Receipts-42 (1 file(s))" → "Receipts-42"); "" when it says
// something else.
std::string request_of(std::string_view said);

// Asks the queue first, hands the slip over, and waits until the job has left the queue, at most done_ms. When the
// queue finds itself without paper or off-line meanwhile, the job is cancelled, so that it does not come out later.
PrintReport print_on_queue(const std::string& queue, const Pdf& pdf, int done_ms);
PrintReport ask_queue(const std::string& queue);

}  // namespace mn::printing
