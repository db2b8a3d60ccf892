// mangnon pin: a staff PIN for a kiosk's settings, as a line that does not tell it.
#include "core/pin.h"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "core/crypto.h"
#include "journal/pin_hash.h"
#include "journal/private_process.h"

namespace mn {
namespace {

constexpr const char* kWho = "mangnon pin";

void wipe_text(std::string& text) { wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()}); }

// A terminal that does not show what is typed, until this goes.
class NoEcho {
 public:
  NoEcho() : changed_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!changed_) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~NoEcho() {
    if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;

 private:
  termios before_{};
  bool changed_;
};

std::string fault_words(PinFault fault) {
  switch (fault) {
    case PinFault::ok:
      return "";
    case PinFault::too_short:
      return fmt::format("a PIN has at least {} digits", kPinDigitsMin);
    case PinFault::too_long:
      return fmt::format("a PIN has at most {} digits", kPinDigitsMax);
    case PinFault::not_digits:
      return "a PIN has digits only: the kiosk has a number pad for it";
    case PinFault::too_simple:
      return "this PIN is too easy to guess (few digits, a pattern, or counting up or down)";
  }
  return "";
}

Result<std::string> ask(const char* question) {
  fmt::print(stderr, "{}", question);
  std::fflush(stderr);
  const NoEcho silent;
  std::optional<Result<std::string>> line = next_line(std::cin);
  fmt::print(stderr, "\n");
  if (!line) return Failure{Cause::bad_input, "no PIN was given"};
  return *std::move(line);
}

Result<std::string> asked_twice() {
  Result<std::string> first = ask("New staff PIN (6 to 12 digits, not shown): ");
  if (!first || pin_fault(*first) != PinFault::ok) return first;
  Result<std::string> again = ask("The same once more: ");
  if (!again) return again;
  const bool same = *first == *again;
  wipe_text(*again);
  if (same) return first;
  wipe_text(*first);
  return Failure{Cause::bad_input, "the two are not the same; nothing was made"};
}

int make_pin(bool from_stdin) {
  (void)keep_private();
  if (!from_stdin && ::isatty(STDIN_FILENO) == 0)
    return fail(kWho, {Cause::bad_input, "no terminal to ask at; give the PIN on standard input with --stdin"});
  Result<std::string> pin = Failure{Cause::bad_input, "no PIN was given"};
  if (from_stdin) {
    if (std::optional<Result<std::string>> line = next_line(std::cin)) pin = *std::move(line);
  } else {
    pin = asked_twice();
  }
  if (!pin) return fail(kWho, pin.failure());
  const PinFault fault = pin_fault(*pin);
  const Result<std::string> hashed =
      fault == PinFault::ok ? hash_pin(*pin) : Failure{Cause::bad_input, fault_words(fault)};
  wipe_text(*pin);
  if (!hashed) return fail(kWho, hashed.failure());
  print_line(*hashed);
  return kExitDone;
}

}  // namespace

void add_pin(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("pin", "Makes the line that guards a kiosk's staff corner, from a PIN");
  verb->group(kJournalVerbs);
  verb->footer(
      "Example:\n  mangnon pin\nAsks twice without showing it, and prints an argon2id line for the kiosk's settings. "
      "With --stdin it reads one line instead. The PIN itself is kept nowhere.");
  auto from_stdin = std::make_shared<bool>(false);
  verb->add_flag("--stdin", *from_stdin, "Read the PIN from standard input");
  verb->callback([=, &exit_code] { exit_code = make_pin(*from_stdin); });
}

}  // namespace mn
