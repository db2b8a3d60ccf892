#include "backend-sync/pulling.h"

#include <algorithm>

#include "backend-sync/backoff.h"
#include "core/check.h"

namespace mn {
namespace {

PullOrder next_order(PullState& state, std::int64_t now_ms) {
  if (now_ms < state.retry_at_ms) return WaitForNews{state.retry_at_ms};
  if (!state.hub_known) return AskHub{};
  const bool ask_refused = state.stopped.size() > state.conflicts.size() && now_ms >= state.ask_refused_at_ms;
  if (state.news || ask_refused || now_ms >= state.page_asked_at_ms + kAskPageEveryMs) {
    state.news = true;  // until a page comes that says there is no more
    state.page_asked_at_ms = now_ms;
    std::set<OriginId> without = state.conflicts;
    if (!ask_refused) {
      for (const auto& [origin, words] : state.stopped) without.insert(origin);
    }
    return AskPage{std::move(without)};
  }
  std::int64_t until_ms = state.page_asked_at_ms + kAskPageEveryMs;
  if (state.stopped.size() > state.conflicts.size()) until_ms = std::min(until_ms, state.ask_refused_at_ms);
  return WaitForNews{until_ms};
}

void take(PullState& state, const HubIs&, std::int64_t, std::uint64_t) {
  state.hub_known = true;  // trouble ends with a page, not with a name: a hub may be there and let us read nothing
  state.news = true;
}

void take(PullState& state, const PageTaken& page, std::int64_t now_ms, std::uint64_t random) {
  state.failures = 0;
  state.trouble.clear();
  for (const OriginId& origin : page.taken) state.stopped.erase(origin);
  for (const auto& [origin, failure] : page.refused) {
    state.stopped[origin] = failure.words;
    if (failure.cause == Cause::conflict) state.conflicts.insert(origin);
  }
  if (!page.taken.empty()) {
    // What came may hold the enrolment that a refused origin was waiting for.
    state.refusals = 0;
    state.ask_refused_at_ms = now_ms;
  } else if (!page.refused.empty()) {
    state.refusals += 1;
    state.ask_refused_at_ms = now_ms + backoff_ms(state.refusals, random);
  } else {
    state.news = false;
  }
}

void take(PullState& state, const News& news, std::int64_t, std::uint64_t) { state.news = state.news || news.told; }

void take(PullState& state, const Failure& failure, std::int64_t now_ms, std::uint64_t random) {
  state.trouble = failure.words;
  state.hub_known = false;
  state.failures += 1;
  state.retry_at_ms = now_ms + backoff_ms(state.failures, random);
}

// Consecutive entries of one origin are one run; the hub ends each with a signature.
std::vector<Run> split(std::vector<Entry> entries) {
  std::vector<Run> runs;
  for (Entry& entry : entries) {
    const bool goes_on =
        !runs.empty() && runs.back().back().header.origin == entry.header.origin && runs.back().size() < kRunEntriesMax;
    if (!goes_on) runs.emplace_back();
    runs.back().push_back(std::move(entry));
  }
  return runs;
}

}  // namespace

PullStep advance(PullState state, const PullInput& input, std::int64_t now_ms, std::uint64_t random) {
  std::visit([&](const auto& value) { take(state, value, now_ms, random); }, input);
  PullOrder order = next_order(state, now_ms);
  return {std::move(state), std::move(order)};
}

bool settled(const PullState& state) { return state.hub_known && !state.news && state.trouble.empty(); }

std::vector<std::string> stopped_lines(const PullState& state) {
  std::vector<std::string> lines;
  if (!state.trouble.empty()) lines.push_back("hub: " + state.trouble);
  for (const auto& [origin, words] : state.stopped) lines.push_back(about(origin, words));
  return lines;
}

Result<Page> examine_page(const Admission& admission, ByteView packed) {
  Result<std::vector<Entry>> entries = unpack(packed, kPageEntriesStretched);
  if (!entries) return entries.failure();
  Admission known = admission;
  Page page;
  for (Run& run : split(*std::move(entries))) {
    const OriginId origin = run.front().header.origin;
    if (page.refused.contains(origin)) continue;
    if (Done examined = examine_run(known, run); !examined) {
      page.refused.emplace(origin, examined.failure());
      continue;
    }
    for (const Entry& entry : run) apply(known, entry);
    page.runs.push_back(std::move(run));
  }
  return page;
}

PageTaken settle_page(Admission& admission, const Page& page, const std::vector<Answer>& answers) {
  MN_CHECK(answers.size() == page.runs.size(), "a journal answers one for one");
  PageTaken taken{{}, page.refused};
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const OriginId origin = page.runs[i].front().header.origin;
    settle(admission, page.runs[i], answers[i]);
    switch (answers[i].outcome) {
      case Outcome::appended:
      case Outcome::had:
        taken.taken.insert(origin);
        break;
      case Outcome::gap:
        taken.refused.emplace(origin, Failure{Cause::gap, "the hub's page leaves entries out"});
        break;
      case Outcome::conflict:
        taken.refused.emplace(origin,
                              Failure{Cause::conflict,
                                      "the hub has other entries under the same numbers; one of the journals was "
                                      "restored from an old copy"});
        break;
    }
  }
  return taken;
}

std::vector<EntryRef> lacking(const std::vector<Head>& hub, const PageRequest& request, const OriginId& own) {
  std::map<OriginId, Head> theirs;
  for (const Head& head : request.heads) theirs.emplace(head.origin, head);
  std::vector<EntryRef> out;
  for (const Head& ours : hub) {
    if (request.without.contains(ours.origin)) continue;
    const auto at = theirs.find(ours.origin);
    const Head has = at == theirs.end() ? Head{ours.origin, 0, {}} : at->second;
    // The same number under another digest: our last entry, sent once more, makes the reader see the conflict.
    const bool differs = has.seq == ours.seq && has.digest != ours.digest && ours.seq > 0;
    if (ours.seq > has.seq || differs) out.push_back({ours.origin, differs ? ours.seq - 1 : has.seq});
  }
  std::stable_partition(out.begin(), out.end(), [&](const EntryRef& ref) { return ref.origin == own; });
  return out;
}

}  // namespace mn
