// Reads the object in an entry's body strictly: for facts.cpp alone.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "core/money.h"

namespace mn {

// Takes fields out of an object one by one and remembers the first thing that was wrong.
class Fields {
 public:
  explicit Fields(const nlohmann::json& object) : object_(object) {}

  std::string text(const char* key) {
    const nlohmann::json* value = find(key);
    if (value == nullptr || !value->is_string()) return wrong(key, "text"), std::string();
    return value->get<std::string>();
  }
  std::int64_t integer(const char* key, std::int64_t least, std::int64_t most) {
    const nlohmann::json* value = find(key);
    if (value == nullptr || !value->is_number_integer() || value->get<std::int64_t>() < least ||
        value->get<std::int64_t>() > most) {
      return wrong(key, "a whole number in range"), least;
    }
    return value->get<std::int64_t>();
  }
  // A key that older writers did not know, and that others leave out when they have nothing to say.
  std::string text_or_none(const char* key) { return has(key) ? text(key) : std::string(); }
  Money amount(const char* key, std::int64_t least = 1) { return Money{integer(key, least, kLargestPledge.dong)}; }
  bool boolean(const char* key) {
    const nlohmann::json* value = find(key);
    if (value == nullptr || !value->is_boolean()) return wrong(key, "true or false"), false;
    return value->get<bool>();
  }
  template <class Read>
  auto parsed(const char* key, const char* expected, Read read) {
    auto value = read(text(key));
    if (!value) wrong(key, expected);
    return value ? *value : typename decltype(value)::value_type{};
  }
  bool has(const char* key) const { return object_.contains(key); }
  const std::string& wrong_words() const { return wrong_; }

 private:
  const nlohmann::json* find(const char* key) const {
    const auto at = object_.find(key);
    return at == object_.end() ? nullptr : &*at;
  }
  void wrong(const char* key, const char* expected) {
    if (wrong_.empty()) wrong_ = std::string("key ") + key + ": expected " + expected;
  }

  const nlohmann::json& object_;
  std::string wrong_;
};

}  // namespace mn
