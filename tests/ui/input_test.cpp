// SDL's events as plain input: places, keys, text of any length; made-up mice and right buttons say nothing.
#include <gtest/gtest.h>

#include <array>
#include <new>
#include <string>

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
  const auto touch = read_event(finger(SDL_FINGERDOWN, 1, 0.5F, 0.25F), kReading);
  ASSERT_TRUE(touch.has_value());
  EXPECT_EQ(touch->at, (Point{960, 270}));
  EXPECT_EQ(touch->finger, 1);
  const auto click = read_event(mouse(SDL_MOUSEBUTTONDOWN, 0, SDL_BUTTON_LEFT, 100, 50), kReading);
  ASSERT_TRUE(click.has_value());
  EXPECT_EQ(click->at, (Point{200, 100}));
  EXPECT_EQ(click->finger, kMouseFinger);
}

TEST(Reading, TellsEveryFingerByItsNumber) {
  EXPECT_EQ(read_event(finger(SDL_FINGERDOWN, 1, 0, 0), kReading)->kind, InputKind::down);
  EXPECT_EQ(read_event(finger(SDL_FINGERMOTION, 2, 1, 0), kReading)->finger, 2);
  EXPECT_EQ(read_event(finger(SDL_FINGERUP, 2, 1, 0), kReading)->kind, InputKind::up);
}

TEST(Reading, DropsTheMouseThatATouchMakes) {
  EXPECT_FALSE(read_event(mouse(SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID, SDL_BUTTON_LEFT, 1, 1), kReading));
  EXPECT_FALSE(read_event(finger(SDL_FINGERDOWN, 1, 0, 0, SDL_MOUSE_TOUCHID), kReading).has_value());
  EXPECT_FALSE(read_event(mouse(SDL_MOUSEBUTTONDOWN, 0, SDL_BUTTON_RIGHT, 1, 1), kReading).has_value());
}

TEST(Reading, CancelsTheFingersOfAWindowThatLosesThem) {
  for (const SDL_WindowEventID what : {SDL_WINDOWEVENT_FOCUS_LOST, SDL_WINDOWEVENT_HIDDEN, SDL_WINDOWEVENT_MINIMIZED}) {
    SDL_Event lost{};
    lost.type = SDL_WINDOWEVENT;
    lost.window.event = static_cast<std::uint8_t>(what);
    const auto read = read_event(lost, kReading);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->kind, InputKind::cancel);
  }
  SDL_Event moved{};
  moved.type = SDL_WINDOWEVENT;
  moved.window.event = SDL_WINDOWEVENT_MOVED;
  EXPECT_FALSE(read_event(moved, kReading).has_value());
}

TEST(Reading, KnowsKeysAndWhetherTheyAreHeld) {
  SDL_Event key{};
  key.type = SDL_KEYDOWN;
  key.key.keysym.sym = SDLK_BACKSPACE;
  key.key.keysym.mod = KMOD_LCTRL;
  const auto read = read_event(key, kReading);
  EXPECT_EQ(read->key, Key::backspace);
  EXPECT_TRUE(read->control);
  EXPECT_FALSE(read->repeated);
  key.key.repeat = 1;
  EXPECT_TRUE(read_event(key, kReading)->repeated);
}

SDL_Event text_event(std::string_view text) {
  SDL_Event event{};
  event.type = SDL_TEXTINPUT;
  text.copy(event.text.text, SDL_TEXTINPUTEVENT_TEXT_SIZE - 1);
  return event;
}

// As SDL hands over what an input method commits: pieces of at most 31 bytes.
std::vector<Input> committed(std::string_view text, std::size_t piece) {
  std::vector<Input> inputs;
  for (std::size_t at = 0; at < text.size(); at += piece) {
    add_input(inputs, *read_event(text_event(text.substr(at, piece)), kReading));
  }
  return inputs;
}

TEST(Typed, TextOfSeveralEventsComesAsOne) {
  const std::string name = "Công ty TNHH MTV Thương mại & Dịch vụ Xứ Lạng, H'Hen Niê, Đặng Thị Ước";
  for (const std::size_t piece : {1U, 7U, 30U, 31U}) {
    const std::vector<Input> inputs = committed(name, piece);
    ASSERT_EQ(inputs.size(), 1U) << "pieces of " << piece << " bytes, some broken inside a letter";
    EXPECT_EQ(inputs.front().text.view(), name);
  }
}

TEST(Typed, TextTooLongForOneInputIsCutBetweenLetters) {
  std::string long_text;
  while (long_text.size() < 500) long_text += "Ễ";
  std::string together;
  const std::vector<Input> inputs = committed(long_text, 31);
  for (const Input& input : inputs) {
    EXPECT_EQ(input.text.view().size() % 3, 0U) << "Ễ has three bytes";
    together += input.text.view();
  }
  EXPECT_EQ(together, long_text);
}

TEST(Typed, KeysBetweenTextsKeepTheirPlace) {
  // A barcode reader: letters, then Enter, then the next code.
  std::vector<Input> inputs;
  add_input(inputs, {.kind = InputKind::text, .text = "AB"});
  add_input(inputs, {.kind = InputKind::text, .text = "12"});
  add_input(inputs, {.kind = InputKind::key, .key = Key::enter});
  add_input(inputs, {.kind = InputKind::text, .text = "C"});
  ASSERT_EQ(inputs.size(), 3U);
  EXPECT_EQ(inputs[0].text.view(), "AB12");
  EXPECT_EQ(inputs[1].key, Key::enter);
  EXPECT_EQ(inputs[2].text.view(), "C");
}

TEST(Typed, WhatIsBeingComposedIsNotText) {
  SDL_Event editing{};
  editing.type = SDL_TEXTEDITING;
  std::string_view("Nguyễ").copy(editing.edit.text, SDL_TEXTEDITINGEVENT_TEXT_SIZE - 1);
  const auto read = read_event(editing, kReading);
  EXPECT_EQ(read->kind, InputKind::composing);
  EXPECT_EQ(read->text.view(), "Nguyễ");
}

TEST(Typed, TextIsOverwrittenWhenItGoes) {
  alignas(InputText) std::array<unsigned char, sizeof(InputText)> place{};
  auto* text = new (place.data()) InputText("0912345678");
  EXPECT_EQ(text->view(), "0912345678");
  text->~InputText();
  for (const unsigned char byte : place) EXPECT_EQ(byte, 0);
}

}  // namespace
