// The venue: X servers, hub, kiosks, display and the syncs between them, each a process of its own with its own
// journal, tended as a service manager would. Knows how they are wired; knows nothing of donors.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "tests/demo/finger.h"
#include "tests/demo/process.h"

namespace mn::demo {

struct StageOptions {
  std::filesystem::path out;       // journals/, logs/, pictures/ are made in it
  std::filesystem::path programs;  // where mangnon-* are
  std::filesystem::path campaign;
  bool headless = true;  // own X servers; otherwise windows on the desktop
  int kiosks = 2;
  int width = 1920;  // of each window, pixels
  int height = 1080;
};

struct KioskPlace {
  std::string name;  // "kiosk-1"
  std::filesystem::path journal;
  std::filesystem::path targets;  // what is on its glass
  std::string x_display;          // ":101", "" on a desktop
  std::size_t program = 0;        // index into Stage::programs
};

class Stage {
 public:
  explicit Stage(StageOptions options);
  ~Stage();

  // The fund's contact key, a campaign file that has it, the invited list; journals, keys, enrolments (of the desk
  // beside the stage too: its journal is "desk"); then the programs. Words of the first thing that failed.
  Done set_up();
  // Brings back whatever died since the last call; the number of programs restarted.
  int tend();

  void kill_kiosk(std::size_t index);
  void kill_hub();
  // kill -9 of any program that is meant to run, X servers included; its name.
  std::string kill_any(std::uint64_t thrown);

  // The fund's side: its hub, and the venue's journal pushed to it until both have the same heads.
  Done open_fund();
  Done carry_to_fund();
  void close_fund_hub();
  Done open_fund_hub();
  // The hall's display now follows the fund's hub, where payments are.
  Done follow_fund();

  Result<Ran> mangnon(std::vector<std::string> arguments, int timeout_s = 60);

  // A kiosk's screen with sample data, as PNG.
  Result<Ran> preview(const std::string& screen, const std::filesystem::path& file);

  const StageOptions& options() const { return options_; }
  std::filesystem::path file(const std::string& name) const { return options_.out / name; }
  std::filesystem::path journal(const std::string& name) const { return options_.out / "journals" / (name + ".db"); }
  const std::vector<KioskPlace>& kiosks() const { return kiosks_; }
  const std::string& display_x() const { return display_x_; }
  bool display_running();
  int restarts() const;

 private:
  std::size_t add(const std::string& name, std::vector<std::string> arguments, const std::string& x_display = {});
  Result<std::string> start_x(const std::string& name);
  Result<std::string> wait_for_port(const std::filesystem::path& port_file);
  Done enrol(const std::string& hub, const std::string& who, const std::string& role, const std::string& name);
  Done make_files();
  std::string program(const std::string& name) const { return (options_.programs / name).string(); }
  std::string log(const std::string& name) const { return (options_.out / "logs" / (name + ".log")).string(); }

  StageOptions options_;
  std::mutex mutex_;  // programs are tended by the story and killed by the crowd's threads
  std::vector<std::unique_ptr<Program>> programs_;
  std::vector<KioskPlace> kiosks_;
  std::string display_x_;
  std::size_t hub_ = 0, display_ = 0, display_pull_ = 0, fund_hub_ = 0;
  std::string hub_url_, fund_url_;
};

}  // namespace mn::demo
