#include "tests/journal/crash/disk_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

#include "core/check.h"

namespace mn::crash {
namespace {

thread_local Disk* g_disk = nullptr;  // SQLite gives its callbacks no better place; a trial stays on its thread

struct State {
  std::shared_ptr<Inode> inode;
  bool counted = true;       // a file on the disk, not one of SQLite's own temporary ones
  bool syncs_names = false;  // the first sync of a new log syncs its folder, as SQLite's unix VFS does
  std::vector<std::unique_ptr<std::uint8_t[]>> shared;
};

struct File {
  sqlite3_file base;
  State* state;
};

State& state_of(sqlite3_file* file) { return *reinterpret_cast<File*>(file)->state; }

int code_of(Disk::Answer answer, int error) {
  switch (answer) {
    case Disk::Answer::done:
      return SQLITE_OK;
    case Disk::Answer::full:
      return SQLITE_FULL;
    case Disk::Answer::dead:
    case Disk::Answer::error:
      return error;
  }
  return error;
}

int close_file(sqlite3_file* file) {
  delete reinterpret_cast<File*>(file)->state;
  return SQLITE_OK;
}

int read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  const std::vector<std::uint8_t>& bytes = state_of(file).inode->seen;
  const auto wanted = static_cast<std::size_t>(size), from = static_cast<std::size_t>(offset);
  const std::size_t there = from < bytes.size() ? std::min(wanted, bytes.size() - from) : 0;
  if (there > 0) std::memcpy(to, bytes.data() + from, there);
  std::memset(static_cast<std::uint8_t*>(to) + there, 0, wanted - there);
  return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  const auto* bytes = static_cast<const std::uint8_t*>(from);
  const auto count = static_cast<std::size_t>(size), at = static_cast<std::size_t>(offset);
  State& state = state_of(file);
  if (state.counted) return code_of(g_disk->write(*state.inode, bytes, count, at), SQLITE_IOERR_WRITE);
  if (state.inode->seen.size() < at + count) state.inode->seen.resize(at + count);
  std::memcpy(state.inode->seen.data() + at, bytes, count);
  return SQLITE_OK;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  State& state = state_of(file);
  if (state.counted)
    return code_of(g_disk->truncate(*state.inode, static_cast<std::size_t>(size)), SQLITE_IOERR_TRUNCATE);
  state.inode->seen.resize(static_cast<std::size_t>(size));
  return SQLITE_OK;
}

int sync(sqlite3_file* file, int) {
  State& state = state_of(file);
  if (!state.counted) return SQLITE_OK;
  const int code = code_of(g_disk->sync(*state.inode, state.syncs_names), SQLITE_IOERR_FSYNC);
  if (code == SQLITE_OK) state.syncs_names = false;
  return code;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(state_of(file).inode->seen.size());
  return SQLITE_OK;
}

int lock(sqlite3_file*, int) { return SQLITE_OK; }
int unlock(sqlite3_file*, int) { return SQLITE_OK; }
int check_reserved(sqlite3_file*, int* reserved) {
  *reserved = 0;
  return SQLITE_OK;
}
int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }
int device_characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int shm_map(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
  auto& shared = state_of(file).shared;
  const auto index = static_cast<std::size_t>(region);
  *out = nullptr;
  if (shared.size() <= index && extend == 0) return SQLITE_OK;
  while (shared.size() <= index) shared.push_back(std::make_unique<std::uint8_t[]>(static_cast<std::size_t>(size)));
  *out = shared[index].get();
  return SQLITE_OK;
}
int shm_lock(sqlite3_file*, int, int, int) { return SQLITE_OK; }
void shm_barrier(sqlite3_file*) {}
int shm_unmap(sqlite3_file* file, int) {
  state_of(file).shared.clear();
  return SQLITE_OK;
}

const sqlite3_io_methods kMethods = {2,
                                     close_file,
                                     read,
                                     write,
                                     truncate,
                                     sync,
                                     file_size,
                                     lock,
                                     unlock,
                                     check_reserved,
                                     file_control,
                                     sector_size,
                                     device_characteristics,
                                     shm_map,
                                     shm_lock,
                                     shm_barrier,
                                     shm_unmap,
                                     nullptr,
                                     nullptr};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  auto* opened = reinterpret_cast<File*>(file);
  opened->base.pMethods = nullptr;
  auto state = std::make_unique<State>();
  state->counted = name != nullptr;
  if (name == nullptr) {
    state->inode = std::make_shared<Inode>();
  } else if (state->inode = g_disk->find(name); !state->inode) {
    if ((flags & SQLITE_OPEN_CREATE) == 0 || g_disk->make(name) != Disk::Answer::done) return SQLITE_CANTOPEN;
    state->inode = g_disk->find(name);
  }
  state->syncs_names = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
  opened->state = state.release();
  opened->base.pMethods = &kMethods;
  if (flags_out != nullptr) *flags_out = flags;
  return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* name, int sync_names) {
  if (!g_disk->find(name)) return SQLITE_IOERR_DELETE_NOENT;
  return code_of(g_disk->remove(name, sync_names != 0), SQLITE_IOERR_DELETE);
}

int access(sqlite3_vfs*, const char* name, int flags, int* found) {
  const std::shared_ptr<Inode> inode = g_disk->find(name);
  // An empty log is no log, as in SQLite's unix VFS.
  *found = inode && (flags != SQLITE_ACCESS_EXISTS || !inode->seen.empty()) ? 1 : 0;
  return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
  sqlite3_snprintf(size, out, "%s", name);
  return SQLITE_OK;
}

}  // namespace

void use_disk(Disk& disk) {
  g_disk = &disk;
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs made = *sqlite3_vfs_find(nullptr);  // its clock and randomness serve here, too
    made.pNext = nullptr;
    made.zName = kVfsName;
    made.iVersion = 2;
    made.szOsFile = sizeof(File);
    made.mxPathname = 256;
    made.xOpen = open;
    made.xDelete = remove;
    made.xAccess = access;
    made.xFullPathname = full_path;
    return made;
  }();
  static const int registered = sqlite3_vfs_register(&vfs, 0);
  MN_CHECK(registered == SQLITE_OK, "SQLite takes the test's file system");
}

}  // namespace mn::crash
