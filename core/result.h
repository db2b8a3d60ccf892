// An operating failure is a value. A function that can fail returns Result<T>; nobody may ignore one.
#pragma once

#include <optional>
#include <string>
#include <utility>

namespace mn {

// The few ways in which things go wrong, as far as a caller can act on them.
enum class Cause {
  bad_input,    // what was given is wrong; say what was expected
  not_found,    // a file, key or line that should be there is not
  busy,         // another process holds it
  refused,      // understood, and not allowed
  gap,          // an entry was skipped; send what follows the head
  conflict,     // same key, other bytes: stop and shout
  corrupt,      // what was kept does not verify
  unavailable,  // disk or network does not answer; trying again may help
  unknown,      // it may or may not have been kept; look before trying again
};

// What went wrong, in words a person can act on. Never shown on the kiosk or the display.
struct Failure {
  Cause cause;
  std::string words;
};

// A value or a Failure.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}              // NOLINT: implicit on purpose
  Result(Failure failure) : failure_(std::move(failure)) {}  // NOLINT

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  // Only when ok(); otherwise undefined, as with std::optional.
  T& operator*() & { return *value_; }
  const T& operator*() const& { return *value_; }
  T&& operator*() && { return *std::move(value_); }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }

  // Only when not ok().
  const Failure& failure() const { return failure_; }

 private:
  std::optional<T> value_;
  Failure failure_{};
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Failure failure) : failure_(std::move(failure)) {}  // NOLINT

  bool ok() const { return !failure_.has_value(); }
  explicit operator bool() const { return ok(); }
  const Failure& failure() const { return *failure_; }

 private:
  std::optional<Failure> failure_;
};

using Done = Result<void>;

}  // namespace mn
