#include "tests/bench/display_latency.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "journal/chance.h"
#include "journal/file.h"
#include "journal/open.h"
#include "tests/bench/paint_watch.h"

namespace mn::bench {
namespace {

using namespace std::chrono_literals;

// The display program, ended with this.
class Window {
 public:
  explicit Window(const DisplayLatencySetup& setup, const std::string& journal) {
    pid_ = ::fork();
    if (pid_ != 0) return;
    ::setenv("DISPLAY", setup.x_display.c_str(), 1);
    const std::string size = std::to_string(setup.width_px) + "x" + std::to_string(setup.height_px);
    ::execl(setup.program.c_str(), "mangnon-display", "--journal", journal.c_str(), "--windowed", "--size",
            size.c_str(), nullptr);
    ::_exit(127);
  }
  ~Window() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
  }
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  bool runs() const { return pid_ > 0 && ::waitpid(pid_, nullptr, WNOHANG) == 0; }

 private:
  pid_t pid_ = -1;
};

Run next_pledge(const Own& own, const CampaignId& campaign, const Head& head) {
  Pledged said;
  said.amount = {500'000};
  said.code = make_code(random_8());
  said.giver = Giver::person;
  Append append{new_visit_id(), utc_now_us(), {said, Named{"Hoàng Thị Mận", {}}}, {new_salt(), new_salt()}};
  return seal(campaign, head, append, own.keys);
}

// So many pledges, before anybody looks.
Done fill(const Own& own, const CampaignId& campaign, int pledges) {
  constexpr int kRunsAtOnce = 500;
  Result<Head> head = own.journal->head(own.origin);
  if (!head) return head.failure();
  for (int done = 0; done < pledges;) {
    std::vector<Run> runs;
    for (; done < pledges && runs.size() < kRunsAtOnce; ++done) {
      runs.push_back(next_pledge(own, campaign, *head));
      *head = {head->origin, runs.back().back().header.seq, runs.back().back().digest};
    }
    const Result<std::vector<Answer>> answers = own.journal->append(runs);
    if (!answers) return answers.failure();
  }
  return {};
}

}  // namespace

Result<std::vector<double>> measure_display_latency(const DisplayLatencySetup& setup) {
  const Result<Campaign> campaign = load_campaign({});
  if (!campaign) return campaign.failure();
  std::filesystem::create_directories(setup.folder);
  const std::string journal = (setup.folder / "display-latency.db").string();
  Result<Own> own = open_own({journal, campaign->id, "mangnon-bench", "bench"});
  if (!own) return own.failure();
  if (Done filled = fill(*own, campaign->id, setup.pledges_before); !filled) return filled.failure();
  PaintWatch screen(setup.x_display);
  if (!screen.ok()) return Failure{Cause::unavailable, "no X server with DAMAGE at " + setup.x_display};
  const Window window(setup, journal);

  // The number's band of the wide layout: a sixth to a third of the height.
  const int top = setup.height_px / 6;
  const int bottom = setup.height_px / 3;
  std::this_thread::sleep_for(3s);
  if (!window.runs()) return Failure{Cause::unavailable, setup.program.string() + " ended by itself"};

  std::vector<double> latencies_ms;
  for (int sample = 0; sample < setup.samples; ++sample) {
    const Result<Head> head = own->journal->head(own->origin);
    if (!head) return head.failure();
    const Run run = next_pledge(*own, campaign->id, *head);
    const std::vector<char> before = screen.rows(setup.width_px, top, bottom);
    screen.forget();
    const Result<std::vector<Answer>> answers = own->journal->append(std::span(&run, 1));
    const auto appended = std::chrono::steady_clock::now();
    if (!answers) return answers.failure();
    if (!screen.painted(top, bottom, appended + 2s)) return Failure{Cause::unavailable, "no pixel changed in 2 s"};
    const auto seen = std::chrono::steady_clock::now();
    if (screen.rows(setup.width_px, top, bottom) != before) {
      latencies_ms.push_back(std::chrono::duration<double, std::milli>(seen - appended).count());
    }
    std::this_thread::sleep_for(1900ms);
  }
  return latencies_ms;
}

}  // namespace mn::bench
