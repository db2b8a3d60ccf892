// The kiosk after ten thousand visitors and after a day alone: rules, screens, a real glass, the recorder on a real
// journal and the total, as main puts them together, at the clock's speed of a test. Memory must not grow.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <thread>

#include "journal/chance.h"
#include "journal/file.h"
#include "journal/open.h"
#include "kiosk/order.h"
#include "kiosk/recorder.h"
#include "kiosk/sample.h"
#include "kiosk/totals.h"
#include "tests/endurance/visitor.h"
#include "ui/glass.h"

namespace mn::kiosk {
namespace {

constexpr int kTurnsMost = 160;  // of one visit; who is not done then walks away
constexpr double kGrowthMostMb = 2;

double resident_mb() {
  std::ifstream in("/proc/self/statm");
  long whole = 0, resident = 0;
  in >> whole >> resident;
  return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1048576.0;
}

int count_from(const char* name, int otherwise) {
  const char* given = std::getenv(name);
  return given == nullptr ? otherwise : std::atoi(given);
}

// The processor paints, as it does on every kiosk without a GPU; a quarter of the pixels, to be done sooner.
ui::GlassOptions small_glass() {
  ui::GlassOptions options;
  options.width_px = count_from("MANGNON_WIDTH", 960);
  options.height_px = options.width_px * 9 / 16;
  options.offscreen = true;
  options.painter = ui::Painter::processor;
  options.assets = MANGNON_SOURCE_DIR "/assets";
  return options;
}

class LongLife : public testing::Test {
 protected:
  void SetUp() override {
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "a sanitizer's memory says nothing about ours: run the release build";
#endif
    opened_ = ui::open_glass(small_glass());
    ASSERT_TRUE(opened_) << opened_.words;
    Result<Campaign> campaign = load_campaign(MANGNON_SOURCE_DIR "/assets/campaign/lang-son-2025.json");
    Result<Strings> strings = load_strings();
    ASSERT_TRUE(campaign && strings);
    campaign_ = *std::move(campaign);
    strings_ = *std::move(strings);
    guests_ = sample_guests();
    terms_.guests = &guests_;
    folder_ = std::filesystem::current_path() / ("endurance-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    const std::string journal = (folder_ / "kiosk.db").string();
    RecorderOptions options;
    options.open = [this, journal] { return open_own({journal, campaign_.id, "endurance", "endurance"}); };
    options.campaign = campaign_.id;
    recorder_.emplace(std::move(options));
    totals_.emplace(journal, nullptr);
  }
  void TearDown() override {
    totals_.reset();
    recorder_.reset();
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
  }

  Moment moment() const {
    Moment out{now_ms_, utc_now_us(), {new_visit_id(), random_8(), {}, new_seed()}};
    for (Salt& salt : out.chance.salts) salt = new_salt();
    return out;
  }
  void take(Step step) {
    visit_ = std::move(step.next);
    if (!step.record) return;
    orders_ += std::holds_alternative<Pledged>(step.record->facts.front()) ? 1 : 0;
    recorder_->record(*step.record);
    forget_names(*step.record);
  }
  // What main does in one turn of its loop.
  void turn(std::int64_t passed_ms) {
    now_ms_ += passed_ms;
    const Visit before = visit_;
    ui::Glass& glass = *opened_.glass;
    const ui::InputTaken taken = ui::take_input(glass);
    if (taken.touched) visit_ = advance_touch(visit_, now_ms_);
    for (const ui::Input& input : taken.inputs) {
      if (input.kind == ui::InputKind::text) take(advance_typed(visit_, input.text.view(), terms_, moment()));
    }
    for (const Report& report : recorder_->take_reports()) take(advance_report(visit_, report, terms_, moment()));
    take(advance_time(visit_, terms_, moment()));
    Sight sight{visit_, terms_, strings_, now_ms_, utc_now_us()};
    static const Surroundings surroundings = sample_surroundings();
    sight.surroundings = &surroundings;
    if (const std::optional<Total> total = totals_->now()) sight.total = LiveTotal{total->count, total->pledged};
    const ui::Canvas canvas = ui::begin_frame(glass);
    const std::optional<Tap> tap = draw_visit(canvas, sight);
    targets_ = canvas.targets->now;
    canvas_ = canvas.size;
    ui::end_frame(glass);
    if (tap) take(advance(visit_, *tap, terms_, moment()));
    if (visit_ended(before, visit_)) {
      ui::forget_words(glass);
      ui::forget_input(glass);
      shed_ += ui::shed_letters(glass) ? 1 : 0;
    }
    ++seen_[screen_name(visit_.screen)];
  }
  bool is_waiting() const { return std::holds_alternative<Recording>(visit_.screen); }
  bool is_over() const {
    return std::holds_alternative<Attract>(visit_.screen) && visit_.panel == Panel::none && !visit_.call.open;
  }

  // From the first screen to the first screen.
  void whole_visit(Visitor& visitor) {
    turn(400);
    bool begun = false;
    for (int i = 0; i < kTurnsMost && !(begun && is_over()); ++i) {
      visitor.act(visit_, targets_, canvas_);
      turn(400);
      turn(400);
      while (is_waiting()) {
        std::this_thread::sleep_for(std::chrono::microseconds(300));
        turn(1);
      }
      begun = begun || !is_over();
    }
    while (!is_over()) turn(20'000);
  }

  ui::GlassOpened opened_;
  Campaign campaign_;
  Strings strings_;
  GuestBook guests_;
  Terms terms_{campaign_};
  std::filesystem::path folder_;
  std::optional<Recorder> recorder_;
  std::optional<Totals> totals_;
  Visit visit_;
  std::int64_t now_ms_ = 1'000'000;
  std::vector<ui::Target> targets_;
  ui::Size canvas_;
  std::int64_t orders_ = 0;
  int shed_ = 0;
  std::map<std::string_view, int> seen_;
};

TEST_F(LongLife, TenThousandVisitsLeaveNothingBehind) {
  const int visits = count_from("MANGNON_VISITS", 10'000);
  // Letters fill their pages and are dropped, again and again: peaks are compared, not moments.
  const int warm = visits * 3 / 10;
  Visitor visitor{2025};
  double warm_peak_mb = 0, later_peak_mb = 0;
  for (int done = 1; done <= visits; ++done) {
    whole_visit(visitor);
    double& peak_mb = done <= warm ? warm_peak_mb : later_peak_mb;
    peak_mb = std::max(peak_mb, resident_mb());
    if (done == 100 || done % 1000 == 0) {
      std::printf("%6d visits: %.1f MB resident, %lld pledges, letters dropped %d times\n", done, resident_mb(),
                  static_cast<long long>(orders_), shed_);
      std::fflush(stdout);
    }
  }
  for (const auto& [screen, turns] : seen_) std::printf("%s %d, ", std::string(screen).c_str(), turns);
  std::printf("\n");
  EXPECT_GT(orders_, visits / 4) << "visitors must reach their thanks";
  std::printf("highest in the first %d visits: %.1f MB, later: %.1f MB\n", warm, warm_peak_mb, later_peak_mb);
  EXPECT_LT(later_peak_mb - warm_peak_mb, kGrowthMostMb);
}

// A day is 2.6 million pictures at thirty a second; one every half second sees every fact and every place of all that
// drifts as well.
TEST_F(LongLife, ADayAloneLeavesNothingBehind) {
  const int frames = count_from("MANGNON_FRAMES", 172'800);
  for (int frame = 0; frame < 5000; ++frame) turn(500);
  const double warm_mb = resident_mb();
  for (int frame = 0; frame < frames; ++frame) turn(500);
  std::printf("%d pictures of the first screen: %.1f MB, then %.1f MB resident\n", frames, warm_mb, resident_mb());
  EXPECT_TRUE(is_over());
  EXPECT_LT(resident_mb() - warm_mb, kGrowthMostMb);
}

}  // namespace
}  // namespace mn::kiosk
