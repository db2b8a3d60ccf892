// Changes a journal file behind its back, as somebody with SQLite's own tools could: the triggers and constraints are
// put out of the way and back again, so that only verifying can find it.
#pragma once

#include <string>

namespace mn {

void tamper(const std::string& journal, const std::string& sql);

}  // namespace mn
