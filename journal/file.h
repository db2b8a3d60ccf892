// Files that are read or written whole: settings, keys, campaigns, words. Anything kept line by line is a journal
// instead.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/campaign.h"
#include "core/result.h"
#include "core/strings.h"

namespace mn {

inline constexpr std::size_t kSettingsBytesMax = 1 << 20;

// The whole file. Fails with not_found, with bad_input when it is larger than bytes_max or a folder, and with
// unavailable when the disk does not answer.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t bytes_max);

enum class Readers { everybody, owner };  // mode 644 or 600

// Replaces the file, whole or not at all, and durably: a temporary file beside it, fsync, rename, fsync of the folder.
// Fails with unavailable, and then the file is as it was.
Done write_file(const std::filesystem::path& path, std::string_view text, Readers readers = Readers::everybody);

// Makes renames, new files and removals in a folder durable.
Done sync_folder(const std::filesystem::path& folder);

// Where a file of assets/ lies: in $MANGNON_ASSETS; else in share/mangnon of the place the program is installed in;
// else in the assets/ folder found upwards from the program. The path is returned even when nothing is there: reading
// it says so.
std::filesystem::path asset_path(std::string_view relative);

// Reads a campaign file; an empty path means the bundled campaign/lang-son-2025.json.
Result<Campaign> load_campaign(const std::filesystem::path& path);

// Reads the bundled words of the screens, both languages.
Result<Strings> load_strings();

}  // namespace mn
