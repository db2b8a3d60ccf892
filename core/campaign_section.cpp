#include "core/campaign_section.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"

namespace mn {
namespace {

using nlohmann::json;

constexpr std::size_t kFoundBytesMax = 80;  // of what was found in place of what was expected

// Wordings hold a few signs that a name may not: "21,45% dân số", and the punctuation of Chinese.
std::string with_plain_signs(std::string text) {
  constexpr std::string_view kSigns[] = {"%", "，", "、", "。", "；", "：", "《", "》"};
  for (const std::string_view sign : kSigns) {
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at)) {
      text.replace(at, sign.size(), ".");
    }
  }
  return text;
}

std::string shortened(const json& value) {
  const std::string text = value.dump();
  if (text.size() <= kFoundBytesMax) return text;
  std::size_t end = kFoundBytesMax;
  while ((text[end] & 0xC0) == 0x80) --end;  // not inside a letter
  return text.substr(0, end) + "…";
}

}  // namespace

Section::Section(const json& object, std::string path, std::vector<std::string>& mistakes)
    : object_(object), path_(std::move(path)), mistakes_(mistakes) {
  if (!object_.is_object()) wrong("", "an object", &object_);
}

const json* Section::find(const char* key) {
  asked_.emplace_back(key);
  if (!object_.is_object()) return nullptr;
  const auto at = object_.find(key);
  return at == object_.end() ? nullptr : &*at;
}

std::string Section::text(const char* key, bool required, std::size_t letters_max) {
  const json* value = find(key);
  if (value == nullptr && !required) return {};
  if (value == nullptr || !value->is_string()) return wrong(key, "a text", value), std::string();
  const std::string found = value->get<std::string>();
  if (required && found.empty()) wrong(key, "a text that is not empty", value);
  if (!is_sanitised(with_plain_signs(found), letters_max)) {
    wrong(key, fmt::format("plain letters without control or combining characters, at most {}", letters_max), value);
  }
  return found;
}

Wording Section::wording(const char* key, std::size_t letters_max) {
  const json* value = find(key);
  if (value == nullptr || !value->is_object()) {
    return wrong(key, R"(an object {"vi": "…", "en": "…"})", value), Wording{};
  }
  Section inner(*value, path_ + key + ".", mistakes_);
  Wording out = inner.languages(letters_max);
  inner.finish();
  return out;
}

Wording Section::languages(std::size_t letters_max) {
  return {text("vi", true, letters_max), text("en", false, letters_max), text("zh", false, letters_max)};
}

std::vector<Wording> Section::wordings(const char* key, std::size_t most, std::size_t letters_max) {
  std::vector<Wording> out;
  const json* list = find(key);
  if (list == nullptr) return out;
  if (!list->is_array() || list->size() > most) {
    return wrong(key, fmt::format("a list of at most {} wordings", most), list), out;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    Section inner((*list)[i], fmt::format("{}{}[{}].", path_, key, i), mistakes_);
    out.push_back(inner.languages(letters_max));
    inner.finish();
  }
  return out;
}

Money Section::money(const char* key, Money least, Money most) { return checked_money(key, find(key), least, most); }

Money Section::checked_money(const std::string& key, const json* value, Money least, Money most) {
  if (value == nullptr || !value->is_number_integer() || value->get<std::int64_t>() < least.dong ||
      value->get<std::int64_t>() > most.dong) {
    wrong(key, fmt::format("whole đồng from {} to {}", grouped(least), grouped(most)), value);
    return least;
  }
  return Money{value->get<std::int64_t>()};
}

std::vector<Money> Section::ascending(const char* key, const json* list, std::size_t least_count,
                                      std::size_t most_count, Money least, Money most) {
  std::vector<Money> out;
  if (list == nullptr || !list->is_array() || list->size() < least_count || list->size() > most_count) {
    wrong(key, fmt::format("a list of {} to {} amounts", least_count, most_count), list);
    return out;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Money from = out.empty() ? least : Money{out.back().dong + 1};
    out.push_back(checked_money(fmt::format("{}[{}]", key, i), &(*list)[i], from, std::max(from, most)));
  }
  return out;
}

std::int64_t Section::integer(const char* key, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
  const json* value = find(key);
  if (value == nullptr) return otherwise;
  if (!value->is_number_integer() || value->get<std::int64_t>() < least || value->get<std::int64_t>() > most) {
    return wrong(key, fmt::format("a whole number from {} to {}", least, most), value), otherwise;
  }
  return value->get<std::int64_t>();
}

LocalTime Section::day(const char* key) {
  const json* value = find(key);
  if (value != nullptr && value->is_string()) {
    const Result<LocalTime> day = read_date(value->get<std::string>());
    if (day && iso_date(*day) == value->get<std::string>()) return *day;
  }
  wrong(key, "a day such as \"2025-05-29\"", value);
  return {};
}

LocalTime Section::moment(const char* key) {
  const json* value = find(key);
  if (value != nullptr && value->is_string()) {
    const std::string text = value->get<std::string>();
    const Result<LocalTime> time = read_date(text);
    if (time && time->has_time && iso_date_time(*time) == text + ":00+07:00") return *time;
  }
  wrong(key, "a day and a time of day in Vietnam, such as \"2025-05-29T08:00\"", value);
  return {};
}

bool Section::flag(const char* key, bool otherwise) {
  const json* value = find(key);
  if (value == nullptr) return otherwise;
  if (!value->is_boolean()) wrong(key, "true or false", value);
  return value->is_boolean() ? value->get<bool>() : otherwise;
}

void Section::wrong(const std::string& key, const std::string& expected, const json* found) {
  if (!object_.is_object() && !key.empty()) return;  // that it is no object has been said, once
  mistakes_.push_back(place(key) + "expected " + expected + ", found " + (found ? shortened(*found) : "nothing"));
}

void Section::finish() {
  if (!object_.is_object()) return;
  for (const auto& [key, value] : object_.items()) {
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end())
      mistakes_.push_back(place(key) + "this key is not known");
  }
}

// "account.bank_bin: "; for the section itself "account: ", and nothing for the whole file.
std::string Section::place(const std::string& key) const {
  std::string name = path_ + key;
  if (name.ends_with('.')) name.pop_back();
  return name.empty() ? name : name + ": ";
}

}  // namespace mn
