// mangnon-sync: copies a journal to a hub, or a hub into a journal. The only programs that touch the network are this
// one and the hub.
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <csignal>

#include "backend-sync/program.h"
#include "backend-sync/sync/sync.h"

namespace {

constexpr const char* kProgram = "mangnon-sync";

CLI::App* describe(CLI::App& app, const char* name, const char* words, mn::SyncOptions& options) {
  CLI::App* verb = app.add_subcommand(name, words);
  verb->add_option("--journal", options.journal, "the journal file")->required();
  verb->add_option("--hub", options.hub, "http://ADDRESS:PORT of the hub")->required();
  verb->add_option("--hub-card", options.hub_card, "the hub's FILE.pub: talk to that hub and to no other");
  verb->add_flag("--once", options.once, "copy all there is, print every head (origin seq digest), end");
  verb->add_option("--timeout", options.timeout_s, "of --once, in seconds")
      ->capture_default_str()
      ->check(CLI::Range(1, 86'400));
  return verb;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a hub that goes away is an answer, not an end
  spdlog::set_default_logger(spdlog::stderr_color_mt(kProgram));
  spdlog::set_pattern("%Y-%m-%d %H:%M:%S %n %l: %v");
  CLI::App app(
      "Copies journals: push to a hub, pull from a hub. Runs for ever, through any restart of the hub, unless --once.",
      kProgram);
  app.set_version_flag("--version", mn::program_text(kProgram));
  app.footer(
      "Example: mangnon-sync push --journal kiosk.db --hub http://192.168.1.10:8440\n"
      "         mangnon-sync pull --journal display.db --hub http://192.168.1.10:8440 --hub-card hub.db.pub");
  app.require_subcommand(1);
  mn::SyncOptions pushing, pulling;
  const CLI::App* push =
      describe(app, "push", "send what the hub lacks of this journal (waits for the file to be made)", pushing);
  CLI::App* pull =
      describe(app, "pull", "take what this journal lacks of the hub; makes the journal when it is missing", pulling);
  pull->add_option("--name", pulling.name, "what people call this journal, when it is made")->capture_default_str();
  if (const std::optional<int> code = mn::parse_command_line(app, argc, argv)) return *code;
  return push->parsed() ? mn::push(pushing) : mn::pull(pulling);
}
