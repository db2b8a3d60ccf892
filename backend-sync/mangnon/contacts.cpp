// mangnon contact-key, contacts: the fund's key for contacts, and the contacts it opens.
#include "backend-sync/contacts.h"

#include <fmt/format.h>

#include "backend-sync/contact_key_file.h"
#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "journal/file.h"
#include "journal/open.h"
#include "journal/private_process.h"

namespace mn {
namespace {

constexpr std::size_t kPageEntries = 1000;

int make_key(const std::string& path) {
  (void)keep_private();
  const Result<ContactKeyPair> keys = make_contact_key(path);
  if (!keys) return fail("mangnon contact-key", keys.failure());
  print_line(to_hex(keys->public_key));
  fmt::print(
      stderr,
      "The line above is the campaign file's \"contact_key\". {0} opens every contact sealed for it: keep it with "
      "the fund and a copy in a safe, never on a kiosk or a hub. Its name is {1}.\n",
      path, contact_key_name(keys->public_key));
  return kExitDone;
}

int show_key(const std::string& path) {
  const Result<ContactKeyPair> keys = read_contact_key(path);
  if (!keys) return fail("mangnon contact-key", keys.failure());
  print_line(to_hex(keys->public_key));
  return kExitDone;
}

struct ContactsOptions {
  std::string journal;
  std::string key;
  std::string csv;
  Language language = Language::vi;
};

Result<std::vector<ContactRow>> read_rows(const std::string& location, const ContactKeyPair& keys) {
  const Result<std::unique_ptr<JournalReader>> journal = open_reader(location);
  if (!journal) return journal.failure();
  Contacts contacts;
  Position seen = 0;
  while (true) {
    const Result<std::vector<Placed>> page = (*journal)->read_after(seen, kPageEntries);
    if (!page) return page.failure();
    if (page->empty()) return contact_rows(contacts);
    for (const Placed& placed : *page) {
      if (const Done done = apply(contacts, placed.entry, keys); !done) return done.failure();
      seen = placed.position;
    }
  }
}

std::string plain_row(const ContactRow& row) {
  return fmt::format("{}\t{}\t{}", row.code, row.details.phone.view(), row.details.tax_code.view());
}

// Which rows hold nothing and why, then how many of each: on stderr, because rows are what is asked for.
int summarise(const std::vector<ContactRow>& rows, Language language) {
  std::map<ContactState, int> counts;
  for (const ContactRow& row : rows) {
    ++counts[row.state];
    if (row.state == ContactState::opened) continue;
    fmt::print(stderr, "{} {}: {}{}\n", entry_text(row.entry), row.code, contact_state_words(row.state, language),
               row.key.empty() ? "" : " (" + row.key + ")");
  }
  for (const auto& [state, count] : counts) fmt::print(stderr, "{}: {}\n", contact_state_words(state, language), count);
  return counts[ContactState::damaged] == 0 ? kExitDone : kExitFailed;
}

int run_contacts(const ContactsOptions& options) {
  const char* who = "mangnon contacts";
  (void)keep_private();
  Result<ContactKeyPair> keys = read_contact_key(options.key);
  if (!keys) return fail(who, keys.failure());
  const Result<std::vector<ContactRow>> rows = read_rows(options.journal, *keys);
  wipe(keys->secret);
  if (!rows) return fail(who, rows.failure());
  if (options.csv.empty()) {
    for (const ContactRow& row : *rows) {
      if (row.state == ContactState::opened) print_line(plain_row(row));
    }
  } else if (const Done done = write_file(options.csv, contacts_csv(*rows, options.language), Readers::owner); !done) {
    return fail(who, done.failure());
  }
  return summarise(*rows, options.language);
}

}  // namespace

void add_contact_key(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("contact-key", "The fund's key for contacts: make one, show its public half");
  verb->group(kMoneyVerbs);
  verb->require_subcommand(1);
  verb->footer("Example:\n  mangnon contact-key new --out fund-contact.key");
  auto out = std::make_shared<std::string>();
  CLI::App* making = verb->add_subcommand("new", "Makes a key; prints its public half, for the campaign file");
  making->add_option("--out", *out, "The file for the private key (mode 600)")->required()->type_name("FILE");
  making->callback([=, &exit_code] { exit_code = make_key(*out); });
  auto key = std::make_shared<std::string>();
  CLI::App* showing = verb->add_subcommand("show", "Prints the public half of a key");
  showing->add_option("FILE", *key, "The key file")->required();
  showing->callback([=, &exit_code] { exit_code = show_key(*key); });
}

void add_contacts(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("contacts", "Opens the contacts in a journal with the fund's contact key");
  verb->group(kMoneyVerbs);
  verb->footer(
      "Example:\n  mangnon contacts fund.db --key fund-contact.key --csv lien-he.csv\n"
      "One row a pledge that left a contact. Without --csv: code, phone and tax code of those that could be opened, "
      "between tabs. What could not be opened is said on stderr. Personal data: the CSV is for its owner's eyes (mode "
      "600); erase it when it has served.");
  auto options = std::make_shared<ContactsOptions>();
  verb->add_option("FILE", options->journal, "The journal; it may be in use")->required();
  verb->add_option("--key", options->key, "The fund's contact key")->required()->type_name("FILE");
  verb->add_option("--csv", options->csv, "A file for a spreadsheet")->type_name("FILE");
  verb->add_option_function<std::string>(
          "--lang",
          [options](const std::string& lang) { options->language = lang == "en" ? Language::en : Language::vi; },
          "vi (default) or en")
      ->check(CLI::IsMember({"vi", "en"}))
      ->type_name("LANGUAGE");
  verb->callback([=, &exit_code] { exit_code = run_contacts(*options); });
}

}  // namespace mn
