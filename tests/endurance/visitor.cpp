#include "tests/endurance/visitor.h"

#include <SDL.h>

#include <cstring>
#include <string>

namespace mn::kiosk {
namespace {

const std::vector<std::string> kFamilies = {"Nguyễn", "Hoàng", "Nông", "Lý", "Vi", "Đặng", "Lộc", "Triệu", "Phùng"};
const std::vector<std::string> kMiddles = {"Thị", "Văn", "Ngọc", "Minh", "Thùy", "Đức", "Bích"};
const std::vector<std::string> kGivens = {"Hoà", "Ước", "Mận", "Khuyên", "Nghĩa", "Quỳnh", "Thưởng", "Duyên", "Bảo"};
const std::vector<std::string> kHouses = {"so y", "Công ty TNHH", "Hợp tác xã", "Trường Tiểu học", "cty xu lang"};

// How much this visitor is drawn to a target.
int weight_of(const ui::Target& target) {
  const int id = target.id;
  if (id >= kTouchKey) return 2;
  if (id >= kTouchDay) return 3;
  if (id >= kTouchStaffOrder) return 0;
  if (id >= kTouchDigit) return 8;
  switch (id) {
    case kTouchStart:
    case kTouchOn:
    case kTouchFinish:
      return 60;
    case kTouchMoreTime:
    case kTouchClose:
    case kTouchHelpOver:
    case kTouchKeep:
    case kTouchPublish:
    case kTouchHideAmount:
      return 12;
    case kTouchStaffDoor:
    case kTouchPrint:
      return 0;
    case kTouchField:
      return 6;
    default:
      return 3;
  }
}

void push_finger(std::uint32_t type, float x, float y) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.touchId = 1;
  event.tfinger.fingerId = 1;
  event.tfinger.x = x;
  event.tfinger.y = y;
  SDL_PushEvent(&event);
}

void push_text(const std::string& text) {
  SDL_Event event{};
  event.type = SDL_TEXTINPUT;
  std::strncpy(event.text.text, text.c_str(), sizeof event.text.text - 1);
  SDL_PushEvent(&event);
}

}  // namespace

void Visitor::touch(const ui::Target& target, ui::Size canvas) {
  side_ = side_ < 0.5F ? 0.8F : 0.2F;
  const float x = (target.rect.x + target.rect.width * side_) / canvas.width;
  const float y = (target.rect.y + target.rect.height * 0.5F) / canvas.height;
  push_finger(SDL_FINGERDOWN, x, y);
  push_finger(SDL_FINGERUP, x, y);
}

bool Visitor::act(const Visit& visit, const std::vector<ui::Target>& targets, ui::Size canvas) {
  const Name* name = std::get_if<Name>(&visit.screen);
  const bool empty = name != nullptr && name->chosen.name.empty();
  if (empty && visit.panel == Panel::none && random_.one_in(3)) {
    push_text(name->chosen.giver == Giver::person
                  ? random_.pick(kFamilies) + " " + random_.pick(kMiddles) + " " + random_.pick(kGivens)
                  : random_.pick(kHouses) + " " + random_.pick(kGivens));
    return true;
  }
  int sum = 0;
  for (const ui::Target& target : targets) sum += target.enabled ? weight_of(target) : 0;
  if (sum == 0) return false;
  int thrown = static_cast<int>(random_.below(static_cast<std::size_t>(sum)));
  for (const ui::Target& target : targets) {
    thrown -= target.enabled ? weight_of(target) : 0;
    if (thrown >= 0) continue;
    touch(target, canvas);
    return true;
  }
  return false;
}

}  // namespace mn::kiosk
