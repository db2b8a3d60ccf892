// SDL events to plain values.
#include "ui/glass_input.h"

#include <utility>

namespace mn::ui {
namespace {

Key key_of(SDL_Keycode code) {
  switch (code) {
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
      return Key::enter;
    case SDLK_ESCAPE:
      return Key::escape;
    case SDLK_BACKSPACE:
      return Key::backspace;
    case SDLK_DELETE:
      return Key::del;
    case SDLK_LEFT:
      return Key::left;
    case SDLK_RIGHT:
      return Key::right;
    case SDLK_UP:
      return Key::up;
    case SDLK_DOWN:
      return Key::down;
    case SDLK_PAGEUP:
      return Key::page_up;
    case SDLK_PAGEDOWN:
      return Key::page_down;
    case SDLK_HOME:
      return Key::home;
    case SDLK_END:
      return Key::end;
    case SDLK_SPACE:
      return Key::space;
    case SDLK_TAB:
      return Key::tab;
    case SDLK_F1:
      return Key::f1;
    case SDLK_F2:
      return Key::f2;
    case SDLK_F3:
      return Key::f3;
    case SDLK_F4:
      return Key::f4;
    case SDLK_F5:
      return Key::f5;
    case SDLK_F11:
      return Key::f11;
    case SDLK_F12:
      return Key::f12;
    default:
      return Key::other;
  }
}

Point from_window(const Reading& reading, float x, float y) {
  return {x / reading.window_width * reading.canvas.width, y / reading.window_height * reading.canvas.height};
}

std::optional<Input> read_finger(const SDL_TouchFingerEvent& touch, const Reading& reading) {
  // A touch screen that also sends its fingers as a mouse, or a mouse made into a finger: the mouse is read elsewhere.
  if (touch.touchId == SDL_MOUSE_TOUCHID) return std::nullopt;
  const Point at{touch.x * reading.canvas.width, touch.y * reading.canvas.height};
  const InputKind kind = touch.type == SDL_FINGERDOWN     ? InputKind::down
                         : touch.type == SDL_FINGERMOTION ? InputKind::move
                                                          : InputKind::up;
  return Input{.kind = kind, .at = at, .finger = touch.fingerId};
}

// A window that loses the focus or the screen with a finger on it never hears of the finger's end.
bool loses_fingers(const SDL_WindowEvent& window) {
  return window.event == SDL_WINDOWEVENT_FOCUS_LOST || window.event == SDL_WINDOWEVENT_HIDDEN ||
         window.event == SDL_WINDOWEVENT_MINIMIZED;
}

Input read_key(const SDL_KeyboardEvent& key) {
  return {.kind = InputKind::key,
          .key = key_of(key.keysym.sym),
          .control = (key.keysym.mod & KMOD_CTRL) != 0,
          .repeated = key.repeat != 0};
}

}  // namespace

std::optional<Input> read_event(const SDL_Event& event, const Reading& reading) {
  switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
      return read_finger(event.tfinger, reading);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: {
      if (event.button.which == SDL_TOUCH_MOUSEID || event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
      const Point at = from_window(reading, static_cast<float>(event.button.x), static_cast<float>(event.button.y));
      return Input{.kind = event.type == SDL_MOUSEBUTTONDOWN ? InputKind::down : InputKind::up,
                   .at = at,
                   .finger = kMouseFinger};
    }
    case SDL_MOUSEMOTION: {
      if (event.motion.which == SDL_TOUCH_MOUSEID || (event.motion.state & SDL_BUTTON_LMASK) == 0) return std::nullopt;
      const Point at = from_window(reading, static_cast<float>(event.motion.x), static_cast<float>(event.motion.y));
      return Input{.kind = InputKind::move, .at = at, .finger = kMouseFinger};
    }
    case SDL_KEYDOWN:
      return read_key(event.key);
    case SDL_TEXTINPUT:
      return Input{.kind = InputKind::text, .text = event.text.text};
    case SDL_TEXTEDITING:
      return Input{.kind = InputKind::composing, .text = event.edit.text};
    case SDL_WINDOWEVENT:
      if (loses_fingers(event.window)) return Input{.kind = InputKind::cancel};
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

void add_input(std::vector<Input>& inputs, const Input& input) {
  const bool goes_on =
      input.kind == InputKind::text && !inputs.empty() && inputs.back().kind == InputKind::text && !input.text.empty();
  if (!goes_on) {
    inputs.push_back(input);
    return;
  }
  const std::size_t taken = inputs.back().text.add(input.text);
  if (taken == input.text.view().size()) return;
  Input rest = input;
  rest.text = InputText(input.text.view().substr(taken));
  inputs.push_back(rest);
}

}  // namespace mn::ui
