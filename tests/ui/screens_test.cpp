// Screens that come, go and change under a full window, and X servers that are late or die: on servers of our own.
#include "ui/screens.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/ui/x_server.h"
#include "ui/glass.h"
#include "ui/paint.h"
#include "ui/x_screens.h"

namespace {

using namespace mn::ui;
using Clock = std::chrono::steady_clock;

const std::vector<ScreenSeen> kHall = {
    {"eDP-1", 0, 0, 1366, 768}, {"HDMI-1", 1366, 0, 1920, 1080}, {"HDMI-2", 3286, 0, 3840, 1080}, {"7", 0, 768, 9, 9}};

TEST(Screens, AreFoundByNumberNameOrAPartOfOne) {
  EXPECT_EQ(find_screen(kHall, ""), 0U);
  EXPECT_EQ(find_screen(kHall, "0"), 0U);
  EXPECT_EQ(find_screen(kHall, "2"), 2U);
  EXPECT_EQ(find_screen(kHall, "HDMI-1"), 1U);
  EXPECT_EQ(find_screen(kHall, "hdmi-2"), 2U);
  EXPECT_EQ(find_screen(kHall, "edp"), 0U);
  EXPECT_EQ(find_screen(kHall, "7"), 3U);    // a name before a number
  EXPECT_FALSE(find_screen(kHall, "hdmi"));  // which?
  EXPECT_FALSE(find_screen(kHall, "4"));
  EXPECT_FALSE(find_screen(kHall, "-1"));
  EXPECT_FALSE(find_screen(kHall, "00000000000000000000000000001"));
  EXPECT_FALSE(find_screen(kHall, "DP-9"));
  EXPECT_FALSE(find_screen({}, ""));
  EXPECT_EQ(screens_text({kHall[0], kHall[2]}), "0 eDP-1 1366×768, 1 HDMI-2 3840×1080");
  EXPECT_EQ(screens_text({}), "no screen");
}

GlassOptions full_screen(const std::string& screen) {
  GlassOptions options;
  options.windowed = false;
  options.screen = screen;
  options.painter = Painter::processor;
  options.assets = std::string(MANGNON_SOURCE_DIR) + "/assets";
  return options;
}

void draw_one(Glass& glass) {
  const Canvas canvas = begin_frame(glass);
  fill(canvas, canvas.whole(), hue::gold);
  end_frame(glass);
}

// An X server with outputs that can be plugged and pulled.
class Hall : public testing::Test {
 protected:
  void SetUp() override {
    if (!installed("Xorg") || !installed("xrandr")) GTEST_SKIP() << "needs Xorg with its dummy driver, and xrandr";
    folder_ = std::filesystem::temp_directory_path() / ("screens-test-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    const std::filesystem::path file = folder_ / "xorg.conf";
    std::ofstream(file) << R"(
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "d"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "m"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "1280x384" 40 1280 1300 1320 1400 384 386 390 400
EndSection
Section "Screen"
  Identifier "s"
  Device "d"
  Monitor "m"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1024x768"
    Virtual 8192 4096
  EndSubSection
EndSection
)";
    display_ = free_display();
    server_ = std::make_unique<Child>(std::vector<std::string>{"Xorg", display_, "-config", file.string(), "-noreset",
                                                               "-nolisten", "tcp", "-logfile",
                                                               (folder_ / "xorg.log").string()});
    if (!answers(display_, 10'000)) GTEST_SKIP() << "Xorg does not start here";
    ::setenv("DISPLAY", display_.c_str(), 1);
    ASSERT_TRUE(xrandr({"--output", "DUMMY0", "--mode", "1024x768", "--primary"}));
    ASSERT_TRUE(xrandr({"--addmode", "DUMMY1", "1280x384"}));
    ASSERT_TRUE(xrandr({"--addmode", "DUMMY1", "800x600"}));
    ASSERT_TRUE(plug("1280x384"));
  }
  void TearDown() override {
    server_.reset();
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
  }
  bool xrandr(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "xrandr");
    return run_on(display_, arguments);
  }
  bool plug(const std::string& mode) { return xrandr({"--output", "DUMMY1", "--mode", mode, "--pos", "1024x0"}); }
  bool pull() { return xrandr({"--output", "DUMMY1", "--off"}); }

  // The loop of a program until its picture has this size, and lies where it should by the server's own word.
  static bool becomes(Glass& glass, int width_px, int height_px) {
    for (const Clock::time_point start = Clock::now(); Clock::now() < start + std::chrono::seconds(5);) {
      (void)take_input(glass);
      draw_one(glass);
      const Pixels pixels = read_pixels(glass);
      if (pixels.width_px == width_px && pixels.height_px == height_px) return true;
      (void)wait_for_input(glass, 50);
    }
    return false;
  }
  unsigned long seen(int x, int y) const { return colour_at(display_, x, y); }

  std::filesystem::path folder_;
  std::string display_;
  std::unique_ptr<Child> server_;
};

TEST_F(Hall, AFullWindowFollowsItsScreen) {
  ASSERT_EQ(screens().size(), 2U) << screens_text(screens());
  const GlassOpened opened = open_glass(full_screen("dummy1"));
  ASSERT_TRUE(opened) << opened.words;
  Glass& glass = *opened.glass;
  EXPECT_TRUE(becomes(glass, 1280, 384));
  const unsigned long gold = seen(1024 + 640, 192);
  EXPECT_EQ(gold,
            0xFFFFFFUL & (std::uint32_t{hue::gold.red} << 16U | std::uint32_t{hue::gold.green} << 8U | hue::gold.blue));
  EXPECT_NE(seen(500, 500), gold) << "the other screen is left alone";
  // Another resolution.
  ASSERT_TRUE(plug("800x600"));
  EXPECT_TRUE(becomes(glass, 800, 600));
  EXPECT_EQ(seen(1024 + 400, 590), gold);
  // Pulled: the other screen is not taken. Plugged in again: it is back.
  ASSERT_TRUE(pull());
  for (int turn = 0; turn < 40; ++turn) {
    (void)take_input(glass);
    draw_one(glass);
    (void)wait_for_input(glass, 50);
  }
  EXPECT_NE(seen(500, 500), gold);
  ASSERT_TRUE(plug("1280x384"));
  EXPECT_TRUE(becomes(glass, 1280, 384));
  const Clock::time_point until = Clock::now() + std::chrono::seconds(3);
  while (seen(1024 + 640, 192) != gold && Clock::now() < until) {
    (void)take_input(glass);
    draw_one(glass);
    (void)wait_for_input(glass, 50);
  }
  EXPECT_EQ(seen(1024 + 640, 192), gold);
  EXPECT_NE(seen(500, 500), gold);
}

TEST_F(Hall, AWrongNameIsToldWithTheRightOnes) {
  const GlassOpened opened = open_glass(full_screen("beamer"));
  EXPECT_FALSE(opened);
  EXPECT_NE(opened.words.find("beamer"), std::string::npos) << opened.words;
  EXPECT_NE(opened.words.find("DUMMY1 1280×384"), std::string::npos) << opened.words;
}

// The test program itself, as a program with a window: exits with 0 after its first picture unless it is to stay.
int be_a_window(bool stay) {
  GlassOptions options = full_screen("");
  options.windowed = true;
  options.width_px = 640;
  options.height_px = 360;
  options.patient = true;
  const GlassOpened opened = open_glass(options);
  if (!opened) return 3;
  draw_one(*opened.glass);
  while (stay) {
    if (take_input(*opened.glass).quit) return 4;
    draw_one(*opened.glass);
    (void)wait_for_input(*opened.glass, 100);
  }
  return 0;
}

std::vector<std::string> window_program(const char* what) {
  return {std::filesystem::read_symlink("/proc/self/exe").string(), what};
}

std::vector<std::string> server_program(const std::string& display) {
  return {"Xvfb", display, "-screen", "0", "800x600x24", "-nolisten", "tcp", "-noreset"};
}

TEST(XServer, ThatIsLateIsWaitedFor) {
  if (!installed("Xvfb")) GTEST_SKIP() << "needs Xvfb";
  const std::string display = free_display();
  Child window(window_program("--a-window"), display);
  EXPECT_EQ(window.exit_code(1500), -1) << "it should still wait";
  Child server(server_program(display));
  ASSERT_TRUE(answers(display, 10'000));
  EXPECT_EQ(window.exit_code(10'000), 0);
}

TEST(XServer, ThatDiesEndsTheProgramAtOnceToBeStartedAgain) {
  if (!installed("Xvfb")) GTEST_SKIP() << "needs Xvfb";
  const std::string display = free_display();
  Child server(server_program(display));
  ASSERT_TRUE(answers(display, 10'000));
  Child window(window_program("--a-window-that-stays"), display);
  EXPECT_EQ(window.exit_code(1500), -1) << "it should still be there";
  server.end();
  EXPECT_EQ(window.exit_code(3000), kScreenLostExit);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (first == "--a-window") return be_a_window(false);
  if (first == "--a-window-that-stays") return be_a_window(true);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
