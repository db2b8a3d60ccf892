// Looks for a planted text in the memory of a process and in files: as it stands, in UTF-16, in base64, as it is shown,
// backwards, and in its larger parts.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace mn::windows {

struct Trace {
  std::string what;  // "phone as UTF-16LE"
  std::string bytes;
};

// How a number of digits could lie about. Base64 in all three alignments, without the signs that depend on neighbours.
std::vector<Trace> traces_of_digits(const std::string& name, const std::string& digits,
                                    const std::vector<std::string>& as_shown);
// How a name or a message could: whole only.
std::vector<Trace> traces_of_words(const std::string& name, const std::string& words);

struct Find {
  std::string what;
  std::string where;  // "[heap] 0x55…: …bytes around…"
};
// In every part of the process's memory that it may write. Needs to be root when the process is not dumpable; `read` is
// how many bytes were seen, so that a test can tell nothing from nothing looked at.
std::vector<Find> find_in_memory(pid_t pid, const std::vector<Trace>& traces, std::uint64_t& read);
// In every file under the folder.
std::vector<Find> find_in_files(const std::filesystem::path& folder, const std::vector<Trace>& traces);

std::string words_of(const std::vector<Find>& finds);

}  // namespace mn::windows
