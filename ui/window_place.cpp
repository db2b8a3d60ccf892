// Which screen a window lies on: at the start, and while screens come, go and change. A window never takes a screen
// that was not meant for it.
#include "ui/window.h"

namespace mn::ui {
namespace {

SDL_Rect rect_of(const ScreenSeen& screen) { return {screen.x, screen.y, screen.width_px, screen.height_px}; }

SDL_Rect rect_of(SDL_Window* window) {
  SDL_Rect rect{};
  SDL_GetWindowPosition(window, &rect.x, &rect.y);
  SDL_GetWindowSize(window, &rect.w, &rect.h);
  return rect;
}

std::vector<ScreenSeen> screens_of(Window& window) { return window.x_screens ? window.x_screens->list() : screens(); }

void cover(Window& window, const SDL_Rect& screen) {
  SDL_Window* shown = window.shown;
  if (window.by_manager) SDL_SetWindowFullscreen(shown, 0);
  SDL_SetWindowPosition(shown, screen.x, screen.y);
  SDL_SetWindowSize(shown, screen.w, screen.h);
  if (window.by_manager) SDL_SetWindowFullscreen(shown, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

}  // namespace

bool choose_place(Window& window, const GlassOptions& options, std::string& words) {
  window.full = !options.windowed && !options.offscreen;
  const std::string_view driver = SDL_GetCurrentVideoDriver();
  if (driver == "x11") window.x_screens = XScreens::open();
  window.by_manager = window.x_screens == nullptr || window.x_screens->managed();
  const std::vector<ScreenSeen> all = screens_of(window);
  if (all.empty()) return true;
  const std::optional<std::size_t> found = find_screen(all, options.screen);
  if (!found) {
    words = "no screen \"" + options.screen + "\", or more than one; there are: " + screens_text(all);
    return false;
  }
  window.screen = all[*found];
  window.screen_chosen = !options.screen.empty();
  return true;
}

SDL_Window* make_shown(const Window& window, const GlassOptions& options, unsigned flags) {
  const SDL_Rect screen = rect_of(window.screen);
  if (window.full && !window.by_manager) {
    return SDL_CreateWindow(options.title.c_str(), screen.x, screen.y, screen.w, screen.h,
                            SDL_WINDOW_BORDERLESS | flags);
  }
  // In the middle of its screen; SDL takes the screen a full window covers from its place.
  const int x = screen.w > 0 ? screen.x + (screen.w - options.width_px) / 2 : static_cast<int>(SDL_WINDOWPOS_CENTERED);
  const int y = screen.h > 0 ? screen.y + (screen.h - options.height_px) / 2 : static_cast<int>(SDL_WINDOWPOS_CENTERED);
  if (!window.full) {
    return SDL_CreateWindow(options.title.c_str(), x, y, options.width_px, options.height_px,
                            SDL_WINDOW_RESIZABLE | flags);
  }
  return SDL_CreateWindow(options.title.c_str(), screen.w > 0 ? screen.x : x, screen.h > 0 ? screen.y : y,
                          screen.w > 0 ? screen.w : options.width_px, screen.h > 0 ? screen.h : options.height_px,
                          SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_BORDERLESS | flags);
}

void tend_window(Window& window) {
  if (!window.full || window.shown == nullptr) return;
  const bool news = (window.x_screens && window.x_screens->changed()) || window.screens_changed;
  window.screens_changed = false;
  // Somebody may have moved it. What insists on another place is not fought for ever.
  constexpr int kTriesMost = 3;
  const SDL_Rect wanted = rect_of(window.screen);
  const SDL_Rect now = rect_of(window.shown);
  const bool astray = !window.away && window.x_screens && SDL_RectEquals(&now, &wanted) == SDL_FALSE;
  if (news) window.tries = 0;
  if (!news && (!astray || window.tries >= kTriesMost)) return;
  const std::vector<ScreenSeen> all = screens_of(window);
  if (all.empty()) return;
  const ScreenSeen* mine = nullptr;
  for (const ScreenSeen& screen : all) {
    if (screen.name == window.screen.name) mine = &screen;
  }
  if (mine == nullptr && window.screen_chosen) {
    if (!window.away) SDL_HideWindow(window.shown);
    window.away = true;
    return;
  }
  if (mine == nullptr) mine = &all.front();
  const SDL_Rect goal = rect_of(*mine);
  window.screen = *mine;
  if (window.away) SDL_ShowWindow(window.shown);
  window.away = false;
  if (SDL_RectEquals(&now, &goal) != SDL_FALSE) return;
  ++window.tries;
  cover(window, goal);
}

}  // namespace mn::ui
