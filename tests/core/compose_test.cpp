// Typing by tables: the reference vectors, 1,510 answers of fcitx5-bamboo ("Telex 2", "VNI"), and what must hold for
// any keys.
#include "core/compose.h"

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text.h"
#include "core/tone.h"
#include "tests/core/random_source.h"

namespace mn {
namespace {

constexpr TonePlacement kClassic = TonePlacement::classic;
constexpr TonePlacement kModern = TonePlacement::modern;

std::string telex(std::string_view keys) { return compose(Method::telex, kClassic, keys); }
std::string vni(std::string_view keys) { return compose(Method::vni, kClassic, keys); }

// Each line: method, keys, what they type in classic and in modern placement.
int check_table(const std::string& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file.is_open()) << path;
  std::string line;
  std::getline(file, line);
  int lines = 0;
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::string name, keys, classic, modern;
    std::getline(cells, name, '\t');
    std::getline(cells, keys, '\t');
    std::getline(cells, classic, '\t');
    std::getline(cells, modern, '\t');
    const Method method = name == "telex" ? Method::telex : Method::vni;
    EXPECT_EQ(compose(method, kClassic, keys), classic) << name << ' ' << keys;
    EXPECT_EQ(compose(method, kModern, keys), modern) << name << ' ' << keys;
    ++lines;
  }
  return lines;
}

TEST(Compose, EveryReferenceVector) {
  EXPECT_EQ(check_table(MANGNON_SOURCE_DIR "/tests/data/telex_vni_vectors.tsv"), 104);
}

TEST(Compose, EveryAnswerOfTheOracle) {
  EXPECT_EQ(check_table(MANGNON_SOURCE_DIR "/tests/data/compose_oracle.tsv"), 1510);
}

TEST(Compose, TheTrapsOfTheFieldNotes) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"test", "tét"},
      {"Samsung", "Sámung"},
      {"windows", "ưindows"},
      {"Wifi", "Ừii"},
      {"ass", "as"},
      {"aaa", "aa"},
      {"ddd", "dd"},
      {"tieengs", "tiếng"},
      {"tieesng", "tiếng"},
      {"asz", "a"},
      {"facebook", "facebook"},
      {"HDDND", "HĐND"},
      {"LDDLDD", "LĐLĐ"},
      {"H'Hen Niee", "H'Hen Niê"},
      {"Ddawks Lawks", "Đắk Lắk"},
      {"C/O Lee Anh", "C/O Lê Anh"},
  };
  for (const auto& [keys, text] : rows) EXPECT_EQ(telex(keys), text);
  EXPECT_EQ(vni("12A1 500 Q1"), "12A1 500 Q1");
  EXPECT_EQ(compose(Method::plain, kClassic, "Samsung ddaa 11"), "Samsung ddaa 11");
}

// A later tone replaces the earlier one wherever it stood; the reference engine leaves both ("hóàn").
TEST(Compose, OneSyllableHasOneTone) {
  EXPECT_EQ(telex("hoasfn"), "hoàn");
  EXPECT_EQ(vni("hoa12n"), "hoàn");
}

TEST(Compose, ReadyMadeLettersJoinIn) {
  EXPECT_EQ(telex("Nguyênx"), "Nguyễn");
  EXPECT_EQ(telex("Đawngj"), "Đặng");
  EXPECT_EQ(telex("ươcs"), "ước");
  EXPECT_EQ(telex("Kpă Y Ênuôl"), "Kpă Y Ênuôl");
  EXPECT_EQ(telex("Việt"), "Việt");
  EXPECT_EQ(telex("hoá"), "hoá");    // a donor's own spelling
  EXPECT_EQ(telex("hóan"), "hoán");  // but no school writes this
  EXPECT_EQ(vni("ươc1"), "ước");
  EXPECT_EQ(telex("Beyoncé Ñandú 阮氏花"), "Beyoncé Ñandú 阮氏花");
  EXPECT_EQ(telex("Nguye\xCC\x82nx"), "Nguyễn");  // e + combining circumflex
}

TEST(Compose, WhatStandsBeforeIsNoKey) {
  const auto word = [](std::string_view before, std::string_view keys) {
    return compose_word(Method::telex, kClassic, keys, before);
  };
  EXPECT_EQ(word("as", ""), "as");
  EXPECT_EQ(word("Sas", "s"), "Sass");
  EXPECT_EQ(word("Viet", "j"), "Viẹt");
  EXPECT_EQ(word("Việt", "z"), "Viêt");
  EXPECT_EQ(word("tiế", "ng"), "tiếng");
  EXPECT_EQ(word("Hóa", "n"), "Hoán");
  EXPECT_EQ(word("hoá", ""), "hoá");
  EXPECT_EQ(word("nguo", "wif"), "người");
  EXPECT_EQ(word("w", "w"), "ww");
}

// Every syllable of the language there may be, typed in all three ways.
TEST(Compose, AllWaysGiveTheSameText) {
  const std::vector<std::string> onsets = {"",   "b",  "c",  "ch", "đ", "g", "gi", "h",  "kh", "l", "m", "n",
                                           "ng", "nh", "ph", "qu", "r", "s", "t",  "th", "tr", "v", "x"};
  const std::vector<std::string> rhymes = {
      "a",   "ac",   "ai",   "an",  "anh", "ao",  "au",  "ay",  "ăc",  "ăn",   "âc",   "ân",   "âu",   "ây",  "e",
      "en",  "eo",   "ê",    "ên",  "ênh", "êu",  "i",   "ia",  "inh", "iu",   "iêc",  "iên",  "iêu",  "o",   "oa",
      "oai", "oan",  "oanh", "oay", "oăn", "oe",  "oen", "oi",  "ong", "ô",    "ôi",   "ông",  "ơ",    "ơi",  "ơn",
      "u",   "ua",   "uân",  "uât", "uê",  "ui",  "ung", "uơ",  "uy",  "uya",  "uyên", "uyêt", "uynh", "uyu", "uôc",
      "uôi", "uông", "ư",    "ưa",  "ưi",  "ưng", "ưu",  "ươc", "ươi", "ương", "ươu",  "y",    "yên",  "yêu"};
  const std::string telex_tones = "zsfrxj";
  int syllables = 0;
  for (const std::string& onset : onsets) {
    for (const std::string& rhyme : rhymes) {
      std::string telex_keys, vni_keys;
      std::vector<Letter> letters;
      const std::string plain = onset + rhyme;
      for (std::size_t at = 0; at < plain.size();) {
        const Letter letter = letter_of(next_code_point(plain, at));
        letters.push_back(letter);
        append_code_point(telex_keys, letter.base);
        append_code_point(vni_keys, letter.base);
        constexpr std::array<std::string_view, 5> kVniShape = {"", "6", "8", "7", "9"};
        const auto shape = static_cast<std::size_t>(letter.shape);
        vni_keys += kVniShape.at(shape);
        if (letter.shape == Shape::hat || letter.shape == Shape::bar) append_code_point(telex_keys, letter.base);
        if (letter.shape == Shape::horn || letter.shape == Shape::breve) telex_keys += 'w';
      }
      if (!is_syllable(letters)) continue;
      for (int i = 1; i < kToneCount; ++i) {
        const Tone tone = static_cast<Tone>(i);
        if (!tone_fits_coda(letters, tone)) continue;
        for (const TonePlacement placement : {kClassic, kModern}) {
          const std::string by_tone_key = with_tone(plain, tone, placement);
          const std::string tone_key(1, telex_tones[static_cast<std::size_t>(i)]);
          EXPECT_EQ(compose(Method::telex, placement, telex_keys + tone_key), by_tone_key);
          EXPECT_EQ(compose(Method::vni, placement, vni_keys + std::to_string(i)), by_tone_key);
          EXPECT_EQ(compose(Method::telex, placement, plain + tone_key), by_tone_key);
          EXPECT_EQ(fold(by_tone_key), fold(plain));
          EXPECT_TRUE(is_nfc(by_tone_key));
        }
        ++syllables;
      }
    }
  }
  EXPECT_GT(syllables, 5'000);
}

TEST(Compose, AnyKeysGiveNfcAndTheSameWordByWord) {
  RandomSource random{5};
  const std::vector<std::string> pieces = {
      "a", "e", "o", "u", "i", "y", "w", "d", "s", "f", "r",  "x",        "j",        "z",    "n",
      "g", "h", "t", "c", "A", "W", "D", "S", "0", "1", "5",  "6",        "7",        "8",    "9",
      " ", ".", "[", "]", "{", "'", "ô", "ớ", "Đ", "ñ", "阮", "\xCC\x81", "\xCC\x9B", "\xFF", "\xE1\xBB"};
  for (int i = 0; i < 20'000; ++i) {
    std::string keys;
    for (std::uint64_t n = random.below(14); n > 0; --n) keys += pieces[random.below(pieces.size())];
    for (const Method method : {Method::plain, Method::telex, Method::vni}) {
      const std::string text = compose(method, random.one_in(2) ? kClassic : kModern, keys);
      ASSERT_TRUE(is_nfc(text)) << keys;
      ASSERT_LE(text.size(), 3 * keys.size() + 3);
    }
    const std::string word = compose_word(Method::telex, kClassic, keys);
    ASSERT_FALSE(first_invalid_utf8(word)) << keys;
    ASSERT_EQ(compose_word(Method::telex, kClassic, "", word), word) << keys;  // what stands is not typed anew
  }
}

TEST(Compose, LongWordsStayPlainAndWhole) {
  const std::string keys(10'000, 'a');
  EXPECT_EQ(telex(keys).size(), 9'999U);
  EXPECT_EQ(telex("viet" + std::string(200, 'n') + "j"), "viet" + std::string(200, 'n') + "j");
  EXPECT_EQ(telex(std::string(200, 'n') + " vieetj"), std::string(200, 'n') + " việt");
}

TEST(Letters, ComeApartAndTogether) {
  std::set<char32_t> seen;
  for (const char32_t base : std::u32string_view(U"abcdefghijklmnopqrstuvwxyz")) {
    for (int shape = 0; shape < 5; ++shape) {
      for (int tone = 0; tone < kToneCount; ++tone) {
        for (const bool upper : {false, true}) {
          const Letter letter{base, static_cast<Shape>(shape), static_cast<Tone>(tone), upper};
          const char32_t code_point = code_point_of(letter);
          seen.insert(code_point);
          EXPECT_EQ(code_point_of(letter_of(code_point)), code_point);
        }
      }
    }
  }
  EXPECT_EQ(seen.size(), 52U + 134U);  // ASCII, and the letters of Vietnamese beyond it
}

}  // namespace
}  // namespace mn
