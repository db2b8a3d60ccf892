// Every limit of the hub, in one place. A client that breaks one is answered or closed; it never takes from the others.
#pragma once

#include <chrono>
#include <cstddef>

#include "backend-sync/wire.h"
#include "core/entry.h"

namespace mn::limits {

using std::chrono::milliseconds;
using std::chrono::seconds;

// Who may talk at once. When it is full the connection that has waited longest without a good request gives way.
inline constexpr std::size_t kConnectionsMax = 2'000;
inline constexpr int kAcceptBacklog = 1'024;

// How much may be said. A run of 500 entries with the largest bodies fits; so does a page request of 10,000 heads.
inline constexpr std::size_t kHeaderBytesMax = 8 * 1024;
inline constexpr std::size_t kBodyBytesMax = kRunEntriesMax * (kHeaderSize + 3 + kBodySizeMax + 64) + 1024;
inline constexpr std::size_t kLargeBodyBytes = 64 * 1024;
inline constexpr std::size_t kLargeBodiesMax = 128;  // being received at once

// How long it may take: an idle connection is kept, a request that has begun must end soon.
inline constexpr seconds kIdleMost{75};
inline constexpr seconds kRequestMost{10};
inline constexpr seconds kWriteMost{15};
inline constexpr seconds kDrainMost{2};  // reading away what a refused client still sends
inline constexpr seconds kStopMost{5};   // SIGTERM: what is being answered is finished within this

// Nonsense (not what is merely refused) is answered ever more slowly, then not at all.
inline constexpr int kBadRequestsMax = 12;  // on one connection
inline constexpr milliseconds kBadRequestWait{10};
inline constexpr milliseconds kBadRequestWaitMost{200};

// The feed. Readers are woken in slices, so that a thousand of them do not hold up a push.
inline constexpr seconds kHeartbeatEvery{5};
inline constexpr std::size_t kWakeSlice = 100;
inline constexpr milliseconds kWakePause{4};
inline constexpr std::size_t kFeedEventsWaiting =
    64;  // for one slow reader; more and it is closed, and comes back by its heads

// The stages behind.
inline constexpr std::size_t kPushesWaiting = 8'192;  // more is answered 503
inline constexpr std::size_t kPagesWaiting = 4'096;
inline constexpr std::size_t kCommitRunsMax = 256;  // in one commit
inline constexpr std::size_t kCommitEntriesMax = 8'000;
inline constexpr unsigned kExaminersMax = 8;  // threads

static_assert(kHeadsMax * 150 < kBodyBytesMax);

}  // namespace mn::limits
