#pragma once
#include <optional>
#include <vector>
#include "core/money.h"
namespace mn {
struct Stretch { Money from; Money to; std::int64_t permille = 0; };
struct Moment { Money threshold; bool goal = false; std::int64_t at_ms = 0; };
struct Milestones { std::vector<Money> thresholds; Money goal; Money reached; };
inline void begin(Milestones& m, std::vector<Money> t, Money goal, Money, Money ever) { m.thresholds = std::move(t); m.goal = goal; m.reached = ever; }
inline std::optional<Moment> move_to(Milestones& m, Money total, std::int64_t now_ms) {
  std::optional<Moment> out;
  for (Money t : m.thresholds) if (t > m.reached && t <= total) out = Moment{t, false, now_ms + 1400};
  if (m.goal.dong > 0 && m.goal > m.reached && m.goal <= total) out = Moment{m.goal, true, now_ms + 1400};
  if (total > m.reached) m.reached = total;
  return out;
}
inline Stretch stretch_of(const Milestones& m, Money shown, std::int64_t) {
  Stretch s; s.to = m.goal;
  for (Money t : m.thresholds) { if (t <= shown) s.from = t; else { s.to = t; break; } }
  if (s.to > s.from) s.permille = (shown.dong - s.from.dong) * 1000 / (s.to.dong - s.from.dong);
  return s;
}
inline bool stretch_moves(const Milestones&, std::int64_t) { return false; }
inline Money greatest_reached(const Milestones& m) { return m.reached; }
}
