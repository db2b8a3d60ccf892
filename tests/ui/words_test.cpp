// Letters and lines: stacked marks whole in every face, Chinese, and nothing left of what was typed once it is
// forgotten.
#include <SDL_events.h>

#include <array>
#include <chrono>
#include <fstream>

#include "tests/ui/on_glass.h"
#include "ui/type.h"

namespace {

using namespace mn::ui;

class Words : public OnGlass {};

// The hardest letters, each in a cell of its own.
constexpr std::array<std::string_view, 10> kTall = {"Ậ", "Ễ", "Ộ", "Ẳ", "Ẵ", "Ữ", "Ỷ", "ợ", "ỵ", "ặ"};
constexpr float kCellEms = 1.15F;

struct Row {
  float scale = 1;
  std::vector<Inked> cells;
};

TEST_F(Words, StackedMarksStayInsideTheLineInEveryFaceAtEverySize) {
  const float top = 300;
  for (int face = 0; face < kFaceCount; ++face) {
    for (const float size : {24.0F, 28.0F, 34.0F, 38.0F, 44.0F, 52.0F, 72.0F, 96.0F, 120.0F}) {
      const TextLook look{.face = static_cast<Face>(face), .size = size, .colour = kInk};
      const LineMetrics line = line_metrics(look.face, size);
      const auto row = [&](bool clipped) {
        Row found;
        paint([&](const Canvas& canvas) {
          found.scale = canvas.scale;
          if (clipped) clip(canvas, {0, top, canvas.size.width, line.height()});
          for (std::size_t at = 0; at < kTall.size(); ++at) {
            const float x = 20 + static_cast<float>(at) * kCellEms * size;
            draw_text(canvas, {x, top + line.above}, kTall.at(at), look);
          }
          if (clipped) unclip(canvas);
        });
        const Pixels pixels = read_pixels(*glass_);
        for (std::size_t at = 0; at < kTall.size(); ++at) {
          const float x = (18 + static_cast<float>(at) * kCellEms * size) * found.scale;
          found.cells.push_back(
              inked(pixels, static_cast<int>(x), static_cast<int>(x + kCellEms * size * found.scale)));
        }
        return found;
      };
      const Row whole = row(false);
      const Row clipped = row(true);
      for (std::size_t at = 0; at < kTall.size(); ++at) {
        const std::string where =
            std::string(kTall.at(at)) + " face " + std::to_string(face) + " size " + std::to_string(size);
        const auto highest = static_cast<float>(whole.cells[at].top);
        const auto lowest = static_cast<float>(whole.cells[at].bottom);
        ASSERT_GT(whole.cells[at].right, 0) << where;
        EXPECT_GE(highest, top * whole.scale - 1) << where;
        EXPECT_LE(lowest, (top + line.height()) * whole.scale + 1) << where;
        // The marks above and the dots below were painted.
        if (at < 7) {
          EXPECT_LT(highest, (top + line.above - line.cap_height) * whole.scale) << where;
        }
        const bool dotted = at == 0 || at == 2 || at > 6;
        if (dotted) {
          EXPECT_GT(lowest, (top + line.above) * whole.scale + 1) << where;
        }
        // Clipped to its line nothing is lost.
        EXPECT_EQ(clipped.cells[at].top, whole.cells[at].top) << where;
        EXPECT_EQ(clipped.cells[at].bottom, whole.cells[at].bottom) << where;
      }
    }
  }
}

constexpr const char* kChinese = "请选择您的捐款金额，谢谢您的支持。Cảm ơn quý vị！";

TEST_F(Words, ChineseHasItsOwnLettersInTwoWeights) {
  prepare_text(*glass_, kChinese);
  const auto picture = [&](std::string_view text, Face face) {
    paint([&](const Canvas& canvas) {
      draw_text(canvas, {20, 300}, text, {.face = face, .size = 80, .colour = kInk});
    });
    return read_pixels(*glass_).rgba;
  };
  const auto box = picture("\xEF\xBF\xBF", Face::regular);
  EXPECT_NE(picture("请", Face::regular), box);
  EXPECT_NE(picture("请", Face::regular), picture("选", Face::regular));
  EXPECT_NE(picture("请", Face::regular), picture("请", Face::bold)) << "bold is another weight";
  paint([&](const Canvas& canvas) {
    const TextLook look{.size = 40};
    EXPECT_FLOAT_EQ(text_width(canvas, "捐款", look), 80) << "square letters";
  });
}

TEST_F(Words, AFirstChineseFrameIsNotMuchLongerThanAnother) {
  // Measured, not promised: a cold disk is slower than this, which is what prepare_text is for.
  prepare_text(*glass_, kChinese);
  const auto start = std::chrono::steady_clock::now();
  paint([&](const Canvas& canvas) {
    draw_text(canvas, {20, 300}, kChinese, {.face = Face::semibold, .size = 44, .colour = kInk});
  });
  const double took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  RecordProperty("first_chinese_frame_ms", std::to_string(took));
  EXPECT_LT(took, 500) << "under the sanitizers";
}

TEST_F(Words, ChineseBreaksBetweenLettersButNotBeforeAFullStop) {
  paint([&](const Canvas& canvas) {
    const TextLook look{.size = 40, .colour = kInk};
    // Room for exactly six letters; the seventh is a comma and may not begin a line.
    const std::vector<std::string> lines = wrapped(canvas, "请选择您的金，额谢谢您（的支持）", look, 241, 9);
    ASSERT_GE(lines.size(), 3U);
    EXPECT_EQ(lines[0], "请选择您的");
    EXPECT_EQ(lines[1].substr(0, 3), "金");
    for (const std::string& line : lines) {
      EXPECT_LE(text_width(canvas, line, look), 241.5F) << line;
      EXPECT_FALSE(line.starts_with("，") || line.starts_with("）")) << line;
      EXPECT_FALSE(line.ends_with("（")) << line;
    }
    // Vietnamese still breaks at spaces only.
    EXPECT_EQ(wrapped(canvas, "Trung tâm Bảo trợ", look, 200, 9).front(), "Trung tâm");
  });
}

TEST_F(Words, LineEndsInsideALineAreSpaces) {
  paint([&](const Canvas& canvas) {
    const TextLook look{.size = 40};
    EXPECT_FLOAT_EQ(text_width(canvas, "a\nb\tc", look), text_width(canvas, "a b c", look));
  });
}

// Whether these bytes lie anywhere in memory that this process can write to. The needle comes folded, so that it is not
// its own find.
int found_in_memory(const std::string& folded) {
  std::string needle = folded;
  for (char& byte : needle) byte = static_cast<char>(byte ^ 0x55);
  std::ifstream maps("/proc/self/maps");
  std::ifstream memory("/proc/self/mem", std::ios::binary);
  int found = 0;
  std::vector<char> bytes;
  for (std::string line; std::getline(maps, line);) {
    unsigned long begin = 0;
    unsigned long end = 0;
    char access[5] = {};
    if (std::sscanf(line.c_str(), "%lx-%lx %4s", &begin, &end, access) != 3) continue;
    constexpr unsigned long kMost = 1UL << 30U;  // the sanitizers' own maps are larger
    if (access[0] != 'r' || access[1] != 'w' || end - begin > kMost) continue;
    bytes.resize(end - begin);
    memory.clear();
    memory.seekg(static_cast<std::streamoff>(begin));
    memory.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const std::string_view read(bytes.data(), static_cast<std::size_t>(std::max<std::streamsize>(0, memory.gcount())));
    const unsigned long own = reinterpret_cast<unsigned long>(needle.data());
    for (std::size_t at = read.find(needle); at != std::string_view::npos; at = read.find(needle, at + 1)) {
      const unsigned long place = begin + at;
      const bool itself = place == own;
      // The buffer that memory is read into holds earlier finds.
      const auto buffer = reinterpret_cast<unsigned long>(bytes.data());
      const bool own_buffer = place >= buffer && place < buffer + bytes.capacity();
      if (!itself && !own_buffer) ++found;
    }
    explicit_bzero(bytes.data(), bytes.size());
  }
  explicit_bzero(needle.data(), needle.capacity());
  return found;
}

std::string folded_of(std::string_view text) {
  std::string folded(text);
  for (char& byte : folded) byte = static_cast<char>(byte ^ 0x55);
  return folded;
}

// Types it, takes it, draws it in every way there is; everything of the test's own is wiped.
void type_and_draw(Glass& glass, const std::string& folded) {
  SDL_Event event{};
  event.type = SDL_TEXTINPUT;
  for (std::size_t at = 0; at < folded.size(); ++at) event.text.text[at] = static_cast<char>(folded[at] ^ 0x55);
  SDL_PushEvent(&event);
  explicit_bzero(&event, sizeof event);
  const InputTaken taken = take_input(glass);
  ASSERT_EQ(taken.inputs.size(), 1U);
  for (int frame = 0; frame < 3; ++frame) {
    const Canvas canvas = begin_frame(glass);
    const std::string_view text = taken.inputs.front().text;
    fill(canvas, canvas.whole(), hue::white);
    draw_text(canvas, {20, 100}, text, {.size = 40});
    draw_text_in(canvas, {20, 200, 900, 50}, text, {.size = 40, .align = Align::centre}, 24);
    draw_text_in(canvas, {20, 300, 60, 50}, text, {.size = 40}, 24);
    draw_paragraph(canvas, {20, 400, 120, 300}, text, {.size = 40}, 2);
    draw_paragraph(canvas, {20, 400, 900, 300}, text, {.size = 40}, 2);
    end_frame(glass);
  }
}

TEST_F(Words, NothingTypedIsLeftInMemoryOnceForgotten) {
  // Short ones live inside their strings, long ones beside them; both in pieces of eight, so that no part escapes.
  for (const char* const sample : {"0987 654 32", "Q~W Ngu Thi Q~R 0x7788 9911"}) {
    const std::string folded = folded_of(sample);
    const std::string piece = folded.substr(2, 9);
    type_and_draw(*glass_, folded);
    EXPECT_GT(found_in_memory(piece), 0) << "the search finds what was not forgotten";
    forget_words(*glass_);
    forget_input(*glass_);
    EXPECT_EQ(found_in_memory(piece), 0);
  }
}

}  // namespace
