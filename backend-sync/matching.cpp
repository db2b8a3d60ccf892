// The order of the questions is the order of the reasons a person would give.
#include "backend-sync/matching.h"

#include <algorithm>

namespace mn {
namespace {

// One sign away, or two signs swapped: what one slip of a finger does.
bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  std::size_t places[2] = {};
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (different == 2) return false;
    places[different++] = i;
  }
  if (different < 2) return true;
  return a[places[0]] == b[places[1]] && a[places[1]] == b[places[0]];
}

std::vector<PledgeCode> known_close_to(const PledgeBook& book, const std::vector<std::string>& almost) {
  std::vector<PledgeCode> found;
  for (const auto& [signs, places] : book.by_signs) {
    const bool close = std::any_of(almost.begin(), almost.end(),
                                   [&, &known = signs](const std::string& six) { return one_slip_apart(six, known); });
    if (close) found.push_back({signs});
  }
  std::sort(found.begin(), found.end());
  if (found.size() > kSuggestionsMax) found.resize(kSuggestionsMax);
  return found;
}

}  // namespace

PledgeBook pledge_book(const Tally& tally) {
  PledgeBook book{&tally, {}};
  for (std::size_t i = 0; i < tally.pledges.size(); ++i) book.by_signs[tally.pledges[i].said.code.signs].push_back(i);
  return book;
}

MemoMatch match(const PledgeBook& book, std::string_view description) {
  const CodesInMemo found = codes_in_memo(description);
  MemoMatch verdict;
  verdict.codes = found.codes;
  if (!found.almost.empty()) verdict.suggestions = known_close_to(book, found.almost);
  const auto queued = [&](QueueReason reason) {
    verdict.reason = reason;
    return verdict;
  };
  if (found.codes.empty()) return queued(found.almost.empty() ? QueueReason::no_code : QueueReason::check_sign_wrong);
  if (found.codes.size() > 1 || !verdict.suggestions.empty()) return queued(QueueReason::several_codes);
  if (found.repeated) return queued(QueueReason::code_repeated);
  const auto pledges = book.by_signs.find(found.codes.front().signs);
  if (pledges == book.by_signs.end()) return queued(QueueReason::code_unknown);
  if (pledges->second.size() > 1) return queued(QueueReason::code_on_two_pledges);
  const Pledge& pledge = book.tally->pledges[pledges->second.front()];
  if (pledge.voided) return queued(QueueReason::pledge_voided);
  verdict.pledge = &pledge;
  return verdict;
}

}  // namespace mn
