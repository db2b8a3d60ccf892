// HTTP and server-sent events, and nothing of pledges: requests go to one handler, answers come back. One I/O thread,
// the one in run(). The only file that includes Boost is server.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/result.h"

namespace mn {

struct Request {
  std::string method;
  std::string target;
  std::string authorization;
  std::string body;
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  bool is_feed = false;  // the connection stays and gets every published event; `body` is the first
};

// Once, on the I/O thread (within the handler, or through Server::post).
using Respond = std::function<void(Response)>;

class Server {
 public:
  using Handler = std::function<void(Request, Respond)>;

  // `listen`: ADDR:PORT, port 0 for a free one. Fails with bad_input, or unavailable when the address is taken.
  static Result<std::unique_ptr<Server>> listen(const std::string& listen, Handler handler);
  ~Server();

  std::uint16_t port() const;

  // Serves on the calling thread until stop(), then finishes what is being answered and returns.
  void run();
  // From any thread.
  void stop();
  void post(std::function<void()> work);
  // SIGTERM and SIGINT call stop().
  void stop_on_signals();

  // I/O thread only. Gives the event to every feed; a call while readers are still being woken is for the next round:
  // then `event` is asked for once, when that round begins.
  void publish(std::function<std::string()> event);
  std::size_t connection_count() const;

 private:
  struct Inside;
  explicit Server(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace mn
