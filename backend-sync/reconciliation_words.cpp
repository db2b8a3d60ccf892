// Two languages side by side, so that a change of one is seen beside the other.
#include "backend-sync/reconciliation_words.h"

namespace mn {
namespace {

struct Said {
  std::string_view vi;
  std::string_view en;
};

std::string_view in(Said said, Language language) { return language == Language::en ? said.en : said.vi; }

struct FaultSaid {
  Said what;
  Said expected;
};

FaultSaid fault_said(FaultKind kind) {
  switch (kind) {
    case FaultKind::date_missing:
      return {{"Không có ngày giao dịch", "There is no date"},
              {"ngày ở dòng này hoặc ở dòng trên", "a date here or in a row above"}};
    case FaultKind::date_unreadable:
      return {{"Không đọc được ngày", "The date cannot be read"},
              {"ngày/tháng/năm, ví dụ 05/06/2025", "day/month/year, such as 05/06/2025"}};
    case FaultKind::number_before_date:
      return {{"Số thứ tự dính liền với ngày", "A row number ran into the date"},
              {"tách số thứ tự và ngày thành hai ô", "row number and date in two cells"}};
    case FaultKind::amount_missing:
      return {{"Có ngày nhưng không có số tiền", "There is a date but no amount"},
              {"số tiền ghi nợ hoặc ghi có", "an amount of money in or out"}};
    case FaultKind::amount_unreadable:
      return {{"Không đọc được số tiền", "The amount cannot be read"},
              {"số đồng chẵn, ví dụ 1.000.000", "whole đồng, such as 1.000.000"}};
    case FaultKind::amount_negative:
      return {{"Số âm ở cột ghi có", "A negative amount in the column of money in"},
              {"xem có phải bút toán hoàn trả", "see whether it is a reversal"}};
    case FaultKind::amount_too_large:
      return {{"Số tiền quá 13 chữ số", "The amount has more than 13 digits"},
              {"kiểm tra lại với ngân hàng", "ask the bank"}};
    case FaultKind::amount_on_both_sides:
      return {{"Vừa ghi nợ vừa ghi có", "Money in and money out in one row"},
              {"chỉ một trong hai cột", "only one of the two columns"}};
    case FaultKind::direction_unreadable:
      return {{"Không rõ tiền vào hay tiền ra", "It is not clear whether money came in or went out"},
              {"Có hoặc Nợ", "C or D"}};
    case FaultKind::balance_unreadable:
      return {{"Không đọc được số dư", "The balance cannot be read"},
              {"số đồng chẵn, ví dụ 1.000.000", "whole đồng, such as 1.000.000"}};
    case FaultKind::too_many_cells:
      return {{"Dòng có nhiều ô hơn tiêu đề", "The row has more cells than the header names"},
              {"số tiền có dấu phẩy phải nằm trong dấu ngoặc kép", "amounts with commas inside quotation marks"}};
    case FaultKind::rows_run_together:
      return {
          {"Hai dòng dính vào một ô", "Another row begins inside a cell"},
          {"thiếu một dấu ngoặc kép; hãy xuất lại sao kê", "a quotation mark is missing; export the statement again"}};
    case FaultKind::text_alone:
      return {{"Dòng chỉ có nội dung, không có ngày và số tiền", "Text without a date or an amount"},
              {"xem có phải phần tiếp của nội dung dòng trên", "see whether the memo above goes on here"}};
  }
  return {};
}

Said reason_said(QueueReason reason) {
  switch (reason) {
    case QueueReason::no_code:
      return {"Chưa xác định người ủng hộ: nội dung không có mã đăng ký",
              "Donor not identified: no pledge code in the memo"};
    case QueueReason::several_codes:
      return {"Nội dung có nhiều mã đăng ký", "Several pledge codes in the memo"};
    case QueueReason::code_repeated:
      return {"Mã đăng ký lặp lại trong nội dung", "The pledge code stands in the memo more than once"};
    case QueueReason::check_sign_wrong:
      return {"Mã đăng ký bị gõ sai", "The pledge code was mistyped"};
    case QueueReason::code_unknown:
      return {"Mã đúng nhưng không có đăng ký nào mang mã này", "A valid code that no pledge has"};
    case QueueReason::code_on_two_pledges:
      return {"Hai đăng ký trùng mã", "Two pledges have this code"};
    case QueueReason::pledge_voided:
      return {"Đã rút đăng ký", "Pledge withdrawn"};
  }
  return {};
}

}  // namespace

std::string_view reason_words(QueueReason reason, Language language) { return in(reason_said(reason), language); }

std::string_view decision_words(Decision decision, Language language) {
  switch (decision) {
    case Decision::matched:
      return in({"Đã khớp", "Matched"}, language);
    case Decision::accepted:
      return in({"Chưa xác định người ủng hộ", "Donor not identified"}, language);
    case Decision::already_imported:
      return in({"Giao dịch đã nhập trước đó", "Transaction already imported"}, language);
    case Decision::queued:
      return in({"Chờ đối soát", "To be reconciled"}, language);
  }
  return {};
}

std::string_view state_words(PledgeState state, Language language) {
  switch (state) {
    case PledgeState::pending:
      return in({"Chờ đối soát", "To be reconciled"}, language);
    case PledgeState::partly_paid:
      return in({"Nhận một phần", "Partly received"}, language);
    case PledgeState::paid:
      return in({"Đã khớp", "Matched"}, language);
    case PledgeState::overpaid:
      return in({"Nhận thừa", "Over-received"}, language);
    case PledgeState::voided:
      return in({"Đã rút đăng ký", "Pledge withdrawn"}, language);
  }
  return {};
}

FaultWords fault_words(FaultKind kind, Language language) {
  const FaultSaid said = fault_said(kind);
  return {in(said.what, language), in(said.expected, language)};
}

std::string_view reason_text(QueueReason reason) {
  switch (reason) {
    case QueueReason::no_code:
      return "no_code";
    case QueueReason::several_codes:
      return "several_codes";
    case QueueReason::code_repeated:
      return "code_repeated";
    case QueueReason::check_sign_wrong:
      return "check_sign_wrong";
    case QueueReason::code_unknown:
      return "code_unknown";
    case QueueReason::code_on_two_pledges:
      return "code_on_two_pledges";
    case QueueReason::pledge_voided:
      return "pledge_voided";
  }
  return {};
}

std::string_view fault_text(FaultKind kind) {
  switch (kind) {
    case FaultKind::date_missing:
      return "date_missing";
    case FaultKind::date_unreadable:
      return "date_unreadable";
    case FaultKind::number_before_date:
      return "number_before_date";
    case FaultKind::amount_missing:
      return "amount_missing";
    case FaultKind::amount_unreadable:
      return "amount_unreadable";
    case FaultKind::amount_negative:
      return "amount_negative";
    case FaultKind::amount_too_large:
      return "amount_too_large";
    case FaultKind::amount_on_both_sides:
      return "amount_on_both_sides";
    case FaultKind::direction_unreadable:
      return "direction_unreadable";
    case FaultKind::balance_unreadable:
      return "balance_unreadable";
    case FaultKind::too_many_cells:
      return "too_many_cells";
    case FaultKind::rows_run_together:
      return "rows_run_together";
    case FaultKind::text_alone:
      return "text_alone";
  }
  return {};
}

}  // namespace mn
