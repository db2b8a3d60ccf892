#include "kiosk/sample.h"

#include "kiosk/order.h"

namespace mn::kiosk {
namespace {

constexpr std::string_view kPerson = "Nguyễn Thị Hoà";
constexpr std::string_view kLongestName =
    "CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN THƯƠNG MẠI, DỊCH VỤ & VẬN TẢI NGUYỄN ĐƯỜNG NHỮN";
constexpr Money kTwoMillion{2'000'000};
constexpr Money kAboveTransfer{1'005'021'115};

constexpr std::int64_t kSomeUtcUs = 1'748'480'400'000'000;
constexpr std::string_view kLongestMessage =
    "Chúc các cháu thiếu nhi xứ Lạng luôn mạnh khỏe, chăm ngoan, học giỏi, được sống trong yêu thương, được đến trường "
    "và thực hiện ước mơ của mình";

Choices choices(Money amount, Giver giver = Giver::unnamed, std::string_view name = {}) {
  Choices out;
  out.amount = amount;
  out.giver = giver;
  out.name = TypedText(name);
  return out;
}

Choices longest() {
  Choices out = choices(kLargestPledge, Giver::business, kLongestName);
  out.publish = true;
  out.fund = 6;
  out.message = TypedText(kLongestMessage);
  return out;
}

Choices goods(std::string_view what, std::int64_t quantity, Money value) {
  Choices out;
  out.goods = GoodsChosen{TypedText(what), quantity, 3, value};
  return out;
}

Choices rich() {
  Choices out = choices(kTwoMillion, Giver::person, kPerson);
  out.publish = true;
  out.fund = 1;
  out.message = TypedText("Chúc các cháu mạnh khỏe, học giỏi");
  KeptContact contact;
  contact.phone_masked = TypedText("0912 ••• 678");
  out.contact = contact;
  return out;
}

Kept kept(Money amount) {
  Kept out;
  out.code = make_code({7, 3, 9, 2, 6, 1, 8, 5});
  out.amount = amount;
  return out;
}

Typing signs_page() {
  Typing out;
  out.signs = true;
  return out;
}

struct Sample {
  std::string_view name;
  Screen (*screen)();
};

Typing at_end(const TypedText& text, Capitals capitals) { return begin_typing(text, capitals); }

Screen name_screen(const Choices& chosen, std::vector<std::size_t> offers = {}) {
  return Name{chosen, at_end(chosen.name, capitals_for(chosen.giver)), std::move(offers)};
}
Screen message_screen(const Choices& chosen) {
  TypingField field;
  field.letters_max = kMessageLettersMax;
  return Message{chosen, begin_typing(chosen.message, Capitals::sentences, field)};
}
Screen goods_screen(const Choices& chosen) { return GoodsWhat{chosen, at_end(chosen.goods->what, Capitals::first)}; }

constexpr LocalTime kToday{2025, 5, 29};
constexpr LocalTime kLastDay{2025, 6, 30};

ContactForm contact_form(std::string_view phone, std::string_view tax_code, bool keep, bool asked) {
  ContactForm out;
  out.chosen = choices(kTwoMillion, Giver::person, kPerson);
  out.phone = TypedText(phone);
  out.tax_code = TypedText(tax_code);
  out.keep = keep;
  out.asked = asked;
  return out;
}

Thanks thanks(Money amount, const Choices& chosen) { return {kept(amount), chosen, kSomeUtcUs}; }

Thanks thanks_by(Way way, SlipState slip) {
  Choices chosen = rich();
  chosen.way = way;
  if (way == Way::later) chosen.pay_on = kLastDay;
  Thanks out = thanks(kTwoMillion, chosen);
  out.slip = slip;
  return out;
}

const Sample kSamples[] = {
    {"attract", [] { return Screen(Attract{}); }},
    {"amount", [] { return Screen(Amount{}); }},
    {"amount_again", [] { return Screen(Amount{rich()}); }},
    {"keypad",
     [] {
       return Screen(Keypad{{}, Money{1'250'000}});
     }},
    {"keypad_empty", [] { return Screen(Keypad{}); }},
    {"keypad_small",
     [] {
       return Screen(Keypad{{}, Money{5000}});
     }},
    {"large",
     [] {
       return Screen(LargeCheck{{}, Money{100'000'000}});
     }},
    {"goods", [] { return goods_screen(goods("Áo ấm mùa đông", 0, {})); }},
    {"goods_count", [] { return Screen(GoodsCount{goods("Áo ấm mùa đông", 40, {})}); }},
    {"goods_value", [] { return Screen(GoodsValue{goods("Áo ấm mùa đông", 40, {})}); }},
    {"who", [] { return Screen(Who{choices(kTwoMillion)}); }},
    {"name", [] { return name_screen(choices(kTwoMillion, Giver::person, "Nguyễn Thị Ho")); }},
    {"offers",
     [] {
       return name_screen(choices(kTwoMillion, Giver::agency, "so y"), {0, 1, 2, 3});
     }},
    {"offers_hint", [] { return name_screen(choices(kTwoMillion, Giver::agency)); }},
    {"signs",
     [] {
       return Screen(Name{choices(kTwoMillion, Giver::business, "Hợp tác xã 2-9"), signs_page()});
     }},
    {"review", [] { return Screen(Review{rich()}); }},
    {"review_unnamed", [] { return Screen(Review{choices(kTwoMillion)}); }},
    {"review_goods", [] { return Screen(Review{goods("Áo ấm mùa đông", 40, Money{12'000'000})}); }},
    {"way", [] { return Screen(WayOfGiving{rich()}); }},
    {"pay_on",
     [] {
       return Screen(PayOn{rich(), kToday, kLastDay, 1});
     }},
    {"purpose", [] { return Screen(Purpose{rich()}); }},
    {"message", [] { return message_screen(rich()); }},
    {"contact", [] { return Screen(contact_form("0912345678", "", false, false)); }},
    {"contact_wrong", [] { return Screen(contact_form("0123", "4900345670", true, true)); }},
    {"contact_old", [] { return Screen(contact_form("01682345678", "", true, false)); }},
    {"recording",
     [] {
       return Screen(Recording{choices(kTwoMillion, Giver::person, kPerson), {}, kept({}).code});
     }},
    {"thanks", [] { return Screen(thanks(kTwoMillion, rich())); }},
    {"thanks_unnamed", [] { return Screen(thanks(kTwoMillion, choices(kTwoMillion))); }},
    {"account",
     [] { return Screen(thanks(kAboveTransfer, choices(kAboveTransfer, Giver::business, "Công ty TNHH Xứ Lạng"))); }},
    {"thanks_cash", [] { return Screen(thanks_by(Way::cash, SlipState::printed)); }},
    {"thanks_later", [] { return Screen(thanks_by(Way::later, SlipState::printing)); }},
    {"thanks_no_paper", [] { return Screen(thanks_by(Way::transfer, SlipState::no_paper)); }},
    {"thanks_goods", [] { return Screen(thanks(Money{12'000'000}, goods("Áo ấm mùa đông", 40, Money{12'000'000}))); }},
    {"idle", [] { return Screen(Who{choices(kTwoMillion)}); }},
    {"help", [] { return Screen(Review{rich()}); }},
    {"language", [] { return Screen(Amount{}); }},
    {"comfort", [] { return Screen(Amount{}); }},
    {"notice", [] { return Screen(contact_form("", "", false, false)); }},
    {"resting", [] { return Screen(Resting{}); }},
    {"resting_unsure",
     [] {
       return Screen(Resting{VisitId{}, kept({}).code, {}, 0});
     }},
    {"pin",
     [] {
       return Screen(StaffPin{TypedText("1234"), true});
     }},
    {"pin_locked", [] { return Screen(StaffPin{}); }},
    {"staff", [] { return Screen(Staff{StaffNotice::exported}); }},
    {"staff_calm", [] { return Screen(Staff{}); }},
    {"staff_export_failed", [] { return Screen(Staff{StaffNotice::export_failed}); }},
    {"longest_keypad",
     [] {
       return Screen(Keypad{{}, kLargestPledge});
     }},
    {"longest_large",
     [] {
       return Screen(LargeCheck{{}, kLargestPledge});
     }},
    {"longest_goods", [] { return goods_screen(goods(kLongestName, 0, {})); }},
    {"longest_goods_count", [] { return Screen(GoodsCount{goods(kLongestName, 999'999, {})}); }},
    {"longest_who", [] { return Screen(Who{longest()}); }},
    {"longest_name", [] { return name_screen(longest()); }},
    {"longest_offers",
     [] {
       return name_screen(longest(), {0, 1, 2, 3});
     }},
    {"longest_review", [] { return Screen(Review{longest()}); }},
    {"longest_message", [] { return message_screen(longest()); }},
    {"longest_thanks", [] { return Screen(thanks(Money{499'999'999}, longest())); }},
    {"longest_account", [] { return Screen(thanks(kLargestPledge, longest())); }},
};

}  // namespace

std::vector<std::string> sample_names() {
  std::vector<std::string> out;
  for (const Sample& sample : kSamples) out.emplace_back(sample.name);
  return out;
}

std::optional<Visit> sample_visit(std::string_view name, const Terms& terms, std::int64_t now_ms) {
  for (const Sample& sample : kSamples) {
    if (sample.name != name) continue;
    const std::int64_t untouched_ms = name == "idle" ? terms.patience.warning_ms + 3000 : 0;
    Visit out;
    out.screen = sample.screen();
    out.since_ms = out.touched_ms = now_ms - untouched_ms;
    out.journal_well = name.rfind("resting", 0) != 0;
    if (name == "language") out.panel = Panel::language;
    if (name == "comfort") out.panel = Panel::comfort;
    if (name == "notice") out.panel = Panel::notice;
    out.call.open = name == "help";
    if (name == "pin_locked") out.door.locked_until_ms = now_ms + kDoorLockMostMs;
    return out;
  }
  return std::nullopt;
}

Surroundings sample_surroundings() {
  Surroundings out;
  out.entries = 312;
  out.unsynced = 0;
  out.hub_heard_s_ago = 3;
  out.hub_name = "Trạm hội trường";
  out.printer = PrinterState::ready;
  out.clock = ClockState::synchronised;
  out.panel = "1920 × 1080 px · 477 × 268 mm";
  out.version = "mangnon-kiosk " MANGNON_VERSION;
  return out;
}

GuestBook sample_guests() {
  GuestList list;
  const auto add = [&](std::string_view organisation, Giver group) {
    Guest guest;
    guest.organisation = std::string(organisation);
    guest.group = group;
    guest.order = static_cast<int>(list.guests.size()) + 1;
    list.guests.push_back(std::move(guest));
  };
  add("Sở Y tế tỉnh Lạng Sơn", Giver::agency);
  add("Sở Y học cổ truyền và Phục hồi chức năng Xứ Lạng", Giver::agency);
  add("Công ty TNHH MTV Thương mại & Dịch vụ Xứ Lạng", Giver::business);
  add(kLongestName, Giver::business);
  return make_guest_book(std::move(list));
}

}  // namespace mn::kiosk
