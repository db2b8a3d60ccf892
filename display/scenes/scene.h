// A scene is one file of this folder: NAME.cpp defines `SceneFile NAME_scene()`, what it asks of the rules and how it
// is drawn. CMake finds the file and puts it on the table; nothing else has to know it. A scene draws a picture and
// decides nothing; what stands still is kept in still layers, so that a frame costs what moves.
#pragma once

#include <vector>

#include "display/parts/parts.h"
#include "display/parts/words.h"
#include "display/picture.h"
#include "ui/canvas.h"

namespace mn {

// The whole canvas, its background with it: the one scene runs straight into the other.
using DrawScene = void (*)(const ui::Canvas& canvas, const Picture& picture, const Words& words);

struct SceneFile {
  SceneRule rule;
  DrawScene draw = nullptr;
};

// Every scene there is. Owned by main; the rules get `rules` and never see a draw function.
struct Scenes {
  std::vector<SceneRule> rules;
  std::vector<DrawScene> draws;  // of the rule at the same place
};
Scenes all_scenes();  // in the order of their names; made by CMake from the files

// Moved by the few units that keep a picture from burning in: for all that stands before the stage.
ui::Canvas drifted(const ui::Canvas& canvas, const Picture& picture);

// The whole picture: the scene, and the one before while it fades.
void draw_scene(const ui::Canvas& canvas, const Picture& picture, const Words& words, const Scenes& scenes);

}  // namespace mn
