#include "tests/demo/crowd.h"

#include <algorithm>

#include "core/numbers.h"
#include "tests/demo/proof.h"
#include "tests/demo/typing.h"

namespace mn::demo {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kHoldMs = 35;
constexpr int kStepMs = 60;       // between two touches
constexpr int kKeyMs = 45;        // between two keys
constexpr int kVisitMs = 90'000;  // the longest visit

}  // namespace

// How far a donor is with what this screen asks.
struct SoFar {
  std::size_t keys_done = 0;
  std::vector<std::string> keys;
  bool went_back = false;
  bool published = false;
  bool hidden = false;
  int key_tries = 0;  // looks at a keyboard that does not show the key
};

Queue::Queue(const KioskPlace& place, const Words& words, std::vector<Donor> donors, QueueOptions options)
    : place_(place),
      words_(words),
      donors_(std::move(donors)),
      options_(std::move(options)),
      finger_(place.x_display),
      glass_(place.targets) {}

Queue::~Queue() {
  stop_ = true;
  if (thread_.joinable()) thread_.join();
}

void Queue::begin() {
  thread_ = std::thread([this] { run(); });
}

void Queue::run() {
  for (const Donor& donor : donors_) {
    for (int tries = 0; tries < 6 && !stop_; ++tries) {
      const std::int64_t kept_before = pledges_kept();
      const End end = visit(donor);
      in_the_middle_ = false;
      if (end == End::thanked) {
        ++thanked_;
        break;
      }
      if (end == End::given_up) break;
      // The glass went dark: the desk looks into the journal before anybody begins again.
      if (pledges_kept() > kept_before) break;
      ++begun_again_;
    }
    ++served_;
    if (stop_) break;
  }
  finished_ = true;
}

std::int64_t Queue::pledges_kept() const {
  const Result<Folded> folded = fold_journal(place_.name, place_.journal);
  return folded ? folded->tally.pledged.count : 0;
}

bool Queue::wait_change(int timeout_ms) {
  const auto until = Clock::now() + std::chrono::milliseconds(timeout_ms);
  while (!stop_ && Clock::now() < until) {
    if (glass_.refresh()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

void Queue::look() {
  if (!options_.take_pictures) return;
  const std::string& screen = glass_.now().screen;
  if (std::find(pictured_.begin(), pictured_.end(), screen) != pictured_.end()) return;
  std::this_thread::sleep_for(std::chrono::milliseconds(350));  // until the screen has come in
  if (finger_.picture(options_.pictures / ("kiosk-" + screen + ".png"))) pictured_.push_back(screen);
}

bool Queue::touch(const std::string& label) {
  const std::optional<Touchable> target = find_label(glass_.now(), label);
  if (!target) return false;
  if (!finger_.connected() && !finger_.reconnect()) return false;
  return finger_.tap(static_cast<int>(target->x + target->width / 2), static_cast<int>(target->y + target->height / 2),
                     pause_ms(kHoldMs));
}

// What this donor touches next on the screen that is there; nothing to wait.
std::optional<std::string> Queue::next_label(const Donor& donor, SoFar& progress) const {
  const auto word = [&](std::string_view key) { return words_.strings.text(Language::vi, key); };
  const View& view = glass_.now();
  if (find_label(view, word("btn.moretime"))) return word("btn.moretime");
  if (view.screen == "attract") return word("attract.touch");
  if (view.screen == "amount") {
    for (const Touchable& touchable : view.touchables) {
      if (touchable.label.starts_with(grouped(donor.amount) + " ") || touchable.label == grouped(donor.amount)) {
        return touchable.label;
      }
    }
    return word("amount.other");
  }
  if (view.screen == "keypad") {
    if (progress.keys.empty()) {
      std::string digits = std::to_string(donor.amount.dong);
      while (digits.size() > 3 && digits.ends_with("000"))
        digits.resize(digits.size() - 3), progress.keys.push_back("000");
      std::reverse(progress.keys.begin(), progress.keys.end());
      for (std::size_t i = 0; i < digits.size(); ++i) {
        progress.keys.insert(progress.keys.begin() + static_cast<std::ptrdiff_t>(i), std::string(1, digits[i]));
      }
    }
    return progress.keys_done < progress.keys.size() ? progress.keys[progress.keys_done++] : word("btn.next");
  }
  if (view.screen == "large") return word("amount.zeros_right");
  if (view.screen == "who") {
    if (donor.hesitates && !progress.went_back) {
      progress.went_back = true;
      return word("btn.back");
    }
    switch (donor.giver) {
      case Giver::person:
        return word("type.person");
      case Giver::business:
        return word("type.business");
      case Giver::agency:
        return word("type.agency");
      case Giver::group:
        return word("type.group");
      case Giver::social:
        return word("type.ngo");
      case Giver::unnamed:
        return word("name.anon");
    }
  }
  if (view.screen == "name") {
    if (progress.keys.empty()) progress.keys = key_labels(donor.name);
    if (progress.keys_done == progress.keys.size()) return word("btn.next");
    const std::string& key = progress.keys[progress.keys_done];
    if (find_label(view, key)) {
      ++progress.keys_done;
      progress.key_tries = 0;
      return key;
    }
    // Not there: the glass may not have followed yet; then the other case, or the other page.
    if (++progress.key_tries <= 3) return std::nullopt;
    if (progress.key_tries > 12) return ++progress.keys_done, std::nullopt;  // a sign this keyboard does not have
    const bool is_letter =
        static_cast<unsigned char>(key[0]) >= 0x80 || std::isalpha(static_cast<unsigned char>(key[0])) != 0;
    const bool on_letters = find_label(view, "q") || find_label(view, "Q");
    if (is_letter != on_letters) return "page";
    return is_letter ? std::optional<std::string>("shift") : std::nullopt;
  }
  if (view.screen == "review") {
    const std::string& publish = words_.campaign.consent_publish.text.in(Language::vi);
    if (donor.publish && !donor.name.empty() && !progress.published && find_label(view, publish)) {
      progress.published = true;
      return publish;
    }
    if (donor.hide_amount && !progress.hidden && find_label(view, word("name.hideamount"))) {
      progress.hidden = true;
      return word("name.hideamount");
    }
    return word("btn.confirm");
  }
  return std::nullopt;
}

Queue::End Queue::visit(const Donor& donor) {
  SoFar progress;
  std::string screen;
  bool started = false;
  const auto begun = Clock::now();
  glass_.refresh();
  while (!stop_) {
    glass_.refresh();
    const View& view = glass_.now();
    if (view.screen != screen) {
      screen = view.screen;
      progress.keys.clear();
      progress.keys_done = 0;
      progress.key_tries = 0;
      look();
      glass_.refresh();
    }
    if (screen == "attract" && started) return End::lost_sight;  // it came back by itself: it was restarted
    if (screen == "thanks") {
      in_the_middle_ = false;
      std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms(300)));
      touch(words_.strings.text(Language::vi, "btn.done"));
      for (int i = 0; i < 40 && glass_.now().screen == "thanks" && !stop_; ++i) {
        if (!wait_change(250)) touch(words_.strings.text(Language::vi, "btn.done"));
      }
      return End::thanked;
    }
    if (Clock::now() - begun > std::chrono::milliseconds(kVisitMs)) return End::given_up;
    const std::optional<std::string> label = next_label(donor, progress);
    if (!label || !touch(*label)) {
      wait_change(120);
      continue;
    }
    if (screen != "attract") started = in_the_middle_ = true;
    wait_change(pause_ms(screen == "name" || screen == "keypad" ? kKeyMs : 800));
    std::this_thread::sleep_for(
        std::chrono::milliseconds(pause_ms(screen == "name" || screen == "keypad" ? 5 : kStepMs)));
  }
  return End::given_up;
}

}  // namespace mn::demo
