// The two themes, and the arithmetic of colours and motion.
#include "ui/tokens.h"

#include <cmath>

namespace mn::ui {
namespace {

std::uint8_t between(std::uint8_t first, std::uint8_t second, float share) {
  const float value = static_cast<float>(first) + (static_cast<float>(second) - static_cast<float>(first)) * share;
  return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
}

// WCAG 2.1, relative luminance.
double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

Colour mixed(Colour first, Colour second, float share) {
  const float at = std::clamp(share, 0.0F, 1.0F);
  return {between(first.red, second.red, at), between(first.green, second.green, at),
          between(first.blue, second.blue, at), between(first.alpha, second.alpha, at)};
}

double contrast(Colour text, Colour ground) {
  const double first = luminance(text) + 0.05;
  const double second = luminance(ground) + 0.05;
  return std::max(first, second) / std::min(first, second);
}

const Theme& light_theme() {
  static constexpr Theme kTheme{
      .ground = hue::cream,
      .surface = hue::paper,
      .quiet = hue::sand,
      .line = hue::line,
      .ink = hue::ink,
      .ink_soft = hue::ink_soft,
      .action = hue::bamboo,
      .action_deep = hue::bamboo_deep,
      .action_ink = hue::paper,
      .chosen = hue::mist,
      .chosen_line = hue::leaf,
      .accent = hue::coral,
      .warning = hue::coral_deep,
      .warning_ground = hue::blush,
      .shadow = rgb(0x4A3A1A, 0.20F),
      .light = rgb(0xFFFFFF, 0.9F),
  };
  return kTheme;
}

const Theme& dark_theme() {
  static constexpr Theme kTheme{
      .ground = hue::stage,
      .surface = hue::stage_card,
      .quiet = rgb(0x0F312E),
      .line = hue::stage_line,
      .ink = hue::moon,
      .ink_soft = hue::moon_soft,
      .action = hue::gold_light,
      .action_deep = hue::gold_deep,
      .action_ink = hue::ink,
      .chosen = rgb(0x1B4A40),
      .chosen_line = hue::shoot,
      .accent = hue::coral,
      .warning = rgb(0xFFD2BF),
      .warning_ground = rgb(0x4A1D14),
      .shadow = rgb(0x000000, 0.45F),
      .light = rgb(0xFFFFFF, 0.12F),
  };
  return kTheme;
}

Colour lit(const Theme& theme, Colour colour, float share) {
  return mixed(colour, with_alpha(theme.light, static_cast<float>(colour.alpha) / 255.0F),
               share * static_cast<float>(theme.light.alpha) / 255.0F);
}

float ease_out(float share) {
  const float left = 1 - std::clamp(share, 0.0F, 1.0F);
  return 1 - left * left * left;
}

float ease_in_out(float share) {
  const float at = std::clamp(share, 0.0F, 1.0F);
  return at * at * (3 - 2 * at);
}

float spring(float share) {
  const float at = std::clamp(share, 0.0F, 1.0F);
  if (at >= 1) return 1;
  return 1 - std::exp(-7 * at) * std::cos(9 * at);
}

float share_of(std::int64_t now_ms, std::int64_t since_ms, std::int64_t takes_ms) {
  if (takes_ms <= 0 || now_ms >= since_ms + takes_ms) return 1;
  if (now_ms <= since_ms) return 0;
  return static_cast<float>(now_ms - since_ms) / static_cast<float>(takes_ms);
}

}  // namespace mn::ui
