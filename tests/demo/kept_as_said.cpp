#include "tests/demo/kept_as_said.h"

#include <fmt/format.h>

#include <set>
#include <sstream>

#include "journal/file.h"

namespace mn::demo {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kSlipBytesMax = 4U << 20U;

// The pledge as said_by() would say it.
std::string kept_line(const Pledge& pledge) {
  const Pledged& said = pledge.said;
  const std::string goods =
      said.goods ? fmt::format("{} {} {}", said.goods->quantity, said.goods->unit, said.goods->what) : "";
  return fmt::format("{} \"{}\" {} {} [{}] {} \"{}\"{}{}", giver_text(said.giver), pledge.shown_as, said.amount.dong,
                     way_text(said.way), goods, said.fund, pledge.message, said.hide_name ? " name hidden" : "",
                     said.hide_amount ? " amount hidden" : "");
}

void fail(Proof& proof, const std::string& words) {
  proof.holds = false;
  proof.text += "  NOT AS SAID: " + words + "\n";
}

std::string contact_of(const Donor& donor) { return donor.phone + "\t" + donor.tax_code; }

}  // namespace

Proof prove_kept_as_said(const std::vector<Donor>& thanked, const std::vector<Folded>& kiosks,
                         const Campaign& campaign) {
  Proof proof{true, {}};
  std::multiset<std::string> kept;
  int later = 0;
  for (const Folded& kiosk : kiosks) {
    for (const Pledge& pledge : kiosk.tally.pledges) {
      kept.insert(kept_line(pledge));
      if (pledge.said.way != Way::later) continue;
      ++later;
      if (!pledge.said.pay_on) fail(proof, "a later transfer has no day: " + kept_line(pledge));
    }
  }
  for (const Donor& donor : thanked) {
    const auto at = kept.find(said_by(donor, campaign));
    if (at == kept.end()) {
      fail(proof, "thanked, and not in a journal: " + said_by(donor, campaign));
    } else {
      kept.erase(at);
    }
  }
  for (const std::string& line : kept) proof.text += "  kept before its donor was thanked: " + line + "\n";
  proof.text += fmt::format(
      "  as said: {} donors' names, gifts, ways, purposes and messages, letter by letter; {} with "
      "a day of transfer\n",
      thanked.size(), later);
  return proof;
}

Proof prove_contacts(const std::vector<Donor>& thanked, const std::vector<Donor>& everybody,
                     const std::string& opened) {
  Proof proof{true, {}};
  std::multiset<std::string> read;
  std::istringstream lines(opened);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) read.insert(line.substr(tab + 1));
  }
  const std::size_t all = read.size();
  for (const Donor& donor : thanked) {
    if (donor.phone.empty()) continue;
    const auto at = read.find(contact_of(donor));
    if (at == read.end())
      fail(proof, "a contact that was given cannot be opened");
    else
      read.erase(at);
  }
  for (const std::string& left : read) {
    const bool known =
        std::any_of(everybody.begin(), everybody.end(), [&](const Donor& donor) { return contact_of(donor) == left; });
    if (!known) fail(proof, "a contact was opened that nobody gave");
  }
  proof.text += fmt::format("  contacts: {} sealed at the kiosks, all opened by the fund's key and as given\n", all);
  return proof;
}

Proof prove_slips(const fs::path& folder, int asked) {
  Proof proof{true, {}};
  int whole = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const Result<std::string> text = read_file(entry.path(), kSlipBytesMax);
    const bool pdf = text && text->starts_with("%PDF-") && text->find("%%EOF") != std::string::npos;
    const bool own =
        (entry.status().permissions() & fs::perms::mask) == (fs::perms::owner_read | fs::perms::owner_write);
    if (!pdf || !own) fail(proof, "a slip that is no whole PDF of mode 600: " + entry.path().filename().string());
    whole += pdf ? 1 : 0;
  }
  if (whole < asked) fail(proof, fmt::format("{} slips for {} who asked for one", whole, asked));
  proof.text += fmt::format("  slips: {} asked for, {} PDF files, mode 600\n", asked, whole);
  return proof;
}

}  // namespace mn::demo
