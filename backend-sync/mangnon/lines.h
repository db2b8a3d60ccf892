// Lines in and answers out, for verbs that scripts talk to: one line asked, one line answered, at once.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace mn {

inline constexpr std::size_t kLineBytesMax = 64 * 1024;

// The next line without its end ("\n" or "\r\n"); nothing at the end of the stream. Of a line longer than kLineBytesMax
// the rest is thrown away and bad_input is returned in its place, so that lines and answers stay in step.
std::optional<Result<std::string>> next_line(std::istream& in);

// Prints one answer and flushes it: a script on the other end of a pipe waits for it.
void print_line(std::string_view line);

// What a pure verb was asked: one argument, or many lines.
struct Question {
  std::string argument;
  bool from_stdin = false;
  CLI::Option* option = nullptr;  // the argument's, to know whether it was given at all
};

// Adds the argument `name` and --stdin to a verb; exactly one of them must be given
// (answer() throws CLI11's own error otherwise: wrong usage).
std::shared_ptr<Question> add_question(CLI::App& verb, const std::string& name, const std::string& meaning);

using Answering = std::function<Result<std::string>(std::string_view)>;

// One argument: the answer on stdout, or why there is none on stderr. Lines: for each an answer or "error: why" on
// stdout. Gives the exit code.
int answer(const CLI::App& verb, const Question& question, const Answering& answering);
int answer_lines(std::istream& in, const Answering& answering);

}  // namespace mn
