// Pushers, hubs and the puller of the simulated ceremony, and the links between them.
#include "backend-sync/wire.h"
#include "tests/sim/world.h"

namespace mn::sim {
namespace {

constexpr std::int64_t kPatienceMs = 3000;
constexpr std::size_t kPuller = kPushers;

Failure silent() { return {Cause::unavailable, "no answer"}; }

DiskJournal hub_journal(World& world, Hub& hub) {
  const bool here =
      world.bug == Bug::no_deduplication || world.bug == Bug::gap_accepted || world.bug == Bug::answer_before_commit;
  return DiskJournal(hub.own.disk, sim_campaign().id, here && &hub == &world.hub ? world.bug : Bug::none);
}

std::uint64_t send(World& world, std::size_t pusher, std::string path, std::string text, Bytes bytes) {
  const std::uint64_t request = world.next_request++;
  world.links.push_back(
      {pusher, request, false, pusher == kToFund, std::move(path), 0, std::move(text), std::move(bytes)});
  return request;
}

// What the hub's program does with a push, as in backend-sync/hub.
void serve_entries(World& world, Hub& hub, const Message& request, Message& answer) {
  DiskJournal journal = hub_journal(world, hub);
  Result<Run> run = examine(hub.admission, request.bytes);
  if (!run && world.bug == Bug::unsigned_accepted) run = unpack(request.bytes);
  Reply reply;
  if (!run) {
    reply = reply_of(journal.epoch(), run.failure());
  } else {
    if (!world.calm && world.dice.chance(8)) {
      journal.next_append(world.dice.chance(50) ? NextAppend::fails_kept : NextAppend::fails_not_kept);
    }
    const Result<std::vector<Answer>> answers = journal.append({&*run, 1});
    if (answers) {
      settle(hub.admission, *run, answers->front());
      if (answers->front().outcome == Outcome::appended)
        hub.answered[run->front().header.origin] = answers->front().head.seq;
    }
    reply = answers ? reply_of(journal.epoch(), answers->front()) : reply_of(journal.epoch(), answers.failure());
    if (!answers) {  // a real hub opens its journal again after an unknown outcome, and reads who may write
      hub.admission = begin_admission(sim_campaign().id, hub.own.origin);
      for (const Entry& entry : hub.own.disk.entries) apply(hub.admission, entry);
    }
  }
  answer.status = reply.status;
  answer.text = reply.text;
}

void serve_page(World& world, Hub& hub, const Message& request, Message& answer) {
  DiskJournal journal = hub_journal(world, hub);
  const Result<PageRequest> asked = read_page_request(request.text);
  if (!asked) return;
  answer.status = 200;
  for (const EntryRef& after : lacking(*journal.heads(), *asked, hub.own.origin)) {
    const Bytes packed = pack(*journal.read_run(after.origin, after.seq, asked->entries_max));
    answer.bytes.insert(answer.bytes.end(), packed.begin(), packed.end());
  }
}

void serve(World& world, const Message& request) {
  Hub& hub = request.to_fund ? world.fund : world.hub;
  if (!hub.alive) return;
  Message answer = request;
  answer.back = true;
  answer.bytes.clear();
  answer.text.clear();
  DiskJournal journal = hub_journal(world, hub);
  if (request.path == "heads") {
    answer.status = 200;
    answer.text = heads_text({journal.epoch(), *journal.last_position(), *journal.heads()});
  } else if (request.path == "entries") {
    serve_entries(world, hub, request, answer);
  } else if (request.path == "hub") {
    answer.status = 200;
  } else if (request.path == "page") {
    serve_page(world, hub, request, answer);
  }
  if (!world.calm && world.dice.chance(4)) {  // dies after the commit, before the answer
    hub.alive = false;
    journal.die();
    return;
  }
  world.links.push_back(std::move(answer));
}

// With the bug cursor_never_back: what the hub says it has can only grow.
Head never_back(Pusher& pusher, const Head& said, Bug bug) {
  Head& furthest = pusher.furthest[said.origin];
  if (said.seq >= furthest.seq || bug != Bug::cursor_never_back) furthest = said;
  return furthest;
}

void feed_pusher(World& world, std::size_t index, const PushInput& input) {
  Pusher& pusher = world.pushers[index];
  PushStep step = advance(pusher.state, input, world.now_ms, world.dice.next());
  pusher.state = std::move(step.next);
  pusher.order = std::move(step.order);
}

void answer_pusher(World& world, const Message& answer) {
  Pusher& pusher = world.pushers[answer.pusher];
  if (!pusher.alive || pusher.waiting_for != answer.request) return;
  pusher.waiting_for = 0;
  if (answer.path == "heads") {
    Result<HubHeads> heads = read_heads(answer.text);
    for (Head& head : heads->heads) head = never_back(pusher, head, world.bug);
    return feed_pusher(world, answer.pusher, heads ? PushInput(*heads) : PushInput(heads.failure()));
  }
  Result<HubAnswer> said = read_reply(answer.status, answer.text, pusher.sent_to.origin);
  if (said) said->answer.head = never_back(pusher, said->answer.head, world.bug);
  feed_pusher(world, answer.pusher, said ? PushInput(Pushed{*said, pusher.sent_to}) : PushInput(said.failure()));
}

void feed_puller(World& world, const PullInput& input) {
  PullStep step = advance(world.screen.pull, input, world.now_ms, world.dice.next());
  world.screen.pull = std::move(step.next);
  world.screen.order = std::move(step.order);
}

PullInput take_page(World& world, const Message& answer) {
  sim::Screen& screen = world.screen;
  const Result<Page> page = examine_page(screen.admission, answer.bytes);
  if (!page) return page.failure();
  for (const Run& run : page->runs) screen.cursor[run.back().header.origin] = run.back().header.seq;
  DiskJournal journal(screen.own.disk, sim_campaign().id, Bug::none);
  if (!world.calm && world.dice.chance(8)) {
    journal.next_append(world.dice.chance(50) ? NextAppend::fails_kept : NextAppend::fails_not_kept);
  }
  const Result<std::vector<Answer>> answers = journal.append(page->runs);
  if (!answers) {  // the real puller opens its journal again
    screen.admission = begin_admission(sim_campaign().id, world.hub.own.origin);
    for (const Entry& entry : screen.own.disk.entries) apply(screen.admission, entry);
    return answers.failure();
  }
  return settle_page(screen.admission, *page, *answers);
}

void answer_puller(World& world, const Message& answer) {
  sim::Screen& screen = world.screen;
  if (!screen.puller_alive || screen.waiting_for != answer.request) return;
  screen.waiting_for = 0;
  if (answer.path == "hub") return feed_puller(world, HubIs{});
  feed_puller(world, take_page(world, answer));
}

void begin_puller(World& world) {
  sim::Screen& screen = world.screen;
  screen.pull = {};
  screen.admission = begin_admission(sim_campaign().id, world.hub.own.origin);
  for (const Entry& entry : screen.own.disk.entries) apply(screen.admission, entry);
  screen.begun = true;
  feed_puller(world, News{true});
}

PageRequest page_request(World& world, const AskPage& ask) {
  DiskJournal journal(world.screen.own.disk, sim_campaign().id, Bug::none);
  PageRequest request{*journal.heads(), ask.without, kPageEntriesMax};
  if (world.bug == Bug::stored_cursor) {
    for (Head& head : request.heads) head.seq = std::max(head.seq, world.screen.cursor[head.origin]);
    for (const auto& [origin, seq] : world.screen.cursor) {
      const bool named =
          std::any_of(request.heads.begin(), request.heads.end(), [&](const Head& h) { return h.origin == origin; });
      if (!named) request.heads.push_back({origin, seq, {}});
    }
  }
  return request;
}

}  // namespace

Owner& owner_of(World& world, std::size_t pusher) {
  if (pusher < kKiosks) return world.kiosks[pusher].own;
  if (pusher >= kFirstDesk && pusher < kToFund) return world.desks[pusher - kFirstDesk];
  return pusher == kAccountant ? world.accountant : world.hub.own;
}

void step_pusher(World& world, std::size_t index) {
  Pusher& pusher = world.pushers[index];
  if (!pusher.alive) return;
  DiskJournal journal(owner_of(world, index).disk, sim_campaign().id, Bug::none);
  if (!pusher.begun) {
    pusher.state = {};
    pusher.state.own = owner_of(world, index).origin;
    pusher.begun = true;
    return feed_pusher(world, index, LocalHeads{*journal.heads()});
  }
  if (pusher.waiting_for != 0) {
    if (world.now_ms < pusher.gives_up_ms) return;
    pusher.waiting_for = 0;
    return feed_pusher(world, index, silent());
  }
  pusher.gives_up_ms = world.now_ms + kPatienceMs;
  if (std::holds_alternative<AskHeads>(pusher.order)) {
    pusher.waiting_for = send(world, index, "heads", {}, {});
  } else if (const SendRun* order = std::get_if<SendRun>(&pusher.order)) {
    const Run run = *journal.read_run(order->origin, order->after, 1 + world.dice.below(6));
    if (run.empty()) return feed_pusher(world, index, silent());
    pusher.sent_to = {order->origin, run.back().header.seq, run.back().digest};
    pusher.waiting_for = send(world, index, "entries", {}, pack(run));
  } else if (world.now_ms >= std::get<Wait>(pusher.order).until_ms || world.dice.chance(30)) {
    feed_pusher(world, index, LocalHeads{*journal.heads()});
  }
}

void step_puller(World& world) {
  sim::Screen& screen = world.screen;
  if (!screen.puller_alive) return;
  if (!screen.begun) return begin_puller(world);
  if (screen.waiting_for != 0) {
    if (world.now_ms < screen.gives_up_ms) return;
    screen.waiting_for = 0;
    return feed_puller(world, silent());
  }
  screen.gives_up_ms = world.now_ms + kPatienceMs;
  if (std::holds_alternative<AskHub>(screen.order)) {
    screen.waiting_for = send(world, kPuller, "hub", {}, {});
  } else if (const AskPage* ask = std::get_if<AskPage>(&screen.order)) {
    screen.waiting_for = send(world, kPuller, "page", page_request_text(page_request(world, *ask)), {});
  } else if (world.now_ms >= std::get<WaitForNews>(screen.order).until_ms || world.dice.chance(40)) {
    feed_puller(world, News{world.dice.chance(80)});
  }
}

// One message arrives, any of those on their way: late, twice, or never.
void step_link(World& world) {
  if (world.links.empty()) return;
  const auto at =
      world.links.begin() + static_cast<std::ptrdiff_t>(world.calm ? 0 : world.dice.below(world.links.size()));
  const Message message = *at;
  const bool again = !world.calm && !message.back && world.dice.chance(10);
  if (!again) world.links.erase(at);
  if (!world.calm && world.dice.chance(15)) return;  // lost
  if (!message.back)
    serve(world, message);
  else if (message.pusher == kPuller)
    answer_puller(world, message);
  else
    answer_pusher(world, message);
}

}  // namespace mn::sim
