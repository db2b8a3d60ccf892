// mangnon-hub: where all journals of a venue, or of the fund, meet.
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include "backend-sync/hub/hub.h"
#include "backend-sync/program.h"
#include "journal/file.h"

namespace {

constexpr const char* kProgram = "mangnon-hub";

struct Options {
  std::string journal = "hub.db";
  std::string campaign;
  std::string listen = "127.0.0.1:8440";
  std::string port_file;
  std::string name = "hub";
};

void describe(CLI::App& app, Options& options) {
  app.set_version_flag("--version", mn::program_text(kProgram));
  app.footer(
      "Example: mangnon-hub --journal hub.db --listen 0.0.0.0:8440\n"
      "Who may write and read is enrolled with: mangnon enrol --journal hub.db --card kiosk.db.pub --role kiosk (hub "
      "not running).\n"
      "SIGTERM: what was taken is committed and answered, then it ends.");
  app.add_option("--journal", options.journal, "this hub's journal; made when it is missing")->capture_default_str();
  app.add_option("--campaign", options.campaign, "campaign file (default: the bundled one)");
  app.add_option("--listen", options.listen, "ADDRESS:PORT; port 0 takes a free one")->capture_default_str();
  app.add_option("--port-file", options.port_file, "write the port to this file once requests are answered");
  app.add_option("--name", options.name, "what people call this hub, when its journal is made")->capture_default_str();
}

mn::Done write_port(const Options& options, const mn::Hub& hub) {
  if (options.port_file.empty()) return {};
  return mn::write_file(options.port_file, std::to_string(hub.port()) + "\n");
}

}  // namespace

int main(int argc, char** argv) {
  spdlog::set_default_logger(spdlog::stderr_color_mt(kProgram));
  spdlog::set_pattern("%Y-%m-%d %H:%M:%S.%e %n %l: %v");
  Options options;
  CLI::App app("The hub: keeps what kiosks push, gives displays what they lack.", kProgram);
  describe(app, options);
  if (const std::optional<int> code = mn::parse_command_line(app, argc, argv)) return *code;

  const mn::Result<mn::Campaign> campaign = mn::load_campaign(options.campaign);
  if (!campaign) return mn::fail(kProgram, campaign.failure());
  const mn::Opening opening{options.journal, campaign->id, mn::program_text(kProgram), options.name};
  const mn::Result<std::unique_ptr<mn::Hub>> hub = mn::Hub::open(opening, options.listen);
  if (!hub) {
    const int code = mn::fail(kProgram, hub.failure());
    return hub.failure().cause == mn::Cause::bad_input ? mn::kExitWrongUsage : code;
  }
  if (const mn::Done written = write_port(options, **hub); !written) return mn::fail(kProgram, written.failure());

  spdlog::info("campaign {}, origin {}, position {}: listening on port {}", campaign->id.text,
               mn::origin_text((*hub)->card().origin), (*hub)->position(), (*hub)->port());
  (*hub)->run(true);
  spdlog::info("ended at position {}", (*hub)->position());
  return mn::kExitDone;
}
