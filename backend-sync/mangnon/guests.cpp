// mangnon guests: the invited list out of a CSV file, looked at, and searched as the kiosk searches it.
#include "backend-sync/mangnon/guests.h"

#include <fmt/format.h>

#include <filesystem>

#include "backend-sync/guest_list.h"
#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "backend-sync/sheet.h"
#include "core/guest_index.h"
#include "core/invitation.h"
#include "core/numbers.h"
#include "journal/chance.h"
#include "journal/file.h"

namespace mn {
namespace {

constexpr std::size_t kFoundShown = 8;

struct ImportOptions {
  std::string file;
  std::string out;  // "": only look
  std::string campaign;
  std::optional<Giver> group;
  Language language = Language::vi;
};

std::string bare_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

Result<GuestSheet> read_sheet(const ImportOptions& options, const Campaign& campaign) {
  const Result<std::string> bytes = read_file(options.file, kSheetBytesMax);
  if (!bytes) return bytes.failure();
  return read_guest_sheet(*bytes, bare_name(options.file),
                          {campaign.id, options.group, campaign.amount_least, campaign.amount_most});
}

// All faults, a line each, and one word about the whole. Nothing has been written when this is called.
Failure faults_failure(const ImportOptions& options, const GuestSheet& sheet) {
  std::string words;
  for (const GuestFault& fault : sheet.faults) {
    words +=
        fmt::format("{}:{}: {}\n", bare_name(options.file), fault.line, guest_fault_words(fault, options.language));
  }
  words += options.language == Language::en ? fmt::format("{} mistakes; nothing was written", sheet.faults.size())
                                            : fmt::format("{} lỗi; chưa ghi gì", sheet.faults.size());
  return {Cause::bad_input, words};
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

void print_left_out(const ImportOptions& options, const GuestSheet& sheet) {
  const bool en = options.language == Language::en;
  if (!sheet.columns_left.empty()) {
    fmt::print("{}: {}\n", en ? "Columns not read" : "Các cột không đọc", joined(sheet.columns_left));
  }
  if (sheet.rows_left.empty()) return;
  std::vector<std::string> lines;
  for (const std::size_t line : sheet.rows_left) lines.push_back(std::to_string(line));
  fmt::print("{}: {}\n", en ? "Lines without a guest" : "Các dòng không phải khách mời", joined(lines));
}

// The list that the import would replace: its codes are on paper already. A file that is no list is not overwritten.
Result<std::optional<GuestList>> earlier_list(const ImportOptions& options, const CampaignId& campaign) {
  const Result<std::string> text = read_file(options.out, kGuestListBytesMax);
  if (!text && text.failure().cause == Cause::not_found) return std::optional<GuestList>();
  if (!text) return text.failure();
  Result<GuestList> list = read_guest_list(*text, bare_name(options.out), campaign);
  if (!list) {
    return Failure{Cause::refused, fmt::format("{} is there already and is not a list of this campaign, so it is not "
                                               "overwritten; give another name with --out, or remove it.\n{}",
                                               options.out, list.failure().words)};
  }
  return std::optional<GuestList>(*std::move(list));
}

Done import_file(const ImportOptions& options) {
  const Result<Campaign> campaign = load_campaign(options.campaign);
  if (!campaign) return campaign.failure();
  Result<GuestSheet> sheet = read_sheet(options, *campaign);
  if (!sheet) return sheet.failure();
  if (!sheet->faults.empty()) return faults_failure(options, *sheet);
  const Result<std::optional<GuestList>> earlier = earlier_list(options, campaign->id);
  if (!earlier) return earlier.failure();
  GuestList& list = sheet->list;
  const InvitationsGiven given = give_invitations(list, *earlier ? &**earlier : nullptr, random_8);
  const std::string text = guest_list_text(list);
  if (const Result<GuestList> again = read_guest_list(text, bare_name(options.out), campaign->id); !again) {
    return Failure{Cause::corrupt,
                   "the list would not read back, so it was not written. This is a fault of the "
                   "program: keep the CSV file and report it.\n" +
                       again.failure().words};
  }
  // Names of people and what is expected of them: for the owner of the file only.
  if (Done done = write_file(options.out, text, Readers::owner); !done) return done;
  fmt::print(fmt::runtime(options.language == Language::en
                              ? "{}: {} guests; invitation codes: {} from the file, {} kept, {} new\n"
                              : "{}: {} khách mời; mã mời: {} có sẵn trong tệp, {} giữ nguyên, {} mới\n"),
             options.out, list.guests.size(), given.own, given.kept, given.made);
  print_left_out(options, *sheet);
  return {};
}

bool is_list_file(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{';
}

Done check_file(const ImportOptions& options) {
  const Result<Campaign> campaign = load_campaign(options.campaign);
  if (!campaign) return campaign.failure();
  const Result<std::string> bytes = read_file(options.file, kSheetBytesMax);
  if (!bytes) return bytes.failure();
  const bool en = options.language == Language::en;
  std::size_t guests = 0;
  if (is_list_file(*bytes)) {
    const Result<GuestList> list = read_guest_list(*bytes, bare_name(options.file), campaign->id);
    if (!list) return list.failure();
    guests = list->guests.size();
  } else {
    const Result<GuestSheet> sheet = read_sheet(options, *campaign);
    if (!sheet) return sheet.failure();
    if (!sheet->faults.empty()) return faults_failure(options, *sheet);
    guests = sheet->list.guests.size();
    print_left_out(options, *sheet);
  }
  fmt::print("{}: {} {}\n", bare_name(options.file), guests, en ? "guests, no mistake" : "khách mời, không có lỗi");
  return {};
}

// Tab-separated, one guest a line, for people and for `cut`.
Done print_list(const std::string& path) {
  const Result<GuestList> list = load_guest_list(path);
  if (!list) return list.failure();
  for (const Guest& guest : list->guests) {
    print_line(fmt::format("{}\t{}\t{}\t{}\t{}\t{}", guest.order, guest.invitation, giver_text(guest.group),
                           guest.expected.dong == 0 ? "" : grouped(guest.expected), guest.organisation,
                           guest.representative));
  }
  return {};
}

int ended(const char* verb, const Done& done) { return done ? kExitDone : fail(verb, done.failure()); }

void add_language(CLI::App& verb, const std::shared_ptr<ImportOptions>& options) {
  const auto set = [options](const std::string& lang) {
    options->language = lang == "en" ? Language::en : Language::vi;
  };
  verb.add_option_function<std::string>("--lang", set, "Words of the answer: vi (default) or en")
      ->check(CLI::IsMember({"vi", "en"}))
      ->type_name("LANGUAGE");
}

std::shared_ptr<ImportOptions> add_import_options(CLI::App& verb) {
  auto options = std::make_shared<ImportOptions>();
  verb.add_option("--campaign", options->campaign, "Campaign file; default: the bundled one");
  verb.add_option_function<std::string>(
          "--group", [options](const std::string& text) { options->group = read_giver(text); },
          "Kind of giver for rows that name none: person, business, agency, group or social")
      ->check(CLI::IsMember({"person", "business", "agency", "group", "social"}));
  add_language(verb, options);
  return options;
}

void add_import(CLI::App& guests, int& exit_code) {
  CLI::App* verb =
      guests.add_subcommand("import", "Makes a list out of a CSV file; with one mistake in it, writes nothing");
  const auto options = add_import_options(*verb);
  verb->add_option("FILE", options->file,
                   "CSV with a header: organisation, representative, expected amount, group, order, code")
      ->required();
  verb->add_option("--out", options->out, "The list to write; codes of a list that is there already are kept")
      ->required();
  verb->footer(
      "Example:\n  mangnon guests import khach-moi.csv --out guests.json\nThe columns are described in "
      "docs/guests.md.");
  verb->callback([=, &exit_code] { exit_code = ended("mangnon guests import", import_file(*options)); });
}

void add_check(CLI::App& guests, int& exit_code) {
  CLI::App* verb = guests.add_subcommand("check", "Names every mistake in a CSV file or in a list; writes nothing");
  const auto options = add_import_options(*verb);
  verb->add_option("FILE", options->file, "The CSV file, or a list that import made")->required();
  verb->footer("Example:\n  mangnon guests check khach-moi.csv");
  verb->callback([=, &exit_code] { exit_code = ended("mangnon guests check", check_file(*options)); });
}

void add_list(CLI::App& guests, int& exit_code) {
  CLI::App* verb = guests.add_subcommand(
      "list", "Prints a list: order, code, kind of giver, expected amount, organisation, representative");
  auto path = std::make_shared<std::string>();
  verb->add_option("LIST", *path, "A list that import made")->required();
  verb->footer("Example:\n  mangnon guests list guests.json");
  verb->callback([=, &exit_code] { exit_code = ended("mangnon guests list", print_list(*path)); });
}

void add_find(CLI::App& guests, int& exit_code) {
  CLI::App* verb = guests.add_subcommand("find", "What the kiosk offers for letters typed, best first");
  auto path = std::make_shared<std::string>();
  auto most = std::make_shared<std::size_t>(kFoundShown);
  verb->add_option("LIST", *path, "A list that import made")->required();
  verb->add_option("--most", *most, "How many at most")->check(CLI::Range(std::size_t{1}, kGuestsFoundMax));
  const auto question = add_question(*verb, "TYPED", "Letters typed");
  verb->footer("Example:\n  mangnon guests find guests.json \"so y te\"");
  verb->callback([=, &exit_code] {
    const Result<GuestList> list = load_guest_list(*path);
    if (!list) {
      exit_code = fail("mangnon guests find", list.failure());
      return;
    }
    const GuestIndex index = index_guests(*list);
    exit_code = answer(*verb, *question, [&](std::string_view typed) -> Result<std::string> {
      std::vector<std::string> names;
      for (const FoundGuest& found : find(index, typed, *most)) names.push_back(found.organisation);
      std::string line;
      for (const std::string& name : names) line += (line.empty() ? "" : " | ") + name;
      return line;
    });
  });
}

}  // namespace

Result<GuestList> load_guest_list(const std::string& path) {
  const Result<std::string> text = read_file(path, kGuestListBytesMax);
  if (!text) return text.failure();
  return read_guest_list(*text, bare_name(path));
}

void add_guests(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("guests", "The invited list: import it, look at it, print its invitations");
  verb->group(kJournalVerbs);
  verb->require_subcommand(1);
  add_import(*verb, exit_code);
  add_check(*verb, exit_code);
  add_list(*verb, exit_code);
  add_find(*verb, exit_code);
  add_invitations(*verb, exit_code);
  verb->footer(
      "Example:\n  mangnon guests import khach-moi.csv --out guests.json\n  mangnon guests invitations guests.json "
      "--out thiep-moi");
}

}  // namespace mn
