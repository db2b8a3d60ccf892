#include "tests/bench/hub_load.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sqlite3.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <thread>

#include "backend-sync/hub/hub.h"
#include "core/check.h"
#include "journal/chance.h"
#include "tests/bench/figures.h"

namespace mn::bench {
namespace {

namespace fs = std::filesystem;
const CampaignId kBench{"bench"};
constexpr int kCatchingUp = 4;
constexpr int kBatchSecondsMost = 120;
constexpr int kSinglesSealed = 14'000;  // a second, over all connections: more than is aimed at

// An origin of the load: its key, and where its chain stands.
struct Sender {
  KeyPair keys;
  Head head;

  Run seal_visit(int entries) {
    Pledged pledged;
    pledged.amount = Money{500'000};
    pledged.code = make_code(random_8());
    Append append{new_visit_id(), utc_now_us(), {pledged}, {}};
    if (entries > 1) append.facts.push_back(Named{"Gia đình cô Ví Dụ", ""});
    if (entries > 2) append.facts.push_back(Consented{"2025-05-01", false, true});
    return take(std::move(append));
  }
  Run seal_born() { return take({new_visit_id(), utc_now_us(), {Born{keys.public_key, "bench 1", "bench"}}, {}}); }
  // 500 entries and one signature that covers them, as a push after a long silence.
  Run seal_batch() {
    Run batch;
    while (batch.size() < kRunEntriesMax) {
      const Run visit = seal_visit(1);
      batch.insert(batch.end(), visit.begin(), visit.end());
      if (batch.size() < kRunEntriesMax) batch.back().signature.reset();
    }
    return batch;
  }

 private:
  Run take(Append append) {
    for (std::size_t i = 0; i < append.facts.size(); ++i) append.salts.push_back(new_salt());
    Run run = seal(kBench, head, append, keys);
    head = {head.origin, run.back().header.seq, run.back().digest};
    return run;
  }
};

std::string request_of(const Run& run) {
  const Bytes packed = pack(run);
  return "POST /v1/entries HTTP/1.1\r\nHost: bench\r\nContent-Type: application/octet-stream\r\nContent-Length: " +
         std::to_string(packed.size()) + "\r\n\r\n" + std::string(text_of(packed));
}

int connect_to(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  MN_CHECK(connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0, "the bench connects");
  const int on = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return socket;
}

void send_all(int socket, const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t size = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    MN_CHECK(size > 0, "the bench sends");
    sent += static_cast<std::size_t>(size);
  }
}

// A keep-alive connection with at most one request under way.
struct Client {
  int socket = -1;
  std::vector<std::string> requests;
  std::size_t next = 0;
  std::int64_t sent_ns = 0;
  std::string answer;

  bool send_next() {
    if (next == requests.size()) return false;
    sent_ns = monotonic_ns();
    send_all(socket, requests[next++]);
    return true;
  }
  // Whether a whole answer is there; `ok` says which.
  bool receive(bool& ok) {
    char buffer[4096];
    const ssize_t size = recv(socket, buffer, sizeof buffer, 0);
    MN_CHECK(size > 0, "the hub answers");
    answer.append(buffer, static_cast<std::size_t>(size));
    const std::size_t end = answer.find("\r\n\r\n");
    const std::size_t length_at = answer.find("Content-Length: ");
    if (end == std::string::npos || length_at == std::string::npos) return false;
    const std::size_t length = std::stoul(answer.substr(length_at + 16, 12));
    if (answer.size() < end + 4 + length) return false;
    ok = answer.starts_with("HTTP/1.1 200");
    answer.clear();
    return true;
  }
};

struct Sent {
  std::vector<double> latencies_ms;
  double seconds = 0;
  std::uint64_t refused = 0;
};

Sent send_requests(std::vector<Client>& clients, int seconds) {
  Sent out;
  const int poll = epoll_create1(0);
  for (std::size_t i = 0; i < clients.size(); ++i) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = i;
    epoll_ctl(poll, EPOLL_CTL_ADD, clients[i].socket, &event);
  }
  const std::int64_t begin_ns = monotonic_ns();
  const std::int64_t end_ns = begin_ns + seconds * std::int64_t{1'000'000'000};
  std::size_t under_way = 0;
  for (Client& client : clients) under_way += client.send_next();
  while (under_way > 0) {
    epoll_event events[64];
    const int count = epoll_wait(poll, events, 64, 10'000);
    MN_CHECK(count > 0, "the hub answers within ten seconds");
    for (int i = 0; i < count; ++i) {
      Client& client = clients[events[i].data.u64];
      bool ok = false;
      if (!client.receive(ok)) continue;
      const std::int64_t now_ns = monotonic_ns();
      out.latencies_ms.push_back(static_cast<double>(now_ns - client.sent_ns) / 1e6);
      out.refused += !ok;
      const bool go_on = now_ns < end_ns && client.send_next();
      under_way -= !go_on;
    }
  }
  out.seconds = static_cast<double>(monotonic_ns() - begin_ns) / 1e9;
  close(poll);
  return out;
}

double bare_rows(const fs::path& file, const std::vector<Run>& batches) {
  sqlite3* db = nullptr;
  const auto run = [&](const char* sql) {
    MN_CHECK(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK, "bare SQL runs");
  };
  MN_CHECK(sqlite3_open(file.c_str(), &db) == SQLITE_OK, "the bare file opens");
  run("PRAGMA journal_mode=WAL");
  run("PRAGMA synchronous=FULL");
  run("CREATE TABLE entry(position INTEGER PRIMARY KEY, header BLOB NOT NULL, body BLOB) STRICT");
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(db, "INSERT INTO entry(header, body) VALUES(?, ?)", -1, &insert, nullptr);
  const std::int64_t begin_ns = monotonic_ns();
  for (const Run& batch : batches) {
    run("BEGIN IMMEDIATE");
    for (const Entry& entry : batch) {
      sqlite3_bind_blob(insert, 1, entry.bytes.data(), static_cast<int>(entry.bytes.size()), SQLITE_STATIC);
      sqlite3_bind_blob(insert, 2, entry.body->data(), static_cast<int>(entry.body->size()), SQLITE_STATIC);
      MN_CHECK(sqlite3_step(insert) == SQLITE_DONE, "the bare row is inserted");
      sqlite3_reset(insert);
    }
    run("COMMIT");
  }
  const double seconds = static_cast<double>(monotonic_ns() - begin_ns) / 1e9;
  sqlite3_finalize(insert);
  sqlite3_close(db);
  return static_cast<double>(batches.size() * kRunEntriesMax) / seconds;
}

std::vector<Sender> enrolled_senders(const std::string& journal, int count) {
  Result<Own> hub = open_own({journal, kBench, "bench 1", "bench"});
  MN_CHECK(hub.ok(), "the bench's hub journal opens");
  std::vector<Sender> senders(static_cast<std::size_t>(count));
  for (Sender& sender : senders) {
    sender.keys = key_pair(new_seed());
    sender.head.origin = origin_of(sender.keys.public_key);
    const Result<Head> head = hub->journal->head(hub->origin);
    const Run run = seal(
        kBench, *head,
        {new_visit_id(), utc_now_us(), {Enrolled{sender.head.origin, Role::kiosk, "bench"}}, {new_salt()}}, hub->keys);
    MN_CHECK(hub->journal->append({&run, 1}).ok(), "the bench enrols");
  }
  return senders;
}

Client singles_of(Sender& sender, std::uint16_t port, std::size_t count, int entries) {
  Client client;
  client.socket = connect_to(port);
  client.requests.push_back(request_of(sender.seal_born()));
  while (client.requests.size() < count) client.requests.push_back(request_of(sender.seal_visit(entries)));
  return client;
}

// `batches` gets what the client will send.
Client batches_of(Sender& sender, std::uint16_t port, std::size_t count, std::vector<Run>& batches) {
  Client client = singles_of(sender, port, 1, 1);
  while (client.requests.size() <= count) {
    batches.push_back(sender.seal_batch());
    client.requests.push_back(request_of(batches.back()));
  }
  return client;
}

double rows_per_second(std::vector<Client> clients, std::size_t batches, HubLoad& load) {
  const Sent sent = send_requests(clients, kBatchSecondsMost);
  load.refused += sent.refused;
  for (const Client& client : clients) close(client.socket);
  return static_cast<double>(batches * kRunEntriesMax) / sent.seconds;
}

void load_singles(std::span<Sender> senders, const HubLoadOptions& options, std::uint16_t port, HubLoad& load) {
  std::vector<Client> clients;
  const std::size_t count = static_cast<std::size_t>(kSinglesSealed * options.seconds) / senders.size();
  for (Sender& sender : senders) clients.push_back(singles_of(sender, port, count, options.entries_single));
  const Sent sent = send_requests(clients, options.seconds);
  load.singles_per_second = static_cast<double>(sent.latencies_ms.size()) / sent.seconds;
  load.single_p50_ms = percentile(sent.latencies_ms, 50);
  load.single_p99_ms = percentile(sent.latencies_ms, 99);
  load.refused += sent.refused;
  for (const Client& client : clients) close(client.socket);
}

void load_batches(std::span<Sender> senders, const HubLoadOptions& options, const fs::path& folder, std::uint16_t port,
                  HubLoad& load) {
  const std::size_t count = 20 * static_cast<std::size_t>(options.seconds);
  std::vector<Run> batches;
  std::vector<Client> alone;
  alone.push_back(batches_of(senders.front(), port, count, batches));
  load.bare_rows_per_second = bare_rows(folder / "bare.db", batches);
  load.batch_alone_rows_per_second = rows_per_second(std::move(alone), count, load);
  std::vector<Client> together;
  for (Sender& sender : senders.subspan(1)) together.push_back(batches_of(sender, port, count, batches));
  load.batch_rows_per_second = rows_per_second(std::move(together), count * (senders.size() - 1), load);
}

}  // namespace

HubLoad run_hub_load(const HubLoadOptions& options) {
  const fs::path folder = fs::path(options.folder) / ("hub-load-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const std::string journal = (folder / "hub.db").string();
  std::vector<Sender> senders = enrolled_senders(journal, options.connections + 1 + kCatchingUp);
  const std::span<Sender> all(senders);
  Result<std::unique_ptr<Hub>> hub = Hub::open({journal, kBench, "bench 1", "bench"}, "127.0.0.1:0");
  MN_CHECK(hub.ok(), "the bench's hub opens");
  std::thread serving([&] { (*hub)->run(); });

  HubLoad load;
  const auto singles = static_cast<std::size_t>(options.connections);
  load_singles(all.first(singles), options, (*hub)->port(), load);
  load_batches(all.subspan(singles), options, folder, (*hub)->port(), load);

  (*hub)->stop();
  serving.join();
  (*hub).reset();
  fs::remove_all(folder);
  return load;
}

}  // namespace mn::bench
