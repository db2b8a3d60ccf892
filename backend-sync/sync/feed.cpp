#include "backend-sync/sync/feed.h"

#include <chrono>

#include "backend-sync/backoff.h"
#include "backend-sync/sync/curl.h"
#include "journal/chance.h"

namespace mn {
namespace {

// The hub's heartbeat comes every five seconds; after two lost ones the hub is gone, or the cable.
constexpr long kSilenceMostS = 12;
constexpr std::size_t kLineMax = 4 * 1024 * 1024;

}  // namespace

Feed::Feed(std::string url, std::string authorization)
    : url_(std::move(url)), authorization_(std::move(authorization)), thread_([this] { listen(); }) {}

Feed::~Feed() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wait_.notify_all();
  thread_.join();
}

std::uint64_t Feed::wait(std::uint64_t seen, std::int64_t until_ms) {
  const std::int64_t left_ms = until_ms - monotonic_ns() / 1'000'000;
  std::unique_lock lock(mutex_);
  wait_.wait_for(lock, std::chrono::milliseconds(std::max<std::int64_t>(left_ms, 0)), [&] { return news_ != seen; });
  return news_;
}

void Feed::listen() {
  int failures = 0;
  while (!stopping_) {
    failures = listen_once() ? 1 : failures + 1;
    const ByteArray<8> random = random_8();
    std::uint64_t number = 0;
    for (const std::uint8_t byte : random) number = number << 8 | byte;
    std::unique_lock lock(mutex_);
    wait_.wait_for(lock, std::chrono::milliseconds(backoff_ms(failures, number)), [&] { return stopping_.load(); });
  }
}

// Until the connection ends. Whether anything was heard.
bool Feed::listen_once() {
  const CurlHandle curl = new_curl(url_);
  if (!curl) return false;
  heard_ = false;
  line_.clear();
  CurlHeaders headers;
  headers.add("Accept: text/event-stream");
  headers.add("Authorization: " + authorization_);
  const std::string url = url_ + "/v1/feed";
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_FAILONERROR, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_LOW_SPEED_TIME, kSilenceMostS);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &Feed::take);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, this);
  const curl_xferinfo_callback go_on = [](void* feed, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const Feed*>(feed)->stopping_ ? 1 : 0;
  };
  curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, go_on);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, this);
  static_cast<void>(curl_easy_perform(curl.get()));
  return heard_;
}

// An empty line ends an event (WHATWG HTML, server-sent events); comment lines, which begin with ':', are heartbeats.
std::size_t Feed::take(char* data, std::size_t size, std::size_t count, void* feed) {
  Feed& self = *static_cast<Feed*>(feed);
  self.heard_ = true;
  bool event = false;
  for (const char sign : std::string_view(data, size * count)) {
    if (sign != '\n') {
      self.line_.push_back(sign);
      continue;
    }
    event = event || self.line_.starts_with("data:");
    self.line_.clear();
  }
  if (self.line_.size() > kLineMax) return 0;
  if (event) {
    const std::lock_guard lock(self.mutex_);
    self.news_ += 1;
    self.wait_.notify_all();
  }
  return size * count;
}

}  // namespace mn
