// Rows of the records. Totals are not rows: they are the tally's, and are printed beside.
#include "backend-sync/exporting.h"

#include <algorithm>
#include <vector>

#include "backend-sync/reconciliation_words.h"
#include "backend-sync/sheet.h"
#include "core/numbers.h"

namespace mn {
namespace {

using Row = std::vector<std::string>;

std::string pick(Language language, std::string_view vi, std::string_view en) {
  return std::string(language == Language::en ? en : vi);
}

std::string giver_words(Giver giver, Language language) {
  switch (giver) {
    case Giver::person:
      return pick(language, "Cá nhân, gia đình", "An individual or a family");
    case Giver::business:
      return pick(language, "Doanh nghiệp, hộ kinh doanh", "A business");
    case Giver::agency:
      return pick(language, "Cơ quan, đơn vị, đoàn thể", "A public agency, unit or mass organisation");
    case Giver::group:
      return pick(language, "Tập thể, nhóm thiện nguyện", "A group of people");
    case Giver::social:
      return pick(language, "Tổ chức xã hội, tổ chức quốc tế", "A social or international organisation");
    case Giver::unnamed:
      return pick(language, "Không nêu tên", "Not named");
  }
  return {};
}

std::string way_words(Way way, Language language) {
  switch (way) {
    case Way::transfer:
      return pick(language, "Chuyển khoản", "Bank transfer");
    case Way::cash:
      return pick(language, "Tiền mặt tại bàn tiếp nhận", "Cash at the reception desk");
    case Way::later:
      return pick(language, "Đăng ký hôm nay, chuyển sau", "Pledge today, transfer later");
    case Way::in_kind:
      return pick(language, "Hiện vật", "Goods (in kind)");
  }
  return {};
}

std::string yes_no(bool value, Language language) {
  return value ? pick(language, "có", "yes") : pick(language, "không", "no");
}

std::string anonymous(Language language) { return pick(language, "Nhà hảo tâm giấu tên", "Anonymous donor"); }

std::string fund_words(const std::string& key, const Campaign* campaign, Language language) {
  const Fund* fund = campaign == nullptr ? nullptr : find_fund(*campaign, key);
  return fund == nullptr ? key : fund->name.in(language);
}

std::unordered_map<EntryRef, std::size_t, IdHash> payment_counts(const Tally& tally) {
  std::unordered_map<EntryRef, std::size_t, IdHash> counts;
  for (const auto& [line, counted] : tally.statement_lines) {
    if (counted.paid.pledge) ++counts[*counted.paid.pledge];
  }
  return counts;
}

std::vector<const Pledge*> in_order(const Tally& tally) {
  std::vector<const Pledge*> pledges;
  for (const Pledge& pledge : tally.pledges) pledges.push_back(&pledge);
  std::sort(pledges.begin(), pledges.end(), [](const Pledge* a, const Pledge* b) {
    return std::tie(a->made_at_us, a->ref) < std::tie(b->made_at_us, b->ref);
  });
  return pledges;
}

Row records_head(Language language) {
  if (language == Language::en) {
    return {"Entry",
            "Code",
            "Made at",
            "Recorded by",
            "Kind of giver",
            "Shown as",
            "Name hidden",
            "Amount hidden",
            "Fund",
            "Way",
            "Pledged (đồng)",
            "In kind, converted value (đồng)",
            "Received (đồng)",
            "State",
            "Payments",
            "Visit",
            "Digest",
            "Goods",
            "Transfer meant for",
            "Message",
            "Invitation"};
  }
  return {"Bản ghi",
          "Mã đăng ký",
          "Thời điểm",
          "Nơi ghi",
          "Loại người ủng hộ",
          "Tên hiển thị",
          "Ẩn tên",
          "Ẩn số tiền",
          "Quỹ thành phần",
          "Hình thức",
          "Đã đăng ký (đồng)",
          "Hiện vật, giá trị quy đổi (đồng)",
          "Đã tiếp nhận (đồng)",
          "Trạng thái",
          "Số lần nhận",
          "Lượt",
          "Mã băm",
          "Hiện vật",
          "Ngày dự kiến chuyển",
          "Lời nhắn",
          "Mã mời"};
}

Row public_head(Language language) {
  if (language == Language::en) {
    return {"Made on",        "Kind of giver", "Shown as", "Fund", "Pledged (đồng)", "In kind, converted value (đồng)",
            "Received (đồng)"};
  }
  return {"Ngày",
          "Loại người ủng hộ",
          "Tên hiển thị",
          "Quỹ thành phần",
          "Đã đăng ký (đồng)",
          "Hiện vật, giá trị quy đổi (đồng)",
          "Đã tiếp nhận (đồng)"};
}

// Money and goods stand in columns of their own, so that nobody adds one to the other.
std::string money_pledged(const Pledged& said) {
  return said.way == Way::in_kind ? "" : std::to_string(said.amount.dong);
}
// Goods whose value nobody estimated have none; they are not worth nothing.
std::string goods_pledged(const Pledged& said) {
  return said.way == Way::in_kind && said.amount.dong > 0 ? std::to_string(said.amount.dong) : "";
}
std::string goods_words(const Pledged& said) {
  if (!said.goods) return "";
  return grouped(Money{said.goods->quantity}) + " " + said.goods->unit + " " + said.goods->what;
}

Row public_row(const Records& records, const Pledge& pledge, const Campaign* campaign, Language language) {
  const Pledged& said = pledge.said;
  const bool named = !said.hide_name && said.giver != Giver::unnamed && !pledge.shown_as.empty() &&
                     records.agreed_to_publish.contains(pledge.visit) && !pledge.publish_refused &&
                     pledge.verdict != Verdict::masked;
  const std::string& name = pledge.verdict == Verdict::replaced ? pledge.replaced_by : pledge.shown_as;
  const auto figure = [&](std::string text) { return said.hide_amount ? std::string() : text; };
  LocalTime day =
      local_time(pledge.made_at_us);  // the minute, beside the order on the wall, would give a hidden donor away
  day.has_time = false;
  return {date_text(day),
          giver_words(said.giver, language),
          named ? name : anonymous(language),
          fund_words(said.fund, campaign, language),
          figure(money_pledged(said)),
          figure(goods_pledged(said)),
          figure(std::to_string(pledge.received.dong))};
}

}  // namespace

Done apply(Records& records, const Entry& entry) {
  if (Done done = apply(records.tally, entry); !done) return done;
  if (!entry.body) {
    if (entry.header.kind == Kind::paid) ++records.payments_withheld;
    return {};
  }
  const Result<Fact> fact = fact_of(entry);
  if (!fact) return {};  // a kind without a struct; the tally has refused what is corrupt
  if (std::holds_alternative<Pledged>(*fact)) records.pledge_digests[entry.ref()] = entry.digest;
  if (const auto* born = std::get_if<Born>(&*fact)) records.origin_names[entry.header.origin] = born->name;
  if (const auto* consented = std::get_if<Consented>(&*fact); consented != nullptr && consented->publish) {
    records.agreed_to_publish.insert(entry.header.visit);
  }
  return {};
}

std::string records_csv(const Records& records, const Campaign* campaign, const ExportOptions& options) {
  const Language language = options.language;
  const auto payments = payment_counts(records.tally);
  std::string out(kByteOrderMark);
  out += csv_row(options.for_public ? public_head(language) : records_head(language));
  for (const Pledge* at : in_order(records.tally)) {
    const Pledge& pledge = *at;
    if (options.for_public) {
      if (!pledge.voided) out += csv_row(public_row(records, pledge, campaign, language));
      continue;
    }
    const auto origin = records.origin_names.find(pledge.ref.origin);
    const auto paid = payments.find(pledge.ref);
    out += csv_row({entry_text(pledge.ref),
                    code_text(pledge.said.code),
                    iso_date_time(local_time(pledge.made_at_us)),
                    origin == records.origin_names.end() ? origin_text(pledge.ref.origin) : origin->second,
                    giver_words(pledge.said.giver, language),
                    pledge.shown_as,
                    yes_no(pledge.said.hide_name, language),
                    yes_no(pledge.said.hide_amount, language),
                    fund_words(pledge.said.fund, campaign, language),
                    way_words(pledge.said.way, language),
                    money_pledged(pledge.said),
                    goods_pledged(pledge.said),
                    std::to_string(pledge.received.dong),
                    std::string(state_words(state_of(pledge), language)),
                    std::to_string(paid == payments.end() ? 0 : paid->second),
                    visit_text(pledge.visit),
                    to_hex(records.pledge_digests.at(pledge.ref)),
                    goods_words(pledge.said),
                    pledge.said.pay_on ? iso_date(*pledge.said.pay_on) : "",
                    pledge.message,
                    pledge.invitation});
  }
  return out;
}

}  // namespace mn
