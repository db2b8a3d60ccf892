// mangnon code: pledge codes, checked and made.
#include <fmt/format.h>

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "core/pledge_code.h"
#include "journal/chance.h"

namespace mn {
namespace {

std::string fault_words(CodeFault fault) {
  switch (fault) {
    case CodeFault::none:
      return "";
    case CodeFault::no_prefix:
      return fmt::format("a pledge code begins with {}", kCodePrefix);
    case CodeFault::wrong_length:
      return fmt::format("after {} stand six signs", kCodePrefix);
    case CodeFault::sign_not_used:
      return fmt::format("a sign that codes do not use; they use {}", kCodeSigns);
    case CodeFault::too_few_digits:
      return "at least two of the first five signs are digits";
    case CodeFault::check_sign_wrong:
      return "the check sign does not fit: a sign is wrong, or two are swapped";
  }
  return "";
}

Result<std::string> check(std::string_view text) {
  const CodeReading reading = read_code(text);
  if (reading.code) return code_text(*reading.code);
  std::string words = fault_words(reading.fault);
  for (std::size_t i = 0; i < reading.suggestions.size(); ++i) {
    words += (i == 0 ? "; perhaps " : ", ") + code_text(reading.suggestions[i]);
  }
  return Failure{Cause::bad_input, words};
}

}  // namespace

void add_code(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("code", "Pledge codes: check one, make one");
  verb->group(kPureVerbs);
  verb->require_subcommand(1);
  verb->footer("Example:\n  mangnon code check \"qbtte 7k3 m9p\"\n  mangnon code make --count 3");

  CLI::App* checking =
      verb->add_subcommand("check", "Prints a valid code as memos have it; says what is wrong with another");
  const auto question = add_question(*checking, "CODE", "As a person typed it: case, spaces and dashes do not matter");
  checking->callback([=, &exit_code] { exit_code = answer(*checking, *question, check); });

  CLI::App* making = verb->add_subcommand("make", "Prints a new code, drawn at random");
  auto count = std::make_shared<int>(1);
  making->add_option("--count", *count, "How many")->check(CLI::Range(1, 100000));
  making->callback([=] {
    for (int i = 0; i < *count; ++i) print_line(code_text(make_code(random_8())));
  });
}

}  // namespace mn
