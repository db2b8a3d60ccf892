#include "journal/open.h"

#include <fmt/format.h>

#include "core/facts.h"
#include "core/text.h"
#include "journal/chance.h"
#include "journal/key_file.h"
#include "journal/sqlite_journal.h"
#include "journal/verify.h"

namespace mn {
namespace {

Done check_location(const std::string& location) {
  if (location.empty()) return Failure{Cause::bad_input, "give the journal's file, such as --journal kiosk.db"};
  if (location.starts_with("postgresql://") || location.starts_with("postgres://")) {
    return Failure{Cause::refused, "PostgreSQL is not built into this program; give a file instead of " + location};
  }
  return {};
}

Result<KeyPair> key_of_journal(const std::string& path, const std::string& epoch) {
  const Result<std::optional<KeyPair>> found = read_key(path, epoch);
  if (!found) return found.failure();
  return *found ? Result<KeyPair>(**found) : make_key(path, epoch);
}

Done keep_card(const Opening& opening, const KeyPair& keys) {
  const OriginId origin = origin_of(keys.public_key);
  const Result<Card> card = read_card(card_path(opening.location));
  if (card && card->origin == origin && card->campaign == opening.campaign) return {};
  return write_card(opening.location, {origin, keys.public_key, opening.campaign, opening.name, opening.program});
}

Done append_born(Journal& journal, const Opening& opening, const KeyPair& keys) {
  const Append append{
      new_visit_id(), utc_now_us(), {Born{keys.public_key, opening.program, opening.name}}, {new_salt()}};
  const Run run = seal(journal.campaign(), Head{origin_of(keys.public_key), 0, {}}, append, keys);
  const Result<std::vector<Answer>> answers = journal.append({&run, 1});
  if (!answers) return answers.failure();
  return {};
}

}  // namespace

Result<std::unique_ptr<JournalReader>> open_reader(const std::string& location) {
  if (Done fit = check_location(location); !fit) return fit.failure();
  return open_sqlite_reader(location);
}

Result<Own> open_own(const Opening& told) {
  if (Done fit = check_location(told.location); !fit) return fit.failure();
  const Result<std::string> name = sanitise(told.name);
  if (!name) return Failure{Cause::bad_input, "a journal's name: " + name.failure().words};
  Opening opening = told;
  opening.name = *name;
  // The lock is taken first and held from here on; the journal comes before its key, because the key names the
  // journal's epoch.
  Result<std::unique_ptr<Journal>> journal = open_sqlite_journal(opening.location, opening.campaign, opening.program);
  if (!journal) return journal.failure();
  const Result<KeyPair> keys = key_of_journal(opening.location, (*journal)->epoch());
  if (!keys) return keys.failure();
  const OriginId origin = origin_of(keys->public_key);
  if (Done kept = keep_card(opening, *keys); !kept) return kept.failure();
  const Result<Head> head = (*journal)->head(origin);
  if (!head) return head.failure();
  const Done done =
      head->seq == 0 ? append_born(**journal, opening, *keys) : verify_tail(**journal, origin, keys->public_key);
  if (!done) return done.failure();
  return Own{*std::move(journal), *keys, origin};
}

}  // namespace mn
