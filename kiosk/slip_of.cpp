#include "kiosk/slip_of.h"

#include <fmt/format.h>

#include "core/receipt.h"
#include "kiosk/order.h"

namespace mn::kiosk {
namespace {

std::string language_tag(Language language) {
  switch (language) {
    case Language::vi:
      return "vi";
    case Language::en:
      return "en";
    case Language::zh:
      return "zh-Hans";
  }
  return "vi";
}

}  // namespace

printing::Slip slip_of(const Thanks& thanks, const Campaign& campaign, const Strings& strings, Language language,
                       const std::string& kiosk) {
  const auto word = [&](std::string_view key) { return strings.text(language, key); };
  const Choices& chosen = thanks.chosen;
  const Way way = way_of(chosen, campaign);
  printing::Slip slip;
  slip.language = language_tag(language);
  slip.fund_name = campaign.fund_name.in(language);
  slip.campaign_title = campaign.title.in(language);
  slip.title = word("slip.title");
  slip.number = {word("slip.number"), fmt::format("{} · {}", kiosk, thanks.kept.pledge.seq)};
  slip.place = campaign.place.in(language);
  slip.made_at = date_time_text(local_time(thanks.utc_us));
  slip.code = {word("done.codelabel"), code_for_people(thanks.kept.code)};
  slip.memo_code = code_text(thanks.kept.code);
  if (chosen.goods) {
    const GoodsChosen& goods = *chosen.goods;
    const std::string value =
        goods.value.dong > 0 ? word("review.value") + ": " + grouped_dong(goods.value) : word("goods.no_value");
    slip.goods_heading = {word("review.goods"), value};
    slip.goods.push_back(fill(word("goods.line"), {{"quantity", grouped(Money{goods.quantity})},
                                                   {"unit", campaign.goods_units.at(goods.unit).in(language)},
                                                   {"what", goods.what.view()}}));
  } else {
    slip.amount = {word("review.amount"), grouped_dong(thanks.kept.amount)};
    slip.amount_words = amount_in_words(thanks.kept.amount, language, campaign.word_forms);
  }
  // The slip goes into the giver's own hand; a giver without a name is not named on it either.
  const bool named = chosen.giver != Giver::unnamed;
  slip.rows.push_back({word("review.giver"), named ? std::string(chosen.name.view()) : word("name.anonshown")});
  constexpr std::string_view kWayKeys[] = {"way.transfer", "way.cash", "way.later", "method.inkind"};
  slip.rows.push_back({word("review.way"), word(kWayKeys[static_cast<std::size_t>(way)])});
  slip.rows.push_back({word("review.purpose"), campaign.funds.at(chosen.fund).name.in(language)});
  const bool by_bank = way == Way::transfer || way == Way::later;
  if (by_bank) slip.rows.push_back({word("slip.pay_by"), date_text(chosen.pay_on.value_or(campaign.pay_by))});
  if (by_bank && campaign.account) {
    slip.account_heading = word("slip.account");
    slip.account = {{word("done.holder"), campaign.account->holder},
                    {word("done.number"), campaign.account->number},
                    {word("done.bank"), campaign.account->bank_name},
                    {word("done.message"), code_text(thanks.kept.code)}};
    const std::optional<std::string> payload = transfer_payload(campaign, thanks.kept, chosen);
    if (payload) slip.transfer_qr = printing::SlipQr{*payload, word("done.scan")};
  }
  slip.receipt_qr = printing::SlipQr{
      receipt_text({campaign.id, thanks.kept.code, thanks.kept.pledge, thanks.kept.digest}, campaign.check_url),
      word("slip.check")};
  slip.thanks = word("done.thanks");
  slip.note = word("review.slip");
  return slip;
}

}  // namespace mn::kiosk
