// Writing a bundle: counted, written beside, read back off the medium, named.
#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "journal/bundle.h"

namespace mn {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPart = ".part";
constexpr std::uint64_t kSpareBytes = 1 << 20;  // what a medium needs beside the file itself
constexpr int kNamesMost = 100;                 // exports within one second

Failure of_the_medium(std::string_view doing, const fs::path& path) {
  return {Cause::unavailable, fmt::format("{} {}: {}", doing, path.string(), std::strerror(errno))};
}

// A file being written, hashed on the way; closed when it goes.
class Target {
 public:
  explicit Target(const fs::path& path)
      : path_(path), number_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
    crypto_hash_sha256_init(&hash_);
  }
  ~Target() {
    if (number_ >= 0) ::close(number_);
  }
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;

  bool ok() const { return number_ >= 0; }
  Done put(ByteView bytes) {
    crypto_hash_sha256_update(&hash_, bytes.data(), bytes.size());
    while (!bytes.empty()) {
      const ssize_t written = ::write(number_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return of_the_medium("cannot write", path_);
      bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
  }
  Digest digest() const {
    crypto_hash_sha256_state state = hash_;
    Digest out;
    crypto_hash_sha256_final(&state, out.data());
    return out;
  }
  // On the medium, and no longer in the machine's memory, so that reading it back reads the medium.
  Done finish() {
    if (::fsync(number_) != 0) return of_the_medium("cannot write", path_);
    ::posix_fadvise(number_, 0, 0, POSIX_FADV_DONTNEED);
    const int number = std::exchange(number_, -1);
    return ::close(number) == 0 ? Done() : of_the_medium("cannot write", path_);
  }

 private:
  const fs::path path_;
  int number_;
  crypto_hash_sha256_state hash_{};
};

// Every run up to the heads, the signer's first: it enrols the others.
Done each_run(JournalReader& journal, const BundleCard& card, const TakeRun& take) {
  std::vector<Head> heads = card.heads;
  if (card.key) {
    std::stable_partition(heads.begin(), heads.end(),
                          [own = origin_of(*card.key)](const Head& head) { return head.origin == own; });
  }
  for (const Head& head : heads) {
    for (Seq after = 0; after < head.seq;) {
      Result<Run> run = journal.read_run(head.origin, after, kRunEntriesMax);
      if (!run) return run.failure();
      // The journal grows while it is read; the head of before is a signed entry.
      while (!run->empty() && run->back().header.seq > head.seq) run->pop_back();
      if (run->empty()) {
        return Failure{Cause::corrupt, fmt::format("the journal does not give the entries of {} after {}",
                                                   origin_text(head.origin), after)};
      }
      after = run->back().header.seq;
      if (Done taken = take(*run); !taken) return taken;
    }
  }
  return {};
}

Done write_all(JournalReader& journal, const BundleOrder& order, const BundleCard& card, const fs::path& path) {
  Target target(path);
  if (!target.ok()) return of_the_medium("cannot write", path);
  if (Done put = target.put(bundle_start(card)); !put) return put;
  std::uint64_t count = 0;
  const Done runs = each_run(journal, card, [&](const Run& run) {
    count += run.size();
    return target.put(bundle_run(run));
  });
  if (!runs) return runs;
  if (Done put = target.put(bundle_end(count)); !put) return put;
  const Digest digest = target.digest();
  Bytes tail(digest.begin(), digest.end());
  tail.push_back(order.keys != nullptr ? 1 : 0);
  if (order.keys != nullptr) {
    const Signature signature = sign(digest, *order.keys);
    tail.insert(tail.end(), signature.begin(), signature.end());
  }
  if (Done put = target.put(tail); !put) return put;
  return target.finish();
}

Result<std::uint64_t> size_of(JournalReader& journal, const BundleCard& card) {
  std::uint64_t size = bundle_start(card).size() + kBundleTailSize + std::tuple_size_v<Signature>;
  const Done counted = each_run(journal, card, [&](const Run& run) {
    size += bundle_run(run).size();
    return Done();
  });
  return counted ? Result<std::uint64_t>(size) : counted.failure();
}

Done check_space(const fs::path& folder, std::uint64_t needed) {
  struct statvfs space {};
  if (::statvfs(folder.c_str(), &space) != 0) return of_the_medium("cannot look at", folder);
  const std::uint64_t available = std::uint64_t{space.f_bavail} * space.f_frsize;
  if (available >= needed + kSpareBytes) return {};
  return Failure{Cause::unavailable, fmt::format("{}: not enough space; {} kB are needed, {} kB are free",
                                                 folder.string(), (needed + kSpareBytes) / 1000, available / 1000)};
}

// What interrupted exports of this journal left.
void take_away_parts(const fs::path& folder, std::string_view name) {
  const std::string start = std::string(name.substr(0, name.size() - std::string_view("20250529-081500").size()));
  std::error_code ignored;
  for (const auto& file : fs::directory_iterator(folder, ignored)) {
    const std::string found = file.path().filename().string();
    if (found.starts_with(start) && found.ends_with(std::string(kBundleEnding) + std::string(kPart)))
      fs::remove(file.path(), ignored);
  }
}

// A name that nothing has yet.
Result<fs::path> free_path(const fs::path& folder, const std::string& name) {
  std::error_code ignored;
  for (int i = 1; i <= kNamesMost; ++i) {
    const fs::path path = folder / fmt::format("{}{}{}", name, i == 1 ? "" : fmt::format("-{}", i), kBundleEnding);
    if (!fs::exists(path, ignored)) return path;
  }
  return Failure{Cause::unavailable, folder.string() + ": too many bundles of this second"};
}

// Folders of some file systems cannot be synced by themselves; syncing all of the medium follows in any case.
Done settle(const fs::path& folder) {
  const int number = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (number < 0) return of_the_medium("cannot sync", folder);
  const bool synced = ::fsync(number) == 0 || errno == EINVAL || errno == ENOTSUP;
  const bool all = ::syncfs(number) == 0;
  const Done done = synced && all ? Done() : of_the_medium("cannot sync", folder);
  ::close(number);
  return done;
}

}  // namespace

Result<BundleInfo> export_bundle(JournalReader& journal, const BundleOrder& order) {
  BundleCard card{journal.campaign(), journal.epoch(), order.name, order.program, order.now_us, std::nullopt, {}};
  if (order.keys != nullptr) card.key = order.keys->public_key;
  Result<std::vector<Head>> heads = journal.heads();
  if (!heads) return heads.failure();
  card.heads = *std::move(heads);
  const Result<std::uint64_t> size = size_of(journal, card);
  if (!size) return size.failure();
  if (Done fits = check_space(order.folder, *size); !fits) return fits.failure();

  const std::string name = bundle_file_name(order.name, order.now_us);
  take_away_parts(order.folder, name);
  const Result<fs::path> path = free_path(order.folder, name);
  if (!path) return path.failure();
  const fs::path part = path->string() + std::string(kPart);
  const auto undo = [&](const Failure& failure) {
    ::unlink(part.c_str());
    return failure;
  };
  if (Done written = write_all(journal, order, card, part); !written) return undo(written.failure());
  Result<BundleInfo> read_back = check_bundle(part);
  if (!read_back && read_back.failure().cause == Cause::corrupt)
    return undo({Cause::corrupt, order.folder.string() + ": what was written cannot be read back; use another stick"});
  if (!read_back) return undo(read_back.failure());
  if (::rename(part.c_str(), path->c_str()) != 0) return undo(of_the_medium("cannot name", *path));
  if (Done settled = settle(order.folder); !settled) return settled.failure();
  read_back->path = *path;
  return read_back;
}

}  // namespace mn
