// mangnon-stage-load: a hall's fullest moments drawn through ui/ alone, at a steady rate, and what they cost. For
// ./dev bench and for profilers; knows no journal.
#include <ctime>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <thread>

#include "ui/counts.h"
#include "ui/curtain.h"
#include "ui/glass.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/still.h"
#include "ui/type.h"

namespace {

using namespace mn::ui;

constexpr float kTurn = 6.2831853F;

float scattered(unsigned which, unsigned purpose) {
  unsigned mixed = which * 0x9E3779B9U + purpose * 0x85EBCA6BU + 0x165667B1U;
  mixed = (mixed ^ (mixed >> 15U)) * 0x2C1B3C6DU;
  mixed = (mixed ^ (mixed >> 12U)) * 0x297A2D39U;
  return static_cast<float>((mixed ^ (mixed >> 15U)) & 0xFFFFU) / 65535.0F;
}

void draw_words(const Canvas& canvas) {
  draw_background(canvas, "stage");
  draw_picture(canvas, "emblem", {60, 50, 120, 120});
  draw_text(canvas, {210, 120}, "Quỹ Bảo trợ trẻ em tỉnh Lạng Sơn",
            {.face = Face::semibold, .size = 40, .colour = hue::moon});
  float y = canvas.size.height * 0.62F;
  for (const char* line :
       {"Công ty TNHH Hoa Hồi Mẫu Sơn", "Bà Hoàng Thị Mận", "UBND xã Măng Non", "Trường THCS Kỳ Lừa"}) {
    draw_text(canvas, {120, y}, line, {.face = Face::medium, .size = 36, .colour = hue::moon});
    draw_text(canvas, {1100, y}, "5.000.000 đồng",
              {.face = Face::semibold, .size = 36, .colour = hue::gold_light, .align = Align::right});
    y += 72;
  }
}

void draw_light(const Canvas& canvas, float warmth) {
  const Rect area{canvas.size.width * 0.1F, canvas.size.height * 0.12F, canvas.size.width * 0.8F,
                  canvas.size.height * 0.42F};
  still(faded(canvas, warmth), "light", area, StillKind::transparent, [&](const Canvas& layer) {
    for (int i = 0; i < 5; ++i) {
      glow(layer, {area.x + area.width * (0.1F + 0.2F * static_cast<float>(i)), area.centre().y}, area.height / 2,
           with_alpha(hue::gold, 0.2F));
    }
  });
}

void draw_number(const Canvas& canvas, int frame) {
  char text[32];
  const int million = 100 + frame % 900;
  std::snprintf(text, sizeof text, "1.%03d.%03d.000", million, frame * 37 % 1000);
  const TextLook look{.face = Face::display_extrabold,
                      .size = 250,
                      .colour = hue::gold_light,
                      .align = Align::centre,
                      .lower = hue::gold_deep};
  TextLook shade = look;
  shade.lower.reset();
  shade.colour = with_alpha(hue::night, 0.55F);
  const Point at{canvas.size.width / 2, canvas.size.height * 0.42F};
  draw_text(canvas, {at.x, at.y + 6}, text, shade);
  draw_text(canvas, at, text, look);
}

// Sprites of a few kinds and sizes, each on a way of its own.
void draw_flight(const Canvas& canvas, int count, float seconds) {
  constexpr std::array<const char*, 3> kNames{"petal", "leaf", "anise_star"};
  for (unsigned which = 0; which < static_cast<unsigned>(count); ++which) {
    const float speed = 90 + 120 * scattered(which, 1);
    const float span = canvas.size.height + 120;
    const float y = std::fmod(scattered(which, 2) * span + seconds * speed, span) - 60;
    const float x =
        scattered(which, 3) * canvas.size.width + 60 * std::sin((seconds * 0.25F + scattered(which, 4)) * kTurn);
    const float side = 28 + 12 * static_cast<float>(which % 4);
    draw_sprite(faded(canvas, 0.55F + 0.45F * scattered(which, 6)), kNames[which % kNames.size()], {x, y},
                {.size = {side, side},
                 .degrees = 360 * (seconds * 0.3F + scattered(which, 5)),
                 .mirrored = std::cos(seconds * 2 + 9 * scattered(which, 7))});
  }
}

void draw_frame(const Canvas& canvas, const std::string& scene, int particles, int frame) {
  const float seconds = static_cast<float>(frame) / 60;
  if (scene == "fade") {
    cross_fade(
        canvas, static_cast<float>(frame % 60) / 60, [](const Canvas& at) { draw_words(at); },
        [](const Canvas& at) {
          draw_background(at, "dawn");
          draw_text(at, {200, 500}, "Cảm ơn Quý vị", {.face = Face::display_bold, .size = 160});
        });
    return;
  }
  draw_words(canvas);
  if (scene == "celebration") draw_light(canvas, 0.75F + 0.25F * std::sin(seconds * 3));
  if (scene == "celebration") draw_flight(canvas, particles, seconds);
  draw_number(canvas, scene == "still" ? 0 : frame);
}

double processor_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1000 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("The fullest moments of a hall, drawn and measured.", "mangnon-stage-load");
  std::string scene = "celebration";
  GlassOptions options;
  int frames = 300;
  int rate = 60;
  int particles = 300;
  std::string picture;
  app.add_option("--scene", scene, "celebration, count, fade or still")
      ->check(CLI::IsMember({"celebration", "count", "fade", "still"}));
  app.add_option("--width", options.width_px, "pixels");
  app.add_option("--height", options.height_px, "pixels");
  app.add_option("--frames", frames, "how many")->check(CLI::Range(2, 1'000'000));
  app.add_option("--rate", rate, "frames a second; 0: as fast as it goes");
  app.add_option("--particles", particles, "in the celebration");
  app.add_option("--screenshot", picture, "the last frame as PNG (FILE)");
  CLI11_PARSE(app, argc, argv);
  const GlassOpened opened = open_glass(options);
  if (!opened) return std::fprintf(stderr, "mangnon-stage-load: %s\n", opened.words.c_str()), 1;
  Glass& glass = *opened.glass;
  constexpr int kWarmUp = 20;  // pictures and letters are made
  using Clock = std::chrono::steady_clock;
  Clock::time_point began = Clock::now();
  double began_ms = 0;
  double touched = 0;
  double overdraw = 0;
  double worst_ms = 0;
  for (int frame = -kWarmUp; frame < frames; ++frame) {
    if (frame == 0) began = Clock::now(), began_ms = processor_ms();
    const Clock::time_point start = Clock::now();
    if (take_input(glass).quit) return 1;
    draw_frame(begin_frame(glass), scene, particles, frame + kWarmUp);
    end_frame(glass);
    const FrameCounts counts = frame_counts(glass);
    if (frame >= 0) {
      touched += counts.touched;
      overdraw += counts.overdraw;
      worst_ms = std::max(worst_ms, std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    if (rate > 0)
      std::this_thread::sleep_until(frame < 0 ? start + std::chrono::milliseconds(16)
                                              : began + (frame + 1) * std::chrono::nanoseconds(1'000'000'000 / rate));
  }
  const double wall_ms = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
  const double cpu_ms = processor_ms() - began_ms;
  std::printf("{\"scene\":\"%s\",\"cpu_ms\":%.3f,\"fps\":%.1f,\"worst_ms\":%.2f,\"touched\":%.3f,\"overdraw\":%.2f}\n",
              scene.c_str(), cpu_ms / frames, frames * 1000 / wall_ms, worst_ms, touched / frames, overdraw / frames);
  if (!picture.empty()) (void)screenshot(glass, picture).ok;
  return 0;
}
