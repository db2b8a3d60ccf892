// The kit on a real, unseen screen (SDL's offscreen driver): what is painted, told from its pixels.
#include <gtest/gtest.h>
#include <zbar.h>

#include <thread>

#include "tests/ui/on_glass.h"
#include "ui/control.h"
#include "ui/icon.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/qr.h"
#include "ui/still.h"

namespace {

using namespace mn::ui;

TEST_F(OnGlass, DigitsAreOfOneWidthAndDotsNarrower) {
  paint([&](const Canvas& canvas) {
    for (int face = 0; face < kFaceCount; ++face) {
      const TextLook look{.face = static_cast<Face>(face), .size = 100};
      const float zero = text_width(canvas, "0", look);
      for (const char* digit : {"1", "2", "3", "4", "5", "6", "7", "8", "9"}) {
        EXPECT_FLOAT_EQ(text_width(canvas, digit, look), zero) << face << " " << digit;
      }
      EXPECT_NEAR(text_width(canvas, "1.111.111", look), text_width(canvas, "8.888.888", look), 0.01);
      EXPECT_LT(text_width(canvas, ".", look), zero * 0.6F);
    }
  });
}

TEST_F(OnGlass, ANumberThatRunsNeverMovesADigitAtAnySize) {
  for (const float size : {37.0F, 180.0F, 400.0F}) {
    // The column of every digit of one number is where it is of every other.
    std::optional<Inked> first;
    for (const char* text : {"8.88", "8.18", "8.48", "8.08"}) {
      paint([&](const Canvas& canvas) {
        const float px = size / canvas.scale;
        draw_text(canvas, {60, 600}, text, {.face = Face::display_extrabold, .size = px, .colour = kInk});
      });
      const Inked found = inked(read_pixels(*glass_));
      if (!first) first = found;
      EXPECT_EQ(found.left, first->left) << text << " " << size;
      EXPECT_EQ(found.right, first->right) << text << " " << size;
    }
  }
}

TEST_F(OnGlass, TheSafeAreaLeavesAFortiethFreeOnEverySide) {
  const Canvas canvas = begin_frame(*glass_);
  end_frame(*glass_);
  EXPECT_NEAR(canvas.safe().x, canvas.size.width / 40, 0.01);
  EXPECT_NEAR(canvas.safe().right(), canvas.size.width * 39 / 40, 0.01);
  EXPECT_NEAR(canvas.safe().bottom(), canvas.size.height * 39 / 40, 0.01);
}

TEST_F(OnGlass, EveryLetterOfVietnameseHasAPictureOfItsOwn) {
  const std::string letters =
      "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ₫–—…·“”’•×";
  paint([&](const Canvas& canvas) {
    const TextLook look{.size = 40, .colour = kInk};
    const float missing = text_width(canvas, "\xEF\xBF\xBF", look);
    EXPECT_GT(missing, 0);
    EXPECT_GT(text_width(canvas, letters, look), 1000);
    // Composed and not composed look the same.
    EXPECT_NEAR(text_width(canvas, "Ễ", look), text_width(canvas, "E\xCC\x82\xCC\x83", look), 0.5);
  });
}

TEST_F(OnGlass, LargeTextIsLargerEverywhereButNeverCutByThat) {
  paint([&](const Canvas& canvas) {
    Canvas large = canvas;
    large.text_scale = kLargeText;
    const TextLook look{.size = 40, .colour = kInk, .tracking = 2};
    const std::string_view name = "Quý vị chọn số tiền muốn góp";
    EXPECT_GT(text_width(large, name, look), 1.2F * text_width(canvas, name, look));
    EXPECT_NEAR(line_metrics(large, look.face, 40).height(), kLargeText * line_metrics(look.face, 40).height(), 0.01);
    const Rect narrow{0, 0, text_width(canvas, name, look) / 2, 400};
    EXPECT_GT(wrapped(large, name, look, narrow.width, 9).size(), 1U);
    EXPECT_GT(draw_paragraph(large, narrow, name, look, 9), draw_paragraph(canvas, narrow, name, look, 9));
    // A box that just holds the usual size: large text shrinks into it instead of losing letters.
    TextNoted noted;
    large.noted = &noted;
    const Rect box{0, 0, text_width(canvas, name, look) + 1, 200};
    draw_text_in(large, box, name, look, 40);
    EXPECT_TRUE(noted.cut.empty());
    EXPECT_GE(noted.least_size, 39);
    // A low box: no taller than the box, no smaller than usual.
    noted = {};
    draw_text_in(large, {0, 0, 2000, 46}, name, look, 24);
    EXPECT_FLOAT_EQ(noted.least_size, 40);
    noted = {};
    draw_text_in(large, {0, 0, 2000, 200}, name, look, 24);
    EXPECT_FLOAT_EQ(noted.least_size, 50);
  });
}

TEST_F(OnGlass, AStillLayerIsPaintedAnewForLargeText) {
  int painted = 0;
  const auto layered = [&](const Canvas& canvas) {
    still(canvas, "words", {0, 0, 500, 100}, StillKind::transparent, [&](const Canvas& at) {
      ++painted;
      draw_text(at, {10, 60}, "Góp", {.size = 40, .colour = kInk});
    });
  };
  paint(layered);
  const Pixels usual = read_pixels(*glass_);
  paint([&](Canvas canvas) {
    canvas.text_scale = kLargeText;
    layered(canvas);
  });
  EXPECT_EQ(painted, 2);
  EXPECT_GT(inked(read_pixels(*glass_)).right, inked(usual).right);
}

TEST_F(OnGlass, LongTextIsFittedCutAndWrapped) {
  paint([&](const Canvas& canvas) {
    const TextLook look{.size = 40};
    const std::string_view name = "Công ty Cổ phần Thuỷ sản Ánh Dương Lạng Sơn";
    EXPECT_LT(fitting_size(canvas, name, look, 500, 20), 40);
    EXPECT_FLOAT_EQ(fitting_size(canvas, name, look, 50, 20), 20);
    const std::string cut = ellipsized(canvas, name, look, 300);
    EXPECT_TRUE(cut.ends_with("…"));
    EXPECT_LE(text_width(canvas, cut, look), 300);
    const auto lines = wrapped(canvas, name, look, 400, 2);
    ASSERT_EQ(lines.size(), 2U);
    for (const std::string& line : lines) EXPECT_LE(text_width(canvas, line, look), 400.5F);
    EXPECT_TRUE(lines[1].ends_with("…"));
    EXPECT_EQ(wrapped(canvas, "một\nhai", look, 400, 5), (std::vector<std::string>{"một", "hai"}));
    for (const std::string& line : wrapped(canvas, "Mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm", look, 200, 9)) {
      EXPECT_LE(text_width(canvas, line, look), 200.5F);
    }
    EXPECT_TRUE(wrapped(canvas, "", look, 400, 3).empty());
    EXPECT_NO_FATAL_FAILURE(draw_text(canvas, {0, 100}, "%s%n \xC3 \x80", look));
  });
}

TEST_F(OnGlass, AQrCodeIsReadBack) {
  const std::string text =
      "00020101021238570010A00000072701270006970400011300000000000000208QRIBFTTA53037045802VN6304ABCD";
  QrDrawn drawn;
  paint([&](const Canvas& canvas) { drawn = draw_qr(canvas, {100, 100, 700, 700}, text); });
  ASSERT_TRUE(drawn.ok);
  EXPECT_GE(drawn.module_px, kQrModulePixelsMin);
  const Pixels pixels = read_pixels(*glass_);
  std::vector<std::uint8_t> grey;
  for (std::size_t at = 0; at < pixels.rgba.size(); at += 4) grey.push_back(pixels.rgba[at]);
  zbar::ImageScanner scanner;
  zbar::Image image(static_cast<unsigned>(pixels.width_px), static_cast<unsigned>(pixels.height_px), "Y800",
                    grey.data(), grey.size());
  ASSERT_EQ(scanner.scan(image), 1);
  EXPECT_EQ(image.symbol_begin()->get_data(), text);
}

TEST_F(OnGlass, AQrCodeThatWouldBeTooFineIsRefused) {
  paint([&](const Canvas& canvas) {
    EXPECT_FALSE(draw_qr(canvas, {0, 0, 60, 60}, "00020101021238570010A0000007270127").ok);
    EXPECT_FALSE(draw_qr(canvas, {0, 0, 900, 900}, std::string(5000, 'x')).ok);
    EXPECT_FALSE(draw_qr(canvas, {0, 0, 900, 900}, "").ok);
  });
}

TEST_F(OnGlass, OnlyWhatChangedIsPaintedAgainAndItIsRight) {
  const auto scene = [](int number) {
    return [number](const Canvas& canvas) {
      draw_background(canvas, "dawn");
      card(canvas, {200, 200, 600, 300});
      draw_text_in(canvas, {200, 200, 600, 300}, std::to_string(number), {.size = 80, .align = Align::centre});
    };
  };
  paint(scene(1));
  EXPECT_FALSE(paint(scene(1)).changed);
  const FramePainted changed = paint(scene(2));
  EXPECT_TRUE(changed.changed);
  EXPECT_LT(changed.share, 0.1F);
  const Pixels partly = read_pixels(*glass_);
  paint([](const Canvas& canvas) { fill(canvas, canvas.whole(), hue::coral); });
  paint(scene(2));
  EXPECT_EQ(read_pixels(*glass_).rgba, partly.rgba);
}

TEST_F(OnGlass, AStillLayerIsPaintedOnceAndLooksAsPaintedDirectly) {
  int painted = 0;
  const auto picture = [&](const Canvas& canvas) {
    ++painted;
    shadow(canvas, {120, 120, 300, 200}, rgb(0x000000, 0.4F));
    fill_gradient(canvas, {120, 120, 300, 200}, hue::leaf, hue::gold, Run::diagonal, 30);
    draw_text(canvas, {150, 220}, "Ẫm", {.size = 60, .colour = hue::white});
  };
  paint(picture);
  const Pixels direct = read_pixels(*glass_);
  painted = 0;
  const auto layered = [&](const Canvas& canvas) {
    still(canvas, "test", {50, 50, 500, 400}, StillKind::transparent, picture);
  };
  paint(layered);
  paint(layered);
  EXPECT_EQ(painted, 1);
  const Pixels copied = read_pixels(*glass_);
  int furthest = 0;
  for (std::size_t at = 0; at < direct.rgba.size(); ++at) {
    furthest = std::max(furthest, std::abs(int{direct.rgba[at]} - int{copied.rgba[at]}));
  }
  EXPECT_LE(furthest, 3);
}

TEST_F(OnGlass, ALayerInALayerLiesWhereItShould) {
  const auto inner = [](const Canvas& canvas) {
    still(canvas, "inner", {300, 250, 100, 80}, StillKind::opaque, [](const Canvas& at) {
      fill(at, {300, 250, 100, 80}, kInk);
    });
  };
  paint(inner);
  const Inked alone = inked(read_pixels(*glass_));
  paint([&](const Canvas& canvas) {
    still(canvas, "outer", {200, 200, 400, 300}, StillKind::opaque, [&](const Canvas& at) {
      fill(at, {200, 200, 400, 300}, hue::white);
      inner(at);
    });
  });
  const Inked nested = inked(read_pixels(*glass_));
  EXPECT_EQ(nested.left, alone.left);
  EXPECT_EQ(nested.top, alone.top);
  EXPECT_EQ(nested.right, alone.right);
  EXPECT_EQ(nested.bottom, alone.bottom);
}

TEST_F(OnGlass, EveryIconAndPictureIsThere) {
  paint([](const Canvas& canvas) {
    for (const char* name : {"dawn",          "dawn_portrait",  "attract",        "attract_portrait",
                             "stage",         "stage_portrait", "children",       "children_small",
                             "emblem",        "shoots",         "shoot_1",        "shoot_2",
                             "shoot_3",       "shoot_4",        "shoot_5",        "leaves",
                             "leaf",          "petal",          "anise",          "anise_star",
                             "anise_branch",  "bird",           "kite",           "cloud_1",
                             "cloud_2",       "mist",           "sun_glow",       "thanks",
                             "resting",       "help",           "goods",          "fund_general",
                             "fund_hospital", "fund_tet",       "fund_midautumn", "fund_centre",
                             "fund_orphan",   "fund_poor",      "fund_disaster",  "way_transfer",
                             "way_cash",      "way_later",      "way_in_kind"}) {
      EXPECT_TRUE(draw_picture(canvas, name, {0, 0, 300, 300})) << name;
    }
    EXPECT_FALSE(draw_picture(canvas, "no such picture", {0, 0, 300, 300}));
  });
  for (int index = 0; index < kIconCount; ++index) {
    paint([&](const Canvas& canvas) { draw_icon(canvas, static_cast<Icon>(index), {100, 100, 64, 64}, kInk); });
    EXPECT_GT(inked(read_pixels(*glass_)).right, 0) << icon_name(static_cast<Icon>(index));
  }
}

TEST_F(OnGlass, TheDawnIsLightEnoughForItsTextAboveItsLowestTwentieth) {
  for (const char* name : {"dawn", "dawn_portrait"}) {
    paint([&](const Canvas& canvas) { draw_picture(canvas, name, canvas.whole()); });
    const Pixels pixels = read_pixels(*glass_);
    double least = 21;
    const std::size_t end = pixels.rgba.size() / 20 * 19;
    for (std::size_t at = 0; at + 3 < end; at += 4) {
      least = std::min(least, contrast(hue::ink, {pixels.rgba[at], pixels.rgba[at + 1], pixels.rgba[at + 2]}));
    }
    EXPECT_GE(least, 7.0) << name;
    EXPECT_LT(least, 20.0) << name << " was not drawn";
  }
}

TEST_F(OnGlass, AWaitIsEndedFromAnotherThread) {
  (void)take_input(*glass_);
  std::thread other([] { wake(*glass_); });
  EXPECT_TRUE(wait_for_input(*glass_, 5000));
  other.join();
  (void)take_input(*glass_);
  EXPECT_FALSE(wait_for_input(*glass_, 1));
}

TEST_F(OnGlass, TheAtlasFilledUpIsMadeAnew) {
  const auto sample = [](const Canvas& canvas) {
    draw_text(canvas, {50, 300}, "Ẫ 123", {.size = 120, .colour = kInk});
  };
  paint(sample);
  const Pixels before = read_pixels(*glass_);
  for (int size = 300; size < 420; size += 2) {
    paint([&](const Canvas& canvas) {
      draw_text(canvas, {0, 500}, "ABDEGHKLMNOQ", {.size = static_cast<float>(size), .colour = kInk});
    });
  }
  paint(sample);
  paint(sample);
  EXPECT_EQ(read_pixels(*glass_).rgba, before.rgba);
}

TEST_F(OnGlass, AFrameThatFailsLeavesTheLastPictureAndTheNextOneIsWhole) {
  const auto scene = [](const Canvas& canvas) {
    draw_background(canvas, "dawn");
    still(canvas, "of the test", {100, 100, 400, 400}, StillKind::transparent, [](const Canvas& at) {
      fill(at, {100, 100, 400, 400}, hue::coral, 30);
    });
    draw_text(canvas, {600, 400}, "1.234.567", {.size = 90, .colour = kInk});
  };
  paint([](const Canvas& canvas) { fill(canvas, canvas.whole(), hue::leaf); });
  const Pixels before = read_pixels(*glass_);
  // In the middle of everything: a clip, a layer and a group are open.
  const FrameDrawn failed = draw_frame(*glass_, [&](const Canvas& canvas) {
    draw_background(canvas, "dawn");
    clip(canvas, {0, 0, 500, 500});
    still(canvas, "of the test", {100, 100, 400, 400}, StillKind::transparent, [](const Canvas& at) {
      fill(at, {100, 100, 50, 50}, hue::gold);
      throw std::bad_alloc();
    });
  });
  EXPECT_FALSE(failed.words.empty());
  EXPECT_FALSE(failed.painted.changed);
  EXPECT_EQ(read_pixels(*glass_).rgba, before.rgba);
  EXPECT_TRUE(draw_frame(*glass_, scene).words.empty());
  const Pixels after = read_pixels(*glass_);
  paint([](const Canvas& canvas) { fill(canvas, canvas.whole(), hue::leaf); });
  draw_frame(*glass_, scene);
  EXPECT_EQ(read_pixels(*glass_).rgba, after.rgba);
  const std::size_t in_layer = (static_cast<std::size_t>(220) * 1280 + 220) * 4;
  EXPECT_EQ(after.rgba[in_layer], hue::coral.red);
}

}  // namespace
