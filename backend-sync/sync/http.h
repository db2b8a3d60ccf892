// An HTTP client for one hub: one kept connection, requests one after another. libcurl stays inside http.cpp and
// feed.cpp.
#pragma once

#include <memory>
#include <string>

#include "core/result.h"

namespace mn {

struct HttpAnswer {
  int status = 0;
  std::string body;
};

class Http {
 public:
  // `hub`: http://ADDRESS:PORT or https://…; fails with bad_input on anything else.
  static Result<Http> to(const std::string& hub);

  // Any HTTP status is an answer; no answer is a Failure with unavailable. `authorization` may be "".
  Result<HttpAnswer> get(const std::string& target, const std::string& authorization = "");
  Result<HttpAnswer> post(const std::string& target, const std::string& content_type, const std::string& body,
                          const std::string& authorization = "");

  const std::string& url() const { return url_; }

  ~Http();
  Http(Http&&) noexcept;
  Http& operator=(Http&&) = delete;

 private:
  explicit Http(std::string url);
  Result<HttpAnswer> perform(const std::string& target, const std::string& content_type, const std::string* body,
                             const std::string& authorization);

  std::string url_;
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace mn
