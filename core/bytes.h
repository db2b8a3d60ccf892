// Byte strings, their fixed-size kin, and their hexadecimal form.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mn {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
template <std::size_t N>
using ByteArray = std::array<std::uint8_t, N>;

// Lower-case hexadecimal, two digits a byte.
std::string to_hex(ByteView bytes);
// Exactly 2·N hexadecimal digits of either case, or nothing.
std::optional<Bytes> from_hex(std::string_view text);
template <std::size_t N>
std::optional<ByteArray<N>> array_from_hex(std::string_view text);

// Standard base64 with padding (RFC 4648 §4). Decoding is strict: no spaces, no missing padding.
std::string to_base64(ByteView bytes);
std::optional<Bytes> from_base64(std::string_view text);

ByteView view_of(std::string_view text);
std::string_view text_of(ByteView bytes);

template <std::size_t N>
std::optional<ByteArray<N>> array_of(ByteView bytes) {
  if (bytes.size() != N) return std::nullopt;
  ByteArray<N> out;
  for (std::size_t i = 0; i < N; ++i) out[i] = bytes[i];
  return out;
}

template <std::size_t N>
std::optional<ByteArray<N>> array_from_hex(std::string_view text) {
  const std::optional<Bytes> bytes = from_hex(text);
  return bytes ? array_of<N>(*bytes) : std::nullopt;
}

}  // namespace mn
