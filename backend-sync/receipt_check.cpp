#include "backend-sync/receipt_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "backend-sync/reconciliation_words.h"
#include "core/numbers.h"
#include "core/text.h"

namespace mn {
namespace {

std::string_view pick(Language language, std::string_view vi, std::string_view en) {
  return language == Language::en ? en : vi;
}

std::string part_words(ReceiptPart part, const CampaignId& kept, const Receipt& receipt, Language language) {
  switch (part) {
    case ReceiptPart::campaign:
      return fmt::format(fmt::runtime(pick(language, "Khác đợt vận động: mã ghi “{}”, sổ này ghi “{}”.",
                                           "Another campaign: the receipt says \"{}\", this journal keeps \"{}\".")),
                         receipt.campaign.text, kept.text);
    case ReceiptPart::entry:
      return fmt::format(fmt::runtime(pick(language, "Sổ này không có bản ghi {}.", "This journal has no entry {}.")),
                         entry_text(receipt.entry));
    case ReceiptPart::code:
      return fmt::format(
          fmt::runtime(pick(language, "Mã đăng ký {} không phải của bản ghi này.", "The code {} is not this entry's.")),
          code_for_people(receipt.code));
    case ReceiptPart::digest:
      return std::string(pick(language,
                              "Mã băm không khớp: nội dung đã bị thay đổi, hoặc mã QR không phải do ki-ốt in.",
                              "The digest does not agree: the content was changed, or no kiosk made this QR code."));
  }
  return {};
}

std::string standing_words(const Pledge& pledge, Language language) {
  const std::string_view state = state_words(state_of(pledge), language);
  const std::string received =
      pledge.received.dong == 0
          ? ""
          : std::string(pick(language, "; đã tiếp nhận ", "; received ")) + grouped_dong(pledge.received);
  return fmt::format("{}: {}{}", pick(language, "Tình trạng", "State"), state, received);
}

}  // namespace

ReceiptFinding check_receipt(const Records& records, const CampaignId& kept, const Receipt& receipt) {
  ReceiptFinding finding;
  const Tally& tally = records.tally;
  if (receipt.campaign != kept) finding.differ.push_back(ReceiptPart::campaign);
  if (const auto at = tally.by_ref.find(receipt.entry); at != tally.by_ref.end()) {
    finding.pledge = tally.pledges[at->second];
    if (finding.pledge->said.code != receipt.code) finding.differ.push_back(ReceiptPart::code);
    if (records.pledge_digests.at(receipt.entry) != receipt.digest) finding.differ.push_back(ReceiptPart::digest);
    return finding;
  }
  finding.differ.push_back(ReceiptPart::entry);
  const auto same_code = std::find_if(tally.pledges.begin(), tally.pledges.end(),
                                      [&](const Pledge& pledge) { return pledge.said.code == receipt.code; });
  if (same_code != tally.pledges.end()) finding.pledge = *same_code;
  return finding;
}

std::vector<std::string> finding_lines(const ReceiptFinding& finding, const CampaignId& kept, const Receipt& receipt,
                                       Language language) {
  std::vector<std::string> lines;
  lines.emplace_back(finding.holds() ? pick(language, "ĐÚNG: sổ này có đúng đăng ký này.",
                                            "IT HOLDS: this journal holds exactly this pledge.")
                                     : pick(language, "KHÔNG KHỚP.", "IT DOES NOT HOLD."));
  for (const ReceiptPart part : finding.differ) lines.push_back(part_words(part, kept, receipt, language));
  if (!finding.pledge) return lines;
  const Pledge& pledge = *finding.pledge;
  if (!finding.holds()) {
    lines.push_back(fmt::format("{} {} ({})", pick(language, "Bản ghi gần nhất trong sổ:", "The nearest one here:"),
                                code_for_people(pledge.said.code), entry_text(pledge.ref)));
  }
  lines.push_back(fmt::format("{}: {}", pick(language, "Mã đăng ký", "Code"), code_for_people(pledge.said.code)));
  if (const std::optional<Goods>& goods = pledge.said.goods) {
    // A desk's words, or a strange kiosk's: nothing in them may command a terminal.
    const Result<std::string> words = sanitise(fmt::format("{} {} {}", goods->quantity, goods->unit, goods->what));
    lines.push_back(fmt::format("{}: {}", pick(language, "Hiện vật", "In kind"), words ? *words : ""));
  }
  if (pledge.said.amount.dong != 0) {
    const std::string_view what = pledge.said.way == Way::in_kind ? pick(language, "Giá trị quy đổi", "Converted value")
                                                                  : pick(language, "Số tiền", "Amount");
    lines.push_back(fmt::format("{}: {}", what, grouped_dong(pledge.said.amount)));
  }
  lines.push_back(fmt::format("{}: {}", pick(language, "Thời điểm (giờ Việt Nam)", "Made at (Vietnam)"),
                              date_time_text(local_time(pledge.made_at_us))));
  lines.push_back(standing_words(pledge, language));
  return lines;
}

}  // namespace mn
