// A disk with a cache that forgets: what was written and not synced may be kept, lost or torn when the power goes, each
// 512-byte sector for itself, and a name that was made or removed may come back. Knows files, not SQLite.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace mn::crash {

inline constexpr std::size_t kSector = 512;
using Random = std::mt19937_64;

// One file's bytes, as its processes see them and as the platters hold them.
struct Inode {
  struct Change {
    std::size_t sector = 0;
    std::array<std::uint8_t, kSector> bytes{};  // the whole sector as it was after this write
  };
  std::vector<std::uint8_t> seen;
  std::vector<std::uint8_t> held;
  std::vector<Change> changes;     // not synced yet, in order
  std::vector<std::size_t> sizes;  // sizes it had since the last sync, in order
};

enum class Fault { none, full, write_error, sync_error };

class Disk {
 public:
  // I/O operations so far: writes, truncations, syncs, names made and removed.
  std::uint64_t operation_count = 0;
  // From this operation on nothing reaches the disk: the process was killed, or the power is gone.
  std::uint64_t dead_from = UINT64_MAX;
  // The first operation from here on that `fault` can befall fails with it, once.
  std::uint64_t fault_at = UINT64_MAX;
  Fault fault = Fault::none;
  bool fault_happened = false;
  // A disk that answers "synced" and is not: a mutant.
  bool lying = false;

  enum class Answer { done, dead, full, error };

  std::shared_ptr<Inode> find(const std::string& name) const;
  Answer make(const std::string& name);
  Answer remove(const std::string& name, bool sync_names);
  Answer write(Inode& inode, const std::uint8_t* bytes, std::size_t size, std::size_t offset);
  Answer truncate(Inode& inode, std::size_t size);
  Answer sync(Inode& inode, bool sync_names);

  // The power goes, and comes back: what was not synced is a matter of chance. All processes are gone.
  void cut_power(Random& random);
  // Only the process is gone: the cache is as it was.
  void revive() { dead_from = UINT64_MAX; }

 private:
  using Names = std::map<std::string, std::shared_ptr<Inode>>;
  Answer begin(bool writes, bool syncs);
  void sync_all_names();

  Names seen_;
  Names held_;
  std::vector<Names> name_changes_;  // how the names stood after each change since they were last synced
};

}  // namespace mn::crash
