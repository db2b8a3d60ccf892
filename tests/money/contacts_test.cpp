// Contacts out of a journal: opened, of another key, erased, damaged; and as a spreadsheet's cells.
#include "backend-sync/contacts.h"

#include <gtest/gtest.h>

#include "core/phone.h"
#include "core/tax_code.h"
#include "tests/support/sealed.h"

namespace mn {
namespace {

ContactKeyPair key_number(std::uint8_t number) {
  Seed seed{};
  seed[0] = number;
  return contact_key_pair(seed);
}

Contact sealed_for(const ContactKeyPair& keys, std::string_view phone, std::string_view tax_code) {
  Seed seed{};
  seed[1] = 7;
  const Result<SealedContact> sealed =
      seal_contact({read_phone(phone).phone, read_tax_code(tax_code).tax_code}, keys.public_key, seed);
  EXPECT_TRUE(sealed);
  return {contact_key_name(keys.public_key), to_base64(*sealed)};
}

class ContactsOf : public testing::Test {
 protected:
  // One visit; what it says is sealed and taken, its contact without its body when it was erased.
  void take(std::vector<Fact> facts, bool erase = false) {
    Append append;
    append.visit = sealed::visit_number(++kiosk.visit_count, kiosk.head.origin);
    append.facts = std::move(facts);
    append.salts.resize(append.facts.size());
    const mn::Run run = seal(kiosk.campaign, kiosk.head, append, kiosk.keys);
    kiosk.head = {kiosk.head.origin, run.back().header.seq, run.back().digest};
    for (Entry entry : run) {
      if (erase && entry.header.kind == Kind::contact) entry.body.reset();
      const Done done = apply(contacts, entry, fund);
      ASSERT_TRUE(done) << done.failure().words;
    }
  }
  Pledged pledge(std::uint8_t number) const {
    Pledged pledged;
    pledged.amount = Money{500'000};
    pledged.code = make_code({number});
    return pledged;
  }

  const ContactKeyPair fund = key_number(1);
  sealed::Writer kiosk{1};
  Contacts contacts;
};

TEST_F(ContactsOf, EachStateHasItsRow) {
  take({pledge(1), sealed_for(fund, "0912345678", "0100233488")});
  take({pledge(2)});
  take({pledge(3), sealed_for(key_number(2), "0912000001", "")});
  take({pledge(4), sealed_for(fund, "0912000002", "")}, true);
  Contact damaged = sealed_for(fund, "0912000003", "");
  damaged.sealed[40] = damaged.sealed[40] == 'A' ? 'B' : 'A';
  take({pledge(5), damaged});
  take({pledge(6), Contact{contact_key_name(fund.public_key), "AAAA"}});
  take({sealed_for(fund, "", "0314409058-002"), pledge(7)});  // whatever their order in the visit
  take({Voided{{kiosk.head.origin, 1}, "rút"}});
  take({sealed_for(fund, "0912000004", "")});  // of no pledge

  const std::vector<ContactRow> rows = contact_rows(contacts);
  ASSERT_EQ(rows.size(), 7u);
  const ContactState states[] = {ContactState::opened,  ContactState::other_key, ContactState::erased,
                                 ContactState::damaged, ContactState::damaged,   ContactState::opened,
                                 ContactState::opened};
  const int codes[] = {1, 3, 4, 5, 6, 7};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].state, states[i]) << i;
    EXPECT_EQ(rows[i].code, i < 6 ? code_text(make_code({static_cast<std::uint8_t>(codes[i])})) : "") << i;
    EXPECT_EQ(rows[i].voided, i == 0) << i;
  }
  EXPECT_EQ(rows[0].details.phone.view(), "0912345678");
  EXPECT_EQ(rows[0].details.tax_code.view(), "0100233488");
  EXPECT_TRUE(rows[1].details.phone.empty());
  EXPECT_EQ(rows[1].key, contact_key_name(key_number(2).public_key));
  EXPECT_EQ(rows[2].key, "");
  EXPECT_EQ(rows[5].details.tax_code.view(), "0314409058-002");
}

TEST_F(ContactsOf, InASpreadsheetEveryNumberStaysText) {
  take({pledge(1), sealed_for(fund, "0912345678", "0100233488")});
  take({pledge(2), sealed_for(key_number(2), "0912000001", "")});
  const std::string csv = contacts_csv(contact_rows(contacts), Language::vi);
  EXPECT_NE(csv.find("0912 345 678,MST 0100233488,Đã mở,không,"), std::string::npos) << csv;
  EXPECT_NE(csv.find(",,,Niêm phong"), std::string::npos) << csv;
  EXPECT_EQ(csv.find("0912 000 001"), std::string::npos);
  EXPECT_TRUE(contacts_csv({}, Language::en).find("Code,Phone,Tax code") != std::string::npos);
}

}  // namespace
}  // namespace mn
