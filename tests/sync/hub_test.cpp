// A whole hub in this process on 127.0.0.1, spoken to by libcurl and by bare sockets: what it keeps, refuses and
// survives.
#include "backend-sync/hub/hub.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <random>
#include <thread>

#include "backend-sync/hub/limits.h"
#include "backend-sync/pulling.h"
#include "backend-sync/sync/feed.h"
#include "backend-sync/sync/http.h"
#include "tests/sync/venue.h"

namespace mn {
namespace {

using namespace test;

// A socket without manners.
class Bare {
 public:
  explicit Bare(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    timeval most{20, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most);
  }
  ~Bare() { ::close(socket_); }
  Bare(const Bare&) = delete;
  Bare& operator=(const Bare&) = delete;

  void say(std::string_view bytes) const {
    static_cast<void>(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL));
  }
  // All until the hub closes.
  std::string hear_all() const {
    std::string heard;
    char buffer[4096];
    for (ssize_t size = 0; (size = recv(socket_, buffer, sizeof buffer, 0)) > 0;)
      heard.append(buffer, static_cast<std::size_t>(size));
    return heard;
  }

 private:
  int socket_;
};

class HubTest : public testing::Test {
 protected:
  void SetUp() override {
    {
      Own writer = open_writer(folder.file("hub.db"));
      enrol(writer, kiosk.origin, Role::kiosk);
      enrol(writer, display.origin, Role::display);
    }
    start();
  }
  void TearDown() override { stop(); }

  void start() {
    Result<std::unique_ptr<Hub>> opened =
        Hub::open({folder.file("hub.db"), {"lang-son-2025"}, "test 1", "hub"}, "127.0.0.1:0");
    ASSERT_TRUE(opened) << opened.failure().words;
    hub = *std::move(opened);
    running = std::thread([this] { hub->run(); });
    http.emplace(*Http::to("http://127.0.0.1:" + std::to_string(hub->port())));
  }
  void stop() {
    http.reset();
    if (!hub) return;
    hub->stop();
    running.join();
    hub.reset();
  }

  HttpAnswer post(std::string_view body) {
    return *http->post("/v1/entries", "application/octet-stream", std::string(body));
  }
  Result<HubAnswer> push(const mn::Run& run) {
    const HttpAnswer answer = post(text_of(pack(run)));
    return read_reply(answer.status, answer.body, run.front().header.origin);
  }
  mn::Run all_of(Own& own, Seq after = 0) { return *own.journal->read_run(own.origin, after, 500); }
  HttpAnswer page(const Own& reader, const PageRequest& request) {
    const std::string body = page_request_text(request);
    const Reading reading{hub->card().campaign, hub->card().epoch, "POST", "/v1/page", body};
    return *http->post("/v1/page", "application/json", body, reading_signature(reading, reader.keys));
  }
  // A hub that is well answers this after whatever was done to it.
  void expect_well() {
    pledge(kiosk, 50'000);
    const Result<HubAnswer> answer = push(all_of(kiosk));
    ASSERT_TRUE(answer) << answer.failure().words;
    EXPECT_EQ(answer->answer.head, *kiosk.journal->head(kiosk.origin));
  }

  TemporaryFolder folder;
  Own kiosk = open_writer(folder.file("kiosk.db"));
  Own display = open_writer(folder.file("display.db"));
  std::unique_ptr<Hub> hub;
  std::thread running;
  std::optional<Http> http;
};

TEST_F(HubTest, keeps_repeats_overlaps_gaps_and_answers_with_its_head) {
  pledge(kiosk, 100'000);
  pledge(kiosk, 200'000);
  const mn::Run born = *kiosk.journal->read_run(kiosk.origin, 0, 1);
  EXPECT_EQ(push(born)->answer.outcome, Outcome::appended);
  EXPECT_EQ(push(born)->answer.outcome, Outcome::had);
  const Result<HubAnswer> gap = push(all_of(kiosk, 3));
  EXPECT_EQ(gap->answer.outcome, Outcome::gap);
  EXPECT_EQ(gap->answer.head.seq, 1U);
  EXPECT_EQ(push(all_of(kiosk))->answer.outcome, Outcome::appended);
  EXPECT_EQ(push(all_of(kiosk))->answer.head, *kiosk.journal->head(kiosk.origin));
  const Result<HubHeads> heads = read_heads(http->get("/v1/heads")->body);
  ASSERT_TRUE(heads);
  EXPECT_EQ(heads->heads.size(), 2U);
  EXPECT_EQ(heads->position, 3U + 5U);
  const std::string one = http->get("/v1/heads/" + origin_text(kiosk.origin))->body;
  EXPECT_NE(one.find("\"seq\":5"), std::string::npos) << one;
}

TEST_F(HubTest, refuses_and_says_why) {
  Own stranger = open_writer(folder.file("stranger.db"));
  EXPECT_EQ(push(all_of(stranger)).failure().cause, Cause::refused);
  Own rehearsal = open_writer(folder.file("rehearsal.db"), {"rehearsal-lang-son"});
  EXPECT_EQ(push(all_of(rehearsal)).failure().cause, Cause::refused);
  ASSERT_TRUE(push(all_of(kiosk)));
  const mn::Run payment = seal_next(kiosk, {Paid{{}, Money{5'000}, "2025-06-05", {}, ""}});
  EXPECT_EQ(push(payment).failure().cause, Cause::refused);
  mn::Run forged = seal_next(kiosk, a_pledge(10'000));
  (*forged.back().signature)[0] ^= 1;
  EXPECT_EQ(push(forged).failure().cause, Cause::corrupt);
  EXPECT_EQ(post("").status, 400);
  EXPECT_EQ(post("{\"amount\":1}").status, 400);
  EXPECT_EQ(http->get("/etc/passwd")->status, 404);
  EXPECT_EQ(http->get("/v1/heads/xyz")->status, 400);
  expect_well();
}

TEST_F(HubTest, two_twins_are_quarantined_and_nothing_is_counted_twice) {
  ASSERT_TRUE(push(all_of(kiosk)));
  const mn::Run one = seal_next(kiosk, a_pledge(100'000)), twin = seal_next(kiosk, a_pledge(900'000));
  EXPECT_EQ(push(one)->answer.outcome, Outcome::appended);
  EXPECT_EQ(push(twin)->answer.outcome, Outcome::conflict);
  EXPECT_EQ(push(one).failure().cause, Cause::conflict) << "refused from here on, loudly";
  const Result<HubHeads> heads = read_heads(http->get("/v1/heads")->body);
  for (const Head& head : heads->heads) {
    if (head.origin != kiosk.origin) continue;
    EXPECT_EQ(head, (Head{kiosk.origin, one.back().header.seq, one.back().digest}));
  }
  stop();
  start();  // an operator has looked
  EXPECT_EQ(push(one)->answer.outcome, Outcome::had);
}

TEST_F(HubTest, only_enrolled_readers_read_and_pages_hold_all_that_is_lacking) {
  for (int i = 0; i < 5; ++i) {  // one visit a push, so that each keeps its signature
    ASSERT_TRUE(push(all_of(kiosk, kiosk.journal->head(kiosk.origin)->seq - (i == 0 ? 1 : 2))));
    pledge(kiosk, 10'000 + i);
  }
  ASSERT_TRUE(push(all_of(kiosk, kiosk.journal->head(kiosk.origin)->seq - 2)));
  EXPECT_EQ(http->post("/v1/page", "application/json", "{}")->status, 403);
  EXPECT_EQ(page(kiosk, {}).status, 403) << "a kiosk reads nothing";
  EXPECT_EQ(http->get("/v1/feed")->status, 403);

  Admission admission = begin_admission({"lang-son-2025"}, hub->card().origin);
  PageRequest request{{}, {}, 4};
  std::size_t rounds = 0;
  for (; rounds < 20; ++rounds) {
    request.heads = *display.journal->heads();
    const HttpAnswer answer = page(display, request);
    ASSERT_EQ(answer.status, 200) << answer.body;
    if (answer.body.empty()) break;
    const Result<Page> got = examine_page(admission, view_of(answer.body));
    ASSERT_TRUE(got) << got.failure().words;
    EXPECT_TRUE(got->refused.empty());
    settle_page(admission, *got, *display.journal->append(got->runs));
  }
  EXPECT_GE(rounds, 3U);
  EXPECT_EQ(*display.journal->head(kiosk.origin), *kiosk.journal->head(kiosk.origin));
}

TEST_F(HubTest, two_readers_hear_of_every_commit) {
  const Reading reading{hub->card().campaign, hub->card().epoch, "GET", "/v1/feed", ""};
  Feed one(http->url(), reading_signature(reading, display.keys)),
      two(http->url(), reading_signature(reading, display.keys));
  for (Feed* feed : {&one, &two}) EXPECT_GE(feed->wait(0, monotonic_ns() / 1'000'000 + 5'000), 1U) << "the first event";
  const std::uint64_t one_seen = one.news(), two_seen = two.news();
  expect_well();
  EXPECT_GT(one.wait(one_seen, monotonic_ns() / 1'000'000 + 5'000), one_seen);
  EXPECT_GT(two.wait(two_seen, monotonic_ns() / 1'000'000 + 5'000), two_seen);
}

TEST_F(HubTest, garbage_oversize_and_half_requests_neither_crash_nor_block_it) {
  const std::string host = "Host: x\r\n";
  EXPECT_NE(
      [&] {
        Bare b(hub->port());
        b.say("\x16\x03\x01garbage\r\n\r\n");
        return b.hear_all();
      }()
          .find("400"),
      std::string::npos);
  {
    Bare large(hub->port());
    large.say("POST /v1/entries HTTP/1.1\r\n" + host + "Content-Length: 999999999\r\n\r\n");
    EXPECT_NE(large.hear_all().find("413"), std::string::npos);
    Bare header(hub->port());
    header.say("GET / HTTP/1.1\r\nX: " + std::string(limits::kHeaderBytesMax, 'a'));
    EXPECT_NE(header.hear_all().find("431"), std::string::npos);
    Bare chunked(hub->port());
    chunked.say("POST /v1/entries HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n");
    EXPECT_NE(chunked.hear_all().find("411"), std::string::npos);
  }
  std::vector<std::unique_ptr<Bare>> slow;
  for (int i = 0; i < 50; ++i) {
    slow.push_back(std::make_unique<Bare>(hub->port()));
    slow.back()->say(i % 2 == 0 ? "GET /v1/he" : "POST /v1/entries HTTP/1.1\r\nContent-Length: 5000\r\n\r\nabc");
  }
  std::mt19937 random(1);
  for (int i = 0; i < 100; ++i) {
    Bare noise(hub->port());
    std::string bytes(random() % 2000, 0);
    for (char& byte : bytes) byte = static_cast<char>(random());
    noise.say(i % 2 == 0 ? bytes
                         : "POST /v1/entries HTTP/1.1\r\nContent-Length: " + std::to_string(bytes.size()) + "\r\n\r\n" +
                               bytes);
  }
  expect_well();
}

TEST_F(HubTest, one_connection_is_not_listened_to_for_ever_when_it_talks_nonsense) {
  Bare bare(hub->port());
  std::string requests;
  for (int i = 0; i < 2 * limits::kBadRequestsMax; ++i) requests += "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n";
  bare.say(requests);
  const std::string heard = bare.hear_all();
  std::size_t answers = 0;
  for (std::size_t at = 0; (at = heard.find("HTTP/1.1 404", at)) != std::string::npos; ++at) ++answers;
  EXPECT_EQ(answers, static_cast<std::size_t>(limits::kBadRequestsMax));
  expect_well();
}

TEST_F(HubTest, stops_with_everything_answered_and_starts_with_everything_kept) {
  ASSERT_TRUE(push(all_of(kiosk)));
  std::vector<std::thread> clients;
  std::atomic<int> kept = 0;
  std::vector<std::unique_ptr<Own>> owns;
  for (int i = 0; i < 4; ++i) {
    owns.push_back(std::make_unique<Own>(open_writer(folder.file("desk" + std::to_string(i) + ".db"))));
  }
  stop();
  {
    Own writer = open_writer(folder.file("hub.db"));
    for (const auto& own : owns) enrol(writer, own->origin, Role::kiosk);
  }
  start();
  for (const auto& own : owns) {
    clients.emplace_back([&, own = own.get()] {
      Http mine = *Http::to(http->url());
      for (int i = 0; i < 200; ++i) {
        const mn::Run run = *own->journal->read_run(own->origin, static_cast<Seq>(i == 0 ? 0 : 1 + 2 * (i - 1)), 500);
        const Result<HttpAnswer> answer =
            mine.post("/v1/entries", "application/octet-stream", std::string(text_of(pack(run))));
        if (!answer) return;
        if (answer->status == 200) ++kept;
        pledge(*own, 1000);
      }
    });
  }
  while (kept < 20) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  hub->stop();
  for (std::thread& client : clients) client.join();
  const Position before = [&] {
    running.join();
    return hub->position();
  }();
  hub.reset();
  start();
  EXPECT_EQ(hub->position(), before) << "what was answered is there, and nothing else";
}

}  // namespace
}  // namespace mn
