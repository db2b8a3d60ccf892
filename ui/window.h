// Inside ui/ only: the SDL window, its OpenGL, and how a painted picture reaches the eye. Knows no frame and no input.
#pragma once

#include <SDL.h>

#include <memory>
#include <string>
#include <vector>

#include "ui/damage.h"
#include "ui/glass.h"
#include "ui/panel.h"
#include "ui/screens.h"
#include "ui/texture.h"
#include "ui/x_screens.h"

namespace mn::ui {

// How the stage (the picture we keep) gets onto the screen.
enum class Showing {
  not_at_all,  // no display server: it stays in the stage
  by_copy,  // no GPU: only the changed parts are read back and put into the window. Mesa's llvmpipe needs 12 ms to copy
            // 1920×1080 from a texture into an OpenGL window, because it turns the rows around in a shader; this takes
            // 1 ms
  by_processor,  // no OpenGL at all: the changed parts are copied into the window
  by_opengl,     // a GPU: the whole stage, then swap
};

struct Window {
  SDL_Window* shown = nullptr;
  SDL_Window* hidden = nullptr;  // owns the OpenGL context when the one shown has none
  SDL_GLContext context = nullptr;
  Showing showing = Showing::by_opengl;
  bool sdl = false;
  std::vector<std::uint32_t> rows;  // read back, lowest row first

  // Where it lies; see window_place.cpp.
  std::unique_ptr<XScreens> x_screens;
  ScreenSeen screen;             // the one it is for; of no size when there is none to name
  bool screen_chosen = false;    // by the one who started us: no other will do
  bool screens_changed = false;  // SDL said so
  bool full = false;             // covers its screen
  bool by_manager = false;       // the window manager or compositor makes it so
  bool away = false;             // its screen is gone, and it is hidden
  int tries = 0;
};

// False, and words, when there is no display or no OpenGL 3.0. close_window also after a failure.
bool open_window(Window& window, const GlassOptions& options, std::string& words);
void close_window(Window& window);
// Whether the graphics processor was reset, or is gone: nothing painted by it will ever be seen again.
bool opengl_lost(const Window& window);
// Another window in the place of this one, painted by the processor. All textures must have been dropped.
bool reopen_by_processor(Window& window, const GlassOptions& options, std::string& words);

// For open_window: which screen; false, and words, when there is no such one. Then the window itself.
bool choose_place(Window& window, const GlassOptions& options, std::string& words);
SDL_Window* make_shown(const Window& window, const GlassOptions& options, unsigned flags);
// Follows its screen when that changed, moved, went or came back. Costs nothing otherwise; call it once a second.
void tend_window(Window& window);

struct PixelSize {
  int width = 0;
  int height = 0;
};
PixelSize size_px(const Window& window);

// The screen that the window lies on.
PanelSeen panel_seen(const Window& window);

// The window's own pixels, to paint in at once: width × height without gaps, good until the next call. Null when the
// window cannot be painted by the processor, or its pixels lie otherwise.
std::uint32_t* window_pixels(Window& window, int width_px, int height_px);

// Brings these parts of the stage onto the screen (all of it by_opengl). The stage is as large as the window.
void show_parts(Window& window, const Paintable& stage, const std::vector<PixelBox>& parts);

}  // namespace mn::ui
