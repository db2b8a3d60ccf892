// What the rules have sound, as files of assets/sound and orders to the player. Decides nothing (display/sounding.h).
#pragma once

#include "display/sounding.h"
#include "ui/player.h"

namespace mn {

// The pieces for ui::Player, in the order that piece_of() counts them.
std::vector<ui::PlayerPiece> hall_pieces(const std::filesystem::path& assets);
std::size_t piece_of(const Heard& heard);

// Plays what listen() said. Never waits; what is too late by now is left out.
void sound(ui::Player& player, const std::vector<Heard>& heard, std::int64_t now_ms);

}  // namespace mn
