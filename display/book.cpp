#include "display/book.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

namespace mn {
namespace {

constexpr std::int64_t kUsPerMs = 1000;
constexpr std::size_t kLineBytesMax = 1024;

// Lines are many and all of one shape, `{"key":value,…}` with numbers, plain words and true or false: they are read
// here, forty times as fast as general JSON, and what is not of that shape is no line.
class Fields {
 public:
  explicit Fields(std::string_view text) {
    if (text.size() > kLineBytesMax || text.size() < 2 || text.front() != '{' || text.back() != '}') return;
    text = text.substr(1, text.size() - 2);
    while (count_ < fields_.size()) {
      const std::optional<std::string_view> key = quoted(text);
      if (!key || text.empty() || text.front() != ':') return;
      text.remove_prefix(1);
      Field field{*key, {}, text.starts_with('"')};
      if (field.is_text) {
        const std::optional<std::string_view> value = quoted(text);
        if (!value) return;
        field.value = *value;
      } else {
        field.value = text.substr(0, text.find(','));
        text.remove_prefix(field.value.size());
      }
      fields_[count_++] = field;
      if (text.empty()) {
        whole_ = true;
        return;
      }
      if (text.front() != ',') return;
      text.remove_prefix(1);
    }
  }

  bool whole() const { return whole_; }
  bool has(std::string_view key) const { return find(key) != nullptr; }

  bool take(std::string_view key, std::int64_t& out) const {
    const Field* field = find(key);
    if (field == nullptr || field->is_text) return false;
    const char* end = field->value.data() + field->value.size();
    const auto [at, error] = std::from_chars(field->value.data(), end, out);
    return error == std::errc() && at == end;
  }
  bool take(std::string_view key, std::uint64_t& out) const {
    std::int64_t value = 0;
    if (!take(key, value) || value < 0) return false;
    out = static_cast<std::uint64_t>(value);
    return true;
  }
  bool take_ms(std::string_view key, std::int64_t& out_ms) const {
    if (!take(key, out_ms)) return false;
    out_ms /= kUsPerMs;
    return true;
  }
  bool take(std::string_view key, bool& out) const {
    const Field* field = find(key);
    if (field == nullptr || field->is_text || (field->value != "true" && field->value != "false")) return false;
    out = field->value == "true";
    return true;
  }
  bool take(std::string_view key, std::string& out) const {
    const Field* field = find(key);
    if (field == nullptr || !field->is_text) return false;
    out = field->value;
    return true;
  }
  bool take(std::string_view key, Digest& out) const {
    const Field* field = find(key);
    const std::optional<Digest> digest =
        field != nullptr && field->is_text ? array_from_hex<32>(field->value) : std::nullopt;
    if (digest) out = *digest;
    return digest.has_value();
  }
  bool take(Wall& out) const {
    std::int64_t width = 0;
    std::int64_t height = 0;
    if (!take("width", width) || !take("height", height)) return false;
    if (width < 1 || height < 1 || width > 32'768 || height > 32'768) return false;
    out = {static_cast<int>(width), static_cast<int>(height)};
    return true;
  }

 private:
  struct Field {
    std::string_view key;
    std::string_view value;
    bool is_text = false;
  };

  static std::optional<std::string_view> quoted(std::string_view& text) {
    if (!text.starts_with('"')) return std::nullopt;
    const std::size_t end = text.find('"', 1);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view inside = text.substr(1, end - 1);
    if (inside.find('\\') != std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
    return inside;
  }

  const Field* find(std::string_view key) const {
    const auto end = fields_.begin() + static_cast<std::ptrdiff_t>(count_);
    const auto at = std::find_if(fields_.begin(), end, [&](const Field& field) { return field.key == key; });
    return at == end ? nullptr : &*at;
  }

  std::array<Field, 20> fields_{};
  std::size_t count_ = 0;
  bool whole_ = false;
};

// Without what guards it.
std::string mark_text(const noted::Mark& mark) {
  const noted::Figures& figures = mark.figures;
  const std::string ends = mark.ends_ms ? fmt::format(R"("ends_us":{},)", *mark.ends_ms * kUsPerMs) : "";
  return fmt::format(
      R"("alone":{},"count":{},"cued":"{}",{}"epoch":"{}","heads":"{}","in_kind":{},"in_kind_count":{},"mark":{},)"
      R"("next":{},"paid":{},"paid_count":{},"pledged":{},"quiet_us":{},"scene":"{}","since_us":{})",
      figures.alone, figures.pledged.count, mark.cued, ends, mark.epoch, to_hex(mark.heads),
      figures.in_kind.amount.dong, figures.in_kind.count, mark.position, mark.next_resting,
      figures.received.amount.dong, figures.received.count, figures.pledged.amount.dong, mark.quiet_since_ms * kUsPerMs,
      mark.scene, mark.since_ms * kUsPerMs);
}

// A flipped bit in a figure would be shown to the hall.
std::string guard_of(const noted::Mark& mark) { return to_hex(ByteView(sha256(view_of(mark_text(mark)))).first(8)); }

struct Writing {
  std::string operator()(const noted::Opened& event) const {
    return fmt::format(R"("height":{},"lang":"{}","opened":true,"width":{})", event.wall.height_px,
                       language_text(event.language), event.wall.width_px);
  }
  std::string operator()(const noted::Began& event) const {
    return fmt::format(R"("began":{},"epoch":"{}","heads":"{}")", event.position, event.epoch, to_hex(event.heads));
  }
  std::string operator()(const noted::Resumed&) const { return R"("resumed":true)"; }
  std::string operator()(const noted::Took& event) const { return fmt::format(R"("took":{})", event.position); }
  std::string operator()(const noted::Turned& event) const { return fmt::format(R"("turned":{})", event.card); }
  std::string operator()(const noted::Waits& event) const { return fmt::format(R"("waits":{})", event.waits); }
  std::string operator()(const noted::Mark& event) const {
    return fmt::format(R"({},"guard":"{}")", mark_text(event), guard_of(event));
  }
  std::string operator()(const noted::Fresh& event) const {
    return fmt::format(R"("fresh_us":{})", event.as_of_ms * kUsPerMs);
  }
  std::string operator()(const noted::Checked& event) const { return fmt::format(R"("checked":{})", event.position); }
  std::string operator()(const noted::Covered& event) const { return fmt::format(R"("covered":{})", event.covered); }
  std::string operator()(const noted::Resized& event) const {
    return fmt::format(R"("height":{},"resized":true,"width":{})", event.wall.height_px, event.wall.width_px);
  }
};

bool read_mark(const Fields& in, noted::Mark& mark) {
  noted::Figures& figures = mark.figures;
  std::string guard;
  if (std::int64_t ends_ms = 0; in.take_ms("ends_us", ends_ms)) mark.ends_ms = ends_ms;
  return in.take("epoch", mark.epoch) && in.take("heads", mark.heads) && in.take("scene", mark.scene) &&
         in.take("cued", mark.cued) && in.take_ms("since_us", mark.since_ms) &&
         in.take_ms("quiet_us", mark.quiet_since_ms) && in.take("next", mark.next_resting) &&
         in.take("alone", figures.alone) && in.take("pledged", figures.pledged.amount.dong) &&
         in.take("count", figures.pledged.count) && in.take("paid", figures.received.amount.dong) &&
         in.take("paid_count", figures.received.count) && in.take("in_kind", figures.in_kind.amount.dong) &&
         in.take("in_kind_count", figures.in_kind.count) && in.take("guard", guard) && guard == guard_of(mark);
}

// The key that says what a line is about decides; nothing when its other keys are missing.
std::optional<ShownEvent> event_of(const Fields& in) {
  bool yes = false;
  if (noted::Took took; in.take("took", took.position)) return took;
  if (noted::Turned turned; in.take("turned", turned.card)) return turned;
  if (noted::Fresh fresh; in.take_ms("fresh_us", fresh.as_of_ms)) return fresh;
  if (noted::Waits waits; in.take("waits", waits.waits)) return waits;
  if (noted::Checked checked; in.take("checked", checked.position)) return checked;
  if (noted::Covered covered; in.take("covered", covered.covered)) return covered;
  if (in.take("resumed", yes)) return noted::Resumed{};
  if (noted::Began began; in.take("began", began.position)) {
    if (!in.take("epoch", began.epoch) || !in.take("heads", began.heads)) return std::nullopt;
    return began;
  }
  if (noted::Mark mark; in.take("mark", mark.position)) {
    return read_mark(in, mark) ? std::optional<ShownEvent>(mark) : std::nullopt;
  }
  if (noted::Resized resized; in.take("resized", yes) && in.take(resized.wall)) return resized;
  if (noted::Opened opened; in.take("opened", yes) && in.take(opened.wall)) {
    std::string name;
    const std::optional<Language> language = in.take("lang", name) ? read_language(name) : std::nullopt;
    if (!language) return std::nullopt;
    opened.language = *language;
    return opened;
  }
  return std::nullopt;
}

}  // namespace

std::string book_line_text(const BookLine& line) {
  return fmt::format(R"({{"at_us":{},{}}})", line.at_ms * kUsPerMs, std::visit(Writing{}, line.event));
}

std::optional<BookLine> read_book_line(std::string_view text) {
  const Fields in(text);
  BookLine line;
  if (!in.whole() || !in.take_ms("at_us", line.at_ms)) return std::nullopt;
  std::optional<ShownEvent> event = event_of(in);
  if (!event) return std::nullopt;
  line.event = *std::move(event);
  return line;
}

std::vector<BookLine> read_book(std::string_view text) {
  std::vector<BookLine> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::optional<BookLine> line = read_book_line(text.substr(0, end));
    if (line && (lines.empty() || line->at_ms >= lines.back().at_ms)) lines.push_back(*std::move(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace mn
