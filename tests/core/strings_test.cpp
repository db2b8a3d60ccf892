// The texts of the screens: shipped files agree with each other, and values come to stand where they should.
#include "core/strings.h"

#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "core/json.h"
#include "core/text.h"

namespace mn {
namespace {

std::string shipped(const std::string& name) {
  std::ifstream file(MANGNON_SOURCE_DIR "/assets/strings/" + name);
  EXPECT_TRUE(file.is_open()) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string complaint(std::string_view vi, std::string_view en) {
  const auto read = Strings::read(vi, en, vi);
  return read.ok() ? "accepted" : read.failure().words;
}

TEST(Strings, ShippedFilesAgree) {
  const auto strings = Strings::read(shipped("vi.json"), shipped("en.json"), shipped("zh.json"));
  ASSERT_TRUE(strings.ok()) << strings.failure().words;
  EXPECT_GE(strings->size(), 94u);
  EXPECT_EQ(strings->text(Language::vi, "attract.touch"), "Chạm để bắt đầu");
  EXPECT_EQ(strings->text(Language::en, "attract.touch"), "Touch to start");
  EXPECT_EQ(fill(strings->text(Language::vi, "done.memo"), {{"code", "QBTTE7K3M9P"}}),
            "Vui lòng giữ nguyên nội dung chuyển khoản: QBTTE7K3M9P");
}

TEST(Strings, ShippedTextsAreComposedTrimmedAndPolite) {
  for (const char* name : {"vi.json", "en.json", "zh.json"}) {
    const auto json = parse_json(shipped(name), name);
    ASSERT_TRUE(json.ok()) << json.failure().words;
    for (const auto& [key, value] : json->items()) {
      const std::string text = value.get<std::string>();
      EXPECT_EQ(nfc(text), text) << key;
      EXPECT_FALSE(text.empty()) << key;
      EXPECT_TRUE(!text.starts_with(' ') && !text.ends_with(' ') && text.find("  ") == std::string::npos) << key;
      EXPECT_EQ(text.find("bạn"), std::string::npos) << key << ": donors are Quý vị";
    }
  }
}

TEST(Strings, EveryLanguageHasEveryKey) {
  const auto zh = [](const char* text) {
    const auto read = Strings::read(R"({"a":"x {n}"})", R"({"a":"{n} y"})", text);
    return read.ok() ? "accepted" : read.failure().words;
  };
  EXPECT_EQ(zh(R"({"a":"z {n}"})"), "accepted");
  EXPECT_EQ(zh(R"({})"), "zh.json: a is missing");
  EXPECT_EQ(zh(R"({"a":"z"})"), "zh.json: a: not the placeholders of vi.json");
  EXPECT_EQ(zh(R"({"a":"{n}","b":"z"})"), "vi.json: b is missing");
}

TEST(Strings, MistakesAreNamed) {
  EXPECT_EQ(complaint(R"({"a":"x {n}"})", R"({"a":"{n} y"})"), "accepted");
  EXPECT_EQ(complaint(R"({"a":"x","b":"y"})", R"({"a":"x"})"), "en.json: b is missing");
  EXPECT_EQ(complaint(R"({"a":"x"})", R"({"a":"x","b":"y"})"), "vi.json: b is missing");
  EXPECT_EQ(complaint(R"({"a":"{n}"})", R"({"a":"{m}"})"), "en.json: a: not the placeholders of vi.json");
  EXPECT_EQ(complaint(R"({"a":"x"})", R"({"a":"{m}"})"), "en.json: a: not the placeholders of vi.json");
  EXPECT_EQ(complaint(R"({"a":1})", R"({"a":"x"})"), "vi.json: a: expected text");
  EXPECT_EQ(complaint(R"(["a"])", R"({})"), "vi.json: expected an object, key → text");
  EXPECT_EQ(complaint(R"({"a":"x","a":"y"})", R"({})"), "vi.json:1:10: the key \"a\" stands here twice");
  for (const char* text : {"{", "}", "{n", "n}", "{}", "{{n}}", "a}b{c"}) {
    EXPECT_NE(complaint(std::string(R"({"a":")") + text + "\"}", R"({"a":"x"})").find("a brace without its other half"),
              std::string::npos)
        << text;
  }
}

TEST(Strings, AKeyThatIsNotThereStopsTheProgram) {
  const auto strings = Strings::read(R"({"a":"x"})", R"({"a":"y"})", R"({"a":"z"})");
  ASSERT_TRUE(strings.ok());
  EXPECT_EQ(strings->find(Language::vi, "b"), nullptr);
  EXPECT_EQ(*strings->find(Language::en, "a"), "y");
  EXPECT_DEATH((void)strings->text(Language::vi, "b"), "no text for \"b\"");
}

TEST(Fill, PutsValuesInTheirPlaces) {
  EXPECT_EQ(fill("{a}-{b}-{a}", {{"a", "1"}, {"b", "2"}}), "1-2-1");
  EXPECT_EQ(fill("none", {}), "none");
  EXPECT_EQ(fill("", {}), "");
  EXPECT_EQ(fill("x", {{"unused", "1"}}), "x");
  EXPECT_EQ(fill("{a}", {{"a", "{b} %s {}"}}), "{b} %s {}") << "values are not looked into";
  EXPECT_DEATH((void)fill("{a}", {{"b", "1"}}), "a placeholder got no value");
}

}  // namespace
}  // namespace mn
