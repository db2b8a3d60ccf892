#include "display/parts/stage_place.h"

#include <algorithm>

namespace mn {
namespace {

// A drawing as it is in its file.
struct Land {
  std::string_view name;
  ui::Size size;
  ui::Point sun;
  float horizon;
  float bank;
  float children_middle;
  float children_width;
};
constexpr Land kWide{"stage_land", {1920, 1080}, {700, 700}, 745, 944, 606, 500};
constexpr Land kPanorama{"stage_land_wide", {3840, 1080}, {1910, 690}, 745, 944, 1900, 600};
constexpr Land kUpright{"stage_land_portrait", {1080, 1920}, {430, 1424}, 1490, 1770, 552, 376};
constexpr float kChildrenHeight = 240.0F / 680;  // of their width

const Land& land_for(ui::Size canvas) {
  if (canvas.height > canvas.width) return kUpright;
  return is_panorama(canvas) ? kPanorama : kWide;
}

}  // namespace

StagePlace place_stage(ui::Size canvas, float lower) {
  const Land& land = land_for(canvas);
  StagePlace out;
  out.land = land.name;
  // The horizon stays at its share of the height, so that a drawing that is cut gives away its foreground, not the sky.
  const float usual = std::max(canvas.width / land.size.width, canvas.height / land.size.height);
  const float kept = (usual - canvas.height / land.size.height) * (land.size.height - land.horizon);
  out.lower = lower + std::max(0.0F, kept);
  // It still reaches up to the upper edge.
  out.zoom = std::max(usual, (canvas.height + out.lower) / land.size.height);
  const ui::Size drawn{land.size.width * out.zoom, land.size.height * out.zoom};
  out.whole = {(canvas.width - drawn.width) / 2, canvas.height + out.lower - drawn.height, drawn.width, drawn.height};
  const auto x = [&](float at) { return out.whole.x + at * out.zoom; };
  const auto y = [&](float at) { return out.whole.y + at * out.zoom; };
  out.sun = {x(land.sun.x), y(land.sun.y)};
  out.horizon = y(land.horizon);
  out.bank = y(land.bank);
  const float width = land.children_width * out.zoom;
  const float height = width * kChildrenHeight;
  out.children = {x(land.children_middle) - width / 2, out.bank - height, width, height};
  return out;
}

}  // namespace mn
