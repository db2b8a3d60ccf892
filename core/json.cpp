// The strict reading of JSON: a SAX handler over nlohmann's parser that knows where in the text it stands. Builds
// values, decides nothing.
#include "core/json.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <unicode/utf8.h>

#include "core/text.h"

namespace mn {
namespace {

using nlohmann::json;

// nlohmann tells a SAX handler what it read but not where, so the handler watches the parser's own iterator through
// `*at`.
struct WatchedIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* here;
  const char** at;

  reference operator*() const { return *here; }
  WatchedIterator& operator++() {
    *at = ++here;
    return *this;
  }
  WatchedIterator operator++(int) {
    WatchedIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const WatchedIterator& other) const { return here == other.here; }
};

std::string place(std::string_view text, std::size_t offset) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++line;
      column = 1;
    } else if (!U8_IS_TRAIL(c)) {
      ++column;
    }
  }
  return fmt::format("{}:{}", line, column);
}

// nlohmann's words without its name, its own position and the bytes it last read (they may be half a character).
std::string plain_words(std::string_view words) {
  const std::size_t from = words.find("column ");
  const std::size_t colon = words.find(": ", from == std::string_view::npos ? 0 : from);
  if (from != std::string_view::npos && colon != std::string_view::npos) words.remove_prefix(colon + 2);
  const std::size_t last_read = words.find("; last read: '");
  if (last_read == std::string_view::npos) return std::string(words);
  const std::size_t expected = words.rfind("; expected ");
  const bool says_expected = expected != std::string_view::npos && expected > last_read;
  return fmt::format("{}{}", words.substr(0, last_read), says_expected ? words.substr(expected) : std::string_view());
}

class StrictBuilder {
 public:
  StrictBuilder(std::string_view text, const char* const& at) : text_(text), at_(at) {}

  bool null() { return put(nullptr); }
  bool boolean(bool value) { return put(value); }
  bool string(std::string& value) { return put(std::move(value)); }
  bool binary(json::binary_t&) { return refuse(offset(), "binary data"); }
  bool number_integer(std::int64_t value) { return put(value); }
  bool number_unsigned(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return refuse_number();
    return put(static_cast<std::int64_t>(value));
  }
  // nlohmann also hands over integers beyond 64 bits this way.
  bool number_float(double, const std::string&) { return refuse_number(); }

  bool start_object(std::size_t) { return open(json::object()); }
  bool start_array(std::size_t) { return open(json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    if (open_.back()->contains(name))
      return refuse(string_start(), fmt::format("the key \"{}\" stands here twice", name));
    key_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const json::exception& error) {
    return refuse(position == 0 ? 0 : position - 1, plain_words(error.what()));
  }

  json& root() { return root_; }
  const std::string& complaint() const { return complaint_; }

 private:
  std::size_t offset() const { return static_cast<std::size_t>(at_ - text_.data()); }

  bool refuse(std::size_t where, std::string_view words) {
    complaint_ = fmt::format("{}: {}", place(text_, where), words);
    return false;
  }

  // The parser stands at most one character past a number's last.
  bool refuse_number() {
    constexpr std::string_view kNumberSigns = "0123456789+-.eE";
    std::size_t end = offset();
    if (end > 0 && kNumberSigns.find(text_[end - 1]) == std::string_view::npos) --end;
    std::size_t start = end;
    while (start > 0 && kNumberSigns.find(text_[start - 1]) != std::string_view::npos) --start;
    const std::string_view number = text_.substr(start, end - start);
    const bool whole = number.find_first_of(".eE") == std::string_view::npos;
    return refuse(start, fmt::format("expected a whole number{}, found {}", whole ? " that fits 64 bits" : "",
                                     number.size() > 40 ? "a very long one" : number));
  }

  // The parser stands just past a string's closing quote; inside a string every quote has an odd number of backslashes
  // before it.
  std::size_t string_start() const {
    std::size_t i = offset() - 1;
    while (i > 0) {
      --i;
      if (text_[i] != '"') continue;
      std::size_t backslashes = 0;
      while (backslashes < i && text_[i - 1 - backslashes] == '\\') ++backslashes;
      if (backslashes % 2 == 0) return i;
    }
    return 0;
  }

  json* settle(json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (open_.back()->is_array()) {
      open_.back()->push_back(std::move(value));
      return &open_.back()->back();
    }
    json& slot = (*open_.back())[key_];
    slot = std::move(value);
    return &slot;
  }
  bool put(json value) {
    settle(std::move(value));
    return true;
  }
  bool open(json value) {
    if (open_.size() == kJsonDepthMax) {
      return refuse(offset() - 1, fmt::format("nested deeper than {} levels", kJsonDepthMax));
    }
    open_.push_back(settle(std::move(value)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  std::string_view text_;
  const char* const& at_;
  json root_;
  std::vector<json*> open_;
  std::string key_;
  std::string complaint_;
};

}  // namespace

Result<json> parse_json(std::string_view text, std::string_view what) {
  if (const auto invalid = first_invalid_utf8(text)) {
    return Failure{Cause::bad_input, fmt::format("{}:{}: not valid UTF-8", what, place(text, *invalid))};
  }
  // nlohmann takes a zero byte for the end of the text, and would not look at what follows.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    return Failure{Cause::bad_input, fmt::format("{}:{}: a zero byte", what, place(text, zero))};
  }
  const char* at = text.data();
  StrictBuilder builder(text, at);
  const WatchedIterator first{text.data(), &at};
  const WatchedIterator last{text.data() + text.size(), &at};
  if (!json::sax_parse(first, last, &builder)) {
    return Failure{Cause::bad_input, fmt::format("{}:{}", what, builder.complaint())};
  }
  return std::move(builder.root());
}

}  // namespace mn
