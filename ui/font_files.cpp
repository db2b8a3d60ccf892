#include "ui/font_files.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace mn::ui {
namespace {

namespace fs = std::filesystem;

// Both of a line by one designer: the usual cut and the heavy one.
constexpr std::array<std::array<const char*, 2>, 5> kKnown = {{
    {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf"},
    {"Roboto-Regular.ttf", "Roboto-Bold.ttf"},
    {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf"},
    {"LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"},
    {"FreeSans.ttf", "FreeSansBold.ttf"},
}};

constexpr std::u32string_view kNeeded =
    U"0123456789.,%₫ĂÂĐÊÔƠƯăâđêôơưÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ";

bool has_all(FT_Library library, const fs::path& file) {
  FT_Face face = nullptr;
  if (FT_New_Face(library, file.c_str(), 0, &face) != 0) return false;
  const bool has = FT_IS_SCALABLE(face) && std::all_of(kNeeded.begin(), kNeeded.end(), [&](char32_t letter) {
                     return FT_Get_Char_Index(face, letter) != 0;
                   });
  FT_Done_Face(face);
  return has;
}

std::vector<fs::path> font_files(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code error;
  constexpr std::size_t kFilesMost = 20'000;
  const auto options = fs::directory_options::skip_permission_denied | fs::directory_options::follow_directory_symlink;
  for (fs::recursive_directory_iterator at(folder, options, error), end; at != end && out.size() < kFilesMost;
       at.increment(error)) {
    const std::string kind = at->path().extension().string();
    if (kind == ".ttf" || kind == ".otf" || kind == ".ttc") out.push_back(at->path());
    if (error) break;
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::optional<fs::path> font_for_vietnamese(const fs::path& folder, bool heavy) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return std::nullopt;
  const std::vector<fs::path> files = font_files(folder);
  std::optional<fs::path> found;
  const auto take = [&](const fs::path& file) {
    if (!found && has_all(library, file)) found = file;
  };
  for (const std::size_t cut : {heavy ? 1U : 0U, heavy ? 0U : 1U}) {
    for (const auto& known : kKnown) {
      for (const fs::path& file : files) {
        if (!found && file.filename() == known.at(cut)) take(file);
      }
    }
  }
  for (const fs::path& file : files) {
    if (!found) take(file);
  }
  FT_Done_FreeType(library);
  return found;
}

}  // namespace mn::ui
