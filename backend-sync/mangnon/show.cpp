// mangnon show: a journal's entries, readable; and one entry's bytes as files, for sha256sum and openssl.
#include <fmt/format.h>

#include <filesystem>

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "core/facts.h"
#include "core/json.h"
#include "core/numbers.h"
#include "journal/file.h"
#include "journal/open.h"

namespace mn {
namespace {

constexpr const char* kWho = "mangnon show";
constexpr std::size_t kPageEntries = 1000;

struct ShowOptions {
  std::string journal;
  std::string entry;
  std::string raw;
};

// JSON leaves two things alone that a terminal would obey: DEL and the C1 controls.
std::string for_terminal(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool c1 = text[i] == '\xC2' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    out += c1 || text[i] == '\x7F' ? "?" : text.substr(i, 1);
  }
  return out;
}

std::string body_text(const Entry& entry) {
  if (!entry.body) return "(withheld from this copy, or erased)";
  if (!has_rules(entry.header.kind) || entry.body->size() < std::tuple_size_v<Salt>) {
    return fmt::format("({} bytes)", entry.body->size());
  }
  const ByteView text = ByteView(*entry.body).subspan(std::tuple_size_v<Salt>);
  const Result<nlohmann::json> object = parse_json(text_of(text), "body");
  return object ? for_terminal(object->dump()) : "(not readable: " + object.failure().words + ")";
}

std::string line_of(const Placed& placed) {
  const Header& header = placed.entry.header;
  return fmt::format("{:>6}  {}  {}  {}{}  {}", placed.position, entry_text(placed.entry.ref()),
                     utc_text(header.made_at_us), kind_text(header.kind), placed.entry.signature ? " (signed)" : "",
                     body_text(placed.entry));
}

int show_all(JournalReader& journal) {
  Position position = 0;
  while (true) {
    const Result<std::vector<Placed>> page = journal.read_after(position, kPageEntries);
    if (!page) return fail(kWho, page.failure());
    if (page->empty()) return kExitDone;
    for (const Placed& placed : *page) print_line(line_of(placed));
    position = page->back().position;
  }
}

void show_one(const Entry& entry) {
  const Header& header = entry.header;
  print_line("entry      " + entry_text(entry.ref()));
  print_line("kind       " + std::string(kind_text(header.kind)));
  print_line("campaign   " + header.campaign.text);
  print_line("made at    " + utc_text(header.made_at_us) + " by its own clock");
  print_line("visit      " + visit_text(header.visit));
  print_line("previous   " + to_hex(header.previous));
  print_line("body hash  " + to_hex(header.body));
  print_line("digest     " + to_hex(entry.digest));
  print_line("signature  " + (entry.signature ? to_hex(*entry.signature) : "none; a later one covers it"));
  print_line("body       " + body_text(entry));
}

// The first entry after `after` of that origin.
Result<Entry> entry_after(JournalReader& journal, const OriginId& origin, Seq after) {
  Result<Run> run = journal.read_run(origin, after, 1);
  if (!run) return run.failure();
  if (run->empty()) return Failure{Cause::not_found, "there is no entry " + entry_text({origin, after + 1})};
  return std::move(run->front());
}

// RFC 8410: the fixed head of an Ed25519 public key in DER, then its 32 bytes.
std::string key_pem(const PublicKey& key) {
  Bytes der = *from_hex("302a300506032b6570032100");
  der.insert(der.end(), key.begin(), key.end());
  return "-----BEGIN PUBLIC KEY-----\n" + to_base64(der) + "\n-----END PUBLIC KEY-----\n";
}

Done write_raw(JournalReader& journal, const Entry& entry, const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return Failure{Cause::unavailable, folder.string() + ": " + error.message()};
  const Result<Entry> born = entry_after(journal, entry.header.origin, 0);
  if (!born) return born.failure();
  const Result<Fact> fact = fact_of(*born);
  const Born* who = fact ? std::get_if<Born>(&*fact) : nullptr;
  if (who == nullptr) return Failure{Cause::corrupt, "entry " + entry_text(born->ref()) + " is not a readable `born`"};
  std::vector<std::pair<const char*, std::string>> files = {{"header.bin", std::string(text_of(entry.bytes))},
                                                            {"key.pem", key_pem(who->key)}};
  if (entry.body) files.emplace_back("body.bin", text_of(*entry.body));
  if (entry.signature) files.emplace_back("signature.bin", text_of(*entry.signature));
  for (const auto& [name, bytes] : files) {
    if (Done written = write_file(folder / name, bytes); !written) return written;
  }
  return {};
}

int show_file(const ShowOptions& options) {
  const Result<std::unique_ptr<JournalReader>> journal = open_reader(options.journal);
  if (!journal) return fail(kWho, journal.failure());
  if (options.entry.empty()) return show_all(**journal);
  const std::optional<EntryRef> ref = read_entry_ref(options.entry);
  if (!ref)
    return fail(kWho,
                {Cause::bad_input, options.entry + ": expected ORIGIN:SEQ, 32 hexadecimal digits, ':' and a number"});
  const Result<Entry> entry = entry_after(**journal, ref->origin, ref->seq - 1);
  if (!entry) return fail(kWho, entry.failure());
  show_one(*entry);
  if (options.raw.empty()) return kExitDone;
  const Done written = write_raw(**journal, *entry, options.raw);
  return written ? kExitDone : fail(kWho, written.failure());
}

}  // namespace

void add_show(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("show", "Prints a journal's entries, or one entry and its bytes");
  verb->group(kJournalVerbs);
  verb->footer(
      "Examples:\n  mangnon show hub.db\n  mangnon show hub.db ORIGIN:SEQ --raw out\n"
      "--raw writes header.bin, body.bin, signature.bin and key.pem; docs/journal-format.md has the commands that "
      "check them.");
  auto options = std::make_shared<ShowOptions>();
  verb->add_option("FILE", options->journal, "The journal")->required();
  CLI::Option* entry = verb->add_option("ENTRY", options->entry, "ORIGIN:SEQ; without it, all of them");
  verb->add_option("--raw", options->raw, "A folder for the entry's bytes")->needs(entry);
  verb->callback([=, &exit_code] { exit_code = show_file(*options); });
}

}  // namespace mn
