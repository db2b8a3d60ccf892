#include "backend-sync/invitation_card.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>

#include "backend-sync/sheet.h"
#include "core/invitation.h"

namespace mn {
namespace {

constexpr int kQuietModules = 4;

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// Runs of dark modules in a row are one stroke: a small file, and no seams in print.
std::string dark_runs(const QRcode& code) {
  std::string path;
  for (int row = 0; row < code.width; ++row) {
    for (int column = 0; column < code.width;) {
      const auto dark = [&](int at) { return (code.data[row * code.width + at] & 1U) != 0; };
      const int first = column;
      while (column < code.width && dark(column)) ++column;
      if (column > first) {
        path +=
            fmt::format("M{} {}h{}v1h-{}z", first + kQuietModules, row + kQuietModules, column - first, column - first);
      }
      ++column;
    }
  }
  return path;
}

}  // namespace

Result<std::string> invitation_svg(std::string_view code) {
  if (read_invitation(code) != code) {
    return Failure{Cause::bad_input, fmt::format("\"{}\" is not an invitation code", code)};
  }
  const std::unique_ptr<QRcode, FreeCode> qr(
      QRcode_encodeString(std::string(code).c_str(), 0, QR_ECLEVEL_Q, QR_MODE_8, 1));
  if (qr == nullptr) return Failure{Cause::bad_input, fmt::format("\"{}\" does not fit a QR code", code)};
  const int side = qr->width + 2 * kQuietModules;
  // In thousandths of a module, so that every figure is whole.
  const int text_height = side * 1000 * 6 / 40;
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40mm\" height=\"46mm\" viewBox=\"0 0 {0} {1}\">\n"
      "<title>{2}</title>\n<g transform=\"scale(1000)\"><path fill=\"#fff\" d=\"M0 0h{3}v{3}h-{3}z\"/>"
      "<path fill=\"#000\" shape-rendering=\"crispEdges\" d=\"{4}\"/></g>\n"
      "<text x=\"{5}\" y=\"{6}\" font-family=\"Inter, 'Noto Sans', sans-serif\" font-size=\"{7}\" font-weight=\"600\" "
      "text-anchor=\"middle\" textLength=\"{8}\" lengthAdjust=\"spacingAndGlyphs\">{2}</text>\n</svg>\n",
      side * 1000, side * 1000 + text_height, invitation_for_people(code), side, dark_runs(*qr), side * 500,
      side * 1000 + text_height / 2, text_height * 2 / 3, qr->width * 1000);
}

std::string invitation_file_name(std::size_t place, const Guest& guest) {
  return fmt::format("{:04}-{}.svg", place + 1, guest.invitation);
}

std::string invitations_csv(const GuestList& list) {
  std::string out(kByteOrderMark);
  out += csv_row({"Tệp", "Mã mời", "Tên đơn vị", "Người đại diện", "Thứ tự"});
  for (std::size_t i = 0; i < list.guests.size(); ++i) {
    const Guest& guest = list.guests[i];
    out += csv_row({invitation_file_name(i, guest), guest.invitation, guest.organisation, guest.representative,
                    std::to_string(guest.order)});
  }
  return out;
}

Result<std::string> invitations_page(const GuestList& list, std::string_view title) {
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>{}</title>\n<style>\n"
      "@page {{ size: A4; margin: 12mm 15mm; }}\n"
      "body {{ margin: 0; font-family: Inter, 'Noto Sans', sans-serif; color: #000; }}\n"
      ".card {{ width: 90mm; height: 50mm; box-sizing: border-box; padding: 1.5mm; float: left; display: flex; gap: "
      "2mm; "
      "align-items: center; border: 0.2mm dashed #999; break-inside: avoid; overflow: hidden; }}\n"
      ".card svg {{ flex: none; }}\n.name {{ font-size: 11pt; line-height: 1.35; font-weight: 600; }}\n"
      ".who {{ font-size: 9.5pt; line-height: 1.35; margin-top: 1mm; }}\n</style></head><body>\n",
      escaped(title));
  for (const Guest& guest : list.guests) {
    const Result<std::string> svg = invitation_svg(guest.invitation);
    if (!svg) return svg.failure();
    out +=
        fmt::format("<div class=\"card\">{}<div><div class=\"name\">{}</div><div class=\"who\">{}</div></div></div>\n",
                    *svg, escaped(guest.organisation), escaped(guest.representative));
  }
  return out + "</body></html>\n";
}

}  // namespace mn
