#include "kiosk/printing/target.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mn::printing {
namespace {

struct Prefix {
  std::string_view words;
  TargetKind kind;
};
constexpr std::array kPrefixes = {
    Prefix{"folder:", TargetKind::folder}, Prefix{"device:", TargetKind::device}, Prefix{"tcp:", TargetKind::tcp},
    Prefix{"cups:", TargetKind::cups},     Prefix{"file:", TargetKind::file},
};

Failure refusal(std::string words) { return {Cause::bad_input, std::move(words)}; }

bool is_port(std::string_view text) {
  if (text.empty() || text.size() > 5 || text.front() == '0') return false;
  int port = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    port = port * 10 + (c - '0');
  }
  return port <= 65535;
}

// HOST, HOST:PORT, [V6] or [V6]:PORT.
Result<Target> read_tcp(std::string_view rest) {
  Target out{TargetKind::tcp, "", "9100"};
  std::string_view after;
  if (rest.front() == '[') {
    const std::size_t end = rest.find(']');
    if (end == std::string_view::npos) return refusal("the bracket of the address is not closed");
    out.where = rest.substr(1, end - 1);
    after = rest.substr(end + 1);
  } else {
    const std::size_t colon = rest.find(':');
    out.where = rest.substr(0, colon);
    after = colon == std::string_view::npos ? "" : rest.substr(colon);
  }
  if (!after.empty()) out.port = after.substr(1);
  if (out.where.empty() || (!after.empty() && after.front() != ':') || !is_port(out.port))
    return refusal("expected tcp:HOST:PORT, such as tcp:192.168.1.50:9100");
  return out;
}

// Names of queues go to `lp` as they are; what could be an option or a path is none.
bool is_queue(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.';
  };
  return name.size() <= 127 && name.front() != '-' && std::all_of(name.begin(), name.end(), fits);
}

}  // namespace

Result<Target> read_target(std::string_view spec) {
  const bool plain = std::none_of(spec.begin(), spec.end(), [](char c) { return c >= '\0' && c < ' '; });
  if (spec.size() > kTargetBytesMax || !plain) return refusal("this is no place to print to");
  for (const Prefix& prefix : kPrefixes) {
    if (!spec.starts_with(prefix.words)) continue;
    const std::string_view rest = spec.substr(prefix.words.size());
    if (rest.empty()) return refusal("nothing stands after " + std::string(prefix.words));
    if (prefix.kind == TargetKind::tcp) return read_tcp(rest);
    if (prefix.kind == TargetKind::cups && !is_queue(rest)) return refusal("this is no name of a CUPS queue");
    return Target{prefix.kind, std::string(rest), ""};
  }
  return refusal("expected folder:DIR, device:PATH, tcp:HOST:PORT, cups:QUEUE or file:PATH");
}

}  // namespace mn::printing
