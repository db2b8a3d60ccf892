// Small things in the air: petals and leaves fall, fireflies wander over the fields, lanterns rise. Each is a sprite
// whose place is a function of its number, the seed and the time, so that a replay shows the same.
#include <algorithm>
#include <cmath>

#include "display/parts/parts.h"
#include "display/parts/stage_place.h"
#include "ui/picture.h"

namespace mn {
namespace {

constexpr float kTurn = 6.2831853F;

struct Mote {
  ui::Point at;
  float degrees = 0;
  float zoom = 1;
  float mirrored = 1;
  float opacity = 1;
};

float cycles(std::int64_t time_ms, float seconds) { return static_cast<float>(time_ms) / 1000 / seconds; }
float part(float value) { return value - std::floor(value); }

// Once over the whole height and again: 0 at the upper end.
struct Fall {
  float way = 0;
  float sway = 0;
};
Fall fall_of(std::uint32_t thing, std::int64_t time_ms, float seconds) {
  const float pace = seconds * (0.75F + 0.5F * scattered(thing, 1));
  return {part(cycles(time_ms, pace) + scattered(thing, 2)),
          std::sin((cycles(time_ms, 3.4F + 2 * scattered(thing, 3)) + scattered(thing, 8)) * kTurn)};
}

Mote falling(const ui::Canvas& canvas, std::uint32_t thing, std::int64_t time_ms) {
  const Fall fall = fall_of(thing, time_ms, 9);
  Mote out;
  out.at = {scattered(thing, 4) * canvas.size.width + fall.sway * 46, fall.way * (canvas.size.height + 90) - 45};
  out.degrees = 360 * (scattered(thing, 6) + cycles(time_ms, 7) * (scattered(thing, 7) - 0.5F)) + fall.sway * 24;
  out.zoom = 0.55F + 0.6F * scattered(thing, 5);
  // It turns over, slowly.
  out.mirrored = 0.25F + 0.75F * std::abs(std::cos((cycles(time_ms, 4 + 3 * scattered(thing, 9))) * kTurn / 2));
  return out;
}

Mote rising(const ui::Canvas& canvas, std::uint32_t thing, std::int64_t time_ms) {
  const Fall fall = fall_of(thing, time_ms, 22);
  Mote out;
  out.at = {scattered(thing, 4) * canvas.size.width + fall.sway * 26, canvas.size.height * (1.06F - 1.16F * fall.way)};
  out.degrees = fall.sway * 5;
  // Those that are far are small, and faint before they are gone.
  out.zoom = 0.30F + 0.70F * scattered(thing, 5) * scattered(thing, 5);
  out.opacity = std::min(1.0F, (1 - fall.way) * 4) * (0.55F + 0.45F * out.zoom);
  return out;
}

Mote wandering(const ui::Canvas& canvas, std::uint32_t thing, std::int64_t time_ms) {
  const StagePlace place = place_stage(canvas.size);
  const float low = canvas.size.height - place.horizon;
  const float around = (cycles(time_ms, 11 + 8 * scattered(thing, 1)) + scattered(thing, 2)) * kTurn;
  Mote out;
  out.at = {scattered(thing, 4) * canvas.size.width + std::cos(around) * 54,
            place.horizon + low * (0.05F + 0.9F * scattered(thing, 3)) + std::sin(around * 2) * 22};
  out.zoom = 0.5F + 0.6F * scattered(thing, 5);
  // It glows and fades once in two to four seconds.
  const float glow = std::sin((cycles(time_ms, 2.2F + 2 * scattered(thing, 6)) + scattered(thing, 7)) * kTurn);
  out.opacity = std::max(0.0F, 0.35F + 0.65F * glow);
  return out;
}

}  // namespace

void draw_particles(const ui::Canvas& canvas, Particles kind, int count, std::uint32_t seed, std::int64_t time_ms,
                    float strength) {
  const auto things = static_cast<std::uint32_t>(std::clamp(count, 0, kParticlesMax));
  if (strength <= 0) return;
  for (std::uint32_t i = 0; i < things; ++i) {
    const std::uint32_t thing = seed * 1009 + i;
    Mote mote;
    const char* name = nullptr;
    ui::Size size;
    switch (kind) {
      case Particles::petals:
        mote = falling(canvas, thing, time_ms), name = "petal", size = {46, 46};
        break;
      case Particles::leaves:
        mote = falling(canvas, thing, time_ms), name = "leaf", size = {52, 52};
        break;
      case Particles::fireflies:
        mote = wandering(canvas, thing, time_ms), name = "spark", size = {30, 30};
        break;
      case Particles::lanterns:
        mote = rising(canvas, thing, time_ms), name = "lantern_sky", size = {110, 138};
        break;
      case Particles::star_lanterns:
        mote = rising(canvas, thing, time_ms), name = "lantern_star", size = {110, 134};
        break;
    }
    ui::draw_sprite(ui::faded(canvas, mote.opacity * strength), name, mote.at,
                    {.size = size, .degrees = mote.degrees, .zoom = mote.zoom, .mirrored = mote.mirrored});
  }
}

}  // namespace mn
