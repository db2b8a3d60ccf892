// Reading and proving. Writing is in bundle_export.cpp.
#include "journal/bundle.h"

#include <fmt/format.h>
#include <sodium.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>

#include "core/facts.h"

namespace mn {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// A file read from its start to its end, everything hashed on the way.
class Source {
 public:
  static Result<Source> open(const std::filesystem::path& path) {
    Source source;
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
      return Failure{Cause::bad_input, path.string() + " is a folder; give the bundle in it, a file *.mnb"};
    source.file_.reset(std::fopen(path.c_str(), "rbe"));
    if (!source.file_) {
      const Cause cause = errno == ENOENT ? Cause::not_found : Cause::unavailable;
      return Failure{cause, fmt::format("cannot read {}: {}", path.string(), std::strerror(errno))};
    }
    crypto_hash_sha256_init(&source.hash_);
    return source;
  }

  Result<Bytes> take(std::size_t size) {
    Bytes bytes(size);
    const std::size_t got = std::fread(bytes.data(), 1, size, file_.get());
    if (std::ferror(file_.get()) != 0) return Failure{Cause::unavailable, "the medium cannot be read"};
    if (got != size) return Failure{Cause::corrupt, "the bundle is cut off; export it again"};
    crypto_hash_sha256_update(&hash_, bytes.data(), bytes.size());
    taken_ += size;
    return bytes;
  }
  // Of everything taken so far.
  Digest digest() const {
    crypto_hash_sha256_state state = hash_;
    Digest out;
    crypto_hash_sha256_final(&state, out.data());
    return out;
  }
  bool at_end() { return std::fgetc(file_.get()) == EOF; }
  std::uint64_t taken() const { return taken_; }

 private:
  std::unique_ptr<std::FILE, Close> file_;
  crypto_hash_sha256_state hash_{};
  std::uint64_t taken_ = 0;
};

Failure changed() { return {Cause::corrupt, "the bundle was changed or damaged on the way; export it again"}; }

Result<BundleCard> take_card(Source& source) {
  const Result<Bytes> start = source.take(kBundleHeadSize);
  // A short file that is no bundle is not a bundle that was cut off.
  if (!start && start.failure().cause == Cause::corrupt && source.taken() == 0)
    return Failure{Cause::corrupt, "this is no bundle of mangnon's, or it is cut off"};
  if (!start) return start.failure();
  const Result<BundleHead> head = read_bundle_head(*start);
  if (!head) return head.failure();
  const Result<Bytes> card = source.take(head->card_size);
  if (!card) return card.failure();
  return read_bundle_card(text_of(*card));
}

// The count of entries; every run has been given to `take`.
Result<std::uint64_t> take_runs(Source& source, const TakeRun& take) {
  std::uint64_t count = 0;
  for (;;) {
    const Result<Bytes> length = source.take(4);
    if (!length) return length.failure();
    const std::size_t size = read_u32(*length);
    if (size == 0) break;
    if (size > kBundleRunBytesMax) return changed();
    const Result<Bytes> packed = source.take(size);
    if (!packed) return packed.failure();
    const Result<std::vector<Entry>> run = unpack(*packed, kRunEntriesMax);
    if (!run) return changed();
    count += run->size();
    if (Done taken = take(*run); !taken) return taken.failure();
  }
  const Result<Bytes> said = source.take(8);
  if (!said) return said.failure();
  if (read_u64(*said) != count) return changed();
  return count;
}

Done take_tail(Source& source, const BundleCard& card) {
  const Digest digest = source.digest();
  const Result<Bytes> said = source.take(digest.size() + 1);
  if (!said) return said.failure();
  const bool is_signed = said->back() == 1;
  if (array_of<32>(ByteView(*said).first(digest.size())) != digest || said->back() > 1) return changed();
  if (is_signed != card.key.has_value()) return changed();
  if (is_signed) {
    const Result<Bytes> bytes = source.take(std::tuple_size_v<Signature>);
    if (!bytes) return bytes.failure();
    if (!signature_holds(*array_of<64>(*bytes), digest, *card.key)) return changed();
  }
  return source.at_end() ? Done() : changed();
}

// Where one origin stands while its runs are walked.
struct Chain {
  Head head;
  PublicKey key{};
};

Done follow(std::map<OriginId, Chain>& chains, const CampaignId& campaign, const Run& run) {
  if (run.empty()) return changed();
  const Header& first = run.front().header;
  Chain& chain = chains[first.origin];
  if (first.campaign != campaign || first.seq != chain.head.seq + 1 || first.previous != chain.head.digest)
    return changed();
  if (first.seq == 1) {
    const Result<Fact> fact = fact_of(run.front());
    const Born* born = fact ? std::get_if<Born>(&*fact) : nullptr;
    if (born == nullptr) return changed();
    chain.key = born->key;
  }
  if (!check_run(run, chain.key)) return changed();
  chain.head = {first.origin, run.back().header.seq, run.back().digest};
  return {};
}

}  // namespace

Result<BundleInfo> read_bundle(const std::filesystem::path& path, const TakeRun& take) {
  Result<Source> source = Source::open(path);
  if (!source) return source.failure();
  const Result<BundleCard> card = take_card(*source);
  if (!card) return Failure{card.failure().cause, path.string() + ": " + card.failure().words};
  const Result<std::uint64_t> count = take_runs(*source, take);
  if (!count) return Failure{count.failure().cause, path.string() + ": " + count.failure().words};
  if (Done whole = take_tail(*source, *card); !whole)
    return Failure{whole.failure().cause, path.string() + ": " + whole.failure().words};
  return BundleInfo{path, *card, *count, source->taken()};
}

Result<BundleInfo> check_bundle(const std::filesystem::path& path) {
  // The card comes before the runs; it is read once more by read_bundle, which costs nothing.
  Result<Source> source = Source::open(path);
  if (!source) return source.failure();
  const Result<BundleCard> card = take_card(*source);
  if (!card) return Failure{card.failure().cause, path.string() + ": " + card.failure().words};
  std::map<OriginId, Chain> chains;
  Result<BundleInfo> info = read_bundle(path, [&](const Run& run) { return follow(chains, card->campaign, run); });
  if (!info) return info;
  std::vector<Head> heads;
  for (const auto& [origin, chain] : chains) heads.push_back(chain.head);
  if (heads != info->card.heads || info->card.campaign != card->campaign)
    return Failure{Cause::corrupt, path.string() + ": the bundle does not hold what its card says; export it again"};
  return info;
}

}  // namespace mn
