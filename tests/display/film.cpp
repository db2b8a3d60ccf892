// A film of the cards as text, for people who want to see what a crowd looks like on the screen: one line for every
// moment at which something changes. Pledges are invented from a seed.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <random>
#include <string>

#include "display/announcing.h"

namespace mn {
namespace {

struct Options {
  int lanes = 4;
  double rate = 350;         // pledges a second …
  std::int64_t crowd_s = 8;  // … for so long
  std::int64_t film_s = 20;
  unsigned seed = 1;
};

constexpr std::array kTierNames = {"small", "middle", "LARGE", "GRAND"};
constexpr std::array kPaceNames = {"alone", "brisk", "abreast", "merging"};

std::string words(const Announcement& card, std::int64_t now_ms) {
  std::string text = card.entered_ms == now_ms ? "+ " : "  ";
  if (card.merged) return text + std::to_string(card.count) + " hearts";
  return text + "no " + std::to_string(card.pledges.front() + 1) + " " +
         kTierNames[static_cast<std::size_t>(card.tier)];
}

void print_moment(const Announcing& announcing, std::int64_t now_ms) {
  std::printf("%7.3f %8zu  %-8s", static_cast<double>(now_ms) / 1000, waiting_in_all(announcing.lineup),
              kPaceNames[static_cast<std::size_t>(announcing.pacing.pace)]);
  for (int lane = 0; lane < announcing.lanes; ++lane) {
    std::string text;
    for (const Announcement& card : announcing.on)
      if (card.lane == lane) text = words(card, now_ms);
    std::printf(lane + 1 < announcing.lanes ? "%-18s" : "%s", text.c_str());
  }
  std::printf("\n");
}

void show_film(const Options& options) {
  std::mt19937_64 chance(options.seed);
  std::exponential_distribution<double> gap(options.rate / 1000);
  std::uniform_int_distribution<int> lot(0, 99);
  Announcing announcing = announcing_from(options.lanes, 0, {}, 0);
  const auto play_to = [&](std::int64_t until_ms) {
    while (const std::optional<std::int64_t> due = next_change_ms(announcing)) {
      if (*due > until_ms) break;
      run_to(announcing, *due);
      print_moment(announcing, *due);
    }
  };
  std::printf("%7s %8s  %-8s%s\n", "second", "waiting", "pace", "lanes, the spot of honour first; + enters now");
  std::uint32_t pledge = 0;
  for (double at_ms = gap(chance); at_ms < static_cast<double>(options.crowd_s) * 1000; at_ms += gap(chance)) {
    const int place = lot(chance);
    const Tier tier = place < 80 ? Tier::small : place < 95 ? Tier::middle : place < 99 ? Tier::large : Tier::grand;
    play_to(static_cast<std::int64_t>(at_ms));
    arrive(announcing, {pledge++, tier}, false, static_cast<std::int64_t>(at_ms));
  }
  play_to(options.film_s * 1000);
}

}  // namespace
}  // namespace mn

int main(int count, char** arguments) {
  mn::Options options;
  CLI::App app("A film of the announcement cards, as text");
  app.add_option("--lanes", options.lanes, "cards side by side")->check(CLI::Range(1, mn::kLanesMax));
  app.add_option("--rate", options.rate, "pledges a second")->check(CLI::Range(0.01, 10'000.0));
  app.add_option("--crowd", options.crowd_s, "seconds during which they come")->check(CLI::Range(1, 3600));
  app.add_option("--film", options.film_s, "seconds of film")->check(CLI::Range(1, 7200));
  app.add_option("--seed", options.seed, "of chance");
  CLI11_PARSE(app, count, arguments);
  mn::show_film(options);
  return 0;
}
