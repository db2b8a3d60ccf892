// What passes the one door for people's text, and how texts are compared.
#include "core/text.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "tests/core/random_source.h"

namespace mn {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

std::string nfd(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  return utf8(icu::Normalizer2::getNFDInstance(status)->normalize(icu::UnicodeString::fromUTF8(text), status));
}

std::string clean(std::string_view text, std::size_t letters_max = kNameLettersMax) {
  const Result<std::string> result = sanitise(text, letters_max);
  return result.ok() ? *result : "refused: " + result.failure().words;
}

const std::vector<std::string> kVietnameseVowels = {"a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y",
                                                    "A", "Ă", "Â", "E", "Ê", "I", "O", "Ô", "Ơ", "U", "Ư", "Y"};
const std::vector<std::string> kTones = {"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"};

TEST(Sanitise, EveryVietnameseLetterSurvivesInEveryForm) {
  std::string all = "đĐ";
  for (const std::string& vowel : kVietnameseVowels) {
    for (const std::string& tone : kTones) {
      const std::string typed = vowel + tone;  // as Windows-1258 has it: vowel composed, tone combining
      const std::string letter = nfc(typed);
      EXPECT_EQ(letter_count(letter), 1u);
      EXPECT_EQ(clean(letter), letter);
      EXPECT_EQ(clean(typed), letter);
      EXPECT_EQ(clean(nfd(letter)), letter);
      all += letter;
    }
  }
  EXPECT_EQ(letter_count(all), 2u + 24 * 6);
  EXPECT_EQ(clean(all, 200), all);
}

TEST(Sanitise, NamesStayAsDonorsWriteThem) {
  for (const char* name : {"Nguyễn Thị Hòa", "Gia đình ông Nguyễn Văn A", "Công ty TNHH MTV Ánh Dương & Con",
                           "Kpă Y Ênuôl", "Charles D'Arcy", "Tổ 5, phường Kỳ Lừa (nhóm 2)", "uỷ ban / ủy ban", "阮氏花",
                           "Müller-Łoś", "Chúc các cháu vui khỏe!", "FPT+", "查尔斯·王"}) {
    EXPECT_EQ(clean(name), name);
    EXPECT_TRUE(is_sanitised(name));
    EXPECT_EQ(clean(nfd(name)), name);
  }
}

TEST(Sanitise, SpacesBecomeOneAndEndsAreTrimmed) {
  EXPECT_EQ(clean("  Nguyễn\u00A0\u202FVăn\t\r\n A \u3000"), "Nguyễn Văn A");
  EXPECT_EQ(clean("a\u2028b\u2029c\u0085d"), "a b c d");
  EXPECT_EQ(clean("A 😀 B"), "A B");
  EXPECT_EQ(clean(" \n\t"), "");
  EXPECT_EQ(clean(""), "");
}

TEST(Sanitise, WhatCannotBeSeenIsGone) {
  EXPECT_EQ(clean("\uFEFFHoa\u200B\u200D\u2060\u00AD"), "Hoa");
  EXPECT_EQ(clean("\u202Eabc\u202C \u2066x\u2069\u200F\u061C"), "abc x");
  EXPECT_EQ(clean(std::string("a\0b\x01\x1B[31m\x7F", 9)), "ab31m");
  EXPECT_EQ(clean("a\U000E0041\U000E007F\uE000\uFFFD\uFFFF"), "a");
  EXPECT_EQ(clean("e\u200D\u0302\u034F\u0323"), "ệ") << "an invisible sign between a letter and its marks";
  EXPECT_EQ(clean("\u3164\u115F\uFFA0"), "");
}

TEST(Sanitise, MarksThatDoNotComposeAreGone) {
  EXPECT_EQ(clean("Z\u0338\u0351a\u0301\u0335\u035Dl\u0489g\u0334o"), "Zálgo");
  EXPECT_EQ(clean("\u0301\u0301abc"), "abc");
  EXPECT_EQ(clean("b\u0306 1\uFE0F\u20E3"), "b 1");
  EXPECT_EQ(clean("e\u0323\u0302"), "ệ");
  EXPECT_EQ(clean("e\u0302\u0323"), "ệ");
  EXPECT_EQ(clean("o\u031B\u0301 u\u0301\u031B a\u0340 a\u0341"), "ớ ứ à á");
}

TEST(Sanitise, OtherScriptsAndSignsAreNotLetIn) {
  EXPECT_EQ(clean("Аdmin"), "dmin") << "the first letter is Cyrillic";
  EXPECT_EQ(clean("αβ ไทย عربي 한국 かな"), "");
  EXPECT_EQ(clean("👨‍👩‍👧 🇻🇳 ❤️ ☎ ₫ ① ٣ <b>=1|2`$%^*_~\\{}[]#@"), "b12%");
  EXPECT_EQ(clean("ﬁ ª ᴬ Ⅳ ℌ 𝐀"), "");
}

TEST(Sanitise, FancySignsBecomePlain) {
  EXPECT_EQ(clean("“Ánh Dương” – D’Arcy…"), "\"Ánh Dương\" - D'Arcy...");
  EXPECT_EQ(clean("ＡＢＣ　１２３（公司），王。"), "ABC 123(公司),王.");
}

TEST(Sanitise, InvalidUtf8IsRefused) {
  for (const char* bad :
       {"\xFF", "a\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\xAF", "\xF0\x80\x80\xAF", "\xED\xA0\x80", "\xED\xBF\xBF",
        "\xED\xA0\xBD\xED\xB8\x80", "\xF4\x90\x80\x80", "\xE1\xBB", "\xF8\x88\x80\x80\x80", "ủ\xE1"}) {
    const auto result = sanitise(bad);
    ASSERT_FALSE(result.ok()) << bad;
    EXPECT_EQ(result.failure().cause, Cause::bad_input);
    EXPECT_FALSE(is_sanitised(bad));
  }
  EXPECT_EQ(sanitise("ủ\xE1").failure().words, "text is not valid UTF-8 at byte 3");
}

TEST(Sanitise, CutsAtWholeLetters) {
  EXPECT_EQ(clean("ệệệệ", 3), "ệệệ");
  EXPECT_EQ(clean(nfd("ệệệệ"), 3), "ệệệ");
  EXPECT_EQ(clean("ab cd", 3), "ab");
  EXPECT_EQ(clean("ab cd", 4), "ab c");
  EXPECT_EQ(clean("abc", 0), "");
  EXPECT_EQ(letter_count(clean(std::string(100'000, 'x'))), kNameLettersMax);
  std::string zalgo = "a";
  for (int i = 0; i < 10'000; ++i) zalgo += "\u0315";
  EXPECT_EQ(clean(zalgo + "b"), "ab");
}

TEST(Sanitise, IsIdempotentAndLeavesNothingThatJoins) {
  const std::vector<UChar32> nasty = {
      'a',    'E',    ' ',    '-',    0x0301,  0x0323,  0x031B,  0x0302, 0x034F, 0x200D, 0x200B, 0xFEFF, 0x202E, 0x1EC7,
      0x01B0, 0x0111, 0x4E2D, 0xF900, 0x1F600, 0x1F3FD, 0xFE0F,  0x20E3, 0x1100, 0x1161, 0x0E33, 0x0600, 0x0D4E, 0x212A,
      0x00A0, '\n',   0xFF21, 0x2026, 0x0149,  0x1F1FB, 0xE0041, 0x0344, 0x00C5, 0x0345, 0x093C, 0x0915};
  RandomSource random{2025};
  for (int round = 0; round < 3000; ++round) {
    icu::UnicodeString text;
    for (std::size_t i = random.below(24); i > 0; --i) {
      text.append(random.one_in(4) ? static_cast<UChar32>(random.below(0xD800)) : random.pick(nasty));
    }
    const std::size_t letters_max = random.below(20);
    const std::string once = clean(utf8(text), letters_max);
    ASSERT_EQ(clean(once, letters_max), once) << utf8(text);
    ASSERT_EQ(nfc(once), once);
    ASSERT_LE(letter_count(once), letters_max);
    const icu::UnicodeString out = icu::UnicodeString::fromUTF8(once);
    ASSERT_EQ(letter_count(once), static_cast<std::size_t>(out.countChar32())) << "one code point is one letter";
    for (int32_t i = 0; i < out.length(); i = out.moveIndex32(i, 1)) {
      ASSERT_EQ(U_GET_GC_MASK(out.char32At(i)) & (U_GC_M_MASK | U_GC_C_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK), 0u) << once;
    }
  }
}

TEST(Fold, AsBanksAndSearchesNeedIt) {
  EXPECT_EQ(fold("Quỹ Bảo trợ trẻ em"), "QUY BAO TRO TRE EM");
  EXPECT_EQ(fold("ĐẶNG THỊ ƯỚC"), "DANG THI UOC");
  EXPECT_EQ(fold("ủy"), "UY");
  EXPECT_EQ(fold("uỷ"), "UY");
  EXPECT_EQ(fold("hòa hoà thủy thuỷ khỏe khoẻ"), "HOA HOA THUY THUY KHOE KHOE");
  EXPECT_EQ(fold("Ðặng ðức đỗ Đỗ"), "DANG DUC DO DO") << "eth is a look-alike";
  EXPECT_EQ(fold("Ê\u0323 ê\u0301 ơ\u0300"), "E E O") << "Windows-1258";
  EXPECT_EQ(fold("qbtte 7k3-m9p, (ủng hộ)!"), "QBTTE 7K3-M9P, (UNG HO)!");
  EXPECT_EQ(fold("a\u00A0b\u202Fc\nd"), "A B C D");
  EXPECT_EQ(fold("Q\u200BB\uFEFFTTE😀阮"), "QBTTE");
  EXPECT_EQ(fold("ＱＢＴＴＥ７"), "QBTTE7");
  EXPECT_EQ(fold("a\xFFъ\xC0\x80z"), "AZ");
  EXPECT_EQ(fold("Øæßł"), "OAESSL");
  EXPECT_EQ(fold(""), "");
}

TEST(Fold, EveryVietnameseLetterInEveryForm) {
  for (const std::string& vowel : kVietnameseVowels) {
    for (const std::string& tone : kTones) {
      const std::string letter = nfc(vowel + tone);
      const std::string folded = fold(letter);
      ASSERT_EQ(folded.size(), 1u) << letter;
      EXPECT_NE(std::string("AEIOUY").find(folded), std::string::npos) << letter;
      EXPECT_EQ(fold(nfd(letter)), folded);
      EXPECT_EQ(fold(vowel + tone), folded);
    }
  }
}

TEST(Text, NfcReplacesWhatIsInvalid) {
  EXPECT_EQ(nfc("e\u0302\u0323"), "ệ");
  EXPECT_EQ(nfc("a\xFF"), "a\uFFFD");
}

TEST(Text, LettersAreWhatPeopleSee) {
  EXPECT_EQ(letter_count("Trẻ em"), 6u);
  EXPECT_EQ(letter_count(nfd("Trẻ em")), 6u);
  EXPECT_EQ(letter_count("👨‍👩‍👧🇻🇳"), 2u);
  EXPECT_EQ(letter_count(""), 0u);
  EXPECT_EQ(without_last_letter("Trẻ"), "Tr");
  EXPECT_EQ(without_last_letter(nfd("Trẻ")), "Tr");
  EXPECT_EQ(without_last_letter("a👨‍👩‍👧"), "a");
  EXPECT_EQ(without_last_letter("x"), "");
  EXPECT_EQ(without_last_letter(""), "");
}

TEST(Text, FindsWhereUtf8Breaks) {
  EXPECT_FALSE(first_invalid_utf8("ủng hộ 😀").has_value());
  EXPECT_EQ(first_invalid_utf8("ab\xED\xA0\x80"), 2u);
}

}  // namespace
}  // namespace mn
