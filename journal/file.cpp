#include "journal/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace mn {
namespace {

constexpr std::string_view kBundledCampaign = "campaign/lang-son-2025.json";
constexpr std::size_t kReadBytes = 64 << 10;

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close_now(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool ok() const { return number_ >= 0; }
  // The result of close() matters: a network or full disk may say only here that nothing was kept.
  bool close_now() {
    const int number = std::exchange(number_, -1);
    return number < 0 || ::close(number) == 0;
  }

 private:
  int number_;
};

Failure failure_of(int error, std::string_view doing, const std::filesystem::path& path) {
  const Cause cause = error == ENOENT ? Cause::not_found : Cause::unavailable;
  return {cause, fmt::format("{} {}: {}", doing, path.string(), std::strerror(error))};
}

bool write_all(int to, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(to, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

Done write_temporary(const std::filesystem::path& temporary, std::string_view text, Readers readers) {
  const mode_t mode = readers == Readers::owner ? 0600 : 0644;
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
  if (!file.ok()) return failure_of(errno, "cannot write", temporary);
  // A temporary file left by a crash keeps its old mode, whatever open() is told.
  const bool kept = ::fchmod(file.number(), mode) == 0 && write_all(file.number(), text) && ::fsync(file.number()) == 0;
  if (!kept || !file.close_now()) return failure_of(errno, "cannot write", temporary);
  return {};
}

std::filesystem::path program_folder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::current_path(error) : program.parent_path();
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t bytes_max) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) return failure_of(errno, "cannot read", path);
  struct stat about {};
  if (::fstat(file.number(), &about) != 0) return failure_of(errno, "cannot read", path);
  if (S_ISDIR(about.st_mode))
    return Failure{Cause::bad_input, fmt::format("{} is a folder, expected a file", path.string())};
  std::string text;
  std::array<char, kReadBytes> part{};
  for (;;) {
    const ssize_t count = ::read(file.number(), part.data(), part.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure_of(errno, "cannot read", path);
    if (count == 0) return text;
    text.append(part.data(), static_cast<std::size_t>(count));
    if (text.size() > bytes_max) {
      return Failure{Cause::bad_input, fmt::format("{} is larger than {} bytes", path.string(), bytes_max)};
    }
  }
}

Done write_file(const std::filesystem::path& path, std::string_view text, Readers readers) {
  std::filesystem::path temporary = path;
  temporary += fmt::format(".new-{}", ::getpid());
  Done written = write_temporary(temporary, text, readers);
  if (written && ::rename(temporary.c_str(), path.c_str()) != 0) written = failure_of(errno, "cannot replace", path);
  if (!written) {
    ::unlink(temporary.c_str());
    return written;
  }
  return sync_folder(folder_of(path));
}

Done sync_folder(const std::filesystem::path& folder) {
  Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.ok() || ::fsync(opened.number()) != 0) return failure_of(errno, "cannot sync the folder", folder);
  return {};
}

std::filesystem::path asset_path(std::string_view relative) {
  namespace fs = std::filesystem;
  std::error_code ignored;  // a candidate that cannot be looked at is not the one
  if (const char* told = std::getenv("MANGNON_ASSETS"); told != nullptr && *told != '\0')
    return fs::path(told) / relative;
  const fs::path beside = program_folder();
  for (const fs::path& installed : {beside / "share/mangnon", beside.parent_path() / "share/mangnon"}) {
    if (fs::exists(installed / relative, ignored)) return installed / relative;
  }
  for (fs::path folder = beside;; folder = folder.parent_path()) {
    if (fs::exists(folder / "assets" / relative, ignored)) return folder / "assets" / relative;
    if (folder == folder.parent_path()) break;
  }
  return beside.parent_path() / "share/mangnon" / relative;
}

Result<Campaign> load_campaign(const std::filesystem::path& path) {
  const std::filesystem::path chosen = path.empty() ? asset_path(kBundledCampaign) : path;
  const Result<std::string> text = read_file(chosen, kSettingsBytesMax);
  if (!text) return text.failure();
  return read_campaign(*text, chosen.filename().string());
}

Result<Strings> load_strings() {
  const Result<std::string> vi = read_file(asset_path("strings/vi.json"), kSettingsBytesMax);
  if (!vi) return vi.failure();
  const Result<std::string> en = read_file(asset_path("strings/en.json"), kSettingsBytesMax);
  if (!en) return en.failure();
  const Result<std::string> zh = read_file(asset_path("strings/zh.json"), kSettingsBytesMax);
  if (!zh) return zh.failure();
  return Strings::read(*vi, *en, *zh);
}

}  // namespace mn
