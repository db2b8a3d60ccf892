// Boost.Beast and Asio, C++20 coroutines, one thread. All limits come from limits.h.
#include "backend-sync/hub/server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <deque>
#include <list>

#include "backend-sync/hub/limits.h"

namespace mn {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

// Errors as values, not as exceptions.
constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);

enum class Doing { waiting, reading, answering, feeding };

struct Connection {
  Connection(tcp::socket accepted, asio::io_context& io)
      : socket(std::move(accepted)), buffer(limits::kHeaderBytesMax + limits::kLargeBodyBytes), wake(io) {}

  tcp::socket socket;
  beast::flat_buffer buffer;
  asio::steady_timer wake;  // a response is there, or an event
  Doing doing = Doing::waiting;
  Clock::time_point deadline = Clock::time_point::max();
  bool proven = false;  // made a good request already
  int bad_requests = 0;
  std::optional<Response> response;  // the handler's, to the request under way
  std::deque<std::shared_ptr<const std::string>> events;
};
using Link = std::shared_ptr<Connection>;

void close(Connection& connection) {
  error_code ignored;
  connection.socket.close(ignored);
  connection.wake.cancel();
}

bool is_nonsense(int status) { return status == 400 || status == 404 || status == 405 || status == 411; }

Response plain(int status, const char* words) {
  const std::string cause = status == 503 ? "busy" : "bad_input";
  return {status, "application/json", "{\"cause\":\"" + cause + "\",\"words\":\"" + words + "\"}", false};
}

// What the parser found wrong; nothing when the other side just went away.
std::optional<Response> response_to(const error_code& error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow)
    return plain(431, "the header is too large");
  if (error == http::error::body_limit) return plain(413, "the body is too large");
  const bool gone = error == http::error::end_of_stream || error == http::error::partial_message;
  if (gone || error.category() != http::make_error_code(http::error::bad_method).category()) return std::nullopt;
  return plain(400, "this is not HTTP");
}

}  // namespace

struct Server::Inside {
  Inside(Handler handle, tcp::acceptor&& listening, std::unique_ptr<asio::io_context> context)
      : io(std::move(context)), acceptor(std::move(listening)), handler(std::move(handle)), signals(*io), pause(*io) {}

  std::unique_ptr<asio::io_context> io;
  tcp::acceptor acceptor;
  Handler handler;
  asio::signal_set signals;
  asio::steady_timer pause;
  std::list<Link> connections;  // the one that has waited longest first
  std::vector<std::weak_ptr<Connection>> feeds;
  std::function<std::string()> next_event;
  std::size_t large_bodies = 0;
  bool waking = false;
  bool stopping = false;

  asio::awaitable<void> accept();
  asio::awaitable<void> converse(Link link);
  asio::awaitable<bool> answer(Link link, http::request<http::string_body> message);
  asio::awaitable<std::optional<Response>> read_body(Link link, http::request_parser<http::string_body>& parser);
  asio::awaitable<bool> write(Link link, Response response, bool keep_alive);
  asio::awaitable<void> drain(Link link);
  asio::awaitable<void> feed(Link link, std::string first);
  asio::awaitable<void> sleep(Clock::duration time);
  asio::awaitable<void> sweep();
  asio::awaitable<void> wake_readers();
  void make_room();
  void begin_stop();
};

asio::awaitable<void> Server::Inside::sleep(Clock::duration time) {
  asio::steady_timer timer(*io, time);
  co_await timer.async_wait(kAwait);
}

asio::awaitable<void> Server::Inside::accept() {
  while (!stopping) {
    tcp::socket socket(*io);
    const auto [error] = co_await acceptor.async_accept(socket, kAwait);
    if (stopping) break;
    if (error) {
      co_await sleep(std::chrono::milliseconds(20));  // out of descriptors: some will come back
      continue;
    }
    make_room();
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    Link link = std::make_shared<Connection>(std::move(socket), *io);
    connections.push_back(link);
    asio::co_spawn(*io, converse(link), asio::detached);
  }
}

// Gives up the connection that has waited longest: first one that never made a good request, then any that is idle.
void Server::Inside::make_room() {
  if (connections.size() < limits::kConnectionsMax) return;
  const auto is_free = [](const Link& link) { return link->doing == Doing::waiting || link->doing == Doing::reading; };
  auto victim = std::find_if(connections.begin(), connections.end(),
                             [&](const Link& link) { return is_free(link) && !link->proven; });
  if (victim == connections.end()) victim = std::find_if(connections.begin(), connections.end(), is_free);
  if (victim == connections.end()) victim = connections.begin();
  close(**victim);
  connections.erase(victim);
}

asio::awaitable<void> Server::Inside::converse(Link link) {
  bool open = true;
  while (open && !stopping) {
    link->doing = Doing::waiting;
    link->deadline = Clock::now() + (link->proven ? limits::kIdleMost : limits::kRequestMost);
    if (link->buffer.size() == 0) {
      const auto [error, size] = co_await link->socket.async_read_some(link->buffer.prepare(4096), kAwait);
      if (error) break;
      link->buffer.commit(size);
    }
    link->doing = Doing::reading;
    link->deadline = Clock::now() + limits::kRequestMost;
    http::request_parser<http::string_body> parser;
    parser.header_limit(limits::kHeaderBytesMax);
    parser.body_limit(limits::kBodyBytesMax);
    const auto [error, size] = co_await http::async_read_header(link->socket, link->buffer, parser, kAwait);
    std::optional<Response> trouble = error ? response_to(error) : std::nullopt;
    if (error && !trouble) break;
    if (!error) trouble = co_await read_body(link, parser);
    if (trouble) {
      if (trouble->status != 0) co_await write(link, *std::move(trouble), false);
      break;
    }
    open = co_await answer(link, parser.release());
  }
  close(*link);
  connections.remove(link);
}

// The body after the header; nothing when it is there, status 0 when the other side went away.
asio::awaitable<std::optional<Response>> Server::Inside::read_body(Link link,
                                                                   http::request_parser<http::string_body>& parser) {
  const std::uint64_t size = parser.content_length().value_or(0);
  if (parser.chunked()) co_return plain(411, "say Content-Length");
  if (size > limits::kBodyBytesMax) co_return plain(413, "the body is too large");
  if (parser.is_done()) co_return std::nullopt;
  const bool large = size > limits::kLargeBodyBytes;
  if (large && large_bodies >= limits::kLargeBodiesMax) co_return plain(503, "too many at once; try again");
  if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto [error, written] = co_await asio::async_write(link->socket, asio::buffer(go_on), kAwait);
    if (error) co_return Response{0, {}, {}, false};
  }
  large_bodies += large;
  const auto [error, received] = co_await http::async_read(link->socket, link->buffer, parser, kAwait);
  large_bodies -= large;
  if (!error) co_return std::nullopt;
  std::optional<Response> trouble = response_to(error);
  co_return trouble ? std::move(trouble) : Response{0, {}, {}, false};
}

// Whether the connection may go on.
asio::awaitable<bool> Server::Inside::answer(Link link, http::request<http::string_body> message) {
  link->doing = Doing::answering;
  link->deadline = Clock::time_point::max();  // a commit takes as long as it takes
  const bool keep_alive = message.keep_alive();
  Request request{std::string(message.method_string()), std::string(message.target()),
                  std::string(message[http::field::authorization]), std::move(message.body())};
  link->response.reset();
  handler(std::move(request), [link](Response answered) {
    link->response = std::move(answered);
    link->wake.cancel();
  });
  while (!link->response) {
    link->wake.expires_at(Clock::time_point::max());
    co_await link->wake.async_wait(kAwait);
  }
  Response response = std::move(*link->response);
  if (response.is_feed) {
    co_await feed(link, std::move(response.body));
    co_return false;
  }
  const bool nonsense = is_nonsense(response.status);
  link->proven = link->proven || response.status == 200;
  if (nonsense) {
    const int doublings = std::min(link->bad_requests++, 10);
    co_await sleep(std::min(limits::kBadRequestWait * (1 << doublings), limits::kBadRequestWaitMost));
  }
  const bool go_on = keep_alive && !stopping && link->bad_requests < limits::kBadRequestsMax;
  const bool written = co_await write(link, std::move(response), go_on);
  co_return written&& go_on;
}

asio::awaitable<bool> Server::Inside::write(Link link, Response response, bool keep_alive) {
  link->deadline = Clock::now() + limits::kWriteMost;
  http::response<http::string_body> message;
  message.version(11);
  message.result(static_cast<unsigned>(response.status));
  message.set(http::field::content_type, response.content_type);
  message.keep_alive(keep_alive);
  message.body() = std::move(response.body);
  message.prepare_payload();
  const auto [error, size] = co_await http::async_write(link->socket, message, kAwait);
  if (!keep_alive && !error) co_await drain(link);
  co_return !error;
}

// Reads away what the client still sends: a close with unread bytes is a reset, which could overtake our answer.
asio::awaitable<void> Server::Inside::drain(Link link) {
  error_code ignored;
  link->socket.shutdown(tcp::socket::shutdown_send, ignored);
  link->deadline = Clock::now() + limits::kDrainMost;
  link->buffer.consume(link->buffer.size());
  for (std::size_t drained = 0; drained < limits::kBodyBytesMax && !stopping;) {
    const auto [error, size] = co_await link->socket.async_read_some(link->buffer.prepare(4096), kAwait);
    if (error) break;
    drained += size;
  }
}

asio::awaitable<void> Server::Inside::feed(Link link, std::string first) {
  link->doing = Doing::feeding;
  feeds.push_back(link);
  std::shared_ptr<const std::string> event = std::make_shared<const std::string>(
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n" +
      first);
  static const auto heartbeat = std::make_shared<const std::string>(kFeedHeartbeat);
  while (!stopping) {
    link->deadline = Clock::now() + limits::kWriteMost;
    const auto [error, size] = co_await asio::async_write(link->socket, asio::buffer(*event), kAwait);
    if (error) break;
    link->deadline = Clock::time_point::max();
    if (link->events.empty()) {
      link->wake.expires_after(limits::kHeartbeatEvery);
      co_await link->wake.async_wait(kAwait);
    }
    event = heartbeat;
    if (!link->events.empty()) {
      event = link->events.front();
      link->events.pop_front();
    }
    if (!link->socket.is_open()) break;
  }
}

// One round: what has happened so far, to every reader, in slices with a pause for the pushes in between.
asio::awaitable<void> Server::Inside::wake_readers() {
  while (next_event && !stopping) {
    const auto event = std::make_shared<const std::string>(std::exchange(next_event, nullptr)());
    std::erase_if(feeds, [](const std::weak_ptr<Connection>& feed) { return feed.expired(); });
    const std::vector<std::weak_ptr<Connection>> round = feeds;
    for (std::size_t i = 0; i < round.size(); ++i) {
      if (i % limits::kWakeSlice == 0 && i > 0) co_await sleep(limits::kWakePause);
      const Link link = round[i].lock();
      if (!link) continue;
      link->events.push_back(event);
      if (link->events.size() > limits::kFeedEventsWaiting) close(*link);
      link->wake.cancel();
    }
    co_await sleep(limits::kWakePause);
  }
  waking = false;
}

// Closes what took too long; when stopping, waits until everything has been answered.
asio::awaitable<void> Server::Inside::sweep() {
  Clock::time_point stop_by = Clock::time_point::max();
  while (!stopping || !connections.empty()) {
    co_await sleep(std::chrono::milliseconds(stopping ? 5 : 250));
    const Clock::time_point now = Clock::now();
    if (stopping && stop_by == Clock::time_point::max()) stop_by = now + limits::kStopMost;
    if (now > stop_by) break;
    for (const Link& link : connections) {
      if (now > link->deadline) close(*link);
    }
  }
  io->stop();
}

void Server::Inside::begin_stop() {
  if (stopping) return;
  stopping = true;
  error_code ignored;
  acceptor.close(ignored);
  signals.cancel(ignored);
  for (const Link& link : connections) {
    if (link->doing != Doing::answering) close(*link);
  }
}

Server::Server(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::listen(const std::string& listen, Handler handler) {
  const Failure wrong{Cause::bad_input,
                      "--listen: expected ADDRESS:PORT such as 127.0.0.1:8440, not \"" + listen + "\""};
  const std::size_t colon = listen.rfind(':');
  if (colon == std::string::npos) return wrong;
  std::string host = listen.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  const std::string port_text = listen.substr(colon + 1);
  const bool digits =
      !port_text.empty() && port_text.size() <= 5 && port_text.find_first_not_of("0123456789") == std::string::npos;
  error_code error;
  const asio::ip::address address = asio::ip::make_address(host, error);
  if (error || !digits || std::stoi(port_text) > 65535) return wrong;

  auto io = std::make_unique<asio::io_context>(1);
  tcp::acceptor acceptor(*io);
  const tcp::endpoint endpoint(address, static_cast<std::uint16_t>(std::stoi(port_text)));
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(limits::kAcceptBacklog, error);
  if (error) {
    return Failure{Cause::unavailable,
                   "cannot listen on " + listen + ": " + error.message() + "; is another hub running there?"};
  }
  auto inside = std::make_unique<Inside>(std::move(handler), std::move(acceptor), std::move(io));
  return std::unique_ptr<Server>(new Server(std::move(inside)));
}

std::uint16_t Server::port() const {
  error_code ignored;
  return inside_->acceptor.local_endpoint(ignored).port();
}

void Server::run() {
  asio::co_spawn(*inside_->io, inside_->accept(), asio::detached);
  asio::co_spawn(*inside_->io, inside_->sweep(), asio::detached);
  inside_->io->run();
}

void Server::stop() {
  asio::post(*inside_->io, [inside = inside_.get()] { inside->begin_stop(); });
}

void Server::post(std::function<void()> work) { asio::post(*inside_->io, std::move(work)); }

void Server::stop_on_signals() {
  inside_->signals.add(SIGTERM);
  inside_->signals.add(SIGINT);
  inside_->signals.async_wait([inside = inside_.get()](const error_code& error, int) {
    if (!error) inside->begin_stop();
  });
}

void Server::publish(std::function<std::string()> event) {
  inside_->next_event = std::move(event);
  if (inside_->waking) return;
  inside_->waking = true;
  asio::co_spawn(*inside_->io, inside_->wake_readers(), asio::detached);
}

std::size_t Server::connection_count() const { return inside_->connections.size(); }

}  // namespace mn
