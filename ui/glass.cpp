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

#include <cstdio>
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

// Painted by the processor, Dear ImGui only wants its own letters to have been made.
void use_own_letters() {
  ImGuiIO& io = ImGui::GetIO();
  unsigned char* alpha = nullptr;
  int width = 0;
  int height = 0;
  io.Fonts->GetTexDataAsAlpha8(&alpha, &width, &height);
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
}

void open_imgui(Glass& glass) {
  ImGui::CreateContext();
  glass.imgui = true;
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
  if (painted_by_processor()) return use_own_letters();
  glass.backend = ImGui_ImplOpenGL3_Init("#version 130");
  ImGui_ImplOpenGL3_NewFrame();
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
    if (event.type == SDL_DISPLAYEVENT) glass.window.screens_changed = true;
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
  glass->options.emplace(options);
  glass->wake_event = SDL_RegisterEvents(2);
  glass->blank_event = glass->wake_event + 1;
  open_imgui(*glass);
  glass->glyphs = Glyphs::open(options.fonts, options.other_fonts, opened.words);
  if (glass->glyphs == nullptr) return opened;
  const std::filesystem::path assets = options.assets.empty() ? find_assets() : options.assets;
  std::error_code error;
  for (const char* folder : {"art", "icons"}) {
    if (std::filesystem::is_directory(assets / folder, error)) continue;
    if (!opened.words.empty()) opened.words += "; ";
    opened.words +=
        "no folder " + (assets / folder).string() + ": no pictures from it; set MANGNON_ASSETS to the assets folder";
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
  constexpr int kTendMs = 1000;  // screens come and go without an event
  for (int left_ms = sleep_ms;;) {
    const int part_ms = left_ms < 0 || left_ms > kTendMs ? kTendMs : left_ms;
    // Null: the event stays in the queue for take_input.
    if (SDL_WaitEventTimeout(nullptr, part_ms) != 0) return true;
    if (left_ms >= 0 && (left_ms -= part_ms) <= 0) return change_first;
    tend_window(glass.window);
  }
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
  constexpr std::uint64_t kTendMs = 1000;
  if (glass.window.screens_changed || SDL_GetTicks64() >= glass.tended_ms + kTendMs) {
    glass.tended_ms = SDL_GetTicks64();
    tend_window(glass.window);
  }
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

void prepare_digits(Glass& glass, Face face, float size_px) {
  for (const ShapedGlyph& glyph : glass.glyphs->shape(face, "0123456789.,-₫").glyphs) {
    (void)glass.glyphs->paint(glyph.font, glyph.glyph, std::min(size_px, kGlyphSizeMax_px), 0);
  }
}

void give_up_opengl(Glass& glass) {
  if (!glass.backend) return;
  std::fprintf(stderr, "OpenGL is lost; the processor paints from now on\n");
  drop_paintable(glass.stage);
  glass.painted = {};
  glass.groups->clear();
  glass.stills->clear();
  glass.pictures->clear();
  glass.glyphs->leave_painter();
  ImGui_ImplOpenGL3_Shutdown();
  glass.backend = false;
  std::string words;
  // Without a window there is nothing to go on with; whoever keeps the program starts it again.
  if (!reopen_by_processor(glass.window, *glass.options, words)) {
    std::fprintf(stderr, "%s\n", words.c_str());
    std::_Exit(kScreenLostExit);
  }
  use_own_letters();
  glass.glyphs->join_painter();
  glass.uncovered = glass.moved = true;
}

}  // namespace mn::ui
