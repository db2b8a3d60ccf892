// mangnon compose: what the kiosk's keyboard makes of keys.
#include "core/compose.h"

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "core/text.h"

namespace mn {
namespace {

void add_method(CLI::App& parent, int& exit_code, const std::string& name, Method method, const std::string& example) {
  CLI::App* verb = parent.add_subcommand(name, "Keys of a line, and the Vietnamese they type");
  verb->footer("Example:\n  " + example);
  const auto question = add_question(*verb, "KEYS", "The keys, words with spaces between them");
  auto modern = std::make_shared<bool>(false);
  verb->add_flag("--modern", *modern, "Tone marks as in hoà, thuỷ; without it hòa, thủy");
  verb->callback([=, &exit_code] {
    const TonePlacement placement = *modern ? TonePlacement::modern : TonePlacement::classic;
    exit_code = answer(*verb, *question, [&](std::string_view keys) -> Result<std::string> {
      if (first_invalid_utf8(keys)) return Failure{Cause::bad_input, "the keys are not valid UTF-8"};
      return compose(method, placement, keys);
    });
  });
}

}  // namespace

void add_compose(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("compose", "Vietnamese from Telex or VNI keys, as the kiosk types it");
  verb->group(kPureVerbs);
  verb->require_subcommand(1);
  verb->footer(
      "Examples:\n  mangnon compose telex \"Langj Sown\"      Lạng Sơn\n  mangnon compose vni --modern thuy3     thuỷ");
  add_method(*verb, exit_code, "telex", Method::telex, "mangnon compose telex \"Coong ty TNHH\"");
  add_method(*verb, exit_code, "vni", Method::vni, "printf 'Vie65t\\nLa5ng So7n\\n' | mangnon compose vni --stdin");
}

}  // namespace mn
