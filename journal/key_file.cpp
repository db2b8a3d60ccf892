#include "journal/key_file.h"

#include <fmt/format.h>

#include <array>
#include <sstream>

#include "core/json.h"
#include "journal/chance.h"
#include "journal/file.h"

namespace mn {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kKeyTitle = "mangnon-key v1";
constexpr std::size_t kKeyBytesMax = 1024;
constexpr std::size_t kCardBytesMax = 16 << 10;

fs::path beside(const fs::path& journal, std::string_view ending) {
  fs::path path = journal;
  return path += ending;
}

Failure damaged(const fs::path& path) {
  return {Cause::corrupt,
          fmt::format("{}: the key file is damaged; restore it from a copy, or move it away to go on as a new origin "
                      "(which must then be enrolled again)",
                      path.string())};
}

// The lines of a key file: title, epoch, origin, seed, and a check over those before it.
struct KeyLines {
  std::string epoch;
  std::string origin;
  std::string seed;
};

std::string check_of(std::string_view lines) { return to_hex(sha256(view_of(lines))).substr(0, 16); }

std::optional<KeyLines> key_lines(const std::string& text) {
  constexpr std::string_view kCheck = "check ";
  const std::size_t check_at = text.rfind(kCheck);
  if (check_at == std::string::npos) return std::nullopt;
  if (text.substr(check_at) != fmt::format("{}{}\n", kCheck, check_of(text.substr(0, check_at)))) return std::nullopt;
  std::istringstream in(text);
  std::array<std::string, 4> lines;
  constexpr std::array<std::string_view, 4> kStarts = {kKeyTitle, "epoch ", "origin ", "seed "};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!std::getline(in, lines[i]) || !lines[i].starts_with(kStarts[i])) return std::nullopt;
    lines[i].erase(0, kStarts[i].size());
  }
  return KeyLines{lines[1], lines[2], lines[3]};
}

Result<std::string> text_field(const nlohmann::json& object, const char* key, const fs::path& path) {
  const auto at = object.find(key);
  if (at == object.end() || !at->is_string()) {
    return Failure{Cause::bad_input,
                   fmt::format("{}: {}: expected text; is this a journal's card (FILE.pub)?", path.string(), key)};
  }
  return at->get<std::string>();
}

}  // namespace

fs::path key_path(const fs::path& journal) { return beside(journal, ".key"); }
fs::path card_path(const fs::path& journal) { return beside(journal, ".pub"); }

Result<std::optional<KeyPair>> read_key(const fs::path& journal, const std::string& epoch) {
  const fs::path path = key_path(journal);
  Result<std::string> text = read_file(path, kKeyBytesMax);
  if (!text && text.failure().cause == Cause::not_found) return std::optional<KeyPair>();
  if (!text) return text.failure();
  std::optional<KeyLines> lines = key_lines(*text);
  wipe({reinterpret_cast<std::uint8_t*>(text->data()), text->size()});
  if (!lines) return damaged(path);
  std::optional<Seed> seed = array_from_hex<32>(lines->seed);
  wipe({reinterpret_cast<std::uint8_t*>(lines->seed.data()), lines->seed.size()});
  if (!seed) return damaged(path);
  const KeyPair keys = key_pair(*seed);
  wipe(*seed);
  if (origin_text(origin_of(keys.public_key)) != lines->origin) return damaged(path);
  return lines->epoch == epoch ? std::optional<KeyPair>(keys) : std::nullopt;
}

Result<KeyPair> make_key(const fs::path& journal, const std::string& epoch) {
  const fs::path path = key_path(journal);
  std::error_code error;
  if (fs::exists(path, error)) {
    fs::rename(path, beside(journal, fmt::format(".key.before-{}", epoch)), error);
    if (error)
      return Failure{Cause::unavailable,
                     fmt::format("cannot move the old key {} aside: {}", path.string(), error.message())};
  }
  Seed seed = new_seed();
  const KeyPair keys = key_pair(seed);
  std::string text = fmt::format("{}\nepoch {}\norigin {}\nseed {}\n", kKeyTitle, epoch,
                                 origin_text(origin_of(keys.public_key)), to_hex(seed));
  text += fmt::format("check {}\n", check_of(text));
  wipe(seed);
  const Done written = write_file(path, text, Readers::owner);
  wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
  if (!written) return written.failure();
  return keys;
}

Done write_card(const fs::path& journal, const Card& card) {
  const nlohmann::json object = {{"campaign", card.campaign.text},
                                 {"key", to_hex(card.key)},
                                 {"name", card.name},
                                 {"origin", origin_text(card.origin)},
                                 {"program", card.program}};
  // A name that is not UTF-8 was refused when `born` was made; replacing keeps dump() from throwing all the same.
  return write_file(card_path(journal), object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

Result<Card> read_card(const fs::path& path) {
  const Result<std::string> text = read_file(path, kCardBytesMax);
  if (!text) return text.failure();
  const Result<nlohmann::json> object = parse_json(*text, path.filename().string());
  if (!object) return object.failure();
  std::array<std::string, 5> fields;
  constexpr std::array<const char*, 5> kKeys = {"campaign", "key", "name", "origin", "program"};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    Result<std::string> field = text_field(*object, kKeys[i], path);
    if (!field) return field.failure();
    fields[i] = *std::move(field);
  }
  const Result<CampaignId> campaign = read_campaign_id(fields[0]);
  const std::optional<PublicKey> key = array_from_hex<32>(fields[1]);
  const std::optional<OriginId> origin = read_origin(fields[3]);
  if (!campaign)
    return Failure{Cause::bad_input, fmt::format("{}: campaign: {}", path.string(), campaign.failure().words)};
  if (!key) return Failure{Cause::bad_input, path.string() + ": key: expected 64 hexadecimal digits"};
  if (!origin || *origin != origin_of(*key)) {
    return Failure{Cause::bad_input,
                   path.string() + ": origin: this is not the origin of the key; the card was changed or damaged"};
  }
  return Card{*origin, *key, *campaign, fields[2], fields[4]};
}

}  // namespace mn
