#include "backend-sync/contact_key_file.h"

#include <fmt/format.h>

#include "journal/chance.h"
#include "journal/file.h"

namespace mn {
namespace {

constexpr std::string_view kTitle = "mangnon-contact-key v1\n";
constexpr std::string_view kPublic = "public ";
constexpr std::string_view kSeed = "\nseed ";
constexpr std::string_view kCheck = "\ncheck ";
constexpr std::size_t kBytesMax = 1024;
constexpr std::size_t kKeyDigits = 64;

void wipe_text(std::string& text) { wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()}); }

std::string check_of(std::string_view lines) { return to_hex(sha256(view_of(lines))).substr(0, 16); }

// Title, public key, seed, and a check over those before it; nothing when it is not exactly that.
std::optional<ContactKeyPair> read_lines(std::string_view text) {
  const std::size_t check_at = text.rfind(kCheck);
  if (check_at == text.npos || text.substr(check_at + kCheck.size()) != check_of(text.substr(0, check_at)) + "\n")
    return std::nullopt;
  text = text.substr(0, check_at);
  if (!text.starts_with(kTitle)) return std::nullopt;
  text.remove_prefix(kTitle.size());
  if (text.size() != kPublic.size() + kKeyDigits + kSeed.size() + kKeyDigits || !text.starts_with(kPublic) ||
      text.substr(kPublic.size() + kKeyDigits, kSeed.size()) != kSeed) {
    return std::nullopt;
  }
  std::optional<Seed> seed = array_from_hex<32>(text.substr(text.size() - kKeyDigits));
  if (!seed) return std::nullopt;
  const ContactKeyPair keys = contact_key_pair(*seed);
  wipe(*seed);
  const bool agrees = to_hex(keys.public_key) == text.substr(kPublic.size(), kKeyDigits);
  return agrees ? std::optional(keys) : std::nullopt;
}

}  // namespace

Result<ContactKeyPair> make_contact_key(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, error))) {
    return Failure{Cause::refused, path.string() + " is there already; a key is made once, and never overwritten"};
  }
  Seed seed = new_seed();
  const ContactKeyPair keys = contact_key_pair(seed);
  std::string text = fmt::format("{}{}{}{}{}", kTitle, kPublic, to_hex(keys.public_key), kSeed, to_hex(seed));
  wipe(seed);
  text += fmt::format("{}{}\n", kCheck, check_of(text));
  const Done written = write_file(path, text, Readers::owner);
  wipe_text(text);
  if (!written) return written.failure();
  return keys;
}

Result<ContactKeyPair> read_contact_key(const std::filesystem::path& path) {
  Result<std::string> text = read_file(path, kBytesMax);
  if (!text) return text.failure();
  const bool is_one = text->starts_with(kTitle);
  const std::optional<ContactKeyPair> keys = read_lines(*text);
  wipe_text(*text);
  if (keys) return *keys;
  if (is_one) return Failure{Cause::corrupt, path.string() + ": the key file is damaged; take a copy of it"};
  return Failure{Cause::bad_input, path.string() + " is no contact key; `mangnon contact-key new` makes one"};
}

}  // namespace mn
