#include "backend-sync/hub/hub.h"

#include <fmt/format.h>

#include "backend-sync/hub/limits.h"

namespace mn {
namespace {

Response json(Reply reply) { return {reply.status, "application/json", std::move(reply.text), false}; }
Response json(std::string text) { return {200, "application/json", std::move(text), false}; }

}  // namespace

Result<std::unique_ptr<Hub>> Hub::open(const Opening& opening, const std::string& listen) {
  std::unique_ptr<Hub> hub(new Hub);
  Result<std::unique_ptr<Server>> server = Server::listen(
      listen, [h = hub.get()](Request request, Respond respond) { h->take(std::move(request), std::move(respond)); });
  if (!server) return server.failure();
  hub->server_ = *std::move(server);
  Result<std::unique_ptr<Keeper>> keeper = Keeper::open(opening, [h = hub.get()](Kept kept) {
    auto shared = std::make_shared<Kept>(std::move(kept));
    h->server_->post([h, shared] { h->take_kept(std::move(*shared)); });
  });
  if (!keeper) return keeper.failure();
  hub->keeper_ = *std::move(keeper);
  Result<std::unique_ptr<Pages>> pages =
      Pages::open(opening.location, hub->keeper_->card().origin, [k = hub->keeper_.get()] { return k->admission(); });
  if (!pages) return pages.failure();
  hub->pages_ = *std::move(pages);
  const HubHeads heads = hub->keeper_->heads();
  hub->heads_.position = heads.position;
  for (const Head& head : heads.heads) hub->heads_.all[head.origin] = head;
  return hub;
}

// The stages behind end first: they still hand over to the server.
Hub::~Hub() {
  pages_.reset();
  keeper_.reset();
}

void Hub::run(bool until_signal) {
  if (until_signal) server_->stop_on_signals();
  server_->run();
}

void Hub::take(Request request, Respond respond) {
  const std::string_view path = std::string_view(request.target).substr(0, request.target.find('?'));
  const auto is = [&](std::string_view method, std::string_view target) {
    return request.method == method && path == target;
  };
  constexpr std::string_view kHeadOf = "/v1/heads/";
  if (is("POST", "/v1/entries")) {
    return keeper_->push(std::move(request.body),
                         [respond = std::move(respond)](Reply reply) { respond(json(std::move(reply))); });
  }
  if (is("POST", "/v1/page")) return take_page(std::move(request), std::move(respond));
  if (is("GET", "/v1/feed")) return take_feed(std::move(request), std::move(respond));
  if (is("GET", "/v1/hub")) return respond(json(card_text(card())));
  if (is("GET", "/v1/heads")) {
    HubHeads all{card().epoch, heads_.position, {}};
    for (const auto& [origin, head] : heads_.all) all.heads.push_back(head);
    return respond(json(heads_text(all)));
  }
  if (request.method == "GET" && path.starts_with(kHeadOf))
    return answer_head(std::string(path.substr(kHeadOf.size())), respond);
  if (is("GET", "/v1/health")) return respond({journal_well_ ? 200 : 503, "application/json", health(), false});
  respond(json(reply_of(card().epoch,
                        Failure{Cause::not_found, "no such thing here; docs/wire-format.md lists what there is"})));
}

// What the stages behind hand over: after a commit, or a refusal.
void Hub::take_kept(Kept kept) {
  if (!kept.changed.epoch.empty()) journal_well_ = kept.journal_well;
  if (kept.start_over) heads_.all.clear();
  for (const Head& head : kept.changed.heads) {
    heads_.all[head.origin] = head;
    heads_.unpublished[head.origin] = head;
  }
  if (kept.changed.position != 0) heads_.position = kept.changed.position;
  for (AnsweredPush& answered : kept.answered) answered.answer(std::move(answered.reply));
  if (!kept.changed.heads.empty()) publish();
}

void Hub::publish() {
  server_->publish([this] {
    HubHeads changed{card().epoch, heads_.position, {}};
    for (const auto& [origin, head] : std::exchange(heads_.unpublished, {})) changed.heads.push_back(head);
    return feed_event(changed);
  });
}

Reading Hub::reading_of(Request request) const {
  return {card().campaign, card().epoch, std::move(request.method), std::move(request.target), std::move(request.body)};
}

void Hub::take_page(Request request, Respond respond) {
  std::string authorization = std::move(request.authorization);
  pages_->ask_page(reading_of(std::move(request)), std::move(authorization),
                   [this, respond = std::move(respond)](Result<std::string> page) {
                     Response response = page ? Response{200, "application/octet-stream", *std::move(page), false}
                                              : json(reply_of(card().epoch, page.failure()));
                     server_->post([respond, response = std::move(response)] { respond(response); });
                   });
}

void Hub::take_feed(Request request, Respond respond) {
  std::string authorization = std::move(request.authorization);
  pages_->ask_leave(reading_of(std::move(request)), std::move(authorization),
                    [this, respond = std::move(respond)](const Result<std::string>& leave) {
                      server_->post([this, respond, leave] {
                        if (!leave) return respond(json(reply_of(card().epoch, leave.failure())));
                        respond({200, "", feed_event({card().epoch, heads_.position, {}}), true});
                      });
                    });
}

void Hub::answer_head(const std::string& origin_words, const Respond& respond) const {
  const std::optional<OriginId> origin = read_origin(origin_words);
  if (!origin)
    return respond(json(reply_of(card().epoch, Failure{Cause::bad_input, "an origin has 32 hexadecimal digits"})));
  const auto head = heads_.all.find(*origin);
  respond(json(head_text(card().epoch, head == heads_.all.end() ? Head{*origin, 0, {}} : head->second)));
}

std::string Hub::health() const {
  return fmt::format(R"({{"connections":{},"journal":"{}","position":{}}})", server_->connection_count(),
                     journal_well_ ? "well" : "failing", heads_.position);
}

}  // namespace mn
