// mangnon-sync push: brings what a hub lacks of a journal that another process writes; at most one batch in flight.
#include <sys/stat.h>

#include <algorithm>
#include <thread>

#include "backend-sync/program.h"
#include "backend-sync/pushing.h"
#include "backend-sync/sync/reporting.h"
#include "backend-sync/sync/sync.h"
#include "backend-sync/sync/telling.h"

namespace mn {
namespace {

constexpr const char* kProgram = "mangnon-sync push";
constexpr std::chrono::milliseconds kJournalAgain{500};

// A journal read by this process and written by another. A file that was replaced (a wiped kiosk) is another journal.
struct Source {
  std::unique_ptr<JournalReader> journal;
  ino_t file = 0;
  OriginId own;
  Position seen = 0;
};

ino_t file_of(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

Result<Source> open_source(const std::string& location) {
  Source source;
  source.file = file_of(location);
  Result<std::unique_ptr<JournalReader>> journal = open_reader(location);
  if (!journal) return journal.failure();
  source.journal = *std::move(journal);
  if (const Result<Card> card = read_card(location + ".pub")) source.own = card->origin;
  return source;
}

Failure of_the_journal(const Failure& failure) { return {Cause::unavailable, "journal: " + failure.words}; }

PushInput read_heads(Source& source) {
  // The position first: what commits in between is seen by the next wait.
  const Result<Position> position = source.journal->last_position();
  if (!position) return of_the_journal(position.failure());
  Result<std::vector<Head>> heads = source.journal->heads();
  if (!heads) return of_the_journal(heads.failure());
  source.seen = *position;
  return LocalHeads{*std::move(heads)};
}

class Pusher {
 public:
  Pusher(const SyncOptions& options, Http http, std::optional<Card> pinned)
      : options_(options),
        http_(std::move(http)),
        pinned_(std::move(pinned)),
        telling_("pushing to " + http_.url() + ": everything is there"),
        reporting_(options.journal) {}

  int run();

 private:
  Result<Source> wait_for_source();
  PushInput execute(const AskHeads&);
  PushInput execute(const SendRun& order);
  PushInput execute(const Wait& order);
  bool source_replaced() const {
    const ino_t file = file_of(options_.journal);
    return file != 0 && file != source_.file;
  }
  int end(const PushState& state) const;

  const SyncOptions& options_;
  Http http_;
  std::optional<Card> pinned_;
  Telling telling_;
  Reporting reporting_;
  Source source_;
  std::int64_t end_ms_ = 0;
};

Result<Source> Pusher::wait_for_source() {
  for (;;) {
    Result<Source> source = open_source(options_.journal);
    if (source) return source;
    telling_.tell({"journal: " + source.failure().words}, false);
    if (options_.once && (source.failure().cause != Cause::not_found || now_ms() >= end_ms_)) return source;
    std::this_thread::sleep_for(kJournalAgain);
  }
}

int Pusher::run() {
  end_ms_ = now_ms() + options_.timeout_s * std::int64_t{1000};
  for (;;) {
    Result<Source> source = wait_for_source();
    if (!source) return kExitFailed;
    source_ = *std::move(source);
    PushState state;
    state.own = source_.own;
    PushInput input = read_heads(source_);
    while (!source_replaced()) {
      PushStep step = advance(std::move(state), input, now_ms(), random_number());
      state = std::move(step.next);
      telling_.tell(stopped_lines(state), settled(state));
      reporting_.report(state);
      const bool hopeless = now_ms() >= end_ms_ || is_hopeless(std::get_if<Failure>(&input), state.failures);
      if (options_.once && (hopeless || settled(state))) return end(state);
      input = std::visit([&](const auto& order) { return execute(order); }, step.order);
    }
  }
}

PushInput Pusher::execute(const AskHeads&) {
  const Result<HubCard> card = ask_hub(http_, source_.journal->campaign(), pinned_);
  if (!card) return card.failure();
  const Result<HttpAnswer> answer = http_.get("/v1/heads");
  if (!answer) return answer.failure();
  Result<HubHeads> heads = mn::read_heads(answer->body);
  if (answer->status != 200 || !heads) return Failure{Cause::unavailable, "the hub does not say what it has"};
  reporting_.heard(card->name);
  return *std::move(heads);
}

PushInput Pusher::execute(const SendRun& order) {
  const Result<Run> run = source_.journal->read_run(order.origin, order.after, kRunEntriesMax);
  if (!run) return of_the_journal(run.failure());
  if (run->empty())
    return Failure{Cause::unavailable, "journal: no signed entry of " + origin_text(order.origin) + " after " +
                                           std::to_string(order.after)};
  const Result<HttpAnswer> answer =
      http_.post("/v1/entries", "application/octet-stream", std::string(text_of(pack(*run))));
  if (!answer) return answer.failure();
  Result<HubAnswer> said = read_reply(answer->status, answer->body, order.origin);
  // A refusal is an answer; what is no hub's answer, or a hub's "not just now", says nothing.
  if (said || said.failure().cause != Cause::unavailable) reporting_.heard();
  if (!said) return said.failure();
  return Pushed{*std::move(said), {order.origin, run->back().header.seq, run->back().digest}};
}

PushInput Pusher::execute(const Wait& order) {
  const std::int64_t until_ms = options_.once ? std::min(order.until_ms, end_ms_) : order.until_ms;
  const std::chrono::milliseconds left(std::clamp<std::int64_t>(until_ms - now_ms(), 0, 1000));
  const Result<bool> grew = source_.journal->wait_beyond(source_.seen, left);
  if (!grew) {
    std::this_thread::sleep_for(left);
    return of_the_journal(grew.failure());
  }
  return read_heads(source_);
}

int Pusher::end(const PushState& state) const {
  std::vector<Head> heads;
  for (const auto& [origin, line] : state.lines) heads.push_back({origin, line.hub.seq, line.hub.digest});
  print_heads(heads);
  const bool done = settled(state) && stopped_lines(state).empty();
  return done ? kExitDone : fail(kProgram, {Cause::refused, "not everything is at the hub; see above"});
}

}  // namespace

int push(const SyncOptions& options) {
  Result<Http> http = Http::to(options.hub);
  if (!http) return fail(kProgram, http.failure()), kExitWrongUsage;
  Result<std::optional<Card>> pinned = read_pinned(options.hub_card);
  if (!pinned) return fail(kProgram, pinned.failure());
  return Pusher(options, *std::move(http), *std::move(pinned)).run();
}

}  // namespace mn
