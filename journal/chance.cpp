#include "journal/chance.h"

#include <sodium.h>
#include <time.h>

#include "core/check.h"

namespace mn {
namespace {

constexpr std::int64_t kBillion = 1'000'000'000;

std::int64_t now_ns(clockid_t clock) {
  timespec now{};
  MN_CHECK(clock_gettime(clock, &now) == 0, "the clock answers");
  return static_cast<std::int64_t>(now.tv_sec) * kBillion + now.tv_nsec;
}

template <std::size_t N>
ByteArray<N> random_bytes() {
  // Before this, randombytes_buf would work too; sodium_init also picks the fastest code for this processor.
  static const int ready = sodium_init();
  MN_CHECK(ready >= 0, "libsodium starts");
  ByteArray<N> out;
  randombytes_buf(out.data(), out.size());
  return out;
}

}  // namespace

Salt new_salt() { return random_bytes<16>(); }
Seed new_seed() { return random_bytes<32>(); }
ByteArray<8> random_8() { return random_bytes<8>(); }

VisitId new_visit_id() { return visit_id(utc_now_us() / 1000, random_bytes<10>()); }

std::int64_t utc_now_us() { return now_ns(CLOCK_REALTIME) / 1000; }
std::int64_t monotonic_ns() { return now_ns(CLOCK_MONOTONIC); }

}  // namespace mn
