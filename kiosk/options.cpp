#include "kiosk/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "journal/file.h"
#include "kiosk/printing/target.h"
#include "kiosk/sample.h"

namespace mn::kiosk {
namespace {

constexpr int kUsage = 2;

bool read_pair(const std::string& text, int& first, int& second) {
  char rest = 0;
  return std::sscanf(text.c_str(), "%5dx%5d%c", &first, &second, &rest) == 2 && first > 0 && second > 0;
}

bool read_size(const std::string& text, Options& out) {
  return read_pair(text, out.width_px, out.height_px) && out.width_px >= 320 && out.height_px >= 320 &&
         out.width_px <= 16384 && out.height_px <= 16384;
}

std::string preview_names() {
  std::string out;
  for (const std::string& name : sample_names()) out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace

OptionsRead read_options(int argc, char** argv) {
  Options out;
  std::string size, language = "vi", pin_file, panel, typing = "telex";
  bool modern = false;
  std::int64_t typing_s = out.patience.typing_ms / 1000;
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
  app.add_option("--lang", language, "the language every visit begins in: vi, en or zh (vi)")
      ->check(CLI::IsMember({"vi", "en", "zh"}));
  app.add_option("--guests", out.guests, "the invited list, as mangnon guests import made it")->type_name("FILE");
  app.add_option("--tally", out.tally,
                 "a journal whose total the first screen shows: the ceremony's only one, or a copy of the hub's")
      ->type_name("FILE");
  app.add_option("--print-to", out.print_to,
                 "where pledge slips go: folder:DIR, device:/dev/usb/lp0, tcp:HOST:9100, cups:QUEUE, or none "
                 "(default: PDFs in the folder slips beside the journal)")
      ->type_name("SPEC");
  app.add_option("--print-width", out.print_width_mm, "of the paper, millimetres: 58 or 80 (80)")
      ->check(CLI::IsMember({58, 80}))
      ->type_name("MM");
  app.add_option("--usb", out.usb, "where staff export the journal to (default: a stick that is plugged in)")
      ->type_name("DIR");
  app.add_option("--pin-file", pin_file, "a file with the line that mangnon pin printed; without it: no staff corner")
      ->type_name("FILE");
  app.add_option("--panel-mm", panel,
                 "the visible glass in millimetres, for targets of 18 mm (default: asks the panel)")
      ->type_name("WxH");
  app.add_flag("--large-text", out.comfort.large_text, "large text in every visit");
  app.add_flag("--low-reach", out.comfort.low_reach, "everything to touch in the lower half, in every visit");
  app.add_flag("--reduced-motion", out.reduced_motion, "nothing drifts, slides or springs");
  app.add_option("--volume", out.volume, "of the short sounds, 0 is off (60)")->check(CLI::Range(0, 100));
  app.add_option("--typing", typing, "how letters become Vietnamese: telex, vni or plain (telex)")
      ->check(CLI::IsMember({"telex", "vni", "plain"}));
  app.add_flag("--modern-tones", modern, "hoà, thuỷ instead of hòa, thủy");
  app.add_option("--idle-typing", typing_s, "the same as --idle-warning where letters are typed (90)")
      ->check(CLI::Range(1, 3600))
      ->type_name("S");
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
  if (!panel.empty() && !read_pair(panel, out.panel_width_mm, out.panel_height_mm)) {
    return wrong("--panel-mm: expected for example 477x268, found " + panel);
  }
  if (!pin_file.empty()) {
    const Result<std::string> line = read_file(pin_file, kSettingsBytesMax);
    if (!line) return wrong("--pin-file: " + line.failure().words);
    out.pin_hash = line->substr(0, line->find_first_of("\r\n"));
    if (out.pin_hash.empty()) return wrong("--pin-file: " + pin_file + " is empty; mangnon pin makes the line");
  }
  if (out.print_to.empty() && !out.journal.empty()) {
    out.print_to = "folder:" + (std::filesystem::absolute(out.journal).parent_path() / "slips").string();
  } else if (out.print_to == "none") {
    out.print_to.clear();
  } else if (const auto target = printing::read_target(out.print_to); !out.print_to.empty() && !target) {
    return wrong("--print-to: " + target.failure().words);
  }
  if (!out.preview.empty()) {
    out.print_to = "folder:.";
    out.pin_hash = "shown";
  }
  out.typing.method = typing == "vni" ? Method::vni : typing == "plain" ? Method::plain : Method::telex;
  out.typing.placement = modern ? TonePlacement::modern : TonePlacement::classic;
  out.language = *read_language(language);
  out.patience.typing_ms = typing_s * 1000;
  out.patience.warning_ms = warning_s * 1000;
  out.patience.reset_ms = reset_s * 1000;
  out.patience.thanks_ms = thanks_s * 1000;
  return {out, 0};
}

}  // namespace mn::kiosk
