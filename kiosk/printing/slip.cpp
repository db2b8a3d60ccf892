#include "kiosk/printing/slip.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <sodium/utils.h>

#include "core/json.h"
#include "core/text.h"

namespace mn::printing {
namespace {

using nlohmann::json;

enum class Need { always, may_be_empty };

Failure refusal(std::string_view field, std::string_view words) {
  return {Cause::bad_input, fmt::format("the slip's {}: {}", field, words)};
}

// One field of a slip, whatever its shape. `Of` is Slip or const Slip: the same list serves writing, reading, checking
// and forgetting, so that no field is left out of one of them.
template <class Visitor, class Of>
void each_field(Of& slip, Visitor&& visit) {
  visit("language", slip.language, Need::always, kSlipHeadLettersMax);
  visit("fund_name", slip.fund_name, Need::always, kSlipTextLettersMax);
  visit("campaign_title", slip.campaign_title, Need::may_be_empty, kSlipTextLettersMax);
  visit("title", slip.title, Need::always, kSlipHeadLettersMax);
  visit("number", slip.number, Need::always, kSlipHeadLettersMax);
  visit("place", slip.place, Need::may_be_empty, kSlipTextLettersMax);
  visit("made_at", slip.made_at, Need::always, kSlipTextLettersMax);
  visit("code", slip.code, Need::always, kSlipHeadLettersMax);
  visit("memo_code", slip.memo_code, Need::always, std::size_t{25});
  visit("amount", slip.amount, Need::may_be_empty, kSlipHeadLettersMax);
  visit("amount_words", slip.amount_words, Need::may_be_empty, kSlipTextLettersMax);
  visit("goods_heading", slip.goods_heading, Need::may_be_empty, kSlipTextLettersMax);
  visit("goods", slip.goods, Need::always, kSlipGoodsMax);
  visit("rows", slip.rows, Need::always, kSlipRowsMax);
  visit("account_heading", slip.account_heading, Need::may_be_empty, kSlipTextLettersMax);
  visit("account", slip.account, Need::always, kSlipRowsMax);
  visit("transfer_qr", slip.transfer_qr, Need::may_be_empty, kSlipQrBytesMax);
  visit("receipt_qr", slip.receipt_qr, Need::may_be_empty, kSlipQrBytesMax);
  visit("thanks", slip.thanks, Need::may_be_empty, kSlipTextLettersMax);
  visit("note", slip.note, Need::always, kSlipTextLettersMax);
}

// Signs that move or hide others: what is printed must be what was meant.
bool shows_itself(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto at = [&](std::size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0U; };
    const unsigned first = at(i);
    if (first < 0x20 || first == 0x7f) return false;
    if (first == 0xc2 && at(i + 1) < 0xa0) return false;  // U+0080–009F
    if (first == 0xe2 && at(i + 1) == 0x80 &&             // U+200B–200F, 2028–202E
        ((at(i + 2) >= 0x8b && at(i + 2) <= 0x8f) || (at(i + 2) >= 0xa8 && at(i + 2) <= 0xae)))
      return false;
    if (first == 0xe2 && at(i + 1) == 0x81 && at(i + 2) >= 0xa0 && at(i + 2) <= 0xaf) return false;  // U+2060–206F
    if (first == 0xef && at(i + 1) == 0xbb && at(i + 2) == 0xbf) return false;                       // U+FEFF
  }
  return true;
}

Done check_text(std::string_view field, const std::string& text, Need need, std::size_t letters_max) {
  if (text.empty()) return need == Need::always ? Done(refusal(field, "is empty")) : Done();
  if (first_invalid_utf8(text)) return refusal(field, "is not valid UTF-8");
  // Bytes first: counting letters of a very long text is work that its sender would like us to do.
  if (text.size() > letters_max * 16 || letter_count(text) > letters_max)
    return refusal(field, fmt::format("has more than {} letters", letters_max));
  if (!shows_itself(text)) return refusal(field, "has a control or direction sign");
  if (nfc(text) != text) return refusal(field, "is not in the composed form (NFC)");
  return {};
}

// Checks each field by itself; what belongs together is looked at in check_slip.
class Checker {
 public:
  void operator()(std::string_view field, const std::string& text, Need need, std::size_t most) {
    take(check_text(field, text, need, most));
  }
  void operator()(std::string_view field, const SlipRow& row, Need need, std::size_t most) {
    take(check_text(fmt::format("{}.label", field), row.label, need, most));
    take(check_text(fmt::format("{}.value", field), row.value, need, most));
  }
  void operator()(std::string_view field, const std::vector<std::string>& lines, Need need, std::size_t most) {
    if (lines.size() > most) return take(refusal(field, fmt::format("has more than {} lines", most)));
    for (const std::string& line : lines) take(check_text(field, line, need, kSlipTextLettersMax));
  }
  void operator()(std::string_view field, const std::vector<SlipRow>& rows, Need need, std::size_t most) {
    if (rows.size() > most) return take(refusal(field, fmt::format("has more than {} rows", most)));
    for (const SlipRow& row : rows) (*this)(field, row, need, kSlipTextLettersMax);
  }
  void operator()(std::string_view field, const std::optional<SlipQr>& qr, Need, std::size_t most) {
    if (!qr) return;
    const bool plain = std::all_of(qr->payload.begin(), qr->payload.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (qr->payload.empty() || qr->payload.size() > most || !plain)
      return take(refusal(field, fmt::format("its payload is not 1 to {} printable ASCII signs", most)));
    take(check_text(fmt::format("{}.caption", field), qr->caption, Need::may_be_empty, kSlipTextLettersMax));
  }
  Done result() const { return result_; }

 private:
  void take(const Done& found) {
    if (result_ && !found) result_ = found;
  }
  Done result_;
};

// Written by hand into one buffer that never moves: a JSON library would leave copies of the giver's name all over the
// heap of a window that runs for days.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) { out_ += '{'; }
  void operator()(std::string_view field, const std::string& text, Need, std::size_t) {
    key(field);
    quote(text);
  }
  void operator()(std::string_view field, const SlipRow& row, Need, std::size_t) {
    key(field);
    pair("label", row.label, "value", row.value);
  }
  void operator()(std::string_view field, const std::vector<std::string>& lines, Need, std::size_t) {
    key(field);
    list(lines, [&](const std::string& line) { quote(line); });
  }
  void operator()(std::string_view field, const std::vector<SlipRow>& rows, Need, std::size_t) {
    key(field);
    list(rows, [&](const SlipRow& row) { pair("label", row.label, "value", row.value); });
  }
  void operator()(std::string_view field, const std::optional<SlipQr>& qr, Need, std::size_t) {
    if (!qr) return;
    key(field);
    pair("payload", qr->payload, "caption", qr->caption);
  }
  void end() { out_ += '}'; }

 private:
  void key(std::string_view name) {
    if (out_.back() != '{') out_ += ',';
    quote(name);
    out_ += ':';
  }
  void pair(std::string_view first, std::string_view one, std::string_view second, std::string_view two) {
    out_ += '{';
    key(first);
    quote(one);
    key(second);
    quote(two);
    out_ += '}';
  }
  template <class Items, class Each>
  void list(const Items& items, Each each) {
    out_ += '[';
    for (const auto& item : items) {
      if (out_.back() != '[') out_ += ',';
      each(item);
    }
    out_ += ']';
  }
  void quote(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    out_ += '"';
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20) {
        out_ += "\\u00";
        out_ += kDigits[byte >> 4];
        out_ += kDigits[byte & 15];
        continue;
      }
      if (c == '"' || c == '\\') out_ += '\\';
      out_ += c;
    }
    out_ += '"';
  }

  std::string& out_;
};

// Takes each field out of the object; what is left afterwards was unknown.
class Reader {
 public:
  explicit Reader(json& in) : in_(in) {}
  void operator()(const char* field, std::string& text, Need, std::size_t) { read(take(field), field, text); }
  void operator()(const char* field, SlipRow& row, Need, std::size_t) { read(take(field), field, row); }
  void operator()(const char* field, std::vector<std::string>& lines, Need, std::size_t most) {
    list(field, lines, most);
  }
  void operator()(const char* field, std::vector<SlipRow>& rows, Need, std::size_t most) { list(field, rows, most); }
  void operator()(const char* field, std::optional<SlipQr>& qr, Need, std::size_t) {
    if (!in_.contains(field)) return;
    const json object = take(field);
    SlipRow two;
    pair(object, field, "payload", "caption", two);
    qr = SlipQr{std::move(two.label), std::move(two.value)};
  }
  Done result() const {
    if (!result_ || in_.empty()) return result_;
    return Failure{Cause::bad_input, "the slip has a key that is not known"};
  }

 private:
  json take(const char* field) {
    const auto found = in_.find(field);
    if (found == in_.end()) {
      fail(field, "is missing");
      return nullptr;
    }
    json value = std::move(*found);
    in_.erase(found);
    return value;
  }
  void read(const json& value, const char* field, std::string& text) {
    if (!value.is_string()) return fail(field, "is not a text");
    text = nfc(value.get_ref<const std::string&>());
  }
  void read(const json& value, const char* field, SlipRow& row) { pair(value, field, "label", "value", row); }
  void pair(const json& value, const char* field, const char* first, const char* second, SlipRow& out) {
    if (!value.is_object() || value.size() != 2 || !value.contains(first) || !value.contains(second))
      return fail(field, fmt::format("is not an object of {} and {}", first, second));
    read(value.at(first), field, out.label);
    read(value.at(second), field, out.value);
  }
  template <class Item>
  void list(const char* field, std::vector<Item>& items, std::size_t most) {
    const json value = take(field);
    if (!value.is_array() || value.size() > most) return fail(field, fmt::format("is not a list of at most {}", most));
    for (const json& one : value) read(one, field, items.emplace_back());
  }
  void fail(std::string_view field, std::string_view words) {
    if (result_) result_ = refusal(field, words);
  }

  json& in_;
  Done result_;
};

void wipe(std::string& text) {
  sodium_memzero(text.data(), text.size());
  text.clear();
}

struct Wiper {
  void operator()(const char*, std::string& text, Need, std::size_t) const { wipe(text); }
  void operator()(const char*, SlipRow& row, Need, std::size_t) const {
    wipe(row.label);
    wipe(row.value);
  }
  template <class Item>
  void operator()(const char* field, std::vector<Item>& items, Need need, std::size_t most) const {
    for (Item& item : items) (*this)(field, item, need, most);
    items.clear();
  }
  void operator()(const char*, std::optional<SlipQr>& qr, Need, std::size_t) const {
    if (!qr) return;
    wipe(qr->payload);
    wipe(qr->caption);
    qr.reset();
  }
};

bool is_memo_code(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

}  // namespace

Done check_slip(const Slip& slip) {
  Checker checker;
  each_field(slip, checker);
  if (Done done = checker.result(); !done) return done;
  if (!is_memo_code(slip.memo_code)) return refusal("memo_code", "is not of A-Z and 0-9");
  const bool has_amount = !slip.amount.value.empty();
  if (has_amount != !slip.amount_words.empty()) return refusal("amount_words", "does not go with its amount");
  if (!has_amount && slip.goods.empty()) return refusal("amount", "is empty, and so are the goods");
  if (slip.goods.empty() != slip.goods_heading.label.empty())
    return refusal("goods_heading", "does not go with its goods");
  if (slip.account.empty() != slip.account_heading.empty())
    return refusal("account_heading", "does not go with its account");
  return {};
}

std::string to_json(const Slip& slip) {
  std::string out;
  out.reserve(kSlipJsonBytesMax);
  Writer writer(out);
  each_field(slip, writer);
  writer.end();
  return out;
}

Result<Slip> read_slip(std::string_view text) {
  if (text.size() > kSlipJsonBytesMax)
    return Failure{Cause::bad_input, fmt::format("the slip has more than {} bytes", kSlipJsonBytesMax)};
  Result<json> read = parse_json(text, "slip");
  // The parser's own words may quote a key or a number of the slip: only where it stumbled is passed on.
  if (!read) {
    const std::string& words = read.failure().words;
    const std::size_t colon = words.find(": ");
    return Failure{Cause::bad_input, fmt::format("{}: not the JSON of a slip", words.substr(0, colon))};
  }
  if (!read->is_object()) return Failure{Cause::bad_input, "slip: not a JSON object"};
  Slip slip;
  Reader reader(*read);
  each_field(slip, reader);
  Done done = reader.result();
  if (done) done = check_slip(slip);
  if (done) return slip;
  forget(slip);
  return done.failure();
}

void forget(Slip& slip) { each_field(slip, Wiper()); }

}  // namespace mn::printing
