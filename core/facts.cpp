#include "core/facts.h"

#include <nlohmann/json.hpp>

#include "core/body_fields.h"
#include "core/check.h"
#include "core/json.h"

namespace mn {
namespace {

using nlohmann::json;

constexpr std::int64_t kQuantityMost = 999'999;
constexpr std::size_t kSceneSignsMost = 24;

template <class Enum>
struct Worded {
  Enum value;
  std::string_view text;
};

constexpr Worded<Giver> kGivers[] = {{Giver::person, "person"}, {Giver::business, "business"},
                                     {Giver::agency, "agency"}, {Giver::group, "group"},
                                     {Giver::social, "social"}, {Giver::unnamed, "unnamed"}};
constexpr Worded<Way> kWays[] = {
    {Way::transfer, "transfer"}, {Way::cash, "cash"}, {Way::later, "later"}, {Way::in_kind, "in_kind"}};
constexpr Worded<Role> kRoles[] = {{Role::kiosk, "kiosk"},
                                   {Role::desk, "desk"},
                                   {Role::display, "display"},
                                   {Role::hub, "hub"},
                                   {Role::accountant, "accountant"}};
constexpr Worded<Verdict> kVerdicts[] = {
    {Verdict::released, "released"}, {Verdict::masked, "masked"}, {Verdict::replaced, "replaced"}};

template <class Enum, std::size_t N>
std::string_view text_in(const Worded<Enum> (&table)[N], Enum value) {
  for (const auto& row : table) {
    if (row.value == value) return row.text;
  }
  MN_CHECK(false, "every value has its text");
  return {};
}

template <class Enum, std::size_t N>
std::optional<Enum> value_in(const Worded<Enum> (&table)[N], std::string_view text) {
  for (const auto& row : table) {
    if (row.text == text) return row.value;
  }
  return std::nullopt;
}

json to_json(const Born& fact) { return {{"key", to_hex(fact.key)}, {"name", fact.name}, {"program", fact.program}}; }
json to_json(const Pledged& fact) {
  json out = {{"amount", fact.amount.dong},      {"code", fact.code.signs},         {"fund", fact.fund},
              {"giver", giver_text(fact.giver)}, {"hide_amount", fact.hide_amount}, {"hide_name", fact.hide_name},
              {"way", way_text(fact.way)}};
  if (fact.pay_on) out["pay_on"] = iso_date(*fact.pay_on);
  if (fact.goods) {
    out["goods"] = fact.goods->what;
    out["quantity"] = fact.goods->quantity;
    out["unit"] = fact.goods->unit;
  }
  return out;
}
json to_json(const Named& fact) {
  json out = {{"message", fact.message}, {"shown_as", fact.shown_as}};
  if (!fact.invitation.empty()) out["invitation"] = fact.invitation;
  return out;
}
json to_json(const Contact& fact) { return {{"key", fact.key}, {"sealed", fact.sealed}}; }
json to_json(const Consented& fact) {
  json out = {{"keep_contact", fact.keep_contact}, {"publish", fact.publish}, {"text_version", fact.text_version}};
  if (!fact.contact_text_version.empty()) out["contact_text_version"] = fact.contact_text_version;
  return out;
}
json to_json(const Voided& fact) { return {{"pledge", entry_text(fact.pledge)}, {"reason", fact.reason}}; }
json to_json(const Paid& fact) {
  json out = {{"amount", fact.amount.dong},
              {"bank_reference", fact.bank_reference},
              {"booked_at", fact.booked_at},
              {"statement_line", to_hex(fact.statement_line)}};
  if (fact.pledge) out["pledge"] = entry_text(*fact.pledge);
  return out;
}
json to_json(const Enrolled& fact) {
  return {{"name", fact.name}, {"origin", origin_text(fact.origin)}, {"role", role_text(fact.role)}};
}
json to_json(const Revoked& fact) { return {{"after_seq", fact.after_seq}, {"origin", origin_text(fact.origin)}}; }
json to_json(const Called& fact) { return {{"screen", fact.screen}}; }
json to_json(const Answered& fact) { return {{"call", entry_text(fact.call)}}; }
json to_json(const Screened& fact) {
  json out = {{"pledge", entry_text(fact.pledge)}, {"verdict", verdict_text(fact.verdict)}};
  if (fact.verdict == Verdict::replaced) out["shown_as"] = fact.shown_as;
  return out;
}
json to_json(const Announced& fact) { return {{"pledge", entry_text(fact.pledge)}}; }
json to_json(const Matched& fact) {
  json out = {{"cap", fact.cap.dong},
              {"from_us", fact.from_us},
              {"percent", fact.percent},
              {"sponsor", fact.sponsor},
              {"until_us", fact.until_us}};
  if (!fact.fund.empty()) out["fund"] = fact.fund;
  return out;
}
json to_json(const Cued& fact) {
  json out = {{"scene", fact.scene}};
  if (fact.pledge) out["pledge"] = entry_text(*fact.pledge);
  if (!fact.name.empty()) out["name"] = fact.name;
  if (!fact.line.empty()) out["line"] = fact.line;
  return out;
}

std::optional<PledgeCode> read_signs(const std::string& signs) {
  return read_code(std::string(kCodePrefix) + signs).code;
}

std::optional<LocalTime> read_day(const std::string& text) {
  const Result<LocalTime> day = read_date(text);
  return day && iso_date(*day) == text ? std::optional(*day) : std::nullopt;
}

Screened read_screened(Fields& in) {
  Screened fact;
  fact.pledge = in.parsed("pledge", "ORIGIN:SEQ", read_entry_ref);
  fact.verdict = in.parsed("verdict", "released, masked or replaced", read_verdict);
  if (fact.verdict == Verdict::replaced) fact.shown_as = in.text("shown_as");
  return fact;
}

Matched read_matched(Fields& in) {
  Matched fact;
  fact.sponsor = in.text("sponsor");
  fact.percent = in.integer("percent", 1, kMatchedPercentMost);
  fact.cap = in.amount("cap");
  fact.from_us = in.integer("from_us", 0, INT64_MAX - 1);
  fact.until_us = in.integer("until_us", fact.from_us + 1, INT64_MAX);
  fact.fund = in.text_or_none("fund");
  return fact;
}

std::optional<std::string> read_scene(const std::string& text) {
  return is_scene_name(text) ? std::optional(text) : std::nullopt;
}

Cued read_cued(Fields& in) {
  Cued fact;
  fact.scene = in.parsed("scene", "1 to 24 signs a-z and _", read_scene);
  if (in.has("pledge")) fact.pledge = in.parsed("pledge", "ORIGIN:SEQ", read_entry_ref);
  fact.name = in.text_or_none("name");
  fact.line = in.text_or_none("line");
  return fact;
}

Fact read_fact(Kind kind, Fields& in) {
  switch (kind) {
    case Kind::born:
      return Born{in.parsed("key", "64 hexadecimal digits", [](const std::string& t) { return array_from_hex<32>(t); }),
                  in.text("program"), in.text("name")};
    case Kind::pledged: {
      Pledged fact;
      fact.way = in.parsed("way", "a way of giving", read_way);
      fact.amount = in.amount("amount", fact.way == Way::in_kind ? 0 : 1);
      fact.code = in.parsed("code", "a pledge code's six signs", read_signs);
      fact.fund = in.text("fund");
      fact.giver = in.parsed("giver", "a kind of giver", read_giver);
      fact.hide_name = in.boolean("hide_name");
      fact.hide_amount = in.boolean("hide_amount");
      if (in.has("pay_on")) fact.pay_on = in.parsed("pay_on", "a day such as 2025-05-29", read_day);
      if (in.has("goods")) {
        fact.goods = Goods{in.text("goods"), in.integer("quantity", 1, kQuantityMost), in.text("unit")};
      }
      return fact;
    }
    case Kind::named:
      return Named{in.text("shown_as"), in.text("message"), in.text_or_none("invitation")};
    case Kind::contact: {
      Contact fact;
      fact.key =
          to_hex(in.parsed("key", "16 hexadecimal digits", [](const std::string& t) { return array_from_hex<8>(t); }));
      fact.sealed = in.text("sealed");
      (void)in.parsed("sealed", "base64", [](const std::string& t) { return from_base64(t); });
      return fact;
    }
    case Kind::consented:
      return Consented{in.text("text_version"), in.boolean("keep_contact"), in.boolean("publish"),
                       in.text_or_none("contact_text_version")};
    case Kind::voided:
      return Voided{in.parsed("pledge", "ORIGIN:SEQ", read_entry_ref), in.text("reason")};
    case Kind::paid: {
      Paid fact;
      if (in.has("pledge")) fact.pledge = in.parsed("pledge", "ORIGIN:SEQ", read_entry_ref);
      fact.amount = in.amount("amount");
      fact.booked_at = in.text("booked_at");
      fact.statement_line = in.parsed("statement_line", "64 hexadecimal digits",
                                      [](const std::string& t) { return array_from_hex<32>(t); });
      fact.bank_reference = in.text("bank_reference");
      return fact;
    }
    case Kind::enrolled:
      return Enrolled{in.parsed("origin", "an origin", [](const std::string& t) { return read_origin(t); }),
                      in.parsed("role", "a role", read_role), in.text("name")};
    case Kind::revoked:
      return Revoked{in.parsed("origin", "an origin", [](const std::string& t) { return read_origin(t); }),
                     static_cast<Seq>(in.integer("after_seq", 0, INT64_MAX))};
    case Kind::called:
      return Called{in.text("screen")};
    case Kind::answered:
      return Answered{in.parsed("call", "ORIGIN:SEQ", read_entry_ref)};
    case Kind::screened:
      return read_screened(in);
    case Kind::announced:
      return Announced{in.parsed("pledge", "ORIGIN:SEQ", read_entry_ref)};
    case Kind::matched:
      return read_matched(in);
    case Kind::cued:
      return read_cued(in);
    case Kind::delivered:
    case Kind::written_off:
    case Kind::counted:
    case Kind::opened:
    case Kind::closed:
      break;
  }
  MN_CHECK(false, "only kinds that have rules are read");
  return Born{};
}

}  // namespace

std::string_view giver_text(Giver giver) { return text_in(kGivers, giver); }
std::string_view way_text(Way way) { return text_in(kWays, way); }
std::string_view role_text(Role role) { return text_in(kRoles, role); }
std::optional<Giver> read_giver(std::string_view text) { return value_in(kGivers, text); }
std::optional<Way> read_way(std::string_view text) { return value_in(kWays, text); }
std::optional<Role> read_role(std::string_view text) { return value_in(kRoles, text); }
std::string_view verdict_text(Verdict verdict) { return text_in(kVerdicts, verdict); }
std::optional<Verdict> read_verdict(std::string_view text) { return value_in(kVerdicts, text); }

bool is_scene_name(std::string_view text) {
  if (text.empty() || text.size() > kSceneSignsMost) return false;
  for (const char sign : text) {
    if (sign != '_' && (sign < 'a' || sign > 'z')) return false;
  }
  return true;
}

Kind kind_of(const Fact& fact) {
  struct Visitor {
    Kind operator()(const Born&) const { return Kind::born; }
    Kind operator()(const Pledged&) const { return Kind::pledged; }
    Kind operator()(const Named&) const { return Kind::named; }
    Kind operator()(const Contact&) const { return Kind::contact; }
    Kind operator()(const Consented&) const { return Kind::consented; }
    Kind operator()(const Voided&) const { return Kind::voided; }
    Kind operator()(const Paid&) const { return Kind::paid; }
    Kind operator()(const Enrolled&) const { return Kind::enrolled; }
    Kind operator()(const Revoked&) const { return Kind::revoked; }
    Kind operator()(const Called&) const { return Kind::called; }
    Kind operator()(const Answered&) const { return Kind::answered; }
    Kind operator()(const Screened&) const { return Kind::screened; }
    Kind operator()(const Announced&) const { return Kind::announced; }
    Kind operator()(const Matched&) const { return Kind::matched; }
    Kind operator()(const Cued&) const { return Kind::cued; }
  };
  return std::visit(Visitor{}, fact);
}

bool has_rules(Kind kind) {
  switch (kind) {
    case Kind::born:
    case Kind::pledged:
    case Kind::named:
    case Kind::contact:
    case Kind::consented:
    case Kind::voided:
    case Kind::paid:
    case Kind::enrolled:
    case Kind::revoked:
    case Kind::called:
    case Kind::answered:
    case Kind::screened:
    case Kind::announced:
    case Kind::matched:
    case Kind::cued:
      return true;
    case Kind::delivered:
    case Kind::written_off:
    case Kind::counted:
    case Kind::opened:
    case Kind::closed:
      return false;
  }
  return false;
}

Bytes encode_body(const Fact& fact, const Salt& salt) {
  const std::string text = std::visit([](const auto& value) { return to_json(value).dump(); }, fact);
  Bytes out(salt.begin(), salt.end());
  out.insert(out.end(), text.begin(), text.end());
  return out;
}

Result<Fact> fact_of(const Entry& entry) {
  const std::string name = "entry " + entry_text(entry.ref());
  if (!entry.body) return Failure{Cause::not_found, name + ": this copy holds no body"};
  if (!has_rules(entry.header.kind)) {
    return Failure{Cause::refused, name + ": kind " + std::string(kind_text(entry.header.kind)) + " has no rules yet"};
  }
  if (entry.body->size() < std::tuple_size_v<Salt>) return Failure{Cause::corrupt, name + ": the body is too short"};
  const ByteView text = ByteView(*entry.body).subspan(std::tuple_size_v<Salt>);
  Result<json> object = parse_json(text_of(text), name);
  if (!object) return Failure{Cause::corrupt, object.failure().words};
  if (!object->is_object()) return Failure{Cause::corrupt, name + ": the body is not a JSON object"};
  Fields fields(*object);
  Fact fact = read_fact(entry.header.kind, fields);
  if (!fields.wrong_words().empty()) return Failure{Cause::corrupt, name + ": " + fields.wrong_words()};
  return fact;
}

Run seal(const CampaignId& campaign, const Head& head, const Append& append, const KeyPair& keys) {
  MN_CHECK(!append.facts.empty() && append.facts.size() <= kAppendEntriesMax, "an append holds 1 to 16 facts");
  MN_CHECK(append.salts.size() == append.facts.size(), "each fact has its salt");
  MN_CHECK(head.origin == origin_of(keys.public_key), "an origin seals with its own key");
  Run run;
  Digest previous = head.digest;
  for (std::size_t i = 0; i < append.facts.size(); ++i) {
    Entry entry;
    entry.body = encode_body(append.facts[i], append.salts[i]);
    MN_CHECK(entry.body->size() <= kBodySizeMax, "a body fits its limit");
    entry.header = {
        kind_of(append.facts[i]), head.seq + 1 + i, append.made_at_us, campaign, head.origin, append.visit, previous,
        sha256(*entry.body)};
    entry.bytes = encode_header(entry.header);
    entry.digest = previous = sha256(entry.bytes);
    run.push_back(std::move(entry));
  }
  run.back().signature = sign(run.back().digest, keys);
  return run;
}

}  // namespace mn
