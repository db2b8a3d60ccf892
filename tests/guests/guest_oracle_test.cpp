// The search beside one that tries everything: the same guests in the same order, on lists whose words begin alike.
#include <algorithm>
#include <functional>
#include <tuple>

#include "core/guest_index.h"
#include "core/text.h"
#include "tests/guests/given.h"

namespace mn {
namespace {

using Words = std::vector<std::string>;

Words split(const std::string& text) {
  Words out;
  std::istringstream in(text);
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

std::string joined(const Words& words, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < words.size(); ++i) out += words[i];
  return out;
}

// Every way to lay the parts one after the other onto words, each on a run of letters from a word's beginning.
bool lie_in_order(const Words& words, const Words& parts, std::size_t part, std::size_t word) {
  if (part == parts.size()) return true;
  for (std::size_t start = word; start < words.size(); ++start) {
    if (!joined(words, start).starts_with(parts[part])) continue;
    std::size_t end = start;
    for (std::size_t letters = 0; letters < parts[part].size(); ++end) letters += words[end].size();
    if (lie_in_order(words, parts, part + 1, end)) return true;
  }
  return false;
}

bool lie_anyhow(const Words& words, const Words& parts, std::size_t part, std::vector<bool>& taken) {
  if (part == parts.size()) return true;
  for (std::size_t word = 0; word < words.size(); ++word) {
    if (taken[word] || !words[word].starts_with(parts[part])) continue;
    taken[word] = true;
    if (lie_anyhow(words, parts, part + 1, taken)) return true;
    taken[word] = false;
  }
  return false;
}

// `letter`: how many letters of this part are used up; 0 lets the part begin at any later word.
bool are_initials(const Words& words, const Words& parts, std::size_t part, std::size_t letter, std::size_t word) {
  if (part == parts.size()) return true;
  for (std::size_t start = word; start < words.size(); ++start) {
    for (std::size_t n = 1; n <= words[start].size() && letter + n <= parts[part].size(); ++n) {
      if (parts[part].compare(letter, n, words[start], 0, n) != 0) break;
      const bool ends = letter + n == parts[part].size();
      if (are_initials(words, parts, ends ? part + 1 : part, ends ? 0 : letter + n, start + 1)) return true;
    }
    if (letter > 0) break;
  }
  return false;
}

std::optional<GuestFit> fit_of(const Words& words, const Words& parts) {
  const std::string name = joined(words, 0);
  const std::string typed = joined(parts, 0);
  if (typed.empty()) return std::nullopt;
  if (name == typed) return GuestFit::whole;
  if (name.starts_with(typed)) return GuestFit::beginning;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (joined(words, i).starts_with(typed)) return GuestFit::from_a_word;
  }
  if (lie_in_order(words, parts, 0, 0)) return GuestFit::word_beginnings;
  std::vector<bool> taken(words.size(), false);
  if (lie_anyhow(words, parts, 0, taken)) return GuestFit::any_order;
  if (are_initials(words, parts, 0, 0, 0)) return GuestFit::initials;
  if (typed.size() >= kInsideLettersLeast && name.find(typed) != std::string::npos) return GuestFit::inside;
  return std::nullopt;
}

// Marks of every kind over few letters; none of these words is an abbreviation that the search writes in full.
constexpr std::string_view kWords[] = {"A",  "Ă",   "An",  "Ánh", "Ấn",  "Hò",  "Hòa", "Hoà",  "Hoài",
                                       "Sở", "Sơn", "Y",   "Ý",   "Tế",  "Tên", "Te",  "Lạng", "Lan",
                                       "La", "Đá",  "Đào", "Da",  "Ba",  "Bàn", "Ban", "Yên",  "Toàn",
                                       "To", "Hân", "Ha",  "Nà",  "Nam", "9A",  "9",   "19"};

GuestList random_list(Dice& dice, std::size_t size) {
  GuestList list{CampaignId{"lang-son-2025"}, {}};
  for (std::size_t i = 0; i < size; ++i) {
    Guest guest;
    for (std::uint64_t n = 1 + dice.below(8); n > 0; --n) {
      if (!guest.organisation.empty()) guest.organisation += dice.chance(10) ? " - " : " ";
      guest.organisation += kWords[dice.below(std::size(kWords))];
    }
    guest.order = 1 + static_cast<int>(dice.below(1 + size / 5));
    list.guests.push_back(guest);
  }
  return list;
}

// Parts of a name that is there, bent a little: cut, run together, in another order, or any letters.
std::string random_typed(Dice& dice, const GuestList& list) {
  Words words = split(organisation_key(list.guests[dice.below(list.guests.size())].organisation));
  if (dice.chance(30)) std::swap(words[dice.below(words.size())], words[dice.below(words.size())]);
  std::string typed;
  for (const std::string& word : words) {
    if (dice.chance(35)) continue;
    typed += word.substr(0, 1 + dice.below(word.size()));
    if (dice.chance(55)) typed += ' ';
  }
  if (dice.chance(15)) typed = typed.substr(dice.below(typed.size() + 1));
  if (dice.chance(10)) typed += "AHNOSTY9"[dice.below(8)];
  return typed;
}

struct Wanted {
  GuestFit fit;
  int order;
  std::string key;
  std::size_t place;
  auto tied() const { return std::tie(fit, order, key, place); }
};

void compare(const GuestList& list, const std::vector<Words>& words, const GuestIndex& index, const std::string& typed,
             std::size_t most) {
  const Words parts = split(organisation_key(typed));
  std::vector<Wanted> wanted;
  for (std::size_t i = 0; i < list.guests.size(); ++i) {
    if (const auto fit = fit_of(words[i], parts)) {
      wanted.push_back({*fit, list.guests[i].order, organisation_key(list.guests[i].organisation), i});
    }
  }
  std::sort(wanted.begin(), wanted.end(), [](const Wanted& a, const Wanted& b) { return a.tied() < b.tied(); });
  if (wanted.size() > most) wanted.resize(most);
  const std::vector<FoundGuest> found = find(index, typed, most);
  ASSERT_EQ(found.size(), wanted.size()) << typed;
  for (std::size_t i = 0; i < found.size(); ++i) {
    ASSERT_EQ(found[i].place, wanted[i].place) << typed << " → " << found[i].organisation;
    ASSERT_EQ(found[i].fit, wanted[i].fit) << typed << " → " << found[i].organisation;
    ASSERT_EQ(found[i].organisation, list.guests[found[i].place].organisation);
  }
}

void compare_many(std::uint64_t seed, std::size_t size, int times) {
  Dice dice{seed};
  const GuestList list = random_list(dice, size);
  const GuestIndex index = index_guests(list);
  std::vector<Words> words;
  for (const Guest& guest : list.guests) words.push_back(split(organisation_key(guest.organisation)));
  for (int i = 0; i < times && !testing::Test::HasFatalFailure(); ++i) {
    compare(list, words, index, random_typed(dice, list), 1 + dice.below(12));
  }
}

TEST(GuestOracle, SmallListsManyTimes) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) compare_many(seed, 60, 60);
}

TEST(GuestOracle, TenThousandGuests) { compare_many(99, 10'000, 25); }

}  // namespace
}  // namespace mn
