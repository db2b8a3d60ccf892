// Bugs that can be planted into the simulated ceremony, one at a time: tests of the test. Each must be found.
#pragma once

#include <array>
#include <string_view>

namespace mn::sim {

enum class Bug {
  none,
  no_deduplication,         // the hub keeps a run again when it had it
  gap_accepted,             // the hub keeps a run that begins after head + 1
  thank_before_durable,     // the kiosk's append returns before the disk has it
  thank_on_failure,         // an append that failed is taken for kept
  retry_with_new_id,        // after an unknown outcome the visit is recorded again under another id
  no_look_up,               // after an unknown outcome the same order is appended again without looking
  two_orders,               // a second tap on confirm makes a second order
  cursor_never_back,        // the pusher keeps the furthest head that the hub ever had
  answer_before_commit,     // the hub answers a push and commits later
  stored_cursor,            // the puller keeps its cursor beside its journal
  fold_from_start_on_top,   // a restarted display folds the whole journal onto what it had
  received_into_pledged,    // a payment raises the number pledged
  void_not_taken_back,      // a pledge taken back stays in the number
  count_up_rounds,          // the number on the screen ends at a whole thousand
  goods_into_pledged,       // the worth of goods raises the number pledged
  call_forgotten,           // a kiosk does not hear that its call for help was told
  unsigned_accepted,        // the hub keeps what nobody signed: invented on the way
  name_while_it_waits,      // a name is shown before the desk has released it
  old_verdict,              // a desk's first decision about a name stands, not its last
  consent_late,             // a withdrawn consent takes effect with the news after it
  matched_into_pledged,     // what matching gifts add raises the number pledged
  freeze_thaws,             // the number goes on although it was frozen
  celebrated_on_load,       // a display that starts celebrates what was reached before
  announced_after_reading,  // a journal read again is announced again
  checked_unproven,         // the closing figures are called checked although the proof failed
};

inline constexpr std::array kBugs = {
    Bug::no_deduplication,    Bug::gap_accepted,           Bug::thank_before_durable,
    Bug::thank_on_failure,    Bug::retry_with_new_id,      Bug::no_look_up,
    Bug::two_orders,          Bug::cursor_never_back,      Bug::answer_before_commit,
    Bug::stored_cursor,       Bug::fold_from_start_on_top, Bug::received_into_pledged,
    Bug::void_not_taken_back, Bug::count_up_rounds,        Bug::goods_into_pledged,
    Bug::call_forgotten,      Bug::unsigned_accepted,      Bug::name_while_it_waits,
    Bug::old_verdict,         Bug::consent_late,           Bug::matched_into_pledged,
    Bug::freeze_thaws,        Bug::celebrated_on_load,     Bug::announced_after_reading,
    Bug::checked_unproven};

std::string_view bug_text(Bug bug);

}  // namespace mn::sim
