// PIN lines: libsodium's own, held to limits before anything is spent on them. And what the kernel says of the clock.
#include "journal/pin_hash.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <vector>

#include "journal/clock_sync.h"

namespace mn {
namespace {

TEST(PinHash, HoldsForThePinAndNoOther) {
  const Result<std::string> line = hash_pin("482913");
  ASSERT_TRUE(line) << line.failure().words;
  EXPECT_TRUE(line->starts_with("$argon2id$v=19$m=32768,t=12,p=1$")) << *line;
  EXPECT_TRUE(check_pin_line(*line));
  EXPECT_TRUE(*pin_holds(*line, "482913"));
  for (const char* other : {"482914", "48291", "4829133", "", "482 913"}) EXPECT_FALSE(*pin_holds(*line, other));
  EXPECT_EQ(crypto_pwhash_str_verify(line->c_str(), "482913", 6), 0) << "libsodium itself agrees";
  EXPECT_NE(*hash_pin("482913"), *line) << "salted";
}

TEST(PinHash, ALineThatIsNoneOrAsksForTooMuchIsRefusedAtOnce) {
  const std::string rest = "$c2FsdHNhbHRzYWx0c2FsdA$Zm9ydHlmb3J0eWZvcnR5Zm9ydHlmb3J0eWZvcnR5Zm8";
  EXPECT_TRUE(check_pin_line("$argon2id$v=19$m=32768,t=8,p=1" + rest));
  EXPECT_TRUE(check_pin_line("$argon2id$v=19$m=65536,t=2,p=1" + rest)) << "libsodium's interactive limits";
  const std::vector<std::string> wrong = {"",
                                          "482913",
                                          "$argon2id$",
                                          "$argon2i$v=19$m=32768,t=8,p=1" + rest,
                                          "$argon2id$v=19$m=1048576,t=4,p=1" + rest,
                                          "$argon2id$v=19$m=99999999999999999999,t=4,p=1" + rest,
                                          "$argon2id$v=19$m=32768,t=1000000,p=1" + rest,
                                          "$argon2id$v=19$m=32768,t=0,p=1" + rest,
                                          "$argon2id$v=19$m=32768,t=8,p=64" + rest,
                                          "$argon2id$v=19$m=-1,t=8,p=1" + rest,
                                          "$argon2id$v=19$m=32768,t=8" + rest,
                                          "$argon2id$v=19$m=32768,t=8,p=1$c2FsdA",
                                          "$argon2id$v=19$m=32768,t=8,p=1" + rest + std::string(200, 'A')};
  for (const std::string& line : wrong) {
    EXPECT_FALSE(check_pin_line(line)) << line;
    const Result<bool> holds = pin_holds(line, "482913");
    ASSERT_FALSE(holds) << line;
    EXPECT_EQ(holds.failure().cause, Cause::bad_input);
  }
}

TEST(ClockSync, TheKernelAnswersOrSaysNothing) {
  const std::optional<bool> first = clock_synchronised();
  EXPECT_EQ(first.has_value(), clock_synchronised().has_value());
}

}  // namespace
}  // namespace mn
