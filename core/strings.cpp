// Reading the texts of the screens, and putting values in their places.
#include "core/strings.h"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "core/check.h"
#include "core/json.h"

namespace mn {
namespace {

using Names = std::set<std::string_view>;

// Calls plain(text) and placeholder(name) in the order they stand; false when a brace has no other half.
template <class Plain, class Placeholder>
bool walk(std::string_view text, Plain plain, Placeholder placeholder) {
  while (!text.empty()) {
    const std::size_t open = std::min(text.find_first_of("{}"), text.size());
    plain(text.substr(0, open));
    text.remove_prefix(open);
    if (text.empty()) return true;
    const std::size_t close = text.find_first_of("{}", 1);
    if (text[0] != '{' || close == std::string_view::npos || text[close] != '}' || close == 1) return false;
    placeholder(text.substr(1, close - 1));
    text.remove_prefix(close + 1);
  }
  return true;
}

std::optional<Names> placeholders(std::string_view text) {
  Names names;
  const bool whole = walk(
      text, [](std::string_view) {}, [&](std::string_view name) { names.insert(name); });
  return whole ? std::optional(names) : std::nullopt;
}

template <class Texts>
Done read_texts(std::string_view json_text, std::string_view what, Texts& texts) {
  const Result<nlohmann::json> json = parse_json(json_text, what);
  if (!json.ok()) return json.failure();
  if (!json->is_object()) return Failure{Cause::bad_input, fmt::format("{}: expected an object, key → text", what)};
  for (const auto& [key, text] : json->items()) {
    if (!text.is_string()) return Failure{Cause::bad_input, fmt::format("{}: {}: expected text", what, key)};
    const auto& words = text.template get_ref<const std::string&>();
    if (!placeholders(words)) {
      return Failure{Cause::bad_input, fmt::format("{}: {}: a brace without its other half: \"{}\"", what, key, words)};
    }
    texts.emplace(key, words);
  }
  return {};
}

}  // namespace

Result<Strings> Strings::read(std::string_view vi_json, std::string_view en_json, std::string_view zh_json) {
  Strings strings;
  const std::array<std::string_view, std::size(kLanguages)> files = {vi_json, en_json, zh_json};
  for (const Language language : kLanguages) {
    const std::size_t place = static_cast<std::size_t>(language);
    const std::string name = fmt::format("{}.json", language_text(language));
    if (const Done done = read_texts(files[place], name, strings.texts_[place]); !done.ok()) return done.failure();
    const Texts& texts = strings.texts_[place];
    for (const auto& [key, text] : strings.texts_[0]) {
      const auto other = texts.find(key);
      if (other == texts.end()) return Failure{Cause::bad_input, fmt::format("{}: {} is missing", name, key)};
      if (placeholders(text) != placeholders(other->second)) {
        return Failure{Cause::bad_input, fmt::format("{}: {}: not the placeholders of vi.json", name, key)};
      }
    }
    for (const auto& [key, text] : texts) {
      if (!strings.texts_[0].contains(key)) {
        return Failure{Cause::bad_input, fmt::format("vi.json: {} is missing", key)};
      }
    }
  }
  return strings;
}

const std::string* Strings::find(Language language, std::string_view key) const {
  const Texts& texts = texts_[static_cast<std::size_t>(language)];
  const auto found = texts.find(key);
  return found == texts.end() ? nullptr : &found->second;
}

const std::string& Strings::text(Language language, std::string_view key) const {
  const std::string* found = find(language, key);
  if (found == nullptr) std::fprintf(stderr, "no text for \"%.*s\"\n", static_cast<int>(key.size()), key.data());
  MN_CHECK(found != nullptr, "every key that the screens use is in assets/strings");
  return *found;
}

std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string out;
  const auto put = [&](std::string_view name) {
    for (const auto& [given, value] : values) {
      if (given != name) continue;
      out += value;
      return;
    }
    MN_CHECK(false, "a placeholder got no value");
  };
  const bool whole = walk(
      text, [&](std::string_view plain) { out += plain; }, put);
  MN_CHECK(whole, "a brace without its other half");
  return out;
}

}  // namespace mn
