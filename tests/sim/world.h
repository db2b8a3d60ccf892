// The simulated ceremony: the real rules of kiosk, desk, recorder, pusher, hub, puller and display in one thread with
// one clock, over links that drop, repeat, delay and reorder, and processes that die between any two steps. Everything
// that happens is thrown by seeded dice; the world only carries rules' orders out.
#pragma once

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "backend-sync/pulling.h"
#include "backend-sync/pushing.h"
#include "kiosk/order.h"
#include "kiosk/recording.h"
#include "kiosk/visit.h"
#include "tests/sim/bugs.h"
#include "tests/sim/disk.h"
#include "tests/sim/hall.h"
#include "tests/support/dice.h"

namespace mn::sim {

inline constexpr std::size_t kKiosks = 2;
inline constexpr std::size_t kDesks = 2;
// Who pushes: the kiosks, the accountant, the desks, and the hub to the fund.
inline constexpr std::size_t kAccountant = kKiosks;
inline constexpr std::size_t kFirstDesk = kAccountant + 1;
inline constexpr std::size_t kToFund = kFirstDesk + kDesks;
inline constexpr std::size_t kPushers = kToFund + 1;

// A process that writes a journal of its own.
struct Owner {
  KeyPair keys;
  OriginId origin;
  Disk disk;
};

struct Kiosk {
  Owner own;
  bool alive = true;
  kiosk::Visit visit;
  std::deque<Append> orders;  // with the recorder; the first is being carried out
  kiosk::Attempt attempt;
  std::vector<kiosk::Report> reports;  // from the recorder, not read by the window yet
};

// A request on its way, or its answer on the way back. Only the answer to the request that waits is taken, as with
// HTTP.
struct Message {
  std::size_t pusher = 0;  // kPushers: the puller
  std::uint64_t request = 0;
  bool back = false;
  bool to_fund = false;
  std::string path;  // "heads", "entries", "hub", "page"
  int status = 0;
  std::string text;
  Bytes bytes;
};

struct Pusher {
  bool alive = true;
  bool begun = false;
  PushState state;
  PushOrder order = Wait{0};
  std::uint64_t waiting_for = 0;  // request, 0: none
  std::int64_t gives_up_ms = 0;
  Head sent_to;
  std::map<OriginId, Head> furthest;  // what the hub ever said; used by the bug cursor_never_back only
};

struct Hub {
  Owner own;
  bool alive = true;
  Admission admission;
  std::vector<Disk> backups;
  std::map<OriginId, Seq> answered;  // by this life of the hub: what it said it has
};

// The display's machine: its copy of the journal, and the puller that fills it.
struct Screen {
  Owner own;
  bool puller_alive = true;
  bool begun = false;
  PullState pull;
  PullOrder order = WaitForNews{0};
  Admission admission;
  PageRequest asked;
  std::uint64_t waiting_for = 0;
  std::int64_t gives_up_ms = 0;
  std::map<OriginId, Seq> cursor;  // with the bug stored_cursor
};

// What people know, outside all machines.
struct Truth {
  std::map<VisitId, kiosk::Kept> thanked;
  std::map<VisitId, Money> confirmed;  // the donor tapped confirm
  std::set<EntryRef> known_pledges;    // the accountant read them off the hub
  std::map<EntryRef, VisitId> visits;  // of those
  std::vector<EntryRef> desk_pledges;  // recorded at the desks
  std::set<VisitId> calls_forgiven;    // the kiosk died, or could not say whether it has them
};

struct World {
  Dice dice;
  Bug bug = Bug::none;
  std::int64_t now_ms = 1'000'000;
  std::uint64_t next_request = 1;
  bool calm = false;  // the end: no more faults, links are whole
  std::vector<Kiosk> kiosks;
  Owner accountant;
  std::vector<Owner> desks;
  Hub hub;
  Hub fund;
  std::vector<Pusher> pushers;
  Screen screen;
  HallScreen hall;
  std::vector<Message> links;
  Truth truth;
  std::uint64_t lines_booked = 0;
  std::uint64_t words_said = 0;                // by the desks
  std::map<const Disk*, std::size_t> checked;  // how much of each disk was held against its owners'
};

// A venue with everything enrolled and nothing pledged.
World make_world(std::uint64_t seed, Bug bug);

// One step of somebody, thrown by the dice.
void step(World& world);

// What must hold after every step; the words of the first thing that does not. Cheap: looks at what can have changed.
std::optional<std::string> broken_invariant(World& world);

// No more faults: everything that died comes back, links are whole, and all steps go on until nothing is left to do.
// Then: every kiosk's entries are at the hub, at the display and at the fund, counted once.
std::optional<std::string> broken_ending(World& world);

// A whole schedule: set-up, `steps` steps, the ending. Nothing when every invariant held.
std::optional<std::string> run_schedule(std::uint64_t seed, Bug bug, int steps);

// Parts of step(), each carrying out one rule's order.
void step_kiosk(World& world, Kiosk& kiosk);
void step_recorder(World& world, Kiosk& kiosk);
void step_accountant(World& world);
void step_pusher(World& world, std::size_t index);
void step_puller(World& world);
void step_desk(World& world, std::size_t desk);
void step_link(World& world);
void kill_something(World& world);
void revive_everything(World& world);

// The desk's last words: everything goes on, and nobody is held any more.
void close_desk(World& world);

Owner& owner_of(World& world, std::size_t pusher);
const Campaign& sim_campaign();
const Setting& hall_setting(std::size_t hall);  // below kHalls

}  // namespace mn::sim
