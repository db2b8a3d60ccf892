#!/usr/bin/env bash
# `mangnon` as people and scripts use it: every verb by its command line, exit code, answers, and what it leaves on disk.
# Usage: command_test.sh PATH-OF-MANGNON SOURCE-FOLDER. Works in a temporary folder of its own.
set -uo pipefail
mangnon=$1
source_folder=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
PATH=$(dirname "$mangnon"):$PATH
passed=0
failed=0

# run [<input] COMMAND…: keeps $out, $err and $code.
run() { out=$("$@" 2>"$work/.stderr"); code=$?; err=$(cat "$work/.stderr"); }
ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); printf 'FAILED %s\n  code %s\n  out  %s\n  err  %s\n' "$1" "$code" "$out" "$err"; }
is() { if [ "$2" = "$3" ]; then ok; else bad "$1: expected '$3', found '$2'"; fi; }
has() { case $2 in *"$3"*) ok ;; *) bad "$1: expected '$3' in '$2'" ;; esac; }
exits() { is "$1: exit code" "$code" "$2"; }

says_how_it_is_used() {
  run mangnon; exits "no verb" 2
  run mangnon --version; exits "--version" 0; is "--version" "$out" "mangnon 0.3.0"
  run mangnon --help; exits "--help" 0
  local verb
  for verb in new enrol revoke pledge verify tally show words vietqr compose fold sanitise code campaign receipt guests bundle contact-key contacts pin calls replay; do
    has "--help lists $verb" "$out" "  $verb "
  done
  for verb in new enrol revoke pledge verify tally show words vietqr compose "compose telex" "compose vni" fold sanitise code receipt bundle contact-key contacts pin calls replay "campaign check" guests "guests import" "guests check" "guests list" "guests find" "guests invitations"; do
    # shellcheck disable=SC2086
    run mangnon $verb --help; exits "$verb --help" 0; has "$verb --help" "$out" "Example"
  done
  run mangnon fly; exits "unknown verb" 2; has "unknown verb" "$err" "--help"
  run mangnon words; exits "words without an amount" 2
  run mangnon words 5 --stdin; exits "words with both" 2
  run mangnon words 5 --lang fr; exits "words in French" 2
  run mangnon vietqr --bin 970405; exits "vietqr without an account" 2
  run mangnon enrol --journal hub.db --card x --role king; exits "enrol a king" 2
  run mangnon pledge --journal desk.db; exits "pledge nothing" 2
  run mangnon replay hub.db; exits "replay without a target" 2; has "replay without a target" "$err" "--frames"
  run mangnon replay hub.db --frames a --video b.mp4; exits "replay to both" 2
  run mangnon show x.db --raw out; exits "raw without an entry" 2
  is "wrong usage makes no file" "$(ls)" ""
}

answers_pure_questions() {
  run mangnon words 1.005.021.115; exits words 0
  is words "$out" "Một tỷ không trăm linh năm triệu không trăm hai mươi mốt nghìn một trăm mười lăm đồng"
  run mangnon words 1005021115 --le --ngan --ti
  is "words in the South" "$out" "Một tỉ không trăm lẻ năm triệu không trăm hai mươi mốt ngàn một trăm mười lăm đồng"
  run mangnon words 24 --bon; is "words --bon" "$out" "Hai mươi bốn đồng"
  run mangnon words 0; exits "words 0" 0; is "words 0" "$out" "Không đồng"
  run mangnon words 2000000 --lang en; is "words in English" "$out" "Two million dong"
  run mangnon words 10,50; exits "words 10,50" 1; is "no answer" "$out" ""; has "why" "$err" "10,50"
  run mangnon words --stdin <<<$'24000\nabc\n\r\n500.000.000\r'
  exits "words --stdin" 1
  is "one answer a line" "$(wc -l <<<"$out")" 4
  is "first" "$(sed -n 1p <<<"$out")" "Hai mươi tư nghìn đồng chẵn"
  has "second" "$(sed -n 2p <<<"$out")" "error: "
  has "third" "$(sed -n 3p <<<"$out")" "error: "
  is "fourth" "$(sed -n 4p <<<"$out")" "Năm trăm triệu đồng chẵn"
  run mangnon words --stdin </dev/null; exits "no lines" 0; is "no lines" "$out" ""
  run mangnon fold --stdin < <(head -c 70000 /dev/zero | tr '\0' a; echo; echo ế)
  exits "a line that is too long" 1; has "a line that is too long" "$out" "error: "; is "the next" "$(tail -1 <<<"$out")" E

  run mangnon vietqr --bin 970418 --account 35110000123456 --amount 200000 --memo "QBTTE 2H8W4X"
  is vietqr "$out" "00020101021238580010A000000727012800069704180114351100001234560208QRIBFTTA530370454062000005802VN62160812QBTTE 2H8W4X6304DD3B"
  run mangnon vietqr --bin 970416 --account 1 --amount 1 --memo "ủng hộ"; exits "marks in a memo" 1; is "no payload" "$out" ""
  run mangnon vietqr --bin 970416 --account 1 --amount 0; exits "amount 0" 1
  run mangnon vietqr --bin 970416 --account 1 --amount 1.5; exits "amount 1.5" 1
  run mangnon vietqr --stdin <<<'{"bin":"970436","account":"0881000458086"}
{"bin":"970436","account":"0881000458086","amount":5000.5}
{"bin":"970436","konto":"1"}
[]
{"bin":"970418","account":"35110000123456","amount":200000,"memo":"QBTTE 2H8W4X"}'
  exits "vietqr --stdin" 1
  is "static" "$(sed -n 1p <<<"$out")" 00020101021138570010A00000072701270006970436011308810004580860208QRIBFTTA53037045802VN6304BE11
  is "refused" "$(sed -n 2,4p <<<"$out" | grep -c '^error: ')" 3
  has "dynamic" "$(sed -n 5p <<<"$out")" 6304DD3B

  run mangnon compose telex "Coong ty TNHH Thuyr Lang"; exits compose 0; is compose "$out" "Công ty TNHH Thủy Lang"
  run mangnon compose telex --modern "Thuyr hoaf"; is "compose --modern" "$out" "Thuỷ hoà"
  run mangnon compose vni "Nguye6n4 Va8n A1n 500"; is "compose vni" "$out" "Nguyễn Văn Án 500"
  run mangnon compose telex --stdin <<<$'Samsung\r\nddd\n\xff\nWifi'
  exits "compose --stdin" 1
  is "one answer a line" "$(tr '\n' '|' <<<"$out")" "Sámung|dd|error: the keys are not valid UTF-8|Ừii|"
  run mangnon compose; exits "compose without a method" 2
  run mangnon compose viqr a; exits "compose viqr" 2
  run mangnon compose vni; exits "compose without keys" 2
  local method place column
  for method in telex vni; do
    for place in "" --modern; do
      column=$([ -z "$place" ] && echo 3 || echo 4)
      awk -F'\t' -v m=$method '$1 == m {print $2}' "$source_folder/tests/data/telex_vni_vectors.tsv" >keys.txt
      awk -F'\t' -v m=$method -v c="$column" '$1 == m {print $c}' "$source_folder/tests/data/telex_vni_vectors.tsv" >texts.txt
      # shellcheck disable=SC2086
      run mangnon compose $method $place --stdin <keys.txt; exits "compose $method $place" 0
      is "every vector of $method $place" "$out" "$(cat texts.txt)"
    done
  done
  rm keys.txt texts.txt
  run mangnon fold "Quỹ Bảo trợ trẻ em tỉnh Lạng Sơn"; is fold "$out" "QUY BAO TRO TRE EM TINH LANG SON"
  run mangnon fold "[a,b]"; has "fold takes brackets as they are" "$out" "B"
  run mangnon fold verify; is "a text may be a verb's name" "$out" VERIFY
  run mangnon fold ""; exits "fold nothing" 0; is "fold nothing" "$out" ""
  run mangnon sanitise $'  Nguyễn \t Thị\u202e Hoa '; is sanitise "$out" "Nguyễn Thị Hoa"
  run mangnon sanitise $'Hoa\xff'; exits "not UTF-8" 1
  run mangnon sanitise --letters 3 "Nguyễn"; is "sanitise --letters" "$out" "Ngu"

  run mangnon code make --count 20; exits "code make" 0; is "20 codes" "$(sort -u <<<"$out" | wc -l)" 20
  local codes=$out
  run mangnon code check --stdin <<<"$codes"; exits "made codes are right" 0; is "and canonical" "$out" "$codes"
  local made=${codes%%$'\n'*}
  run mangnon code check "$(tr A-Z a-z <<<"${made:0:5} ${made:5:3}-${made:8}")"; is "as a person types it" "$out" "$made"
  run mangnon code check "${made:0:10}"; exits "too short" 1
  run mangnon code check "QBTTENGUYEN"; exits "a name" 1; has "a name" "$err" "digits"

  run mangnon campaign check "$source_folder/assets/campaign/lang-son-2025.json"; exits "campaign check" 0; has "campaign check" "$out" "lang-son-2025"
  sed 's/"970405"/"97"/; s/"goal"/"gaol"/' "$source_folder/assets/campaign/lang-son-2025.json" >bad.json
  run mangnon campaign check bad.json; exits "a bad campaign" 1
  has "the bank" "$err" 'account.bank_bin: expected 6 digits'; has "the key" "$err" 'gaol: this key is not known'
  run mangnon campaign check none.json; exits "no campaign" 1
  rm bad.json
}

# field FILE KEY…: a number out of `tally --json`.
field() { mangnon tally --journal "$1" --json | tr -d ' \n' | grep -o "\"$2\":{\"amount\":[0-9]*,\"count\":[0-9]*" | tr -dc '0-9,'; }

records_at_a_desk() {
  run mangnon pledge --journal desk.db --amount 5.000.000 --name "Nguyễn Thị Hoa" --fund hospital --message "Chúc các cháu"
  exits pledge 0
  if [[ $out =~ ^\{\"entry\":\"([0-9a-f]{32}:2)\",\"code\":\"QBTTE[2-9A-Z]{6}\",\"monotonic_ns\":[0-9]+,\"line\":1\}$ ]]; then ok; else bad "the answer's form"; fi
  entry=${BASH_REMATCH[1]:-}
  is "the key is for its owner" "$(stat -c %a desk.db.key)" 600
  is "tally" "$(field desk.db pledged)" "5000000,1"

  run mangnon pledge --journal desk.db --stdin <<<'{"amount":200000,"name":"Trần Văn Bình"}
{"amount":9999}

{"amount":"200000"}
{"amount":200000,"fund":"moon"}
{"amount":200000,"nmae":"x"}
{"amount":2e5}
not json
{"amount":300000,"giver":"unnamed","hide_amount":true,"way":"cash"}'
  exits "lines" 1
  is "an answer for each line that asks" "$(wc -l <<<"$out")" 8
  is "two are kept" "$(grep -c '"entry":' <<<"$out")" 2
  has "lines are counted as in the file" "$(tail -1 <<<"$out")" '"line":9}'
  has "a refusal names the key" "$(sed -n 2p <<<"$out")" '{"line":2,"error":"amount: expected from 10.000 to 100.000.000.000 đồng, found 9.999"}'
  is "tally" "$(field desk.db pledged)" "5500000,3"
  run mangnon pledge --journal desk.db --amount 10,50; exits "an amount that is not whole" 1
  run mangnon pledge --journal desk.db --amount 500000 --giver king; exits "a king" 1; has "a king" "$err" "person, business"
  run mangnon pledge --journal other.db --amount 1; exits "too little" 1; is "and no journal for it" "$(ls other.db* 2>/dev/null)" ""
  is "tally is as before" "$(field desk.db pledged)" "5500000,3"

  run mangnon verify desk.db; exits verify 0; has verify "$out" "verified: 6 entries, 1 origins"
  run mangnon verify --journal desk.db; exits "verify --journal" 0
  run mangnon tally desk.db; exits "tally for people" 0; has "groups" "$out" "5.500.000 đồng"
  run mangnon show desk.db; is "an entry a line" "$(wc -l <<<"$out")" 6; has "readable" "$out" "Nguyễn Thị Hoa"
  run mangnon show desk.db "$entry"; has "one entry" "$out" "kind       pledged"
  run mangnon show desk.db "${entry%:*}:99"; exits "no such entry" 1
  run mangnon show desk.db 99; exits "no entry's name" 1
}

# A receipt as the kiosk's QR has it, made here from what `show` says of an entry.
checks_receipts() {
  local code digest receipt other
  code=$(mangnon show desk.db "$entry" | grep -o '"code":"[^"]*"' | cut -d '"' -f 4)
  digest=$(mangnon show desk.db "$entry" | awk '/^digest/ {print $2}')
  receipt="MANGNON1|lang-son-2025|QBTTE$code|$entry|$digest"
  run mangnon receipt "$receipt" --journal desk.db; exits "a right receipt" 0
  has "the verdict first" "$(head -1 <<<"$out")" "ĐÚNG"; has "the amount" "$out" "5.000.000 đồng"; has "the state" "$out" "Chờ đối soát"
  run mangnon receipt "https://quy.example/#${receipt//|//}" --journal desk.db --lang en; exits "as an address" 0; has "in English" "$out" "IT HOLDS"
  other=${digest:0:63}0; [ "$other" != "$digest" ] || other=${digest:0:63}1
  run mangnon receipt "${receipt%|*}|$other" --journal desk.db; exits "another digest" 1; has "another digest" "$out" "Mã băm không khớp"
  run mangnon receipt "${receipt/:2|/:9|}" --journal desk.db; exits "another entry" 1; has "another entry" "$out" "không có bản ghi"
  run mangnon receipt "${receipt/lang-son-2025/lang-son-2026}" --journal desk.db; exits "another campaign" 1; has "another campaign" "$out" "Khác đợt"
  run mangnon receipt "QBTTE7K3M9P" --journal desk.db; exits "no receipt" 1; has "no receipt" "$err" "MANGNON1"
  run mangnon receipt "$receipt" --journal none.db; exits "no journal" 1
  run mangnon receipt "$receipt"; exits "receipt without a journal" 2
  run mangnon receipt --journal desk.db; exits "receipt without a text" 2
  run mangnon receipt --stdin --journal desk.db <<<"$receipt"$'\r\nrubbish'; exits "one of two is none" 1; is "one verdict" "$(grep -c ĐÚNG <<<"$out")" 1
}

# The commands printed in docs/journal-format.md, run as they stand there.
is_checked_without_us() {
  local signed commands
  signed=$(mangnon show desk.db | grep -m 1 'named (signed)' | awk '{print $2}')
  commands=$(awk '/^```sh/ {inside = 1; next} /^```/ {inside = 0} inside' "$source_folder/docs/journal-format.md")
  has "the page has its commands" "$commands" "openssl pkeyutl"
  run env JOURNAL=desk.db ENTRY="$signed" bash -euc "$commands"; exits "sha256sum and openssl agree" 0
  printf 'x' | dd of=raw/header.bin bs=1 seek=20 conv=notrunc status=none
  run env JOURNAL=desk.db ENTRY="$signed" bash -euc "$(sed '/^mangnon show/d' <<<"$commands")"; exits "a changed header is found by openssl" 1
  head -c 152 "$source_folder/tests/golden/entries-v1.bin" >golden.bin
  is "golden digest" "$(sha256sum <golden.bin | cut -c 1-64)" "$(awk '/digest/ {print $2; exit}' "$source_folder/tests/golden/entries-v1.txt")"
}

enrols() {
  run mangnon new --journal hub.db --name Hub; exits new 0; has new "$out" "hub.db.pub"
  run mangnon new --journal hub.db --name Hub; exits "new twice" 1; has "new twice" "$err" "is there already"
  run mangnon enrol --journal hub.db --card desk.db.pub --role desk; exits enrol 0; has enrol "$out" "as desk"
  run mangnon enrol --journal hub.db --card desk.db.pub --role desk; exits "enrol twice" 0; has "enrol twice" "$out" "nothing to do"
  is "one entry for it" "$(mangnon show hub.db | wc -l)" 2
  run mangnon enrol --journal hub.db --card desk.db.pub --role accountant --name "Kế toán"; exits "another role" 0
  is "another entry" "$(mangnon show hub.db | wc -l)" 3
  run mangnon enrol --journal hub.db --card hub.db.pub --role hub; exits "itself" 1
  run mangnon enrol --journal none.db --card desk.db.pub --role desk; exits "no hub" 1; is "none is made" "$(ls none.db* 2>/dev/null)" ""
  run mangnon enrol --journal hub.db --card desk.db --role desk; exits "no card" 1
  sed 's/"origin": "../"origin": "00/' desk.db.pub >forged.pub
  run mangnon enrol --journal hub.db --card forged.pub --role desk; exits "a forged card" 1
  sed 's/lang-son-2025/rehearsal-1/' "$source_folder/assets/campaign/lang-son-2025.json" >rehearsal.json
  run mangnon new --journal rehearsal.db --name "Tập" --campaign rehearsal.json; exits "a rehearsal" 0
  run mangnon enrol --journal hub.db --card rehearsal.db.pub --role kiosk; exits "a rehearsal's card" 1; has "why" "$err" "rehearsal-1"
  run mangnon pledge --journal rehearsal.db --amount 500000; exits "a pledge into another campaign's journal" 1
  run mangnon revoke --journal hub.db --card desk.db.pub; exits revoke 0
  run mangnon revoke --journal hub.db --card desk.db.pub; exits "revoke twice" 0; has "revoke twice" "$out" "nothing to do"
  run mangnon revoke --journal hub.db --origin 00000000000000000000000000000000; exits "revoke a stranger" 1
  run mangnon revoke --journal hub.db; exits "revoke nobody" 2
  run mangnon verify hub.db; exits "verify the hub" 0; has "verify the hub" "$out" "verified: 4 entries, 1 origins"
}

# A journal carried on a stick to a hub that no network reached.
carries_bundles() {
  mkdir stick
  run mangnon new --journal carried.db --name "Bàn 2"; run mangnon pledge --journal carried.db --amount 300000 --name "Ví Dụ"
  run mangnon bundle export carried.db --to stick; exits "bundle export" 0; has "bundle export" "$out" "3 entries, 1 origins"; has "signed" "$out" "signed by"
  local bundle
  bundle=$(ls stick/mangnon-ban-2-*.mnb)
  is "the name is on the first line" "$(head -1 <<<"$out")" "$bundle"
  run mangnon bundle check "$bundle"; exits "bundle check" 0; has "bundle check" "$out" "verified"
  run mangnon new --journal far.db --name "Quỹ"
  run mangnon bundle import "$bundle" --journal far.db; exits "a stranger's bundle" 1; has "which card" "$err" "mangnon enrol"; has "which card" "$err" ".pub"
  run mangnon enrol --journal far.db --card carried.db.pub --role desk
  run mangnon bundle import "$bundle" --journal far.db; exits "bundle import" 0; has "bundle import" "$out" "3 entries added, 0 were here"
  run mangnon bundle import "$bundle" --journal far.db; exits "again" 0; has "again" "$out" "0 entries added, 3 were here"
  is "it counts there" "$(field far.db pledged)" "300000,1"
  run mangnon verify far.db; exits "verify after import" 0
  run mangnon bundle import "$bundle" --journal none.db; exits "no hub to import into" 1; is "none is made" "$(ls none.db* 2>/dev/null)" ""
  head -c 900 "$bundle" >cut.mnb
  run mangnon bundle check cut.mnb; exits "a cut bundle" 1; has "a cut bundle" "$err" "cut off"
  run mangnon bundle import cut.mnb --journal far.db; exits "a cut bundle" 1
  run mangnon bundle export carried.db --to no-stick; exits "no stick" 1; has "no stick" "$err" "is the stick there"
  cp carried.db copy.db
  run mangnon bundle export copy.db --to stick; exits "a copy without its key" 0; has "a copy without its key" "$out" "not signed"
  run mangnon bundle; exits "bundle alone" 2
}

# A staff PIN: hashed, never shown, never too easy.
makes_a_pin() {
  run mangnon pin --stdin <<<482913; exits pin 0; has pin "$out" '$argon2id$v=19$m=32768,t=12,p=1$'; is "one line" "$(wc -l <<<"$out")" 1
  case $out$err in *482913*) bad "the PIN is shown" ;; *) ok ;; esac
  run mangnon pin --stdin <<<48291; exits "a short PIN" 1; has "a short PIN" "$err" "at least 6"; is "no line" "$out" ""
  run mangnon pin --stdin <<<123456; exits "an easy PIN" 1; has "an easy PIN" "$err" "easy"
  run mangnon pin --stdin <<<48291a; exits "a PIN of letters" 1
  run mangnon pin --stdin </dev/null; exits "no PIN" 1
  run mangnon pin </dev/null; exits "no terminal" 1; has "no terminal" "$err" "--stdin"
  command -v script >/dev/null || return 0
  out=$({ sleep 1; echo 482913; sleep 1; echo 482913; sleep 3; } | script -qec 'mangnon pin' /dev/null 2>&1); code=$?; err=
  has "asked at a terminal" "$out" '$argon2id$'; has "asked twice" "$out" "once more"
  case $out in *482913*) bad "a terminal shows the PIN" ;; *) ok ;; esac
  out=$({ sleep 1; echo 482913; sleep 1; echo 482914; sleep 1; } | script -qec 'mangnon pin' /dev/null 2>&1); err=
  has "two PINs" "$out" "not the same"
}

# The fund's key for contacts; what it opens is tested where contacts can be made.
keeps_the_contact_key() {
  run mangnon contact-key new --out fund-contact.key; exits "contact-key new" 0
  if [[ $out =~ ^[0-9a-f]{64}$ ]]; then ok; else bad "the public key, alone"; fi
  is "for its owner" "$(stat -c %a fund-contact.key)" 600
  run mangnon contact-key new --out fund-contact.key; exits "never overwritten" 1
  run mangnon contacts desk.db --key fund-contact.key; exits "no contacts" 0; is "no contacts" "$out" ""
  run mangnon contacts desk.db --key desk.db.key; exits "not this key" 1
}

reads_the_invited_list() {
  local sample=$source_folder/assets/campaign/guests-sample.csv
  run mangnon guests; exits "guests without a verb" 2
  run mangnon guests import "$sample"; exits "import without --out" 2
  run mangnon guests import "$sample" --out g.json --group king; exits "a group of kings" 2
  run mangnon guests check "$sample"; exits "check the sample" 0; has "check" "$out" "40 khách mời"; is "check writes nothing" "$(ls g.json 2>/dev/null)" ""
  run mangnon guests import "$sample" --out g.json; exits import 0
  has "what was done" "$out" "40 khách mời; mã mời: 6 có sẵn trong tệp, 0 giữ nguyên, 34 mới"; has "what was not read" "$out" "STT"
  is "the list is for its owner" "$(stat -c %a g.json)" 600
  is "40 codes" "$(mangnon guests list g.json | cut -f 2 | sort -u | wc -l)" 40
  is "in protocol order" "$(mangnon guests list g.json | cut -f 1)" "$(mangnon guests list g.json | cut -f 1 | sort -n)"
  run mangnon guests check g.json --lang en; exits "check a list" 0; has "check a list" "$out" "40 guests, no mistake"

  # Codes are on paper: importing again keeps them, with a guest more and a name typed otherwise.
  mangnon guests list g.json | cut -f 2 | sort >codes
  { sed 's/Sở Giáo dục/SỞ  GIÁO DỤC/' "$sample"; printf '41,Sở Mới,,Cơ quan,,2,\r\n'; } >more.csv
  run mangnon guests import more.csv --out g.json --lang en; exits "import again" 0; has "kept" "$out" "41 guests; invitation codes: 6 from the file, 34 kept, 1 new"
  is "none is lost" "$(mangnon guests list g.json | cut -f 2 | sort | comm -23 codes -)" ""

  # With mistakes nothing is written, and each is told by its line.
  sum=$(sha256sum g.json)
  printf 'Tên đơn vị;Nhóm;Số tiền\nSở A;cơ quan;5.000.000\nSở B;vũ trụ;1.00\n"Sở\nC";cơ quan;\nSO A;cơ quan;\n' >bad.csv
  run mangnon guests import bad.csv --out g.json --lang en; exits "bad lines" 1; is "nothing on stdout" "$out" ""
  has "line 3, amount" "$err" 'bad.csv:3: Số tiền: the amount “1.00”'; has "line 3, group" "$err" 'bad.csv:3: Nhóm: the group “vũ trụ”'
  has "line 6 by the file's lines" "$err" 'bad.csv:6: Tên đơn vị: “SO A” stands in line 2 already'
  has "how many" "$err" "3 mistakes; nothing was written"
  run mangnon guests import bad.csv --out g.json; has "in Vietnamese" "$err" "3 lỗi; chưa ghi gì"
  run mangnon guests check bad.csv; exits "check bad lines" 1; has "check tells the same" "$err" "bad.csv:3: Nhóm:"
  is "the list is as it was" "$(sha256sum g.json)" "$sum"
  is "nothing half-written lies about" "$(ls g.json* | tr '\n' ' ')" "g.json "
  run mangnon guests import none.csv --out g.json; exits "no file" 1
  run mangnon guests import more.csv --out none/g.json; exits "no folder" 1
  cp "$source_folder/assets/campaign/lang-son-2025.json" other.json
  run mangnon guests import more.csv --out other.json; exits "a file that is no list" 1; has "is not overwritten" "$err" "not overwritten"
  is "it is as it was" "$(cmp other.json "$source_folder/assets/campaign/lang-son-2025.json" && echo same)" same
  sed 's/lang-son-2025/rehearsal-1/' "$source_folder/assets/campaign/lang-son-2025.json" >rehearsal.json
  run mangnon guests check g.json --campaign rehearsal.json; exits "another campaign's list" 1; has "why" "$err" "rehearsal-1"
  run mangnon guests import more.csv --out g.json --campaign rehearsal.json; exits "over another campaign's list" 1
  is "the list is still as it was" "$(sha256sum g.json)" "$sum"
  run mangnon guests import <(head -c 5000 /dev/urandom) --out r.json; exits "random bytes" 1; is "no list of them" "$(ls r.json 2>/dev/null)" ""

  run mangnon guests find g.json "so y te"; exits find 0; is find "${out%% |*}" "Sở Y tế (tỉnh mẫu)"
  run mangnon guests find g.json hòa --most 1; local with_mark=$out
  run mangnon guests find g.json --most 1 --stdin <<<$'hoa\nhoà\nzzz\nSO Y'
  is "tone placement" "$(sed -n 1,2p <<<"$out" | sort -u)" "$with_mark"; is "nobody" "$(sed -n 3p <<<"$out")" ""
  is "case" "$(sed -n 4p <<<"$out")" "Sở Y tế (tỉnh mẫu)"
  run mangnon guests find g.json; exits "find nothing" 2
  run mangnon guests find g.json a --most 0; exits "find none" 2

  run mangnon guests invitations g.json --out cards; exits invitations 0
  is "one file a guest, the index, the page" "$(find cards -type f | wc -l)" 43
  is "the folder is for its owner" "$(stat -c %a cards cards/index.csv | tr '\n' ' ')" "700 600 "
  is "no amount is told" "$(cat cards/*.csv cards/*.html | grep -c '50\.000\.000\|50000000')" 0
  is "each line of the index names a file" "$(tail -n +2 cards/index.csv | cut -d , -f 1 | while read -r file; do ls "cards/$file"; done | wc -l)" 41
  run mangnon guests invitations g.json --out cards; exits "into a folder that is not empty" 1; has "why" "$err" "not empty"
  rm -r cards codes bad.csv more.csv other.json rehearsal.json g.json
}

survives_garbage() {
  : >empty.db
  head -c 20000 /dev/urandom >random.db
  head -c 5000 desk.db >cut.db
  { head -c 100 desk.db; head -c 8000 /dev/urandom; } >headed.db
  sqlite3 foreign.db 'CREATE TABLE entry (x); INSERT INTO entry VALUES (1)'
  mkdir folder.db
  local file verb
  for file in empty.db random.db cut.db headed.db foreign.db folder.db none.db desk.db.key; do
    for verb in verify tally show; do
      run mangnon $verb $file; exits "$verb $file" 1
      has "$verb $file says why" "$err" "mangnon $verb: "
    done
  done
}

keeps_what_it_acknowledged() {
  seq 1 3000 | sed 's/.*/{"amount":100000}/' | mangnon pledge --journal killed.db --stdin >acknowledged &
  local desk=$!
  local waited
  for waited in $(seq 600); do
    [ "$(wc -l <acknowledged)" -ge 20 ] && break
    sleep 0.05
  done
  run mangnon pledge --journal killed.db --amount 100000; exits "a journal has one writer" 1
  kill -9 "$desk"
  wait "$desk" 2>/dev/null
  run mangnon verify killed.db; exits "verify after kill -9" 0
  local answers kept entry missing=0
  answers=$(grep -c '"line":[0-9]*}$' acknowledged)
  kept=$(field killed.db pledged); kept=${kept#*,}
  if [ "$kept" -ge "$answers" ] && [ "$kept" -le $((answers + 1)) ] && [ "$answers" -lt 3000 ]; then ok; else bad "kept $kept, acknowledged $answers"; fi
  mangnon show killed.db >shown
  while IFS= read -r entry; do grep -q " $entry " shown || missing=$((missing + 1)); done < <(grep -o '[0-9a-f]\{32\}:[0-9]*' acknowledged)
  is "acknowledged and not there" "$missing" 0
  run mangnon pledge --journal killed.db --amount 100000; exits "and it goes on" 0
}

says_how_it_is_used
answers_pure_questions
records_at_a_desk
checks_receipts
is_checked_without_us
enrols
carries_bundles
makes_a_pin
keeps_the_contact_key
reads_the_invited_list
survives_garbage
keeps_what_it_acknowledged
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
