// The page of controls, each in every state, some pressed by a finger that is not there.
#include <array>
#include <tuple>

#include "tests/ui/gallery_pages.h"
#include "ui/choice.h"
#include "ui/control.h"
#include "ui/notice.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn::gallery {
namespace {

using namespace mn::ui;

// A finger that has been on this target long enough.
void press(const Canvas& canvas, TargetId id) {
  canvas.targets->press = {.down_on = id, .inside = true};
  canvas.targets->pressed_ms = canvas.targets->now_ms - 1000;
}

void caption(const Canvas& canvas, Rect row, std::string_view text) {
  draw_text_in(canvas, row, text, {.face = Face::medium, .size = 24, .colour = canvas.theme->ink_soft});
}

void draw_buttons(const Canvas& canvas, Rect area) {
  constexpr std::array kKinds = {ButtonKind::primary, ButtonKind::plain, ButtonKind::quiet, ButtonKind::bare};
  constexpr std::array<const char*, 4> kStates = {"rests", "pressed", "chosen", "disabled"};
  Rect head = cut_top(area, 34, 8);
  for (int state = 0; state < 4; ++state) {
    caption(canvas, column_of(head, state, 4, space::medium), kStates.at(static_cast<std::size_t>(state)));
  }
  for (int kind = 0; kind < 4; ++kind) {
    const Rect row = row_of(area, kind, 4, space::medium);
    for (int state = 0; state < 4; ++state) {
      const TargetId id = 100 + kind * 10 + state;
      if (state == 1) press(canvas, id);
      button(canvas, id, column_of(row, state, 4, space::medium), kind == 0 ? "Tiếp tục" : "500.000 ₫",
             {.kind = kKinds.at(static_cast<std::size_t>(kind)),
              .icon = kind == 0 ? std::optional(Icon::heart) : std::nullopt,
              .chosen = state == 2,
              .enabled = state != 3,
              .radius = kind == 0 ? corner::pill : corner::medium,
              .note = kind == 1 ? std::string_view("một suất quà") : std::string_view()});
    }
  }
}

void draw_choices(const Canvas& canvas, Rect area) {
  constexpr std::array<std::string_view, 3> kLanguages = {"Tiếng Việt", "English", "简体中文"};
  constexpr std::array<std::string_view, 2> kPages = {"Cá nhân", "Tổ chức"};
  press(canvas, 301);
  segmented(canvas, 300, cut_top(area, 96, space::medium), kLanguages, 0);
  segmented(canvas, 310, cut_top(area, 96, space::medium), kPages, 1);
  Rect chips = cut_top(area, 72, space::medium);
  int id = 320;
  press(canvas, 321);
  for (const auto& [label, icon, chosen] :
       {std::tuple{"Sở Y tế", Icon::agency, false}, std::tuple{"Công an tỉnh", Icon::agency, false},
        std::tuple{"Trẻ em nghèo", Icon::heart, true}}) {
    const ChipLook look{.icon = icon, .chosen = chosen};
    chip(canvas, id++, cut_left(chips, chip_width(canvas, label, chips.height, look), space::small), label, look);
  }
  const Rect list = cut_top(area, 4 * 112, space::medium);
  card(canvas, list);
  press(canvas, 331);
  list_row(canvas, 330, row_of(list, 0, 4, 0), "Sở Y tế tỉnh Lạng Sơn",
           {.icon = Icon::agency, .note = "Khối cơ quan nhà nước"});
  list_row(canvas, 331, row_of(list, 1, 4, 0), "Công ty TNHH MTV Thương mại & Dịch vụ Xứ Lạng",
           {.icon = Icon::building, .note = "Doanh nghiệp"});
  list_row(canvas, 332, row_of(list, 2, 4, 0), "Hội Chữ thập đỏ", {.icon = Icon::group, .chosen = true});
  list_row(canvas, 333, row_of(list, 3, 4, 0),
           "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Lạng Sơn nhiệm kỳ 2026–2031",
           {.icon = Icon::agency, .last = true});
}

void draw_told(const Canvas& canvas, Rect area) {
  Rect badges = cut_top(area, 52, space::medium);
  badge(canvas, cut_left(badges, badge_width(canvas, "12", 52, false), space::small), "12");
  for (const auto& [label, kind] :
       {std::pair{"Đã ghi", NoticeKind::good}, std::pair{"Chưa gửi: 3", NoticeKind::warning}}) {
    badge(canvas, cut_left(badges, badge_width(canvas, label, 52), space::small), label, kind);
  }
  Rect rings = cut_top(area, 210, space::large);
  progress_ring(canvas, cut_left(rings, 200, space::large), 0.72F, "18", {.note = "giây"});
  progress_ring(canvas, cut_left(rings, 200, space::large), 0.2F, "5", {.note = "giây", .urgent = true});
  progress_ring(canvas, cut_left(rings, 96, space::large), 0.45F, "45%");
  Rect keys = cut_bottom(area, 96, 0);
  for (int key = 0; key < 10; ++key) {
    const Rect at = column_of(keys, key, 10, 10);
    constexpr std::array<const char*, 10> kLetters = {"q", "w", "e", "r", "t", "y", "u", "i", "o", "p"};
    button(canvas, 400 + key, at, kLetters.at(static_cast<std::size_t>(key)), {.size = 44, .radius = 16});
  }
  key_bubble(canvas, column_of(keys, 0, 10, 10), "Q");
  key_bubble(canvas, column_of(keys, 4, 10, 10), "Ễ");
}

}  // namespace

void draw_controls(const Canvas& canvas) {
  begin_screen(*canvas.targets, "controls");
  draw_background(canvas, "dawn");
  Rect rest = inset(canvas.whole(), 48);
  const bool portrait = canvas.portrait();
  toast(canvas, cut_bottom(rest, 96, space::medium), "Đã lưu. Quý vị có thể tiếp tục.", 1, NoticeKind::good);
  Rect left =
      portrait ? cut_top(rest, rest.height * 0.48F, space::medium) : cut_left(rest, rest.width * 0.5F, space::large);
  Rect ticks = cut_bottom(left, 2 * 104 + space::medium, space::medium);
  draw_buttons(canvas, left);
  press(canvas, 501);
  tick_box(canvas, 500, cut_top(ticks, 104, space::medium), "Tôi đồng ý cho hiện tên trên màn hình lớn của buổi lễ",
           true);
  tick_box(canvas, 501, ticks, "Tôi đồng ý để Quỹ giữ số điện thoại của tôi cho đến khi món quà được trao, rồi xoá đi",
           false);
  draw_choices(canvas, rest);
}

void draw_notices(const Canvas& canvas) {
  begin_screen(*canvas.targets, "notices");
  draw_background(canvas, "dawn");
  Rect rest = inset(canvas.whole(), 64);
  toast(canvas, cut_bottom(rest, 96, space::medium), "Máy in hết giấy. Xin gọi bàn hỗ trợ.", 1, NoticeKind::warning);
  toast(canvas, cut_bottom(rest, 96, space::large), "Đã lưu. Quý vị có thể tiếp tục.", 1, NoticeKind::good);
  draw_told(canvas, rest);
}

}  // namespace mn::gallery
