#include "kiosk/printing/layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mn::printing {
namespace {

constexpr int kHairline = 2;
constexpr int kFrame = 4;

// Goes down the paper, part by part.
class Page {
 public:
  Page(const Paper& on, const Typesetter& with)
      : paper(on), type(with), y(on.gap / 2), left_(on.pad), width_(on.width_dots - 2 * on.pad) {}

  int width() const { return width_; }
  int left() const { return left_; }
  // What follows goes into this column.
  void use_column(int left, int width) {
    left_ = left;
    width_ = width;
  }
  void skip(int dots) { y += dots; }

  // In a column from x on.
  void put(Text text, int x, int column, double at) {
    const double from = x + indent_of(text, column);
    marks.emplace_back(TextMark{std::move(text), from, at});
  }
  void add(Text text) {
    const int height = height_of(text);
    put(std::move(text), left(), width(), y);
    y += height;
  }
  void centred(const std::string& words, Look look) {
    if (words.empty()) return;
    look.align = PANGO_ALIGN_CENTER;
    add(type.paragraph(words, look, width()));
  }
  void centred_line(const std::string& words, Look look, double size_min) {
    look.align = PANGO_ALIGN_CENTER;
    add(type.line(words, look, width(), size_min));
  }
  void rule(Stroke stroke, int thickness = kHairline) {
    marks.emplace_back(RuleMark{left(), y, width(), thickness, stroke});
    y += thickness;
  }

  const Paper& paper;
  const Typesetter& type;
  int y;
  std::vector<Mark> marks;

 private:
  int left_;
  int width_;
};

// The fund's name between two thin rules that run out from the emblem.
void add_head(Page& page, const Slip& slip) {
  const Paper& paper = page.paper;
  const int middle = paper.width_dots / 2;
  const int arm = (page.width() - paper.emblem) / 2 - paper.gap / 2;
  const int rule_y = page.y + paper.emblem * 5 / 8;
  page.marks.emplace_back(EmblemMark{middle - paper.emblem / 2, page.y, paper.emblem});
  page.marks.emplace_back(RuleMark{page.left(), rule_y, arm, kHairline, Stroke::solid});
  page.marks.emplace_back(RuleMark{page.left() + page.width() - arm, rule_y, arm, kHairline, Stroke::solid});
  page.skip(paper.emblem + paper.gap / 2);
  page.centred(slip.fund_name, {.size = paper.fund, .weight = PANGO_WEIGHT_BOLD, .face = Face::serif});
  page.skip(2);
  page.centred(slip.campaign_title, {.size = paper.campaign, .weight = PANGO_WEIGHT_MEDIUM});
  page.skip(paper.gap);
  page.centred_line(slip.title, {.size = paper.title, .weight = PANGO_WEIGHT_BOLD, .face = Face::serif},
                    paper.title * 0.6);
  page.skip(paper.gap / 3);
  page.centred(slip.number.label + ": " + slip.number.value, {.size = paper.small, .weight = PANGO_WEIGHT_BOLD});
  const Look look{.size = paper.small};
  const std::string joined = slip.place.empty() ? slip.made_at : slip.place + " · " + slip.made_at;
  if (!slip.place.empty() && !page.type.fits(joined, look, page.width())) {
    page.centred(slip.place, look);
    page.centred(slip.made_at, look);
  } else {
    page.centred(joined, look);
  }
}

// The code, the largest thing on the slip, in a frame of its own.
void add_code(Page& page, const Slip& slip) {
  const Paper& paper = page.paper;
  const int inner = paper.gap * 2 / 3;
  const int top = page.y;
  page.skip(inner + kFrame);
  page.centred(slip.code.label, {.size = paper.label});
  Text code = page.type.line(
      slip.code.value,
      {.size = paper.code, .weight = PANGO_WEIGHT_ULTRABOLD, .align = PANGO_ALIGN_CENTER, .face = Face::compact},
      page.width() - 2 * (inner + kFrame), paper.body);
  const int height = height_of(code);
  page.put(std::move(code), page.left(), page.width(), page.y);
  page.skip(height + inner + kFrame);
  page.marks.emplace_back(FrameMark{page.left(), top, page.width(), page.y - top, kFrame, 16});
}

void add_amount(Page& page, const Slip& slip) {
  const Paper& paper = page.paper;
  if (slip.amount.value.empty()) return;
  page.centred(slip.amount.label, {.size = paper.label});
  page.centred_line(slip.amount.value, {.size = paper.amount, .weight = PANGO_WEIGHT_BOLD, .face = Face::serif},
                    paper.body);
  page.skip(2);
  page.centred(slip.amount_words, {.size = paper.body});
}

void add_goods(Page& page, const Slip& slip) {
  const Paper& paper = page.paper;
  if (slip.goods.empty()) return;
  page.skip(slip.amount.value.empty() ? 0 : paper.gap / 2);
  page.centred(slip.goods_heading.label, {.size = paper.label});
  page.skip(4);
  const bool alone = slip.amount.value.empty();
  for (const std::string& line : slip.goods) {
    page.centred(line, {.size = alone ? paper.thanks : paper.body, .weight = PANGO_WEIGHT_BOLD});
    page.skip(2);
  }
  page.skip(4);
  page.centred(slip.goods_heading.value, {.size = paper.small});
}

Look label_look(const Paper& paper) { return {.size = paper.label}; }

// As wide as the widest label, but less than half of the page.
int label_width(const Page& page, const std::vector<SlipRow>& rows) {
  int width = 0;
  for (const SlipRow& row : rows)
    width = std::max(width, width_of(page.type.paragraph(row.label, label_look(page.paper), page.width() * 9 / 20)));
  return width;
}

// One label and its value: side by side on one baseline where the paper is wide enough, else one over the other.
void add_row(Page& page, const SlipRow& row, Labels labels, int label_dots, bool digits) {
  const Paper& paper = page.paper;
  const Look value_look{.size = paper.body, .weight = PANGO_WEIGHT_BOLD, .tabular = digits};
  if (labels == Labels::above) {
    page.add(page.type.paragraph(row.label, label_look(paper), page.width()));
    page.add(page.type.paragraph(row.value, value_look, page.width()));
    return;
  }
  const int value_x = label_dots + paper.gap;
  Text label = page.type.paragraph(row.label, label_look(paper), label_dots);
  Text value = page.type.paragraph(row.value, value_look, page.width() - value_x);
  const double drop = baseline_of(value) - baseline_of(label);
  const int height = std::max(height_of(value), height_of(label) + static_cast<int>(std::ceil(drop)));
  page.put(std::move(label), page.left(), label_dots, page.y + drop);
  page.put(std::move(value), page.left() + value_x, page.width() - value_x, page.y);
  page.skip(height);
}

enum class Between { dots, air };
void add_rows(Page& page, const std::vector<SlipRow>& rows, Labels labels, Between between, bool digits) {
  const int air = page.paper.gap / 3;
  const int label_dots = labels == Labels::beside ? label_width(page, rows) : 0;
  bool first = true;
  for (const SlipRow& row : rows) {
    if (!std::exchange(first, false) && between == Between::dots) page.rule(Stroke::dotted);
    page.skip(between == Between::dots ? air : 0);
    add_row(page, row, labels, label_dots, digits);
    page.skip(air);
  }
}

void add_heading(Page& page, const std::string& words) {
  page.rule(Stroke::solid, kFrame);
  page.skip(page.paper.gap / 2);
  page.centred(words, {.size = page.paper.heading, .weight = PANGO_WEIGHT_BOLD});
}

// A QR code at the top left of the page's column, or in its middle; the y of what follows is the caller's to say.
Result<int> add_qr(Page& page, const SlipQr& qr, int dots_wished, bool centred) {
  Result<QrModules> modules = qr_modules(qr.payload);
  if (!modules) return modules.failure();
  const int dots = std::min(dots_wished, page.width() / modules->across());
  if (dots < kQrModuleDotsMin) return Failure{Cause::bad_input, "a QR code would be too fine for this paper"};
  const int side = modules->across() * dots;
  // The quiet zone may reach into the white at the paper's edge, so that black stands in line with the text.
  const int overhang = std::min(page.paper.pad, kQuietModules * dots);
  const int x = centred ? page.left() + (page.width() - side) / 2 : page.left() - overhang;
  page.marks.emplace_back(QrMark{*std::move(modules), x, page.y, dots});
  return centred ? side : side - overhang;
}

// Heading, code and account: side by side where the paper is wide enough for both.
Done add_transfer(Page& page, const Slip& slip) {
  if (slip.account.empty() && !slip.transfer_qr) return {};
  const Paper& paper = page.paper;
  const int left = page.left();
  const int width = page.width();
  page.skip(paper.gap);
  if (!slip.account_heading.empty()) add_heading(page, slip.account_heading);
  if (!slip.transfer_qr) {
    page.skip(paper.gap / 3);
    add_rows(page, slip.account, paper.labels, Between::dots, true);
    return {};
  }
  page.centred(slip.transfer_qr->caption, {.size = paper.small});
  const bool beside = paper.labels == Labels::beside && !slip.account.empty();
  const int top = page.y;
  const Result<int> side = add_qr(page, *slip.transfer_qr, paper.transfer_module, !beside);
  if (!side) return side.failure();
  if (!beside) {
    page.skip(*side);
    add_rows(page, slip.account, paper.labels, Between::dots, true);
    return {};
  }
  const int column = *side + paper.gap / 3;
  if (column > width / 2) {
    page.skip(*side);
    add_rows(page, slip.account, paper.labels, Between::dots, true);
    return {};
  }
  page.skip(paper.gap);
  page.use_column(left + column, width - column);
  add_rows(page, slip.account, Labels::above, Between::air, true);
  page.use_column(left, width);
  page.y = std::max(page.y, top + *side);
  return {};
}

// That it is no receipt: framed, so that nobody can say it was hidden.
void add_note(Page& page, const Slip& slip) {
  const int inner = page.paper.gap * 2 / 3;
  const int top = page.y;
  page.skip(inner);
  Text text = page.type.paragraph(slip.note,
                                  {.size = page.paper.note, .weight = PANGO_WEIGHT_BOLD, .align = PANGO_ALIGN_CENTER},
                                  page.width() - 2 * inner);
  const int height = height_of(text);
  page.put(std::move(text), page.left(), page.width(), page.y);
  page.skip(height + inner);
  page.marks.emplace_back(FrameMark{page.left(), top, page.width(), page.y - top, kHairline, 8});
}

// The code to check with on the left, its words beside it where there is room.
Done add_receipt(Page& page, const Slip& slip) {
  if (!slip.receipt_qr) return {};
  const Paper& paper = page.paper;
  page.skip(paper.gap / 2);
  const Look look{.size = paper.small};
  const Result<QrModules> modules = qr_modules(slip.receipt_qr->payload);
  const bool beside = modules && modules->across() * paper.receipt_module <= page.width() * 3 / 5;
  const Result<int> side = add_qr(page, *slip.receipt_qr, paper.receipt_module, !beside);
  if (!side) return side.failure();
  if (!beside) {
    page.skip(*side);
    page.centred(slip.receipt_qr->caption, look);
    return {};
  }
  Text words = page.type.paragraph(slip.receipt_qr->caption, look, page.width() - *side);
  const int height = height_of(words);
  const int full = modules->across() * paper.receipt_module;
  page.put(std::move(words), page.left() + *side, page.width() - *side, page.y + std::max(0, (full - height) / 2));
  page.skip(std::max(full, height));
  return {};
}

}  // namespace

Result<Sheet> compose(const Slip& slip, const Paper& paper) {
  const Typesetter type(slip.language);
  Page page(paper, type);
  add_head(page, slip);
  page.skip(paper.gap);
  add_code(page, slip);
  page.skip(paper.gap);
  add_amount(page, slip);
  add_goods(page, slip);
  page.skip(paper.gap * 2 / 3);
  if (!slip.rows.empty()) page.rule(Stroke::solid);
  add_rows(page, slip.rows, paper.labels, Between::dots, false);
  if (const Done done = add_transfer(page, slip); !done) return done.failure();
  page.skip(paper.gap);
  add_note(page, slip);
  if (const Done done = add_receipt(page, slip); !done) return done.failure();
  page.skip(paper.gap);
  page.centred(slip.thanks, {.size = paper.thanks, .weight = PANGO_WEIGHT_BOLD, .face = Face::serif});
  page.skip(paper.gap);
  if (page.y > kSlipHeightDotsMax) return Failure{Cause::bad_input, "the slip would be longer than two metres"};
  return Sheet{paper.width_dots, page.y, std::move(page.marks)};
}

}  // namespace mn::printing
