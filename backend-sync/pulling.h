// The puller's decisions: pages of what its own journal's heads lack, until there is no more, then wait for the feed.
// What comes is examined by the hub's own rules, rooted in the hub. Pure: time and randomness come in; nothing of this
// state is stored.
#pragma once

#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "backend-sync/receiving.h"
#include "backend-sync/wire.h"

namespace mn {

inline constexpr std::int64_t kAskPageEveryMs = 10'000;  // without news; the feed normally wakes within milliseconds

struct PullState {
  bool hub_known = false;
  std::map<OriginId, std::string> stopped;  // not taken, and why: refused by our rules, or in conflict
  std::set<OriginId> conflicts;             // of those, the ones that stay
  int refusals = 0;                         // pages in a row with nothing but refused runs
  std::int64_t ask_refused_at_ms = 0;
  bool news = true;
  int failures = 0;
  std::int64_t retry_at_ms = 0;
  std::int64_t page_asked_at_ms = 0;
  std::string trouble;  // of the link, "" when it is well
};

// Inputs.
struct HubIs {};  // the hub's card came and is the right one
struct PageTaken {
  std::set<OriginId> taken;  // origins of which something was appended, durably, to our journal
  std::map<OriginId, Failure> refused;
};
struct News {  // the feed says there is something, or the wait is over
  bool told = false;
};
using PullInput = std::variant<HubIs, PageTaken, News, Failure>;

// Orders. AskPage: request what the journal's heads lack, examine_page, append, settle_page.
struct AskHub {};
struct AskPage {
  std::set<OriginId> without;
};
struct WaitForNews {
  std::int64_t until_ms = 0;
};
using PullOrder = std::variant<AskHub, AskPage, WaitForNews>;

struct PullStep {
  PullState next;
  PullOrder order;
};
PullStep advance(PullState state, const PullInput& input, std::int64_t now_ms, std::uint64_t random);

// All there is has been taken, but for what is stopped.
bool settled(const PullState& state);
std::vector<std::string> stopped_lines(const PullState& state);

// The runs of a page that may be kept, and the origins whose runs may not. Enrolments count for the runs behind them in
// the same page. Fails with bad_input or corrupt when the bytes are no page.
struct Page {
  std::vector<Run> runs;
  std::map<OriginId, Failure> refused;
};
Result<Page> examine_page(const Admission& admission, ByteView packed);

// What the journal answered to a page's runs, one for one.
PageTaken settle_page(Admission& admission, const Page& page, const std::vector<Answer>& answers);

// What a hub puts into a page, by heads: which origins, after which seq, the hub's own origin first. Origins of which
// nothing is lacking are not named.
std::vector<EntryRef> lacking(const std::vector<Head>& hub, const PageRequest& request, const OriginId& own);

}  // namespace mn
