// The glass: one window with OpenGL, its input, and the frame. Draws through Dear ImGui's draw lists and paints only
// the parts of the screen that changed since the last frame. Knows no pledge; decides nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ui/canvas.h"
#include "ui/input.h"
#include "ui/type.h"

namespace mn::ui {

// Who paints. Without a GPU the processor does it itself: an OpenGL made of software does the same several times slower
// and holds 80 MB more.
enum class Painter {
  automatic,  // the processor where a window is shown and the machine has no GPU; else OpenGL
  opengl,
  processor,
};

struct GlassOptions {
  std::string title = "Măng Non";
  int width_px = 1920;  // of the window; a full-screen window takes the screen's own size
  int height_px = 1080;
  bool windowed = true;    // false: full screen, no frame
  bool offscreen = false;  // no display server at all; the picture is read by screenshot()
  bool hide_cursor = false;
  bool vsync = true;
  Painter painter = Painter::automatic;
  std::string screen;            // which one (see find_screen); "" for the first. By name it is waited for when it goes
  bool patient = false;          // waits for a window system that is not there yet, as long as it takes
  int safe_permille = 25;        // of the width and of the height, left free on every side by what minds Canvas::safe()
  std::optional<Size> panel_mm;  // the visible glass of that screen, millimetres; else what the screen itself tells
  std::filesystem::path assets;  // folder with art/ and icons/; empty: find_assets()
  std::filesystem::path fonts = "/usr/share/fonts/opentype/inter";
  std::filesystem::path other_fonts = "/usr/share/fonts";  // where something else is looked for when Inter is missing
};

// The window. Opaque; one a process. Every function below runs on the thread that opened it, except wake().
struct Glass;
struct CloseGlass {
  void operator()(Glass* glass) const;
};
using GlassPointer = std::unique_ptr<Glass, CloseGlass>;

// A window, or words a technician can act on. Words beside a window say what it does without: another font ("no font
// Inter-Regular.otf in …: NotoSans-Regular.ttf instead; install fonts-inter"), no pictures. For stderr.
struct GlassOpened {
  GlassPointer glass;
  std::string words;
  explicit operator bool() const { return glass != nullptr; }
};
[[nodiscard]] GlassOpened open_glass(const GlassOptions& options);

// $MANGNON_ASSETS, else share/mangnon or assets beside or above the program; empty when there is none.
std::filesystem::path find_assets();

// Sleeps until there is input, wake() is called, a touch calls for another picture (next_touch_change_ms) or the time
// is up; 0 only looks, negative waits without limit. True when something came.
bool wait_for_input(Glass& glass, int timeout_ms);

// Ends a wait_for_input at once, or the next one. May be called from any thread while the glass is open.
void wake(Glass& glass);

// What came since the last call, besides taps (which controls report themselves while drawing).
struct InputTaken {
  std::vector<Input> inputs;
  bool quit = false;     // the window was closed or the session ends
  bool touched = false;  // a finger, mouse or key was used (resets an idle clock)
};
InputTaken take_input(Glass& glass);

// In how many milliseconds a touch calls for another picture although nothing new came: a key repeats, a hold goes on,
// a control eases, a second tap waits its turn. Nothing: never. wait_for_input minds it by itself.
std::optional<int> next_touch_change_ms(const Glass& glass);

// A frame is due: input waits to be drawn, the window was resized or uncovered, or a still layer is missing.
// Callers add their own reasons (a new entry, a motion under way).
bool frame_needed(const Glass& glass);

// Begins a frame. Draw everything, every frame, through the canvas; what did not change costs nothing but its hashing.
Canvas begin_frame(Glass& glass);

// Overwrites the words kept to be drawn again: call it between frames when what a person typed shall be forgotten.
void forget_words(Glass& glass);
// Between visits: drops letters drawn in many sizes when there are more of them than a glass at rest should hold. True:
// the next frames draw theirs for the first time.
bool shed_letters(Glass& glass);
// Overwrites what was typed and waits to be taken, and SDL's queue with it. Keys and text not taken yet are lost.
void forget_input(Glass& glass);

// Opens the fonts that a text needs besides Inter (Chinese: 1 ms and 1 MB from a warm disk, more from a cold one): call
// it while nothing moves, before the language is offered.
void prepare_text(Glass& glass, std::string_view text);

// Paints the digits and what stands among them in this face, at this size in real pixels, before the number first
// moves: four dozen letters of 400 px in one frame would be a hitch.
void prepare_digits(Glass& glass, Face face, float size_px);

// A frame that nobody sees and no finger touches, so that what it draws for the first time (pictures, letters, still
// layers) is there when it is wanted: draw, then leave_frame. Not between begin_frame and end_frame.
Canvas begin_unseen_frame(Glass& glass);
void leave_frame(Glass& glass);

// What a frame cost and did.
struct FramePainted {
  bool changed = false;  // false: the same picture as before, nothing was painted or shown
  float share = 0;       // of the screen that was painted again, 0..1
  double paint_ms = 0;   // from end_frame's start to the picture handed to the screen
};
FramePainted end_frame(Glass& glass);

// A whole frame that may fail: an exception in it (no memory, a fault of a scene) leaves the last picture on the
// screen, and its words here, for stderr. The next frame begins afresh.
struct FrameDrawn {
  FramePainted painted;
  std::string words;  // "" when all went well
};
FrameDrawn draw_frame(Glass& glass, const std::function<void(const Canvas&)>& draw);

// From now on the processor paints, in a window of the same place. Every frame does so by itself when the graphics
// processor was reset or pulled out; does nothing when it paints already. Not between begin_frame and end_frame.
void give_up_opengl(Glass& glass);

// Writes the picture last shown as PNG. False and words when it cannot.
struct ScreenshotSaved {
  bool ok = false;
  std::string words;
  explicit operator bool() const { return ok; }
};
[[nodiscard]] ScreenshotSaved screenshot(Glass& glass, const std::filesystem::path& file);

// The picture last shown: RGBA rows from the top, width_px × height_px.
struct Pixels {
  int width_px = 0;
  int height_px = 0;
  std::vector<std::uint8_t> rgba;
};
Pixels read_pixels(Glass& glass);

// The targets of the frame last shown, as one JSON line (see target.h).
std::string targets_line(const Glass& glass);
// Appends that line to a file when it differs from the last one written. False when the file cannot be written.
bool write_targets(Glass& glass, const std::filesystem::path& file);

}  // namespace mn::ui
