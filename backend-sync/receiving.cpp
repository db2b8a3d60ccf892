#include "backend-sync/receiving.h"

#include <nlohmann/json.hpp>

#include "backend-sync/wire.h"
#include "core/json.h"

namespace mn {
namespace {

using nlohmann::json;

// A name or a contact may be erased on request and the chain still verifies; without any other body the entry would say
// nothing, and "had it already" would keep the real one out for ever.
bool may_lack_body(Kind kind) { return kind == Kind::named || kind == Kind::contact; }

// One body that no fold can read would stop every screen behind this journal, so it is stopped here.
Done check_bodies(const Run& run) {
  for (const Entry& entry : run) {
    if (!entry.body) {
      if (may_lack_body(entry.header.kind)) continue;
      return Failure{Cause::refused, "entry " + entry_text(entry.ref()) + ": came without its body"};
    }
    if (!has_rules(entry.header.kind)) continue;
    if (const Result<Fact> fact = fact_of(entry); !fact) return fact.failure();
  }
  return {};
}

int status_of(Cause cause) {
  switch (cause) {
    case Cause::bad_input:
    case Cause::corrupt:
      return 400;
    case Cause::refused:
      return 403;
    case Cause::not_found:
      return 404;
    case Cause::gap:
    case Cause::conflict:
      return 409;
    case Cause::busy:
    case Cause::unavailable:
    case Cause::unknown:
      return 503;
  }
  return 500;
}

std::string_view outcome_word(Outcome outcome) {
  switch (outcome) {
    case Outcome::appended:
      return "appended";
    case Outcome::had:
      return "had";
    case Outcome::gap:
      return "gap";
    case Outcome::conflict:
      return "conflict";
  }
  return "";
}

std::optional<Outcome> read_outcome(std::string_view text) {
  for (const Outcome outcome : {Outcome::appended, Outcome::had, Outcome::gap, Outcome::conflict}) {
    if (text == outcome_word(outcome)) return outcome;
  }
  return std::nullopt;
}

bool changes_roster(Kind kind) { return kind == Kind::born || kind == Kind::enrolled || kind == Kind::revoked; }

std::string text_at(const json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

}  // namespace

Admission begin_admission(const CampaignId& campaign, const OriginId& root) {
  Admission admission;
  admission.campaign = campaign;
  admission.roster.roots.insert(root);
  return admission;
}

void apply(Admission& admission, const Entry& kept) { apply(admission.roster, kept); }

Done examine_run(const Admission& admission, const Run& run) {
  if (run.empty()) return Failure{Cause::bad_input, "an empty run"};
  if (Done admitted = admit(admission.roster, admission.campaign, run); !admitted) return admitted;
  const OriginId& origin = run.front().header.origin;
  if (admission.quarantined.contains(origin)) {
    return Failure{Cause::conflict,
                   "origin " + origin_text(origin) +
                       " is quarantined: it wrote two different entries under one number. Nothing more of it is "
                       "kept here until an operator has looked and restarted this program"};
  }
  return check_bodies(run);
}

Result<Run> examine(const Admission& admission, ByteView packed) {
  Result<Run> run = unpack(packed, kRunEntriesMax);
  if (!run) return run.failure();
  if (Done examined = examine_run(admission, *run); !examined) return examined.failure();
  return *std::move(run);
}

bool settles(const Run& run, const Answer& answer) {
  if (answer.outcome == Outcome::conflict) return true;
  if (answer.outcome != Outcome::appended) return false;
  for (const Entry& entry : run) {
    if (changes_roster(entry.header.kind)) return true;
  }
  return false;
}

void settle(Admission& admission, const Run& run, const Answer& answer) {
  if (answer.outcome == Outcome::conflict) admission.quarantined.insert(run.front().header.origin);
  if (answer.outcome != Outcome::appended) return;
  for (const Entry& entry : run) apply(admission, entry);
}

Reply reply_of(const std::string& epoch, const Answer& answer) {
  const bool kept = answer.outcome == Outcome::appended || answer.outcome == Outcome::had;
  json text = {{"digest", to_hex(answer.head.digest)},
               {"epoch", epoch},
               {"origin", origin_text(answer.head.origin)},
               {"outcome", outcome_word(answer.outcome)},
               {"seq", answer.head.seq}};
  if (answer.outcome == Outcome::conflict)
    text["words"] = "another entry is kept here under the same origin and number";
  return {kept ? 200 : 409, text.dump()};
}

Reply reply_of(const std::string& epoch, const Failure& failure) {
  // Words can quote what came in; a peer's bytes that are no UTF-8 must not make an exception.
  const json text = {{"cause", cause_text(failure.cause)}, {"epoch", epoch}, {"words", failure.words}};
  return {status_of(failure.cause), text.dump(-1, ' ', true, json::error_handler_t::replace)};
}

Result<HubAnswer> read_reply(int status, std::string_view text, const OriginId& asked) {
  const Failure no_reply{Cause::unavailable, "what answered is no hub (HTTP " + std::to_string(status) + ")"};
  const Result<json> object = parse_json(text, "reply");
  if (!object || !object->is_object()) return no_reply;
  HubAnswer out;
  out.epoch = text_at(*object, "epoch");
  if (const std::optional<Cause> cause = read_cause(text_at(*object, "cause"))) {
    if (*cause == Cause::gap) {
      out.answer = {Outcome::gap, {asked, 0, {}}};
      return out;
    }
    return Failure{*cause, text_at(*object, "words")};
  }
  const std::optional<Outcome> outcome = read_outcome(text_at(*object, "outcome"));
  const std::optional<OriginId> origin = read_origin(text_at(*object, "origin"));
  const std::optional<Digest> digest = array_from_hex<32>(text_at(*object, "digest"));
  const auto seq = object->find("seq");
  if (!outcome || origin != asked || !digest || seq == object->end() || !seq->is_number_integer()) return no_reply;
  if (seq->get<std::int64_t>() < 0) return no_reply;
  out.answer = {*outcome, {asked, static_cast<Seq>(seq->get<std::int64_t>()), *digest}};
  return out;
}

std::string about(const OriginId& origin, const std::string& words) {
  const std::string name = origin_text(origin);
  return words.find(name) != std::string::npos ? words : "origin " + name + ": " + words;
}

}  // namespace mn
