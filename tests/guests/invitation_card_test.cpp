// Printed invitations: the SVG is drawn and read back by a scanner; no file tells an amount.
#include "backend-sync/invitation_card.h"

#include <cairo.h>
#include <librsvg/rsvg.h>
#include <zbar.h>

#include "tests/guests/given.h"

namespace mn {
namespace {

// What a scanner reads off the drawing at so many pixels across; "" when nothing.
std::string scanned(const std::string& svg, int width_px) {
  GError* error = nullptr;
  RsvgHandle* handle = rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error);
  if (handle == nullptr) return "not an SVG";
  const int height_px = width_px * 46 / 40;
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width_px, height_px);
  cairo_t* cairo = cairo_create(surface);
  const RsvgRectangle whole{0, 0, static_cast<double>(width_px), static_cast<double>(height_px)};
  EXPECT_NE(rsvg_handle_render_document(handle, cairo, &whole, &error), FALSE);
  cairo_surface_flush(surface);
  std::vector<std::uint8_t> grey;
  for (int y = 0; y < height_px; ++y) {
    const unsigned char* row =
        cairo_image_surface_get_data(surface) + std::ptrdiff_t{y} * cairo_image_surface_get_stride(surface);
    for (int x = 0; x < width_px; ++x) grey.push_back(row[4 * x + 3] == 0 ? 255 : row[4 * x]);
  }
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  g_object_unref(handle);
  zbar::ImageScanner scanner;
  zbar::Image image(static_cast<unsigned>(width_px), static_cast<unsigned>(height_px), "Y800", grey.data(),
                    grey.size());
  return scanner.scan(image) == 1 ? image.symbol_begin()->get_data() : "";
}

TEST(InvitationCard, AScannerReadsTheCode) {
  for (const std::string& code :
       {given::invitation(1), given::invitation(2), std::string("XH-2025-7K3M9P"), std::string(32, 'W')}) {
    const Result<std::string> svg = invitation_svg(code);
    ASSERT_TRUE(svg.ok());
    for (const int width_px : {160, 472, 945}) EXPECT_EQ(scanned(*svg, width_px), code) << width_px;
    EXPECT_NE(svg->find(invitation_for_people(code)), std::string::npos);
  }
  for (const char* code : {"", "moi", "QBTTE7K3M9P", "<svg>", "xh-2025"})
    EXPECT_FALSE(invitation_svg(code).ok()) << code;
}

TEST(InvitationCard, TheIndexSaysWhichFileIsWhoseAndNoAmount) {
  GuestList list = given::guests({"Công ty \"A\" & B, Xứ Lạng", "Sở Y tế"});
  for (Guest& guest : list.guests) guest.expected = Money{77'700'000}, guest.representative = "Nông Thị <Hòa>";
  list.guests[1].organisation = "-1+cmd";
  const std::string csv = invitations_csv(list);
  EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF"));
  EXPECT_NE(csv.find("0001-" + list.guests[0].invitation + ".svg," + list.guests[0].invitation +
                     ",\"Công ty \"\"A\"\" & B, Xứ Lạng\""),
            std::string::npos);
  EXPECT_NE(csv.find("'-1+cmd"), std::string::npos) << "a spreadsheet must not run a name";
  const Result<std::string> page = invitations_page(list, "a<b");
  ASSERT_TRUE(page.ok());
  EXPECT_NE(page->find("Công ty &quot;A&quot; &amp; B"), std::string::npos);
  EXPECT_NE(page->find("&lt;Hòa&gt;"), std::string::npos);
  EXPECT_EQ(page->find("<Hòa>"), std::string::npos);
  for (const std::string& text : {csv, *page}) {
    EXPECT_EQ(text.find("777"), std::string::npos);
    EXPECT_EQ(text.find("77.7"), std::string::npos);
  }
  list.guests[1].invitation = "";
  EXPECT_FALSE(invitations_page(list, "").ok());
}

}  // namespace
}  // namespace mn
