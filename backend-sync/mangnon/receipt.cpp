// mangnon receipt: whether a journal holds exactly the pledge on a receipt. Exit code 0 only when it does.
#include <fmt/format.h>

#include <iostream>

#include "backend-sync/mangnon/fold_records.h"
#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "backend-sync/receipt_check.h"
#include "journal/open.h"

namespace mn {
namespace {

constexpr const char* kWho = "mangnon receipt";

struct ReceiptOptions {
  std::string text;
  std::string journal;
  bool from_stdin = false;
  Language language = Language::vi;
};

struct Book {
  Records records;
  CampaignId campaign;
};

Result<Book> read_book(const std::string& location) {
  const Result<std::unique_ptr<JournalReader>> journal = open_reader(location);
  if (!journal) return journal.failure();
  Result<Records> records = fold_records(**journal);
  if (!records) return records.failure();
  return Book{*std::move(records), (*journal)->campaign()};
}

int check_one(const Book& book, std::string_view text, Language language) {
  const Result<Receipt> receipt = read_receipt(text);
  if (!receipt) return fail(kWho, receipt.failure());
  const ReceiptFinding finding = check_receipt(book.records, book.campaign, *receipt);
  for (const std::string& line : finding_lines(finding, book.campaign, *receipt, language)) print_line(line);
  return finding.holds() ? kExitDone : kExitFailed;
}

// A scanner at a desk types one receipt a line.
int check_lines(const Book& book, Language language) {
  int exit_code = kExitDone;
  while (const auto line = next_line(std::cin)) {
    const int code = *line ? check_one(book, **line, language) : fail(kWho, line->failure());
    if (code != kExitDone) exit_code = code;
    print_line("");
  }
  return exit_code;
}

int run_receipt(const ReceiptOptions& options) {
  if (!options.from_stdin) {
    // A text that is no receipt is said before a large journal is read.
    if (const Result<Receipt> receipt = read_receipt(options.text); !receipt) return fail(kWho, receipt.failure());
  }
  const Result<Book> book = read_book(options.journal);
  if (!book) return fail(kWho, book.failure());
  return options.from_stdin ? check_lines(*book, options.language) : check_one(*book, options.text, options.language);
}

}  // namespace

void add_receipt(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("receipt", "Says whether a journal holds exactly the pledge on a receipt's QR");
  verb->group(kMoneyVerbs);
  verb->footer(
      "Example:\n  mangnon receipt 'MANGNON1|lang-son-2025|QBTTE7K3M9P|…|…' --journal fund.db\n"
      "Exit code 0 only when it holds. With --stdin one receipt a line, as a scanner types them; an empty line follows "
      "each answer.");
  auto options = std::make_shared<ReceiptOptions>();
  CLI::Option* lines = verb->add_flag("--stdin", options->from_stdin, "Check every line of standard input instead");
  CLI::Option* text = verb->add_option("TEXT", options->text, "What the QR says, in quotes")->excludes(lines);
  verb->add_option("--journal", options->journal, "The journal to look in; it may be in use")->required();
  verb->add_option_function<std::string>(
          "--lang",
          [options](const std::string& lang) { options->language = lang == "en" ? Language::en : Language::vi; },
          "vi (default) or en")
      ->check(CLI::IsMember({"vi", "en"}))
      ->type_name("LANGUAGE");
  verb->callback([=, &exit_code] {
    if (text->empty() && !options->from_stdin) throw CLI::RequiredError("TEXT or --stdin");
    exit_code = run_receipt(*options);
  });
}

}  // namespace mn
