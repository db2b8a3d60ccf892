// mangnon match: a matching gift is offered, or withdrawn.
#include <fmt/format.h>

#include "backend-sync/hall.h"
#include "backend-sync/mangnon/desk.h"
#include "backend-sync/mangnon/verbs.h"
#include "core/numbers.h"
#include "core/text.h"
#include "journal/chance.h"
#include "journal/file.h"

namespace mn {
namespace {

constexpr std::int64_t kMinuteUs = 60'000'000;
constexpr int kMinutesMost = 1'440;

struct OfferOptions {
  OfferAsked asked;
  std::string cap;
  std::string begins;
  std::string until;
  int minutes = 0;
};

Result<std::int64_t> read_moment(const std::string& option, const std::string& text) {
  const Result<LocalTime> time = read_date(text);
  if (time && time->has_time) return utc_us(*time);
  return Failure{Cause::bad_input,
                 option + ": expected a day and a time of day, such as \"29/05/2025 08:30\", found " + text};
}

int offer(const DeskOptions& desk, const OfferOptions& options) {
  const std::string who = "mangnon match offer";
  const Result<Campaign> campaign = load_campaign(desk.campaign);
  if (!campaign) return fail(who, campaign.failure());
  OfferAsked asked = options.asked;
  const Result<Money> cap = read_amount(options.cap);
  if (!cap) return fail(who, {Cause::bad_input, "--cap: " + cap.failure().words});
  asked.cap = *cap;
  const Result<std::int64_t> begins =
      options.begins.empty() ? Result<std::int64_t>(utc_now_us()) : read_moment("--begins", options.begins);
  if (!begins) return fail(who, begins.failure());
  asked.from_us = *begins;
  const Result<std::int64_t> until = options.until.empty() ? Result<std::int64_t>(*begins + options.minutes * kMinuteUs)
                                                           : read_moment("--until", options.until);
  if (!until) return fail(who, until.failure());
  asked.until_us = *until;
  const Result<Folded> folded = fold_for_desk(desk, campaign->id);
  if (!folded) return fail(who, folded.failure());
  const Result<Matched> offered = offer_of(asked, *campaign, folded->tally);
  if (!offered) return fail(who, offered.failure());
  return write_at_desk(who, desk, campaign->id,
                       {{*offered,
                         {},
                         fmt::format("offered {}% by {}, at most {}, from {} to {}", offered->percent, offered->sponsor,
                                     grouped_dong(offered->cap), date_time_text(local_time(offered->from_us)),
                                     date_time_text(local_time(offered->until_us)))}});
}

struct WithdrawOptions {
  std::string offer;
  std::string reason;
};

int withdraw_offer(const DeskOptions& desk, const WithdrawOptions& options) {
  const std::string who = "mangnon match withdraw";
  const Result<Campaign> campaign = load_campaign(desk.campaign);
  if (!campaign) return fail(who, campaign.failure());
  const Result<Folded> folded = fold_for_desk(desk, campaign->id);
  if (!folded) return fail(who, folded.failure());
  const Result<const Offer*> found = find_offer(folded->tally, options.offer);
  if (!found) return fail(who, found.failure());
  const Result<std::string> reason = sanitise(options.reason, kMessageLettersMax);
  if (!reason) return fail(who, {Cause::bad_input, "--reason: " + reason.failure().words});
  if ((*found)->withdrawn) {
    print_nothing_to_do(desk, (*found)->ref, "this matching gift was withdrawn already");
    return kExitDone;
  }
  return write_at_desk(who, desk, campaign->id, {{Voided{(*found)->ref, *reason}, {}, "withdrew the matching gift"}});
}

}  // namespace

void add_match(CLI::App& app, int& exit_code) {
  CLI::App* match = app.add_subcommand("match", "Offers or withdraws a matching gift");
  match->group(kHallVerbs);
  match->require_subcommand(1);
  match->footer(
      "Example:\n  mangnon match offer --sponsor \"Công ty Ví Dụ\" --cap 200.000.000 --minutes 30 --journal "
      "desk.db --from hub.db\nmangnon tally lists the offers and what each has come to; it is part of no "
      "other figure.");

  CLI::App* offers = match->add_subcommand("offer", "For every đồng pledged in a time, so many more, up to a cap");
  describe_desk_verb(
      *offers,
      "Examples:\n"
      "  mangnon match offer --sponsor \"Công ty Ví Dụ\" --cap 200.000.000 --minutes 30 --journal desk.db "
      "--from hub.db\n"
      "  mangnon match offer --sponsor \"Công ty Ví Dụ\" --percent 50 --cap 100.000.000 --begins "
      "\"29/05/2025 08:30\" --until \"29/05/2025 10:00\" --fund hospital --journal desk.db --from hub.db");
  const auto desk = add_desk_options(*offers);
  auto options = std::make_shared<OfferOptions>();
  offers->add_option("--sponsor", options->asked.sponsor, "Who offers it, as it is to be shown")->required();
  offers->add_option("--percent", options->asked.percent, "For 100 đồng pledged, so many (default 100)");
  offers->add_option("--cap", options->cap, "At most so many đồng in all: 200.000.000")->required();
  offers->add_option("--begins", options->begins, "In Vietnam's time; default now");
  CLI::Option* until = offers->add_option("--until", options->until, "The end, in Vietnam's time");
  CLI::Option* minutes = offers->add_option("--minutes", options->minutes, "Or how long it lasts")
                             ->check(CLI::Range(1, kMinutesMost))
                             ->excludes(until);
  offers->add_option("--fund", options->asked.fund, "Only what is pledged for this fund");
  offers->callback([=, &exit_code] {
    if (until->empty() && minutes->empty()) throw CLI::RequiredError("--until or --minutes");
    exit_code = offer(*desk, *options);
  });

  CLI::App* withdraws = match->add_subcommand("withdraw", "Takes an offer back, as if it had never been made");
  describe_desk_verb(
      *withdraws,
      "Example:\n  mangnon match withdraw ORIGIN:SEQ --reason \"nhập nhầm\" --journal desk.db --from hub.db");
  const auto desk_of_withdraw = add_desk_options(*withdraws);
  auto withdraw_options = std::make_shared<WithdrawOptions>();
  withdraws->add_option("OFFER", withdraw_options->offer, "Its entry, as mangnon tally lists it")->required();
  withdraws->add_option("--reason", withdraw_options->reason, "Why, for the record")->required();
  withdraws->callback([=, &exit_code] { exit_code = withdraw_offer(*desk_of_withdraw, *withdraw_options); });
}

}  // namespace mn
