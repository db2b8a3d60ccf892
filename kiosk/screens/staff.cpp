// The staff's corner: the PIN, then how this kiosk is and what can be done with it. No donor's data on it.
#include <fmt/format.h>

#include "core/numbers.h"
#include "core/pin.h"
#include "kiosk/screens/field.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/notice.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

std::string since_words(const Sight& sight, std::int64_t seconds) {
  const auto words = [&](const char* key, std::int64_t n) {
    return fill(word(sight, key), {{"n", std::to_string(n)}});
  };
  if (seconds < 120) return words("staff.seconds_ago", seconds);
  if (seconds < 2 * 3600) return words("staff.minutes_ago", seconds / 60);
  return words("staff.hours_ago", seconds / 3600);
}

struct State {
  ui::Icon icon;
  std::string label;
  std::string value;
  ui::NoticeKind kind = ui::NoticeKind::plain;
};

State unsynced_state(const Sight& sight, const Surroundings& now) {
  State out{ui::Icon::list, word(sight, "staff.unsynced"), word(sight, "staff.unknown"), ui::NoticeKind::warning};
  const std::string all = std::to_string(now.entries);
  if (!now.unsynced) return out.value += " · " + fill(word(sight, "staff.entries"), {{"count", all}}), out;
  out.value = fill(word(sight, "staff.of"), {{"count", std::to_string(*now.unsynced)}, {"all", all}});
  out.kind = *now.unsynced == 0 ? ui::NoticeKind::good : ui::NoticeKind::plain;
  return out;
}

State hub_state(const Sight& sight, const Surroundings& now) {
  if (!now.hub_heard_s_ago) {
    return {ui::Icon::globe, word(sight, "staff.hub"), word(sight, "staff.never"), ui::NoticeKind::warning};
  }
  const std::string since = since_words(sight, *now.hub_heard_s_ago);
  return {ui::Icon::globe, word(sight, "staff.hub"), now.hub_name.empty() ? since : now.hub_name + " · " + since,
          *now.hub_heard_s_ago < 60 ? ui::NoticeKind::good : ui::NoticeKind::warning};
}

State printer_state(const Sight& sight, PrinterState printer) {
  const std::string& label = word(sight, "staff.printer");
  switch (printer) {
    case PrinterState::none:
      return {ui::Icon::printer, label, word(sight, "staff.printer_none")};
    case PrinterState::ready:
      return {ui::Icon::printer, label, word(sight, "staff.printer_ready"), ui::NoticeKind::good};
    case PrinterState::no_paper:
      return {ui::Icon::printer, label, word(sight, "staff.printer_paper"), ui::NoticeKind::warning};
    case PrinterState::trouble:
      return {ui::Icon::printer, label, word(sight, "staff.printer_trouble"), ui::NoticeKind::warning};
  }
  return {};
}

State clock_state(const Sight& sight, ClockState clock) {
  const std::string time = date_time_text(local_time(sight.utc_us));
  const std::string& label = word(sight, "staff.clock");
  const auto words = [&](const char* key) { return fill(word(sight, key), {{"time", time}}); };
  switch (clock) {
    case ClockState::synchronised:
      return {ui::Icon::clock, label, words("staff.clock_synchronised"), ui::NoticeKind::good};
    case ClockState::alone:
      return {ui::Icon::clock, label, words("staff.clock_alone"), ui::NoticeKind::plain};
    case ClockState::wrong:
      return {ui::Icon::clock, label, words("staff.clock_wrong"), ui::NoticeKind::warning};
  }
  return {};
}

void draw_states(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const Surroundings none;
  const Surroundings& now = sight.surroundings != nullptr ? *sight.surroundings : none;
  const State states[] = {unsynced_state(sight, now),
                          hub_state(sight, now),
                          printer_state(sight, now.printer),
                          clock_state(sight, now.clock),
                          {ui::Icon::screen, word(sight, "staff.panel"), now.panel},
                          {ui::Icon::info, word(sight, "staff.version"), now.version}};
  ui::card(canvas, area);
  const ui::Rect inside = ui::inset(area, std::min(24.0F, area.height * 0.04F));
  const int count = static_cast<int>(std::size(states));
  const int columns = inside.height < static_cast<float>(count) * 76 ? 2 : 1, rows = (count + columns - 1) / columns;
  for (int i = 0; i < count; ++i) {
    ui::Rect row = ui::column_of(ui::row_of(inside, i / columns, rows, 0), i % columns, columns, ui::space::large);
    if (i >= columns) ui::fill(canvas, {row.x, row.y, row.width, 2}, ui::with_alpha(theme.line, 0.8F));
    const State& state = states[i];
    ui::draw_icon(canvas, state.icon, ui::centred(ui::cut_left(row, 48, 16), {40, 40}), theme.action);
    if (state.kind != ui::NoticeKind::plain) {
      const bool good = state.kind == ui::NoticeKind::good;
      ui::draw_icon(canvas, good ? ui::Icon::check : ui::Icon::warning,
                    ui::centred(ui::cut_right(row, 44, 8), {36, 36}), good ? theme.action : theme.warning);
    }
    ui::Rect lines = ui::centred(row, {row.width, std::min(row.height - 4, ui::text_size(canvas, 72))});
    ui::draw_text_in(canvas, ui::cut_top(lines, lines.height * 0.44F), state.label,
                     {.face = ui::Face::medium, .size = 24, .colour = theme.ink_soft}, 16);
    ui::draw_text_in(canvas, lines, state.value, {.face = ui::Face::semibold, .size = 32, .colour = theme.ink}, 16);
  }
}

std::string notice_words(const Sight& sight, StaffNotice notice) {
  switch (notice) {
    case StaffNotice::none:
      return {};
    case StaffNotice::printing:
      return word(sight, "slip.printing");
    case StaffNotice::printed:
      return word(sight, "staff.printed");
    case StaffNotice::no_paper:
      return word(sight, "staff.printer_paper");
    case StaffNotice::print_failed:
      return word(sight, "staff.print_failed");
    case StaffNotice::exporting:
      return word(sight, "staff.exporting");
    case StaffNotice::exported:
      return word(sight, "staff.exported");
    case StaffNotice::no_stick:
      return word(sight, "staff.no_stick");
    case StaffNotice::export_failed:
      return word(sight, "staff.export_failed");
  }
  return {};
}

struct Deed {
  StaffOrder order;
  std::string label;
  std::optional<ui::Icon> icon = {};
  bool chosen = false;
  std::string note = {};
};

std::vector<Deed> deeds_of(const Sight& sight) {
  const House& house = sight.visit.house;
  std::vector<Deed> out;
  if (sight.terms.prints) out.push_back({StaffOrder::print_test, word(sight, "staff.print_test"), ui::Icon::printer});
  out.push_back({StaffOrder::export_bundle, word(sight, "staff.export"), ui::Icon::usb});
  const std::string volume = fill(word(sight, "staff.volume"), {{"n", std::to_string(house.volume)}});
  out.push_back({StaffOrder::volume_down, volume, ui::Icon::minus});
  out.push_back({StaffOrder::volume_up, volume, ui::Icon::plus});
  const std::string& name = sight.strings.text(house.language, "lang.name");
  out.push_back({StaffOrder::speak_next, word(sight, "staff.language"), ui::Icon::globe, false, name});
  out.push_back(
      {StaffOrder::large_text, word(sight, "comfort.large_text"), ui::Icon::text_size, house.comfort.large_text});
  out.push_back(
      {StaffOrder::low_reach, word(sight, "comfort.low_reach"), ui::Icon::low_reach, house.comfort.low_reach});
  out.push_back({StaffOrder::close_kiosk, word(sight, "staff.close"), ui::Icon::cross});
  return out;
}

}  // namespace

std::optional<Tap> draw_staff_pin(const ui::Canvas& canvas, const StaffPin& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const ui::Theme& theme = *canvas.theme;
  const Frame frame = draw_frame(canvas, sight, tap, 0);
  const ui::Canvas& in = frame.canvas;
  ui::Rect reading = frame.words, pad = frame.body;
  if (!frame.low) {
    ui::Rect body = frame.body;
    pad = canvas.portrait() ? ui::cut_bottom(body, 740, ui::space::large) : ui::cut_right(body, 700, ui::space::medium);
    reading = body;
  } else {
    ui::cut_bottom(reading, ui::space::small);
  }
  ui::card(in, reading);
  ui::Rect inside = ui::inset(reading, 40);
  ui::draw_text_in(in, ui::cut_top(inside, 72, 12), word(sight, "pin.title"),
                   {.face = ui::Face::display_bold, .size = 48, .colour = theme.ink}, 24);
  ui::Rect dots = ui::cut_top(inside, std::min(110.0F, inside.height * 0.5F), 12);
  const std::size_t digits = screen.pin.view().size();
  for (std::size_t i = 0; i < std::max<std::size_t>(6, digits); ++i) {
    const ui::Point at{dots.x + 30 + static_cast<float>(i) * 58, dots.centre().y};
    if (i < digits) {
      ui::disc(in, at, 18, theme.action);
    } else {
      ui::ring(in, at, 17, theme.line, 4);
    }
  }
  const std::int64_t locked = locked_for_s(sight.visit.door, sight.now_ms);
  std::string words;
  if (locked > 0)
    words = fill(word(sight, "pin.locked"), {{"n", std::to_string(locked)}});
  else if (sight.visit.door.checking)
    words = word(sight, "pin.checking");
  else if (screen.wrong)
    words = word(sight, "pin.wrong");
  if (!words.empty()) draw_limit(in, ui::cut_top(inside, std::min(104.0F, inside.height)), words);
  if (const std::optional<Tap> digit = draw_digits(in, pad, sight, false)) tap = digit;
  if (draw_back(frame, word(sight, "btn.cancel"), ui::Icon::cross)) tap = tap::Back{};
  const bool may = digits >= kPinDigitsMin && may_try(sight.visit.door, sight.now_ms);
  if (draw_on(frame, word(sight, "btn.next"), may)) tap = tap::PinTyped{};
  return tap;
}

std::optional<Tap> draw_staff(const ui::Canvas& canvas, const Staff& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap, 84);
  const ui::Canvas& in = frame.canvas;
  const bool portrait = canvas.portrait();
  ui::Rect states = frame.words, deeds = frame.body;
  if (!frame.low) {
    draw_question(frame, word(sight, "staff.title"));
    ui::Rect body = frame.body;
    states = portrait ? ui::cut_top(body, 640, ui::space::medium)
                      : ui::cut_left(body, body.width * 0.44F, ui::space::medium);
    deeds = body;
  } else {
    ui::cut_bottom(states, 16);
  }
  draw_states(in, states, sight);
  const std::string notice = notice_words(sight, screen.notice);
  const bool good = screen.notice == StaffNotice::exported || screen.notice == StaffNotice::printed ||
                    screen.notice == StaffNotice::printing || screen.notice == StaffNotice::exporting;
  if (!notice.empty()) draw_limit(in, ui::cut_bottom(deeds, 96, ui::space::small), notice, good);
  const std::vector<Deed> list = deeds_of(sight);
  const int count = static_cast<int>(list.size());
  int columns = 2;
  while (columns < 4 && deeds.height < static_cast<float>((count + columns - 1) / columns) * 104) ++columns;
  const int rows = (count + columns - 1) / columns;
  for (int i = 0; i < count; ++i) {
    const ui::Rect row = ui::row_of(deeds, i / columns, rows, ui::space::tiny);
    const ui::Rect cell = ui::column_of(row, i % columns, columns, ui::space::small);
    const Deed& deed = list[static_cast<std::size_t>(i)];
    if (ui::button(in, kTouchStaffOrder + static_cast<int>(deed.order), cell, deed.label,
                   {.icon = deed.icon, .chosen = deed.chosen, .size = 30, .note = deed.note})) {
      tap = tap::StaffDo{deed.order};
    }
  }
  ui::Rect foot = frame.foot;
  if (ui::button(in, kTouchBack, ui::cut_left(foot, std::min(620.0F, foot.width)), word(sight, "staff.leave"),
                 {.kind = ui::ButtonKind::primary, .icon = ui::Icon::back, .size = 36, .radius = ui::corner::pill})) {
    tap = tap::StaffDo{StaffOrder::leave};
  }
  return tap;
}

}  // namespace mn::kiosk
