// Packing small pictures into pages with stb_rect_pack, and the built-in ones: a white dot, a blurred corner, a soft
// disc.
#include "ui/atlas.h"

#include <algorithm>
#include <cmath>

namespace mn::ui {
namespace {

constexpr int kSoftSide_px = 64;

// The share of light that a Gaussian blur lets through at `at`, -1..1 across the whole blur (2.5 deviations each side).
float soft_edge(float at) { return 0.5F * (1 + std::erf(at * 2.5F / 1.41421356F)); }

// How far from the left edge of the shape its outline lies at height y; the whole of the patch is radius + 2 long, the
// blur reaches 1, and the shape begins at 1.
float outline_at(float y, float radius) {
  const float into = y - 1;
  if (into >= radius) return 1;
  const float above = radius - into;
  return 1 + radius - std::sqrt(std::max(0.0F, radius * radius - above * above));
}

// A round corner blurred: exact across, summed up downwards.
float round_corner_value(float x, float y, float radius) {
  constexpr float kDeviation = 1 / 2.5F;
  constexpr int kSteps = 24;
  const float length = radius + 2;
  float sum = 0;
  float weights = 0;
  for (int step = -kSteps; step <= kSteps; ++step) {
    const float away = 3 * kDeviation * static_cast<float>(step) / kSteps;
    const float weight = std::exp(-away * away / (2 * kDeviation * kDeviation));
    weights += weight;
    const float at = y * length + away;
    if (at >= 1) sum += weight * soft_edge(x * length - outline_at(at, radius));
  }
  return sum / weights;
}

template <class Value>
std::vector<std::uint8_t> painted(Value value) {
  std::vector<std::uint8_t> alpha;
  alpha.reserve(std::size_t{kSoftSide_px} * kSoftSide_px);
  for (int y = 0; y < kSoftSide_px; ++y) {
    for (int x = 0; x < kSoftSide_px; ++x) {
      const auto share = [](int at) { return static_cast<float>(at) / (kSoftSide_px - 1); };
      alpha.push_back(static_cast<std::uint8_t>(std::clamp(value(share(x), share(y)), 0.0F, 1.0F) * 255 + 0.5F));
    }
  }
  return alpha;
}

float corner_value(float x, float y) { return soft_edge(2 * x - 1) * soft_edge(2 * y - 1); }

float disc_value(float x, float y) {
  const float away = std::min(1.0F, std::hypot(2 * x - 1, 2 * y - 1));
  const float left = 1 - away * away;
  return left * left;
}

}  // namespace

Atlas::Atlas() { add_built_in(); }

Atlas::~Atlas() {
  for (auto& page : pages_) drop_texture(page->texture);
}

void Atlas::add_page() {
  auto page = std::make_unique<Page>();
  const std::vector<std::uint8_t> blank(std::size_t{kPageSide_px} * kPageSide_px * 4, 0);
  page->texture = make_texture(kPageSide_px, kPageSide_px, blank, Filter::linear);
  page->nodes.resize(kPageSide_px);
  stbrp_init_target(&page->packing, kPageSide_px, kPageSide_px, page->nodes.data(), kPageSide_px);
  pages_.push_back(std::move(page));
}

void Atlas::add_built_in() {
  add_page();
  const std::vector<std::uint8_t> dot(16, 255);
  const Patch white = add(4, 4, dot);
  white_ = {(white.uv_low.x + white.uv_high.x) / 2, (white.uv_low.y + white.uv_high.y) / 2};
  soft_corner_ = add(kSoftSide_px, kSoftSide_px, painted(corner_value));
  soft_disc_ = add(kSoftSide_px, kSoftSide_px, painted(disc_value));
}

const Patch& Atlas::soft_round_corner(int quarters) {
  const auto found = soft_round_corners_.find(quarters);
  if (found != soft_round_corners_.end()) return found->second;
  const float radius = static_cast<float>(quarters) / 4;
  const Patch made =
      add(kSoftSide_px, kSoftSide_px, painted([&](float x, float y) { return round_corner_value(x, y, radius); }));
  return soft_round_corners_.emplace(quarters, made).first->second;
}

Patch Atlas::add(int width_px, int height_px, std::span<const std::uint8_t> alpha) {
  if (width_px <= 0 || height_px <= 0) return {};
  constexpr int kGap = 1;  // so that linear filtering never reaches a neighbour
  if (width_px + 2 * kGap > kPageSide_px || height_px + 2 * kGap > kPageSide_px) return {};
  stbrp_rect place{};
  for (std::size_t index = 0; index < pages_.size() || index < kPagesMax; ++index) {
    if (index == pages_.size()) add_page();
    place.w = static_cast<stbrp_coord>(width_px + 2 * kGap);
    place.h = static_cast<stbrp_coord>(height_px + 2 * kGap);
    Page& page = *pages_[index];
    if (stbrp_pack_rects(&page.packing, &place, 1) == 0) continue;
    std::vector<std::uint8_t> rgba(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px) * 4, 255);
    for (std::size_t at = 0; at < alpha.size(); ++at) rgba[at * 4 + 3] = alpha[at];
    const int x = static_cast<int>(place.x) + kGap;
    const int y = static_cast<int>(place.y) + kGap;
    fill_texture(page.texture, x, y, width_px, height_px, rgba);
    const auto share = [](int at) { return static_cast<float>(at) / kPageSide_px; };
    return {page.texture, width_px, height_px, {share(x), share(y)}, {share(x + width_px), share(y + height_px)}};
  }
  full_ = true;
  return {};
}

void Atlas::drop_pages() {
  for (auto& page : pages_) drop_texture(page->texture);
  pages_.clear();
}

void Atlas::clear() {
  drop_pages();
  soft_round_corners_.clear();
  full_ = false;
  add_built_in();
}

}  // namespace mn::ui
