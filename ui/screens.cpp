// By X's own word where there is X, because SDL does not notice when a screen changes its resolution; else by SDL's.
#include "ui/screens.h"

#include <SDL.h>

#include <algorithm>
#include <cctype>

#include "ui/x_screens.h"

namespace mn::ui {
namespace {

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& letter : out) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return out;
}

std::vector<ScreenSeen> screens_of_sdl() {
  const bool open = SDL_WasInit(SDL_INIT_VIDEO) != 0;
  if (!open && SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return {};
  std::vector<ScreenSeen> out;
  for (int index = 0; index < SDL_GetNumVideoDisplays(); ++index) {
    SDL_Rect bounds{};
    if (SDL_GetDisplayBounds(index, &bounds) != 0) continue;
    const char* name = SDL_GetDisplayName(index);
    out.push_back({name != nullptr ? name : "", bounds.x, bounds.y, bounds.w, bounds.h});
  }
  if (!open) SDL_QuitSubSystem(SDL_INIT_VIDEO);
  return out;
}

}  // namespace

std::vector<ScreenSeen> screens() {
  const char* driver = SDL_GetCurrentVideoDriver();
  if (driver == nullptr || std::string_view(driver) == "x11") {
    if (const std::unique_ptr<XScreens> x = XScreens::open(); x != nullptr) return x->list();
  }
  return screens_of_sdl();
}

std::optional<std::size_t> find_screen(const std::vector<ScreenSeen>& screens, std::string_view wanted) {
  if (screens.empty()) return std::nullopt;
  if (wanted.empty()) return 0;
  const std::string name = lowered(wanted);
  for (std::size_t index = 0; index < screens.size(); ++index) {
    if (lowered(screens[index].name) == name) return index;
  }
  if (std::all_of(wanted.begin(), wanted.end(), [](char letter) { return letter >= '0' && letter <= '9'; })) {
    for (std::size_t index = 0; index < screens.size(); ++index) {
      if (std::to_string(index) == wanted) return index;
    }
    return std::nullopt;
  }
  std::optional<std::size_t> found;
  for (std::size_t index = 0; index < screens.size(); ++index) {
    if (lowered(screens[index].name).find(name) == std::string::npos) continue;
    if (found) return std::nullopt;
    found = index;
  }
  return found;
}

std::string screens_text(const std::vector<ScreenSeen>& screens) {
  std::string out;
  for (std::size_t index = 0; index < screens.size(); ++index) {
    const ScreenSeen& screen = screens[index];
    out += (index == 0 ? "" : ", ") + std::to_string(index) + " " + screen.name + " " +
           std::to_string(screen.width_px) + "×" + std::to_string(screen.height_px);
  }
  return out.empty() ? "no screen" : out;
}

}  // namespace mn::ui
