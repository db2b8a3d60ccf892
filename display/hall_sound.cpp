#include "display/hall_sound.h"

#include <array>
#include <string_view>

namespace mn {
namespace {

struct Files {
  Cue cue;
  std::array<std::string_view, 3> names;  // as many as the cue has ways to sound
  std::size_t count;
};
constexpr std::array<Files, kCueCount> kFiles{{
    {Cue::chime_small, {"chime-small-1", "chime-small-2", "chime-small-3"}, 3},
    {Cue::chime_middle, {"chime-middle-1", "chime-middle-2"}, 2},
    {Cue::chime_large, {"chime-large-1", "chime-large-2"}, 2},
    {Cue::milestone, {"milestone"}, 1},
    {Cue::goal, {"goal"}, 1},
    {Cue::reveal, {"reveal"}, 1},
}};

}  // namespace

std::vector<ui::PlayerPiece> hall_pieces(const std::filesystem::path& assets) {
  std::vector<ui::PlayerPiece> pieces;
  for (const Files& files : kFiles) {
    const ui::PlayedAs as = length_ms(files.cue) > 0 ? ui::PlayedAs::music : ui::PlayedAs::chime;
    for (std::size_t index = 0; index < files.count; ++index) {
      pieces.push_back({assets / "sound" / (std::string(files.names.at(index)) + ".ogg"), as});
    }
  }
  return pieces;
}

std::size_t piece_of(const Heard& heard) {
  std::size_t before = 0;
  for (const Files& files : kFiles) {
    if (files.cue == heard.cue) return before + static_cast<std::size_t>(heard.variation) % files.count;
    before += files.count;
  }
  return before;  // no such piece: the player is silent
}

void sound(ui::Player& player, const std::vector<Heard>& heard, std::int64_t now_ms) {
  for (const Heard& one : heard) player.play(piece_of(one), std::chrono::milliseconds(now_ms - one.at_ms));
}

}  // namespace mn
