#include "kiosk/printing/folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>

#include "kiosk/printing/descriptor.h"

namespace mn::printing {
namespace {

constexpr mode_t kOwner = 0600;
constexpr int kSameNameMax = 99;

PrintReport failed(std::string_view doing, const std::filesystem::path& path, int error) {
  return {PrintOutcome::failed, fmt::format("{} {}: {}", doing, path.string(), std::strerror(error))};
}

bool write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(to, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::string local_time() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&now, &parts);
  std::array<char, 32> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y%m%d-%H%M%S", &parts);
  return {text.data(), length};
}

// 0, or the errno of the folder.
int open_folder(const std::filesystem::path& path, Descriptor& out) {
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return errno;
  out = Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return out.ok() ? 0 : errno;
}

// A file without a name, or, where the file system has none (FAT on a USB stick), one with a passing name.
struct Unnamed {
  Descriptor file;
  std::string passing_name;
};
Unnamed make_unnamed(int folder) {
  Unnamed out{Descriptor(::openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, kOwner)), ""};
  if (out.file.ok()) return out;
  out.passing_name = fmt::format(".slip-{}.part", ::getpid());
  out.file = Descriptor(
      ::openat(folder, out.passing_name.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, kOwner));
  return out;
}

// 0, or an errno; EEXIST when the name is taken.
int give_name(int folder, const Unnamed& unnamed, const std::string& name) {
  if (unnamed.passing_name.empty()) {
    const std::string self = fmt::format("/proc/self/fd/{}", unnamed.file.number());
    return ::linkat(AT_FDCWD, self.c_str(), folder, name.c_str(), AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
  }
  return ::renameat2(folder, unnamed.passing_name.c_str(), folder, name.c_str(), RENAME_NOREPLACE) == 0 ? 0 : errno;
}

// 0, or an errno.
int save_unnamed(int folder, const Unnamed& unnamed, const std::string& stem, std::string_view bytes) {
  if (!write_all(unnamed.file.number(), bytes) || ::fsync(unnamed.file.number()) != 0) return errno;
  for (int i = 1; i <= kSameNameMax; ++i) {
    const std::string name = i == 1 ? stem + ".pdf" : fmt::format("{}-{}.pdf", stem, i);
    const int error = give_name(folder, unnamed, name);
    if (error == 0) return ::fsync(folder) == 0 ? 0 : errno;
    if (error != EEXIST) return error;
  }
  return EEXIST;
}

}  // namespace

PrintReport save_slip(const std::filesystem::path& folder, std::string_view memo_code, std::string_view pdf) {
  Descriptor opened;
  if (const int error = open_folder(folder, opened); error != 0) return failed("cannot use the folder", folder, error);
  const Unnamed unnamed = make_unnamed(opened.number());
  if (!unnamed.file.ok()) return failed("cannot write into", folder, errno);
  const std::string stem = fmt::format("{}-{}", local_time(), memo_code);
  const int error = save_unnamed(opened.number(), unnamed, stem, pdf);
  if (error == 0) return {PrintOutcome::printed, "saved as PDF"};
  if (!unnamed.passing_name.empty()) (void)::unlinkat(opened.number(), unnamed.passing_name.c_str(), 0);
  return failed("cannot write into", folder, error);
}

PrintReport ask_folder(const std::filesystem::path& folder) {
  Descriptor opened;
  if (const int error = open_folder(folder, opened); error != 0) return failed("cannot use the folder", folder, error);
  if (::faccessat(opened.number(), ".", W_OK | X_OK, AT_EACCESS) != 0)
    return failed("cannot write into", folder, errno);
  return {PrintOutcome::ready, "slips are saved as PDF"};
}

PrintReport save_bytes(const std::filesystem::path& file, std::string_view bytes) {
  Descriptor opened(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kOwner));
  if (!opened.ok()) return failed("cannot write", file, errno);
  if (!write_all(opened.number(), bytes) || !opened.close_now()) return failed("cannot write", file, errno);
  return {PrintOutcome::printed, "saved as the printer's bytes"};
}

}  // namespace mn::printing
