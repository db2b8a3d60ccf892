#include "backend-sync/mangnon/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "backend-sync/program.h"

namespace mn {
namespace {

// An answer is one line, whatever a failure or a text brings.
std::string one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return out;
}

}  // namespace

std::optional<Result<std::string>> next_line(std::istream& in) {
  std::string line;
  bool too_long = false;
  for (int c = in.get(); c != '\n'; c = in.get()) {
    if (c == std::istream::traits_type::eof()) {
      if (line.empty() && !too_long) return std::nullopt;
      break;
    }
    too_long = too_long || line.size() == kLineBytesMax;
    if (!too_long) line.push_back(static_cast<char>(c));
  }
  if (too_long) return Failure{Cause::bad_input, fmt::format("a line longer than {} bytes", kLineBytesMax)};
  if (line.ends_with('\r')) line.pop_back();
  return Result<std::string>(std::move(line));
}

void print_line(std::string_view line) {
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fputc('\n', stdout);
  std::fflush(stdout);
}

std::shared_ptr<Question> add_question(CLI::App& verb, const std::string& name, const std::string& meaning) {
  auto question = std::make_shared<Question>();
  CLI::Option* lines = verb.add_flag("--stdin", question->from_stdin, "Answer every line of standard input instead");
  question->option = verb.add_option(name, question->argument, meaning)->excludes(lines);
  return question;
}

int answer(const CLI::App& verb, const Question& question, const Answering& answering) {
  if (question.from_stdin) return answer_lines(std::cin, answering);
  if (question.option->empty()) throw CLI::RequiredError(question.option->get_name() + " or --stdin");
  const Result<std::string> given = answering(question.argument);
  if (!given) return fail("mangnon " + verb.get_name(), given.failure());
  print_line(one_line(*given));
  return kExitDone;
}

int answer_lines(std::istream& in, const Answering& answering) {
  int exit_code = kExitDone;
  while (const auto line = next_line(in)) {
    const Result<std::string> given = *line ? answering(**line) : *line;
    if (!given) exit_code = kExitFailed;
    print_line(given ? one_line(*given) : "error: " + one_line(given.failure().words));
  }
  return exit_code;
}

}  // namespace mn
