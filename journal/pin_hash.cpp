#include "journal/pin_hash.h"

#include <sodium.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <optional>

#include "core/check.h"

namespace mn {
namespace {

constexpr std::string_view kStart = "$argon2id$v=19$";

void start_sodium() {
  static const int ready = sodium_init();
  MN_CHECK(ready >= 0, "libsodium starts");
}

// "m=32768," off the front; nothing when it is not there.
std::optional<unsigned long long> take_number(std::string_view& text, std::string_view name, char end) {
  if (!text.starts_with(name)) return std::nullopt;
  text.remove_prefix(name.size());
  unsigned long long number = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || at == text.data() + text.size() || *at != end) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(at - text.data()) + 1);
  return number;
}

}  // namespace

Result<std::string> hash_pin(std::string_view pin) {
  start_sodium();
  std::array<char, crypto_pwhash_STRBYTES> line{};
  if (crypto_pwhash_str_alg(line.data(), pin.data(), pin.size(), kPinPasses, kPinMemoryBytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return Failure{Cause::unavailable, "not enough memory to hash a PIN"};
  }
  return std::string(line.data());
}

Done check_pin_line(std::string_view line) {
  const Failure wrong{Cause::bad_input, "expected a line that `mangnon pin` prints: $argon2id$v=19$m=…"};
  std::string_view rest = line;
  if (line.size() >= crypto_pwhash_STRBYTES || !rest.starts_with(kStart)) return wrong;
  rest.remove_prefix(kStart.size());
  const auto memory_kib = take_number(rest, "m=", ',');
  const auto passes = take_number(rest, "t=", ',');
  const auto lanes = take_number(rest, "p=", '$');
  if (!memory_kib || !passes || !lanes) return wrong;
  if (*memory_kib < 8 || *memory_kib > kPinMemoryBytesMax / 1024 || *passes < 1 || *passes > kPinPassesMax ||
      *lanes != 1) {
    return Failure{Cause::bad_input,
                   "this PIN's hash asks for more than a kiosk may spend; make it with `mangnon pin`"};
  }
  const std::size_t dollar = rest.find('$');
  if (dollar == rest.npos || dollar < 16 || rest.size() - dollar - 1 < 32) return wrong;
  return {};
}

Result<bool> pin_holds(std::string_view line, std::string_view pin) {
  start_sodium();
  if (Done good = check_pin_line(line); !good) return good.failure();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  line.copy(text.data(), text.size() - 1);
  errno = 0;
  const bool holds = crypto_pwhash_str_verify(text.data(), pin.data(), pin.size()) == 0;
  if (!holds && errno == ENOMEM) return Failure{Cause::unavailable, "not enough memory to check a PIN"};
  return holds;
}

}  // namespace mn
