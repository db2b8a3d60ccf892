// What every loop of the display draws with: the opened glass, the scenes, the words. Draws pictures; knows no journal.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/strings.h"
#include "display/options.h"
#include "display/parts/words.h"
#include "display/picture.h"
#include "display/scenes/scene.h"
#include "display/show.h"
#include "ui/glass.h"

namespace mn {

// Set up once by main; owned by it, and everything here outlives the loops.
struct Screen {
  const Options& options;
  const Campaign& campaign;
  const Strings& strings;
  Scenes scenes;
  Words words;
  ui::GlassPointer glass;
  Wall wall;            // as the last picture was: a full-screen window takes the screen's own size
  bool counts = false;  // what a frame costs is drawn over it: F3
};

// Opens the glass: a window of this size, or none at all (`offscreen`). Fails with words for the operator.
Done open_screen(Screen& screen, const Wall& wall, Language language, bool offscreen);

Setting setting_of(const Screen& screen, const Wall& wall);

// Draws one picture and shows it. False: it is the picture before, and nothing was painted.
bool draw(Screen& screen, const Picture& picture);

Done save(Screen& screen, const std::filesystem::path& file);

// Says it to the operator, and gives the exit code.
int fail(const std::string& words);

}  // namespace mn
