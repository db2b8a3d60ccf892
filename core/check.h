// A broken invariant stops the program, always: the journal is the truth and the service manager restarts us.
#pragma once

#include <cstdio>
#include <cstdlib>

#define MN_CHECK(condition, words)                                                                       \
  do {                                                                                                   \
    if (!(condition)) [[unlikely]] {                                                                     \
      std::fprintf(stderr, "broken invariant: %s (%s, %s:%d)\n", words, #condition, __FILE__, __LINE__); \
      std::abort();                                                                                      \
    }                                                                                                    \
  } while (false)
