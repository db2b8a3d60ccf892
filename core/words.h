// Amounts in words, as Vietnamese vouchers write them; English and Chinese for the other languages of the kiosk.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/money.h"

namespace mn {

enum class Language { vi, en, zh };
inline constexpr Language kLanguages[] = {Language::vi, Language::en, Language::zh};
// "vi", "en", "zh": the files in assets/strings and the values of --lang.
std::string_view language_text(Language language);
std::optional<Language> read_language(std::string_view text);

// The accepted variants, a setting of the campaign. Defaults: the northern, official ones.
struct WordForms {
  bool le_for_linh = false;     // "một trăm lẻ năm" (South) instead of "linh"
  bool ngan_for_nghin = false;  // "ngàn" (South) instead of "nghìn"
  bool ti_for_ty = false;       // "tỉ" instead of "tỷ"
  bool bon_for_tu = false;      // "hai mươi bốn" instead of "hai mươi tư"
};

// The number alone, lower case: "hai triệu không trăm linh năm nghìn". Negative: "âm …".
std::string number_in_words(Money amount, Language language, const WordForms& forms = {});

// As on a voucher: "Hai triệu đồng chẵn" ("chẵn" when the amount ends in 000); "Two million dong"; "二百万越南盾".
std::string amount_in_words(Money amount, Language language, const WordForms& forms = {});

}  // namespace mn
