#include "backend-sync/calls.h"

#include "core/text.h"

namespace mn {

std::optional<CallNews> apply(Calls& calls, const Entry& entry) {
  const Kind kind = entry.header.kind;
  if ((kind != Kind::called && kind != Kind::answered) || !entry.body) return std::nullopt;
  const Result<Fact> fact = fact_of(entry);
  if (!fact) return std::nullopt;
  if (const auto* called = std::get_if<Called>(&*fact)) {
    if (calls.answered.contains(entry.ref())) return std::nullopt;
    const Result<std::string> screen = sanitise(called->screen);
    const HelpCall call{entry.ref(), entry.header.made_at_us, screen ? *screen : std::string()};
    const bool is_new = calls.open.emplace(entry.ref(), call).second;
    return is_new ? std::optional(CallNews{call, true}) : std::nullopt;
  }
  const EntryRef& call = std::get<Answered>(*fact).call;
  calls.answered.insert(call);
  const auto at = calls.open.find(call);
  if (at == calls.open.end()) return std::nullopt;
  const CallNews news{at->second, false};
  calls.open.erase(at);
  return news;
}

}  // namespace mn
