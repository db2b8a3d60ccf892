// Screens that hang on the review, each with one question: the way of giving, the purpose, the day of a transfer.
#include <fmt/format.h>

#include "core/numbers.h"
#include "kiosk/calendar.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn::kiosk {
namespace {

struct Choice {
  ui::TargetId id;
  std::string picture;
  std::string title;
  std::string note;
  bool chosen = false;
  Tap tap;
};

bool draw_choice(const ui::Canvas& canvas, ui::Rect rect, const Choice& choice) {
  const ui::Theme& theme = *canvas.theme;
  const ui::Touched touched = ui::touch(canvas, {.id = choice.id, .rect = rect, .label = choice.title});
  rect = ui::shifted(rect, 0, 4 * ui::depth_of(canvas, touched));
  if (touched.pressed || choice.chosen) {
    ui::fill(canvas, rect, theme.chosen, ui::corner::large);
    ui::outline(canvas, rect, theme.chosen_line, ui::corner::large, 4);
  } else {
    ui::card(canvas, rect);
  }
  ui::Rect inside = ui::inset(rect, std::min(22.0F, rect.height * 0.12F));
  const float side = std::min({inside.height, 150.0F, inside.width * 0.3F});
  ui::draw_picture(canvas, choice.picture,
                   ui::centred(ui::cut_left(inside, side, inside.width < 480 ? 14 : ui::space::medium), {side, side}));
  if (choice.chosen) {
    ui::draw_icon(canvas, ui::Icon::check, ui::centred(ui::cut_right(inside, 52, 8), {44, 44}), theme.action);
  }
  const bool note = !choice.note.empty();
  const Fitted title = fitted(canvas, choice.title, {.face = ui::Face::semibold, .size = 38, .colour = theme.ink},
                              {inside.width, inside.height * (note ? 0.56F : 1.0F)});
  const Fitted under = fitted(canvas, choice.note, {.face = ui::Face::medium, .size = 28, .colour = theme.ink_soft},
                              {inside.width, inside.height - title.height});
  const float total = title.height + (note ? under.height : 0);
  ui::Rect words = ui::centred(inside, {inside.width, std::min(inside.height, total)});
  ui::draw_paragraph(canvas, ui::cut_top(words, title.height), choice.title, title.look, 5, kLeading);
  if (note) ui::draw_paragraph(canvas, words, choice.note, under.look, 5, kLeading);
  return touched.tapped;
}

std::optional<Tap> draw_choices(const ui::Canvas& canvas, ui::Rect area, const std::vector<Choice>& choices,
                                int columns) {
  std::optional<Tap> tap;
  const int count = static_cast<int>(choices.size());
  const int rows = (count + columns - 1) / columns;
  for (int i = 0; i < count; ++i) {
    const ui::Rect row = ui::row_of(area, i / columns, rows, ui::space::medium);
    const ui::Rect cell = ui::column_of(row, i % columns, columns, ui::space::medium);
    const Choice& choice = choices[static_cast<std::size_t>(i)];
    if (draw_choice(canvas, cell, choice)) tap = choice.tap;
  }
  return tap;
}

}  // namespace

std::optional<Tap> draw_way(const ui::Canvas& canvas, const WayOfGiving& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Campaign& campaign = sight.terms.campaign;
  const bool portrait = canvas.portrait();
  const Frame frame = draw_frame(canvas, sight, tap, portrait ? 230 : 112);
  draw_question(frame, sight, word(sight, "method.title"), screen.chosen);
  const Way now = way_of(screen.chosen, campaign);
  std::vector<Choice> choices;
  const auto add = [&](Way way, const char* picture, const char* title, const char* note) {
    choices.push_back({kTouchWay + static_cast<int>(way), picture, word(sight, title), word(sight, note),
                       screen.chosen.reviewed && now == way, tap::ChooseWay{way}});
  };
  if (campaign.account) add(Way::transfer, "way_transfer", "way.transfer", "way.transfer_note");
  add(Way::cash, "way_cash", "way.cash", "way.cash_note");
  add(Way::later, "way_later", "way.later", "way.later_note");
  if (!campaign.goods_units.empty()) {
    choices.push_back({kTouchWay + static_cast<int>(Way::in_kind), "way_in_kind", word(sight, "method.inkind"),
                       word(sight, "way.goods_note"), false, tap::GiveGoods{}});
  }
  ui::Rect body = frame.body;
  if (portrait && !frame.low) body = ui::cut_bottom(body, std::min(body.height, 1040.0F));
  if (const auto chosen = draw_choices(frame.canvas, body, choices, portrait ? 1 : 2)) tap = chosen;
  if (draw_back(frame, word(sight, "btn.back"))) tap = tap::Back{};
  draw_help(frame, sight, tap);
  return tap;
}

std::optional<Tap> draw_purpose(const ui::Canvas& canvas, const Purpose& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const bool portrait = canvas.portrait();
  const Frame frame = draw_frame(canvas, sight, tap, portrait ? 230 : 112);
  draw_question(frame, sight, word(sight, "purpose.title"), screen.chosen);
  std::vector<Choice> choices;
  const std::vector<Fund>& funds = sight.terms.campaign.funds;
  for (std::size_t i = 0; i < funds.size(); ++i) {
    choices.push_back({kTouchFund + static_cast<int>(i),
                       "fund_" + funds[i].key,
                       funds[i].name.in(sight.visit.language),
                       {},
                       screen.chosen.reviewed && i == screen.chosen.fund,
                       tap::ChooseFund{i}});
  }
  const int count = static_cast<int>(choices.size());
  int columns = portrait ? 1 : 2;
  while (columns < 4 && frame.body.height < static_cast<float>((count + columns - 1) / columns) * 126) ++columns;
  if (const auto chosen = draw_choices(frame.canvas, frame.body, choices, columns)) tap = chosen;
  if (draw_back(frame, word(sight, "btn.back"))) tap = tap::Back{};
  draw_help(frame, sight, tap);
  return tap;
}

namespace {

// The days of one month as buttons, a week or two weeks a row, whatever leaves them high enough.
std::optional<Tap> draw_days(const ui::Canvas& canvas, ui::Rect area, const PayOn& screen, const Month& month,
                             const Sight& sight) {
  std::optional<Tap> tap;
  const ui::Theme& theme = *canvas.theme;
  const int weeks = (month.first_weekday + month.days + 6) / 7;
  constexpr float kGap = 4;
  const float names_height = area.height < 700 ? 34 : 44;
  const float rows_height = area.height - names_height + kGap;
  const bool two = rows_height < static_cast<float>(weeks) * (ui::touch_least(canvas) + kGap);
  const int columns = two ? 14 : 7, rows = two ? (weeks + 1) / 2 : weeks;
  const ui::Rect names = ui::cut_top(area, names_height - 6, 6);
  for (int day = 0; day < columns; ++day) {
    ui::draw_text_in(canvas, ui::column_of(names, day, columns, 8), word(sight, fmt::format("day.{}", day % 7 + 1)),
                     {.face = ui::Face::semibold, .size = 26, .colour = theme.ink, .align = ui::Align::centre}, 18);
  }
  for (int day = 1; day <= month.days; ++day) {
    const int place = month.first_weekday + day - 1;
    const ui::Rect cell = ui::column_of(ui::row_of(area, place / columns, rows, kGap), place % columns, columns, 8);
    const LocalTime when{month.year, month.month, day};
    if (when < screen.today || screen.last < when) {
      ui::draw_text_in(canvas, cell, std::to_string(day),
                       {.face = ui::Face::regular, .size = 30, .colour = theme.ink_soft, .align = ui::Align::centre});
      continue;
    }
    const bool chosen = screen.chosen.pay_on == when;
    if (ui::button(canvas, kTouchDay + day, cell, std::to_string(day),
                   {.kind = ui::ButtonKind::quiet, .chosen = chosen, .size = 38, .radius = ui::corner::small})) {
      tap = tap::ChooseDay{when};
    }
  }
  return tap;
}

}  // namespace

std::optional<Tap> draw_pay_on(const ui::Canvas& canvas, const PayOn& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const ui::Theme& theme = *canvas.theme;
  const bool beside = !canvas.portrait() && !sight.visit.comfort.low_reach;
  const bool flat = !canvas.portrait() && sight.visit.comfort.low_reach;
  Frame frame = draw_frame(canvas, sight, tap, beside ? 0 : canvas.portrait() ? 340 : 130);
  const ui::Canvas& in = frame.canvas;
  const std::string last = fill(word(sight, "pay_on.last"), {{"date", date_text(screen.last)}});
  ui::Rect area = frame.body;
  if (canvas.portrait() && !frame.low) area = ui::cut_bottom(area, std::min(area.height, 1080.0F));
  ui::card(in, area);
  ui::Rect inside = ui::inset(area, frame.low ? 6 : 24);
  const Month month = month_after(screen.today, screen.month);
  const std::string title =
      fill(word(sight, "pay_on.month"), {{"month", std::to_string(month.month)}, {"year", std::to_string(month.year)}});
  ui::Rect head, before, after, help;
  if (beside) {
    head = ui::cut_left(inside, 500, 28);
    after = ui::cut_bottom(head, 108, 14);
    before = ui::cut_bottom(head, 108, 20);
    const ui::TextLook question{.face = ui::Face::display_extrabold, .size = 50, .colour = theme.ink};
    ui::cut_top(head, ui::draw_paragraph(in, head, word(sight, "pay_on.title"), question, 4, 1.18F) + 14);
    ui::cut_top(head, ui::draw_paragraph(in, head, last,
                                         {.face = ui::Face::medium, .size = 30, .colour = theme.ink_soft}, 3, 1.25F));
  } else if (flat) {
    // The days need all the width: months are turned in the foot, where nothing leads on.
    ui::Rect foot = frame.foot;
    ui::cut_left(foot, back_width(frame) + ui::space::small);
    head = ui::cut_bottom(frame.words, 64, 12);
    before = ui::cut_left(foot, foot.width * 0.37F, ui::space::small);
    after = ui::cut_left(foot, foot.width * 0.58F, ui::space::small);
    help = foot;
  } else {
    head = ui::cut_top(inside, frame.low ? std::max(98.0F, ui::touch_least(canvas)) : 104.0F, frame.low ? 4 : 12);
    before = ui::cut_left(head, std::min(300.0F, head.width * 0.3F), 12);
    after = ui::cut_right(head, std::min(300.0F, head.width * 0.36F), 12);
  }
  if (!beside) draw_question(frame, word(sight, "pay_on.title"), last);
  ui::draw_text_in(in, head, title,
                   {.face = ui::Face::display_bold, .size = 42, .colour = theme.action, .align = ui::Align::centre},
                   22);
  ui::ButtonLook turn{.kind = ui::ButtonKind::plain, .icon = ui::Icon::chevron_left, .size = 30};
  turn.enabled = screen.month > 0;
  if (ui::button(in, kTouchMonthBefore, before, word(sight, "pay_on.before"), turn)) tap = tap::TurnMonth{-1};
  turn.icon = ui::Icon::chevron_right;
  turn.icon_after = true;
  turn.enabled = screen.month < months_between(screen.today, screen.last);
  if (ui::button(in, kTouchMonthAfter, after, word(sight, "pay_on.after"), turn)) tap = tap::TurnMonth{1};
  if (const std::optional<Tap> day = draw_days(in, inside, screen, month, sight)) tap = day;
  if (draw_back(frame, word(sight, "btn.back"))) tap = tap::Back{};
  if (flat) {
    if (ui::button(in, kTouchHelp, help, word(sight, "btn.help"),
                   {.kind = ui::ButtonKind::quiet, .size = 30, .radius = ui::corner::pill})) {
      tap = tap::CallHelp{};
    }
  } else {
    draw_help(frame, sight, tap);
  }
  return tap;
}

}  // namespace mn::kiosk
