// The real display under virtual X servers: what it costs while it counts up, celebrates and rests, how soon its first
// picture comes, and how long from an append to the pixel; the fullest moments of a hall beside it.
#include <fmt/format.h>
#include <time.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "journal/chance.h"
#include "journal/file.h"
#include "journal/open.h"
#include "tests/bench/bare_window.h"
#include "tests/bench/display_latency.h"
#include "tests/bench/figures.h"
#include "tests/bench/usage.h"
#include "tests/bench/virtual_screen.h"

namespace mn::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

void sleep_ms(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

double monotonic_ms() { return static_cast<double>(monotonic_ns()) / 1e6; }

Figure figure(const std::string& name, const std::string& unit, double ours, const std::string& aim, bool met) {
  Figure out{name, unit, ours, 0, "", aim, true};
  out.met = aim.empty() || met;
  return out;
}
Figure at_most(const std::string& name, const std::string& unit, double ours, double most) {
  // Nothing at all: nothing was measured. A share of a core may well be that small.
  return figure(name, unit, ours, fmt::format("≤ {} {}", most, unit), ours <= most && (ours > 0 || unit == "%"));
}

// One of the program's frames; see ui/counts.h.
struct Frame {
  double number = 0;  // frames that changed nothing have one too, and no line
  double at_ms = 0;
  double cpu_ms = 0;
  double touched = 0;
  double overdraw = 0;
};

class Display {
 public:
  Display(const fs::path& programs, const fs::path& folder, const VirtualScreen& screen, const std::string& name,
          const std::vector<std::string>& more)
      : counts_(folder / ("counts-" + name)),
        states_(folder / ("states-" + name)),
        program_(demo::Command{"display",
                               arguments(programs, states_, screen, more),
                               {{"DISPLAY", screen.x_display}, {"MANGNON_COUNTS", counts_.string()}},
                               folder / "display.log"}) {
    started_ms_ = monotonic_ms();
    (void)program_.start().ok();
  }
  // Milliseconds from the start to a picture at rest with that total; 0 when it does not come.
  double first_right_ms(std::int64_t pledged) const {
    const std::string wanted = fmt::format("\"pledged\":{},", pledged);
    while (monotonic_ms() < started_ms_ + 10'000) {
      std::ifstream in(states_);
      for (std::string line; std::getline(in, line);) {
        if (line.find(wanted) != std::string::npos) return monotonic_ms() - started_ms_;
      }
      std::this_thread::sleep_for(std::chrono::microseconds(500));
    }
    return 0;
  }
  std::vector<Frame> frames(double from_ms, double to_ms) const {
    std::vector<Frame> out;
    std::ifstream in(counts_);
    for (std::string line; std::getline(in, line);) {
      const nlohmann::json read = nlohmann::json::parse(line, nullptr, false);
      if (read.is_discarded()) continue;
      const Frame frame{read.value("frame", 0.0), read.value("at_ms", 0.0), read.value("cpu_ms", 0.0),
                        read.value("touched", 0.0), read.value("overdraw", 0.0)};
      if (frame.at_ms >= from_ms && frame.at_ms < to_ms) out.push_back(frame);
    }
    return out;
  }
  pid_t pid() const { return program_.pid(); }

 private:
  static std::vector<std::string> arguments(const fs::path& programs, const fs::path& states,
                                            const VirtualScreen& screen, const std::vector<std::string>& more) {
    std::vector<std::string> out = {(programs / "mangnon-display").string(),
                                    "--windowed",
                                    "--size",
                                    fmt::format("{}x{}", screen.width_px, screen.height_px),
                                    "--state-file",
                                    states.string()};
    out.insert(out.end(), more.begin(), more.end());
    return out;
  }
  fs::path counts_;
  fs::path states_;
  demo::Program program_;
  double started_ms_ = 0;
};

// A journal that this process writes.
class Book {
 public:
  Book(const fs::path& file, const CampaignId& campaign)
      : campaign_(campaign), own_(open_own({file.string(), campaign, "mangnon-bench", "bench"})) {}
  bool ok() const { return own_.ok(); }
  std::int64_t pledged() const { return pledged_; }
  bool pledge(std::int64_t amount) {
    const Result<Head> head = own_->journal->head(own_->origin);
    if (!head) return false;
    Pledged said;
    said.amount = {amount};
    said.code = make_code(random_8());
    said.giver = Giver::person;
    const Append append{new_visit_id(), utc_now_us(), {said, Named{"Hoàng Thị Mận", {}}}, {new_salt(), new_salt()}};
    const Run run = seal(campaign_, *head, append, own_->keys);
    pledged_ += amount;
    return own_->journal->append({&run, 1}).ok();
  }

 private:
  CampaignId campaign_;
  Result<Own> own_;
  std::int64_t pledged_ = 0;
};

struct Motion {
  double cpu_ms = 0;  // a frame
  double fps = 0;
};
Motion motion_of(const std::vector<Frame>& frames) {
  if (frames.size() < 3) return {};
  const double steps = frames.back().number - frames.front().number;
  const double passed_ms = frames.back().at_ms - frames.front().at_ms;
  return {(frames.back().cpu_ms - frames.front().cpu_ms) / steps, steps * 1000 / passed_ms};
}

double median(const std::vector<double>& samples) { return percentile(samples, 50); }

// Processor time of another program, nanoseconds fine.
double processor_ms(pid_t pid) {
  clockid_t clock = 0;
  timespec used{};
  if (::clock_getcpuclockid(pid, &clock) != 0 || ::clock_gettime(clock, &used) != 0) return 0;
  return static_cast<double>(used.tv_sec) * 1000 + static_cast<double>(used.tv_nsec) / 1e6;
}

// The campaign with another goal, so that a few pledges reach it.
fs::path campaign_with_goal(const fs::path& folder, std::int64_t goal) {
  std::ifstream in(asset_path("campaign/lang-son-2025.json"));
  nlohmann::json campaign = nlohmann::json::parse(in, nullptr, false);
  if (campaign.is_discarded()) return {};
  campaign["goal"] = goal;
  const fs::path file = folder / "campaign.json";
  std::ofstream(file) << campaign.dump();
  return file;
}

// Ten count-ups; then the goal, and its celebration.
void measure_motion(std::vector<Figure>& out, const fs::path& programs, const fs::path& folder,
                    const VirtualScreen& screen, bool quick) {
  const std::string size = fmt::format(" {}×{}", screen.width_px, screen.height_px);
  const bool small = screen.width_px <= 1920;
  constexpr std::int64_t kGoal = 50'000'000;
  const fs::path campaign_file = campaign_with_goal(folder, kGoal);
  const Result<Campaign> campaign = load_campaign(campaign_file);
  if (!campaign) return fmt::print(stderr, "bench: {}\n", campaign.failure().words);
  const fs::path journal = folder / fmt::format("motion-{}.db", screen.width_px);
  Book book(journal, campaign->id);
  if (!book.ok() || !book.pledge(1'000'000)) return;
  Display display(programs, folder, screen, "motion" + size,
                  {"--journal", journal.string(), "--campaign", campaign_file.string()});
  if (display.first_right_ms(book.pledged()) == 0) return fmt::print(stderr, "bench: no picture comes\n");
  sleep_ms(1500);
  std::vector<double> cpu_ms;
  std::vector<double> fps;
  for (int sample = 0; sample < (quick ? 4 : 10); ++sample) {
    const double start_ms = monotonic_ms();
    if (!book.pledge(1'234'000)) return;
    sleep_ms(4200);
    const Motion motion = motion_of(display.frames(start_ms, start_ms + 1400));
    cpu_ms.push_back(motion.cpu_ms);
    fps.push_back(motion.fps);
  }
  const auto often = fmt::format(" ({} count-ups)", cpu_ms.size());
  out.push_back(small ? at_most("display: count-up, CPU a frame" + size + often, "ms", median(cpu_ms), 3)
                      : figure("display: count-up, CPU a frame" + size + often, "ms", median(cpu_ms), "", true));
  out.push_back(figure("display: count-up, frames a second" + size, "", median(fps), "≥ 59", median(fps) >= 59));
  const double idle_from_ms = monotonic_ms();
  const double idle_before = processor_ms(display.pid());
  sleep_ms(quick ? 8000 : 30'000);
  const double share = 100 * (processor_ms(display.pid()) - idle_before) / (monotonic_ms() - idle_from_ms);
  out.push_back(at_most("display: at rest, of a core" + size, "%", share, 0.3));
  const Memory memory = memory_of(display.pid());
  out.push_back(small ? at_most("display: memory, resident" + size, "MB", memory.resident_mb, 60)
                      : figure("display: memory, resident" + size, "MB", memory.resident_mb, "", true));
  out.push_back(figure("the same, shared pages divided" + size, "MB", memory.proportional_mb, "", true));
  if (!book.pledge(kGoal)) return;
  const double reached_ms = monotonic_ms();
  sleep_ms(10'000);
  const Motion feast = motion_of(display.frames(reached_ms + 1600, reached_ms + 9000));
  out.push_back(small ? at_most("display: goal reached, CPU a frame" + size, "ms", feast.cpu_ms, 8)
                      : figure("display: goal reached, CPU a frame" + size, "ms", feast.cpu_ms, "", true));
  out.push_back(figure("display: goal reached, frames a second" + size, "", feast.fps, "≥ 59", feast.fps >= 59));
}

// The fullest moments of a hall, as ui/ alone draws them: 300 sprites, light and the number; two scenes in each other.
void measure_stage(std::vector<Figure>& out, const fs::path& programs, const fs::path& folder,
                   const VirtualScreen& screen) {
  for (const char* scene : {"celebration", "fade"}) {
    const demo::Command command{"stage",
                                {(programs / "mangnon-stage-load").string(), "--scene", scene, "--width",
                                 std::to_string(screen.width_px), "--height", std::to_string(screen.height_px)},
                                {{"DISPLAY", screen.x_display}},
                                folder / "stage.log"};
    const Result<demo::Ran> ran = demo::run(command, 60);
    const nlohmann::json read = nlohmann::json::parse(ran ? ran->output : "", nullptr, false);
    const double cpu_ms = read.is_object() ? read.value("cpu_ms", 0.0) : 0;
    const double fps = read.is_object() ? read.value("fps", 0.0) : 0;
    const std::string name =
        fmt::format("{}, CPU a frame {}×{} at {:.0f} fps",
                    std::string_view(scene) == "fade" ? "two whole scenes cross-fading" : "300 sprites, light, number",
                    screen.width_px, screen.height_px, fps);
    out.push_back(screen.width_px <= 1920 ? at_most(name, "ms", cpu_ms, 8) : figure(name, "ms", cpu_ms, "", true));
  }
}

void measure_start(std::vector<Figure>& out, const fs::path& programs, const fs::path& folder,
                   const VirtualScreen& screen, const fs::path& journal, std::int64_t pledged, const std::string& what,
                   double most_ms) {
  std::vector<double> first_ms;
  for (int sample = 0; sample < 5; ++sample) {
    Display display(programs, folder, screen, fmt::format("start-{}-{}-{}", what, screen.width_px, sample),
                    {"--journal", journal.string()});
    first_ms.push_back(display.first_right_ms(pledged));
  }
  out.push_back(
      at_most(fmt::format("display: first right picture {}×{}, {} (of 5)", screen.width_px, screen.height_px, what),
              "ms", median(first_ms), most_ms));
}

void measure_latency(std::vector<Figure>& out, const fs::path& programs, const fs::path& folder,
                     const VirtualScreen& screen, int pledges_before, int samples, const std::vector<double>& bare) {
  DisplayLatencySetup setup;
  setup.program = programs / "mangnon-display";
  setup.folder = folder / fmt::format("after-{}", pledges_before);
  setup.x_display = screen.x_display;
  setup.samples = samples;
  setup.pledges_before = pledges_before;
  const Result<std::vector<double>> measured = measure_display_latency(setup);
  if (!measured) fmt::print(stderr, "bench: {}\n", measured.failure().words);
  const std::vector<double> ours = measured ? *measured : std::vector<double>{};
  for (const auto& [percent, most] : {std::pair{50.0, 3.0}, std::pair{99.0, 8.0}}) {
    Figure next = at_most(
        fmt::format("append → pixel after {} pledges, p{:.0f} ({} samples)", pledges_before, percent, ours.size()),
        "ms", percentile(ours, percent), most);
    next.baseline = percentile(bare, percent);
    next.baseline_name = "bare X window, a band of plain pixels";
    out.push_back(next);
  }
}

}  // namespace

std::vector<Figure> bench_display(const std::string& programs, bool quick) {
  const fs::path folder = fs::current_path() / ("bench-display-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  std::vector<Figure> out;
  {
    const VirtualScreen bare_screen = open_virtual_screen(folder, 880, 1920, 1080);
    const std::vector<double> bare = measure_bare_window(bare_screen.x_display, quick ? 50 : 300);
    const VirtualScreen hall = open_virtual_screen(folder, 920, 1920, 1080);
    const Result<Campaign> campaign = load_campaign({});
    const fs::path journal = folder / "start.db";
    if (campaign) {
      Book book(journal, campaign->id);
      for (int pledge = 0; pledge < 10 && book.ok(); ++pledge) (void)book.pledge(500'000);
      measure_start(out, programs, folder, hall, journal, book.pledged(), "10 pledges", 300);
    }
    measure_motion(out, programs, folder, hall, quick);
    measure_stage(out, programs, folder, hall);
    for (const int before : {10, quick ? 10'000 : 100'000}) {
      measure_latency(out, programs, folder, hall, before, quick ? 15 : 60, bare);
    }
    const VirtualScreen large = open_virtual_screen(folder, 940, 3840, 2160);
    measure_motion(out, programs, folder, large, quick);
    measure_stage(out, programs, folder, large);
  }
  fs::remove_all(folder);
  return out;
}

}  // namespace mn::bench
