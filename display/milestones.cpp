#include "display/milestones.h"

#include <algorithm>
#include <array>

#include "display/counting.h"
#include "display/goal.h"

namespace mn {
namespace {

std::size_t reached(const std::vector<Money>& marks, Money amount) {
  return static_cast<std::size_t>(std::upper_bound(marks.begin(), marks.end(), amount) - marks.begin());
}

bool is_goal(const Milestones& m, std::size_t mark) { return m.has_goal && mark + 1 == m.marks.size(); }

// What has begun or ended is history; only one of it is kept.
void settle(Milestones& m, std::int64_t now_ms) {
  if (m.next && (!m.current || m.next->begins_ms <= now_ms)) {
    m.current = m.next;
    m.next.reset();
  }
}

bool begun(const std::optional<Celebration>& celebration, std::int64_t now_ms) {
  return celebration && celebration->begins_ms <= now_ms;
}

void cross(Milestones& m, std::size_t before, std::size_t to, std::int64_t now_ms) {
  Celebration fresh;
  fresh.mark = to - 1;
  fresh.goal = is_goal(m, fresh.mark);
  fresh.crossed_ms = now_ms;
  fresh.begins_ms = now_ms + kCountingMs;
  fresh.from_mark = before;
  fresh.seen_before = m.seen;
  m.seen = to;
  std::optional<Celebration>& waiting = m.current && !begun(m.current, now_ms) ? m.current : m.next;
  if (waiting) {  // it has not begun: the greater one is celebrated for both
    fresh.from_mark = std::min(fresh.from_mark, waiting->from_mark);
    fresh.seen_before = std::min(fresh.seen_before, waiting->seen_before);
  }
  if (begun(m.current, now_ms)) {
    if (fresh.goal)
      m.current->ends_ms = std::min(m.current->ends_ms, fresh.begins_ms);
    else
      fresh.begins_ms = std::max(fresh.begins_ms, m.current->ends_ms);
  }
  fresh.ends_ms = fresh.begins_ms + (fresh.goal ? kGoalCelebrationMs : kMilestoneCelebrationMs);
  (waiting || m.current ? waiting : m.current) = fresh;
}

// Takes back what is no longer true. What had not begun goes to the greatest mark of those crossed that is still
// reached, or is as if it had never been; the rest ends early.
void take_back(Milestones& m, std::size_t to, std::int64_t now_ms) {
  for (std::optional<Celebration>* taken : {&m.next, &m.current}) {
    if (!*taken || (*taken)->mark < to) continue;
    Celebration& celebration = **taken;
    if (begun(*taken, now_ms)) {
      celebration.ends_ms = std::min(celebration.ends_ms, now_ms + kCutShortMs);
      continue;
    }
    m.seen = std::max(celebration.seen_before, to);
    if (to > celebration.seen_before) {
      celebration.mark = to - 1;
      celebration.crossed_ms = now_ms;
      celebration.goal = false;
      celebration.ends_ms = celebration.begins_ms + kMilestoneCelebrationMs;
    } else {
      taken->reset();
    }
  }
}

// The thousandths of `part` in `whole`, for 0 <= part <= whole: as goal.h has them.
std::int64_t permille_of(std::int64_t part, std::int64_t whole) { return mark_of({part}, {whole}).permille; }

Money from_of(const Milestones& m, std::size_t mark) { return mark == 0 ? Money{} : m.marks[mark - 1]; }

Stretch stretch_between(Money from, Money to, Money shown) {
  Stretch stretch;
  stretch.from = from;
  stretch.to = to;
  const Money within = std::clamp(shown, from, to);
  stretch.permille = permille_of(within.dong - from.dong, to.dong - from.dong);
  return stretch;
}

// The celebration that the bar belongs to: from the crossing on, until it ends.
const Celebration* bound_to(const Milestones& m, std::int64_t now_ms) {
  if (m.current && now_ms < m.current->ends_ms) return &*m.current;
  return m.next && now_ms < m.next->ends_ms ? &*m.next : nullptr;
}

}  // namespace

Milestones milestones_of(std::span<const Money> thresholds, Money goal) {
  Milestones m;
  m.has_goal = goal.dong > 0;
  for (const Money threshold : thresholds)
    if (threshold.dong > 0 && (!m.has_goal || threshold < goal)) m.marks.push_back(threshold);
  if (m.has_goal) m.marks.push_back(goal);
  std::sort(m.marks.begin(), m.marks.end());
  m.marks.erase(std::unique(m.marks.begin(), m.marks.end()), m.marks.end());
  return m;
}

void begin(Milestones& m, Money amount, Money greatest, std::int64_t now_ms) {
  settle(m, now_ms);
  const std::size_t to = reached(m.marks, amount);
  if (to < reached(m.marks, m.amount)) take_back(m, to, now_ms);
  m.amount = amount;
  m.seen = std::max({m.seen, to, reached(m.marks, greatest)});
}

void advance(Milestones& m, Money amount, std::int64_t now_ms) {
  settle(m, now_ms);
  const std::size_t before = reached(m.marks, m.amount);
  const std::size_t to = reached(m.marks, amount);
  m.amount = amount;
  if (to < before) take_back(m, to, now_ms);
  if (to > m.seen) cross(m, before, to, now_ms);
}

void absent(Milestones& m, std::int64_t from_ms, std::int64_t to_ms) {
  if (to_ms <= from_ms) return;
  for (std::optional<Celebration>* celebration : {&m.current, &m.next}) {
    if (!*celebration) continue;
    (*celebration)->crossed_ms += to_ms - from_ms;
    (*celebration)->begins_ms += to_ms - from_ms;
    (*celebration)->ends_ms += to_ms - from_ms;
  }
}

std::optional<Celebration> celebrated(const Milestones& m, std::int64_t now_ms) {
  for (const std::optional<Celebration>* celebration : {&m.next, &m.current})
    if (begun(*celebration, now_ms) && now_ms < (*celebration)->ends_ms) return *celebration;
  return std::nullopt;
}

std::optional<Stretch> stretch_at(const Milestones& m, Money shown, std::int64_t now_ms) {
  if (m.marks.empty()) return std::nullopt;
  const std::size_t count = reached(m.marks, shown);
  Stretch stretch;
  if (const Celebration* celebration = bound_to(m, now_ms)) {
    stretch = stretch_between(from_of(m, celebration->from_mark), m.marks[celebration->from_mark], shown);
    if (stretch.permille == 1000) stretch.phase = StretchPhase::full;
  } else if (count == m.marks.size()) {
    stretch = stretch_between(from_of(m, count - 1), m.marks.back(), shown);
    stretch.phase = StretchPhase::complete;
  } else {
    stretch = stretch_between(from_of(m, count), m.marks[count], shown);
    const Celebration* last = m.next ? &*m.next : m.current ? &*m.current : nullptr;
    if (last != nullptr && last->mark < count && now_ms - last->ends_ms < kNextStretchMs) {
      stretch.phase = StretchPhase::turning;
      stretch.turning_permille = (now_ms - last->ends_ms) * 1000 / kNextStretchMs;
    }
  }
  if (shown > m.marks.back()) stretch.beyond = {shown.dong - m.marks.back().dong};
  return stretch;
}

std::optional<std::int64_t> next_change_ms(const Milestones& m, std::int64_t now_ms) {
  std::optional<std::int64_t> next;
  for (const std::optional<Celebration>* celebration : {&m.current, &m.next}) {
    if (!*celebration) continue;
    const std::int64_t ends_ms = (*celebration)->ends_ms;
    for (const std::int64_t at_ms : std::array{(*celebration)->begins_ms, ends_ms, ends_ms + kNextStretchMs})
      if (at_ms > now_ms) next = std::min(next.value_or(at_ms), at_ms);
  }
  return next;
}

}  // namespace mn
