#include "display/parts/words.h"

#include "core/strings.h"

namespace mn {

Words words_of(const Strings& strings, Language language) {
  const auto text = [&](std::string_view key) { return strings.text(language, key); };
  Words words;
  words.strings = &strings;
  words.language = language;
  words.pledged = text("tally.pledged");
  words.received = text("tally.received");
  words.goods = text("tally.goods");
  words.matched = text("tally.matched");
  words.milestone = text("tally.milestone");
  words.merged = text("tally.merged");
  words.updated = text("tally.updated");
  words.waiting = text("tally.waiting");
  words.count = text("tally.count");
  words.gap = text("tally.gap");
  words.target = text("tally.target");
  words.reached = text("tally.reached");
  words.latest = text("tally.latest");
  words.invite = text("tally.invite");
  words.unnamed = text("name.anonshown");
  words.amount_hidden = text("tally.amount_hidden");
  words.scan = text("tally.scan");
  words.sample_account = text("tally.sample_account");
  words.rehearsal = text("tally.rehearsal");
  words.soon = text("tally.soon");
  words.dong = text("tally.dong");
  words.person = text("tally.kind_person");
  words.business = text("tally.kind_business");
  words.agency = text("tally.kind_agency");
  words.group = text("tally.kind_group");
  words.social = text("tally.kind_social");
  return words;
}

std::string filled(std::string text, std::string_view key, std::string_view value) {
  const std::string mark = "{" + std::string(key) + "}";
  const std::size_t at = text.find(mark);
  return at == std::string::npos ? text : text.replace(at, mark.size(), value);
}

const std::string& Words::text(std::string_view key) const { return strings->text(language, key); }

}  // namespace mn
