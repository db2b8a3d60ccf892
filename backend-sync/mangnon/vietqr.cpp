// mangnon vietqr: the payload of a transfer code.
#include "core/vietqr.h"

#include "backend-sync/mangnon/lines.h"
#include "backend-sync/mangnon/verbs.h"
#include "core/json.h"

namespace mn {
namespace {

// The same keys as the options; an amount may be a number or its digits.
Result<VietQr> read_line(std::string_view line) {
  const Result<nlohmann::json> object = parse_json(line, "line");
  if (!object) return object.failure();
  if (!object->is_object())
    return Failure{Cause::bad_input, "expected a JSON object such as {\"bin\":\"970405\",\"account\":\"…\"}"};
  VietQr qr;
  const std::map<std::string_view, std::string*> texts = {{"bin", &qr.bank_bin},       {"account", &qr.account},
                                                          {"amount", &qr.amount},      {"memo", &qr.memo},
                                                          {"bill", &qr.bill_number},   {"mcc", &qr.merchant_category},
                                                          {"name", &qr.merchant_name}, {"city", &qr.merchant_city}};
  for (const auto& [key, value] : object->items()) {
    const auto text = texts.find(key);
    if (key == "card" && value.is_boolean()) {
      qr.to_card = value.get<bool>();
    } else if (text != texts.end() && value.is_string()) {
      *text->second = value.get<std::string>();
    } else if (key == "amount" && value.is_number_integer()) {
      qr.amount = value.dump();
    } else if (key == "card" || text != texts.end()) {
      return Failure{Cause::bad_input, key + ": expected " + (key == "card" ? "true or false" : "a text")};
    } else {
      return Failure{Cause::bad_input, key + ": this key is not known"};
    }
  }
  return qr;
}

}  // namespace

void add_vietqr(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("vietqr", "The payload of a VietQR transfer code");
  verb->group(kPureVerbs);
  verb->footer(
      "Example:\n  mangnon vietqr --bin 970405 --account 8400201000123 --amount 500000 --memo QBTTE7K3M9P\n"
      "  echo '{\"bin\":\"970405\",\"account\":\"8400201000123\"}' | mangnon vietqr --stdin");
  auto qr = std::make_shared<VietQr>();
  auto from_stdin = std::make_shared<bool>(false);
  CLI::Option* lines =
      verb->add_flag("--stdin", *from_stdin, "One JSON object a line, with the options' names as keys");
  CLI::Option* bin = verb->add_option("--bin", qr->bank_bin, "The bank's number, 6 digits")->excludes(lines);
  CLI::Option* account = verb->add_option("--account", qr->account, "1 to 19 of 0-9 A-Z a-z")->excludes(lines);
  verb->add_option("--amount", qr->amount, "Digits only; without it the code is static")->excludes(lines);
  verb->add_option("--memo", qr->memo, "At most 25 ASCII signs")->excludes(lines);
  verb->add_flag("--card", qr->to_card, "The account is a card")->excludes(lines);
  verb->add_option("--bill", qr->bill_number, "Bill number, at most 25 ASCII signs")->excludes(lines);
  verb->add_option("--mcc", qr->merchant_category, "Merchant category, 4 digits")->excludes(lines);
  verb->add_option("--name", qr->merchant_name, "Merchant name, at most 25 ASCII signs")->excludes(lines);
  verb->add_option("--city", qr->merchant_city, "Merchant city, at most 15 ASCII signs")->excludes(lines);
  verb->callback([=, &exit_code] {
    if (*from_stdin) {
      exit_code = answer_lines(std::cin, [](std::string_view line) -> Result<std::string> {
        const Result<VietQr> asked = read_line(line);
        if (!asked) return asked.failure();
        return vietqr_payload(*asked);
      });
      return;
    }
    if (bin->empty() || account->empty()) throw CLI::RequiredError("--bin and --account, or --stdin");
    const Result<std::string> payload = vietqr_payload(*qr);
    if (payload) print_line(*payload);
    exit_code = payload ? kExitDone : fail("mangnon vietqr", payload.failure());
  });
}

}  // namespace mn
