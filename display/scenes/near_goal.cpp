// Near the goal: what is missing, and how to give it. Not how many have given: those who have not yet matter now.
#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/pages.h"
#include "display/scenes/scene.h"
#include "ui/paint.h"

namespace mn {
namespace {

void draw_near_goal(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const float u = sheet.reading;
  const PageLayout layout = lay_out_page(sheet);
  const bool reached = picture.mark.reached;  // still cued when it came: then what was reached
  draw_stage(whole, {.dawn_permille = 875, .children = sheet.shape == Shape::panorama});
  draw_veil(whole);
  const ui::Canvas canvas = drifted(whole, picture);
  draw_page_frame(canvas, sheet, layout, reached ? words.reached : words.text("scene.near_title"), picture, words);
  ui::Rect body = layout.body;
  const bool room_for_code = sheet.shape != Shape::ribbon && !picture.qr.empty();
  if (room_for_code) {
    const ui::Rect code =
        sheet.shape == Shape::upright ? ui::cut_bottom(body, 460, u) : ui::cut_right(body, 420, u * 2);
    std::vector<std::string> lines{words.scan};
    if (picture.account_invented) lines.push_back(words.sample_account);
    const float side = std::min(code.width, code.height - u * 3.6F);
    draw_code_board(canvas, ui::centred(code, {side, side + u * 3.6F}), picture.qr, lines, sheet.least);
  }
  const bool received = picture.leads == Lead::received;
  const Figure& lead = received ? picture.figures.received : picture.figures.pledged;
  const Money number = picture.mark.gap ? *picture.mark.gap : lead.shown;
  const float line = u * (sheet.shape == Shape::ribbon ? 1.5F : 3.2F);
  const ui::Rect goal = ui::cut_bottom(body, line, u * 0.3F);
  ui::Rect bar = ui::cut_bottom(body, u * 1.3F, u * 0.5F);
  draw_halo(canvas, ui::centred(body, {body.width * 0.5F, body.height * 0.5F}), 0.8F);
  draw_gold(canvas, body, grouped(number) + " " + words.dong, u * 7, u);
  ui::fill(canvas, bar, ui::with_alpha(ui::hue::moon_soft, 0.2F), ui::corner::pill);
  const float share = static_cast<float>(std::min<std::int64_t>(picture.mark.permille, 1000)) / 1000;
  ui::fill_gradient(canvas, {bar.x, bar.y, bar.width * share, bar.height}, ui::hue::leaf, ui::hue::shoot,
                    ui::Run::across, ui::corner::pill);
  draw_fitted(canvas, goal,
              fill(words.text("scene.near_line"), {{"percent", percent_text(picture.mark.permille, picture.language)},
                                                   {"amount", picture.goal_text + " " + words.dong}}),
              {ui::Face::semibold, u * 1.3F, ui::hue::moon, ui::Align::centre}, {2, u});
}

bool is_near(const Hall& hall) {
  const GoalMark mark = mark_of(hall.leading(), hall.goal());
  return mark.gap.has_value() && !mark.reached;
}

}  // namespace

SceneFile near_goal_scene() { return {{.name = "near_goal", .turn = Turn::resting, .has = is_near}, draw_near_goal}; }

}  // namespace mn
