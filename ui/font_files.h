// Inside ui/ only: which font file to take when Inter is not there. Opens files, keeps none.
#pragma once

#include <filesystem>
#include <optional>

namespace mn::ui {

// A font under this folder that has the digits and every letter of Vietnamese: one known to look well before any
// other, then the first by name. Nothing when there is none.
std::optional<std::filesystem::path> font_for_vietnamese(const std::filesystem::path& folder, bool heavy);

}  // namespace mn::ui
