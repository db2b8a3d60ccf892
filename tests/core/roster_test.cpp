// Who may write what: the table of admission, and that the order in which origins' entries arrive does not matter.
#include "core/roster.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "tests/core/author.h"
#include "tests/core/random_source.h"

namespace mn {
namespace {

void take(Roster& roster, const mn::Run& run) {
  for (const Entry& entry : run) apply(roster, entry);
}

// A hub that has enrolled one origin of each role, and those origins, born and not yet pushed.
struct Venue {
  Author hub{1}, kiosk{2}, desk{3}, display{4}, accountant{5}, other_hub{6}, stranger{7};
  Roster roster;

  Venue() {
    roster.roots.insert(hub.origin());
    take(roster, hub.is_born());
    enrol(kiosk, Role::kiosk);
    enrol(desk, Role::desk);
    enrol(display, Role::display);
    enrol(accountant, Role::accountant);
    enrol(other_hub, Role::hub);
  }
  void enrol(const Author& author, Role role) {
    take(roster, hub.says({Enrolled{author.origin(), role, author.name}}));
  }
  std::optional<Cause> cause(const mn::Run& run) const {
    const Done done = admit(roster, test_campaign(), run);
    return done.ok() ? std::nullopt : std::optional(done.failure().cause);
  }
};

constexpr Role kRoles[] = {Role::kiosk, Role::desk, Role::display, Role::hub, Role::accountant};

TEST(Roster, WhichRoleMayWriteWhichKind) {
  // One sign a role, in the order of kRoles: kiosk, desk, display, hub, accountant.
  const std::map<Kind, std::string> table = {
      {Kind::born, "+++++"},      {Kind::pledged, "++..."},   {Kind::named, "++..."},       {Kind::contact, "++..."},
      {Kind::consented, "++..."}, {Kind::voided, ".+..+"},    {Kind::screened, ".+..."},    {Kind::announced, ".+..."},
      {Kind::paid, "....+"},      {Kind::delivered, ".+..+"}, {Kind::written_off, "....+"}, {Kind::matched, ".+..."},
      {Kind::counted, ".+..."},   {Kind::cued, ".+..."},      {Kind::opened, ".+..."},      {Kind::closed, ".+..."},
      {Kind::enrolled, "...+."},  {Kind::revoked, "...+."},   {Kind::called, "++..."},      {Kind::answered, "++..."}};
  ASSERT_EQ(table.size(), kKindLast);
  for (const auto& [kind, signs] : table) {
    for (std::size_t i = 0; i < 5; ++i) {
      EXPECT_EQ(may_write(kRoles[i], kind), signs[i] == '+') << role_text(kRoles[i]) << " " << kind_text(kind);
    }
  }
}

TEST(Roster, AnEnrolledOriginIsAdmittedAndBringsItsKey) {
  Venue venue;
  EXPECT_EQ(venue.cause(venue.kiosk.is_born()), std::nullopt);
  EXPECT_EQ(venue.cause(venue.display.is_born()), std::nullopt);
  Author kiosk(2);
  mn::Run run = kiosk.is_born();
  const mn::Run pledge = kiosk.says({pledge_of(500'000), Named{"Hoa", ""}});
  run.insert(run.end(), pledge.begin(), pledge.end());
  EXPECT_EQ(venue.cause(run), std::nullopt);
  EXPECT_EQ(venue.cause(pledge), Cause::gap);  // its key is not known here yet
  take(venue.roster, run);
  EXPECT_EQ(venue.cause(kiosk.says({pledge_of(1'000'000)})), std::nullopt);
}

TEST(Roster, RefusalsByTable) {
  Venue venue;
  for (Author* author : {&venue.kiosk, &venue.desk, &venue.display, &venue.accountant, &venue.other_hub}) {
    take(venue.roster, author->is_born());
  }
  const EntryRef pledge{venue.kiosk.origin(), 2};
  const Paid paid{pledge, Money{5}, "2025-06-01", {}, ""};
  EXPECT_EQ(venue.cause({}), Cause::bad_input);
  EXPECT_EQ(venue.cause(venue.stranger.is_born()), Cause::refused);
  EXPECT_EQ(venue.cause(venue.display.says({pledge_of(500'000)})), Cause::refused);
  EXPECT_EQ(venue.cause(Author(2, {"rehearsal-1"}).is_born()), Cause::refused);
  EXPECT_EQ(venue.cause(Author(venue.kiosk).says({paid})), Cause::refused);
  EXPECT_EQ(venue.cause(Author(venue.accountant).says({paid})), std::nullopt);
  EXPECT_EQ(venue.cause(Author(venue.kiosk).says({Voided{pledge, ""}})), Cause::refused);
  EXPECT_EQ(venue.cause(Author(venue.desk).says({Voided{pledge, ""}})), std::nullopt);
  EXPECT_EQ(venue.cause(Author(venue.desk).says({Enrolled{venue.stranger.origin(), Role::kiosk, ""}})), Cause::refused);
  EXPECT_EQ(venue.cause(Author(venue.other_hub).says({Enrolled{venue.stranger.origin(), Role::kiosk, ""}})),
            std::nullopt);
  EXPECT_EQ(venue.cause(Author(venue.other_hub).says({paid})), Cause::refused);
  EXPECT_EQ(venue.cause(Author(venue.hub).says({paid})), std::nullopt);  // a root is its own accountant
  EXPECT_EQ(venue.cause(Author(venue.hub).says({pledge_of(500'000)})), Cause::refused);
  EXPECT_EQ(venue.cause(Author(venue.kiosk).says({pledge_of(500'000), paid})), Cause::refused);  // all or none

  mn::Run forged = Author(venue.kiosk).says({pledge_of(500'000)});
  (*forged.back().signature)[0] ^= 1;
  EXPECT_EQ(venue.cause(forged), Cause::corrupt);
}

TEST(Roster, OnlyABirthThatIsOneIsAFirstEntry) {
  Venue venue;
  EXPECT_EQ(venue.cause(Author(venue.kiosk).says({pledge_of(500'000)})), Cause::refused);
  // A birth that carries another's key.
  EXPECT_EQ(venue.cause(Author(venue.kiosk).says({Born{venue.desk.keys.public_key, "", ""}})), Cause::refused);
  take(venue.roster, venue.kiosk.is_born());
  EXPECT_EQ(venue.cause(venue.kiosk.is_born()), Cause::refused);  // born again
  EXPECT_NE(admit(venue.roster, test_campaign(), venue.stranger.is_born()).failure().words.find("mangnon enrol"),
            std::string::npos);
}

TEST(Roster, ARevokedOriginIsTakenUpToItsSeqOnly) {
  Venue venue;
  take(venue.roster, venue.kiosk.is_born());
  const mn::Run second = venue.kiosk.says({pledge_of(500'000)});
  const mn::Run third = venue.kiosk.says({pledge_of(600'000)});
  take(venue.roster, venue.hub.says({Revoked{venue.kiosk.origin(), 2}}));
  EXPECT_EQ(venue.cause(second), std::nullopt);
  EXPECT_EQ(venue.cause(third), Cause::refused);
  take(venue.roster, venue.hub.says({Revoked{venue.kiosk.origin(), 99}}));  // a milder one brings nobody back
  EXPECT_EQ(venue.cause(third), Cause::refused);
  take(venue.roster, venue.hub.says({Revoked{venue.kiosk.origin(), 1}}));
  EXPECT_EQ(venue.cause(second), Cause::refused);
}

TEST(Roster, NobodyEnrolsWhoMayNot) {
  Venue venue;
  take(venue.roster, venue.desk.is_born());
  take(venue.roster, venue.desk.says({Enrolled{venue.stranger.origin(), Role::accountant, ""}}));
  take(venue.roster, venue.stranger.is_born());
  take(venue.roster, venue.stranger.says({Enrolled{venue.stranger.origin(), Role::hub, ""}}));
  take(venue.roster, venue.desk.says({Revoked{venue.kiosk.origin(), 0}}));
  EXPECT_EQ(role_of(venue.roster, venue.stranger.origin()), std::nullopt);
  EXPECT_EQ(venue.cause(venue.kiosk.is_born()), std::nullopt);
  EXPECT_EQ(role_of(venue.roster, venue.hub.origin()), Role::hub);
}

TEST(Roster, TheLastEnrolmentStandsAndARootsBeforeAHubs) {
  Venue venue;
  venue.enrol(venue.kiosk, Role::desk);
  EXPECT_EQ(role_of(venue.roster, venue.kiosk.origin()), Role::desk);
  take(venue.roster, venue.other_hub.is_born());
  take(venue.roster, venue.other_hub.says({Enrolled{venue.kiosk.origin(), Role::kiosk, ""}}));
  EXPECT_EQ(role_of(venue.roster, venue.kiosk.origin()), Role::desk);
}

// The whole of a roster as text, to compare.
std::string text_of_roster(const Roster& roster) {
  std::string out;
  for (const auto& [origin, member] : roster.members) {
    out += origin_text(origin) + " " + (member.key ? "key " : "- ") +
           (member.role ? std::string(role_text(*member.role)) : "-") + " " +
           (member.revoked_after ? std::to_string(*member.revoked_after) : "-") + " " + member.name + "\n";
  }
  return out;
}

TEST(Roster, TheOrderAcrossOriginsDoesNotMatter) {
  Author root(1), venue(2), kiosk(3), desk(4), stranger(5);
  std::vector<mn::Run> root_runs = {root.is_born(), root.says({Enrolled{venue.origin(), Role::hub, "Hội trường"}}),
                                    root.says({Enrolled{desk.origin(), Role::desk, ""}})};
  std::vector<mn::Run> venue_runs = {venue.is_born(), venue.says({Enrolled{kiosk.origin(), Role::kiosk, "Ki-ốt 9"}}),
                                     venue.says({Enrolled{desk.origin(), Role::kiosk, "Bàn"}}),
                                     venue.says({Revoked{kiosk.origin(), 5}})};
  std::vector<mn::Run> others = {kiosk.is_born()};
  std::vector<mn::Run> desk_runs = {desk.is_born()};
  std::vector<mn::Run> stranger_runs = {stranger.is_born(),
                                        stranger.says({Enrolled{stranger.origin(), Role::hub, ""}})};
  const std::vector<std::vector<mn::Run>> origins = {root_runs, venue_runs, others, desk_runs, stranger_runs};

  std::set<std::string> seen;
  RandomSource random{3};
  for (int i = 0; i < 200; ++i) {
    Roster roster;
    roster.roots.insert(root.origin());
    std::vector<std::size_t> next(origins.size(), 0);
    std::size_t left = 11;
    while (left > 0) {
      const std::size_t who = random.below(origins.size());
      if (next[who] == origins[who].size()) continue;
      take(roster, origins[who][next[who]++]);
      --left;
    }
    EXPECT_EQ(role_of(roster, kiosk.origin()), Role::kiosk);
    EXPECT_EQ(role_of(roster, desk.origin()), Role::desk);
    EXPECT_EQ(role_of(roster, stranger.origin()), std::nullopt);
    seen.insert(text_of_roster(roster));
  }
  EXPECT_EQ(seen.size(), 1u) << *seen.begin() << "\n" << *seen.rbegin();
}

}  // namespace
}  // namespace mn
