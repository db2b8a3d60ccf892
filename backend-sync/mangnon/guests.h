// What the verbs of `mangnon guests` share: a list file, read.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "core/guests.h"

namespace mn {

// Reads a list that `guests import` made. Of any campaign: whoever reads it here holds the file.
Result<GuestList> load_guest_list(const std::string& path);

// guests invitations; a verb under `guests`.
void add_invitations(CLI::App& guests, int& exit_code);

}  // namespace mn
