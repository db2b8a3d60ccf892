#include "kiosk/printing/line.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>

namespace mn::printing {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kAskAgainMs = 1000;  // while a job is being printed

enum class Sent { all, stalled, no_paper, gone };

const PrintReport kGone = {PrintOutcome::jam_or_offline, "the printer went away in the middle of the job"};
const PrintReport kStalled = {PrintOutcome::jam_or_offline, "the printer stopped taking data"};
const PrintReport kNoPaper = {PrintOutcome::paper_out, "the printer's driver says: no paper"};

int left_ms(Clock::time_point until) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
  return static_cast<int>(std::clamp<long long>(left, 0, 600'000));
}

// What poll says, or 0 when the time is over.
short wait_for(int descriptor, short events, Clock::time_point until) {
  for (;;) {
    pollfd one{descriptor, events, 0};
    const int ready = ::poll(&one, 1, left_ms(until));
    if (ready > 0) return one.revents;
    if (ready == 0 || errno != EINTR) return 0;
  }
}

Sent send_all(const Line& line, ByteView bytes, int stall_ms) {
  while (!bytes.empty()) {
    const short ready = wait_for(line.descriptor, POLLOUT, Clock::now() + std::chrono::milliseconds(stall_ms));
    if (ready == 0) return Sent::stalled;
    const ssize_t written = ::write(line.descriptor, bytes.data(), bytes.size());
    if (written > 0) {
      bytes = bytes.subspan(static_cast<std::size_t>(written));
    } else if (written < 0 && errno == ENOSPC) {
      return Sent::no_paper;  // what the kernel's printer driver makes of an empty roll
    } else if (written < 0 && errno != EAGAIN && errno != EINTR) {
      return Sent::gone;
    } else if ((ready & POLLOUT) == 0) {
      return Sent::gone;
    }
  }
  // The last part is taken when the line could take more.
  const short ready = wait_for(line.descriptor, POLLOUT, Clock::now() + std::chrono::milliseconds(stall_ms));
  if (ready == 0) return Sent::stalled;
  return (ready & (POLLERR | POLLHUP)) != 0 ? Sent::gone : Sent::all;
}

struct Heard {
  std::optional<std::uint8_t> byte;
  bool gone = false;
};
Heard hear(const Line& line, Clock::time_point until) {
  for (;;) {
    const short ready = wait_for(line.descriptor, POLLIN, until);
    if (ready == 0) return {};
    std::uint8_t byte = 0;
    const ssize_t count = ::read(line.descriptor, &byte, 1);
    if (count == 1) return {byte, false};
    // Some drivers say "readable" and have nothing: nobody is gone, but waiting must not become spinning.
    const bool empty = count == 0 || errno == EAGAIN;
    if ((count == 0 && (ready & (POLLHUP | POLLRDHUP)) != 0) || (count < 0 && errno != EAGAIN && errno != EINTR))
      return {{}, true};
    if (empty && left_ms(until) == 0) return {};
    if (empty) ::usleep(5'000);
  }
}

struct Asked {
  Answers answers;
  bool gone = false;
};

// A printer that leaves the first question open is not asked the others.
Asked ask_all(const Line& line, const Limits& limits) {
  Asked out;
  if (!line.two_way) return out;
  struct Place {
    Question question;
    std::optional<std::uint8_t> Answers::*answer;
  };
  constexpr std::array kPlaces = {Place{Question::printer, &Answers::printer}, Place{Question::paper, &Answers::paper},
                                  Place{Question::offline, &Answers::offline}, Place{Question::error, &Answers::error}};
  for (const Place& place : kPlaces) {
    const Bytes question = ask(place.question);
    if (send_all(line, question, limits.answer_ms) == Sent::gone) return {{}, true};
    const auto until = Clock::now() + std::chrono::milliseconds(limits.answer_ms);
    for (;;) {
      const Heard heard = hear(line, until);
      if (heard.gone) return {{}, true};
      if (!heard.byte) break;
      if (!is_answer(*heard.byte)) continue;
      out.answers.*place.answer = heard.byte;
      break;
    }
    if (!out.answers.any()) return out;
  }
  return out;
}

// Thrown away, but only by a printer that speaks: another would print the order as letters.
PrintReport give_up(const Line& line, const PrintReport& report, bool speaks) {
  if (speaks) (void)send_all(line, forget_job(), 200);
  return report;
}

// After a job that went wrong: the printer's own reason, or ours.
PrintReport reason(const Line& line, const Limits& limits, const PrintReport& otherwise, bool speaks) {
  if (!speaks) return otherwise;
  const Asked asked = ask_all(line, limits);
  const PrintReport said = judge(asked.answers);
  return give_up(line, asked.gone || is_well(said) ? otherwise : said, true);
}

// Until the printer says that everything before the question has been printed.
PrintReport wait_until_done(const Line& line, const Limits& limits) {
  const auto until = Clock::now() + std::chrono::milliseconds(limits.done_ms);
  if (send_all(line, ask_when_done(), limits.stall_ms) != Sent::all) return reason(line, limits, kStalled, true);
  while (left_ms(until) > 0) {
    const auto pause = std::min(until, Clock::now() + std::chrono::milliseconds(kAskAgainMs));
    for (Heard heard = hear(line, pause); heard.byte || heard.gone; heard = hear(line, pause)) {
      if (heard.gone) return kGone;
      if (is_done_answer(*heard.byte)) return {PrintOutcome::printed, "the printer says that it is done"};
    }
    const Asked asked = ask_all(line, limits);
    if (asked.gone) return kGone;
    const PrintReport said = judge(asked.answers);
    if (!is_well(said)) return give_up(line, said, true);
  }
  return {PrintOutcome::printed, "the printer took everything; it did not say when it was done"};
}

}  // namespace

PrintReport ask_line(const Line& line, const Limits& limits) {
  const Asked asked = ask_all(line, limits);
  return asked.gone ? kGone : judge(asked.answers);
}

PrintReport print_on_line(const Line& line, ByteView job, const Limits& limits) {
  const Asked asked = ask_all(line, limits);
  if (asked.gone) return kGone;
  const PrintReport before = judge(asked.answers);
  if (!is_well(before)) return before;
  const bool speaks = asked.answers.any();
  switch (send_all(line, job, limits.stall_ms)) {
    case Sent::all:
      break;
    case Sent::stalled:
      return reason(line, limits, kStalled, speaks);
    case Sent::no_paper:
      return give_up(line, kNoPaper, speaks);
    case Sent::gone:
      return kGone;
  }
  if (speaks) return wait_until_done(line, limits);
  return {PrintOutcome::printed, "the printer took everything"};
}

}  // namespace mn::printing
