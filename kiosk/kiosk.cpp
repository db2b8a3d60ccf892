#include "kiosk/kiosk.h"

#include <fmt/format.h>
#include <malloc.h>

#include <cmath>

#include "journal/chance.h"
#include "journal/file.h"
#include "journal/open.h"
#include "kiosk/overloaded.h"
#include "kiosk/sample.h"
#include "ui/speaker.h"

namespace mn::kiosk {
namespace {

void complain(const std::string& words) { fmt::print(stderr, "mangnon-kiosk: {}\n", words); }

std::optional<HardKey> hard_key_of(const ui::Input& input) {
  switch (input.key) {
    case ui::Key::enter:
      return HardKey::enter;
    case ui::Key::backspace:
      return input.control ? HardKey::erase_all : HardKey::backspace;
    case ui::Key::left:
      return HardKey::left;
    case ui::Key::right:
      return HardKey::right;
    case ui::Key::home:
      return HardKey::home;
    case ui::Key::end:
      return HardKey::end;
    case ui::Key::escape:
      return HardKey::escape;
    default:
      return std::nullopt;
  }
}

ui::Sound sound_of(Feedback feedback) {
  switch (feedback) {
    case Feedback::tap:
      return ui::Sound::tap;
    case Feedback::key:
      return ui::Sound::key;
    case Feedback::back:
      return ui::Sound::back;
    case Feedback::warning:
      return ui::Sound::warning;
    case Feedback::done:
      return ui::Sound::done;
  }
  return ui::Sound::tap;
}

RecorderOptions recorder_options(const Options& options, const CampaignId& campaign, ui::Glass& glass) {
  const Opening opening{options.journal, campaign, std::string("mangnon-kiosk ") + MANGNON_VERSION, options.name};
  RecorderOptions out;
  out.open = [opening] { return open_own(opening); };
  out.campaign = campaign;
  out.report_made = [&glass] { ui::wake(glass); };
  out.complain = complain;
  return out;
}

// "1920 × 1080 px · 477 × 268 mm"
std::string panel_words(ui::Glass& glass) {
  const ui::Canvas canvas = ui::begin_frame(glass);
  ui::end_frame(glass);
  const auto px = [&](float units) { return std::lround(units * canvas.scale); };
  std::string out = fmt::format("{} × {} px", px(canvas.size.width), px(canvas.size.height));
  if (canvas.units_per_mm <= 0) return out;
  const auto mm = [&](float units) { return std::lround(units / canvas.units_per_mm); };
  return out + fmt::format(" · {} × {} mm", mm(canvas.size.width), mm(canvas.size.height));
}

std::filesystem::path door_path(const Options& options) { return options.journal + ".door"; }

HandsOptions hands_options(const Kiosk& kiosk, const Loaded& loaded) {
  HandsOptions out;
  out.journal = kiosk.options.journal;
  out.name = kiosk.options.name;
  out.print_to = kiosk.options.print_to;
  out.print_width_mm = kiosk.options.print_width_mm;
  out.usb = kiosk.options.usb;
  out.house = kiosk.options.journal + ".house";
  out.panel = panel_words(kiosk.glass);
  out.pin_hash = kiosk.options.pin_hash;
  out.campaign = &loaded.campaign;
  out.strings = &loaded.strings;
  out.answered = [&glass = kiosk.glass] { ui::wake(glass); };
  out.complain = complain;
  return out;
}

}  // namespace

Result<Loaded> load_all(const Options& options) {
  Result<Campaign> campaign = load_campaign(options.campaign);
  if (!campaign) return campaign.failure();
  Result<Strings> strings = load_strings();
  if (!strings) return strings.failure();
  Loaded out{*std::move(campaign), *std::move(strings), {}};
  if (!options.preview.empty()) {
    out.guests = sample_guests();
  } else if (!options.guests.empty()) {
    const Result<std::string> text = read_file(options.guests, kGuestListBytesMax);
    if (!text) return text.failure();
    Result<GuestList> list = read_guest_list(*text, options.guests.filename().string(), out.campaign.id);
    if (!list) return list.failure();
    out.guests = make_guest_book(*std::move(list));
  }
  return out;
}

Terms terms_of(const Options& options, const Loaded& loaded) {
  Terms terms{loaded.campaign, options.patience};
  if (loaded.guests) terms.guests = &*loaded.guests;
  terms.prints = !options.print_to.empty();
  terms.keeps_slips = options.print_to.starts_with("folder:");
  terms.pin_hash = options.pin_hash;
  terms.typing = options.typing;
  return terms;
}

ui::GlassOptions glass_options(const Options& options) {
  ui::GlassOptions out;
  out.title = "Măng Non · " + options.name;
  out.width_px = options.width_px;
  out.height_px = options.height_px;
  out.windowed = options.windowed;
  const auto given = [](const char* name) { return std::getenv(name) != nullptr; };
  out.patient = options.screenshot.empty();
  out.offscreen = !options.screenshot.empty() && !given("DISPLAY") && !given("WAYLAND_DISPLAY");
  out.hide_cursor = !options.windowed;
  if (options.panel_width_mm > 0) {
    out.panel_mm = ui::Size{static_cast<float>(options.panel_width_mm), static_cast<float>(options.panel_height_mm)};
  }
  return out;
}

void open_house(Kiosk& kiosk, const Loaded& loaded, std::int64_t now_ms) {
  House house{kiosk.options.language, kiosk.options.comfort, kiosk.options.volume};
  if (kiosk.options.preview.empty()) {
    house = load_house(kiosk.options.journal + ".house", house);
    kiosk.recorder.emplace(recorder_options(kiosk.options, loaded.campaign.id, kiosk.glass));
    kiosk.hands.emplace(hands_options(kiosk, loaded));
    if (const Result<std::string> door = read_file(door_path(kiosk.options), kSettingsBytesMax)) {
      kiosk.visit.door = after_restart(read_door_text(*door), now_ms);
    }
    if (!kiosk.options.tally.empty()) {
      kiosk.totals.emplace(kiosk.options.tally, [&glass = kiosk.glass] { ui::wake(glass); });
    }
  }
  kiosk.visit.house = house;
  kiosk.visit.language = house.language;
  kiosk.visit.comfort = house.comfort;
  kiosk.visit.since_ms = kiosk.visit.touched_ms = now_ms;
}

void show_sample(Kiosk& kiosk, std::int64_t now_ms) {
  const House house = kiosk.visit.house;
  kiosk.visit = *sample_visit(kiosk.options.preview, kiosk.terms, now_ms);
  kiosk.visit.house = house;
  kiosk.visit.language = house.language;
  kiosk.visit.comfort = house.comfort;
  kiosk.invented = sample_surroundings();
}

Sight sight_of(Kiosk& kiosk, std::int64_t now_ms) {
  Sight sight{kiosk.visit, kiosk.terms, kiosk.strings, now_ms, utc_now_us()};
  sight.reduced_motion = kiosk.options.reduced_motion;
  if (!kiosk.hands) {
    sight.surroundings = &kiosk.invented;
    sight.total = LiveTotal{156, Money{1'234'500'000}};
    return sight;
  }
  if (std::holds_alternative<Staff>(kiosk.visit.screen)) sight.surroundings = &kiosk.hands->look_around(now_ms);
  const std::optional<Total> total = kiosk.totals ? kiosk.totals->now() : std::nullopt;
  if (total) sight.total = LiveTotal{total->count, total->pledged};
  return sight;
}

bool prepare_next(Kiosk& kiosk, std::int64_t now_ms) {
  // Those whose pictures no other has, the likeliest first.
  static constexpr std::string_view kScreens[] = {"amount",       "who",          "name",   "review",  "review_unnamed",
                                                  "recording",    "thanks",       "keypad", "way",     "thanks_unnamed",
                                                  "thanks_goods", "review_goods", "idle",   "purpose", "goods",
                                                  "large",        "goods_count",  "pay_on", "contact", "language",
                                                  "comfort",      "notice",       "help",   "account", "resting"};
  const Visit& visit = kiosk.visit;
  const bool alone = std::holds_alternative<Attract>(visit.screen) && visit.panel == Panel::none;
  if (!kiosk.recorder || !alone || kiosk.prepared >= std::size(kScreens)) return false;
  Visit next = *sample_visit(kScreens[kiosk.prepared++], kiosk.terms, now_ms);
  next.language = visit.language;
  next.comfort = visit.comfort;
  const Sight unseen{next, kiosk.terms, kiosk.strings, now_ms, utc_now_us()};
  (void)draw_visit(ui::begin_unseen_frame(kiosk.glass), unseen);
  ui::leave_frame(kiosk.glass);
  if (kiosk.prepared < std::size(kScreens)) return true;
#ifdef __GLIBC__
  malloc_trim(0);  // drawing SVG for the first time takes 18 MB more than what it leaves
#endif
  return true;
}

std::optional<Step> hard_step(const Kiosk& kiosk, const ui::Input& input, const Moment& moment) {
  if (input.kind == ui::InputKind::text) return advance_typed(kiosk.visit, input.text.view(), kiosk.terms, moment);
  if (input.kind != ui::InputKind::key) return std::nullopt;
  const std::optional<HardKey> key = hard_key_of(input);
  return key ? std::optional(advance_hard_key(kiosk.visit, *key, kiosk.terms, moment)) : std::nullopt;
}

void take_answer(Kiosk& kiosk, const HandAnswer& answer, std::int64_t now_ms) {
  const Visit& visit = kiosk.visit;
  Visit next = std::visit(Overloaded{
                              [&](const SlipState& state) { return advance_slip(visit, state, now_ms); },
                              [&](const PinAnswer& pin) { return advance_pin(visit, pin.holds, now_ms); },
                              [&](const StaffNotice& notice) { return advance_notice(visit, notice, now_ms); },
                          },
                          answer);
  // A wrong PIN counts before anybody sees that it was wrong: pulling the plug takes nothing back.
  if (next.door.wrong != visit.door.wrong) {
    const Done kept = write_file(door_path(kiosk.options), door_text(next.door), Readers::owner);
    if (!kept) complain(kept.failure().words);
  }
  kiosk.visit = std::move(next);
}

void forget_typed(Kiosk& kiosk) {
  ui::forget_words(kiosk.glass);
  ui::forget_input(kiosk.glass);
  if (ui::shed_letters(kiosk.glass)) kiosk.prepared = 0;
}

void hear(Kiosk& kiosk, std::optional<Feedback> feedback) {
  if (!feedback || !kiosk.hands) return;
  ui::set_volume(kiosk.glass, kiosk.visit.house.volume);
  ui::play(kiosk.glass, sound_of(*feedback));
}

}  // namespace mn::kiosk
