// Controls under a finger, judged by pixels and taps: the very next frame answers, nothing is said by colour alone, and
// what pops up stays on the glass.
#include <SDL_events.h>
#include <SDL_timer.h>

#include <array>
#include <functional>

#include "tests/ui/on_glass.h"
#include "ui/choice.h"
#include "ui/control.h"
#include "ui/notice.h"
#include "ui/still.h"

namespace {

using namespace mn::ui;

class Controls : public OnGlass {
 protected:
  void finger(std::uint32_t type, Point at, std::int64_t id = 1) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.type = type;
    event.tfinger.touchId = 3;
    event.tfinger.fingerId = id;
    event.tfinger.x = at.x / 1728;  // 1280×800 is 1728×1080 units
    event.tfinger.y = at.y / 1080;
    SDL_PushEvent(&event);
  }
  // A frame of a screen that everybody has seen long ago.
  template <class Draw>
  FramePainted turn(Draw draw) {
    Targets* targets = nullptr;
    const FramePainted painted =
        turn_to(testing::UnitTest::GetInstance()->current_test_info()->name(), [&](const Canvas& canvas) {
          targets = canvas.targets;
          draw(canvas);
        });
    targets->seen_ms = SDL_GetTicks() - kDoubleTapMs;
    return painted;
  }
  // A frame of that screen.
  template <class Draw>
  FramePainted turn_to(std::string_view screen, Draw draw) {
    (void)take_input(*glass_);
    const Canvas canvas = begin_frame(*glass_);
    begin_screen(*canvas.targets, screen);
    fill(canvas, canvas.whole(), hue::cream);
    draw(canvas);
    return end_frame(*glass_);
  }
};

constexpr Rect kAt{600, 400, 420, 110};
constexpr std::array<std::string_view, 3> kLabels = {"Tiếng Việt", "English", "简体中文"};

// A control, where to touch it, and whether it says it was tapped.
struct Kind {
  const char* name;
  Point touch;
  std::function<bool(const Canvas&, bool chosen)> draw;
};
std::vector<Kind> kinds() {
  std::vector<Kind> all;
  for (const auto& [name, kind] : {std::pair{"primary", ButtonKind::primary}, std::pair{"plain", ButtonKind::plain},
                                   std::pair{"quiet", ButtonKind::quiet}, std::pair{"bare", ButtonKind::bare}}) {
    all.push_back({name, kAt.centre(), [kind = kind](const Canvas& canvas, bool chosen) {
                     return button(canvas, 1, kAt, "500.000 ₫", {.kind = kind, .chosen = chosen});
                   }});
  }
  all.push_back({"tick_box", kAt.centre(),
                 [](const Canvas& canvas, bool chosen) { return tick_box(canvas, 1, kAt, "Tôi đồng ý", chosen); }});
  all.push_back({"chip", kAt.centre(), [](const Canvas& canvas, bool chosen) {
                   return chip(canvas, 1, kAt, "Sở Y tế", {.icon = Icon::agency, .chosen = chosen});
                 }});
  all.push_back({"list_row", kAt.centre(), [](const Canvas& canvas, bool chosen) {
                   return list_row(canvas, 1, kAt, "Sở Y tế",
                                   {.icon = Icon::agency, .note = "Nhà nước", .chosen = chosen});
                 }});
  all.push_back({"segmented", {kAt.x + kAt.width / 2, kAt.y + 50}, [](const Canvas& canvas, bool chosen) {
                   return segmented(canvas, 1, kAt, kLabels, chosen ? 1 : 0) == 1;
                 }});
  return all;
}

// Places whose brightness, not merely colour, differs much.
int much_brighter_or_darker(const Pixels& first, const Pixels& second) {
  int found = 0;
  for (std::size_t at = 0; at < first.rgba.size(); at += 4) {
    const auto grey = [&](const Pixels& pixels) {
      return 0.2126 * pixels.rgba[at] + 0.7152 * pixels.rgba[at + 1] + 0.0722 * pixels.rgba[at + 2];
    };
    if (std::abs(grey(first) - grey(second)) > 50) ++found;
  }
  return found;
}

TEST_F(Controls, AnswerInTheVeryNextFrameAndTapOnce) {
  for (const Kind& kind : kinds()) {
    bool tapped = false;
    const auto draw = [&](const Canvas& canvas) { tapped = kind.draw(canvas, false); };
    turn(draw);
    turn(draw);
    EXPECT_FALSE(turn(draw).changed) << kind.name << " rests";
    finger(SDL_FINGERDOWN, kind.touch);
    const FramePainted pressed = turn(draw);
    EXPECT_TRUE(pressed.changed) << kind.name << ": a finger came down";
    EXPECT_FALSE(tapped) << kind.name;
    finger(SDL_FINGERUP, kind.touch);
    turn(draw);
    EXPECT_TRUE(tapped) << kind.name;
    turn(draw);
    EXPECT_FALSE(tapped) << kind.name << ": once";
    SDL_Delay(kPressMs + 20);
    turn(draw);
  }
}

TEST_F(Controls, SayByShapeThatTheyArePressedOrChosen) {
  for (const Kind& kind : kinds()) {
    turn([&](const Canvas& canvas) { kind.draw(canvas, false); });
    const Pixels rests = read_pixels(*glass_);
    turn([&](const Canvas& canvas) { kind.draw(canvas, true); });
    EXPECT_GT(much_brighter_or_darker(rests, read_pixels(*glass_)), 60) << kind.name << " chosen";
    turn([&](const Canvas& canvas) {
      canvas.targets->press = {.down_on = std::string_view(kind.name) == "segmented" ? 2 : 1, .inside = true};
      canvas.targets->pressed_ms = canvas.targets->now_ms - 1000;
      kind.draw(canvas, false);
    });
    // Its words and edges have moved.
    EXPECT_GT(much_brighter_or_darker(rests, read_pixels(*glass_)), 60) << kind.name << " pressed";
    turn([&](const Canvas& canvas) {
      canvas.targets->press = {};
      kind.draw(canvas, false);
    });
  }
}

TEST_F(Controls, AreDeadWhenDisabled) {
  const auto draw = [](const Canvas& canvas) {
    EXPECT_FALSE(button(canvas, 1, kAt, "Tiếp tục", {.enabled = false}));
    EXPECT_FALSE(chip(canvas, 2, shifted(kAt, 0, 150), "Chip", {.enabled = false}));
    EXPECT_FALSE(list_row(canvas, 3, shifted(kAt, 0, 300), "Row", {.enabled = false}));
    EXPECT_EQ(segmented(canvas, 4, shifted(kAt, 0, -150), kLabels, 0, {.enabled = false}), std::nullopt);
  };
  turn(draw);
  for (const float y : {0.0F, 150.0F, 300.0F, -150.0F}) {
    const Point at{kAt.x + 50, kAt.centre().y + y};
    finger(SDL_FINGERDOWN, at);
    finger(SDL_FINGERUP, at);
    turn(draw);
  }
}

TEST_F(Controls, FastTypingInOneFrameLosesNothing) {
  std::vector<int> typed;
  const auto draw = [&](const Canvas& canvas) {
    for (int key = 0; key < 10; ++key) {
      const Touched touched =
          touch(canvas, {.id = 100 + key, .rect = column_of({0, 800, 1700, 96}, key, 10, 10), .rolls = true});
      if (touched.tapped) typed.push_back(key);
    }
  };
  turn(draw);
  for (int key : {3, 3, 7, 0, 9}) {
    const Point at = column_of({0, 800, 1700, 96}, key, 10, 10).centre();
    finger(SDL_FINGERDOWN, at);
    finger(SDL_FINGERUP, at);
  }
  for (int frame = 0; frame < 6; ++frame) {
    turn(draw);
    if (frame < 4) {
      EXPECT_EQ(next_touch_change_ms(*glass_), 0) << "a further frame is due";
    }
  }
  EXPECT_EQ(typed, (std::vector<int>{3, 3, 7, 0, 9}));
}

TEST_F(Controls, AWaitEndsWhenAKeyRepeats) {
  int erased = 0;
  const auto draw = [&](const Canvas& canvas) {
    erased += touch(canvas, {.id = 1, .rect = kAt, .repeats = true}).tapped ? 1 : 0;
  };
  turn(draw);
  finger(SDL_FINGERDOWN, kAt.centre());
  const std::uint32_t began = SDL_GetTicks();
  while (SDL_GetTicks() - began < 900) {
    turn(draw);
    EXPECT_TRUE(wait_for_input(*glass_, 5000)) << "no need to ask for frames";
  }
  finger(SDL_FINGERUP, kAt.centre());
  turn(draw);
  EXPECT_GE(erased, 4) << "450, 510, 570 … 870";
  EXPECT_LE(erased, 9);
}

TEST_F(Controls, ABubbleStaysOnTheGlass) {
  for (const Rect key : {Rect{16, 600, 90, 90}, Rect{1622, 600, 90, 90}, Rect{800, 16, 90, 90}, Rect{16, 16, 90, 90}}) {
    turn([&](const Canvas& canvas) { key_bubble(canvas, key, "Ễ"); });
    const Inked ink = inked(read_pixels(*glass_));
    EXPECT_GT(ink.right, 0);
    EXPECT_GT(ink.left, 3) << key.x;
    EXPECT_LT(ink.right, 1276) << key.x;
    EXPECT_GT(ink.top, 3) << key.y;
  }
}

TEST_F(Controls, LongNamesAreNotCutInRowsAndTickBoxes) {
  // Ninety letters, the most a name may have, in the large text mode too.
  const std::string_view name =
      "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Lạng Sơn nhiệm kỳ 2026 – 2031";
  for (const float scale : {1.0F, kLargeText}) {
    turn([&](Canvas canvas) {
      canvas.text_scale = scale;
      TextNoted noted;
      canvas.noted = &noted;
      list_row(canvas, 1, {100, 100, 760, 120}, name, {.icon = Icon::agency, .note = "Khối cơ quan nhà nước"});
      tick_box(canvas, 2, {100, 300, 760, 120}, name, false);
      segmented(canvas, 10, {100, 500, 760, 96}, kLabels, 0);
      EXPECT_TRUE(noted.cut.empty()) << scale << " " << (noted.cut.empty() ? "" : noted.cut.front());
      EXPECT_GE(noted.least_size, 20) << scale;
    });
  }
}

// Whoever touches on while a picture is late means what they see, not what comes: "continue" once more, then a place
// on which a letter will stand.
TEST_F(Controls, TouchesThatWaitedForALatePictureDoNothingOnIt) {
  constexpr Rect kElsewhere{100, 700, 300, 110};
  int taps = 0;
  const auto draw = [&](const Canvas& canvas) {
    taps += button(canvas, 1, kAt, "Tiếp tục") ? 1 : 0;
    taps += button(canvas, 2, kElsewhere, "G") ? 1 : 0;
  };
  const auto tap_at = [&](Point at) {
    finger(SDL_FINGERDOWN, at);
    finger(SDL_FINGERUP, at);
  };
  turn(draw);
  tap_at(kAt.centre());
  turn(draw);
  ASSERT_EQ(taps, 1);
  turn_to("the next screen", [&](const Canvas& canvas) {
    draw(canvas);
    SDL_Delay(kDoubleTapMs + 50);  // a slow machine
    tap_at(kAt.centre());
    tap_at(kElsewhere.centre());
    tap_at(kElsewhere.centre());
  });
  for (int frame = 0; frame < 8; ++frame) turn_to("the next screen", draw);
  EXPECT_EQ(taps, 1) << "nobody had seen what these touched";
  SDL_Delay(kDoubleTapMs + 10);
  tap_at(kAt.centre());
  turn_to("the next screen", draw);
  EXPECT_EQ(taps, 2) << "this one saw it";
}

}  // namespace
