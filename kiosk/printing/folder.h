// Slips as files: a PDF a slip in a folder, or the bytes that a printer would get. Readable by their owner alone.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "kiosk/printing/outcome.h"

namespace mn::printing {

// "20250529-093005-QBTTE7K3M9P.pdf"; a second slip of the same code and second gets "-2" and so on before ".pdf".
// The folder is made (mode 700) when only its last part is missing. The file is there whole and on the disk, or not at
// all; nothing half-written has a name where the file system can do that (O_TMPFILE).
PrintReport save_slip(const std::filesystem::path& folder, std::string_view memo_code, std::string_view pdf);
PrintReport ask_folder(const std::filesystem::path& folder);

// Replaces the file with these bytes, mode 600.
PrintReport save_bytes(const std::filesystem::path& file, std::string_view bytes);

}  // namespace mn::printing
