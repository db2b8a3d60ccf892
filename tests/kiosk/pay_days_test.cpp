// The days on which a donor may promise to transfer: from today in Vietnam to the campaign's last day, across months,
// years and leap days, and a month from today when the campaign is over.
#include "kiosk/calendar.h"

#include "tests/kiosk/ways_to.h"

namespace mn::kiosk {
namespace {

std::int64_t vietnam_us(int year, int month, int day, int hour = 12, int minute = 0) {
  return utc_us(LocalTime{year, month, day, hour, minute, 0, true});
}

TEST(PayDays, FromTodayInVietnam) {
  Campaign campaign;
  campaign.pay_by = {2025, 6, 30};
  const struct {
    std::int64_t now_us;
    LocalTime first, last;
  } rows[] = {
      {vietnam_us(2025, 5, 29), {2025, 5, 29}, {2025, 6, 30}},
      {vietnam_us(2025, 5, 29, 0, 0), {2025, 5, 29}, {2025, 6, 30}},
      {vietnam_us(2025, 5, 29, 0, 0) - 1, {2025, 5, 28}, {2025, 6, 30}},
      {vietnam_us(2025, 5, 29, 23, 59), {2025, 5, 29}, {2025, 6, 30}},
      {vietnam_us(2025, 6, 30, 23, 59), {2025, 6, 30}, {2025, 6, 30}},  // the last day is a day
      {vietnam_us(2025, 7, 1, 0, 0), {2025, 7, 1}, {2025, 7, 31}},      // over: thirty days more
      {vietnam_us(2025, 12, 15), {2025, 12, 15}, {2026, 1, 14}},
      {vietnam_us(2028, 2, 1), {2028, 2, 1}, {2028, 3, 2}},  // a leap year
      {vietnam_us(2027, 2, 1), {2027, 2, 1}, {2027, 3, 3}},
      {vietnam_us(2024, 12, 31), {2024, 12, 31}, {2025, 6, 30}},
  };
  for (const auto& row : rows) {
    const PayDays days = pay_days(campaign, row.now_us);
    EXPECT_EQ(days.first, row.first) << iso_date(row.first);
    EXPECT_EQ(days.last, row.last) << iso_date(row.first);
    EXPECT_TRUE(is_pay_day(days, days.first));
    EXPECT_TRUE(is_pay_day(days, days.last));
  }
}

TEST(PayDays, AnHourInTheCampaignFileIsNotADay) {
  Campaign campaign;
  campaign.pay_by = {2025, 6, 30, 17, 0, 0, true};
  EXPECT_EQ(pay_days(campaign, vietnam_us(2025, 6, 30, 18)).last, (LocalTime{2025, 6, 30}));
}

TEST(PayDays, OnlyDaysThatExist) {
  const PayDays days{{2025, 5, 29}, {2028, 12, 31}};
  const struct {
    LocalTime day;
    bool is;
  } rows[] = {{{2025, 5, 28}, false},
              {{2025, 5, 29}, true},
              {{2025, 6, 30}, true},
              {{2025, 6, 31}, false},
              {{2028, 2, 29}, true},
              {{2027, 2, 29}, false},
              {{2028, 2, 30}, false},
              {{2026, 13, 1}, false},
              {{2026, 0, 1}, false},
              {{2026, 1, 0}, false},
              {{2026, 1, 32}, false},
              {{2028, 12, 31}, true},
              {{2029, 1, 1}, false},
              {{2026, -1, 5}, false},
              {{2026, 1, -5}, false},
              {{0, 0, 0}, false},
              {{2026, 1, 1, 12, 0, 0, true}, false}};
  for (const auto& row : rows) EXPECT_EQ(is_pay_day(days, row.day), row.is) << iso_date(row.day);
}

TEST(Months, LengthAndFirstWeekday) {
  const struct {
    LocalTime day;
    int after;
    Month month;
  } rows[] = {{{2025, 5, 29}, 0, {2025, 5, 31, 3}},   {{2025, 5, 29}, 1, {2025, 6, 30, 6}},
              {{2025, 12, 31}, 2, {2026, 2, 28, 6}},  {{2027, 11, 30}, 3, {2028, 2, 29, 1}},
              {{2025, 5, 29}, 19, {2026, 12, 31, 1}}, {{2000, 1, 1}, 1, {2000, 2, 29, 1}},
              {{2100, 1, 31}, 1, {2100, 2, 28, 0}}};
  for (const auto& row : rows) {
    const Month month = month_after(row.day, row.after);
    EXPECT_EQ(month.year, row.month.year);
    EXPECT_EQ(month.month, row.month.month);
    EXPECT_EQ(month.days, row.month.days) << month.year << "-" << month.month;
    EXPECT_EQ(month.first_weekday, row.month.first_weekday) << month.year << "-" << month.month;
  }
  EXPECT_EQ(months_between({2025, 5, 29}, {2025, 6, 1}), 1);
  EXPECT_EQ(months_between({2025, 12, 31}, {2026, 1, 1}), 1);
  EXPECT_EQ(months_between({2025, 5, 1}, {2025, 5, 31}), 0);
}

TEST(PayOn, TurnsOnlyThroughTheMonthsThatHaveDays) {
  Desk desk;
  reach(desk, "pay_on");
  EXPECT_EQ(desk.on<PayOn>()->today, (LocalTime{2025, 5, 29}));
  for (const int by : {-1, 1, 1, 1}) desk.tap(tap::TurnMonth{by});
  EXPECT_EQ(desk.on<PayOn>()->month, 1) << "the campaign ends in June";
  for (int i = 0; i < 3; ++i) desk.tap(tap::TurnMonth{-1});
  EXPECT_EQ(desk.on<PayOn>()->month, 0);
  desk.tap(tap::TurnMonth{1'000'000});
  EXPECT_EQ(desk.on<PayOn>()->month, 1);
}

TEST(PayOn, OnlyADayThatIsOfferedIsChosen) {
  for (const LocalTime& day :
       {LocalTime{2025, 5, 28}, LocalTime{2025, 7, 1}, LocalTime{2025, 6, 31}, LocalTime{2025, 6, 1, 9, 0, 0, true}}) {
    Desk desk;
    reach(desk, "pay_on");
    desk.tap(tap::ChooseDay{day});
    EXPECT_EQ(desk.screen(), "pay_on") << iso_date(day);
  }
  for (const LocalTime& day : {LocalTime{2025, 5, 29}, LocalTime{2025, 6, 30}}) {
    Desk desk;
    reach(desk, "pay_on");
    desk.tap(tap::ChooseDay{day});
    ASSERT_EQ(desk.screen(), "review");
    desk.tap(tap::Confirm{});
    EXPECT_EQ(desk.ordered<Pledged>()->pay_on, day);
    EXPECT_EQ(desk.ordered<Pledged>()->way, Way::later);
  }
}

TEST(PayOn, AnotherWayForgetsTheDay) {
  Desk desk;
  reach(desk, "pay_on");
  desk.tap_all({tap::ChooseDay{{2025, 6, 1}}, tap::EditWay{}, tap::ChooseWay{Way::cash}});
  EXPECT_FALSE(desk.chosen().pay_on);
  desk.tap(tap::Confirm{});
  EXPECT_EQ(desk.ordered<Pledged>()->way, Way::cash);
  EXPECT_FALSE(desk.ordered<Pledged>()->pay_on);
}

TEST(PayOn, LeavingTheCalendarKeepsTheWayAndTheDayBefore) {
  Desk desk;
  reach(desk, "pay_on");
  desk.tap_all({tap::ChooseDay{{2025, 6, 1}}, tap::EditWay{}, tap::ChooseWay{Way::later}, tap::Back{}, tap::Back{}});
  ASSERT_EQ(desk.screen(), "review");
  EXPECT_EQ(desk.chosen().way, Way::later);
  EXPECT_EQ(desk.chosen().pay_on, (LocalTime{2025, 6, 1}));
}

}  // namespace
}  // namespace mn::kiosk
