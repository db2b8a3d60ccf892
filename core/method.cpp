// The two methods' tables. fcitx5-bamboo's "Telex 2" and "VNI".
#include "core/method.h"

#include <array>
#include <span>
#include <string_view>

namespace mn {
namespace {

struct Shaping {
  char32_t key;
  std::u32string_view bases;
  Shape shape;
};
constexpr std::array kTelexShapes = {
    Shaping{U'a', U"a", Shape::hat},   Shaping{U'e', U"e", Shape::hat},   Shaping{U'o', U"o", Shape::hat},
    Shaping{U'w', U"uo", Shape::horn}, Shaping{U'w', U"a", Shape::breve}, Shaping{U'd', U"d", Shape::bar},
};
constexpr std::array kVniShapes = {
    Shaping{U'6', U"aeo", Shape::hat},
    Shaping{U'7', U"uo", Shape::horn},
    Shaping{U'8', U"a", Shape::breve},
    Shaping{U'9', U"d", Shape::bar},
};

}  // namespace

std::optional<Tone> tone_of(Method method, char32_t key) {
  constexpr std::u32string_view kTelex = U"zsfrxj";
  constexpr std::u32string_view kVni = U"012345";
  const std::u32string_view keys = method == Method::telex ? kTelex : kVni;
  constexpr std::array<Tone, kToneCount> kTones = {Tone::none, Tone::acute, Tone::grave,
                                                   Tone::hook, Tone::tilde, Tone::dot};
  const std::size_t at = keys.find(key);
  return at == std::u32string_view::npos ? std::nullopt : std::optional(kTones.at(at));
}

std::optional<Shape> shape_on(Method method, char32_t key, char32_t base) {
  const std::span<const Shaping> table =
      method == Method::telex ? std::span<const Shaping>(kTelexShapes) : std::span<const Shaping>(kVniShapes);
  for (const Shaping& shaping : table) {
    if (shaping.key == key && shaping.bases.find(base) != std::u32string_view::npos) return shaping.shape;
  }
  return std::nullopt;
}

char32_t horn_key(Method method) { return method == Method::telex ? U'w' : U'7'; }

std::optional<Letter> letter_by(Method method, char32_t key) {
  if (method != Method::telex) return std::nullopt;
  const bool u = key == U'w' || key == U']' || key == U'}';
  if (!u && key != U'[' && key != U'{') return std::nullopt;
  return Letter{u ? U'u' : U'o', Shape::horn, Tone::none, key == U'}' || key == U'{'};
}

bool is_digit(char32_t key) { return key >= U'0' && key <= U'9'; }

bool is_key(Method method, char32_t code_point) {
  const bool letter = (code_point | 0x20U) >= U'a' && (code_point | 0x20U) <= U'z' && code_point < 0x80;
  return letter || (method == Method::vni && is_digit(code_point)) || letter_by(method, code_point);
}

}  // namespace mn
