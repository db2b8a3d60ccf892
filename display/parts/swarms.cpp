// Small things in the air. Each is a function of its number and the time, so that nothing has to be remembered between
// frames; sizes are few, since each is a texture of its own.
#include <algorithm>
#include <array>
#include <cmath>

#include "display/parts/moments.h"
#include "ui/picture.h"

namespace mn {
namespace {

constexpr float kTurn = 6.2831853F;
constexpr int kSizes = 3;

// A turn of so many milliseconds; in whole numbers first, so that it is as exact after a day as at once.
float turning(std::int64_t time_ms, std::int64_t period_ms) {
  const std::int64_t within = ((time_ms % period_ms) + period_ms) % period_ms;
  return static_cast<float>(within) / static_cast<float>(period_ms);
}

float wave(std::int64_t time_ms, std::int64_t period_ms, float phase) {
  return std::sin((turning(time_ms, period_ms) + phase) * kTurn);
}

// Where one of a swarm is on its way: 0..1; none before it has set out.
struct Flight {
  bool out = false;
  float way = 0;
  float depth = 0;  // 0 far, 1 near
  float across = 0;
  std::uint32_t number = 0;
};

// Every thing sets out once within spread_ms, and again whenever it has crossed, each time from another place.
Flight flight_of(const Swarm& swarm, std::uint32_t thing, std::int64_t time_ms) {
  Flight out;
  const std::uint32_t id = swarm.seed * 1000 + thing;
  const int size = static_cast<int>(thing) % kSizes;
  out.depth = static_cast<float>(size) / (kSizes - 1);
  const float slower = 1.55F - 0.55F * out.depth + 0.25F * scattered(id, 21);
  const auto crossing = static_cast<std::int64_t>(static_cast<float>(swarm.crossing_ms) * slower);
  // Even spacing with a little chance: no clumps, no ranks.
  const float place = (static_cast<float>(thing) + 0.8F * scattered(id, 22)) / static_cast<float>(swarm.count);
  const auto delay = static_cast<std::int64_t>(place * static_cast<float>(swarm.spread_ms));
  const std::int64_t passed = time_ms - delay;
  if (passed < 0) return out;
  const auto round = static_cast<std::uint32_t>(passed / crossing % 1000);
  out.out = true;
  out.way = turning(passed, crossing);
  const auto lane = static_cast<float>((thing * 7 + round * 3) % static_cast<std::uint32_t>(swarm.count));
  out.across = (lane + scattered(id + round * 77, 23)) / static_cast<float>(swarm.count);
  out.number = id;
  return out;
}

float size_of(const Swarm& swarm, float depth) {
  return swarm.size_least + (swarm.size_most - swarm.size_least) * depth;
}

// In over its first part and out over its last: nothing pops.
float seen(float way) { return std::min({1.0F, way / 0.06F, (1 - way) / 0.12F}); }

}  // namespace

void draw_rising(const ui::Canvas& canvas, const Swarm& swarm, std::int64_t time_ms, float strength) {
  if (strength <= 0 || time_ms < 0) return;
  for (int thing = 0; thing < swarm.count; ++thing) {
    const Flight flight = flight_of(swarm, static_cast<std::uint32_t>(thing), time_ms);
    if (!flight.out) continue;
    const float size = size_of(swarm, flight.depth);
    const float sway = wave(time_ms, 9'000 + static_cast<std::int64_t>(5'000 * scattered(flight.number, 24)),
                            scattered(flight.number, 25));
    const float x = flight.across * canvas.size.width + sway * size * 0.5F;
    const float y = canvas.size.height + size - flight.way * (canvas.size.height + 2 * size);
    const float opacity = strength * seen(flight.way) * (0.55F + 0.45F * flight.depth);
    ui::draw_sprite(ui::faded(canvas, opacity), swarm.sprite, {x, y}, {.size = {size, size}, .degrees = sway * 4});
  }
}

void draw_falling(const ui::Canvas& canvas, const Swarm& swarm, std::int64_t time_ms, float strength) {
  if (strength <= 0 || time_ms < 0) return;
  for (int thing = 0; thing < swarm.count; ++thing) {
    const Flight flight = flight_of(swarm, static_cast<std::uint32_t>(thing), time_ms);
    if (!flight.out) continue;
    const float size = size_of(swarm, flight.depth);
    const float phase = scattered(flight.number, 25);
    const float sway = wave(time_ms, 5'000 + static_cast<std::int64_t>(3'000 * phase), phase);
    const float x = flight.across * canvas.size.width * 1.1F - 0.05F * canvas.size.width + sway * 46 + flight.way * 90;
    const float y = -size + flight.way * (canvas.size.height + 2 * size);
    const float mirrored = wave(time_ms, 3'400 + static_cast<std::int64_t>(2'600 * phase), phase * 3);
    ui::draw_sprite(ui::faded(canvas, strength * seen(flight.way)), swarm.sprite, {x, y},
                    {.size = {size, size},
                     .degrees = 360 * turning(time_ms, 9'000 + static_cast<std::int64_t>(6'000 * phase)) + sway * 20,
                     .mirrored = mirrored < 0 ? std::min(mirrored, -0.25F) : std::max(mirrored, 0.25F)});
  }
}

void draw_fireflies(const ui::Canvas& canvas, ui::Rect where, int count, std::int64_t time_ms, float strength) {
  if (strength <= 0) return;
  for (int i = 0; i < count; ++i) {
    const auto fly = static_cast<std::uint32_t>(i) + 500;
    const float phase = scattered(fly, 31);
    const auto slow = static_cast<std::int64_t>(9'000 + 8'000 * scattered(fly, 32));
    const float x = where.x + scattered(fly, 33) * where.width + 60 * wave(time_ms, slow, phase) +
                    26 * wave(time_ms, slow * 2 / 3, phase * 2);
    const float y = where.y + scattered(fly, 34) * where.height + 34 * wave(time_ms, slow * 4 / 5, phase + 0.3F);
    const float breath = 0.5F + 0.5F * wave(time_ms, 3'600 + static_cast<std::int64_t>(3'000 * phase), phase * 5);
    const float size = i % 3 == 0 ? 30.0F : 20.0F;
    ui::draw_sprite(ui::faded(canvas, strength * breath * breath), "spark", {x, y}, {.size = {size, size}});
  }
}

void draw_kites(const ui::Canvas& canvas, std::span<const ui::Point> places, float size, std::int64_t time_ms) {
  constexpr std::int64_t kAfterMs = 900;  // one after the other
  constexpr std::int64_t kUpMs = 5'200;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::int64_t passed = time_ms - static_cast<std::int64_t>(i) * kAfterMs;
    if (passed < 0) continue;
    const float up = arc(passed, 0, kUpMs);
    const auto kite = static_cast<std::uint32_t>(i) + 900;
    const float phase = scattered(kite, 41);
    const float sway = wave(time_ms, 7'000 + static_cast<std::int64_t>(3'000 * phase), phase);
    const float lift = wave(time_ms, 5'200 + static_cast<std::int64_t>(2'000 * phase), phase + 0.4F);
    const ui::Point from{canvas.size.width * (0.3F + 0.4F * phase), canvas.size.height * 1.08F};
    const ui::Point at{from.x + (places[i].x - from.x) * up + sway * size * 0.16F,
                       from.y + (places[i].y - from.y) * up + lift * size * 0.10F};
    const float side = i % 2 == 0 ? size : size * 0.72F;
    ui::draw_sprite(canvas, "kite", at, {.size = {side, side}, .degrees = sway * 7 - 4 + (1 - up) * 18});
  }
}

}  // namespace mn
