// mangnon fold, mangnon sanitise: the two functions that every text from people goes through.
#include "core/text.h"

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"

namespace mn {

void add_fold(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("fold", "Text as ASCII capitals, as in a bank's memo");
  verb->group(kPureVerbs);
  verb->footer(
      "Example:\n  mangnon fold \"Quỹ Bảo trợ trẻ em\"      QUY BAO TRO TRE EM\n  mangnon fold -- \"-text with a "
      "dash\"");
  const auto question = add_question(*verb, "TEXT", "Any text");
  verb->callback([=, &exit_code] {
    exit_code = answer(*verb, *question, [](std::string_view text) -> Result<std::string> { return fold(text); });
  });
}

void add_sanitise(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("sanitise", "Text from people, as it may be recorded and shown");
  verb->group(kPureVerbs);
  verb->footer("Example:\n  mangnon sanitise \"  Nguyễn   Thị Hoa \"      Nguyễn Thị Hoa");
  const auto question = add_question(*verb, "TEXT", "Any text");
  auto letters_max = std::make_shared<std::size_t>(kNameLettersMax);
  verb->add_option("--letters", *letters_max, "Cut after this many letters (a name: 90)")->check(CLI::Range(1, 100000));
  verb->callback([=, &exit_code] {
    exit_code = answer(*verb, *question, [&](std::string_view text) { return sanitise(text, *letters_max); });
  });
}

}  // namespace mn
