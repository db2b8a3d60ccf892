#include "backend-sync/pushing.h"

#include <algorithm>
#include <utility>

#include "backend-sync/backoff.h"

namespace mn {
namespace {

// After which entry the origin's next run begins; nothing when the hub has it all.
std::optional<Seq> due(const PushLine& line) {
  if (line.local.seq == 0) return std::nullopt;
  if (line.local.seq > line.hub.seq) return line.hub.seq;
  if (line.local.seq == line.hub.seq && line.local.digest == line.hub.digest) return std::nullopt;
  // The hub has as many or more, and not surely ours: a journal restored from an old copy. Our last entry, sent once
  // more, tells.
  if (line.probed == line.local.seq) return std::nullopt;
  return line.local.seq - 1;
}

bool may_go(const PushState& state, const PushLine& line, std::int64_t now_ms) {
  if (!due(line)) return false;
  switch (line.flow) {
    case Flow::flowing:
      return true;
    case Flow::refused:
      return line.refused_at_progress != state.progress || now_ms >= line.retry_at_ms;
    case Flow::conflict:
      return false;
  }
  return false;
}

// Own origin first, then those that flow in turns, and those that were refused only when nothing else is left to send.
std::optional<OriginId> choose(const PushState& state, std::int64_t now_ms) {
  const auto own = state.lines.find(state.own);
  if (own != state.lines.end() && may_go(state, own->second, now_ms)) return state.own;
  for (const Flow flow : {Flow::flowing, Flow::refused}) {
    std::optional<OriginId> first;
    for (const auto& [origin, line] : state.lines) {
      if (line.flow != flow || !may_go(state, line, now_ms)) continue;
      if (origin > state.last_sent) return origin;
      if (!first) first = origin;
    }
    if (first) return first;
  }
  return std::nullopt;
}

PushOrder next_order(PushState& state, std::int64_t now_ms) {
  if (now_ms < state.retry_at_ms) return Wait{state.retry_at_ms};
  const std::int64_t ask_heads_at_ms = state.heads_asked_at_ms + kAskHeadsEveryMs;
  if (!state.heads_known || now_ms >= ask_heads_at_ms) return AskHeads{};
  if (const std::optional<OriginId> origin = choose(state, now_ms)) {
    const Seq after = *due(state.lines.at(*origin));
    state.sent = EntryRef{*origin, after};
    state.last_sent = *origin;
    return SendRun{*origin, after};
  }
  std::int64_t until_ms = ask_heads_at_ms;
  for (const auto& [origin, line] : state.lines) {
    if (line.flow == Flow::refused && due(line)) until_ms = std::min(until_ms, line.retry_at_ms);
  }
  return Wait{until_ms};
}

void stand_back(PushState& state, std::int64_t now_ms, std::uint64_t random) {
  state.failures += 1;
  state.retry_at_ms = now_ms + backoff_ms(state.failures, random);
  state.heads_known = false;
}

void run_was_answered(PushState& state) {
  state.trouble.clear();
  state.trouble_with_runs = false;
}

void take(PushState& state, const LocalHeads& local, std::int64_t, std::uint64_t) {
  for (const Head& head : local.heads) state.lines[head.origin].local = head;
}

void take(PushState& state, const HubHeads& hub, std::int64_t now_ms, std::uint64_t) {
  for (auto& [origin, line] : state.lines) line.hub = Head{origin, 0, {}};
  for (const Head& head : hub.heads) {
    const auto line = state.lines.find(head.origin);
    if (line != state.lines.end()) line->second.hub = head;
  }
  if (state.epoch != hub.epoch) {
    for (auto& [origin, line] : state.lines) line.probed = 0;
  }
  if (state.heads_known) state.failures = 0;  // calm since the last time
  state.epoch = hub.epoch;
  state.heads_known = true;
  state.heads_asked_at_ms = now_ms;
  // A run whose answer was lost may have been kept all the same.
  const bool all_there = std::none_of(state.lines.begin(), state.lines.end(),
                                      [](const auto& item) { return due(item.second).has_value(); });
  if (!state.trouble_with_runs || all_there) run_was_answered(state);
}

void take(PushState& state, const Pushed& pushed, std::int64_t now_ms, std::uint64_t random) {
  if (!state.sent) return;
  const EntryRef sent = *std::exchange(state.sent, std::nullopt);
  run_was_answered(state);
  PushLine& line = state.lines[sent.origin];
  const Answer& answer = pushed.said.answer;
  line.hub = answer.head;
  if (pushed.sent_to.seq > line.local.seq) line.local = pushed.sent_to;
  switch (answer.outcome) {
    case Outcome::appended:
    case Outcome::had:
      line.flow = Flow::flowing;
      line.words.clear();
      line.refusals = 0;
      if (answer.head.seq >= pushed.sent_to.seq) {
        line.probed = pushed.sent_to.seq;
        state.failures = 0;
        state.progress += 1;
      } else {
        stand_back(state, now_ms, random);
      }
      break;
    case Outcome::gap:
      // The hub has less than it said: it was restored, so of the other origins it may have less too.
      stand_back(state, now_ms, random);
      break;
    case Outcome::conflict:
      line.flow = Flow::conflict;
      line.words =
          "the hub has other entries under the same numbers; this journal, or the hub's, was restored from an old copy";
      break;
  }
  if (pushed.said.epoch != state.epoch) state.heads_known = false;
}

void take(PushState& state, const Failure& failure, std::int64_t now_ms, std::uint64_t random) {
  const std::optional<EntryRef> sent = std::exchange(state.sent, std::nullopt);
  const bool of_the_run = failure.cause == Cause::refused || failure.cause == Cause::corrupt ||
                          failure.cause == Cause::bad_input || failure.cause == Cause::conflict;
  if (!sent || !of_the_run) {
    state.trouble = failure.words;
    state.trouble_with_runs = sent.has_value();
    stand_back(state, now_ms, random);
    return;
  }
  run_was_answered(state);
  PushLine& line = state.lines[sent->origin];
  line.words = failure.words;
  line.flow = failure.cause == Cause::conflict ? Flow::conflict : Flow::refused;
  line.refusals += 1;
  line.retry_at_ms = now_ms + backoff_ms(line.refusals, random);
  line.refused_at_progress = state.progress;
}

}  // namespace

PushStep advance(PushState state, const PushInput& input, std::int64_t now_ms, std::uint64_t random) {
  std::visit([&](const auto& value) { take(state, value, now_ms, random); }, input);
  PushOrder order = next_order(state, now_ms);
  return {std::move(state), order};
}

bool settled(const PushState& state) {
  if (!state.heads_known || state.sent || !state.trouble.empty()) return false;
  return std::all_of(state.lines.begin(), state.lines.end(), [&](const auto& item) {
    const PushLine& line = item.second;
    return !due(line) || line.flow == Flow::conflict ||
           (line.flow == Flow::refused && line.refused_at_progress == state.progress);
  });
}

std::vector<std::string> stopped_lines(const PushState& state) {
  std::vector<std::string> lines;
  if (!state.trouble.empty()) lines.push_back("hub: " + state.trouble);
  for (const auto& [origin, line] : state.lines) {
    if (line.flow != Flow::flowing) lines.push_back(about(origin, line.words));
  }
  return lines;
}

}  // namespace mn
