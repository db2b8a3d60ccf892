// The report of a reconciliation: a page for the terminal, three CSV files, and JSON for scripts. Pure. The page and
// the JSON name no donor and no whole account; the CSV files hold memos, so they are for the fund's accountant only.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "backend-sync/reconciling.h"
#include "backend-sync/statement.h"
#include "core/words.h"

namespace mn {

// "Biên bản đối chiếu": lines read, money in, matched, already imported, the queue by reason, faults, money out,
// warnings, and the identity, proven or not.
std::string report_page(const Statement& statement, const Reconciliation& reconciliation, std::string_view name,
                        Language language);

// With a byte order mark, RFC 4180, every cell kept text. One row a line of the statement, or a fault.
std::string matched_csv(const Reconciliation& reconciliation, Language language);
std::string queue_csv(const Reconciliation& reconciliation, Language language);
std::string faults_csv(const Statement& statement, Language language);

// Keys: credit, matched, accepted, already_imported, queued, debit (each count and amount), queue (by reason), faults,
// balance_breaks, identity_holds, appended.
nlohmann::json report_json(const Statement& statement, const Reconciliation& reconciliation);

}  // namespace mn
