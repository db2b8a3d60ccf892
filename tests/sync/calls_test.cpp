// Calls for help: open until answered, in whatever order the entries come.
#include "backend-sync/calls.h"

#include <gtest/gtest.h>

#include "tests/sync/writer.h"

namespace mn {
namespace {

using namespace test;

TEST(Calls, OpenUntilAnswered) {
  Writer kiosk = make_writer(1), desk = make_writer(2);
  const Entry born = write_born(kiosk).front();
  const Entry called = write(kiosk, {Called{"amount\x1b[2J"}}).front();
  const Entry again = write(kiosk, {Called{"review"}}).front();
  const Entry answered = write(desk, {Answered{called.ref()}}).front();

  Calls calls;
  EXPECT_FALSE(apply(calls, born));
  const std::optional<CallNews> first = apply(calls, called);
  ASSERT_TRUE(first);
  EXPECT_TRUE(first->is_open);
  EXPECT_EQ(first->call.screen.find('\x1b'), std::string::npos);
  EXPECT_TRUE(first->call.screen.starts_with("amount"));
  EXPECT_FALSE(apply(calls, called)) << "the same entry is no news";
  EXPECT_TRUE(apply(calls, again)->is_open);
  EXPECT_EQ(calls.open.size(), 2u);
  const std::optional<CallNews> closed = apply(calls, answered);
  ASSERT_TRUE(closed);
  EXPECT_FALSE(closed->is_open);
  EXPECT_EQ(closed->call.entry, called.ref());
  EXPECT_EQ(calls.open.size(), 1u);
  EXPECT_FALSE(apply(calls, answered));

  Calls other;
  EXPECT_FALSE(apply(other, answered)) << "the answer came first";
  EXPECT_FALSE(apply(other, called));
  EXPECT_TRUE(other.open.empty());
  Entry without = again;
  without.body.reset();
  EXPECT_FALSE(apply(other, without));
}

}  // namespace
}  // namespace mn
