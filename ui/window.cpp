// Windows of SDL2: one with OpenGL on a GPU, a plain one beside a hidden OpenGL context without.
#define GL_GLEXT_PROTOTYPES
#include "ui/window.h"

#include <SDL_opengl.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "ui/bitmaps.h"

namespace mn::ui {
namespace {

std::string sdl_words(const char* what) { return std::string(what) + ": " + SDL_GetError(); }

bool renders_in_software() {
  const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  const std::string_view renderer = name == nullptr ? "" : name;
  return renderer.find("llvmpipe") != std::string_view::npos || renderer.find("softpipe") != std::string_view::npos;
}

// A plain window whose pixels we may write as 32-bit colours; false leaves nothing behind.
bool open_plain(Window& window, const GlassOptions& options) {
  window.shown = make_shown(window, options, 0);
  if (window.shown == nullptr) return false;
  const SDL_Surface* surface = SDL_GetWindowSurface(window.shown);
  const bool fits = surface != nullptr && (surface->format->format == SDL_PIXELFORMAT_RGB888 ||
                                           surface->format->format == SDL_PIXELFORMAT_ARGB8888);
  if (fits) return true;
  SDL_DestroyWindow(window.shown);
  window.shown = nullptr;
  return false;
}

// A machine with a GPU has a node for programs to draw by.
bool has_gpu() {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/dev/dri", error)) {
    if (entry.path().filename().string().starts_with("renderD")) return true;
  }
  return false;
}

// Whatever the processor paints itself can be put into a plain window, or nowhere.
bool open_by_processor(Window& window, const GlassOptions& options, std::string& words) {
  const bool seen = std::string_view(SDL_GetCurrentVideoDriver()) != "offscreen";
  window.showing = seen ? Showing::by_processor : Showing::not_at_all;
  paint_by_processor(true);
  if (seen ? open_plain(window, options) : (window.shown = make_shown(window, options, 0)) != nullptr) return true;
  words = sdl_words("no window");
  return false;
}

bool make_context(Window& window, SDL_Window* owner, std::string& words) {
  if (owner == nullptr) {
    words = sdl_words("no window with OpenGL");
    return false;
  }
  window.context = SDL_GL_CreateContext(owner);
  if (window.context == nullptr) {
    // Perhaps it only cannot tell of a reset.
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_RESET_NOTIFICATION, SDL_GL_CONTEXT_RESET_NO_NOTIFICATION);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS, 0);
    window.context = SDL_GL_CreateContext(owner);
  }
  if (window.context == nullptr) words = sdl_words("no OpenGL 3.0");
  return window.context != nullptr;
}

// Looks through a small hidden window what draws here, and takes it for good when that is the processor itself.
bool open_by_copy(Window& window, const GlassOptions& options) {
  const std::string_view driver = SDL_GetCurrentVideoDriver();
  if (driver != "x11" && driver != "wayland") return false;
  constexpr int kSide = 16;
  std::string words;
  window.hidden = SDL_CreateWindow("OpenGL", 0, 0, kSide, kSide, SDL_WINDOW_OPENGL | SDL_WINDOW_HIDDEN);
  if (make_context(window, window.hidden, words) && renders_in_software() && open_plain(window, options)) return true;
  if (window.context != nullptr) SDL_GL_DeleteContext(window.context);
  if (window.hidden != nullptr) SDL_DestroyWindow(window.hidden);
  window.context = nullptr;
  window.hidden = nullptr;
  return false;
}

void show_by_copy(Window& window, const Paintable& stage, const std::vector<PixelBox>& parts) {
  SDL_Surface* surface = SDL_GetWindowSurface(window.shown);
  if (surface == nullptr) return;
  const PixelBox all{0, 0, std::min(surface->w, stage.width_px), std::min(surface->h, stage.height_px)};
  std::vector<SDL_Rect> changed;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, stage.framebuffer);
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  for (const PixelBox& part : parts) {
    const PixelBox box{part.left, part.top, std::min(part.right, all.right), std::min(part.bottom, all.bottom)};
    if (box.empty()) continue;
    const int width = box.right - box.left;
    const int height = box.bottom - box.top;
    window.rows.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    glReadPixels(box.left, stage.height_px - box.bottom, width, height, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV,
                 window.rows.data());
    for (int row = 0; row < height; ++row) {
      const std::uint32_t* from = window.rows.data() + std::ptrdiff_t{height - 1 - row} * width;
      auto* to = static_cast<std::uint8_t*>(surface->pixels) + std::ptrdiff_t{box.top + row} * surface->pitch;
      SDL_memcpy(to + std::ptrdiff_t{box.left} * 4, from, static_cast<std::size_t>(width) * 4);
    }
    changed.push_back({box.left, box.top, width, height});
  }
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  SDL_UpdateWindowSurfaceRects(window.shown, changed.data(), static_cast<int>(changed.size()));
}

void show_by_processor(Window& window, const Paintable& stage, const std::vector<PixelBox>& parts) {
  const Bitmap* bitmap = find_bitmap(stage.texture);
  if (bitmap == nullptr) return;
  std::vector<SDL_Rect> changed;
  if (bitmap->elsewhere != nullptr) {
    // Painted in the window's own pixels. They are not asked for again here: after a change of size that would be
    // others, and these gone.
    for (const PixelBox& part : parts) {
      changed.push_back({part.left, part.top, part.right - part.left, part.bottom - part.top});
    }
    SDL_UpdateWindowSurfaceRects(window.shown, changed.data(), static_cast<int>(changed.size()));
    return;
  }
  SDL_Surface* surface = SDL_GetWindowSurface(window.shown);
  if (surface == nullptr) return;
  for (const PixelBox& part : parts) {
    const PixelBox box{part.left, part.top, std::min({part.right, surface->w, bitmap->width_px}),
                       std::min({part.bottom, surface->h, bitmap->height_px})};
    if (box.empty()) continue;
    for (int y = box.top; y < box.bottom; ++y) {
      auto* to = static_cast<std::uint8_t*>(surface->pixels) + std::ptrdiff_t{y} * surface->pitch;
      SDL_memcpy(to + std::ptrdiff_t{box.left} * 4, bitmap->row(y) + box.left,
                 static_cast<std::size_t>(box.right - box.left) * 4);
    }
    changed.push_back({box.left, box.top, box.right - box.left, box.bottom - box.top});
  }
  SDL_UpdateWindowSurfaceRects(window.shown, changed.data(), static_cast<int>(changed.size()));
}

void show_by_opengl(Window& window, const Paintable& stage) {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, stage.framebuffer);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
  glDisable(GL_SCISSOR_TEST);
  glBlitFramebuffer(0, 0, stage.width_px, stage.height_px, 0, 0, stage.width_px, stage.height_px, GL_COLOR_BUFFER_BIT,
                    GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  SDL_GL_SwapWindow(window.shown);
}

bool by_processor_wanted(const GlassOptions& options) {
  switch (options.painter) {
    case Painter::opengl:
      return false;
    case Painter::processor:
      return true;
    case Painter::automatic: {
      const std::string_view driver = SDL_GetCurrentVideoDriver();
      return (driver == "x11" || driver == "wayland") && !has_gpu();
    }
  }
  return false;
}

}  // namespace

namespace {

bool open_by_opengl(Window& window, const GlassOptions& options, std::string& words) {
  paint_by_processor(false);
  // So that a graphics processor that was reset says so, where the driver can.
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_RESET_NOTIFICATION, SDL_GL_CONTEXT_RESET_LOSE_CONTEXT);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS, SDL_GL_CONTEXT_ROBUST_ACCESS_FLAG);
  if (open_by_copy(window, options)) {
    window.showing = Showing::by_copy;
    return true;
  }
  window.shown = make_shown(window, options, SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI);
  if (!make_context(window, window.shown, words)) return false;
  const bool seen = std::string_view(SDL_GetCurrentVideoDriver()) != "offscreen";
  window.showing = seen ? Showing::by_opengl : Showing::not_at_all;
  SDL_GL_SetSwapInterval(options.vsync ? 1 : 0);
  return true;
}

void drop_window(Window& window) {
  if (window.context != nullptr) SDL_GL_DeleteContext(window.context);
  if (window.shown != nullptr) SDL_DestroyWindow(window.shown);
  if (window.hidden != nullptr) SDL_DestroyWindow(window.hidden);
  window.context = nullptr;
  window.shown = window.hidden = nullptr;
}

// A machine may start us before its screen.
bool start_sdl(const GlassOptions& options, std::string& words) {
  constexpr int kTryAgainMs = 500;
  const auto started = [&] {
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return words = sdl_words("no display"), false;
    // Left to itself SDL would rather draw for nobody than fail.
    const std::string_view driver = SDL_GetCurrentVideoDriver();
    const bool for_nobody = driver == "offscreen" || driver == "dummy";
    if (!for_nobody || options.offscreen || !options.patient || std::getenv("SDL_VIDEODRIVER") != nullptr) return true;
    SDL_Quit();
    return words = "no display: neither X nor Wayland answers", false;
  };
  for (bool told = false; !started(); SDL_Delay(kTryAgainMs)) {
    if (!options.patient) return false;
    if (!told) std::fprintf(stderr, "%s; waiting for it\n", words.c_str());
    told = true;
  }
  words.clear();
  return true;
}

}  // namespace

bool open_window(Window& window, const GlassOptions& options, std::string& words) {
  if (options.offscreen) SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  if (!start_sdl(options, words)) return false;
  window.sdl = true;
  if (!choose_place(window, options, words)) return false;
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  const bool first = by_processor_wanted(options);
  if (first) paint_by_processor(true);
  // One road is as good as the other to a hall that would see nothing.
  const bool opened = first ? open_by_processor(window, options, words) : open_by_opengl(window, options, words);
  if (!opened && options.painter != Painter::automatic) return false;
  if (!opened) {
    drop_window(window);
    if (!(first ? open_by_opengl(window, options, words) : open_by_processor(window, options, words))) return false;
    words.clear();
  }
  end_with_x_server();  // after SDL, which might have said otherwise
  if (options.hide_cursor) SDL_ShowCursor(SDL_DISABLE);
  SDL_StartTextInput();
  return true;
}

void close_window(Window& window) {
  drop_window(window);
  window.x_screens.reset();
  if (window.sdl) SDL_Quit();
  window = {};
}

bool opengl_lost(const Window& window) {
  if (window.context == nullptr) return false;
  using Status = GLenum (*)();
  static const auto status = reinterpret_cast<Status>(SDL_GL_GetProcAddress("glGetGraphicsResetStatus"));
  return SDL_GL_ExtensionSupported("GL_KHR_robustness") != SDL_FALSE && status != nullptr && status() != GL_NO_ERROR;
}

bool reopen_by_processor(Window& window, const GlassOptions& options, std::string& words) {
  drop_window(window);
  return open_by_processor(window, options, words);
}

PixelSize size_px(const Window& window) {
  PixelSize size;
  SDL_GetWindowSizeInPixels(window.shown, &size.width, &size.height);
  return size;
}

PanelSeen panel_seen(const Window& window) {
  PanelSeen seen;
  const PixelSize own = size_px(window);
  seen.width_px = own.width;
  seen.height_px = own.height;
  const int screen = SDL_GetWindowDisplayIndex(window.shown);
  if (screen < 0 || window.showing == Showing::not_at_all) return seen;
  // A window in a frame is smaller than its screen.
  SDL_DisplayMode mode{};
  if (SDL_GetCurrentDisplayMode(screen, &mode) == 0 && mode.w > 0 && mode.h > 0) {
    seen.width_px = mode.w;
    seen.height_px = mode.h;
  }
  if (SDL_GetDisplayDPI(screen, nullptr, &seen.across_dpi, &seen.down_dpi) != 0) seen.across_dpi = seen.down_dpi = 0;
  return seen;
}

std::uint32_t* window_pixels(Window& window, int width_px, int height_px) {
  if (window.showing != Showing::by_processor) return nullptr;
  const SDL_Surface* surface = SDL_GetWindowSurface(window.shown);
  const bool fits = surface != nullptr && surface->w == width_px && surface->h == height_px &&
                    surface->pitch == width_px * 4 && surface->pixels != nullptr;
  return fits ? static_cast<std::uint32_t*>(surface->pixels) : nullptr;
}

void show_parts(Window& window, const Paintable& stage, const std::vector<PixelBox>& parts) {
  switch (window.showing) {
    case Showing::not_at_all:
      return;
    case Showing::by_copy:
      return show_by_copy(window, stage, parts);
    case Showing::by_processor:
      return show_by_processor(window, stage, parts);
    case Showing::by_opengl:
      return show_by_opengl(window, stage);
  }
}

}  // namespace mn::ui
