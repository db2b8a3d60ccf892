// mangnon-gallery: shows the kit on one picture, to be looked at: backgrounds, type, buttons, cards, icons, a QR code.
// Not installed; knows no pledge.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "ui/control.h"
#include "ui/glass.h"
#include "ui/icon.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/qr.h"
#include "ui/still.h"

namespace ui = mn::ui;

namespace {

enum : ui::TargetId { kBack = 1, kOn, kTick, kFirstAmount = 10 };

void draw_header(const ui::Canvas& canvas, ui::Rect row) {
  const ui::Theme& theme = *canvas.theme;
  ui::draw_picture(canvas, "emblem", ui::cut_left(row, row.height, ui::space::medium));
  ui::draw_text_in(canvas, ui::cut_top(row, row.height * 0.55F), "Măng Non",
                   {.face = ui::Face::display_bold, .size = 44, .colour = theme.ink});
  ui::draw_text_in(canvas, row, "Quỹ Bảo trợ trẻ em – Lễ phát động 2026", {.size = 26, .colour = theme.ink_soft});
}

void draw_amounts(const ui::Canvas& canvas, ui::Rect area) {
  constexpr const char* kAmounts[] = {"200.000 ₫", "500.000 ₫", "1.000.000 ₫", "2.000.000 ₫", "5.000.000 ₫", "Số khác"};
  for (int index = 0; index < 6; ++index) {
    const ui::Rect row = ui::row_of(area, index / 3, 2, ui::space::medium);
    const ui::Rect cell = ui::column_of(row, index % 3, 3, ui::space::medium);
    ui::button(canvas, kFirstAmount + index, cell, kAmounts[index],
               {.chosen = index == 2, .size = 44, .note = index == 2 ? std::string_view("một phần quà Tết") : ""});
  }
}

void draw_type(const ui::Canvas& canvas, ui::Rect area) {
  const ui::Theme& theme = *canvas.theme;
  ui::draw_paragraph(canvas, ui::cut_top(area, 80), "ẬẪẲ Ễ Ộ Ữ Nguyễn Thị Hoà – Đặng Ỷ Ơ “·…” • ×",
                     {.face = ui::Face::display_bold, .size = 52, .colour = theme.ink}, 1);
  ui::draw_paragraph(canvas, ui::cut_top(area, 50), "1.005.021.115 đồng · 0123456789 · 1.111.111 / 8.888.888",
                     {.face = ui::Face::medium, .size = 30, .colour = theme.ink}, 1);
  ui::draw_paragraph(
      canvas, area,
      "Quý vị chọn số tiền muốn góp. Tên chỉ hiện trên màn hình lớn khi quý vị đồng ý; số điện thoại được "
      "niêm phong và chỉ Quỹ mở được.",
      {.size = 30, .colour = theme.ink_soft}, 3);
}

void draw_day(const ui::Canvas& canvas) {
  ui::begin_screen(*canvas.targets, "gallery");
  ui::draw_background(canvas, "dawn");
  ui::Rect rest = ui::inset(canvas.whole(), ui::space::margin);
  draw_header(canvas, ui::cut_top(rest, 88, ui::space::large));
  ui::Rect buttons = ui::cut_bottom(rest, 112, ui::space::large);
  ui::button(canvas, kBack, ui::cut_left(buttons, 260, ui::space::medium), "Quay lại",
             {.kind = ui::ButtonKind::plain, .icon = ui::Icon::back, .radius = ui::corner::pill});
  ui::button(
      canvas, kOn, ui::cut_right(buttons, 420), "Tiếp tục",
      {.kind = ui::ButtonKind::primary, .icon = ui::Icon::forward, .icon_after = true, .radius = ui::corner::pill});
  ui::Rect side = canvas.portrait() ? ui::cut_bottom(rest, 620, ui::space::large)
                                    : ui::cut_right(rest, rest.width * 0.34F, ui::space::large);
  ui::card(canvas, side);
  ui::Rect inside = ui::inset(side, 36);
  ui::pill(canvas, ui::cut_bottom(inside, 48, 16), "Quét để góp", ui::hue::mist, ui::hue::bamboo_deep);
  ui::draw_qr(canvas, inside, "00020101021238570010A00000072701270006970400011300000000000000208QRIBFTTA53037045802VN");
  draw_amounts(canvas, ui::cut_top(rest, 300, ui::space::large));
  ui::tick_box(canvas, kTick, ui::cut_top(rest, 110, ui::space::medium),
               "Tôi đồng ý cho hiện tên trên màn hình lớn của buổi lễ", true);
  for (int index = 0; index < ui::kIconCount; ++index) {
    constexpr int kInRow = (ui::kIconCount + 1) / 2;
    const ui::Rect row{rest.x, rest.y + static_cast<float>(index / kInRow) * 48, rest.width, 40};
    ui::draw_icon(canvas, static_cast<ui::Icon>(index), ui::column_of(row, index % kInRow, kInRow, 6), ui::hue::bamboo);
  }
  ui::cut_top(rest, 104);
  draw_type(canvas, rest);
}

void draw_night(ui::Canvas canvas, double shown) {
  canvas.theme = &ui::dark_theme();
  ui::begin_screen(*canvas.targets, "stage");
  ui::draw_background(canvas, "stage");
  ui::Rect rest = ui::inset(canvas.whole(), ui::space::margin);
  draw_header(canvas, ui::cut_top(rest, 88, ui::space::large));
  const ui::Point middle = rest.centre();
  ui::draw_text(canvas, {middle.x, rest.y + 60}, "Tổng số tiền đã hứa góp",
                {.face = ui::Face::medium, .size = 38, .colour = ui::hue::moon_soft, .align = ui::Align::centre});
  const std::string digits = std::to_string(static_cast<long long>(shown) % 1000 + 1000).substr(1);
  ui::draw_text_in(canvas, {rest.x, rest.y + 80, rest.width, 280}, "1.005.021." + digits,
                   {.face = ui::Face::display_extrabold,
                    .size = 230,
                    .colour = ui::hue::gold_light,
                    .align = ui::Align::centre,
                    .lower = ui::hue::gold_deep},
                   120);
  ui::progress_bar(canvas, {rest.x + rest.width * 0.1F, rest.y + 400, rest.width * 0.8F, 36}, 0.64F,
                   {.track = ui::hue::stage_card, .from = ui::hue::coral, .to = ui::hue::gold});
}

// How long frames take when only the number changes, and when nothing does.
void measure(ui::Glass& glass) {
  double changing = 0;
  double least = 1e9;
  constexpr int kFrames = 120;
  for (int frame = 0; frame < kFrames; ++frame) {
    draw_night(ui::begin_frame(glass), frame * 7);
    const double took = ui::end_frame(glass).paint_ms;
    changing += took;
    least = std::min(least, took);
  }
  double same = 0;
  for (int frame = 0; frame < kFrames; ++frame) {
    draw_night(ui::begin_frame(glass), 0);
    same += ui::end_frame(glass).paint_ms;
  }
  std::printf("number changes: %.2f ms a frame (least %.2f); nothing changes: %.3f ms\n", changing / kFrames, least,
              same / kFrames);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"The kit on one picture"};
  ui::GlassOptions options;
  std::string picture;
  bool night = false;
  bool timing = false;
  app.add_option("--width", options.width_px, "of the window, pixels");
  app.add_option("--height", options.height_px, "of the window, pixels");
  app.add_option("--screenshot", picture, "write this PNG and end");
  app.add_flag("--night", night, "the display's look");
  app.add_flag("--offscreen", options.offscreen, "no window");
  app.add_flag("--measure", timing, "time some frames");
  CLI11_PARSE(app, argc, argv);
  options.vsync = !timing;
  const ui::GlassOpened opened = ui::open_glass(options);
  if (!opened) {
    std::fprintf(stderr, "mangnon-gallery: %s\n", opened.words.c_str());
    return 1;
  }
  ui::Glass& glass = *opened.glass;
  for (bool quit = false; !quit;) {
    const ui::Canvas canvas = ui::begin_frame(glass);
    if (night) {
      draw_night(canvas, 115);
    } else {
      draw_day(canvas);
    }
    ui::end_frame(glass);
    if (timing) measure(glass);
    if (!picture.empty()) {
      const ui::ScreenshotSaved saved = ui::screenshot(glass, picture);
      if (!saved) std::fprintf(stderr, "mangnon-gallery: %s\n", saved.words.c_str());
      return saved ? 0 : 1;
    }
    if (timing) return 0;
    ui::wait_for_input(glass, -1);
    quit = ui::take_input(glass).quit;
  }
  return 0;
}
