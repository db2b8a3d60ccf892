// The frame: begun, summed up, painted in the parts that changed, shown and counted.
#include <SDL.h>
#if __has_include(<backends/imgui_impl_opengl3.h>)
#include <backends/imgui_impl_opengl3.h>
#else
#include <imgui_impl_opengl3.h>
#endif
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <exception>

#include "ui/bitmaps.h"
#include "ui/glass_kept.h"
#include "ui/painter.h"

namespace mn::ui {

namespace {

// Shapes shall come from the same page as letters, or each change between them would be a draw call of its own.
void use_page(const Atlas& atlas) {
  ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
  fonts.SetTexID(to_imgui(atlas.first_page()));
  fonts.TexUvWhitePixel = atlas.white();
}

Canvas begin_canvas(Glass& glass, Targets& targets) {
  if (glass.backend && opengl_lost(glass.window)) give_up_opengl(glass);
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
  const float safe = static_cast<float>(std::clamp(glass.options->safe_permille, 0, 200)) / 1000;
  canvas.safe_x = fit.size.width * safe;
  canvas.safe_y = fit.size.height * safe;
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

FrameDrawn draw_frame(Glass& glass, const std::function<void(const Canvas&)>& draw) {
  const Canvas canvas = begin_frame(glass);
  FrameDrawn out;
  try {
    draw(canvas);
    out.painted = end_frame(glass);
  } catch (const std::exception& error) {
    out.words = error.what();
    if (out.words.empty()) out.words = "a frame failed";
    // Half a frame may have left half a layer. The last picture stays on the screen.
    ImGui::EndFrame();
    glass.stills->clear();
    glass.groups->clear();
    glass.painted = {};
  }
  return out;
}

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
  std::uint32_t* pixels = window_pixels(glass.window, sums.width_px, sums.height_px);
  if (glass.stage.width_px != sums.width_px || glass.stage.height_px != sums.height_px ||
      glass.stage_pixels != pixels) {
    drop_paintable(glass.stage);
    glass.stage = pixels != nullptr ? make_paintable_on(pixels, sums.width_px, sums.height_px)
                                    : make_paintable(sums.width_px, sums.height_px);
    glass.stage_pixels = pixels;
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
  if (!glass.targets.seen_ms) {
    // What waits outside was done before this screen could be seen; SDL dates it when it takes it in.
    SDL_PumpEvents();
    screen_shown(glass.targets, SDL_GetTicks());
  }
  return {changed, static_cast<float>(glass.counts.touched), ms_between(start, shown)};
}

}  // namespace mn::ui
