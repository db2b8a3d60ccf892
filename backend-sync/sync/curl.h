// What every libcurl handle of ours is set to, and the ownership of its pieces. Included by http.cpp and feed.cpp only.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>

namespace mn {

inline constexpr long kConnectMostMs = 5'000;
inline constexpr long kAnswerMostMs = 30'000;

struct EndCurl {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlHandle = std::unique_ptr<CURL, EndCurl>;

// Grows like a list in C; owned like one in C++.
class CurlHeaders {
 public:
  void add(const std::string& line) {
    curl_slist* grown = curl_slist_append(list_.get(), line.c_str());
    if (grown == nullptr) return;
    static_cast<void>(list_.release());
    list_.reset(grown);
  }
  curl_slist* get() const { return list_.get(); }

 private:
  std::unique_ptr<curl_slist, EndCurl> list_;
};

inline CurlHandle new_curl(const std::string& url) {
  // Once for the process, and before any thread.
  static const CURLcode global = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(global);
  CurlHandle handle(curl_easy_init());
  if (!handle) return handle;
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT_MS, kConnectMostMs);
  curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle.get(), CURLOPT_TCP_KEEPALIVE, 1L);
  // A hub in the hall is not behind the office's proxy, whatever the environment says.
  if (url.starts_with("http://")) curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
  return handle;
}

}  // namespace mn
