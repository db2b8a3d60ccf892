#include "backend-sync/pledging.h"

#include <fmt/format.h>

#include "core/json.h"
#include "core/numbers.h"
#include "core/text.h"

namespace mn {
namespace {

using nlohmann::json;

Failure wrong(std::string_view key, std::string_view expected, std::string_view found) {
  return {Cause::bad_input, fmt::format("{}: expected {}, found {}", key, expected, found)};
}

Failure wrong_kind(const std::string& key, std::string_view expected, const json& found) {
  return wrong(key, expected, found.type_name());
}

// The field of that key, when there is such a text.
std::string* text_field(PledgeAsked& asked, std::string_view key) {
  if (key == "name") return &asked.name;
  if (key == "message") return &asked.message;
  if (key == "giver") return &asked.giver;
  if (key == "fund") return &asked.fund;
  if (key == "way") return &asked.way;
  return nullptr;
}

Done take_field(PledgeAsked& asked, const std::string& key, const json& value) {
  if (key == "amount") {
    if (!value.is_number_integer()) return wrong_kind(key, "a whole number of đồng", value);
    asked.amount = Money{value.get<std::int64_t>()};
    return {};
  }
  if (key == "hide_name" || key == "hide_amount") {
    if (!value.is_boolean()) return wrong_kind(key, "true or false", value);
    (key == "hide_name" ? asked.hide_name : asked.hide_amount) = value.get<bool>();
    return {};
  }
  std::string* text = text_field(asked, key);
  if (text == nullptr) {
    return Failure{Cause::bad_input, key +
                                         ": this key is not known; expected amount, name, giver, fund, way, message, "
                                         "hide_name or hide_amount"};
  }
  if (!value.is_string()) return wrong_kind(key, "a text", value);
  *text = value.get<std::string>();
  return {};
}

// A name is never dropped in silence: the giver asked for it to be recorded.
Result<std::string> clean(std::string_view key, const std::string& text, std::size_t letters_max) {
  Result<std::string> out = sanitise(text, letters_max);
  if (!out) return Failure{Cause::bad_input, fmt::format("{}: {}", key, out.failure().words)};
  if (out->empty() && !text.empty()) return wrong(key, "letters that can be shown", "none");
  return out;
}

std::string fund_keys(const Campaign& campaign) {
  std::string out;
  for (const Fund& fund : campaign.funds) out += (out.empty() ? "" : ", ") + fund.key;
  return out;
}

}  // namespace

Result<PledgeAsked> read_pledge_line(std::string_view line) {
  const Result<json> object = parse_json(line, "line");
  if (!object) return object.failure();
  if (!object->is_object()) return Failure{Cause::bad_input, "expected a JSON object such as {\"amount\":500000}"};
  PledgeAsked asked;
  for (const auto& [key, value] : object->items()) {
    if (Done taken = take_field(asked, key, value); !taken) return taken.failure();
  }
  if (!object->contains("amount")) return wrong("amount", "a whole number of đồng", "nothing");
  return asked;
}

Result<std::vector<Fact>> pledge_facts(const PledgeAsked& asked, const Campaign& campaign, const PledgeCode& code) {
  if (asked.amount < campaign.amount_least || asked.amount > campaign.amount_most) {
    return wrong("amount",
                 fmt::format("from {} to {}", grouped(campaign.amount_least), grouped_dong(campaign.amount_most)),
                 grouped(asked.amount));
  }
  const Result<std::string> name = clean("name", asked.name, kNameLettersMax);
  if (!name) return name.failure();
  const Result<std::string> message = clean("message", asked.message, kMessageLettersMax);
  if (!message) return message.failure();

  const std::string giver_asked =
      !asked.giver.empty() ? asked.giver : std::string(giver_text(name->empty() ? Giver::unnamed : Giver::person));
  const std::optional<Giver> giver = read_giver(giver_asked);
  if (!giver) return wrong("giver", "person, business, agency, group, social or unnamed", giver_asked);
  if (*giver == Giver::unnamed && !name->empty()) return wrong("giver", "a kind of giver that has a name", giver_asked);
  const std::optional<Way> way = read_way(asked.way.empty() ? way_text(Way::transfer) : asked.way);
  if (!way) return wrong("way", "transfer, cash, later or in_kind", asked.way);
  const std::string fund = asked.fund.empty() ? campaign.funds.front().key : asked.fund;
  if (find_fund(campaign, fund) == nullptr) return wrong("fund", "one of " + fund_keys(campaign), fund);

  std::vector<Fact> facts = {
      Pledged{asked.amount, code, fund, *giver, *way, asked.hide_name || *giver == Giver::unnamed, asked.hide_amount}};
  if (!name->empty() || !message->empty()) facts.push_back(Named{*name, *message});
  return facts;
}

std::string pledge_answer(const EntryRef& entry, const PledgeCode& code, std::int64_t monotonic_ns, std::int64_t line) {
  return fmt::format(R"({{"entry":"{}","code":"{}","monotonic_ns":{},"line":{}}})", entry_text(entry), code_text(code),
                     monotonic_ns, line);
}

std::string pledge_refusal(std::int64_t line, std::string_view why) {
  // What a person sent may stand in `why`; bytes that are no letters are replaced, not passed on.
  return fmt::format(R"({{"line":{},"error":{}}})", line,
                     json(why).dump(-1, ' ', false, json::error_handler_t::replace));
}

}  // namespace mn
