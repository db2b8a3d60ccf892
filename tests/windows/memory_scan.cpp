#include "tests/windows/memory_scan.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>

#include "core/bytes.h"

namespace mn::windows {
namespace {

constexpr std::size_t kPartDigits = 8;  // a part of a number that says too much
constexpr std::size_t kBlock = 4U << 20U;
constexpr std::size_t kFindsMost = 200;

// Of signs in the Basic Latin block only; words are looked for as they stand.
std::string utf16(const std::string& text, bool little) {
  std::string out;
  for (const char sign : text) out += little ? std::string{sign, '\0'} : std::string{'\0', sign};
  return out;
}

std::string base64_inside(const std::string& text, std::size_t alignment) {
  const std::string padded = std::string(alignment, 'x') + text;
  const std::string whole = to_base64({reinterpret_cast<const std::uint8_t*>(padded.data()), padded.size()});
  // The first signs hold bits of what stands before, the last of what follows.
  const std::size_t first = (alignment * 8 + 5) / 6;
  const std::size_t last = padded.size() * 8 / 6;
  return whole.substr(first, last - first);
}

std::string printable(const std::string& bytes) {
  std::string out;
  for (const char byte : bytes) out += byte >= 32 && byte < 127 ? byte : '.';
  return out;
}

// Every trace in `block`; `at` says where a place in it is.
void search(const std::string& block, const std::vector<Trace>& traces, std::vector<Find>& finds,
            const std::function<std::string(std::size_t)>& at) {
  for (const Trace& trace : traces) {
    const std::boyer_moore_horspool_searcher searcher(trace.bytes.begin(), trace.bytes.end());
    auto place = std::search(block.begin(), block.end(), searcher);
    while (place != block.end() && finds.size() < kFindsMost) {
      const std::size_t offset = static_cast<std::size_t>(place - block.begin());
      const std::size_t from = offset < 48 ? 0 : offset - 48;
      finds.push_back({trace.what, at(offset) + " " + printable(block.substr(from, 96 + trace.bytes.size()))});
      place = std::search(place + 1, block.end(), searcher);
    }
  }
}

}  // namespace

std::vector<Trace> traces_of_digits(const std::string& name, const std::string& digits,
                                    const std::vector<std::string>& as_shown) {
  std::vector<Trace> out;
  for (const auto& [how, text] : {std::pair<std::string, std::string>{"", digits},
                                  {" backwards", std::string(digits.rbegin(), digits.rend())},
                                  {" without its last digits", digits.substr(0, kPartDigits)},
                                  {" without its first digits", digits.substr(digits.size() - kPartDigits)}}) {
    out.push_back({name + how, text});
    out.push_back({name + how + " as UTF-16LE", utf16(text, true)});
    out.push_back({name + how + " as UTF-16BE", utf16(text, false)});
  }
  for (const std::string& shown : as_shown) out.push_back({name + " as shown", shown});
  for (std::size_t alignment = 0; alignment < 3; ++alignment) {
    out.push_back({fmt::format("{} in base64 ({})", name, alignment), base64_inside(digits, alignment)});
  }
  return out;
}

std::vector<Trace> traces_of_words(const std::string& name, const std::string& words) { return {{name, words}}; }

std::vector<Find> find_in_memory(pid_t pid, const std::vector<Trace>& traces, std::uint64_t& read) {
  std::vector<Find> finds;
  read = 0;
  std::size_t longest = 1;
  for (const Trace& trace : traces) longest = std::max(longest, trace.bytes.size());
  std::ifstream maps(fmt::format("/proc/{}/maps", pid));
  const int memory = ::open(fmt::format("/proc/{}/mem", pid).c_str(), O_RDONLY | O_CLOEXEC);
  if (memory < 0) return finds;
  for (std::string line; std::getline(maps, line);) {
    std::istringstream fields(line);
    std::string range, rights, skipped, name;
    fields >> range >> rights >> skipped >> skipped >> skipped;
    std::getline(fields >> std::ws, name);
    if (rights.size() < 2 || rights[0] != 'r' || rights[1] != 'w') continue;
    const std::uint64_t from = std::stoull(range, nullptr, 16);
    const std::uint64_t to = std::stoull(range.substr(range.find('-') + 1), nullptr, 16);
    std::string block, tail;
    for (std::uint64_t at = from; at < to; at += kBlock) {
      block.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, to - at)));
      const ssize_t size = ::pread(memory, block.data(), block.size(), static_cast<off_t>(at));
      if (size <= 0) {
        tail.clear();
        continue;
      }
      block.resize(static_cast<std::size_t>(size));
      read += block.size();
      const std::uint64_t begin = at - tail.size();
      block.insert(0, tail);
      search(block, traces, finds, [&](std::size_t offset) { return fmt::format("{} {:#x}:", name, begin + offset); });
      tail = block.substr(block.size() - std::min(block.size(), longest - 1));
    }
  }
  ::close(memory);
  return finds;
}

std::vector<Find> find_in_files(const std::filesystem::path& folder, const std::vector<Trace>& traces) {
  std::vector<Find> finds;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    search(text, traces, finds,
           [&](std::size_t offset) { return fmt::format("{} at {}:", entry.path().filename().string(), offset); });
  }
  return finds;
}

std::string words_of(const std::vector<Find>& finds) {
  std::string out;
  for (const Find& find : finds) out += "  " + find.what + " in " + find.where + "\n";
  return out;
}

}  // namespace mn::windows
