#include "tests/demo/stage.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "journal/file.h"

namespace mn::demo {
namespace {

namespace fs = std::filesystem;
constexpr int kReadyWaitMs = 15000;
constexpr int kPortBytesMax = 64;
constexpr std::size_t kCampaignBytesMax = 1U << 20U;

}  // namespace

Stage::Stage(StageOptions options) : options_(std::move(options)) {}

Stage::~Stage() {
  // Last started, first ended: X servers go after the windows on them.
  while (!programs_.empty()) programs_.pop_back();
}

std::size_t Stage::add(const std::string& name, std::vector<std::string> arguments, const std::string& x_display) {
  Command command{name, std::move(arguments), {}, log(name)};
  if (!x_display.empty()) {
    command.environment = {{"DISPLAY", x_display}, {"SDL_VIDEODRIVER", "x11"}};
  }
  const std::lock_guard hold(mutex_);
  programs_.push_back(std::make_unique<Program>(std::move(command)));
  return programs_.size() - 1;
}

Result<std::string> Stage::start_x(const std::string& name) {
  if (!options_.headless) return std::string();
  // A number of our own per process keeps two demos on one machine apart; a taken one is skipped.
  static int next = 100 + static_cast<int>(::getpid() % 400) * 10;
  for (int tries = 0; tries < 20; ++tries, ++next) {
    if (fs::exists(fmt::format("/tmp/.X11-unix/X{}", next)) || fs::exists(fmt::format("/tmp/.X{}-lock", next)))
      continue;
    const std::string x_display = fmt::format(":{}", next++);
    const std::size_t at =
        add(name, {"Xvfb", x_display, "-screen", "0", fmt::format("{}x{}x24", options_.width, options_.height),
                   "-nolisten", "tcp", "-noreset"});
    if (Done started = programs_[at]->start(); !started) return started.failure();
    for (int waited = 0; waited < kReadyWaitMs; waited += 20) {
      if (Finger(x_display).connected()) return x_display;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return Failure{Cause::unavailable, "Xvfb did not come up on " + x_display + "; see " + log(name)};
  }
  return Failure{Cause::unavailable, "no free display number for Xvfb"};
}

Result<Ran> Stage::mangnon(std::vector<std::string> arguments, int timeout_s) {
  const std::string verb = arguments.empty() ? "" : arguments.front();
  arguments.insert(arguments.begin(), program("mangnon"));
  Result<Ran> ran = run({"mangnon " + verb, std::move(arguments), {}, log("mangnon")}, timeout_s);
  if (ran && ran->exit_code != 0) {
    return Failure{Cause::unavailable,
                   fmt::format("mangnon {} ended with {}; see {}", verb, ran->exit_code, log("mangnon"))};
  }
  return ran;
}

Result<Ran> Stage::preview(const std::string& screen, const fs::path& file) {
  return run({"preview",
              {program("mangnon-kiosk"), "--campaign", options_.campaign, "--preview", screen, "--windowed", "--size",
               fmt::format("{}x{}", options_.width, options_.height), "--screenshot", file, "--after", "0.5"},
              {{"SDL_VIDEODRIVER", "offscreen"}},
              log("preview")},
             30);
}

Done Stage::enrol(const std::string& hub, const std::string& who, const std::string& role, const std::string& name) {
  const Result<Ran> ran = mangnon(
      {"enrol", "--journal", journal(hub), "--card", journal(who).string() + ".pub", "--role", role, "--name", name});
  return ran ? Done{} : Done{ran.failure()};
}

Result<std::string> Stage::wait_for_port(const fs::path& port_file) {
  for (int waited = 0; waited < kReadyWaitMs; waited += 20) {
    if (const Result<std::string> text = read_file(port_file.string(), kPortBytesMax); text && !text->empty()) {
      return "http://127.0.0.1:" + text->substr(0, text->find_first_not_of("0123456789"));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return Failure{Cause::unavailable, "the hub did not say its port in " + port_file.string()};
}

Done Stage::make_files() {
  const fs::path key = file("fund-contact.key");
  const Result<Ran> made = mangnon({"contact-key", "new", "--out", key});
  if (!made) return made.failure();
  const Result<std::string> text = read_file(options_.campaign, kCampaignBytesMax);
  if (!text) return text.failure();
  nlohmann::json campaign = nlohmann::json::parse(*text, nullptr, false);
  if (!campaign.is_object()) return Failure{Cause::bad_input, options_.campaign.string() + " is no campaign file"};
  campaign["contact_key"] = made->output.substr(0, made->output.find('\n'));
  options_.campaign = file("campaign.json");
  if (Done done = write_file(options_.campaign, campaign.dump(2) + "\n"); !done) return done;
  const Result<Ran> imported = mangnon({"guests", "import", asset_path("campaign/guests-sample.csv"), "--out",
                                        file("guests.json"), "--campaign", options_.campaign});
  return imported ? Done{} : Done{imported.failure()};
}

Done Stage::set_up() {
  for (const char* folder : {"journals", "logs", "pictures"}) fs::create_directories(options_.out / folder);
  if (Done done = make_files(); !done) return done;
  const std::string campaign = options_.campaign.string();
  std::vector<std::pair<std::string, std::string>> journals = {
      {"hub", "Trạm hội trường"}, {"display", "Màn hình lớn"}, {"desk", "Bàn sân khấu"}};
  for (int i = 1; i <= options_.kiosks; ++i)
    journals.emplace_back(fmt::format("kiosk-{}", i), fmt::format("Ki-ốt {}", i));
  for (const auto& [name, title] : journals) {
    const Result<Ran> made = mangnon({"new", "--journal", journal(name), "--name", title, "--campaign", campaign});
    if (!made) return made.failure();
  }
  if (Done done = enrol("hub", "display", "display", "Màn hình lớn"); !done) return done;
  if (Done done = enrol("hub", "desk", "desk", "Bàn sân khấu"); !done) return done;
  for (int i = 1; i <= options_.kiosks; ++i) {
    if (Done done = enrol("hub", fmt::format("kiosk-{}", i), "kiosk", fmt::format("Ki-ốt {}", i)); !done) return done;
  }

  // The port is chosen once, so that a hub that was killed comes back where its clients look for it.
  const fs::path port_file = file("hub.port");
  fs::remove(port_file);
  hub_ = add("hub", {program("mangnon-hub"), "--journal", journal("hub"), "--campaign", campaign, "--listen",
                     "127.0.0.1:0", "--port-file", port_file});
  if (Done done = programs_[hub_]->start(); !done) return done;
  const Result<std::string> url = wait_for_port(port_file);
  if (!url) return url.failure();
  hub_url_ = *url;
  programs_[hub_]->stop();
  const std::string address = hub_url_.substr(std::string("http://").size());
  hub_ = add("hub", {program("mangnon-hub"), "--journal", journal("hub"), "--campaign", campaign, "--listen", address});
  if (Done done = programs_[hub_]->start(); !done) return done;

  const std::string size = fmt::format("{}x{}", options_.width, options_.height);
  for (int i = 1; i <= options_.kiosks; ++i) {
    const std::string name = fmt::format("kiosk-{}", i);
    const Result<std::string> x = start_x(name + "-x");
    if (!x) return x.failure();
    const fs::path targets = file(name + ".targets");
    fs::remove(targets);
    const std::size_t at = add(name,
                               {program("mangnon-kiosk"), "--campaign", campaign, "--journal", journal(name), "--size",
                                size, "--windowed", "--targets", targets, "--name", fmt::format("Ki-ốt {}", i),
                                "--guests", file("guests.json"), "--print-to", "folder:" + file("slips").string()},
                               *x);
    if (Done done = programs_[at]->start(); !done) return done;
    const std::size_t push =
        add(name + "-push", {program("mangnon-sync"), "push", "--journal", journal(name), "--hub", hub_url_});
    if (Done done = programs_[push]->start(); !done) return done;
    kiosks_.push_back({name, journal(name), targets, *x, at});
  }
  const std::size_t desk =
      add("desk-push", {program("mangnon-sync"), "push", "--journal", journal("desk"), "--hub", hub_url_});
  if (Done done = programs_[desk]->start(); !done) return done;
  display_pull_ =
      add("display-pull", {program("mangnon-sync"), "pull", "--journal", journal("display"), "--hub", hub_url_});
  if (Done done = programs_[display_pull_]->start(); !done) return done;
  const Result<std::string> x = start_x("display-x");
  if (!x) return x.failure();
  display_x_ = *x;
  display_ = add("display",
                 {program("mangnon-display"), "--campaign", campaign, "--journal", journal("display"), "--size", size,
                  "--windowed", "--state-file", file("display.state")},
                 *x);
  return programs_[display_]->start();
}

int Stage::tend() {
  const std::lock_guard hold(mutex_);
  int restarted = 0;
  for (const auto& program : programs_) restarted += program->tend() ? 1 : 0;
  return restarted;
}

int Stage::restarts() const {
  int sum = 0;
  for (const auto& program : programs_) sum += program->restarts();
  return sum;
}

void Stage::kill_kiosk(std::size_t index) {
  const std::lock_guard hold(mutex_);
  programs_[kiosks_[index].program]->kill_hard();
}

void Stage::kill_hub() {
  const std::lock_guard hold(mutex_);
  programs_[hub_]->kill_hard();
}

std::string Stage::kill_any(std::uint64_t thrown) {
  const std::lock_guard hold(mutex_);
  std::vector<Program*> running;
  for (const auto& program : programs_) {
    if (program->running()) running.push_back(program.get());
  }
  if (running.empty()) return {};
  Program& chosen = *running[thrown % running.size()];
  chosen.kill_hard();
  return chosen.name();
}

bool Stage::display_running() {
  const std::lock_guard hold(mutex_);
  return programs_[display_]->running();
}

Done Stage::open_fund() {
  const Result<Ran> made = mangnon(
      {"new", "--journal", journal("fund"), "--name", "Quỹ Bảo trợ trẻ em", "--campaign", options_.campaign.string()});
  if (!made) return made.failure();
  if (Done done = enrol("fund", "hub", "hub", "Trạm hội trường"); !done) return done;
  if (Done done = enrol("fund", "display", "display", "Màn hình lớn"); !done) return done;
  return open_fund_hub();
}

Done Stage::open_fund_hub() {
  const fs::path port_file = file("fund.port");
  fs::remove(port_file);
  fund_hub_ =
      add("fund-hub", {program("mangnon-hub"), "--journal", journal("fund"), "--campaign", options_.campaign.string(),
                       "--listen", fund_url_.empty() ? "127.0.0.1:0" : fund_url_.substr(7), "--port-file", port_file});
  if (Done done = programs_[fund_hub_]->start(); !done) return done;
  const Result<std::string> url = wait_for_port(port_file);
  if (!url) return url.failure();
  fund_url_ = *url;
  return {};
}

void Stage::close_fund_hub() {
  const std::lock_guard hold(mutex_);
  programs_[fund_hub_]->stop();
}

Done Stage::carry_to_fund() {
  const Result<Ran> pushed =
      run({"push to the fund",
           {program("mangnon-sync"), "push", "--journal", journal("hub"), "--hub", fund_url_, "--once"},
           {},
           log("fund-push")},
          60);
  if (!pushed) return pushed.failure();
  if (pushed->exit_code != 0) return Failure{Cause::unavailable, "pushing to the fund failed; see " + log("fund-push")};
  return {};
}

Done Stage::follow_fund() {
  {
    const std::lock_guard hold(mutex_);
    programs_[display_pull_]->stop();
  }
  display_pull_ =
      add("display-pull-fund", {program("mangnon-sync"), "pull", "--journal", journal("display"), "--hub", fund_url_});
  return programs_[display_pull_]->start();
}

}  // namespace mn::demo
