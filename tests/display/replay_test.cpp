// What the hall saw, drawn again: a live run with a real journal, its reader's thread and its book, against the replay
// of both at the same times; the same replay twice, byte by byte; and a few pictures against those in golden/.
// MANGNON_RENEW_GOLDEN=1 writes the golden pictures anew: look at them before you keep them.
#include <gtest/gtest.h>
#include <stb_image.h>
#include <stb_image_write.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <thread>

#include "display/book_file.h"
#include "display/feed.h"
#include "display/noting.h"
#include "display/playback.h"
#include "display/scenes/scene.h"
#include "journal/chance.h"
#include "journal/file.h"
#include "journal/open.h"
#include "ui/glass.h"

namespace mn {
namespace {

using namespace std::chrono_literals;

constexpr Wall kSmall{640, 360};  // for the live run, whose pictures must keep up with it
constexpr Wall kFull{1920, 1080};
constexpr int kGoldenScale = 12;  // golden pictures are a twelfth as wide: what the eye sees from afar
const std::filesystem::path kSource = MANGNON_SOURCE_DIR;

struct ReplayTest : testing::Test {
  explicit ReplayTest(const Wall& size = kSmall) : wall(size) {}

  void SetUp() override {
    folder = std::filesystem::temp_directory_path() / ("mangnon-replay-" + std::to_string(monotonic_ns()));
    std::filesystem::create_directories(folder);
    location = (folder / "a.db").string();
    const Result<Campaign> read = load_campaign(kSource / "assets/campaign/lang-son-2025.json");
    ASSERT_TRUE(read.ok()) << read.failure().words;
    campaign = *read;
    const Result<Strings> read_strings = load_strings();
    ASSERT_TRUE(read_strings.ok());
    strings = *read_strings;
    words = words_of(strings, Language::vi);
    open_glass();
  }
  void TearDown() override {
    glass.reset();
    std::filesystem::remove_all(folder);
  }

  void open_glass() {
    glass.reset();
    ui::GlassOptions options;
    options.width_px = wall.width_px;
    options.height_px = wall.height_px;
    options.offscreen = true;
    options.painter = ui::Painter::processor;
    options.assets = kSource / "assets";
    ui::GlassOpened opened = ui::open_glass(options);
    ASSERT_TRUE(opened) << opened.words;
    glass = std::move(opened.glass);
  }

  ui::Pixels draw(const Show& show, std::int64_t at_ms) {
    const Picture picture = compose(show, setting, Language::vi, at_ms);
    draw_scene(ui::begin_frame(*glass), picture, words, scenes);
    ui::end_frame(*glass);
    return ui::read_pixels(*glass);
  }

  void pledge(Own& own, std::int64_t dong, const std::string& name, std::int64_t at_us, const Salt& salt) {
    const Head head = *own.journal->head(own.origin);
    Pledged said;
    said.amount = {dong};
    said.code = make_code({1, 2, 3, 4, 5, 6, 7, static_cast<std::uint8_t>(head.seq)});
    said.giver = Giver::person;
    const Append append{visit_id(at_us / 1000, {}), at_us, {said, Named{name, {}}}, {salt, salt}};
    const mn::Run run = seal(campaign.id, head, append, own.keys);
    ASSERT_TRUE(own.journal->append(std::span(&run, 1)).ok());
  }

  Own open() {
    Result<Own> own = open_own({location, campaign.id, "test", "test"});
    EXPECT_TRUE(own.ok());
    return *std::move(own);
  }

  const Wall wall;
  std::filesystem::path folder;
  std::string location;
  Campaign campaign;
  Strings strings;
  Words words;
  Scenes scenes = all_scenes();
  Setting setting{campaign, scenes.rules, wall};
  ui::GlassPointer glass;
};

// How many of a thousand pixels differ by more than an eye could see, and how much all do on average, of 255.
struct Difference {
  double seen_permille = 0;
  double mean = 0;
};
Difference difference(const std::vector<std::uint8_t>& left, const std::vector<std::uint8_t>& right, int channels) {
  Difference out;
  if (left.size() != right.size()) return {1000, 255};
  std::size_t seen = 0;
  double sum = 0;
  const auto step = static_cast<std::size_t>(channels);
  for (std::size_t i = 0; i + 2 < left.size(); i += step) {
    int most = 0;
    for (std::size_t c = 0; c < 3; ++c) most = std::max(most, std::abs(left[i + c] - right[i + c]));
    seen += most > 24 ? 1 : 0;
    sum += most;
  }
  const double count = static_cast<double>(left.size()) / channels;
  out.seen_permille = static_cast<double>(seen) * 1000 / count;
  out.mean = sum / count;
  return out;
}

TEST_F(ReplayTest, ShowsWhatALiveRunShowed) {
  Own own = open();
  pledge(own, 500'000, "Lý Thị Mỷ", 1, {});
  const std::string book_file = location + ".shown";
  std::map<std::int64_t, ui::Pixels> seen;
  {
    const ScreenClock clock = set_clock(std::nullopt);
    BookWriter book(book_file, false, {});
    Feed feed({location, {}, &campaign, scenes.rules, wall, clock}, [] {});
    book.write({now_ms(clock), noted::Opened{wall, Language::vi}});
    std::thread crowd([&] {
      for (int i = 0; i < 14; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(60 + i % 5 * 120));
        pledge(own, (i % 4 == 3 ? 80 : 2) * 1'000'000, "Nguyễn Thị Khuyên " + std::to_string(i), i + 2, {});
      }
    });
    Show show;
    Noting noting;
    const std::int64_t end_ms = now_ms(clock) + 7'000;
    std::int64_t look_ms = 0;
    for (std::int64_t at_ms = now_ms(clock); at_ms < end_ms; at_ms = now_ms(clock)) {
      if (std::optional<Delivery> delivery = feed.take()) {
        if (Whole* whole = std::get_if<Whole>(&*delivery)) {
          begin(show, setting, std::move(whole->folded), at_ms);
          book.write(note_began(noting, show, whole->epoch, at_ms));
          look_ms = at_ms + 50;
        }
        if (const Batch* batch = std::get_if<Batch>(&*delivery)) {
          ASSERT_TRUE(advance(show, setting, *batch, at_ms).ok());
        }
      }
      ASSERT_TRUE(advance(show, setting, {}, at_ms).ok());
      for (const BookLine& line : note_turn(noting, show, at_ms)) book.write(line);
      ui::Pixels pixels = draw(show, at_ms);
      if (show.known && at_ms >= look_ms) {
        seen.emplace(at_ms, std::move(pixels));
        look_ms = at_ms + 333;
      }
      std::this_thread::sleep_for(10ms);
    }
    crowd.join();
  }
  ASSERT_GE(seen.size(), 5U);
  open_glass();
  const Result<std::unique_ptr<JournalReader>> reader = open_reader(location);
  ASSERT_TRUE(reader.ok());
  const std::vector<BookLine> book = read_book_file(book_file);
  ASSERT_FALSE(book.empty());
  const std::optional<Script> script = script_of(book, (*reader)->epoch(), book.front().at_ms);
  ASSERT_TRUE(script);
  Playback playback(**reader, campaign, scenes.rules, *script);
  ASSERT_TRUE(playback.begin().ok());
  for (const auto& [at_ms, then] : seen) {
    ASSERT_TRUE(playback.play_to(at_ms).ok());
    const Difference found = difference(draw(playback.show(), at_ms).rgba, then.rgba, 4);
    EXPECT_LE(found.seen_permille, 1) << "at " << at_ms - seen.begin()->first;
    EXPECT_LE(found.mean, 0.5);
  }
}

// Entries of one origin at fixed times, from an invented book-less journal.
struct Fixed {
  std::int64_t at_ms = 0;
  std::int64_t dong = 0;
  const char* name = "";
};
constexpr std::int64_t kNine = 1'748'484'000'000;  // 2025-05-29 09:00 in Vietnam
const std::vector<Fixed> kMorning{
    {0, 2'000'000, "Gia đình ông Hoàng Văn Thướng"},
    {4'000, 120'000'000, "Công ty TNHH Thương mại Cửa khẩu Mẫu Sơn"},
    {13'000, 500'000, "Lý Thị Mỷ"},
    {13'200, 1'000'000, "Tập thể lớp 12A1 khóa 1998-2001"},
    {13'400, 20'000'000, "Hội Doanh nhân trẻ xứ Lạng"},
    {30'000, 900'000'000, "Quỹ Thiện nguyện Suối Nguồn"},
};

struct MorningTest : ReplayTest {
  MorningTest() : ReplayTest(kFull) {}

  void SetUp() override {
    ReplayTest::SetUp();
    Own own = open();
    for (const Fixed& fixed : kMorning) pledge(own, fixed.dong, fixed.name, (kNine + fixed.at_ms) * 1000, {});
  }

  std::map<std::int64_t, ui::Pixels> played(const std::vector<std::int64_t>& times) {
    open_glass();
    std::map<std::int64_t, ui::Pixels> out;
    const Result<std::unique_ptr<JournalReader>> reader = open_reader(location);
    EXPECT_TRUE(reader.ok());
    Result<std::vector<Made>> made = read_times(**reader);
    EXPECT_TRUE(made.ok());
    // The entry `born` is of today.
    std::erase_if(*made, [](const Made& entry) { return entry.position == 1; });
    Playback playback(**reader, campaign, scenes.rules, script_of_times(*made, wall, Language::vi));
    EXPECT_TRUE(playback.begin().ok());
    for (const std::int64_t at_ms : times) {
      EXPECT_TRUE(playback.play_to(kNine + at_ms).ok());
      out.emplace(at_ms, draw(playback.show(), kNine + at_ms));
    }
    return out;
  }
};

TEST_F(MorningTest, TheSameTimesGiveTheSamePixels) {
  const std::vector<std::int64_t> times{0, 200, 700, 5'000, 14'000, 31'000, 34'000};
  const std::map<std::int64_t, ui::Pixels> first = played(times);
  const std::map<std::int64_t, ui::Pixels> second = played(times);
  for (const std::int64_t at_ms : times) EXPECT_EQ(first.at(at_ms).rgba, second.at(at_ms).rgba) << at_ms;
  // However few pictures were drawn before.
  EXPECT_EQ(played({34'000}).at(34'000).rgba, first.at(34'000).rgba);
}

// Each point is the mean of 12 × 12: letters may be a little other on another machine, the picture may not.
std::vector<std::uint8_t> scaled_down(const ui::Pixels& pixels) {
  const int width = pixels.width_px / kGoldenScale;
  const int height = pixels.height_px / kGoldenScale;
  std::vector<std::uint8_t> out;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (int c = 0; c < 3; ++c) {
        int sum = 0;
        for (int i = 0; i < kGoldenScale * kGoldenScale; ++i) {
          const int at_x = x * kGoldenScale + i % kGoldenScale;
          const int at_y = y * kGoldenScale + i / kGoldenScale;
          sum += pixels.rgba[static_cast<std::size_t>((at_y * pixels.width_px + at_x) * 4 + c)];
        }
        out.push_back(static_cast<std::uint8_t>(sum / (kGoldenScale * kGoldenScale)));
      }
    }
  }
  return out;
}

std::vector<std::uint8_t> read_golden(const std::filesystem::path& file) {
  int width = 0;
  int height = 0;
  int channels = 0;
  stbi_uc* data = stbi_load(file.c_str(), &width, &height, &channels, 3);
  if (data == nullptr) return {};
  std::vector<std::uint8_t> out(data, data + width * height * 3);
  stbi_image_free(data);
  return out;
}

TEST_F(MorningTest, LooksAsItDid) {
  const std::map<std::int64_t, std::string> named{
      {1'500, "first"}, {9'000, "large"}, {14'500, "three"}, {38'000, "goal"}};
  std::vector<std::int64_t> times;
  for (const auto& [at_ms, name] : named) times.push_back(at_ms);
  const std::filesystem::path goldens = kSource / "tests/display/golden";
  const bool renews = std::getenv("MANGNON_RENEW_GOLDEN") != nullptr;
  const int width = wall.width_px / kGoldenScale;
  const int height = wall.height_px / kGoldenScale;
  for (const auto& [at_ms, pixels] : played(times)) {
    const std::filesystem::path file = goldens / (named.at(at_ms) + ".png");
    const std::vector<std::uint8_t> now = scaled_down(pixels);
    if (renews) {
      std::filesystem::create_directories(goldens);
      ASSERT_NE(stbi_write_png(file.c_str(), width, height, 3, now.data(), width * 3), 0);
    }
    const Difference found = difference(now, read_golden(file), 3);
    EXPECT_LE(found.seen_permille, 5) << file << ": if the picture is meant to be another, MANGNON_RENEW_GOLDEN=1 "
                                      << "writes it anew; look at it before you keep it";
    EXPECT_LE(found.mean, 2) << file;
  }
}

}  // namespace
}  // namespace mn
