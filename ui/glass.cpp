// The window and its frame: SDL2, OpenGL and Dear ImGui put together. Everything is painted into one kept picture (the
// stage), in the parts that changed, and copied from there to the window.
#include "ui/glass.h"

#include <SDL.h>
#if __has_include(<backends/imgui_impl_opengl3.h>)
#include <backends/imgui_impl_opengl3.h>
#else
#include <imgui_impl_opengl3.h>
#endif
#include <imgui.h>
#include <malloc.h>
#include <strings.h>

#include <chrono>
#include <cstdlib>

#include "ui/bitmaps.h"
#include "ui/glass_input.h"
#include "ui/glass_kept.h"
#include "ui/painter.h"

namespace mn::ui {

namespace {

constexpr std::size_t kWaitingMax = 512;  // inputs not yet drawn; older ones are dropped

Reading reading_of(const Glass& glass) {
  const PixelSize size = size_px(glass.window);
  int width = 0;
  int height = 0;
  SDL_GetWindowSize(glass.window.shown, &width, &height);
  return {static_cast<float>(std::max(1, width)), static_cast<float>(std::max(1, height)),
          fit_canvas(size.width, size.height).size};
}

void open_imgui(Glass& glass) {
  ImGui::CreateContext();
  glass.imgui = true;
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
  if (painted_by_processor()) {
    // Letters come from our own atlas; Dear ImGui only wants its own to have been made.
    unsigned char* alpha = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsAlpha8(&alpha, &width, &height);
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    return;
  }
  glass.backend = ImGui_ImplOpenGL3_Init("#version 130");
  ImGui_ImplOpenGL3_NewFrame();
}

// Shapes shall come from the same page as letters, or each change between them would be a draw call of its own.
void use_page(const Atlas& atlas) {
  ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
  fonts.SetTexID(to_imgui(atlas.first_page()));
  fonts.TexUvWhitePixel = atlas.white();
}

// Of a finger's way only the last place matters, so that a slow frame never loses a tap for want of room.
void add_waiting(std::deque<Input>& waiting, const Input& input) {
  const bool goes_on = input.kind == InputKind::move && !waiting.empty() && waiting.back().kind == InputKind::move &&
                       waiting.back().finger == input.finger;
  if (goes_on) waiting.pop_back();
  if (waiting.size() >= kWaitingMax) waiting.pop_front();
  waiting.push_back(input);
}

void take_events(Glass& glass) {
  SDL_Event event;
  const Reading reading = reading_of(glass);
  while (SDL_PollEvent(&event) != 0) {
    if (event.type == SDL_QUIT) glass.taken.quit = true;
    if (event.type == SDL_WINDOWEVENT) glass.uncovered = glass.moved = true;
    if (event.type == glass.wake_event) glass.woken = false;
    std::optional<Input> input = read_event(event, reading);
    if (!input) continue;
    input->at_ms = event.common.timestamp;
    if (input->kind != InputKind::cancel) glass.taken.touched = true;
    if (glass.taken.inputs.size() < kWaitingMax) add_input(glass.taken.inputs, *input);
    const bool typed =
        input->kind == InputKind::key || input->kind == InputKind::text || input->kind == InputKind::composing;
    if (typed) continue;
    add_waiting(glass.waiting, *input);
  }
  explicit_bzero(&event, sizeof event);
}

}  // namespace

GlassOpened open_glass(const GlassOptions& options) {
  GlassOpened opened;
#ifdef __GLIBC__
  // Pictures of many megabytes come and go; left to itself the heap would keep their room for ever.
  constexpr int kLargeBytes = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, kLargeBytes);
#endif
  GlassPointer glass(new Glass());
  if (!open_window(glass->window, options, opened.words)) return opened;
  glass->told_panel_mm = options.panel_mm;
  glass->wake_event = SDL_RegisterEvents(2);
  glass->blank_event = glass->wake_event + 1;
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
  glass->groups = std::make_unique<Groups>();
  opened.glass = std::move(glass);
  return opened;
}

void CloseGlass::operator()(Glass* glass) const {
  if (glass == nullptr) return;
  glass->speaker.reset();
  drop_paintable(glass->stage);
  glass->groups.reset();
  glass->stills.reset();
  glass->pictures.reset();
  glass->glyphs.reset();
  if (glass->backend) ImGui_ImplOpenGL3_Shutdown();
  if (glass->imgui) ImGui::DestroyContext();
  close_window(glass->window);
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
  const std::optional<int> change_ms = next_touch_change_ms(glass);
  const bool change_first = change_ms && (timeout_ms < 0 || *change_ms <= timeout_ms);
  const int sleep_ms = change_first ? *change_ms : timeout_ms;
  // Null: the event stays in the queue for take_input.
  const int came = sleep_ms < 0 ? SDL_WaitEvent(nullptr) : SDL_WaitEventTimeout(nullptr, sleep_ms);
  return came != 0 || change_first;
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

std::optional<int> next_touch_change_ms(const Glass& glass) {
  if (!glass.waiting.empty()) return 0;
  return next_touch_change_ms(glass.targets, SDL_GetTicks());
}

bool frame_needed(const Glass& glass) { return glass.uncovered || next_touch_change_ms(glass) == 0; }

void forget_words(Glass& glass) { glass.glyphs->forget_lines(); }

bool shed_letters(Glass& glass) {
  if (!glass.glyphs->shed()) return false;
  glass.painted = {};
  return true;
}

void forget_input(Glass& glass) {
  const bool quit = glass.taken.quit;
  SDL_FlushEvents(SDL_KEYDOWN, SDL_TEXTINPUT);
  glass.taken = {};
  glass.taken.quit = quit;
  // SDL keeps the events it has handed out to use their memory again: all of it is written over.
  constexpr int kQueueMost = 512;
  SDL_Event blank{};
  blank.type = glass.blank_event;
  for (int count = 0; count < kQueueMost; ++count) (void)SDL_PeepEvents(&blank, 1, SDL_ADDEVENT, 0, 0);
  SDL_FlushEvent(glass.blank_event);
}

void prepare_text(Glass& glass, std::string_view text) { glass.glyphs->prepare(text); }

namespace {

Canvas begin_canvas(Glass& glass, Targets& targets) {
  if (glass.glyphs->tidy()) {
    glass.stills->clear();
    glass.groups->clear();
    glass.painted = {};
  }
  glass.stills->tidy();
  glass.groups->tidy();
  glass.pictures->tidy();
  if (glass.moved) glass.panel = panel_seen(glass.window);
  glass.moved = false;
  const auto [width, height] = size_px(glass.window);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  io.DeltaTime = 1.0F / 60;
  use_page(glass.glyphs->atlas());
  if (glass.backend) ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  targets.now.clear();
  targets.texts_cut = 0;
  const Fit fit = fit_canvas(width, height);
  Canvas canvas;
  canvas.size = fit.size;
  canvas.scale = fit.scale;
  canvas.units_per_mm = units_per_mm(glass.panel, glass.told_panel_mm, fit.scale);
  canvas.theme = &light_theme();
  canvas.list = ImGui::GetBackgroundDrawList();
  canvas.glyphs = glass.glyphs.get();
  canvas.stills = glass.stills.get();
  canvas.pictures = glass.pictures.get();
  canvas.groups = glass.groups.get();
  canvas.targets = &targets;
  return canvas;
}

}  // namespace

Canvas begin_frame(Glass& glass) {
  glass.began = std::chrono::steady_clock::now();
  const Canvas canvas = begin_canvas(glass, glass.targets);
  advance_targets(glass.targets, glass.waiting, SDL_GetTicks());
  return canvas;
}

Canvas begin_unseen_frame(Glass& glass) { return begin_canvas(glass, glass.unseen); }

void leave_frame(Glass&) { ImGui::EndFrame(); }

namespace {

double ms_between(std::chrono::steady_clock::time_point from, std::chrono::steady_clock::time_point to) {
  return std::chrono::duration<double, std::milli>(to - from).count();
}

// All of the frame's counts but its times.
void count_frame(Glass& glass, const ImDrawData& data, const std::vector<PixelBox>& parts) {
  FrameCounts& counts = glass.counts;
  counts = {.frame = counts.frame + 1};
  counts.width_px = glass.stage.width_px;
  counts.height_px = glass.stage.height_px;
  for (int index = 0; index < data.CmdListsCount; ++index) {
    for (const ImDrawCmd& command : data.CmdLists[index]->CmdBuffer) {
      const bool paints = command.UserCallback == nullptr ? command.ElemCount > 0 : !blend_of(command);
      counts.draw_calls += paints ? 1 : 0;
    }
  }
  counts.vertices = data.TotalVtxCount;
  counts.triangles = data.TotalIdxCount / 3;
  counts.parts = static_cast<int>(parts.size());
  double touched = 0;
  for (const PixelBox& part : parts) touched += double{1} * (part.right - part.left) * (part.bottom - part.top);
  counts.touched = touched / std::max(1.0, double{1} * counts.width_px * counts.height_px);
  counts.stills = glass.stills->bytes();
  counts.groups = glass.groups->bytes();
  counts.pictures = glass.pictures->bytes();
  counts.atlas_pages = glass.glyphs->atlas().pages();
  counts.letters = glass.glyphs->letters();
}

}  // namespace

FramePainted end_frame(Glass& glass) {
  const auto start = std::chrono::steady_clock::now();
  ImGui::Render();
  ImDrawData& data = *ImGui::GetDrawData();
  glass.targets.shown = glass.targets.now;
  TileSums sums = sum_tiles(data);
  if (glass.stage.width_px != sums.width_px || glass.stage.height_px != sums.height_px) {
    drop_paintable(glass.stage);
    glass.stage = make_paintable(sums.width_px, sums.height_px);
    glass.painted = {};
  }
  const std::vector<PixelBox> parts =
      differing(glass.painted, sums, painted_by_processor() ? kPartsMaxByProcessor : kPartsMax);
  // Counted before it is painted: that uses the lists up.
  count_frame(glass, data, parts);
  const std::int64_t laid = parts.empty() ? 0 : paint_parts(glass.stage, data, parts);
  const double area = glass.counts.touched * sums.width_px * sums.height_px;
  if (area > 0) glass.counts.overdraw = static_cast<double>(laid) / area;
  const auto painted = std::chrono::steady_clock::now();
  const bool changed = !parts.empty();
  if (glass.uncovered) {
    show_parts(glass.window, glass.stage, {{0, 0, sums.width_px, sums.height_px}});
  } else if (changed) {
    show_parts(glass.window, glass.stage, parts);
  }
  const auto shown = std::chrono::steady_clock::now();
  glass.counts.draw_ms = ms_between(glass.began, start);
  glass.counts.paint_ms = ms_between(start, painted);
  glass.counts.show_ms = ms_between(painted, shown);
  if (changed || glass.uncovered) glass.counts_file.add(glass.counts);
  glass.uncovered = false;
  glass.painted = std::move(sums);
  return {changed, static_cast<float>(glass.counts.touched), ms_between(start, shown)};
}

}  // namespace mn::ui
