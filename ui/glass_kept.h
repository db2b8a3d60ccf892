// Inside ui/ only: what the glass keeps between frames.
#pragma once

#include <atomic>
#include <chrono>
#include <deque>
#include <memory>
#include <string>

#include "ui/counts_file.h"
#include "ui/damage.h"
#include "ui/glass.h"
#include "ui/glyphs.h"
#include "ui/groups.h"
#include "ui/pictures.h"
#include "ui/speaker.h"
#include "ui/stills.h"
#include "ui/window.h"

namespace mn::ui {

struct Glass {
  Window window;
  std::optional<GlassOptions> options;  // as the glass was opened
  std::optional<Size> told_panel_mm;
  PanelSeen panel;
  bool moved = true;  // perhaps onto another screen
  bool imgui = false;
  bool backend = false;
  std::unique_ptr<Glyphs> glyphs;
  std::unique_ptr<Stills> stills;
  std::unique_ptr<Pictures> pictures;
  std::unique_ptr<Groups> groups;
  std::unique_ptr<Speaker> speaker = std::make_unique<Speaker>();  // ends before SDL does
  Targets targets;
  Targets unseen;  // of frames that nobody sees
  Paintable stage;
  std::uint32_t* stage_pixels = nullptr;  // the window's own, when the stage lies there
  TileSums painted;                       // what the stage shows
  bool uncovered = true;                  // the window must be given the stage again
  std::uint64_t tended_ms = 0;            // the window, see tend_window
  std::uint32_t wake_event = 0;
  std::uint32_t blank_event = 0;  // says nothing; see forget_input
  std::atomic<bool> woken = false;
  std::deque<Input> waiting;  // for the controls
  InputTaken taken;
  std::string written_line;
  FrameCounts counts;
  CountsFile counts_file;
  std::chrono::steady_clock::time_point began;  // the frame
};

}  // namespace mn::ui
