// The shapes are those of published statements; nothing in them is copied from one.
#include "tests/support/made_up_statement.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"

namespace mn::made_up {
namespace {

// splitmix64: the same numbers on every machine, which the distributions of <random> do not promise.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  bool one_in(std::uint64_t n) { return below(n) == 0; }
  std::string digits(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += static_cast<char>('0' + below(10));
    return out;
  }
  template <class T, std::size_t N>
  const T& of(const T (&list)[N]) {
    return list[below(N)];
  }

 private:
  std::uint64_t next() {
    std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15U);
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  std::uint64_t state_;
};

constexpr const char* kPayers[] = {"HOANG THI MAU", "NONG VAN MAU", "LUC THI VI DU",  "CHU VAN VI DU",
                                   "VI THI THU",    "LY VAN THU",   "CTY TNHH VI DU", "HA THI DIEN"};
constexpr const char* kBankNames[] = {"BIDV", "Agribank", "MB", "Techcombank", "VietinBank"};
constexpr const char* kOtherMemos[] = {"ung ho cac chau", "chuyen tien", "ung ho quy tre em", "gui cac be vung cao",
                                       "HOANG THI MAU ung ho"};

// A code as people type it.
std::string typed(const PledgeCode& code, Chance& chance) {
  const std::string text = code_text(code);
  std::string lower;
  for (const char sign : text) lower += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
  switch (chance.below(8)) {
    case 0:
      return lower + " ung ho";
    case 1:
      return code_for_people(code);
    case 2:
      return fmt::format("{} chuyen tien {} {}", chance.of(kPayers), text.substr(0, 5), text.substr(5));
    case 3:
      return text.substr(0, 5) + "-" + text.substr(5);
    case 4:
      return "IBFT " + text;
    case 5:
      return text + "FT25149" + chance.digits(9);
    case 6:
      return text + " GD 464434-080625 10:55:18";
    default:
      return text;
  }
}

// One sign of the six replaced, so that the check sign no longer fits.
std::string mistyped(const PledgeCode& code, Chance& chance) {
  std::string signs = code.signs;
  const std::size_t at = chance.below(3) + 3;
  const std::size_t sign = kCodeSigns.find(signs[at]);
  const bool digit = sign < 8;  // a digit for a digit, a letter for a letter
  signs[at] = kCodeSigns[digit ? (sign + 1) % 8 : 8 + (sign - 8 + 1) % (kCodeSigns.size() - 8)];
  return std::string(kCodePrefix) + signs;
}

LocalTime later(const LocalTime& from, Chance& chance) {
  constexpr std::int64_t kFourWeeksS = 28LL * 24 * 3600;
  LocalTime midnight = from;
  midnight.hour = midnight.minute = midnight.second = 0;
  const auto seconds = static_cast<std::int64_t>(chance.below(kFourWeeksS));
  LocalTime at = local_time(utc_us(midnight) + seconds * 1'000'000);
  at.has_time = true;
  return at;
}

void pay_promise(const Promise& promise, const LocalTime& from, Chance& chance, std::vector<MadeUpPayment>& out) {
  const auto pay = [&](Money amount) {
    out.push_back({typed(promise.code, chance), amount, later(from, chance), std::nullopt, promise.code});
  };
  const std::uint64_t habit = chance.below(10);
  if (habit == 0) return;  // not yet
  if (habit == 1 && promise.amount.dong >= 2000) {
    const Money first{promise.amount.dong / 2000 * 1000};
    pay(first);
    pay(*subtract(promise.amount, first));
  } else if (habit == 2) {
    pay(Money{promise.amount.dong + 50'000});
  } else if (habit == 3 && promise.amount.dong >= 2000) {
    pay(Money{promise.amount.dong / 2000 * 1000});
  } else {
    pay(promise.amount);
  }
}

std::string with_commas(Money amount) {
  std::string text = grouped(amount);
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string cell(const std::string& text, char separator) {
  if (text.find_first_of(std::string("\"\n\r") + separator) == std::string::npos) return text;
  std::string out = "\"";
  for (const char sign : text) out += sign == '"' ? std::string("\"\"") : std::string(1, sign);
  return out + '"';
}

std::string row(const std::vector<std::string>& cells, char separator) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i)
    out += (i > 0 ? std::string(1, separator) : "") + cell(cells[i], separator);
  return out + "\r\n";
}

// One line of the account, before a bank gives it its shape.
struct Movement {
  LocalTime at;
  std::string memo;
  Money in;
  Money out;
  Money balance;
  std::string reference;
};

constexpr Money kOpening{12'345'678};

std::vector<Movement> movements_of(Bank bank, const std::vector<MadeUpPayment>& payments, Chance& chance) {
  std::vector<Movement> movements;
  for (const MadeUpPayment& payment : payments) {
    movements.push_back({payment.at,
                         wrapped_memo(bank, payment.memo, payment.at, chance.below(1U << 30U)),
                         payment.amount,
                         {},
                         {},
                         {}});
    if (movements.size() != payments.size() / 2 + 1) continue;
    movements.push_back({payment.at, "PHI QUAN LY TAI KHOAN", {}, Money{11'000}, {}, {}});
  }
  Money balance = kOpening;
  std::size_t number = 40'000 + chance.below(10'000);
  for (Movement& movement : movements) {
    balance = *add(*subtract(balance, movement.out), movement.in);
    movement.balance = balance;
    movement.reference = fmt::format("{}.{}", 5000 + chance.below(1000), ++number);
  }
  return movements;
}

struct Totals {
  Money in;
  Money out;
};
Totals totals_of(const std::vector<Movement>& movements) {
  Totals totals;
  for (const Movement& movement : movements) {
    totals.in = *add(totals.in, movement.in);
    totals.out = *add(totals.out, movement.out);
  }
  return totals;
}

std::string or_blank(Money amount, std::string text) { return amount.dong == 0 ? "" : text; }

std::string vietcombank(const std::vector<Movement>& movements) {
  constexpr char kSeparator = ',';
  const Totals totals = totals_of(movements);
  std::string out = "\xEF\xBB\xBF";
  out += row({"VCB CASHUP"}, kSeparator) + row({"SAO KÊ TÀI KHOẢN / STATEMENT OF ACCOUNT"}, kSeparator);
  out += row({"Số tài khoản/Account number:", "", kAccount}, kSeparator);
  out += row({"Loại tiền/Currency:", "", "VND"}, kSeparator) + "\r\n";
  out += row({"STT\nNo.", "Ngày/TNX Date/\nSố CT/ Doc No", "Số tiền ghi nợ/\nDebit", "Số tiền ghi có/\nCredit",
              "Số dư/\nBalance", "Nội dung chi tiết/\nTransactions in detail"},
             kSeparator);
  out += row({"", "", "", "", grouped(kOpening), "Số dư đầu kỳ/Opening balance"}, kSeparator);
  std::size_t number = 0;
  for (const Movement& at : movements) {
    out += row({std::to_string(++number), date_text(at.at) + "\n" + at.reference, or_blank(at.out, grouped(at.out)),
                or_blank(at.in, grouped(at.in)), grouped(at.balance), at.memo},
               kSeparator);
  }
  out += row({"Tổng số/Total", "", grouped(totals.out), grouped(totals.in), "", ""}, kSeparator);
  return out + row({"Page 1 of 1"}, kSeparator);
}

std::string agribank(const std::vector<Movement>& movements) {
  constexpr char kSeparator = ';';
  const Totals totals = totals_of(movements);
  std::string out = "\xEF\xBB\xBF";
  out +=
      row({"AGRIBANK", "SAO KÊ CHI TIẾT TÀI KHOẢN"}, kSeparator) + row({"Số TK: " + std::string(kAccount)}, kSeparator);
  out += row({"Ngày giao dịch", "Diễn giải", "Phát sinh nợ", "Phát sinh có", "Số dư", "Số bút toán"}, kSeparator);
  for (const Movement& at : movements) {
    out +=
        row({date_text(at.at), at.memo, with_commas(at.out), with_commas(at.in), with_commas(at.balance), at.reference},
            kSeparator);
  }
  return out + row({"Cộng phát sinh", "", with_commas(totals.out), with_commas(totals.in), "", ""}, kSeparator);
}

std::string vietinbank(const std::vector<Movement>& movements) {
  constexpr char kSeparator = '\t';
  std::string out = row({"LỊCH SỬ GIAO DỊCH - TRANSACTION HISTORY"}, kSeparator);
  out += row({"Tài khoản/Account: " + std::string(kAccount)}, kSeparator);
  out += row({"STT", "Ngày phát sinh / Ngày hạch toán (Accounting date)", "Mô tả giao dịch/Transaction description",
              "Nợ/ Debit", "Có / Credit", "Số dư TK/Account balance", "Số giao dịch/Transaction number"},
             kSeparator);
  std::size_t number = 0;
  std::string day_above;
  for (const Movement& at : movements) {
    LocalTime time = at.at;
    time.has_time = false;
    const std::string day = date_text(time);
    out += row({std::to_string(++number), day == day_above ? "" : day, at.memo, or_blank(at.out, grouped(at.out)),
                or_blank(at.in, grouped(at.in)), grouped(at.balance), at.reference},
               kSeparator);
    day_above = day;
  }
  return out;
}

std::string bidv(const std::vector<Movement>& movements, Chance& chance) {
  constexpr char kSeparator = ',';
  std::string out = "\xEF\xBB\xBF";
  out += row({"NGÂN HÀNG TMCP ĐẦU TƯ VÀ PHÁT TRIỂN VIỆT NAM"}, kSeparator);
  out += row({"BÁO CÁO CHI TIẾT SỐ DƯ TÀI KHOẢN"}, kSeparator) + "\r\n";
  out += row({"Số tài khoản", kAccount}, kSeparator) + row({"Số tài khoản cũ", "99900099900099"}, kSeparator);
  out += row({"Số dư đầu kỳ", grouped(kOpening)}, kSeparator) + "\r\n\r\n";
  out += row({"Ngày hiệu lực", "Ghi nợ", "Ghi có", "Số dư", "Mô tả"}, kSeparator);
  for (const Movement& at : movements) {
    const LocalTime& t = at.at;
    const std::string when =
        chance.one_in(2) ? date_time_text(t)
                         : fmt::format("{}/{}/{} {}:{:02}:{:02}", t.day, t.month, t.year, t.hour, t.minute, t.second);
    const std::string in = grouped(at.in) + (chance.one_in(2) ? ",00" : "");
    out += row({when, or_blank(at.out, grouped(at.out)), or_blank(at.in, in), with_commas(at.balance), at.memo},
               kSeparator);
  }
  const Money closing = movements.empty() ? kOpening : movements.back().balance;
  return out + row({"Số dư cuối kỳ", "", "", grouped(closing), ""}, kSeparator);
}

}  // namespace

std::vector<MadeUpPayment> made_up_payments(const std::vector<Promise>& promises, const LocalTime& from,
                                            std::uint64_t seed) {
  Chance chance(seed);
  std::vector<MadeUpPayment> payments;
  for (const Promise& promise : promises) pay_promise(promise, from, chance, payments);
  const auto wait = [&](std::string memo, QueueReason reason) {
    const Money amount{static_cast<std::int64_t>(chance.below(50) + 1) * 10'000};
    payments.push_back({std::move(memo), amount, later(from, chance), reason, {}});
  };
  for (const char* memo : kOtherMemos) wait(memo, QueueReason::no_code);
  if (!promises.empty()) {
    const PledgeCode& one = promises[chance.below(promises.size())].code;
    wait(mistyped(one, chance), QueueReason::check_sign_wrong);
    wait(code_text(one) + " " + code_text(one), QueueReason::code_repeated);
    const PledgeCode& other = promises[chance.below(promises.size())].code;
    if (other != one) wait(code_text(one) + " va " + code_text(other), QueueReason::several_codes);
  }
  std::stable_sort(payments.begin(), payments.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  return payments;
}

std::string wrapped_memo(Bank bank, const std::string& memo, const LocalTime& at, std::uint64_t seed) {
  Chance chance(seed);
  const std::string payer = chance.of(kPayers);
  const std::string account = "99" + chance.digits(8);
  const std::string from_to =
      fmt::format("CT tu {} {} toi {} QUY BAO TRO TRE EM tai {}", account, payer, kAccount, chance.of(kBankNames));
  switch (bank) {
    case Bank::vietcombank:
      switch (chance.below(4)) {
        case 0:
          return fmt::format("MBVCB.{}.{}.{}.{}", "9" + chance.digits(9), chance.digits(6), memo, from_to);
        case 1:
          return fmt::format("VCB.CTDK.{:02}/{:02}/{}.{}. {}", at.day, at.month, at.year, memo, from_to);
        default:
          return fmt::format("{}.{:02}{:02}{:02}.{:02}{:02}{:02}.{}", chance.digits(6), at.day, at.month, at.year % 100,
                             at.hour, at.minute, at.second, memo);
      }
    case Bank::agribank:
      switch (chance.below(4)) {
        case 0:
          return fmt::format("MBVCB.{}.{}.{}", "9" + chance.digits(9), memo, from_to);
        case 1:
          return fmt::format("MB({})({})", chance.digits(6), memo);
        case 2:
          return fmt::format("{}-{}-{}", chance.digits(11), chance.digits(10), memo);
        default:
          return memo;
      }
    case Bank::vietinbank:
      return chance.one_in(2) ? "CT nhanh 247 den: " + memo
                              : fmt::format("Chuyen tien den tu NAPAS Noi dung: {} (CT{})", memo, chance.digits(4));
    case Bank::bidv:
      switch (chance.below(3)) {
        case 0:
          return fmt::format("BIDV;{};{}", account, memo);
        case 1:
          return fmt::format("REM Tfr Ac:{} O@L_{}", account, memo);
        default:
          return fmt::format("TKThe :{}xxx, tai {}. {} -CTLNHIDI{}-1/1-CRE-002", account, chance.of(kBankNames), memo,
                             chance.digits(21));
      }
  }
  MN_CHECK(false, "every bank has its memos");
  return memo;
}

std::string make_statement(Bank bank, const std::vector<MadeUpPayment>& payments, std::uint64_t seed) {
  Chance chance(seed);
  const std::vector<Movement> movements = movements_of(bank, payments, chance);
  switch (bank) {
    case Bank::vietcombank:
      return vietcombank(movements);
    case Bank::agribank:
      return agribank(movements);
    case Bank::vietinbank:
      return vietinbank(movements);
    case Bank::bidv:
      return bidv(movements, chance);
  }
  MN_CHECK(false, "every bank has its table");
  return {};
}

}  // namespace mn::made_up
