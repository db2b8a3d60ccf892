// mangnon words: an amount as a voucher writes it.
#include "core/words.h"

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "core/numbers.h"

namespace mn {

void add_words(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("words", "An amount in words, as on a voucher");
  verb->group(kPureVerbs);
  verb->footer(
      "Example:\n  mangnon words 1.005.021.115\n  printf '24000\\n500000000\\n' | mangnon words --stdin --lang en");
  const auto question = add_question(*verb, "AMOUNT", "Whole đồng: 1005021115 or 1.005.021.115");
  auto forms = std::make_shared<WordForms>();
  auto language = std::make_shared<Language>(Language::vi);
  const std::map<std::string, Language> languages = {{"vi", Language::vi}, {"en", Language::en}};
  verb->add_option("--lang", *language, "vi (default) or en")->transform(CLI::CheckedTransformer(languages));
  verb->add_flag("--le", forms->le_for_linh, "\"một trăm lẻ năm\" in place of \"linh\"");
  verb->add_flag("--ngan", forms->ngan_for_nghin, "\"ngàn\" in place of \"nghìn\"");
  verb->add_flag("--ti", forms->ti_for_ty, "\"tỉ\" in place of \"tỷ\"");
  verb->add_flag("--bon", forms->bon_for_tu, "\"hai mươi bốn\" in place of \"hai mươi tư\"");
  verb->callback([=, &exit_code] {
    exit_code = answer(*verb, *question, [&](std::string_view text) -> Result<std::string> {
      const Result<Money> amount = read_amount(text);
      if (!amount) return amount.failure();
      return amount_in_words(*amount, *language, *forms);
    });
  });
}

}  // namespace mn
