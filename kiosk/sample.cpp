#include "kiosk/sample.h"

#include "kiosk/order.h"

namespace mn::kiosk {
namespace {

constexpr std::string_view kPerson = "Nguyễn Thị Hoà";
constexpr std::string_view kLongestName =
    "CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN THƯƠNG MẠI, DỊCH VỤ & VẬN TẢI NGUYỄN ĐƯỜNG NHỮN";
constexpr Money kTwoMillion{2'000'000};
constexpr Money kAboveTransfer{1'005'021'115};

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
  return out;
}

// The cursor behind the name.
Screen named(const Choices& chosen, Shift shift, bool signs) {
  Typing typing = begin_typing(chosen.name, capitals_for(chosen.giver));
  typing.shift = shift;
  typing.signs = signs;
  return Name{chosen, typing};
}

Kept kept(Money amount) {
  Kept out;
  out.code = make_code({7, 3, 9, 2, 6, 1, 8, 5});
  out.amount = amount;
  return out;
}

struct Sample {
  std::string_view name;
  Screen (*screen)();
};

constexpr Sample kSamples[] = {
    {"attract", [] { return Screen(Attract{}); }},
    {"amount", [] { return Screen(Amount{}); }},
    {"keypad",
     [] {
       return Screen(Keypad{{}, Money{1'250'000}});
     }},
    {"large",
     [] {
       return Screen(LargeCheck{{}, Money{100'000'000}});
     }},
    {"who", [] { return Screen(Who{choices(kTwoMillion)}); }},
    {"name", [] { return named(choices(kTwoMillion, Giver::person, "Nguyễn Thị Ho"), Shift::off, false); }},
    {"signs", [] { return named(choices(kTwoMillion, Giver::business, "Hợp tác xã 2-9"), Shift::off, true); }},
    {"review",
     [] {
       Choices chosen = choices(kTwoMillion, Giver::person, kPerson);
       chosen.publish = true;
       return Screen(Review{chosen});
     }},
    {"review_unnamed", [] { return Screen(Review{choices(kTwoMillion)}); }},
    {"recording",
     [] {
       return Screen(Recording{choices(kTwoMillion, Giver::person, kPerson), {}, kept({}).code});
     }},
    {"thanks", [] { return Screen(Thanks(kept(kTwoMillion), TypedText(kPerson))); }},
    {"account", [] { return Screen(Thanks(kept(kAboveTransfer), TypedText("Công ty TNHH Xứ Lạng"))); }},
    {"idle", [] { return Screen(Who{choices(kTwoMillion)}); }},
    {"resting", [] { return Screen(Resting{}); }},
    {"resting_unsure",
     [] {
       return Screen(Resting{VisitId{}, kept({}).code, {}});
     }},
    {"longest_keypad",
     [] {
       return Screen(Keypad{{}, kLargestPledge});
     }},
    {"longest_large",
     [] {
       return Screen(LargeCheck{{}, kLargestPledge});
     }},
    {"longest_who", [] { return Screen(Who{longest()}); }},
    {"longest_name", [] { return named(longest(), Shift::locked, false); }},
    {"longest_review", [] { return Screen(Review{longest()}); }},
    {"longest_thanks", [] { return Screen(Thanks(kept(Money{499'999'999}), TypedText(kLongestName))); }},
    {"longest_account", [] { return Screen(Thanks(kept(kLargestPledge), TypedText(kLongestName))); }},
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
    const bool well = name.rfind("resting", 0) != 0;
    return Visit{sample.screen(), terms.language, now_ms - untouched_ms, now_ms - untouched_ms, well};
  }
  return std::nullopt;
}

}  // namespace mn::kiosk
