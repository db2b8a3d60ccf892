// Sums are written as they are in the reconciliation; nothing is added up again here.
#include "backend-sync/reconciliation_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "backend-sync/reconciliation_words.h"
#include "backend-sync/sheet.h"
#include "core/text.h"

namespace mn {
namespace {

constexpr std::size_t kWarningsShown = 12;
constexpr std::size_t kLabelWidth = 60;  // letters; the longest reason fits

std::string_view pick(Language language, std::string_view vi, std::string_view en) {
  return language == Language::en ? en : vi;
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t letters = letter_count(text);
  return std::string(text) + std::string(letters < width ? width - letters : 1, ' ');
}

std::string sum_line(std::string_view label, const Sum& sum) {
  return fmt::format("  {}{:>8}  {:>20} đồng\n", padded(label, kLabelWidth), grouped(Money{sum.count}),
                     grouped(sum.amount));
}

std::string time_words(const LocalTime& time) { return time.has_time ? date_time_text(time) : date_text(time); }

std::string masked(const std::string& account) {
  return "•••" + (account.size() > 3 ? account.substr(account.size() - 3) : std::string());
}

std::string break_line(const BalanceBreak& broken, Language language) {
  const std::int64_t missing = broken.found.dong - broken.expected.dong;
  const std::string where =
      broken.line == 0 ? fmt::format(fmt::runtime(pick(language, "sau dòng {}", "after line {}")), broken.line_before)
                       : fmt::format(fmt::runtime(pick(language, "giữa dòng {} và {}", "between lines {} and {}")),
                                     broken.line_before, broken.line);
  return fmt::format(fmt::runtime(pick(language, "  ! Số dư không liền {}: lệch {} đồng. Có thể sao kê thiếu dòng.\n",
                                       "  ! The balances do not meet {}: {} đồng apart. Rows may be missing.\n")),
                     where, grouped(Money{missing}));
}

// What the accountant should look at before trusting the file.
std::string warnings(const Statement& statement, Language language) {
  std::string out;
  for (std::size_t i = 0; i < statement.breaks.size() && i < kWarningsShown; ++i) {
    out += break_line(statement.breaks[i], language);
  }
  if (statement.breaks.size() > kWarningsShown) {
    out += fmt::format(fmt::runtime(pick(language, "  ! … và {} chỗ khác\n", "  ! … and {} more places\n")),
                       statement.breaks.size() - kWarningsShown);
  }
  const auto differs = [&](const std::optional<Money>& stated, Money read, std::string_view vi, std::string_view en) {
    if (!stated || *stated == read) return;
    out += fmt::format(
        fmt::runtime(pick(language, "  ! {}: dòng tổng của sao kê ghi {}, các dòng đọc được cộng lại là {}.\n",
                          "  ! {}: the statement's own total says {}, the lines read come to {}.\n")),
        pick(language, vi, en), grouped_dong(*stated), grouped_dong(read));
  };
  differs(statement.stated.credit_total, statement.credit_total, "Tiền vào", "Money in");
  differs(statement.stated.debit_total, statement.debit_total, "Tiền ra", "Money out");
  if (statement.sign_never_used) {
    out += pick(language, "  ! Cột số tiền không có dấu âm nào: nếu sao kê có tiền ra thì đã bị tính là tiền vào.\n",
                "  ! No amount has a minus sign: if the file holds money out, it was counted as money in.\n");
  }
  return out;
}

std::string fault_lines(const Statement& statement, Language language) {
  std::string out;
  for (std::size_t i = 0; i < statement.faults.size() && i < kWarningsShown; ++i) {
    const StatementFault& fault = statement.faults[i];
    out +=
        fmt::format(fmt::runtime(pick(language, "      dòng {}: {}; cần: {}\n", "      line {}: {}; expected: {}\n")),
                    fault.line, fault_words(fault.kind, language).what, fault_words(fault.kind, language).expected);
  }
  if (statement.faults.size() > kWarningsShown) out += "      …\n";
  return out;
}

std::string identity_line(const Statement& statement, const Reconciliation& sums, Language language) {
  const bool holds = identity_holds(sums, statement);
  return fmt::format("  {}: {} = {} + {} + {} + {}: {}\n",
                     pick(language, "Tiền vào = khớp + ghi nhận + đã nhập + chờ xử lý",
                          "Money in = matched + accepted + imported + waiting"),
                     grouped(sums.total.amount), grouped(sums.matched.amount), grouped(sums.accepted.amount),
                     grouped(sums.already_imported.amount), grouped(sums.queued.amount),
                     holds ? pick(language, "đúng đến từng đồng", "right to the đồng")
                           : pick(language, "KHÔNG KHỚP", "DOES NOT ADD UP"));
}

std::string codes_text(const std::vector<PledgeCode>& codes) {
  std::string out;
  for (const PledgeCode& code : codes) out += (out.empty() ? "" : " ") + code_text(code);
  return out;
}

std::string compared(const Reconciled& reconciled, Language language) {
  const Money pledged = reconciled.verdict.pledge->said.amount;
  if (reconciled.received_after < pledged) return std::string(pick(language, "ít hơn", "less"));
  if (reconciled.received_after > pledged) return std::string(pick(language, "nhiều hơn", "more"));
  return std::string(pick(language, "đủ", "equal"));
}

std::string dong(Money amount) { return std::to_string(amount.dong); }

nlohmann::json sum_json(const Sum& sum) { return {{"count", sum.count}, {"amount", sum.amount.dong}}; }

}  // namespace

std::string report_page(const Statement& statement, const Reconciliation& reconciliation, std::string_view name,
                        Language language) {
  const auto say = [&](std::string_view vi, std::string_view en) { return pick(language, vi, en); };
  std::string out =
      fmt::format("{}\n  {} · {} {}\n",
                  say("Biên bản đối chiếu đăng ký và tiếp nhận", "Pledged-versus-received reconciliation report"), name,
                  say("tài khoản", "account"), masked(statement.account));
  out += sum_line(say("Tiền vào (Ghi có)", "Money in (credit)"), reconciliation.total);
  out += sum_line(decision_words(Decision::matched, language), reconciliation.matched);
  if (reconciliation.accepted.count > 0) {
    out += sum_line(say("Ghi nhận: chưa xác định người ủng hộ", "Accepted: donor not identified"),
                    reconciliation.accepted);
  }
  out += sum_line(decision_words(Decision::already_imported, language), reconciliation.already_imported);
  out += sum_line(say("Chờ xử lý", "Waiting for a person"), reconciliation.queued);
  for (const auto& [reason, sum] : reconciliation.queued_by_reason) {
    out += sum_line("  " + std::string(reason_words(reason, language)), sum);
  }
  out += identity_line(statement, reconciliation, language);
  out += sum_line(say("Tiền ra (Ghi nợ), bỏ qua", "Money out (debit), left alone"),
                  {static_cast<std::int64_t>(statement.debit_lines), statement.debit_total});
  out += fmt::format("  {}{:>8}\n", padded(say("Dòng không đọc được", "Rows that could not be read"), kLabelWidth),
                     statement.faults.size());
  return out + fault_lines(statement, language) + warnings(statement, language);
}

std::string matched_csv(const Reconciliation& reconciliation, Language language) {
  const bool en = language == Language::en;
  std::string out(kByteOrderMark);
  out += en ? csv_row({"Line", "Booked at", "Amount", "Bank reference", "Memo", "Decision", "Code", "Pledge", "Pledged",
                       "Received after", "Compared", "State"})
            : csv_row({"Dòng", "Ngày giao dịch", "Số tiền", "Số tham chiếu", "Nội dung", "Kết quả", "Mã đăng ký",
                       "Bản ghi đăng ký", "Đã đăng ký", "Đã tiếp nhận", "So sánh", "Trạng thái"});
  for (const Reconciled& one : reconciliation.lines) {
    if (one.decision == Decision::queued) continue;
    const StatementLine& line = one.line;
    std::vector<std::string> row{std::to_string(line.line), time_words(line.booked_at),
                                 dong(line.amount),         line.reference,
                                 line.description,          std::string(decision_words(one.decision, language))};
    if (one.decision == Decision::matched) {
      const Pledge& pledge = *one.verdict.pledge;
      row.insert(row.end(), {code_text(pledge.said.code), entry_text(pledge.ref), dong(pledge.said.amount),
                             dong(one.received_after), compared(one, language),
                             std::string(state_words(one.state_after, language))});
    } else {
      row.resize(12);
    }
    out += csv_row(row);
  }
  return out;
}

std::string queue_csv(const Reconciliation& reconciliation, Language language) {
  const bool en = language == Language::en;
  std::string out(kByteOrderMark);
  out += en ? csv_row({"Line", "Booked at", "Amount", "Bank reference", "Memo", "Reason", "Reason key", "Codes found",
                       "Perhaps meant"})
            : csv_row({"Dòng", "Ngày giao dịch", "Số tiền", "Số tham chiếu", "Nội dung", "Lý do", "Khóa lý do",
                       "Mã tìm thấy", "Có thể là mã"});
  for (const Reconciled& one : reconciliation.lines) {
    if (one.decision != Decision::queued) continue;
    const StatementLine& line = one.line;
    const QueueReason reason = *one.verdict.reason;
    out += csv_row({std::to_string(line.line), time_words(line.booked_at), dong(line.amount), line.reference,
                    line.description, std::string(reason_words(reason, language)), std::string(reason_text(reason)),
                    codes_text(one.verdict.codes), codes_text(one.verdict.suggestions)});
  }
  return out;
}

std::string faults_csv(const Statement& statement, Language language) {
  const bool en = language == Language::en;
  std::string out(kByteOrderMark);
  out += en ? csv_row({"Line", "What is wrong", "Key", "Found", "Expected", "Perhaps"})
            : csv_row({"Dòng", "Lỗi", "Khóa lỗi", "Đọc thấy", "Cần có", "Có thể là"});
  for (const StatementFault& fault : statement.faults) {
    const FaultWords words = fault_words(fault.kind, language);
    out += csv_row({std::to_string(fault.line), std::string(words.what), std::string(fault_text(fault.kind)),
                    fault.found, std::string(words.expected), fault.suggestion});
  }
  return out;
}

nlohmann::json report_json(const Statement& statement, const Reconciliation& reconciliation) {
  nlohmann::json queue = nlohmann::json::object();
  for (const auto& [reason, sum] : reconciliation.queued_by_reason)
    queue[std::string(reason_text(reason))] = sum_json(sum);
  nlohmann::json faults = nlohmann::json::array();
  for (const StatementFault& fault : statement.faults) {
    faults.push_back({{"line", fault.line}, {"kind", fault_text(fault.kind)}});
  }
  nlohmann::json breaks = nlohmann::json::array();
  for (const BalanceBreak& broken : statement.breaks) {
    breaks.push_back({{"line_before", broken.line_before},
                      {"line", broken.line},
                      {"expected", broken.expected.dong},
                      {"found", broken.found.dong}});
  }
  return {{"credit", sum_json(reconciliation.total)},
          {"matched", sum_json(reconciliation.matched)},
          {"accepted", sum_json(reconciliation.accepted)},
          {"already_imported", sum_json(reconciliation.already_imported)},
          {"queued", sum_json(reconciliation.queued)},
          {"debit", sum_json({static_cast<std::int64_t>(statement.debit_lines), statement.debit_total})},
          {"queue", queue},
          {"faults", faults},
          {"balance_breaks", breaks},
          {"identity_holds", identity_holds(reconciliation, statement)},
          {"payments", reconciliation.to_append.size()}};
}

}  // namespace mn
