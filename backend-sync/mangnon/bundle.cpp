// mangnon bundle: a journal onto a stick, and off it into a hub's or the fund's journal.
#include "journal/bundle.h"

#include <fmt/format.h>

#include <filesystem>

#include "backend-sync/bundle_import.h"
#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "backend-sync/recording.h"
#include "core/numbers.h"
#include "core/text.h"
#include "journal/chance.h"
#include "journal/key_file.h"

namespace mn {
namespace {

constexpr const char* kWho = "mangnon bundle";

std::string plain(const std::string& text) {
  const Result<std::string> clean = sanitise(text);
  return clean ? *clean : std::string();
}

void print_bundle(const BundleInfo& info) {
  print_line(info.path.string());
  print_line(fmt::format("campaign {}, of \"{}\" ({}), made {} by its own clock", info.card.campaign.text,
                         plain(info.card.name), plain(info.card.program), utc_text(info.card.made_at_us)));
  print_line(info.card.key ? "signed by " + origin_text(origin_of(*info.card.key)) : "not signed");
  for (const Head& head : info.card.heads)
    print_line(fmt::format("{} {}", entry_text({head.origin, head.seq}), to_hex(head.digest)));
  print_line(fmt::format("{} entries, {} origins, {} bytes", info.entry_count, info.card.heads.size(), info.bytes));
}

int run_export(const std::string& location, const std::string& folder) {
  const Result<std::unique_ptr<JournalReader>> journal = open_reader(location);
  if (!journal) return fail(kWho, journal.failure());
  if (!std::filesystem::is_directory(folder))
    return fail(kWho, {Cause::not_found, folder + " is no folder; is the stick there?"});
  Result<std::optional<KeyPair>> keys = read_key(location, (*journal)->epoch());
  if (!keys) return fail(kWho, keys.failure());
  const Result<Card> card = read_card(card_path(location));
  const BundleOrder order{folder, card ? card->name : std::filesystem::path(location).stem().string(),
                          program_text("mangnon"), utc_now_us(), *keys ? &**keys : nullptr};
  const Result<BundleInfo> info = export_bundle(**journal, order);
  if (*keys) wipe((*keys)->secret);
  if (!info) return fail(kWho, info.failure());
  print_bundle(*info);
  return kExitDone;
}

int run_check(const std::string& file) {
  const Result<BundleInfo> info = check_bundle(file);
  if (!info) return fail(kWho, info.failure());
  print_bundle(*info);
  print_line("verified: whole, every chain and signature holds");
  return kExitDone;
}

int run_import(const std::string& file, const std::string& location) {
  // The bundle first: a bad one must not even open the journal for writing.
  if (const Result<BundleInfo> info = check_bundle(file); !info) return fail(kWho, info.failure());
  Result<Recorder> into = open_existing(location, program_text("mangnon"), "Hub");
  if (!into && into.failure().cause == Cause::busy) {
    return fail(kWho, {Cause::busy, into.failure().words + "; stop the hub while a bundle is imported"});
  }
  if (!into) return fail(kWho, into.failure());
  const Result<ImportReport> report = import_bundle(file, into->own);
  if (!report) return fail(kWho, report.failure());
  print_line(fmt::format("imported {}: {} entries added, {} were here already", file, report->added, report->had));
  for (const auto& [origin, failure] : report->stopped) {
    fmt::print(stderr, "{}: not taken: {}\n", kWho, failure.words);
    if (failure.words.find("not enrolled") == std::string::npos) continue;
    fmt::print(stderr, "  its card is the FILE.pub beside the journal on that machine; then import again\n");
  }
  return report->stopped.empty() ? kExitDone : kExitFailed;
}

}  // namespace

void add_bundle(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("bundle", "A whole journal as one file, for when no network comes");
  verb->group(kJournalVerbs);
  verb->require_subcommand(1);
  verb->footer(
      "Examples:\n  mangnon bundle export kiosk.db --to /media/usb\n  mangnon bundle check "
      "mangnon-ki-ot-1-20250529-081500.mnb\n  mangnon bundle import mangnon-ki-ot-1-20250529-081500.mnb --journal "
      "hub.db\n"
      "Importing again adds nothing twice. The hub must not be running: a journal has one writer.");

  auto journal = std::make_shared<std::string>();
  auto folder = std::make_shared<std::string>();
  CLI::App* exporting =
      verb->add_subcommand("export", "Writes a bundle, signed with the journal's key, and reads it back");
  exporting->add_option("FILE", *journal, "The journal; it may be in use")->required();
  exporting->add_option("--to", *folder, "The folder to write to")->required()->type_name("DIR");
  exporting->callback([=, &exit_code] { exit_code = run_export(*journal, *folder); });

  auto file = std::make_shared<std::string>();
  CLI::App* checking = verb->add_subcommand("check", "Proves a bundle and says what is in it");
  checking->add_option("FILE", *file, "The bundle")->required();
  checking->callback([=, &exit_code] { exit_code = run_check(*file); });

  auto into = std::make_shared<std::string>();
  CLI::App* importing = verb->add_subcommand("import", "Takes a bundle into a hub's or the fund's journal");
  importing->add_option("FILE", *file, "The bundle")->required();
  importing->add_option("--journal", *into, "The journal to take it into")->required();
  importing->callback([=, &exit_code] { exit_code = run_import(*file, *into); });
}

}  // namespace mn
