#include "journal/sync_status.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "core/json.h"
#include "core/text.h"
#include "journal/chance.h"
#include "journal/file.h"

namespace mn {
namespace {

using nlohmann::json;

constexpr int kFormat = 1;
constexpr std::size_t kBytesMax = 1 << 20;
constexpr std::int64_t kNsPerMs = 1'000'000;
constexpr std::int64_t kUsPerMs = 1'000;

json to_json(const Instant& instant) {
  return {{"boot", instant.boot}, {"monotonic_ns", instant.monotonic_ns}, {"utc_us", instant.utc_us}};
}

// What a peer said can hold anything.
std::string plain_words(std::string_view text) {
  std::string out = nfc(text);
  for (char& sign : out) {
    if (static_cast<unsigned char>(sign) < 0x20 || sign == 0x7F) sign = ' ';
  }
  std::size_t end = std::min(out.size(), kSyncTroubleBytesMax);
  while (end < out.size() && end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
  out.resize(end);
  return out;
}

const json* find(const json& object, const char* key) {
  const auto at = object.find(key);
  return at == object.end() ? nullptr : &*at;
}

bool take(const json& object, const char* key, std::string& out) {
  const json* value = find(object, key);
  if (value == nullptr || !value->is_string()) return false;
  out = value->get<std::string>();
  return true;
}

bool take(const json& object, const char* key, std::int64_t& out) {
  const json* value = find(object, key);
  if (value == nullptr || !value->is_number_integer()) return false;
  out = value->get<std::int64_t>();
  return true;
}

bool take(const json& object, const char* key, Instant& out) {
  const json* value = find(object, key);
  return value != nullptr && value->is_object() && take(*value, "boot", out.boot) &&
         take(*value, "monotonic_ns", out.monotonic_ns) && take(*value, "utc_us", out.utc_us);
}

bool take_heads(const json& object, std::map<OriginId, Seq>& out) {
  const json* heads = find(object, "heads");
  if (heads == nullptr || !heads->is_object()) return false;
  for (const auto& [name, seq] : heads->items()) {
    const std::optional<OriginId> origin = read_origin(name);
    if (!origin || !seq.is_number_integer() || seq.get<std::int64_t>() < 0) return false;
    out[*origin] = static_cast<Seq>(seq.get<std::int64_t>());
  }
  return true;
}

}  // namespace

Instant instant_now() {
  Instant now{utc_now_us(), monotonic_ns(), {}};
  std::ifstream("/proc/sys/kernel/random/boot_id") >> now.boot;
  return now;
}

std::optional<std::int64_t> age_ms(const Instant& then, const Instant& now) {
  const bool same_start = !now.boot.empty() && then.boot == now.boot;
  const std::int64_t age =
      same_start ? (now.monotonic_ns - then.monotonic_ns) / kNsPerMs : (now.utc_us - then.utc_us) / kUsPerMs;
  return age < 0 ? std::nullopt : std::optional(age);
}

std::uint64_t unsynced_entries(const SyncStatus& status, const std::vector<Head>& local) {
  std::uint64_t count = 0;
  for (const Head& head : local) {
    const auto at = status.hub_heads.find(head.origin);
    const Seq there = at == status.hub_heads.end() ? 0 : at->second;
    if (head.seq > there) count += head.seq - there;
  }
  return count;
}

std::string sync_status_text(const SyncStatus& status) {
  json heads = json::object();
  for (const auto& [origin, seq] : status.hub_heads) heads[origin_text(origin)] = seq;
  json text = {{"format", kFormat},
               {"heads", heads},
               {"hub", plain_words(status.hub)},
               {"trouble", plain_words(status.trouble)},
               {"written", to_json(status.written)}};
  if (status.heard) text["heard"] = to_json(*status.heard);
  if (status.pulls) text["pulls"] = true;
  return text.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<SyncStatus> read_sync_status_text(std::string_view text) {
  const Result<json> object = parse_json(text, "FILE.sync");
  if (!object) return Failure{Cause::corrupt, object.failure().words};
  SyncStatus status;
  std::int64_t format = 0;
  Instant heard;
  const bool whole = object->is_object() && take(*object, "format", format) && format == kFormat &&
                     take(*object, "hub", status.hub) && take(*object, "trouble", status.trouble) &&
                     take(*object, "written", status.written) && take_heads(*object, status.hub_heads) &&
                     (!object->contains("heard") || take(*object, "heard", heard));
  if (!whole) return Failure{Cause::corrupt, "FILE.sync is not what mangnon-sync writes"};
  if (object->contains("heard")) status.heard = heard;
  if (const json* pulls = find(*object, "pulls")) status.pulls = pulls->is_boolean() && pulls->get<bool>();
  status.hub = plain_words(status.hub);
  status.trouble = plain_words(status.trouble);
  return status;
}

std::filesystem::path sync_status_path(const std::filesystem::path& journal) {
  std::filesystem::path path = journal;
  return path += ".sync";
}

Done write_sync_status(const std::filesystem::path& journal, const SyncStatus& status) {
  const std::filesystem::path path = sync_status_path(journal);
  std::filesystem::path temporary = path;
  temporary += ".new";
  std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
  out << sync_status_text(status);
  out.close();
  if (!out || std::rename(temporary.c_str(), path.c_str()) != 0) {
    const int error = errno;
    std::remove(temporary.c_str());
    return Failure{Cause::unavailable, fmt::format("cannot write {}: {}", path.string(), std::strerror(error))};
  }
  return {};
}

Result<SyncStatus> read_sync_status(const std::filesystem::path& journal) {
  const Result<std::string> text = read_file(sync_status_path(journal), kBytesMax);
  if (!text) return text.failure();
  return read_sync_status_text(*text);
}

}  // namespace mn
