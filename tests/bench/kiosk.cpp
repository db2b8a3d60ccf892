// The real kiosk under a virtual X server: how soon it answers a finger, a confirmation and its own start, and what it
// uses while nobody is there.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <thread>

#include "journal/file.h"
#include "tests/bench/bare_window.h"
#include "tests/bench/figures.h"
#include "tests/bench/paint_watch.h"
#include "tests/bench/usage.h"
#include "tests/bench/virtual_screen.h"
#include "tests/demo/finger.h"
#include "tests/demo/glass_view.h"

namespace mn::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using demo::Touchable;
constexpr double kFrameMs = 1000.0 / 60;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}
void sleep_ms(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

// A kiosk on a screen of its own: its window, and what it says can be touched.
class Bench {
 public:
  Bench(const fs::path& programs, const fs::path& folder, const VirtualScreen& screen, const std::string& name,
        std::vector<std::string> more)
      : screen_(screen), targets_(folder / ("targets-" + name)), finger_(screen.x_display) {
    std::vector<std::string> arguments = {(programs / "mangnon-kiosk").string(),
                                          "--windowed",
                                          "--size",
                                          fmt::format("{}x{}", screen.width_px, screen.height_px),
                                          "--targets",
                                          targets_.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    kiosk_.emplace(demo::Command{"kiosk", std::move(arguments), {{"DISPLAY", screen.x_display}}, folder / "kiosk.log"});
    view_.emplace(targets_);
    started_ = Clock::now();
    if (!kiosk_->start()) kiosk_.reset();
  }
  bool wait_for(const std::string& screen, int timeout_ms = 10'000) {
    const Clock::time_point start = Clock::now();
    while (ms_since(start) < timeout_ms) {
      view_->refresh();
      if (view_->now().screen == screen && !view_->now().touchables.empty()) return true;
      std::this_thread::sleep_for(std::chrono::microseconds(100));
    }
    return false;
  }
  const std::vector<Touchable>& touchables() const { return view_->now().touchables; }
  std::optional<Touchable> labelled(const std::string& beginning) const {
    for (const Touchable& touchable : touchables()) {
      if (touchable.enabled && touchable.label.starts_with(beginning)) return touchable;
    }
    return std::nullopt;
  }
  bool tap(const std::string& beginning) {
    const std::optional<Touchable> target = labelled(beginning);
    return target && finger_.tap(middle_x(*target), middle_y(*target), 40);
  }
  static int middle_x(const Touchable& target) { return static_cast<int>(target.x + target.width / 2); }
  static int middle_y(const Touchable& target) { return static_cast<int>(target.y + target.height / 2); }
  const VirtualScreen& screen() const { return screen_; }
  demo::Finger& finger() { return finger_; }
  Clock::time_point started() const { return started_; }
  pid_t pid() const { return child_named("mangnon-kiosk"); }

 private:
  const VirtualScreen& screen_;
  fs::path targets_;
  demo::Finger finger_;
  std::optional<demo::Program> kiosk_;
  std::optional<demo::GlassView> view_;
  Clock::time_point started_;
};

// A finger comes down on a control, the glass answers, and the finger slides off, so that nothing is chosen.
std::vector<double> measure_press(Bench& kiosk, const std::string& label, int samples) {
  const std::optional<Touchable> target = kiosk.labelled(label);
  if (!target) return {};
  const int top = static_cast<int>(target->y);
  PaintWatch watch(kiosk.screen().x_display);
  std::vector<double> out;
  for (int i = 0; i < samples; ++i) {
    sleep_ms(250);  // the control has come up again
    watch.forget();
    const Clock::time_point start = Clock::now();
    kiosk.finger().press(Bench::middle_x(*target), Bench::middle_y(*target));
    if (!watch.painted(top, top + static_cast<int>(target->height), start + std::chrono::seconds(1))) break;
    out.push_back(ms_since(start));
    kiosk.finger().release_at(kiosk.screen().width_px - 3, kiosk.screen().height_px - 3);
  }
  return out;
}

// One block of the disk: what a commit cannot do without.
double measure_fsync(const fs::path& file) {
  const int opened = ::open(file.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  const std::string block(4096, 'x');
  const Clock::time_point start = Clock::now();
  if (::write(opened, block.data(), block.size()) < 0 || ::fdatasync(opened) != 0) return 0;
  const double out = ms_since(start);
  ::close(opened);
  return out;
}

struct Visits {
  std::vector<double> next_screen_ms;  // from a tap's lift to the picture of the next screen, all but the confirmation
  std::vector<double> thanks_ms;       // from the confirmation's lift to the picture of the thanks
  std::vector<double> fsync_ms;        // in between, in the same folder
};

// Whole visits of unnamed donors.
Visits measure_visits(Bench& kiosk, const Strings& strings, const fs::path& folder, int visits) {
  const auto word = [&](std::string_view key) { return strings.text(Language::vi, key); };
  struct Stop {
    std::string label;
    std::string next;
  };
  const std::vector<Stop> way = {{word("attract.touch"), "amount"},
                                 {"500.000", "who"},
                                 {word("name.anon"), "review"},
                                 {word("btn.confirm"), "thanks"},
                                 {word("btn.done"), "attract"}};
  Visits out;
  for (int i = 0; i < visits; ++i) {
    if (!kiosk.wait_for("attract")) return out;
    for (const Stop& stop : way) {
      sleep_ms(800);  // the screen has come in, and no tap is the second half of a double tap
      (void)kiosk.wait_for(stop.next, 1);
      if (!kiosk.tap(stop.label)) {
        fmt::print(stderr, "bench: nothing to touch that begins with {}\n", stop.label);
        return out;
      }
      const Clock::time_point lifted = Clock::now();
      if (!kiosk.wait_for(stop.next, 3000)) return out;
      (stop.next == "thanks" ? out.thanks_ms : out.next_screen_ms).push_back(ms_since(lifted));
    }
    out.fsync_ms.push_back(measure_fsync(folder / "fsync"));
  }
  return out;
}

Figure figure(const std::string& name, const std::string& unit, double ours, double most) {
  Figure out{name, unit, ours, 0, "", most > 0 ? fmt::format("≤ {:.0f} {}", most, unit) : "", true};
  // No milliseconds at all: nothing was measured. A share of a core may well be 0.
  out.met = most <= 0 || (ours <= most && (ours > 0 || unit == "%"));
  return out;
}

void add_latency(std::vector<Figure>& out, const std::string& name, const std::vector<double>& ours,
                 const std::vector<double>& baseline, const std::string& baseline_name, double most) {
  for (const double percent : {50.0, 99.0}) {
    Figure next = figure(fmt::format("{}, p{:.0f} ({} samples)", name, percent, ours.size()), "ms",
                         percentile(ours, percent), most);
    next.baseline = percentile(baseline, percent);
    next.baseline_name = baseline_name;
    out.push_back(next);
  }
}

}  // namespace

std::vector<Figure> bench_kiosk(const std::string& programs, int width_px, int height_px, bool quick) {
  const fs::path folder = fs::current_path() / ("bench-kiosk-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const Result<Strings> strings = load_strings();
  std::vector<Figure> out;
  const std::string size = fmt::format(" {}×{}", width_px, height_px);
  if (strings) {
    const VirtualScreen bare_screen = open_virtual_screen(folder, 880, 1920, 1080);
    const std::vector<double> bare = measure_bare_window(bare_screen.x_display, quick ? 50 : 300);
    const VirtualScreen screen = open_virtual_screen(folder, 900, width_px, height_px);
    const auto journal = [&](int number) { return (folder / fmt::format("kiosk-{}.db", number)).string(); };
    std::vector<double> first_ms;
    for (int i = 0; i < 3; ++i) {
      Bench kiosk(programs, folder, screen, fmt::format("start-{}", i), {"--journal", journal(i)});
      if (kiosk.wait_for("attract")) first_ms.push_back(ms_since(kiosk.started()));
    }
    out.push_back(figure("first picture" + size, "ms", percentile(first_ms, 50), 0));
    struct Press {
      std::string preview, label;
    };
    const auto word = [&](std::string_view key) { return strings->text(Language::vi, key); };
    for (const Press& press : {Press{"attract", word("attract.touch")}, Press{"amount", "500.000"}, Press{"name", "n"},
                               Press{"review", word("btn.confirm")}, Press{"thanks", word("btn.done")}}) {
      Bench kiosk(programs, folder, screen, press.preview, {"--preview", press.preview, "--reduced-motion"});
      if (!kiosk.wait_for(press.preview)) continue;
      sleep_ms(600);
      add_latency(out, "touch → pixel, " + press.preview + size, measure_press(kiosk, press.label, quick ? 20 : 100),
                  bare, "bare X window, a band of plain pixels", std::round(kFrameMs));
    }
    Bench kiosk(programs, folder, screen, "real", {"--journal", journal(9), "--print-to", "none"});
    (void)kiosk.wait_for("attract");
    sleep_ms(4000);
    const double seconds = quick ? 8 : 30;
    out.push_back(figure("first screen moving, of a core" + size, "%", processor_percent(kiosk.pid(), seconds), 15));
    out.push_back(figure("memory before the first visit, resident" + size, "MB", memory_of(kiosk.pid()).resident_mb,
                         width_px * height_px <= 1920 * 1080 ? 130 : 0));
    const Visits visits = measure_visits(kiosk, *strings, folder, quick ? 5 : 30);
    add_latency(out, "tap → next screen's picture" + size, visits.next_screen_ms, bare,
                "bare X window, a band of plain pixels", 0);
    for (const double percent : {50.0, 99.0}) {
      const double fsync = percentile(visits.fsync_ms, percent);
      Figure next =
          figure(fmt::format("confirm → thanks{}, p{:.0f} ({} samples)", size, percent, visits.thanks_ms.size()), "ms",
                 percentile(visits.thanks_ms, percent), fsync + 2 * kFrameMs);
      next.baseline = fsync;
      next.baseline_name = "one fdatasync of 4 KB, same folder";
      next.aim = fmt::format("≤ one fdatasync + {:.0f} ms", 2 * kFrameMs);
      out.push_back(next);
    }
    const Memory memory = memory_of(kiosk.pid());
    out.push_back(figure("memory after these visits, resident" + size, "MB", memory.resident_mb,
                         width_px * height_px <= 1920 * 1080 ? 130 : 0));
    out.push_back(figure("the same, shared pages divided" + size, "MB", memory.proportional_mb, 0));
    if (kiosk.wait_for("attract") && kiosk.tap(word("attract.touch")) && kiosk.wait_for("amount")) {
      sleep_ms(1000);
      out.push_back(figure("a waiting screen, of a core" + size, "%", processor_percent(kiosk.pid(), seconds), 1));
    }
  }
  fs::remove_all(folder);
  return out;
}

}  // namespace mn::bench
