#include "tests/demo/choosing.h"

#include <algorithm>
#include <cctype>

#include "core/letters.h"
#include "core/numbers.h"
#include "core/text.h"
#include "tests/demo/typing.h"

namespace mn::demo {
namespace {

constexpr const char* kCapitals[] = {"VI", "EN", "中文"};  // as the language button has them, by Language

// A letter that only stands on its key until it is pressed: then the small ones come back.
bool is_capital(const std::string& key) {
  std::size_t at = 0;
  return letter_count(key) == 1 && letter_of(next_code_point(key, at)).upper;
}

struct Chooser {
  const Donor& donor;
  SoFar& so_far;
  const View& view;
  const Words& words;

  std::string word(std::string_view key) const { return words.strings.text(language_of(view), key); }
  std::string in(const Wording& wording) const { return wording.in(language_of(view)); }
  bool shows(const std::string& label) const { return find_label(view, label).has_value(); }
  Act touch(const std::string& label) const { return {Deed::touch, label}; }
  Act touch_word(std::string_view key) const { return touch(word(key)); }
  Act toggle(const std::string& label) const { return {Deed::touch, label, false, false, true}; }

  // The next of the keys, or `then` when all are pressed.
  Act press_or(const Act& then) const {
    if (so_far.keys_done == so_far.keys.size()) {
      so_far.typed.insert(view.screen);
      return then;
    }
    const std::string& key = so_far.keys[so_far.keys_done];
    if (shows(key)) {
      ++so_far.keys_done;
      so_far.key_tries = 0;
      return {Deed::touch, key, true, is_capital(key)};
    }
    // Not there: the glass may not have followed yet; then the other case, or the other page.
    if (++so_far.key_tries <= 6) return {};
    if (so_far.key_tries > 15) return ++so_far.keys_done, Act{};  // a sign this keyboard does not have
    const bool is_letter =
        static_cast<unsigned char>(key[0]) >= 0x80 || std::isalpha(static_cast<unsigned char>(key[0])) != 0;
    const bool on_letters = shows("q") || shows("Q");
    if (is_letter != on_letters) return {Deed::touch, "page", true, true};
    return is_letter ? Act{Deed::touch, "shift", true, true} : Act{};
  }

  // Whoever went back finds what they typed, and types it no second time: the way on is open already.
  bool typed_before() const { return !so_far.begun && so_far.typed.contains(view.screen) && shows(word("btn.next")); }
  // Something stands in a field in which nobody has typed: the way on is open, or the keys no longer begin a text.
  // A person sees it and takes it out first.
  bool has_strays(bool of_letters) const {
    return !so_far.begun && (shows(word("btn.next")) || (of_letters && !shows("Q")));
  }

  Act digits(std::int64_t number, bool thousands, const Act& then) const {
    if (typed_before()) return then;
    if (has_strays(false)) return {Deed::touch, word("key.erase"), true};
    if (!so_far.begun) {
      so_far.begun = true;
      std::string left = std::to_string(number);
      std::vector<std::string> groups;
      while (thousands && left.size() > 3 && left.ends_with("000"))
        left.resize(left.size() - 3), groups.push_back("000");
      for (const char digit : left) so_far.keys.emplace_back(1, digit);
      so_far.keys.insert(so_far.keys.end(), groups.begin(), groups.end());
    }
    return press_or(then);
  }

  Act letters(const std::string& text, const Act& then) const {
    if (typed_before()) return then;
    if (has_strays(true)) return {Deed::touch, "backspace", true};
    if (!so_far.begun) so_far.begun = true, so_far.keys = key_labels(text);
    return press_or(then);
  }

  Act amount() const {
    if (language_of(view) != donor.language) return touch(kCapitals[static_cast<std::size_t>(language_of(view))]);
    if (donor.goods) return touch_word("amount.goods");
    const std::string figure = grouped(donor.amount) + " ₫";
    return shows(figure) ? touch(figure) : touch_word("amount.other");
  }

  Act goods_count() const {
    const Act then = touch_word("btn.next");
    if (!so_far.unit_chosen) {
      so_far.unit_chosen = true;
      return toggle(in(words.campaign.goods_units.at(donor.goods->unit)));
    }
    return digits(donor.goods->quantity, false, then);
  }

  Act who() const {
    if (donor.hesitates && !so_far.went_back) {
      so_far.went_back = true;
      return touch_word("btn.back");
    }
    constexpr const char* kKeys[] = {"type.person", "type.business", "type.agency",
                                     "type.group",  "type.ngo",      "name.anon"};
    // An organisation of the list says itself what it is, whatever was touched here; a person is not looked for there.
    return touch_word(kKeys[static_cast<std::size_t>(donor.giver)]);
  }

  // Three letters, then the offer; more letters when it is not there yet.
  Act name_from_list() const {
    if (so_far.keys_done >= 3 && shows(donor.name)) return touch(donor.name);
    if (has_strays(true)) return {Deed::touch, "backspace", true};
    if (!so_far.begun) {
      so_far.begun = true;
      for (const char letter : fold(donor.name)) {
        so_far.keys.push_back(letter == ' ' ? "space" : std::string(1, static_cast<char>(std::tolower(letter))));
      }
    }
    if (so_far.keys_done == 3 && so_far.key_tries < 3) return ++so_far.key_tries, Act{};
    // The first letter comes as a capital.
    if (so_far.keys_done == 0 && !shows(so_far.keys[0])) {
      const std::string capital(1, static_cast<char>(std::toupper(so_far.keys[0][0])));
      if (shows(capital)) return ++so_far.keys_done, Act{Deed::touch, capital, true, true};
    }
    return press_or({});
  }

  Act review() const {
    if (language_of(view) != donor.language && donor.comes == Comes::with_invitation) {
      return touch(kCapitals[static_cast<std::size_t>(language_of(view))]);
    }
    if (donor.way != Way::transfer && !donor.goods && !so_far.way_chosen) return touch_word("review.way");
    if (donor.fund != 0 && !so_far.fund_chosen) return touch_word("review.purpose");
    if (!donor.message.empty() && !so_far.message_left) return touch_word("review.message");
    if (!donor.phone.empty() && !so_far.contact_left) return touch_word("review.contact");
    if (donor.calls_help && !so_far.helped) return touch_word("btn.help");
    const std::string publish = in(words.campaign.consent_publish.text);
    if (donor.publish && !so_far.published && shows(publish)) return so_far.published = true, toggle(publish);
    if (donor.hide_amount && !so_far.hidden) return so_far.hidden = true, toggle(word("name.hideamount"));
    return touch_word("btn.confirm");
  }

  Act way() const {
    so_far.way_chosen = true;
    return touch_word(donor.way == Way::cash ? "way.cash" : "way.later");
  }

  // The last day of this month that may be chosen.
  Act pay_on() const {
    for (int day = 31; day >= 1; --day) {
      if (shows(std::to_string(day))) return touch(std::to_string(day));
    }
    return {};
  }

  Act contact() const {
    const std::string keep = in(words.campaign.consent_contact.text);
    if (so_far.keys_done < so_far.keys.size()) return press_or({});
    if (!so_far.begun) return digits_of(donor.phone);
    if (!donor.tax_code.empty() && !so_far.other_field) {
      so_far.other_field = true;
      digits_of(donor.tax_code, false);
      return toggle(word("contact.tax") + " · " + word("contact.tax_note"));
    }
    if (!so_far.ticked) return so_far.ticked = true, toggle(keep);
    so_far.contact_left = true;
    return touch_word("btn.next");
  }
  Act digits_of(const std::string& number, bool press = true) const {
    so_far.begun = true;
    so_far.keys.clear();
    so_far.keys_done = 0;
    for (const char digit : number) so_far.keys.emplace_back(1, digit);
    return press ? press_or({}) : Act{};
  }

  Act thanks() const {
    if (donor.prints && !so_far.printed && shows(word("btn.print")))
      return so_far.printed = true, touch_word("btn.print");
    return touch_word("btn.done");
  }
};

}  // namespace

void SoFar::on_next_screen() {
  keys.clear();
  keys_done = 0;
  key_tries = 0;
  begun = ticked = unit_chosen = other_field = false;
}

Act next_key(const Donor& donor, SoFar& so_far, const View& view, const Words& words) {
  return Chooser{donor, so_far, view, words}.press_or({});
}

Language language_of(const View& view) {
  for (const Language language : kLanguages) {
    if (find_label(view, kCapitals[static_cast<std::size_t>(language)])) return language;
  }
  return Language::vi;
}

Act next_act(const Donor& donor, SoFar& so_far, const View& view, const Words& words) {
  const Chooser choose{donor, so_far, view, words};
  const std::string& screen = view.screen;
  const Act next = choose.touch_word("btn.next");
  if (screen == "idle") return choose.touch_word("btn.moretime");
  if (screen == "language") return choose.touch(words.strings.text(donor.language, "lang.name"));
  if (screen == "help") return so_far.helped = true, choose.touch_word("help.go_on");
  // Who was invited is not asked who they are: their code was not read, and is held to the reader again.
  const bool unread = screen == "attract" || screen == "who" || screen == "name";
  if (unread && donor.comes == Comes::with_invitation) return {Deed::read_code, donor.invitation};
  if (screen == "attract") return choose.touch_word("attract.touch");
  if (screen == "amount") return choose.amount();
  if (screen == "keypad") return choose.digits(donor.amount.dong, true, next);
  if (screen == "large") return choose.touch_word("amount.zeros_right");
  if (screen == "goods") return donor.goods ? choose.letters(donor.goods->what, next) : choose.touch_word("btn.back");
  if (screen == "goods_count") return choose.goods_count();
  if (screen == "goods_value") {
    if (donor.amount.dong == 0) return choose.touch_word("btn.skip");
    return choose.digits(donor.amount.dong, true, next);
  }
  if (screen == "who") return choose.who();
  if (screen == "name") {
    return donor.comes == Comes::from_list ? choose.name_from_list() : choose.letters(donor.name, next);
  }
  if (screen == "review") return choose.review();
  if (screen == "way") return choose.way();
  if (screen == "pay_on") return choose.pay_on();
  if (screen == "purpose") {
    so_far.fund_chosen = true;
    return choose.touch(choose.in(words.campaign.funds.at(donor.fund).name));
  }
  if (screen == "message") {
    const Act act = choose.letters(donor.message, next);
    if (act.words == next.words) so_far.message_left = true;
    return act;
  }
  if (screen == "contact") return choose.contact();
  if (screen == "thanks") return choose.thanks();
  return {};
}

}  // namespace mn::demo
