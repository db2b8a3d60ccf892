// Ids as text and back, and the two primitives of cryptography against published vectors.
#include "core/id.h"

#include <gtest/gtest.h>

#include "tests/core/author.h"

namespace mn {
namespace {

TEST(Id, CampaignIds) {
  for (const char* good : {"a", "lang-son-2025", "rehearsal-1", "0123456789abcdef0123456789abcdef"}) {
    EXPECT_TRUE(read_campaign_id(good).ok()) << good;
  }
  for (const char* bad : {"", "Lang-Son", "lạng-sơn", "a b", "a_b", "0123456789abcdef0123456789abcdef0", "a\n"}) {
    const Result<CampaignId> read = read_campaign_id(bad);
    ASSERT_FALSE(read.ok()) << bad;
    EXPECT_EQ(read.failure().cause, Cause::bad_input);
  }
  EXPECT_TRUE(is_rehearsal({"rehearsal-2025"}));
  EXPECT_FALSE(is_rehearsal({"lang-son-2025"}));
  EXPECT_FALSE(is_rehearsal({"rehearsal"}));
}

TEST(Id, AnOriginIsTheHashOfItsKey) {
  const Author author(1);
  const Digest digest = sha256(author.keys.public_key);
  EXPECT_EQ(origin_text(author.origin()), to_hex(digest).substr(0, 32));
  EXPECT_EQ(read_origin(origin_text(author.origin())), author.origin());
  EXPECT_NE(author.origin(), Author(2).origin());
  for (const char* bad : {"", "00", "0000000000000000000000000000000", "0000000000000000000000000000000g",
                          "000000000000000000000000000000000"}) {
    EXPECT_FALSE(read_origin(bad)) << bad;
  }
}

TEST(Id, AVisitIdIsAUuidOfVersion7) {
  ByteArray<10> random;
  random.fill(0xff);
  EXPECT_EQ(visit_text(visit_id(0x0123456789ab, random)), "01234567-89ab-7fff-bfff-ffffffffffff");
  random.fill(0);
  EXPECT_EQ(visit_text(visit_id(0x0123456789ab, random)), "01234567-89ab-7000-8000-000000000000");
  EXPECT_LT(visit_id(1, random), visit_id(2, random));  // ordered by time
  const VisitId visit = visit_id(1'748'481'300'000, random);
  EXPECT_EQ(read_visit(visit_text(visit)), visit);
  for (const char* bad : {"", "0123456789ab70008000000000000000", "01234567-89ab-7000-8000-00000000000",
                          "01234567-89ab-7000-8000-0000000000000", "01234567-89ab-7000-80000-00000000000",
                          "0123456--89ab-7000-8000-000000000000", "01234567-89ab-7000-8000-00000000000g"}) {
    EXPECT_FALSE(read_visit(bad)) << bad;
  }
}

TEST(Id, AnEntryIsNamedInOneWay) {
  const EntryRef ref{Author(1).origin(), 42};
  const std::string origin = origin_text(ref.origin);
  EXPECT_EQ(entry_text(ref), origin + ":42");
  EXPECT_EQ(read_entry_ref(origin + ":42"), ref);
  EXPECT_EQ(read_entry_ref(origin + ":18446744073709551615")->seq, UINT64_MAX);
  EXPECT_FALSE(read_entry_ref(""));
  EXPECT_FALSE(read_entry_ref(":1"));
  EXPECT_FALSE(read_entry_ref(origin));
  for (const char* after : {":", ":0", ":042", ":-1", ":+1", ": 1", ":1 ", ":1x", ";1", ":18446744073709551616"}) {
    const std::string bad = origin + after;
    EXPECT_FALSE(read_entry_ref(bad)) << bad;
  }
}

TEST(Crypto, PublishedVectors) {
  EXPECT_EQ(to_hex(sha256(view_of("abc"))), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(to_hex(sha256({})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  // RFC 8032 §7.1, TEST 1: the key of a seed.
  const Seed seed = *array_from_hex<32>("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  EXPECT_EQ(to_hex(key_pair(seed).public_key), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
}

TEST(Crypto, ASignatureHoldsForItsDigestAndKeyOnly) {
  const Author author(1);
  const Digest digest = sha256(view_of("một"));
  const Signature signature = sign(digest, author.keys);
  EXPECT_TRUE(signature_holds(signature, digest, author.keys.public_key));
  EXPECT_EQ(sign(digest, author.keys), signature);
  EXPECT_FALSE(signature_holds(signature, sha256(view_of("hai")), author.keys.public_key));
  EXPECT_FALSE(signature_holds(signature, digest, Author(2).keys.public_key));
  EXPECT_FALSE(signature_holds({}, digest, author.keys.public_key));
  EXPECT_FALSE(signature_holds(signature, digest, PublicKey{}));
}

TEST(Crypto, WipedIsZero) {
  Seed seed;
  seed.fill(7);
  wipe(seed);
  EXPECT_EQ(seed, Seed{});
}

}  // namespace
}  // namespace mn
