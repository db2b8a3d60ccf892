// mangnon: the staff's command. A list of its verbs; each lies in the file of its name.
#include "backend-sync/mangnon/verbs.h"

namespace {

constexpr const char* kExamples = R"(Examples:
  mangnon new --journal hub.db --name "Hub"
  mangnon enrol --journal hub.db --card kiosk.db.pub --role kiosk
  mangnon pledge --journal desk.db --amount 5.000.000 --name "Nguyễn Thị Hoa"
  mangnon verify hub.db && mangnon tally hub.db
  mangnon words 1.005.021.115

Each verb has its own --help. Exit codes: 0 done, 1 failed, 2 wrong usage.)";

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Măng Non for the staff: makes journals, says who may write, records at a desk, checks and counts.",
               "mangnon"};
  app.set_version_flag("--version", mn::program_text("mangnon"));
  app.get_formatter()->label("SUBCOMMAND", "VERB");
  app.get_formatter()->label("Excludes", "not with");
  app.require_subcommand(1);
  app.footer(kExamples);
  int exit_code = mn::kExitDone;
  mn::add_new(app, exit_code);
  mn::add_enrol(app, exit_code);
  mn::add_revoke(app, exit_code);
  mn::add_pledge(app, exit_code);
  mn::add_cue(app, exit_code);
  mn::add_announce(app, exit_code);
  mn::add_screen(app, exit_code);
  mn::add_match(app, exit_code);
  mn::add_withdraw(app, exit_code);
  mn::add_void(app, exit_code);
  mn::add_verify(app, exit_code);
  mn::add_tally(app, exit_code);
  mn::add_show(app, exit_code);
  mn::add_bundle(app, exit_code);
  mn::add_calls(app, exit_code);
  mn::add_replay(app, exit_code);
  mn::add_pin(app, exit_code);
  mn::add_campaign(app, exit_code);
  mn::add_guests(app, exit_code);
  mn::add_reconcile(app, exit_code);
  mn::add_export(app, exit_code);
  mn::add_receipt(app, exit_code);
  mn::add_contact_key(app, exit_code);
  mn::add_contacts(app, exit_code);
  mn::add_words(app, exit_code);
  mn::add_vietqr(app, exit_code);
  mn::add_compose(app, exit_code);
  mn::add_fold(app, exit_code);
  mn::add_sanitise(app, exit_code);
  mn::add_code(app, exit_code);
  if (const auto ended = mn::parse_command_line(app, argc, argv)) return *ended;
  return exit_code;
}
