#include "backend-sync/contacts.h"

#include "backend-sync/sheet.h"
#include "core/phone.h"

namespace mn {
namespace {

std::string_view pick(Language language, std::string_view vi, std::string_view en) {
  return language == Language::en ? en : vi;
}

void open_row(ContactRow& row, const Contact& contact, const ContactKeyPair& keys) {
  row.key = contact.key;
  row.state = ContactState::other_key;
  if (contact.key != contact_key_name(keys.public_key)) return;
  row.state = ContactState::damaged;
  const std::optional<Bytes> sealed = from_base64(contact.sealed);
  if (!sealed) return;
  Result<ContactDetails> details = open_contact(*sealed, keys);
  if (!details) return;
  row.details = *details;
  row.state = ContactState::opened;
}

}  // namespace

Done apply(Contacts& contacts, const Entry& entry, const ContactKeyPair& keys) {
  const Kind kind = entry.header.kind;
  const VisitRef visit{entry.header.origin, entry.header.visit};
  if (kind != Kind::contact && kind != Kind::pledged && kind != Kind::voided) return {};
  if (!entry.body && kind != Kind::contact) return {};
  ContactRow row;
  row.entry = entry.ref();
  if (entry.body) {
    const Result<Fact> fact = fact_of(entry);
    if (!fact) return fact.failure();
    if (const auto* pledged = std::get_if<Pledged>(&*fact))
      contacts.pledges[visit] = {entry.ref(), code_text(pledged->code)};
    if (const auto* voided = std::get_if<Voided>(&*fact)) contacts.voided[voided->pledge] = true;
    if (const auto* contact = std::get_if<Contact>(&*fact)) open_row(row, *contact, keys);
  }
  if (kind != Kind::contact) return {};
  contacts.rows.push_back(row);
  contacts.visits.push_back(visit);
  return {};
}

std::vector<ContactRow> contact_rows(const Contacts& contacts) {
  std::vector<ContactRow> rows = contacts.rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto pledge = contacts.pledges.find(contacts.visits[i]);
    if (pledge == contacts.pledges.end()) continue;
    rows[i].code = pledge->second.second;
    rows[i].voided = contacts.voided.contains(pledge->second.first);
  }
  return rows;
}

std::string_view contact_state_words(ContactState state, Language language) {
  switch (state) {
    case ContactState::opened:
      return pick(language, "Đã mở", "opened");
    case ContactState::other_key:
      return pick(language, "Niêm phong bằng khóa khác", "sealed for another key");
    case ContactState::erased:
      return pick(language, "Đã xóa, hoặc không có trong bản sao này", "erased, or withheld from this copy");
    case ContactState::damaged:
      return pick(language, "Không mở được: dữ liệu bị hỏng", "does not open: damaged");
  }
  return {};
}

std::string contacts_csv(const std::vector<ContactRow>& rows, Language language) {
  std::string out(kByteOrderMark);
  out += language == Language::en
             ? csv_row({"Code", "Phone", "Tax code", "State", "Pledge withdrawn", "Entry"})
             : csv_row({"Mã đăng ký", "Điện thoại", "Mã số thuế", "Tình trạng", "Đã rút đăng ký", "Bản ghi"});
  for (const ContactRow& row : rows) {
    const std::string_view phone = row.details.phone.view(), tax_code = row.details.tax_code.view();
    out += csv_row(
        {row.code, phone.empty() ? "" : std::string(phone_for_people(phone).view()),
         tax_code.empty() ? "" : "MST " + std::string(tax_code), std::string(contact_state_words(row.state, language)),
         std::string(row.voided ? pick(language, "có", "yes") : pick(language, "không", "no")), entry_text(row.entry)});
  }
  return out;
}

}  // namespace mn
