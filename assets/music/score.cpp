// Everything is made of five tones, G A C D E, so that whatever sounds on is at peace with whatever comes. The fourth
// upwards, from one open string of the đàn tính to the next, is the sign of a gift; the musics grow out of it.
#include "assets/music/score.h"

#include <array>

namespace mn::music {
namespace {

using enum Instrument;

constexpr Hall kNear{0.9, 0.25};
constexpr Hall kWide{2.0, 0.27};

// A small gift: two touches of bamboo. Three ways, so that a busy quarter of an hour does not nag.
constexpr Tempo kChimeTempo{.beats_a_minute = 120};
constexpr std::array kSmall1{Line{bamboo, 0, 0.34, 0.42, 0, "A4.1 D5.3"}};
constexpr std::array kSmall2{Line{bamboo, 0, 0.34, 0.42, 0, "C5.1 E5.3"}};
constexpr std::array kSmall3{Line{bamboo, 0, 0.34, 0.42, 0, "D5.1 G5.3"}};

// A middle one: the string speaks, the bamboo answers.
constexpr std::array kMiddle1{Line{lute, 0, 0.50, 0.55, 0, "G4.1 C5.4"}, Line{bamboo, 0.5, 0.34, 0.40, 0, "D5.1 G5.4"}};
constexpr std::array kMiddle2{Line{lute, 0, 0.50, 0.55, 0, "A4.1 D5.4"}, Line{bamboo, 0.5, 0.34, 0.40, 0, "E5.1 A5.4"}};

// A large one: strings spread over a breath of the gong, the bamboo climbs.
constexpr std::array kLarge1{Line{gong, 0, 0.42, 0.42, 0, "G3.8"}, Line{lute, 0, 0.62, 0.62, 0, "G3+D4+G4.8%"},
                             Line{bamboo, 0.5, 0.34, 0.46, 0, "C5.1 D5.1 G5.5"}};
constexpr std::array kLarge2{Line{gong, 0, 0.42, 0.42, 0, "C4.8"}, Line{lute, 0, 0.62, 0.62, 0, "C4+G4+C5.8%"},
                             Line{bamboo, 0.5, 0.34, 0.46, 0, "D5.1 E5.1 A5.5"}};

// A milestone: a call, an answer, and home. Two beats to a bar, as in then songs.
constexpr Tempo kMilestoneTempo{.beats_a_minute = 112};
constexpr std::array kMilestone{
    Line{gong, 0, 0.50, 0.50, 0.1, "C3.16"},
    Line{lute, 0, 0.42, 0.55, -0.35, "C3+G3.4 G3.2 C4.2 | A3.4 E4.2 A3.2 | G3.4 D4.2 G3.2 |"},
    Line{lute, 0, 0.60, 0.78, 0.15, "G4.2 C5.2 D5.2 E5.2 | G5.3^> E5.1 D5.4~ | E5.2 D5.2 C5.2 D5.2 | C5.12~<"},
    Line{bamboo, 2, 0.24, 0.40, 0.45, "C5.1 D5.1 E5.1 G5.1 A5.2 G5.2 | E5.2 D5.2 C5.2 D5.2 | G5.2 C6.6"},
    Line{lute, 6, 0.70, 0.70, -0.2, "C3+G3+C4+E4.12%"},
    Line{gong, 6, 0.50, 0.50, -0.1, "C3.12"},
    Line{bells, 6, 0.30, 0.22, 0.3, "C5.4 C5.4"},
};

// The goal. It is reached with the first stroke; two bars gather, four tell, eight bloom, four settle.
constexpr Tempo kGoalTempo{.beats_a_minute = 116, .slows_from_beat = 29, .slower_each_beat = 0.06};
constexpr std::array kGoal{
    // The moment itself.
    Line{gong, 0, 0.62, 0.62, 0, "C3.32"},
    Line{bamboo, 0, 0.26, 0.46, 0.45, "G4.1 A4.1 C5.1 D5.1 E5.1 G5.1 A5.1 C6.3"},
    Line{lute, 0, 0.55, 0.55, -0.3, "C3+G3+C4.8%"},
    Line{lute, 1, 0.22, 0.50, 0.15, "G4.4~ | G4.4~ | G4.4~ |"},
    // The strings' round, which carries all of it.
    Line{lute, 2, 0.34, 0.56, -0.35,
         "C4.2 G3.2 C4.2 D4.2 | C3+G3.4 C4.2 G3.2 | A3.4 E4.2 A3.2 | G3.4 D4.2 G3.2 | C4.2 G3.2 D4.2 G3.2 |"},
    Line{lute, 12, 0.62, 0.62, -0.35,
         "C3+G3.4 C4.2 G3.2 | A3.4 E4.2 A3.2 | C3+G3.4 C4.2 G3.2 | C4.2 G3.2 D4.2 G3.2 |"
         "A3.4 E4.2 A3.2 | G3.4 D4.2 G3.2 | A3.4 E4.2 C4.2 | C3+G3.4 E4.2 G3.2 |"},
    Line{lute, 28, 0.50, 0.30, -0.35, "A3.4 E4.2 A3.2 | A3.4 E4.2 A3.2 | C3+G3.4 C4.2 G3.2 | G3.4 D4.4 |"},
    // The tale.
    Line{lute, 4, 0.52, 0.72, 0.15, "C5.3 D5.1 E5.4 | G5.3^ E5.1 D5.4~ | C5.2 A4.2 C5.2 D5.2 | E5.2 D5.2 E5.2 G5.2 |"},
    Line{flute, 8, 0.20, 0.50, -0.1, "A4.8 | D5.4 E5.4 |"},
    Line{bamboo, 4, 0.18, 0.36, 0.5,
         "-.2 G5.2 -.2 C5.2 | -.2 D5.2 -.2 G5.2 | -.2 E5.2 -.2 A5.2 | C5.1 D5.1 E5.1 G5.1 A5.1 C6.1 D6.1 E6.1 |"},
    Line{bells, 6, 0.14, 0.26, 0.25, "C5.8 C5.8 C5.8"},
    // The bloom.
    Line{gong, 12, 0.80, 0.80, 0, "C3.32"},
    Line{gong, 20, 0.45, 0.45, 0.1, "A3.16"},
    Line{gong, 26, 0.62, 0.62, -0.1, "C3.16"},
    Line{lute, 12, 0.82, 0.90, 0.15,
         "G5.3> A5.1 C6.4~ | A5.2 G5.2 E5.4~ | G5.3^ E5.1 D5.2 E5.2 | C5.6 D5.2 |"
         "E5.3> G5.1 A5.4~ | G5.2 E5.2 D5.4~ | A5.3^> G5.1 E5.2 G5.2 | C6.4~> A5.2 G5.2 |"},
    Line{lute, 12, 0.46, 0.52, -0.05,
         "G4.3 A4.1 C5.4 | A4.2 G4.2 E4.4 | G4.3 E4.1 D4.2 E4.2 | C4.6 D4.2 |"
         "E4.3 G4.1 A4.4 | G4.2 E4.2 D4.4 | A4.3 G4.1 E4.2 G4.2 | C5.4 A4.2 G4.2 |"},
    Line{flute, 12, 0.60, 0.70, -0.15,
         "E5.6 G5.2 | A5.8 | G5.6 E5.2 | D5.4 E5.4 | C5.4 E5.4 | D5.8 | E5.4 G5.4 | A5.4 G5.4 |"},
    Line{bamboo, 12, 0.34, 0.44, 0.5,
         "C5.1 G5.1 E5.1 G5.1 C5.1 G5.1 E5.1 G5.1 | C5.1 A5.1 E5.1 A5.1 C5.1 A5.1 E5.1 A5.1 |"
         "C5.1 G5.1 E5.1 G5.1 C5.1 G5.1 E5.1 G5.1 | C5.1 G5.1 E5.1 G5.1 C5.1 D5.1 E5.1 G5.1 |"
         "C5.1 A5.1 E5.1 A5.1 C5.1 A5.1 E5.1 A5.1 | D5.1 G5.1 A5.1 G5.1 D5.1 G5.1 A5.1 G5.1 |"
         "E5.1 A5.1 C6.1 A5.1 E5.1 A5.1 C6.1 A5.1 | G5.1 C6.1 E6.1 C6.1 E6.1 D6.1 C6.1 A5.1 |"},
    Line{bells, 12, 0.40, 0.36, 0.25, "C5.8 C5.4 C5.4 C5.8 C5.4 C5.4 C5.8 C5.4 C5.4 C5.8 C5.4 C5.4"},
    // It settles.
    Line{lute, 28, 0.68, 0.40, 0.15, "E5.4^ D5.4 | C5.4~ A4.4 | G4.3 A4.1 C5.4 | D5.3^ C5.1 A4.2 G4.2 |"},
    Line{flute, 28, 0.48, 0.26, -0.15, "E5.8 | C5.8 | G4.8 | A4.4 G4.4 | C5.10<"},
    Line{bamboo, 28, 0.26, 0.16, 0.5, "-.2 C5.2 -.2 E5.2 | -.2 D5.2 -.2 G5.2 | -.2 E5.2 -.2 A5.2 | -.2 D5.2 -.4 |"},
    Line{bells, 28, 0.20, 0.12, 0.25, "C5.8 C5.8"},
    Line{gong, 36, 0.42, 0.42, 0, "C3.20"},
    Line{lute, 36, 0.50, 0.50, -0.1, "C3+G3+C4+E4+G4+C5.20%"},
    Line{bamboo, 37, 0.24, 0.16, 0.45, "-.2 G5.2 C6.8"},
};

// The checked total is revealed: strings hold their breath, then the light.
constexpr Tempo kRevealTempo{.beats_a_minute = 80};
constexpr std::array kReveal{
    Line{gong, 0, 0.34, 0.34, 0, "G3.16"},
    Line{lute, 0, 0.12, 0.60, -0.25, "G3.4~ | G3.4~ | G3+D4.4~ | D4+G4.4~ |"},
    Line{bamboo, 1, 0.08, 0.44, 0.45, "D5.4~ | D5.4~ | G4.0.8 A4.0.8 C5.0.8 D5.0.8 G5.0.8 |"},
    Line{gong, 4, 0.78, 0.78, 0, "C3.20"},
    Line{lute, 4, 0.78, 0.78, -0.2, "C3+G3+C4+E4+G4.20%"},
    Line{lute, 4, 0.72, 0.50, 0.2, "G5.3^ A5.1 | G5.2 E5.2 | C5.8~"},
    Line{flute, 4, 0.44, 0.34, -0.1, "E5.6 G5.2 | C5.10"},
    Line{bamboo, 4, 0.40, 0.20, 0.45, "C6.2 G5.2 E5.2 G5.2 | C5.2 E5.2 G5.2 C6.4"},
    Line{bells, 4, 0.34, 0.14, 0.25, "C5.4 C5.4 C5.4"},
};

constexpr std::array kPieces{
    Piece{"chime-small-1", 0.85, 1, kChimeTempo, kNear, Measured::moment, -27, kSmall1},
    Piece{"chime-small-2", 0.85, 1, kChimeTempo, kNear, Measured::moment, -27, kSmall2},
    Piece{"chime-small-3", 0.85, 1, kChimeTempo, kNear, Measured::moment, -27, kSmall3},
    Piece{"chime-middle-1", 1.25, 1, kChimeTempo, kNear, Measured::moment, -25, kMiddle1},
    Piece{"chime-middle-2", 1.25, 1, kChimeTempo, kNear, Measured::moment, -25, kMiddle2},
    Piece{"chime-large-1", 1.6, 1, kChimeTempo, kNear, Measured::moment, -23, kLarge1},
    Piece{"chime-large-2", 1.6, 1, kChimeTempo, kNear, Measured::moment, -23, kLarge2},
    Piece{"milestone", 5.6, 2, kMilestoneTempo, kWide, Measured::whole, -21, kMilestone},
    Piece{"goal", 22.8, 2, kGoalTempo, kWide, Measured::whole, -20, kGoal},
    Piece{"reveal", 7.6, 2, kRevealTempo, kWide, Measured::whole, -21, kReveal},
};

}  // namespace

std::span<const Piece> pieces() { return kPieces; }

}  // namespace mn::music
