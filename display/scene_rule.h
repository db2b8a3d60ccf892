// What a scene asks of the rules: when its turn comes, for how long, and whether there is anything to show. Each scene
// says it in its own file (display/scenes/NAME.cpp); the rules get all of them as one table and know no scene by heart
// but those that the issue of a ceremony turns on (display/direction.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace mn {

class Hall;

// What the picture is composed for, in pixels: sides of 1 or more.
struct Wall {
  int width_px = 1920;
  int height_px = 1080;
  bool operator==(const Wall&) const = default;
};

inline constexpr std::int64_t kPageFadeMs = 600;  // one page fades, the next one comes

enum class Turn {
  cued,     // only when the staff asks for it
  resting,  // also in the quiet minutes, one after the other, between two turns of the tally
  moment,   // the rules begin it, and it ends by itself; a cue shows it standing still
};

struct SceneRule {
  std::string_view name;  // as cues name it: the file's name without .cpp
  Turn turn = Turn::cued;
  // Whether the cards of arrivals are seen on it. Where they are not, announcements wait, and go on afterwards.
  bool cards = false;
  bool moves = false;              // it is in motion as long as it is on; otherwise only what comes and goes moves
  std::int64_t page_ms = 0;        // it turns a page this often, in kPageFadeMs; 0: it has none
  std::int64_t dwell_ms = 12'000;  // how long a resting scene stays

  // In the quiet minutes: whether there is anything to show. nullptr: always.
  bool (*has)(const Hall& hall) = nullptr;
  // How long it stays when that depends on what there is: a wall of many pages. nullptr: dwell_ms.
  std::int64_t (*dwell)(const Hall& hall, const Wall& wall) = nullptr;
};
using SceneRules = std::span<const SceneRule>;

// nullptr when there is no such scene here.
const SceneRule* find_scene(SceneRules scenes, std::string_view name);

}  // namespace mn
