// The window and its frame: SDL2, OpenGL and Dear ImGui put together. Everything is painted into one kept picture (the
// stage), in the parts that changed, and copied from there to the window.
#define GL_GLEXT_PROTOTYPES
#include "ui/glass.h"

#include <SDL.h>
#include <SDL_opengl.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <stb_image_write.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <fstream>

#include "ui/damage.h"
#include "ui/glass_input.h"
#include "ui/glyphs.h"
#include "ui/pictures.h"
#include "ui/stills.h"

namespace mn::ui {

struct Glass {
  SDL_Window* window = nullptr;
  SDL_GLContext context = nullptr;
  bool sdl = false;
  bool imgui = false;
  bool backend = false;
  std::unique_ptr<Glyphs> glyphs;
  std::unique_ptr<Stills> stills;
  std::unique_ptr<Pictures> pictures;
  Targets targets;
  Paintable stage;
  TileSums painted;       // what the stage shows
  bool uncovered = true;  // the window must be given the stage again
  std::uint32_t wake_event = 0;
  std::atomic<bool> woken = false;
  FirstFinger first_finger;
  std::deque<Input> waiting;  // for the controls
  InputTaken taken;
  std::string written_line;
};

namespace {

constexpr std::size_t kWaitingMax = 512;  // inputs not yet drawn; older ones are dropped

void size_px(const Glass& glass, int& width, int& height) { SDL_GL_GetDrawableSize(glass.window, &width, &height); }

Reading reading_of(const Glass& glass) {
  int width_px = 0;
  int height_px = 0;
  size_px(glass, width_px, height_px);
  int width = 0;
  int height = 0;
  SDL_GetWindowSize(glass.window, &width, &height);
  return {static_cast<float>(std::max(1, width)), static_cast<float>(std::max(1, height)),
          fit_canvas(width_px, height_px).size};
}

std::string sdl_words(const char* what) { return std::string(what) + ": " + SDL_GetError(); }

bool open_window(Glass& glass, const GlassOptions& options, std::string& words) {
  if (options.offscreen) SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) {
    words = sdl_words("no display");
    return false;
  }
  glass.sdl = true;
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  const unsigned shape =
      options.windowed ? SDL_WINDOW_RESIZABLE : SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_BORDERLESS;
  const int place =
      static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(static_cast<unsigned>(std::max(0, options.screen_index))));
  glass.window = SDL_CreateWindow(options.title.c_str(), place, place, options.width_px, options.height_px,
                                  SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI | shape);
  if (glass.window == nullptr) {
    words = sdl_words("no window");
    return false;
  }
  glass.context = SDL_GL_CreateContext(glass.window);
  if (glass.context == nullptr) {
    words = sdl_words("no OpenGL 3.0");
    return false;
  }
  SDL_GL_SetSwapInterval(options.vsync ? 1 : 0);
  if (options.hide_cursor) SDL_ShowCursor(SDL_DISABLE);
  SDL_StartTextInput();
  glass.wake_event = SDL_RegisterEvents(1);
  return true;
}

void open_imgui(Glass& glass) {
  ImGui::CreateContext();
  glass.imgui = true;
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
  glass.backend = ImGui_ImplOpenGL3_Init("#version 130");
  ImGui_ImplOpenGL3_NewFrame();
}

// Shapes shall come from the same page as letters, or each change between them would be a draw call of its own.
void use_page(const Glyphs& glyphs, Atlas& atlas) {
  (void)glyphs;
  ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
  fonts.SetTexID(to_imgui(atlas.first_page()));
  fonts.TexUvWhitePixel = atlas.white();
}

void take_events(Glass& glass) {
  SDL_Event event;
  const Reading reading = reading_of(glass);
  while (SDL_PollEvent(&event) != 0) {
    if (event.type == SDL_QUIT) glass.taken.quit = true;
    if (event.type == SDL_WINDOWEVENT) glass.uncovered = true;
    if (event.type == glass.wake_event) glass.woken = false;
    const std::optional<Input> input = read_event(glass.first_finger, event, reading);
    if (!input) continue;
    glass.taken.touched = true;
    if (glass.taken.inputs.size() < kWaitingMax) glass.taken.inputs.push_back(*input);
    if (input->kind == InputKind::key || input->kind == InputKind::text) continue;
    if (glass.waiting.size() >= kWaitingMax) glass.waiting.pop_front();
    glass.waiting.push_back(*input);
  }
}

// One tap a frame: what was done after it waits, so that two quick keys are two taps.
void press_targets(Glass& glass) {
  Targets& targets = glass.targets;
  targets.tapped.reset();
  while (!glass.waiting.empty() && !targets.tapped) {
    targets.tapped = advance_press(targets.press, glass.waiting.front(), targets.shown);
    glass.waiting.pop_front();
  }
}

std::uint64_t version_of(ImTextureID texture) { return texture_version(from_imgui(texture)); }

// The draw commands of the whole frame, repeated for each part and clipped to it.
void clip_to_parts(ImDrawList& list, const std::vector<PixelBox>& parts) {
  const ImVector<ImDrawCmd> whole = list.CmdBuffer;
  list.CmdBuffer.resize(0);
  for (const PixelBox& part : parts) {
    for (const ImDrawCmd& command : whole) {
      ImDrawCmd cut = command;
      cut.ClipRect = {std::max(cut.ClipRect.x, static_cast<float>(part.left)),
                      std::max(cut.ClipRect.y, static_cast<float>(part.top)),
                      std::min(cut.ClipRect.z, static_cast<float>(part.right)),
                      std::min(cut.ClipRect.w, static_cast<float>(part.bottom))};
      const bool seen = cut.ClipRect.x < cut.ClipRect.z && cut.ClipRect.y < cut.ClipRect.w;
      if (cut.UserCallback != nullptr || seen) list.CmdBuffer.push_back(cut);
    }
  }
}

void show_stage(Glass& glass) {
  const Paintable& stage = glass.stage;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, stage.framebuffer);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
  glDisable(GL_SCISSOR_TEST);
  glBlitFramebuffer(0, 0, stage.width_px, stage.height_px, 0, 0, stage.width_px, stage.height_px, GL_COLOR_BUFFER_BIT,
                    GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  SDL_GL_SwapWindow(glass.window);
  glass.uncovered = false;
}

}  // namespace

GlassOpened open_glass(const GlassOptions& options) {
  GlassOpened opened;
  GlassPointer glass(new Glass());
  if (!open_window(*glass, options, opened.words)) return opened;
  open_imgui(*glass);
  glass->glyphs = Glyphs::open(options.fonts, opened.words);
  if (glass->glyphs == nullptr) return opened;
  const std::filesystem::path assets = options.assets.empty() ? find_assets() : options.assets;
  std::error_code error;
  for (const char* folder : {"art", "icons"}) {
    if (std::filesystem::is_directory(assets / folder, error)) continue;
    opened.words = "no folder " + (assets / folder).string() + "; set MANGNON_ASSETS to the assets folder";
    return opened;
  }
  glass->pictures = std::make_unique<Pictures>(assets);
  glass->stills = std::make_unique<Stills>();
  opened.glass = std::move(glass);
  return opened;
}

void CloseGlass::operator()(Glass* glass) const {
  if (glass == nullptr) return;
  drop_paintable(glass->stage);
  glass->stills.reset();
  glass->pictures.reset();
  glass->glyphs.reset();
  if (glass->backend) ImGui_ImplOpenGL3_Shutdown();
  if (glass->imgui) ImGui::DestroyContext();
  if (glass->context != nullptr) SDL_GL_DeleteContext(glass->context);
  if (glass->window != nullptr) SDL_DestroyWindow(glass->window);
  if (glass->sdl) SDL_Quit();
  delete glass;
}

std::filesystem::path find_assets() {
  if (const char* named = std::getenv("MANGNON_ASSETS"); named != nullptr && *named != '\0') return named;
  std::error_code error;
  std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  constexpr int kLevelsMax = 6;
  for (int level = 0; level < kLevelsMax && !folder.empty(); ++level, folder = folder.parent_path()) {
    for (const char* inside : {"share/mangnon", "assets"}) {
      if (std::filesystem::is_directory(folder / inside / "art", error)) return folder / inside;
    }
  }
  return {};
}

bool wait_for_input(Glass& glass, int timeout_ms) {
  // Null: the event stays in the queue for take_input.
  const int came = timeout_ms < 0 ? SDL_WaitEvent(nullptr) : SDL_WaitEventTimeout(nullptr, timeout_ms);
  (void)glass;
  return came != 0;
}

void wake(Glass& glass) {
  // One event is enough however often it is called before it is taken.
  if (glass.woken.exchange(true)) return;
  SDL_Event event{};
  event.type = glass.wake_event;
  if (SDL_PushEvent(&event) != 1) glass.woken = false;
}

InputTaken take_input(Glass& glass) {
  take_events(glass);
  InputTaken taken = std::move(glass.taken);
  glass.taken = {};
  return taken;
}

bool frame_needed(const Glass& glass) { return glass.uncovered || !glass.waiting.empty(); }

Canvas begin_frame(Glass& glass) {
  if (glass.glyphs->tidy()) {
    glass.stills->clear();
    glass.painted = {};
  }
  glass.stills->tidy();
  glass.pictures->tidy();
  int width = 0;
  int height = 0;
  size_px(glass, width, height);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  io.DeltaTime = 1.0F / 60;
  use_page(*glass.glyphs, glass.glyphs->atlas());
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  glass.targets.now.clear();
  press_targets(glass);
  const Fit fit = fit_canvas(width, height);
  Canvas canvas;
  canvas.size = fit.size;
  canvas.scale = fit.scale;
  canvas.theme = &light_theme();
  canvas.list = ImGui::GetBackgroundDrawList();
  canvas.glyphs = glass.glyphs.get();
  canvas.stills = glass.stills.get();
  canvas.pictures = glass.pictures.get();
  canvas.targets = &glass.targets;
  return canvas;
}

FramePainted end_frame(Glass& glass) {
  const auto start = std::chrono::steady_clock::now();
  ImGui::Render();
  ImDrawData& data = *ImGui::GetDrawData();
  FramePainted result;
  glass.targets.shown = glass.targets.now;
  TileSums sums = sum_tiles(data, version_of);
  if (glass.stage.width_px != sums.width_px || glass.stage.height_px != sums.height_px) {
    drop_paintable(glass.stage);
    glass.stage = make_paintable(sums.width_px, sums.height_px);
    glass.painted = {};
  }
  const std::vector<PixelBox> parts = differing(glass.painted, sums);
  result.changed = !parts.empty();
  if (result.changed) {
    double area = 0;
    for (const PixelBox& part : parts) area += double{1} * (part.right - part.left) * (part.bottom - part.top);
    result.share = static_cast<float>(area / (double{1} * sums.width_px * sums.height_px));
    for (int index = 0; index < data.CmdListsCount; ++index) clip_to_parts(*data.CmdLists[index], parts);
    glBindFramebuffer(GL_FRAMEBUFFER, glass.stage.framebuffer);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
  }
  if (result.changed || glass.uncovered) show_stage(glass);
  glass.painted = std::move(sums);
  result.paint_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return result;
}

Pixels read_pixels(Glass& glass) {
  Pixels pixels{glass.stage.width_px, glass.stage.height_px, {}};
  const std::size_t row = static_cast<std::size_t>(pixels.width_px) * 4;
  std::vector<std::uint8_t> upside_down(row * static_cast<std::size_t>(pixels.height_px));
  if (upside_down.empty()) return pixels;
  glBindFramebuffer(GL_FRAMEBUFFER, glass.stage.framebuffer);
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(0, 0, pixels.width_px, pixels.height_px, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  pixels.rgba.reserve(upside_down.size());
  for (std::size_t begin = upside_down.size(); begin > 0; begin -= row) {
    const auto from = upside_down.begin() + static_cast<std::ptrdiff_t>(begin - row);
    pixels.rgba.insert(pixels.rgba.end(), from, from + static_cast<std::ptrdiff_t>(row));
  }
  for (std::size_t alpha = 3; alpha < pixels.rgba.size(); alpha += 4) pixels.rgba[alpha] = 255;
  return pixels;
}

ScreenshotSaved screenshot(Glass& glass, const std::filesystem::path& file) {
  const Pixels pixels = read_pixels(glass);
  if (pixels.rgba.empty()) return {false, "nothing was drawn yet"};
  if (stbi_write_png(file.c_str(), pixels.width_px, pixels.height_px, 4, pixels.rgba.data(), pixels.width_px * 4) ==
      0) {
    return {false, "cannot write " + file.string()};
  }
  return {true, {}};
}

std::string targets_line(const Glass& glass) {
  int width = 0;
  int height = 0;
  size_px(glass, width, height);
  const Fit fit = fit_canvas(width, height);
  return targets_line(glass.targets.screen, glass.targets.shown, fit.size, fit.scale);
}

bool write_targets(Glass& glass, const std::filesystem::path& file) {
  std::string line = targets_line(glass);
  if (line == glass.written_line) return true;
  std::ofstream out(file, std::ios::app);
  out << line << '\n';
  out.flush();
  if (!out) return false;
  glass.written_line = std::move(line);
  return true;
}

}  // namespace mn::ui
