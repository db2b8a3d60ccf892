#include "tests/demo/story.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <memory>
#include <set>
#include <thread>

#include "core/numbers.h"
#include "journal/file.h"
#include "tests/demo/crowd.h"
#include "tests/demo/hall_desk.h"
#include "tests/demo/kept_as_said.h"
#include "tests/demo/proof.h"
#include "tests/demo/stage.h"
#include "tests/support/dice.h"
#include "tests/support/made_up_statement.h"

namespace mn::demo {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
constexpr int kTurnMs = 50;
constexpr int kQueuePatienceS = 600;
constexpr int kAgreeWaitS = 60;
constexpr int kMayhemMs = 3000;
constexpr int kMayhemADonor = 2;  // so many kills at most for each: on a slow machine they too must come to an end
constexpr std::size_t kRecordsBytesMax = 64 * 1024 * 1024;

volatile std::sig_atomic_t asked_to_end = 0;
void ask_to_end(int) { asked_to_end = 1; }

// One line that is written over itself on a terminal, and now and then a line of its own in a log.
class Progress {
 public:
  void say(const std::string& words, bool settled = false) {
    const bool terminal = ::isatty(STDERR_FILENO) != 0;
    if (terminal) {
      fmt::print(stderr, "\r\033[K{}{}", words, settled ? "\n" : "");
    } else if (settled || Clock::now() - last_ > std::chrono::seconds(5)) {
      fmt::print(stderr, "{}\n", words);
      last_ = Clock::now();
    }
    std::fflush(stderr);
  }

 private:
  Clock::time_point last_{};
};

struct Teller {
  const StoryOptions& options;
  Stage stage;
  Progress progress;
  Clock::time_point begun = Clock::now();
  std::vector<std::unique_ptr<Queue>> queues;
  std::unique_ptr<Finger> screen_eye;
  std::set<std::string> moments;
  std::vector<Donor> donors;
  HallDesk desk;

  explicit Teller(const StoryOptions& story)
      : options(story),
        stage({story.out, story.programs, story.campaign, story.headless, 2, story.headless ? 1920 : 1280,
               story.headless ? 1080 : 720}),
        desk(
            stage, [this] { stage.tend(); }, [this](const std::string& moment) { picture(moment); }) {}

  std::string clock() const {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - begun).count();
    return fmt::format("[{:>2}:{:02}]", seconds / 60, seconds % 60);
  }
  void tell(const std::string& words) { progress.say(fmt::format("{} {}", clock(), words), true); }
  void pause(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

  // Waits until the screen shows the sums, tending all programs meanwhile.
  bool wait_shown(std::int64_t pledged, std::int64_t received) {
    for (int waited = 0; waited < kAgreeWaitS * 1000; waited += kTurnMs) {
      stage.tend();
      const Shown shown = read_shown(stage.file("display.state"));
      if (shown.pledged == pledged && shown.received == received) return true;
      pause(kTurnMs);
    }
    return false;
  }

  void picture(const std::string& moment) {
    if (!options.headless || !moments.insert(moment).second) return;
    if (!screen_eye) screen_eye = std::make_unique<Finger>(stage.display_x());
    screen_eye->reconnect();
    screen_eye->picture(stage.file("pictures") / ("display-" + moment + ".png"));
  }

  // The screens that no donor came to, drawn with sample data.
  void picture_the_rest() {
    if (!options.headless) return;
    for (const char* screen : {"large", "idle", "resting", "account", "name", "keypad", "recording"}) {
      const fs::path file = stage.file("pictures") / fmt::format("kiosk-{}.png", screen);
      if (fs::exists(file)) continue;
      const Result<Ran> ran = stage.preview(screen, file);
      if (!ran || ran->exit_code != 0) tell(fmt::format("no picture of the screen {}; see logs/preview.log", screen));
    }
  }

  int served() const {
    int sum = 0;
    for (const auto& queue : queues) sum += queue->served();
    return sum;
  }
  int thanked() const {
    int sum = 0;
    for (const auto& queue : queues) sum += queue->thanked();
    return sum;
  }

  Done crowd_comes(const Words& words);
  Done people_come();
  Result<Folded> fold(const std::string& name) { return fold_journal(name, stage.journal(name)); }
  Done journals_agree(Sum& whole);
  Done carry_and_prove(const Words& words);
  Result<Proof> prove_donors(const std::vector<Folded>& kiosks, const Words& words);
  Done money_comes();
};

Done Teller::crowd_comes(const Words& words) {
  const Result<std::string> list = read_file(stage.file("guests.json"), kGuestListBytesMax);
  if (!list) return list.failure();
  const Result<GuestList> guests = read_guest_list(*list, "guests.json", words.campaign.id);
  if (!guests) return guests.failure();
  donors = make_donors(options.donors, options.seed, words.campaign, *guests);
  std::vector<std::vector<Donor>> lines(stage.kiosks().size());
  for (std::size_t i = 0; i < donors.size(); ++i) lines[i % lines.size()].push_back(donors[i]);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    queues.push_back(std::make_unique<Queue>(stage.kiosks()[i], words, lines[i],
                                             QueueOptions{options.speed, stage.file("pictures"), i == 0}));
    queues.back()->begin();
  }
  bool kiosk_killed = options.donors < 4;
  bool hub_killed = options.donors < 4;
  int kills_left = options.mayhem ? kMayhemADonor * options.donors : 0;
  Dice dice{options.seed ^ 0x6d617968656dULL};
  auto next_kill = Clock::now() + std::chrono::milliseconds(kMayhemMs);
  const auto until = Clock::now() + std::chrono::seconds(kQueuePatienceS);
  while (std::any_of(queues.begin(), queues.end(), [](const auto& queue) { return !queue->finished(); })) {
    if (asked_to_end != 0) return Failure{Cause::unavailable, "ended by hand"};
    if (Clock::now() > until) return Failure{Cause::unavailable, "the donors did not come to an end; see logs/"};
    stage.tend();
    const int done = served();
    if (!kiosk_killed && done * 100 >= options.donors * 35 && queues.front()->in_the_middle()) {
      kiosk_killed = true;
      tell(fmt::format("donor {}: kill -9 of {} in the middle of a visit", done + 1, stage.kiosks()[0].name));
      stage.kill_kiosk(0);
    }
    if (!hub_killed && done * 100 >= options.donors * 60) {
      hub_killed = true;
      tell("kill -9 of the hub; it is started again");
      stage.kill_hub();
    }
    if (kills_left > 0 && Clock::now() > next_kill) {
      --kills_left;
      next_kill = Clock::now() + std::chrono::milliseconds(kMayhemMs / 2 + static_cast<int>(dice.below(kMayhemMs)));
      tell("kill -9 of " + stage.kill_any(dice.next()));
    }
    for (const int percent : {25, 50, 75}) {
      if (done * 100 >= options.donors * percent) picture(fmt::format("{}-percent", percent));
    }
    const Shown shown = read_shown(stage.file("display.state"));
    progress.say(fmt::format("{} {:>3}/{} donors served · on screen: {} pledges, {} đồng", clock(), done,
                             options.donors, std::max<std::int64_t>(shown.count, 0),
                             grouped(Money{std::max<std::int64_t>(shown.pledged, 0)})));
    pause(kTurnMs);
  }
  tell(fmt::format("{} donors served, {} saw their thanks, {} had to begin again; {} programs were brought back",
                   served(), thanked(), queues.front()->begun_again() + queues.back()->begun_again(),
                   stage.restarts()));
  const int without = queues.front()->went_without() + queues.back()->went_without();
  if (without > 0) return Failure{Cause::conflict, fmt::format("{} donors gave up; see logs/", without)};
  return {};
}

// With a desktop: people touch; closing the hall's screen ends the ceremony.
Done Teller::people_come() {
  tell("touch the kiosks' windows; close the hall's screen (or press Ctrl-C) to end the ceremony");
  while (asked_to_end == 0 && stage.display_running()) pause(200);
  stage.tend();
  return {};
}

// Waits until every copy holds what the kiosks hold.
Done Teller::journals_agree(Sum& whole) {
  for (int waited = 0; waited < kAgreeWaitS * 1000; waited += kTurnMs * 4) {
    stage.tend();
    Sum kiosks;
    for (const KioskPlace& place : stage.kiosks()) {
      const Result<Folded> folded = fold_journal(place.name, place.journal);
      if (!folded) return folded.failure();
      kiosks.count += folded->tally.pledged.count;
      kiosks.amount = Money{kiosks.amount.dong + folded->tally.pledged.amount.dong};
    }
    const Result<Folded> hub = fold("hub");
    const Result<Folded> display = fold("display");
    whole = kiosks;
    if (hub && display && hub->tally.pledged == kiosks && display->tally.pledged == kiosks) return {};
    pause(kTurnMs * 4);
  }
  return Failure{Cause::unavailable, "hub and display did not come to hold what the kiosks hold; see logs/"};
}

// What the donors said, against what is kept of it. With people at the kiosks there is nothing to compare.
Result<Proof> Teller::prove_donors(const std::vector<Folded>& kiosks, const Words& words) {
  if (donors.empty()) return Proof{true, {}};
  std::vector<Donor> thanked;
  int slips = 0;
  for (const auto& queue : queues) {
    for (const Donor& donor : queue->thanked_donors()) thanked.push_back(donor);
    slips += queue->slips_asked();
  }
  const Result<Ran> opened =
      stage.mangnon({"contacts", stage.journal("fund"), "--key", stage.file("fund-contact.key")});
  if (!opened) return opened.failure();
  Proof all{true, {}};
  // A kiosk that is killed at any moment may be killed while it prints; a slip may be asked for again, a pledge not.
  for (const Proof& proof :
       {prove_kept_as_said(thanked, kiosks, words.campaign), prove_contacts(thanked, donors, opened->output),
        prove_slips(stage.file("slips"), options.mayhem ? 0 : slips)}) {
    all.holds = all.holds && proof.holds;
    all.text += proof.text;
  }
  return all;
}

Done Teller::carry_and_prove(const Words& words) {
  Sum whole;
  if (Done done = journals_agree(whole); !done) return done;
  if (!wait_shown(whole.amount.dong, 0))
    return Failure{Cause::unavailable, "the screen does not show what its journal holds"};
  pause(2500);  // the hall looks at the number at rest
  if (!donors.empty()) {
    tell("the desk: a matching gift, a name masked, a giver on the stage, the wall; then the closing figures");
    if (Done done = desk.during_the_morning(); !done) return done;
    if (Done done = desk.closing(); !done) return done;
    if (Done done = desk.go_on(); !done) return done;
    if (!wait_shown(whole.amount.dong, 0)) return Failure{Cause::unavailable, "the screen did not go on"};
  }
  tell("the doors close; the hub's journal is carried to the fund");
  if (Done done = stage.open_fund(); !done) return done;
  if (Done done = stage.carry_to_fund(); !done) return done;
  std::vector<Folded> kiosks;
  for (const KioskPlace& place : stage.kiosks()) {
    Result<Folded> folded = fold_journal(place.name, place.journal);
    if (!folded) return folded.failure();
    kiosks.push_back(*std::move(folded));
  }
  std::vector<Folded> copies;
  for (const char* name : {"hub", "display", "fund"}) {
    Result<Folded> folded = fold(name);
    if (!folded) return folded.failure();
    copies.push_back(*std::move(folded));
    if (const Result<Ran> ran = stage.mangnon({"verify", stage.journal(name)}); !ran) return ran.failure();
  }
  Result<Proof> said = prove_donors(kiosks, words);
  if (!said) return said.failure();
  if (!donors.empty()) {
    const Result<Folded> words_of_desk = fold("desk");
    if (!words_of_desk) return words_of_desk.failure();
    const Proof cued = prove_desk(*words_of_desk, copies, stage.file("display.state"), desk.seen());
    said->holds = said->holds && cued.holds;
    said->text += cued.text;
  }
  const Proof proof = prove(kiosks, copies, read_shown(stage.file("display.state")), thanked(), *said);
  fmt::print("\nThe proof\n{}\n", proof.text);
  if (Done done = write_file(stage.file("proof.txt").string(), proof.text); !done) return done;
  return proof.holds ? Done{} : Done{Failure{Cause::conflict, "the proof does not hold"}};
}

Done Teller::money_comes() {
  const Result<Folded> fund = fold("fund");
  if (!fund) return fund.failure();
  std::vector<made_up::Promise> promises;
  for (const Pledge& pledge : fund->tally.pledges) {
    const bool by_bank = pledge.said.way == Way::transfer || pledge.said.way == Way::later;
    if (by_bank) promises.push_back({pledge.said.code, pledge.said.amount});
  }
  // Each bank carries a quarter of the payments, wrapped in its own way.
  const LocalTime from = *read_date("2025-06-02");
  std::vector<std::vector<made_up::Promise>> parts(std::size(made_up::kBanks));
  for (std::size_t i = 0; i < promises.size(); ++i) parts[i % parts.size()].push_back(promises[i]);
  stage.close_fund_hub();
  constexpr const char* kNames[] = {"vietcombank", "agribank", "vietinbank", "bidv"};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::uint64_t seed = options.seed * 10 + i;
    const std::string csv =
        made_up::make_statement(made_up::kBanks[i], made_up::made_up_payments(parts[i], from, seed), seed);
    const fs::path file = stage.file(fmt::format("statement-{}.csv", kNames[i]));
    if (Done done = write_file(file.string(), csv); !done) return done;
    const Result<Ran> ran = stage.mangnon({"reconcile", "--journal", stage.journal("fund"), "--statement", file,
                                           "--campaign", stage.options().campaign, "--account", made_up::kAccount,
                                           "--report", stage.file("reconciliation") / kNames[i]});
    if (!ran) return ran.failure();
    fmt::print("Statement of {}\n{}\n", kNames[i], ran->output);
  }
  if (Done done = stage.open_fund_hub(); !done) return done;
  if (Done done = stage.follow_fund(); !done) return done;
  const Result<Folded> reconciled = fold("fund");
  if (!reconciled) return reconciled.failure();
  const Tally& tally = reconciled->tally;
  const bool shown = wait_shown(tally.pledged.amount.dong, tally.received.amount.dong);
  pause(2000);
  picture("received");
  const Result<Ran> exported = stage.mangnon({"export", "--journal", stage.journal("fund"), "--csv",
                                              stage.file("pledges.csv"), "--campaign", stage.options().campaign});
  if (!exported) return exported.failure();
  const Result<std::string> records = read_file(stage.file("pledges.csv"), kRecordsBytesMax);
  if (!records) return records.failure();
  const auto rows = std::count(records->begin(), records->end(), '\n') - 1;
  if (rows != static_cast<std::ptrdiff_t>(tally.pledges.size())) {
    return Failure{Cause::conflict, fmt::format("pledges.csv has {} rows for {} pledges", rows, tally.pledges.size())};
  }
  picture_the_rest();
  fmt::print("The fund's records\n  pledged   {:>20} đồng in {} pledges\n  received  {:>20} đồng in {} payments\n",
             grouped(tally.pledged.amount), tally.pledged.count, grouped(tally.received.amount), tally.received.count);
  if (!shown) return Failure{Cause::unavailable, "the screen does not show what was received"};
  if (!donors.empty()) {
    if (Done done = desk.last_word(); !done) return done;
  }
  fmt::print(
      "  both are on the hall's screen, side by side\n\nSaved in {}: pledges.csv proof.txt statement-*.csv "
      "reconciliation/ pictures/ slips/ journals/ logs/\n",
      options.out.string());
  return {};
}

}  // namespace

Done tell_story(const StoryOptions& options) {
  std::signal(SIGINT, ask_to_end);
  std::signal(SIGTERM, ask_to_end);
  Teller teller(options);
  Result<Strings> strings = load_strings();
  if (!strings) return strings.failure();
  teller.tell(fmt::format("setting up: a hub, two kiosks and the hall's screen, seed {}", options.seed));
  if (Done done = teller.stage.set_up(); !done) return done;
  Result<Campaign> campaign = load_campaign(teller.stage.options().campaign);
  if (!campaign) return campaign.failure();
  const Words words{*std::move(strings), *std::move(campaign)};
  if (options.headless) {
    if (!teller.wait_shown(0, 0))
      return Failure{Cause::unavailable, "the hall's screen did not come up; see logs/display.log"};
    teller.picture("start");
    teller.tell(fmt::format("the doors open: {} donors", options.donors));
    if (Done done = teller.crowd_comes(words); !done) return done;
  } else if (Done done = teller.people_come(); !done) {
    return done;
  }
  asked_to_end = 0;
  if (Done done = teller.carry_and_prove(words); !done) return done;
  Done done = teller.money_comes();
  if (done) teller.tell("done");
  return done;
}

}  // namespace mn::demo
