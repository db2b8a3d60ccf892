// SDL's events as one finger's doings: made-up mice, second fingers and right buttons say nothing.
#include <gtest/gtest.h>

#include "ui/glass_input.h"

namespace {

using namespace mn::ui;

const Reading kReading{960, 540, {1920, 1080}};

SDL_Event finger(std::uint32_t type, SDL_FingerID id, float x, float y, SDL_TouchID device = 7) {
  SDL_Event event{};
  event.type = type;
  event.tfinger = {};
  event.tfinger.type = type;
  event.tfinger.touchId = device;
  event.tfinger.fingerId = id;
  event.tfinger.x = x;
  event.tfinger.y = y;
  return event;
}

SDL_Event mouse(std::uint32_t type, std::uint32_t which, std::uint8_t button, int x, int y) {
  SDL_Event event{};
  event.type = type;
  event.button.type = type;
  event.button.which = which;
  event.button.button = button;
  event.button.x = x;
  event.button.y = y;
  return event;
}

TEST(Reading, TurnsPlacesIntoCanvasUnits) {
  FirstFinger first;
  const auto touch = read_event(first, finger(SDL_FINGERDOWN, 1, 0.5F, 0.25F), kReading);
  ASSERT_TRUE(touch.has_value());
  EXPECT_EQ(touch->at, (Point{960, 270}));
  const auto click = read_event(first, mouse(SDL_MOUSEBUTTONDOWN, 0, SDL_BUTTON_LEFT, 100, 50), kReading);
  ASSERT_TRUE(click.has_value());
  EXPECT_EQ(click->at, (Point{200, 100}));
}

TEST(Reading, CountsOnlyTheFirstFinger) {
  FirstFinger first;
  EXPECT_EQ(read_event(first, finger(SDL_FINGERDOWN, 1, 0, 0), kReading)->kind, InputKind::down);
  EXPECT_FALSE(read_event(first, finger(SDL_FINGERDOWN, 2, 1, 1), kReading).has_value());
  EXPECT_FALSE(read_event(first, finger(SDL_FINGERMOTION, 2, 1, 0), kReading).has_value());
  EXPECT_FALSE(read_event(first, finger(SDL_FINGERUP, 2, 1, 0), kReading).has_value());
  EXPECT_EQ(read_event(first, finger(SDL_FINGERUP, 1, 0, 0), kReading)->kind, InputKind::up);
  EXPECT_EQ(read_event(first, finger(SDL_FINGERDOWN, 2, 0, 0), kReading)->kind, InputKind::down);
}

TEST(Reading, DropsTheMouseThatATouchMakes) {
  FirstFinger first;
  EXPECT_FALSE(read_event(first, mouse(SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID, SDL_BUTTON_LEFT, 1, 1), kReading));
  EXPECT_FALSE(read_event(first, finger(SDL_FINGERDOWN, 1, 0, 0, SDL_MOUSE_TOUCHID), kReading).has_value());
  EXPECT_FALSE(read_event(first, mouse(SDL_MOUSEBUTTONDOWN, 0, SDL_BUTTON_RIGHT, 1, 1), kReading).has_value());
}

TEST(Reading, CancelsAFingerWhenTheWindowLosesIt) {
  FirstFinger first;
  (void)read_event(first, finger(SDL_FINGERDOWN, 1, 0, 0), kReading);
  SDL_Event lost{};
  lost.type = SDL_WINDOWEVENT;
  lost.window.event = SDL_WINDOWEVENT_FOCUS_LOST;
  EXPECT_EQ(read_event(first, lost, kReading)->kind, InputKind::cancel);
  EXPECT_EQ(read_event(first, finger(SDL_FINGERDOWN, 3, 0, 0), kReading)->kind, InputKind::down);
}

TEST(Reading, KnowsKeysAndText) {
  FirstFinger first;
  SDL_Event key{};
  key.type = SDL_KEYDOWN;
  key.key.keysym.sym = SDLK_BACKSPACE;
  key.key.keysym.mod = KMOD_LCTRL;
  const auto read = read_event(first, key, kReading);
  EXPECT_EQ(read->key, Key::backspace);
  EXPECT_TRUE(read->control);
}

}  // namespace
