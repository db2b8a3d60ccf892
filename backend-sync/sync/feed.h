// Listens to a hub's feed on its own thread and counts the news. Says only "there may be something": what there is, a
// page says.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace mn {

class Feed {
 public:
  // `authorization`: the reader's signature over GET /v1/feed, for this hub's epoch.
  Feed(std::string url, std::string authorization);
  ~Feed();

  // A number that grows with each event.
  std::uint64_t news() const { return news_; }
  // Waits until news() is not `seen`, or until the monotonic clock shows until_ms. Returns news().
  std::uint64_t wait(std::uint64_t seen, std::int64_t until_ms);

 private:
  void listen();
  bool listen_once();
  static std::size_t take(char* data, std::size_t size, std::size_t count, void* feed);

  const std::string url_;
  const std::string authorization_;
  std::string line_;
  bool heard_ = false;  // something came on this connection
  std::mutex mutex_;
  std::condition_variable wait_;
  std::atomic<std::uint64_t> news_ = 0;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace mn
