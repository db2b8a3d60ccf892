// Typing as on a phone: every way to the same text, the cursor, capitals, text from a keyboard on the table, and what
// must hold whatever is pressed.
#include <fstream>
#include <optional>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/core/random_source.h"
#include "tests/kiosk/finger.h"

namespace mn::kiosk {
namespace {

// Telex, VNI, direct letters with tone keys, and a keyboard on the table: one text.
TEST(Typing, EveryWayOfTypingGivesTheSameText) {
  struct Ways {
    Capitals capitals;
    std::string_view text, telex, vni, direct;
  };
  const Ways rows[] = {
      {Capitals::first, "Công ty TNHH MTV Thương mại & Dịch vụ Xứ Lạng",
       "Coong ty TNHH MTV Thuwowng maij & Dichj vuj Xuws Langj",
       "Co6ng ty TNHH MTV Thu7o7ng ma5i & Di5ch vu5 Xu71 La5ng", "Công ty TNHH MTV Thương mai5 & Dich5 vu5 Xư1 Lang5"},
      {Capitals::words, "H'Hen Niê", "H'Hen Niee", "H'Hen Nie6", "H'Hen Niê"},
      {Capitals::words, "Đặng Thị Ước", "DDawngj Thij Uwowcs", "D9a8ng5 Thi5 U7o7c1", "Đăng5 Thi5 Ươc1"},
      {Capitals::words, "Kpă Y Ênuôl", "Kpă Y Ênuôl", "Kpă Y Ênuôl", "Kpă Y Ênuôl"},
      {Capitals::words, "Nguyễn Văn Khuỷu", "Nguyeenx Vawn Khuyur", "Nguye6n4 Va8n Khuyu3", "Nguyên4 Văn Khuyu3"},
      {Capitals::first, "HĐND tỉnh; 12A1", "HDDND tinhr; 12A1", "HD9ND ti3nh; 12A1", ""},
  };
  for (const Ways& row : rows) {
    Finger telex(row.capitals), vni(row.capitals, {.method = Method::vni}), direct(row.capitals), table(row.capitals);
    telex.type_keys(row.telex);
    vni.type_keys(row.vni);
    direct.type(row.direct);
    table.text(row.telex);
    EXPECT_EQ(telex.name(), row.text);
    EXPECT_EQ(vni.name(), row.text);
    if (!row.direct.empty()) {
      EXPECT_EQ(direct.name(), row.text);
    }
    EXPECT_EQ(table.name(), row.text);
    EXPECT_TRUE(is_sanitised(row.text));
  }
}

// Pressed one by one, with the text made anew at every key, the reference tables still come out.
TEST(Typing, KeyByKeyTheTablesComeOut) {
  int lines = 0;
  for (const char* path : {"/tests/data/telex_vni_vectors.tsv", "/tests/data/compose_oracle.tsv"}) {
    std::ifstream file(std::string(MANGNON_SOURCE_DIR) + path);
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
      std::istringstream cells(line);
      std::string name, keys, text;
      std::getline(cells, name, '\t');
      std::getline(cells, keys, '\t');
      std::getline(cells, text, '\t');
      if (keys.find_first_of("[]{}") != std::string::npos) continue;  // no keys of ours
      Finger finger(Capitals::none,
                    {.letters_max = kMessageLettersMax, .method = name == "telex" ? Method::telex : Method::vni});
      for (const char key : keys) finger.text(std::string_view(&key, 1));
      EXPECT_EQ(finger.name(), text) << keys;
      ++lines;
    }
  }
  EXPECT_GT(lines, 1'500);
}

TEST(Typing, MixedInOneWord) {
  Finger finger(Giver::person);
  finger.type_keys("Nguyê");
  finger.tone(Tone::tilde);
  finger.type_keys("n Đăngj Thuys");
  EXPECT_EQ(finger.name(), "Nguyễn Đặng Thúy");
  finger.tone(Tone::acute);  // the other school
  EXPECT_EQ(finger.name(), "Nguyễn Đặng Thuý");
  finger.tone(Tone::acute);
  EXPECT_EQ(finger.name(), "Nguyễn Đặng Thuy");
  Finger modern(Giver::person, {.placement = TonePlacement::modern});
  modern.type_keys("Thuys Hoaf");
  EXPECT_EQ(modern.name(), "Thuý Hoà");
}

TEST(Typing, EnglishStaysEnglish) {
  Finger finger(Giver::business);
  finger.type_keys("Samsung");
  EXPECT_EQ(finger.name(), "Sámung");
  finger.press_key(KeyKind::clear);
  finger.press_key(KeyKind::english);
  finger.type_keys("Samsung");
  EXPECT_EQ(finger.name(), "Samsung");
  finger.press_key(KeyKind::english);
  finger.type_keys("s Vieetj Nam");
  EXPECT_EQ(finger.name(), "Samsungs Việt Nam");
  finger.press_key(KeyKind::english);
  finger.type_keys(" Hoa");
  finger.tone(Tone::acute);
  finger.type_keys("n");
  EXPECT_EQ(finger.name(), "Samsungs Việt Nam Hoán");  // tone keys work in EN too, and the mark moves
}

TEST(Typing, CursorAndInsertionInTheMiddle) {
  Finger finger(Giver::person);
  finger.type_keys("Nguyn Anh");
  finger.press_key(KeyKind::to_letter, 4);
  EXPECT_EQ(finger.with_cursor(), "Nguy|n Anh");
  finger.type_keys("eex");
  EXPECT_EQ(finger.with_cursor(), "Nguyễ|n Anh");
  finger.press_key(KeyKind::home);
  finger.press_key(KeyKind::left);
  EXPECT_EQ(finger.typing().shift, Shift::once);
  finger.type_keys("Ông ");
  EXPECT_EQ(finger.with_cursor(), "Ông |Nguyễn Anh");
  finger.press_key(KeyKind::erase_next);
  EXPECT_EQ(finger.with_cursor(), "Ông |guyễn Anh");
  finger.type_keys("N");
  finger.press_key(KeyKind::to_letter, 99);
  EXPECT_EQ(finger.with_cursor(), "Ông Nguyễn Anh|");
  for (int i = 0; i < 3; ++i) finger.press_key(KeyKind::backspace);
  finger.press_key(KeyKind::backspace);
  EXPECT_EQ(finger.with_cursor(), "Ông Nguyễn|");
  finger.press_key(KeyKind::left);
  finger.press_key(KeyKind::backspace);
  EXPECT_EQ(finger.with_cursor(), "Ông Nguy|n");
  finger.press_key(KeyKind::clear);
  EXPECT_EQ(finger.with_cursor(), "|");
}

TEST(Typing, AToneOnHalfAWordLandsOnTheWholeOne) {
  Finger finger(Giver::person);
  finger.type_keys("Hong");
  finger.press_key(KeyKind::to_letter, 2);
  finger.type_keys("a");
  finger.tone(Tone::grave);
  EXPECT_EQ(finger.with_cursor(), "Hoà|ng");
  finger.press_key(KeyKind::clear);
  finger.type_keys("Hong");
  finger.press_key(KeyKind::to_letter, 2);
  finger.type_keys("af");
  EXPECT_EQ(finger.with_cursor(), "Hoà|ng");
}

TEST(Typing, BackspaceTakesOneLetterAndTheWordGoesOn) {
  Finger finger(Giver::person);
  finger.type_keys("Tieens");
  EXPECT_EQ(finger.name(), "Tiến");
  finger.press_key(KeyKind::backspace);
  EXPECT_EQ(finger.name(), "Tiế");
  finger.type_keys("ng");
  EXPECT_EQ(finger.name(), "Tiếng");
  finger.type_keys("f");
  EXPECT_EQ(finger.name(), "Tiềng");
  finger.type_keys("f");
  EXPECT_EQ(finger.name(), "Tiêngf");
}

TEST(Typing, CapitalsOfEveryKindOfField) {
  struct Field {
    Capitals capitals;
    std::string_view keys, text;  // shift is never touched: what comes by itself
  };
  const Field rows[] = {
      {Capitals::words, "vy quỳnh&lan (hoa) o'na", "Vy Quỳnh&Lan (Hoa) O'Na"},
      {Capitals::first, "\"vì trẻ em\" xứ lạng", "\"Vì trẻ em\" xứ lạng"},
      {Capitals::sentences, "chúc các em. vui nhé! (thương) các em v.v và",
       "Chúc các em. Vui nhé! (Thương) các em v.v và"},
      {Capitals::none, "abc", "abc"},
  };
  for (const Field& row : rows) {
    TypedText text;
    Typing typing = begin_typing(text, row.capitals, {.letters_max = kMessageLettersMax, .method = Method::plain});
    for (std::size_t at = 0; at < row.keys.size();) {
      const std::size_t end = letter_after(row.keys, at);
      const std::string_view letter = row.keys.substr(at, end - at);
      at = end;
      std::size_t from = 0;
      const Letter parts = letter_of(next_code_point(letter, from));
      std::optional<Key> key;
      std::string base;
      append_code_point(base, code_point_of({parts.base, parts.shape, Tone::none, false}));
      for (std::size_t i = 0; i < kLetterKeys.size(); ++i) {
        if (kLetterKeys.at(i).lower == base) key = Key{KeyKind::letter, static_cast<int>(i)};
      }
      for (std::size_t i = 0; i < kSignKeys.size(); ++i) {
        if (kSignKeys.at(i) == letter) key = Key{KeyKind::sign, static_cast<int>(i)};
      }
      const Typed typed = press(text, typing, row.capitals, key.value_or(Key{KeyKind::space, 0}));
      text = typed.text;
      typing = typed.typing;
      if (parts.tone == Tone::none) continue;
      const Typed toned = press(text, typing, row.capitals, {KeyKind::tone, static_cast<int>(parts.tone)});
      text = toned.text;
      typing = toned.typing;
    }
    EXPECT_EQ(text.view(), row.text);
  }
}

TEST(Typing, TextFromATableOrAReader) {
  Finger reader(Giver::business, {.method = Method::plain});
  reader.text("QBTTE7K3M9P\r\n");
  EXPECT_EQ(reader.name(), "QBTTE7K3M9P");
  Finger vni(Giver::person, {.method = Method::vni});
  vni.text("Nguye6n4 Va8n ");
  vni.text("A1n");
  EXPECT_EQ(vni.name(), "Nguyễn Văn Án");
  Finger composed(Giver::person);
  composed.text("Nguyễn Thị Hoà");
  EXPECT_EQ(composed.name(), "Nguyễn Thị Hoà");
  Finger marks(Giver::person);
  marks.text("Nguye\xCC\x82\xCC\x83n Tha\xCC\x86\xCC\x81ng \xF0\x9F\x98\x80\xFF\x01\xE2\x80\x99");
  EXPECT_EQ(marks.name(), "Nguyễn Thắng '");
  marks.press_key(KeyKind::clear);
  marks.text("Tha\xCC\xA3\xCC\x82t hoa\xCC\x81 n\xCC\x83");
  EXPECT_EQ(marks.name(), "Thật hoá n");
}

TEST(Typing, MessagesAreLonger) {
  Finger finger(Capitals::sentences, {.letters_max = kMessageLettersMax});
  for (int i = 0; i < 60; ++i) finger.text("Ướcc ");
  EXPECT_EQ(letter_count(finger.name()), kMessageLettersMax);
  EXPECT_EQ(letters_in(finger.name()), kMessageLettersMax);
  Finger phone(Capitals::none, {.letters_max = 10, .method = Method::plain});
  phone.text("0912345678999");
  EXPECT_EQ(phone.name(), "0912345678");
}

// Whatever is pressed: NFC, within the limit, the cursor where a letter begins, every letter welcome.
TEST(Typing, RandomPressesKeepTheInvariants) {
  RandomSource random{17};
  const std::string_view texts[] = {"Nguyeenx", "ô", "\xCC\x81",         "Ñ", "阮", "…", "[", "\xFF",
                                    "a1",       "w", "\xF0\x9F\x98\x80", "  "};
  for (int round = 0; round < 60; ++round) {
    const auto capitals = static_cast<Capitals>(random.below(4));
    const TypingField field{.letters_max = 1 + random.below(kMessageLettersMax),
                            .method = static_cast<Method>(random.below(3)),
                            .placement = static_cast<TonePlacement>(random.below(2))};
    TypedText text;
    Typing typing = begin_typing(text, capitals, field);
    for (int i = 0; i < 500; ++i) {
      // Letters much more often than the keys that erase.
      auto kind = static_cast<KeyKind>(random.below(static_cast<std::uint64_t>(KeyKind::to_letter) + 1));
      if (kind == KeyKind::clear && !random.one_in(20)) kind = KeyKind::letter;
      if (random.one_in(2)) kind = KeyKind::letter;
      int index = static_cast<int>(random.below(150));
      if (kind == KeyKind::letter) index %= static_cast<int>(kLetterKeys.size());
      if (kind == KeyKind::sign) index %= static_cast<int>(kSignKeys.size());
      if (kind == KeyKind::tone) index %= kToneCount;
      const Typed typed = random.one_in(10) ? type_text(text, typing, capitals, texts[random.below(std::size(texts))])
                                            : press(text, typing, capitals, {kind, index});
      text = typed.text;
      typing = typed.typing;
      const std::string_view now = text.view();
      ASSERT_TRUE(is_nfc(now)) << now;
      ASSERT_LE(letters_in(now), field.letters_max);
      ASSERT_EQ(letters_in(now), letter_count(now)) << now;
      ASSERT_LE(typing.cursor, now.size());
      ASSERT_EQ(letter_before(now, letter_after(now, typing.cursor)),
                std::min(typing.cursor, letter_before(now, now.size())));
      ASSERT_EQ(*sanitise(now, kMessageLettersMax), trimmed(text).view()) << now;
    }
  }
}

}  // namespace
}  // namespace mn::kiosk
