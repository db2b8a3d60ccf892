// The entry, format v1: its bytes, and that nothing about them can be changed unseen.
#include "core/entry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

#include "tests/core/author.h"
#include "tests/core/random_source.h"

namespace mn {
namespace {

Header sample_header() {
  Header header;
  header.kind = Kind::paid;
  header.seq = 0x0102030405060708;
  header.made_at_us = -2;
  header.campaign = {"lang-son-2025"};
  header.origin.bytes.fill(0x11);
  header.visit.bytes.fill(0x22);
  header.previous.fill(0x33);
  header.body.fill(0x44);
  return header;
}

TEST(Entry, TheHeadersFieldsLieWhereTheFormatSays) {
  const HeaderBytes bytes = encode_header(sample_header());
  const std::string hex = to_hex(bytes);
  EXPECT_EQ(hex.substr(0, 8), "4d4e4701");            // "MNG", version 1
  EXPECT_EQ(hex.substr(8, 4), "0009");                // kind
  EXPECT_EQ(hex.substr(12, 4), "0000");               // reserved
  EXPECT_EQ(hex.substr(16, 16), "0102030405060708");  // seq
  EXPECT_EQ(hex.substr(32, 16), "fffffffffffffffe");  // made_at
  EXPECT_EQ(hex.substr(48, 26), to_hex(view_of("lang-son-2025")));
  EXPECT_EQ(hex.substr(74, 38), std::string(38, '0'));   // the campaign's padding
  EXPECT_EQ(hex.substr(112, 32), std::string(32, '1'));  // origin
  EXPECT_EQ(hex.substr(144, 32), std::string(32, '2'));  // visit
  EXPECT_EQ(hex.substr(176, 64), std::string(64, '3'));  // previous
  EXPECT_EQ(hex.substr(240, 64), std::string(64, '4'));  // body
  EXPECT_EQ(hex.size(), 304u);
}

TEST(Entry, AHeaderHasExactlyOneEncoding) {
  RandomSource random{7};
  const HeaderBytes sample = encode_header(sample_header());
  int decoded_count = 0;
  for (int i = 0; i < 20'000; ++i) {
    HeaderBytes bytes = sample;
    for (std::size_t change = 0; change < 1 + random.below(3); ++change) {
      bytes[random.below(kHeaderSize)] = static_cast<std::uint8_t>(random.next());
    }
    const Result<Header> decoded = decode_header(bytes);
    if (!decoded) continue;
    ++decoded_count;
    EXPECT_EQ(encode_header(*decoded), bytes);
  }
  EXPECT_GT(decoded_count, 1000);
}

TEST(Entry, MalformedHeadersAreRefused) {
  const auto refused = [](const char* why, const std::function<void(HeaderBytes&)>& change) {
    HeaderBytes bytes = encode_header(sample_header());
    change(bytes);
    const Result<Header> decoded = decode_header(bytes);
    ASSERT_FALSE(decoded.ok()) << why;
    EXPECT_EQ(decoded.failure().cause, Cause::corrupt) << why;
  };
  refused("no magic", [](HeaderBytes& b) { b[0] = 'm'; });
  refused("version 2", [](HeaderBytes& b) { b[3] = 2; });
  refused("kind 0", [](HeaderBytes& b) { b[5] = 0; });
  refused("kind past the last", [](HeaderBytes& b) { b[5] = kKindLast + 1; });
  refused("kind 0x0109", [](HeaderBytes& b) { b[4] = 1; });
  refused("reserved", [](HeaderBytes& b) { b[6] = 1; });
  refused("reserved, low byte", [](HeaderBytes& b) { b[7] = 1; });
  refused("seq 0", [](HeaderBytes& b) { std::fill_n(b.begin() + 8, 8, std::uint8_t{0}); });
  refused("seq past 63 bits", [](HeaderBytes& b) { b[8] = 0x80; });
  refused("no campaign", [](HeaderBytes& b) { std::fill_n(b.begin() + 24, 32, std::uint8_t{0}); });
  refused("capital in the campaign", [](HeaderBytes& b) { b[24] = 'L'; });
  refused("letters after the campaign's end", [](HeaderBytes& b) { b[50] = 'x'; });
  refused("a first entry with a previous one", [](HeaderBytes& b) {
    std::fill_n(b.begin() + 8, 7, std::uint8_t{0});
    b[15] = 1;
  });
  const HeaderBytes good = encode_header(sample_header());
  EXPECT_FALSE(decode_header(ByteView(good).first(kHeaderSize - 1)).ok());
  EXPECT_FALSE(decode_header({}).ok());
  Bytes longer(good.begin(), good.end());
  longer.push_back(0);
  EXPECT_FALSE(decode_header(longer).ok());
  EXPECT_TRUE(decode_header(good).ok());
}

TEST(Entry, ACampaignIdMayFillItsField) {
  Header header = sample_header();
  header.campaign = {std::string(32, 'a')};
  const Result<Header> decoded = decode_header(encode_header(header));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->campaign.text, std::string(32, 'a'));
}

TEST(Entry, EveryKindHasItsOwnWord) {
  std::set<std::string_view> words;
  for (std::uint16_t kind = 1; kind <= kKindLast; ++kind) words.insert(kind_text(static_cast<Kind>(kind)));
  EXPECT_EQ(words.size(), kKindLast);
  EXPECT_FALSE(words.contains("unknown"));
}

TEST(Entry, ABodyThatIsNotTheHeadersIsRefused) {
  Author author(1);
  const Entry entry = author.is_born().front();
  EXPECT_TRUE(read_entry(entry.bytes, entry.body, entry.signature).ok());
  EXPECT_TRUE(read_entry(entry.bytes, std::nullopt, entry.signature).ok());
  Bytes other = *entry.body;
  other.back() ^= 1;
  const Result<Entry> changed = read_entry(entry.bytes, other, entry.signature);
  ASSERT_FALSE(changed.ok());
  EXPECT_EQ(changed.failure().cause, Cause::corrupt);
  EXPECT_NE(changed.failure().words.find(entry_text(entry.ref())), std::string::npos);

  Header header = entry.header;  // its own digest, and still too long
  const Bytes large(kBodySizeMax + 1, 7);
  header.body = sha256(large);
  EXPECT_FALSE(read_entry(encode_header(header), large, std::nullopt).ok());
  const Bytes largest(kBodySizeMax, 7);
  header.body = sha256(largest);
  EXPECT_TRUE(read_entry(encode_header(header), largest, std::nullopt).ok());
}

TEST(Entry, PackedEntriesComeBackAsTheyWere) {
  Author author(1);
  std::vector<Entry> entries = author.is_born();
  for (Entry& entry : author.says({pledge_of(500'000), Named{"Nguyễn Thị Hoa", "Chúc các cháu"}})) {
    entries.push_back(std::move(entry));
  }
  entries[2].body.reset();  // withheld
  const Bytes packed = pack(entries);
  const Result<std::vector<Entry>> back = unpack(packed);
  ASSERT_TRUE(back.ok()) << back.failure().words;
  ASSERT_EQ(back->size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ((*back)[i].bytes, entries[i].bytes);
    EXPECT_EQ((*back)[i].digest, entries[i].digest);
    EXPECT_EQ((*back)[i].body, entries[i].body);
    EXPECT_EQ((*back)[i].signature, entries[i].signature);
  }
  EXPECT_EQ(pack(*back), packed);
  EXPECT_TRUE(unpack({}).ok());
  EXPECT_TRUE(unpack(packed, 3).ok());
  const Result<std::vector<Entry>> too_many = unpack(packed, 2);
  ASSERT_FALSE(too_many.ok());
  EXPECT_EQ(too_many.failure().cause, Cause::bad_input);
}

TEST(Entry, PackedEntriesCutAnywhereAreRefused) {
  Author author(1);
  const mn::Run run = author.is_born();
  const Bytes packed = pack(run);
  for (std::size_t size = 1; size < packed.size(); ++size) {
    EXPECT_FALSE(unpack(ByteView(packed).first(size)).ok()) << size;
  }
}

TEST(Entry, EverySingleBitFlipInARunIsRefused) {
  Author author(1);
  (void)author.is_born();
  const mn::Run run = author.says({pledge_of(500'000), Named{"Hoa", ""}, Consented{"2025-05-01", true, false}});
  const Bytes packed = pack(run);
  ASSERT_TRUE(check_run(*unpack(packed), author.keys.public_key).ok());
  std::size_t refused_count = 0;
  for (std::size_t bit = 0; bit < packed.size() * 8; ++bit) {
    Bytes flipped = packed;
    flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1U << (bit % 8)));
    const Result<std::vector<Entry>> entries = unpack(flipped);
    const bool accepted = entries.ok() && check_run(*entries, author.keys.public_key).ok();
    EXPECT_FALSE(accepted) << "bit " << bit;
    refused_count += accepted ? 0 : 1;
  }
  EXPECT_EQ(refused_count, packed.size() * 8);
}

TEST(Entry, RandomBytesAreNeverMoreThanRefused) {
  Author author(1);
  const Bytes packed = pack(author.is_born());
  RandomSource random{11};
  int accepted_count = 0;
  for (int i = 0; i < 20'000; ++i) {
    Bytes bytes = packed;
    for (std::size_t change = 0; change < 1 + random.below(8); ++change) {
      bytes[random.below(bytes.size())] = static_cast<std::uint8_t>(random.next());
    }
    bytes.resize(random.below(bytes.size() + 1));
    const Result<std::vector<Entry>> entries = unpack(bytes);
    accepted_count += entries.ok() && !entries->empty() && check_run(*entries, author.keys.public_key).ok() ? 1 : 0;
  }
  EXPECT_EQ(accepted_count, 0);
}

TEST(Run, OnlyARunPassesAsOne) {
  Author author(1);
  const mn::Run born = author.is_born();
  const mn::Run first = author.says({pledge_of(100'000), Named{"Hoa", ""}});
  const mn::Run second = author.says({pledge_of(200'000)});
  Author other(2);
  Author rehearsal(1, {"rehearsal-1"});
  const auto cause = [&](const mn::Run& run, const PublicKey& key) {
    const Done done = check_run(run, key);
    return done.ok() ? std::optional<Cause>() : done.failure().cause;
  };
  const PublicKey& key = author.keys.public_key;
  const auto joined = [](mn::Run a, const mn::Run& b) { return a.insert(a.end(), b.begin(), b.end()), a; };

  EXPECT_EQ(cause(born, key), std::nullopt);
  EXPECT_EQ(cause(joined(born, joined(first, second)), key), std::nullopt);
  EXPECT_EQ(cause(mn::Run(first.begin() + 1, first.end()), key), std::nullopt);  // begins anywhere
  EXPECT_EQ(cause({}, key), Cause::bad_input);
  EXPECT_EQ(cause(joined(born, second), key), Cause::bad_input);   // a gap
  EXPECT_EQ(cause(joined(second, first), key), Cause::bad_input);  // backwards
  EXPECT_EQ(cause(joined(first, first), key), Cause::bad_input);
  EXPECT_EQ(cause(joined(born, other.is_born()), key), Cause::bad_input);
  EXPECT_EQ(cause(joined(born, rehearsal.is_born()), key), Cause::bad_input);
  EXPECT_EQ(cause(born, other.keys.public_key), Cause::refused);
  EXPECT_EQ(cause(mn::Run(first.begin(), first.begin() + 1), key), Cause::refused);  // the end is not signed

  mn::Run forged = second;
  (*forged.back().signature)[5] ^= 1;
  EXPECT_EQ(cause(forged, key), Cause::corrupt);
  mn::Run swapped = joined(born, first);
  swapped[1].header.previous[0] ^= 1;
  EXPECT_EQ(cause(swapped, key), Cause::corrupt);
}

TEST(Run, HoldsAtMost500Entries) {
  Author author(1);
  mn::Run run = author.is_born();
  while (run.size() < kRunEntriesMax + 1) {
    const mn::Run more = author.says({pledge_of(100'000)});
    run.insert(run.end(), more.begin(), more.end());
  }
  EXPECT_FALSE(check_run(run, author.keys.public_key).ok());
  EXPECT_FALSE(unpack(pack(run)).ok());
  run.pop_back();
  EXPECT_TRUE(check_run(run, author.keys.public_key).ok());
  EXPECT_TRUE(unpack(pack(run)).ok());
}

}  // namespace
}  // namespace mn
