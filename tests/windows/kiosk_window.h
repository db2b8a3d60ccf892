// The real mangnon-kiosk on a virtual screen of its own, for one test: started, touched by its words, typed into,
// killed, started again. Everything waits with a limit; nothing here knows what a test wants to see.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "core/campaign.h"
#include "core/strings.h"
#include "tests/demo/choosing.h"
#include "tests/demo/finger.h"
#include "tests/demo/glass_view.h"
#include "tests/demo/process.h"
#include "tests/demo/proof.h"
#include "tests/support/folder.h"

namespace mn::windows {

struct KioskSetup {
  int width = 1280;
  int height = 800;
  std::vector<std::string> options = {};  // further ones
  bool may_dump_core = false;             // started where core files are allowed
};

class KioskWindow {
 public:
  explicit KioskWindow(const KioskSetup& setup = {});
  ~KioskWindow();

  // Until the first screen can be touched. Fails the test when it does not come.
  void start();
  void kill_hard() { kiosk_->kill_hard(); }
  void stop() { kiosk_->stop(); }
  demo::Program& program() { return *kiosk_; }

  // Waits until this screen is there; false after `timeout_ms`.
  bool wait_screen(const std::string& screen, int timeout_ms = 8000);
  bool wait_gone(const std::string& screen, int timeout_ms = 8000);
  // Waits until something enabled with these words is there and touches its middle. Fails the test when it does not
  // come.
  void touch(const std::string& label);
  void touch_word(std::string_view key) { touch(word(key)); }
  std::optional<demo::Touchable> find(const std::string& label, int timeout_ms = 4000);
  // Reads the thanks for a moment, as they must be, and ends the visit. Fails the test when it does not end.
  void take_leave();
  // As a donor of the demo does, up to this screen: before anything on it is touched.
  void go(const demo::Donor& donor, const std::string& until_screen);
  // Keys of the glass by their labels, one after the other; turns the page and the case as needed.
  void press_keys(const std::vector<std::string>& labels);

  demo::Finger& finger() { return *finger_; }
  const demo::View& view();
  std::string word(std::string_view key) const { return words_.strings.text(Language::vi, key); }
  const demo::Words& words() const { return words_; }

  std::filesystem::path folder() const { return folder_.path(); }
  std::string file(const std::string& name) const { return folder_.file(name); }
  std::string journal() const { return file("kiosk.db"); }
  demo::Folded folded() const;
  std::size_t pledges() const { return folded().tally.pledges.size(); }

  // A program of ours, its output without the last line's end; fails the test when it ends otherwise than asked.
  std::string run(const std::string& program, std::vector<std::string> arguments, int exit_code = 0);
  std::string mangnon(std::vector<std::string> arguments, int exit_code = 0) {
    return run("mangnon", std::move(arguments), exit_code);
  }

 private:
  std::string start_screen();

  KioskSetup setup_;
  TemporaryFolder folder_;
  demo::Words words_;
  std::unique_ptr<demo::Program> x_server_;
  std::unique_ptr<demo::Finger> finger_;
  std::unique_ptr<demo::GlassView> glass_;
  std::unique_ptr<demo::Program> kiosk_;
  std::string touched_screen_;
};

// A donor of the demo, for go(): an unnamed person giving 200,000 đồng, to be changed.
demo::Donor plain_donor();

void pause_ms(int ms);

}  // namespace mn::windows
