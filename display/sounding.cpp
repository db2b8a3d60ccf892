#include "display/sounding.h"

#include <algorithm>
#include <limits>

namespace mn {
namespace {

using Kind = Happening::Kind;

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

// At the same moment the greater comes first, and what is less finds the hall taken.
int rank(Kind kind) {
  switch (kind) {
    case Kind::reveal:
      return 3;
    case Kind::goal:
      return 2;
    case Kind::milestone:
      return 1;
    case Kind::announced:
      return 0;
  }
  return 0;
}

int rank(Cue cue) {
  switch (cue) {
    case Cue::reveal:
      return 3;
    case Cue::goal:
      return 2;
    case Cue::milestone:
      return 1;
    case Cue::chime_small:
    case Cue::chime_middle:
    case Cue::chime_large:
      return 0;
  }
  return 0;
}

bool music_plays(const Sounding& sounding, std::int64_t at_ms) {
  return sounding.music && at_ms < sounding.music_ends_ms;
}

bool one_waits(const Sounding& sounding) {
  return std::any_of(sounding.waiting.begin(), sounding.waiting.end(), [](const auto& since) { return since; });
}

// The next turn of a chime that waits; never, as long as none does.
std::int64_t turn_ms(const Sounding& sounding) {
  return one_waits(sounding) ? sounding.chimed_at_ms.value_or(0) + kChimeApartMs : kNever;
}

void chime(Sounding& sounding, GiftTier tier, std::int64_t at_ms, std::vector<Heard>& heard) {
  constexpr std::array<Cue, kGiftTierCount> kCues{Cue::chime_small, Cue::chime_middle, Cue::chime_large};
  heard.push_back({kCues.at(static_cast<std::size_t>(tier)), at_ms, sounding.chimes});
  sounding.chimes = (sounding.chimes + 1) % 1'000;
  sounding.chimed_at_ms = at_ms;
  sounding.waiting.fill(std::nullopt);
}

// The largest that has not waited for too long; the others were only there to be outdone.
void take_turn(Sounding& sounding, std::int64_t at_ms, std::vector<Heard>& heard) {
  for (std::size_t tier = kGiftTierCount; tier-- > 0;) {
    const std::int64_t wait_most = tier == 0 ? kSmallWaitMsMost : kLargerWaitMsMost;
    if (sounding.waiting.at(tier) && at_ms - *sounding.waiting.at(tier) <= wait_most)
      return chime(sounding, static_cast<GiftTier>(tier), at_ms, heard);
  }
  sounding.waiting.fill(std::nullopt);
}

void announced(Sounding& sounding, const Happening& happening, std::vector<Heard>& heard) {
  if (music_plays(sounding, happening.at_ms)) return;
  if (sounding.chimed_at_ms == happening.at_ms) return;  // that one was no smaller, and is for both
  const GiftTier tier = happening.merged > 1 ? GiftTier::small : happening.tier;
  const bool free = !sounding.chimed_at_ms || happening.at_ms - *sounding.chimed_at_ms >= kChimeApartMs;
  if (free && !one_waits(sounding)) return chime(sounding, tier, happening.at_ms, heard);
  sounding.waiting.at(static_cast<std::size_t>(tier)) = happening.at_ms;
}

// A greater music takes the place of a lesser one; otherwise the one that plays is left alone.
void music(Sounding& sounding, Cue cue, std::int64_t at_ms, std::vector<Heard>& heard) {
  if (music_plays(sounding, at_ms) && rank(cue) <= rank(sounding.music->cue)) return;
  sounding.music = Heard{cue, at_ms, 0};
  sounding.music_ends_ms = at_ms + length_ms(cue);
  sounding.waiting.fill(std::nullopt);
  heard.push_back(*sounding.music);
}

bool passes(Money& most, Money mark) {
  if (mark <= most) return false;
  most = mark;
  return true;
}

void take(Sounding& sounding, const Happening& happening, std::vector<Heard>& heard) {
  switch (happening.kind) {
    case Kind::announced:
      return announced(sounding, happening, heard);
    case Kind::milestone:
      if (passes(sounding.milestone_most, happening.mark)) music(sounding, Cue::milestone, happening.at_ms, heard);
      return;
    case Kind::goal:
      if (passes(sounding.goal_most, happening.mark)) music(sounding, Cue::goal, happening.at_ms, heard);
      return;
    case Kind::reveal:
      return music(sounding, Cue::reveal, happening.at_ms, heard);
  }
}

// Of one moment the same order every time, whatever order it was told in: the greatest first.
bool earlier(const Happening& one, const Happening& other) {
  if (one.at_ms != other.at_ms) return one.at_ms < other.at_ms;
  if (rank(one.kind) != rank(other.kind)) return rank(one.kind) > rank(other.kind);
  if ((one.merged > 1) != (other.merged > 1)) return other.merged > 1;
  if (one.tier != other.tier) return one.tier > other.tier;
  return one.mark > other.mark;
}

}  // namespace

std::int64_t length_ms(Cue cue) {
  switch (cue) {
    case Cue::milestone:
      return kMilestoneMs;
    case Cue::goal:
      return kGoalMs;
    case Cue::reveal:
      return kRevealMs;
    case Cue::chime_small:
    case Cue::chime_middle:
    case Cue::chime_large:
      return 0;
  }
  return 0;
}

bool give_up_music(Sounding& sounding, std::span<const Happening> on, std::int64_t now_ms) {
  if (!music_plays(sounding, now_ms)) return false;
  const auto belongs = [&](const Happening& one) {
    return rank(one.kind) == rank(sounding.music->cue) && one.at_ms == sounding.music->at_ms;
  };
  if (std::any_of(on.begin(), on.end(), belongs)) return false;
  sounding.music_ends_ms = now_ms;
  return true;
}

std::optional<std::int64_t> next_turn_ms(const Sounding& sounding) {
  const std::int64_t turn = turn_ms(sounding);
  return turn == kNever ? std::nullopt : std::optional(turn);
}

std::vector<Heard> listen(Sounding& sounding, std::span<const Happening> happenings, std::int64_t now_ms) {
  std::vector<Heard> heard;
  const std::int64_t from_ms = sounding.until_ms.value_or(now_ms);
  if (now_ms < from_ms) return heard;
  sounding.until_ms = now_ms;

  std::vector<Happening> fresh;
  std::copy_if(happenings.begin(), happenings.end(), std::back_inserter(fresh),
               [&](const Happening& one) { return one.at_ms > from_ms && one.at_ms <= now_ms; });
  std::sort(fresh.begin(), fresh.end(), earlier);
  for (const Happening& happening : fresh) {
    // What comes in the very moment of a turn still takes part in it.
    if (const std::int64_t turn = turn_ms(sounding); turn < happening.at_ms) take_turn(sounding, turn, heard);
    take(sounding, happening, heard);
  }
  if (const std::int64_t turn = turn_ms(sounding); turn <= now_ms) take_turn(sounding, turn, heard);

  std::erase_if(heard, [&](const Heard& one) { return now_ms - one.at_ms > kLateMsMost; });
  return heard;
}

}  // namespace mn
