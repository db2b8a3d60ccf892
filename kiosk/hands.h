// The kiosk's hands: whatever a step asks of the world besides the journal is done here, each on a thread of its own
// (printer, PIN, export), and what came of it is taken back as plain answers. Decides nothing, draws nothing.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/strings.h"
#include "kiosk/visit.h"

namespace mn::kiosk {

struct HandsOptions {
  std::string journal;
  std::string name;      // what people call this kiosk
  std::string print_to;  // as mangnon-print --to; "": no slips
  int print_width_mm = 80;
  std::string usb;              // where to export to; "": a stick that is plugged in
  std::filesystem::path house;  // where the house's settings are kept; empty: not kept
  std::string panel;            // "1920 × 1080 px · 477 × 268 mm"
  std::string pin_hash;
  const Campaign* campaign = nullptr;
  const Strings* strings = nullptr;
  std::function<void()> answered;                    // called on other threads: come and take answers
  std::function<void(const std::string&)> complain;  // words for a technician
};

struct PinAnswer {
  std::optional<bool> holds;
};
using HandAnswer = std::variant<SlipState, PinAnswer, StaffNotice>;

class Hands {
 public:
  explicit Hands(HandsOptions options);
  ~Hands();
  Hands(const Hands&) = delete;
  Hands& operator=(const Hands&) = delete;

  // `visit`: as it stands after the step. False when the program shall end.
  bool carry_out(const Errand& errand, const Visit& visit);
  // What was answered since the last call, in order. Never waits.
  std::vector<HandAnswer> take_answers();
  // How things stand around the kiosk; reads a few small files, at most once a second.
  const Surroundings& look_around(std::int64_t now_ms);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// The house's settings of the last run; the given ones when there are none or they cannot be read.
House load_house(const std::filesystem::path& file, const House& otherwise);

}  // namespace mn::kiosk
