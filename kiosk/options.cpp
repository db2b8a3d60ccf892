#include "kiosk/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "kiosk/sample.h"

namespace mn::kiosk {
namespace {

constexpr int kUsage = 2;

bool read_size(const std::string& text, Options& out) {
  char rest = 0;
  return std::sscanf(text.c_str(), "%5dx%5d%c", &out.width_px, &out.height_px, &rest) == 2 && out.width_px >= 320 &&
         out.height_px >= 320 && out.width_px <= 16384 && out.height_px <= 16384;
}

std::string preview_names() {
  std::string out;
  for (const std::string& name : sample_names()) out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace

OptionsRead read_options(int argc, char** argv) {
  Options out;
  std::string size, language = "vi";
  std::int64_t warning_s = out.patience.warning_ms / 1000;
  std::int64_t reset_s = out.patience.reset_ms / 1000;
  std::int64_t thanks_s = out.patience.thanks_ms / 1000;
  CLI::App app{
      "The touch kiosk: donors pledge here, and every pledge is kept in this kiosk's own journal before it is "
      "thanked.\n"
      "It needs no network; mangnon-sync carries the journal on.\n\n"
      "Example: mangnon-kiosk --journal /var/lib/mangnon/kiosk.db --name \"Ki-ốt 1\""};
  app.name("mangnon-kiosk");
  app.set_version_flag("--version", std::string("mangnon-kiosk ") + MANGNON_VERSION);
  app.add_option("--journal", out.journal, "the kiosk's journal file; made when it is not there")->type_name("FILE");
  app.add_option("--campaign", out.campaign, "the campaign file (default: the bundled one)")->type_name("FILE");
  app.add_option("--name", out.name, "what people call this kiosk (default: Ki-ốt)")->type_name("NAME");
  app.add_option("--size", size, "size in pixels, with a window of that size (default: the whole screen)")
      ->type_name("WxH");
  app.add_flag("--windowed", out.windowed, "in a window, not over the whole screen");
  app.add_option("--lang", language, "the language every visit begins in: vi or en")
      ->check(CLI::IsMember({"vi", "en"}));
  app.add_option("--idle-warning", warning_s, "seconds without a touch before it asks whether somebody is there (45)")
      ->check(CLI::Range(1, 3600))
      ->type_name("S");
  app.add_option("--idle-reset", reset_s, "seconds more before everything typed is forgotten (15)")
      ->check(CLI::Range(1, 3600))
      ->type_name("S");
  app.add_option("--thanks", thanks_s, "seconds that the thanks stay (60)")->check(CLI::Range(1, 3600))->type_name("S");
  app.add_option("--screenshot", out.screenshot, "save the picture as PNG after --after seconds, and end")
      ->type_name("FILE");
  app.add_option("--after", out.after_s, "when to save it (1)")->check(CLI::Range(0.0, 86400.0))->type_name("S");
  app.add_option("--targets", out.targets, "append what can be touched, one JSON line a change; no donor's data")
      ->type_name("FILE");
  app.add_option("--preview", out.preview, "show a screen with invented data and record nothing: " + preview_names())
      ->type_name("SCREEN");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return {std::nullopt, app.exit(error) == 0 ? 0 : kUsage};
  }
  const auto wrong = [](const std::string& words) {
    fmt::print(stderr, "mangnon-kiosk: {}\nRun mangnon-kiosk --help for more.\n", words);
    return OptionsRead{std::nullopt, kUsage};
  };
  if (!size.empty() && !read_size(size, out)) return wrong("--size: expected for example 1920x1080, found " + size);
  if (!size.empty()) out.windowed = true;
  if (out.journal.empty() && out.preview.empty()) {
    return wrong("say where pledges are kept: --journal FILE (or look at a screen: --preview thanks)");
  }
  const Campaign none;
  if (!out.preview.empty() && !sample_visit(out.preview, Terms{none}, 0)) {
    return wrong("--preview: expected one of " + preview_names());
  }
  out.language = language == "en" ? Language::en : Language::vi;
  out.patience.warning_ms = warning_s * 1000;
  out.patience.reset_ms = reset_s * 1000;
  out.patience.thanks_ms = thanks_s * 1000;
  return {out, 0};
}

}  // namespace mn::kiosk
