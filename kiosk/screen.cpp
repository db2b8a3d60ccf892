#include "kiosk/screen.h"

#include "kiosk/overloaded.h"

namespace mn::kiosk {

const Choices* choices_of(const Screen& screen) {
  return std::visit(Overloaded{
                        [](const Attract&) -> const Choices* { return nullptr; },
                        [](const Recording&) -> const Choices* { return nullptr; },
                        [](const Thanks&) -> const Choices* { return nullptr; },
                        [](const Resting&) -> const Choices* { return nullptr; },
                        [](const StaffPin&) -> const Choices* { return nullptr; },
                        [](const Staff&) -> const Choices* { return nullptr; },
                        [](const auto& s) { return &s.chosen; },
                    },
                    screen);
}

std::optional<int> trail_place(const Screen& screen) {
  return std::visit(
      Overloaded{
          [](const Amount&) { return std::optional(0); },       [](const Keypad&) { return std::optional(0); },
          [](const LargeCheck&) { return std::optional(0); },   [](const GoodsWhat&) { return std::optional(0); },
          [](const GoodsCount&) { return std::optional(0); },   [](const GoodsValue&) { return std::optional(0); },
          [](const Who&) { return std::optional(1); },          [](const Name&) { return std::optional(2); },
          [](const Review&) { return std::optional(3); },       [](const WayOfGiving&) { return std::optional(3); },
          [](const PayOn&) { return std::optional(3); },        [](const Purpose&) { return std::optional(3); },
          [](const Message&) { return std::optional(3); },      [](const ContactForm&) { return std::optional(3); },
          [](const Attract&) { return std::optional<int>(); },  [](const Recording&) { return std::optional<int>(); },
          [](const Thanks&) { return std::optional<int>(); },   [](const Resting&) { return std::optional<int>(); },
          [](const StaffPin&) { return std::optional<int>(); }, [](const Staff&) { return std::optional<int>(); },
      },
      screen);
}

bool is_for_typing(const Screen& screen) {
  return std::holds_alternative<Name>(screen) || std::holds_alternative<GoodsWhat>(screen) ||
         std::holds_alternative<Message>(screen) || std::holds_alternative<ContactForm>(screen);
}

std::string_view screen_name(const Screen& screen) {
  return std::visit(Overloaded{
                        [](const Attract&) { return "attract"; },
                        [](const Amount&) { return "amount"; },
                        [](const Keypad&) { return "keypad"; },
                        [](const LargeCheck&) { return "large"; },
                        [](const GoodsWhat&) { return "goods"; },
                        [](const GoodsCount&) { return "goods_count"; },
                        [](const GoodsValue&) { return "goods_value"; },
                        [](const Who&) { return "who"; },
                        [](const Name&) { return "name"; },
                        [](const Review&) { return "review"; },
                        [](const WayOfGiving&) { return "way"; },
                        [](const PayOn&) { return "pay_on"; },
                        [](const Purpose&) { return "purpose"; },
                        [](const Message&) { return "message"; },
                        [](const ContactForm&) { return "contact"; },
                        [](const Recording&) { return "recording"; },
                        [](const Thanks&) { return "thanks"; },
                        [](const Resting&) { return "resting"; },
                        [](const StaffPin&) { return "pin"; },
                        [](const Staff&) { return "staff"; },
                    },
                    screen);
}

}  // namespace mn::kiosk
