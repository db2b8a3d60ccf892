// mangnon-sync pull: keeps a journal of our own up with a hub, through its feed; begins after our heads, whatever
// happened before.
#include <algorithm>
#include <thread>

#include "backend-sync/program.h"
#include "backend-sync/pulling.h"
#include "backend-sync/sync/feed.h"
#include "backend-sync/sync/reporting.h"
#include "backend-sync/sync/sync.h"
#include "backend-sync/sync/telling.h"

namespace mn {
namespace {

constexpr const char* kProgram = "mangnon-sync pull";
constexpr std::size_t kFoldPage = 10'000;

class Puller {
 public:
  Puller(const SyncOptions& options, Http http, std::optional<Card> pinned)
      : options_(options),
        http_(std::move(http)),
        pinned_(std::move(pinned)),
        telling_("pulling from " + http_.url() + ": everything is here"),
        reporting_(options.journal) {}

  int run();

 private:
  PullInput execute(const AskHub&);
  PullInput execute(const AskPage& order);
  PullInput execute(const WaitForNews& order);
  Done open_journal(const CampaignId& campaign);
  Result<Admission> fold(const OriginId& root);
  Result<std::string> fetch(const AskPage& order);
  Reading reading(std::string method, std::string target, std::string body) const {
    return {hub_.campaign, hub_.epoch, std::move(method), std::move(target), std::move(body)};
  }
  int end(const PullState& state);

  const SyncOptions& options_;
  Http http_;
  std::optional<Card> pinned_;
  Telling telling_;
  Reporting reporting_;
  std::optional<Own> own_;
  HubCard hub_;
  Admission admission_;
  std::unique_ptr<Feed> feed_;
  std::uint64_t news_seen_ = 0;
  std::int64_t end_ms_ = 0;
};

int Puller::run() {
  end_ms_ = now_ms() + options_.timeout_s * std::int64_t{1000};
  PullState state;
  PullInput input = News{};
  for (;;) {
    PullStep step = advance(std::move(state), input, now_ms(), random_number());
    state = std::move(step.next);
    telling_.tell(stopped_lines(state), settled(state));
    reporting_.report(state);
    const bool hopeless = now_ms() >= end_ms_ || is_hopeless(std::get_if<Failure>(&input), state.failures);
    if (options_.once && (hopeless || settled(state))) return end(state);
    input = std::visit([&](const auto& order) { return execute(order); }, step.order);
  }
}

Done Puller::open_journal(const CampaignId& campaign) {
  if (own_) return {};
  Result<Own> own = open_own({options_.journal, campaign, program_text("mangnon-sync"), options_.name});
  if (!own) return own.failure();
  own_ = *std::move(own);
  return {};
}

// Who may write what, from what is here already, rooted in the hub.
Result<Admission> Puller::fold(const OriginId& root) {
  Admission admission = begin_admission(own_->journal->campaign(), root);
  for (Position position = 0;;) {
    const Result<std::vector<Placed>> page = own_->journal->read_after(position, kFoldPage);
    if (!page) return page.failure();
    if (page->empty()) return admission;
    for (const Placed& placed : *page) apply(admission, placed.entry);
    position = page->back().position;
  }
}

PullInput Puller::execute(const AskHub&) {
  const std::optional<CampaignId> campaign = own_ ? std::optional(own_->journal->campaign()) : std::nullopt;
  Result<HubCard> card = ask_hub(http_, campaign, pinned_);
  if (!card) return card.failure();
  if (Done opened = open_journal(card->campaign); !opened) return opened.failure();
  Result<Admission> admission = fold(card->origin);
  if (!admission) return admission.failure();
  const bool changed = card->epoch != hub_.epoch || card->origin != hub_.origin;
  if (!changed) admission->quarantined = admission_.quarantined;
  hub_ = *std::move(card);
  admission_ = *std::move(admission);
  if (!options_.once && (changed || !feed_)) {
    feed_ = std::make_unique<Feed>(http_.url(), reading_signature(reading("GET", "/v1/feed", ""), own_->keys));
    news_seen_ = 0;
  }
  return HubIs{};
}

Result<std::string> Puller::fetch(const AskPage& order) {
  Result<std::vector<Head>> heads = own_->journal->heads();
  if (!heads) return heads.failure();
  const std::string body = page_request_text({*std::move(heads), order.without, kPageEntriesMax});
  Result<HttpAnswer> answer = http_.post("/v1/page", "application/json", body,
                                         reading_signature(reading("POST", "/v1/page", body), own_->keys));
  if (!answer) return answer.failure();
  if (answer->status == 200) return std::move(answer->body);
  const Result<HubAnswer> said = read_reply(answer->status, answer->body, own_->origin);
  return said ? Failure{Cause::unavailable, "the hub gives no page"} : said.failure();
}

PullInput Puller::execute(const AskPage& order) {
  if (feed_) news_seen_ = feed_->news();
  const Result<std::string> body = fetch(order);
  if (!body) return body.failure();
  const Result<Page> page = examine_page(admission_, view_of(*body));
  if (!page) return page.failure();
  std::vector<Answer> answers;
  // Nothing is lacking, as of now: what the hall's screen calls fresh.
  if (page->runs.empty() && page->refused.empty()) reporting_.heard(hub_.name);
  if (!page->runs.empty()) {
    Result<std::vector<Answer>> appended = own_->journal->append(page->runs);
    if (!appended) {
      // Unknown: opened again, and what is there then is read off the entries.
      own_.reset();
      return Failure{Cause::unavailable, "journal: " + appended.failure().words};
    }
    answers = *std::move(appended);
  }
  return settle_page(admission_, *page, answers);
}

PullInput Puller::execute(const WaitForNews& order) {
  const std::int64_t until_ms = options_.once ? std::min(order.until_ms, end_ms_) : order.until_ms;
  if (feed_) return News{feed_->wait(news_seen_, until_ms) != news_seen_};
  std::this_thread::sleep_for(std::chrono::milliseconds(std::max<std::int64_t>(until_ms - now_ms(), 0)));
  return News{};
}

int Puller::end(const PullState& state) {
  if (own_) {
    if (const Result<std::vector<Head>> heads = own_->journal->heads()) print_heads(*heads);
  }
  const bool done = settled(state) && stopped_lines(state).empty();
  return done ? kExitDone : fail(kProgram, {Cause::refused, "not everything was taken; see above"});
}

}  // namespace

int pull(const SyncOptions& options) {
  Result<Http> http = Http::to(options.hub);
  if (!http) return fail(kProgram, http.failure()), kExitWrongUsage;
  Result<std::optional<Card>> pinned = read_pinned(options.hub_card);
  if (!pinned) return fail(kProgram, pinned.failure());
  return Puller(options, *std::move(http), *std::move(pinned)).run();
}

}  // namespace mn
