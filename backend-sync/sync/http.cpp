#include "backend-sync/sync/http.h"

#include "backend-sync/sync/curl.h"

namespace mn {
namespace {

constexpr std::size_t kAnswerBytesMax = 16 * 1024 * 1024;

std::size_t take(char* data, std::size_t size, std::size_t count, void* into) {
  std::string& body = *static_cast<std::string*>(into);
  if (body.size() + size * count > kAnswerBytesMax) return 0;
  body.append(data, size * count);
  return size * count;
}

}  // namespace

struct Http::Handle {
  CurlHandle curl;
};

Http::Http(std::string url) : url_(std::move(url)), handle_(std::make_unique<Handle>(Handle{new_curl(url_)})) {}
Http::~Http() = default;
Http::Http(Http&&) noexcept = default;

Result<Http> Http::to(const std::string& hub) {
  const bool scheme_ok = hub.starts_with("http://") || hub.starts_with("https://");
  std::string url = hub;
  while (url.ends_with('/')) url.pop_back();
  if (!scheme_ok || url.size() < 9) {
    return Failure{Cause::bad_input, "--hub: expected http://ADDRESS:PORT, not \"" + hub + "\""};
  }
  Http http(url);
  if (!http.handle_->curl) return Failure{Cause::unavailable, "libcurl does not start"};
  return http;
}

Result<HttpAnswer> Http::get(const std::string& target, const std::string& authorization) {
  return perform(target, "", nullptr, authorization);
}

Result<HttpAnswer> Http::post(const std::string& target, const std::string& content_type, const std::string& body,
                              const std::string& authorization) {
  return perform(target, content_type, &body, authorization);
}

Result<HttpAnswer> Http::perform(const std::string& target, const std::string& content_type, const std::string* body,
                                 const std::string& authorization) {
  CURL* curl = handle_->curl.get();
  const std::string url = url_ + target;
  CurlHeaders headers;
  headers.add("Expect:");  // no asking first; the hub's limits are known
  if (!content_type.empty()) headers.add("Content-Type: " + content_type);
  if (!authorization.empty()) headers.add("Authorization: " + authorization);
  HttpAnswer answer;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, kAnswerMostMs);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
  if (body != nullptr) {
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body->data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body->size()));
  } else {
    curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
  }
  const CURLcode code = curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, nullptr);
  if (code != CURLE_OK)
    return Failure{Cause::unavailable, "no answer from " + url_ + " (" + curl_easy_strerror(code) + ")"};
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  return answer;
}

}  // namespace mn
