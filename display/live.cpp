#include "display/live.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <tuple>

#include "display/book_file.h"
#include "display/checker.h"
#include "display/feed.h"
#include "display/hall_sound.h"
#include "display/happenings.h"
#include "display/noting.h"
#include "display/sample.h"
#include "display/shown_line.h"
#include "journal/file.h"

namespace mn {
namespace {

constexpr std::int64_t kSleepMostMs = 60'000;

void complain(const std::string& words) { (void)fail(words); }

// For proofs: what was on the screen when it had come to rest.
class StateFile {
 public:
  explicit StateFile(const std::string& path) : path_(path) {}

  void shown(const Picture& picture, const Show& show) {
    if (path_.empty() || (picture.moving && !at_rest(picture))) return;
    // A scene that is never still is asked at every frame: a line is made when it can say something new.
    const Said said{picture.scene, picture.known, show.folded.position, picture.figures.pledged.shown.dong,
                    picture.figures.received.shown.dong};
    if (picture.moving && said == said_) return;
    said_ = said;
    std::string line = shown_line(picture, show);
    if (line == last_) return;
    std::ofstream(path_, std::ios::app) << line << '\n';
    last_ = std::move(line);
  }

 private:
  using Said = std::tuple<std::string_view, bool, std::uint64_t, std::int64_t, std::int64_t>;

  // Numbers and scene have arrived, whatever else goes on moving.
  static bool at_rest(const Picture& picture) {
    const Figures& figures = picture.figures;
    return figures.pledged.shown == figures.pledged.exact && figures.received.shown == figures.received.exact &&
           picture.change_permille == 1000;
  }

  std::string path_;
  std::string last_;
  std::optional<Said> said_;
};

// Everything that a running screen has, besides what it draws with.
class Live {
 public:
  explicit Live(Screen& screen)
      : screen_(screen),
        setting_(setting_of(screen, {screen.options.width_px, screen.options.height_px})),
        clock_(set_clock(keeps_book() ? book_last_ms(screen.options.book) : std::nullopt)),
        state_file_(screen.options.state_file),
        player_(hall_pieces(asset_path(""))) {
    const Options& options = screen.options;
    if (options.preview) {
      show_ = sample_show(*options.preview, setting_, now_ms(clock_));
      return;
    }
    const auto wake = [glass = screen.glass.get()] { ui::wake(*glass); };
    if (clock_.set_back) complain("the clock was set back: the screen's book is begun anew");
    const bool goes_on = keeps_book() && !clock_.set_back;
    feed_.emplace(FeedOrder{options.journal, goes_on ? options.book : std::string(), &screen.campaign, setting_.scenes,
                            setting_.wall, clock_},
                  wake);
    checker_.emplace(options.journal, screen.campaign.id, wake);
    if (keeps_book()) book_.emplace(options.book, clock_.set_back, complain);
    note({now_ms(clock_), noted::Opened{setting_.wall, options.language}});
  }

  std::int64_t now() const { return now_ms(clock_); }

  Picture turn(std::int64_t at_ms) {
    const ui::InputTaken input = ui::take_input(*screen_.glass);
    quit_ = input.quit;
    for (const ui::Input& one : input.inputs) obey(one, at_ms);
    if (screen_.wall != setting_.wall) {
      setting_.wall = screen_.wall;
      resize(show_, setting_, at_ms);
      note({at_ms, noted::Resized{setting_.wall}});
    }
    take_delivery(at_ms);
    if (Done done = advance(show_, setting_, {}, at_ms); !done) complain(done.failure().words);
    mind_checking(at_ms);
    const std::vector<Happening> on = happenings_of(show_);
    if (give_up_music(sounding_, on, at_ms)) player_.hush();
    sound(player_, listen(sounding_, on, at_ms), at_ms);
    if (!early_) {
      for (const BookLine& line : note_turn(noting_, show_, at_ms)) note(line);
    }
    Picture picture = compose(show_, setting_, screen_.options.language, at_ms);
    // A chime that waits has its turn whether or not anything is to be seen then.
    picture.next_change_ms = std::min(picture.next_change_ms, next_turn_ms(sounding_).value_or(picture.next_change_ms));
    return picture;
  }

  void shown(const Picture& picture) {
    state_file_.shown(picture, show_);
    if (heard_ || !picture.known || !screen_.options.screenshot.empty()) return;
    // Its recordings are read when the first number stands: nobody waits for a sound before that.
    player_.set_volume(screen_.options.volume.value_or(screen_.campaign.screen.volume_percent));
    heard_ = true;
  }
  bool quit() const { return quit_; }

 private:
  bool keeps_book() const { return !screen_.options.book.empty() && screen_.options.screenshot.empty(); }

  void note(const BookLine& line) {
    if (book_) book_->write(line);
  }

  // F3: what a frame costs. F12: nothing but the logo, now; the same again: on with the show.
  void obey(const ui::Input& input, std::int64_t at_ms) {
    if (input.kind != ui::InputKind::key || input.repeated) return;
    if (input.key == ui::Key::f3) screen_.counts = !screen_.counts;
    if (input.key != ui::Key::f12) return;
    cover(show_, setting_, !show_.covered, at_ms);
    if (show_.covered) player_.hush();
    note({at_ms, noted::Covered{show_.covered}});
  }

  void take_delivery(std::int64_t at_ms) {
    std::optional<Delivery> delivery = feed_ ? feed_->take() : std::nullopt;
    if (!delivery) return;
    if (Early* early = std::get_if<Early>(&*delivery)) {
      begin(show_, setting_, std::move(early->folded), at_ms);
      early_ = mark_of(show_, {}).figures;
    } else if (Whole* whole = std::get_if<Whole>(&*delivery)) {
      if (early_) show_ = just_started();
      begin(show_, setting_, std::move(whole->folded), at_ms);
      note(note_began(noting_, show_, std::move(whole->epoch), at_ms));
      early_.reset();
    } else if (GoesOn* goes_on = std::get_if<GoesOn>(&*delivery)) {
      const bool covered = show_.covered;
      show_ = std::move(goes_on->show);
      if (covered) cover(show_, setting_, true, at_ms);
      note(note_resumed(noting_, show_, std::move(goes_on->epoch), at_ms));
      resize(show_, setting_, at_ms);
      if (early_ && *early_ != mark_of(show_, {}).figures) {
        complain("the figures in the screen's book were not those of the journal; the journal's are on the screen now");
      }
      early_.reset();
    } else if (const Batch* batch = std::get_if<Batch>(&*delivery)) {
      const Done done = advance(show_, setting_, *batch, at_ms);
      if (!done) feed_->read_again(done.failure().words);
    } else if (const noted::Fresh* fresh = std::get_if<noted::Fresh>(&*delivery)) {
      refresh(show_, fresh->as_of_ms);
      note({at_ms, *fresh});
    }
  }

  Show just_started() const {
    Show show;
    show.covered = show_.covered;
    return show;
  }

  // Frozen figures are read again from the journal's start before the screen calls them checked.
  void mind_checking(std::int64_t at_ms) {
    if (!checker_) return;
    const std::optional<Frozen>& frozen = show_.folded.orders.frozen;
    if (frozen && show_.checked_position != frozen->position) checker_->find(frozen->position);
    const std::optional<Result<Frozen>> found = checker_->take();
    if (!found) return;
    if (!*found) {
      complain("the frozen figures are not proven: " + found->failure().words);
    } else if (!check(show_, **found)) {
      complain("the frozen figures are not what the journal adds up to when it is read again");
    } else {
      note({at_ms, noted::Checked{(*found)->position}});
    }
  }

  Screen& screen_;
  Setting setting_;
  const ScreenClock clock_;
  StateFile state_file_;
  Show show_;
  Noting noting_;
  Sounding sounding_;
  ui::Player player_;
  bool heard_ = false;  // the player has its volume
  std::optional<BookWriter> book_;
  std::optional<Feed> feed_;
  std::optional<Checker> checker_;
  std::optional<noted::Figures> early_;  // on the screen while the journal is folded
  bool quit_ = false;
};

int sleep_ms(const Picture& picture, int frames_a_second, std::int64_t began_ms, std::int64_t now_ms) {
  if (picture.moving) {
    return static_cast<int>(std::max<std::int64_t>(0, began_ms + 1000 / frames_a_second - now_ms));
  }
  return static_cast<int>(std::clamp<std::int64_t>(picture.next_change_ms - now_ms, 1, kSleepMostMs));
}

}  // namespace

int run_live(Screen& screen) {
  const Options& options = screen.options;
  const Wall wall{options.width_px, options.height_px};
  if (Done opened = open_screen(screen, wall, options.language, false); !opened) return fail(opened.failure().words);
  Live live(screen);
  const std::int64_t opened_ms = live.now();
  for (;;) {
    const std::int64_t at_ms = live.now();
    const Picture picture = live.turn(at_ms);
    if (live.quit()) return 0;
    draw(screen, picture);
    live.shown(picture);
    const std::int64_t due_ms = options.screenshot.empty() ? at_ms + kSleepMostMs : opened_ms + options.after_ms;
    if (at_ms >= due_ms) {
      const Done saved = save(screen, options.screenshot);
      return saved ? 0 : fail(saved.failure().words);
    }
    const std::int64_t drawn_ms = live.now();
    const auto until_due = static_cast<int>(std::max<std::int64_t>(0, due_ms - drawn_ms));
    const int sleep = sleep_ms(picture, options.frames_a_second, at_ms, drawn_ms);
    ui::wait_for_input(*screen.glass, std::min(sleep, until_due));
  }
}

}  // namespace mn
