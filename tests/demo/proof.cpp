#include "tests/demo/proof.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/numbers.h"
#include "journal/open.h"

namespace mn::demo {
namespace {

constexpr std::size_t kPageEntries = 500;
constexpr std::int64_t kStateTailBytes = 4096;

std::string sums_line(const std::string& name, const Sum& sum, const std::string& note) {
  return fmt::format("  {:<12} {:>5} pledges  {:>20} đồng   {}\n", name, sum.count, grouped(sum.amount), note);
}

// The heads of the origins that pledged, a line each: equal digests are equal histories.
std::string head_lines(const Folded& folded) {
  std::string lines;
  for (const auto& [origin, head] : folded.tally.heads) {
    if (!folded.tally.pledged_by_origin.contains(origin)) continue;
    lines += fmt::format("      {}:{:<5} {}\n", origin_text(origin).substr(0, 8), head.seq, to_hex(head.digest));
  }
  return lines;
}

Sum operator+(const Sum& one, const Sum& other) {
  return {one.count + other.count, Money{one.amount.dong + other.amount.dong}};
}

}  // namespace

Result<Folded> fold_journal(const std::string& name, const std::filesystem::path& journal) {
  Result<std::unique_ptr<JournalReader>> reader = open_reader(journal.string());
  if (!reader) return reader.failure();
  Folded out;
  out.name = name;
  for (Position after = 0;;) {
    const Result<std::vector<Placed>> page = (*reader)->read_after(after, kPageEntries);
    if (!page) return page.failure();
    if (page->empty()) return out;
    for (const Placed& placed : *page) {
      if (Done done = apply(out.tally, placed.entry); !done) return done.failure();
      out.digests.emplace(placed.entry.ref(), placed.entry.digest);
      after = placed.position;
    }
  }
}

Shown read_shown(const std::filesystem::path& state_file) {
  // A line is added for each settled picture; the last whole one counts.
  std::ifstream in(state_file, std::ios::binary | std::ios::ate);
  if (!in) return {};
  const auto size = static_cast<std::int64_t>(in.tellg());
  in.seekg(std::max<std::int64_t>(0, size - kStateTailBytes));
  std::string text((std::istreambuf_iterator<char>(in)), {});
  while (!text.empty() && text.back() == '\n') text.pop_back();
  text.erase(0, text.rfind('\n') + 1);
  const nlohmann::json state = nlohmann::json::parse(text, nullptr, false);
  if (!state.is_object()) return {};
  return {state.value("pledged", std::int64_t{-1}), state.value("count", std::int64_t{-1}),
          state.value("received", std::int64_t{-1})};
}

Proof prove(const std::vector<Folded>& kiosks, const std::vector<Folded>& copies, const Shown& shown,
            std::int64_t thanked, const Proof& more) {
  Proof proof{true, {}};
  const auto fail = [&](const std::string& words) {
    proof.holds = false;
    proof.text += "  NOT EQUAL: " + words + "\n";
  };
  Sum whole, goods;
  std::size_t entries = 0;
  for (const Folded& kiosk : kiosks) {
    proof.text += sums_line(kiosk.name, kiosk.tally.pledged, "") + head_lines(kiosk);
    whole = whole + kiosk.tally.pledged;
    goods = goods + kiosk.tally.in_kind;
    for (const auto& [ref, digest] : kiosk.digests) {
      ++entries;
      for (const Folded& copy : copies) {
        const auto at = copy.digests.find(ref);
        if (at == copy.digests.end())
          fail(fmt::format("{} lacks entry {}", copy.name, entry_text(ref)));
        else if (at->second != digest)
          fail(fmt::format("{} holds other bytes as entry {}", copy.name, entry_text(ref)));
      }
    }
  }
  proof.text += sums_line("kiosks", whole, fmt::format("{} entries", entries));
  for (const Folded& copy : copies) {
    proof.text += sums_line(copy.name, copy.tally.pledged, "") + head_lines(copy);
    if (copy.tally.pledged != whole) fail(copy.name + " has another sum or count than the kiosks");
    if (copy.tally.in_kind != goods) fail(copy.name + " has other goods in kind than the kiosks");
  }
  proof.text += sums_line("on screen", {shown.count, Money{shown.pledged}}, "what the display said it showed");
  if (shown.pledged != whole.amount.dong || shown.count != whole.count) fail("the screen shows another sum or count");
  const std::int64_t kept = whole.count + goods.count;
  proof.text += sums_line("in kind", goods, "goods, by their estimated value; in none of the sums above");
  proof.text += fmt::format("  thanked: {} donors saw their thanks; {} pledges are kept\n", thanked, kept);
  if (thanked > kept) fail("a donor was thanked for a pledge that is not kept");
  proof.holds = proof.holds && more.holds;
  proof.text += more.text;
  proof.text += proof.holds ? "  PROVEN: kiosks = hub = display = fund, entry by entry\n" : "  NOT PROVEN\n";
  return proof;
}

}  // namespace mn::demo
