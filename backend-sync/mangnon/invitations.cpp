// mangnon guests invitations: the QR codes of a list as files to print.
#include <fmt/format.h>

#include <filesystem>

#include "backend-sync/invitation_card.h"
#include "backend-sync/mangnon/guests.h"
#include "backend-sync/mangnon/verbs.h"
#include "journal/file.h"

namespace mn {
namespace {

// A folder of our own: invitations of an earlier list among these would be handed out too.
Done make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::create_directories(folder, error)) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  }
  if (error) return Failure{Cause::unavailable, fmt::format("{}: {}", folder.string(), error.message())};
  const bool empty = std::filesystem::is_empty(folder, error);
  if (error) return Failure{Cause::unavailable, fmt::format("{}: {}", folder.string(), error.message())};
  if (empty) return {};
  return Failure{Cause::refused,
                 fmt::format("{} is not empty; give a new folder, so that no earlier invitation lies among "
                             "these",
                             folder.string())};
}

// The index and the page come last: when they are there, all codes are.
Done write_invitations(const std::string& path, const std::filesystem::path& folder) {
  const Result<GuestList> list = load_guest_list(path);
  if (!list) return list.failure();
  const Result<std::string> page = invitations_page(*list, list->campaign.text);
  if (!page) return page.failure();
  if (Done made = make_folder(folder); !made) return made;
  for (std::size_t i = 0; i < list->guests.size(); ++i) {
    const Guest& guest = list->guests[i];
    const Result<std::string> svg = invitation_svg(guest.invitation);
    if (!svg) return svg.failure();
    if (Done done = write_file(folder / invitation_file_name(i, guest), *svg, Readers::owner); !done) return done;
  }
  if (Done done = write_file(folder / "invitations.html", *page, Readers::owner); !done) return done;
  if (Done done = write_file(folder / "index.csv", invitations_csv(*list), Readers::owner); !done) return done;
  fmt::print("{}: {} invitations, index.csv, invitations.html\n", folder.string(), list->guests.size());
  return {};
}

}  // namespace

void add_invitations(CLI::App& guests, int& exit_code) {
  CLI::App* verb = guests.add_subcommand(
      "invitations", "Writes each guest's QR code as SVG, a page of cards to print, and which file is whose");
  auto path = std::make_shared<std::string>();
  auto folder = std::make_shared<std::string>();
  verb->add_option("LIST", *path, "A list that import made")->required();
  verb->add_option("--out", *folder, "A new or empty folder")->required();
  verb->footer("Example:\n  mangnon guests invitations guests.json --out thiep-moi");
  verb->callback([=, &exit_code] {
    const Done done = write_invitations(*path, *folder);
    exit_code = done ? kExitDone : fail("mangnon guests invitations", done.failure());
  });
}

}  // namespace mn
