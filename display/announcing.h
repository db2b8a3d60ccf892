// How arrivals become cards on the screen: one by one while it is quiet, shorter and side by side when it is not, and
// merged before anybody waits too long. Each arrival is announced exactly once. Pure: a pledge is a number here, and
// what happens at which time follows from the inputs and their times alone, however often run_to is called in between.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "display/lineup.h"
#include "display/pace.h"

namespace mn {

// From arrival, or from the word that lets it go on, to the beginning of its announcement. Those called by the MC wait
// for each other only.
inline constexpr std::int64_t kLagMaxMs = 10'000;
// Cards begin at most this often, so that nothing on the screen repeats faster than 3 Hz.
inline constexpr std::int64_t kTurnMs = 400;
// A card called by the MC stays at least this long; one that was taken back fades for that long.
inline constexpr std::int64_t kCalledLeastMs = 3000;
inline constexpr std::int64_t kWithdrawingMs = 600;
inline constexpr std::size_t kNamedMax = 6;    // pledges that a merged card can still name
inline constexpr std::size_t kRecentMax = 12;  // cards that have left and are remembered

// A card: of one pledge, or of many that came at once.
struct Announcement {
  std::uint32_t id = 0;                // ascending by beginning; 0: from before the screen began
  std::vector<std::uint32_t> pledges;  // those it can name, at most kNamedMax, ascending: neutral order
  std::size_t count = 0;               // of all
  bool merged = false;                 // it began as a card of several
  bool called = false;                 // by the MC
  bool withdrawn = false;              // nothing of it is left: it fades and is not remembered
  Tier tier = Tier::small;             // the largest of them
  int lane = 0;                        // 0: the spot of honour
  std::int64_t entered_ms = 0;
  std::int64_t leaves_ms = 0;  // at the latest; earlier when its place is needed
  bool operator==(const Announcement&) const = default;
};

struct Announcing {
  std::vector<Announcement> on;      // on the screen, in order of lanes, at most one in each
  std::vector<Announcement> recent;  // that have left, newest first: a resting screen is never empty
  Lineup lineup;
  bool holding = false;
  int lanes = 1;

  // The rest is for announcing.cpp.
  Pacing pacing;
  std::uint32_t next_id = 1;
  bool merged_last = false;           // the newest card
  bool called_last = false;           // the newest card
  std::int64_t turned_ms = kLongAgo;  // the last turn
  std::int64_t asked_ms = kLongAgo;   // the last input: what follows from it happens later than it
  std::int64_t ran_to_ms = kLongAgo;
  bool operator==(const Announcing&) const = default;
};

// Begins with this many lanes (1 to kLanesMax), the pledges before `told` having been told before; `latest` of them,
// newest first, stand in `recent`.
Announcing announcing_from(int lanes, std::uint32_t told, std::span<const Arrival> latest, std::int64_t now_ms);

// Inputs. Each first runs to now_ms; a now_ms before an earlier one counts as that one. What an input changes begins a
// millisecond later, so that inputs of the same time are weighed together.

// A pledge that was told, waits, or was dropped is not taken again. `held`: it waits for the MC's word.
void arrive(Announcing& announcing, const Arrival& arrival, bool held, std::int64_t now_ms);

// The MC's word: announced next, before everybody who was not called, in the order of the calls, on a card of its own
// in the spot of honour. One that was announced already or is unknown is left alone.
void call(Announcing& announcing, std::uint32_t pledge, std::int64_t now_ms);

// A pledge is announced in another way, by the spotlight: it gets no card, and stands among the recent at once. One
// that neither waits, is held nor was called is left alone.
void tell_elsewhere(Announcing& announcing, std::uint32_t pledge, std::int64_t now_ms);

// Nothing new begins, not even what is called; what is on the screen stays its time. Release: all go on as if they had
// arrived now.
void hold(Announcing& announcing, std::int64_t now_ms);
void release(Announcing& announcing, std::int64_t now_ms);

// Those still held need the MC's word no more: they join those who wait, as if they had arrived now.
void release_held(Announcing& announcing, std::int64_t now_ms);

// A pledge is taken back: it waits no more; its card fades; a merged card counts one less. It does not come back.
void drop(Announcing& announcing, std::uint32_t pledge, std::int64_t now_ms);

// The wall has another shape. Cards in lanes that are no more leave.
void set_lanes(Announcing& announcing, int lanes, std::int64_t now_ms);

// The screen was dark between these times: all goes on from where it was, as if they were one.
void absent(Announcing& announcing, std::int64_t from_ms, std::int64_t to_ms);

// Lets happen what is due by now.
void run_to(Announcing& announcing, std::int64_t now_ms);

// When the cards will change without another input; nothing when they will not.
std::optional<std::int64_t> next_change_ms(const Announcing& announcing);

}  // namespace mn
