#!/usr/bin/env bash
# What a desk tells the hall, by `mangnon` as staff use it: cue, announce, screen, match, withdraw, void.
# Usage: hall_test.sh PATH-OF-MANGNON SOURCE-FOLDER. Works in a temporary folder of its own.
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
lacks() { case $2 in *"$3"*) bad "$1: '$3' stands in '$2'" ;; *) ok ;; esac; }
exits() { is "$1: exit code" "$code" "$2"; }

campaign_with() { sed "s/\"screening\": \"all\"/\"screening\": \"$1\"/; s/\"announcing\": \"at_once\"/\"announcing\": \"$2\"/" "$source_folder/assets/campaign/lang-son-2025.json"; }
# The last entry of a journal, as `show` prints it.
last() { mangnon show "$1" | tail -1; }
entries() { mangnon show "$1" | wc -l; }

# A reception desk records, the hall's desk speaks of what it recorded.
prepare() {
  campaign_with released all_on_cue >strict.json
  mangnon pledge --journal reception.db --stdin >answers <<<'{"amount":5000000,"name":"Công ty Ví Dụ","giver":"business","message":"Chúc các cháu"}
{"amount":200000,"name":"Trần Văn Mẫu"}
{"amount":300000,"name":"Lý Thị Thử"}
{"amount":100000}'
  mapfile -t codes < <(grep -o 'QBTTE[2-9A-Z]*' answers)
  mapfile -t refs < <(grep -o '[0-9a-f]\{32\}:[0-9]*' answers)
  is "four pledges" "${#codes[@]}" 4
  at=(--journal hall.db --from reception.db)
}

says_how_it_is_used() {
  local verb
  run mangnon --help
  for verb in cue announce screen match withdraw void; do has "--help lists $verb" "$out" "  $verb "; done
  for verb in cue announce screen "screen release" "screen mask" "screen replace" "screen list" match "match offer" "match withdraw" withdraw void; do
    # shellcheck disable=SC2086
    run mangnon $verb --help; exits "$verb --help" 0; has "$verb --help" "$out" "Example"
  done
  run mangnon cue --help
  for verb in welcome tally spotlight milestone goal wall effects wishes matching in_kind near_goal reveal thanks safe auto freeze hold release release_held; do
    has "cue --help lists $verb" "$out" "  $verb "
  done
  run mangnon cue tally; exits "cue without a journal" 2
  run mangnon cue --journal hall.db; exits "cue without a scene" 2
  run mangnon announce --journal hall.db; exits "announce nobody" 2
  run mangnon announce "${codes[0]}" --all-in-order --journal hall.db; exits "announce one and all" 2
  run mangnon announce "${codes[0]}" --guests g.json --journal hall.db; exits "a list for one" 2
  run mangnon screen --journal hall.db; exits "screen without a verb" 2
  run mangnon screen replace "${codes[0]}" "${at[@]}"; exits "replace by nothing" 2
  run mangnon match offer --sponsor A --cap 5 --journal hall.db; exits "an offer without an end" 2
  run mangnon match offer --sponsor A --cap 5 --minutes 5 --until "29/05/2025 10:00" --journal hall.db; exits "two ends" 2
  run mangnon void "${codes[0]}" "${at[@]}"; exits "void without a reason" 2
  is "wrong usage makes no journal" "$(ls hall.db* 2>/dev/null)" ""
}

mistakes_leave_nothing_behind() {
  run mangnon cue taly "${at[@]}"; exits "a scene with a slip" 1; has "which there are" "$err" "welcome tally spotlight"
  run mangnon cue spotlight "${at[@]}"; exits "a spotlight on nobody" 1
  run mangnon cue spotlight --pledge QBTTE000000 "${at[@]}"; exits "no code" 1
  run mangnon cue spotlight --pledge "${refs[0]%:*}:99" "${at[@]}"; exits "no such pledge" 1
  run mangnon cue spotlight --pledge "${codes[0]}" --journal hall.db; exits "not in the desk's own journal" 1
  run mangnon announce "${codes[0]}" "${refs[0]%:*}:99" "${at[@]}"; exits "one of two is not there" 1
  run mangnon screen replace "${codes[0]}" $'\u202e' "${at[@]}"; exits "a name without letters" 1
  run mangnon match offer --sponsor A --cap 1.00 --minutes 5 "${at[@]}"; exits "a cap nobody can read" 1
  run mangnon match offer --sponsor A --cap 5 --until "29/05/2025" "${at[@]}"; exits "an end without a time" 1
  run mangnon match offer --sponsor A --cap 5 --begins "29/05/2025 10:00" --until "29/05/2025 10:00" "${at[@]}"; exits "no time at all" 1
  run mangnon match offer --sponsor A --cap 5 --minutes 5 --fund moon "${at[@]}"; exits "no such fund" 1
  run mangnon match withdraw "${refs[0]}" --reason x "${at[@]}"; exits "a pledge is no offer" 1
  run mangnon void "${codes[0]}" --reason "" "${at[@]}"; exits "an empty reason" 1
  run mangnon void "${codes[0]}" --reason x --journal hall.db --from none.db; exits "no journal to look in" 1
  sed 's/lang-son-2025/rehearsal-1/' strict.json >rehearsal.json
  run mangnon void "${codes[0]}" --reason x "${at[@]}" --campaign rehearsal.json; exits "another campaign" 1; has "which" "$err" "rehearsal-1"
  is "no journal was made" "$(ls hall.db* 2>/dev/null)" ""
}

cues() {
  run mangnon cue tally --journal hall.db; exits "cue" 0; has "cue" "$out" "cued tally"
  has "in the journal" "$(last hall.db)" 'cued (signed)  {"scene":"tally"}'
  run mangnon cue spotlight --pledge "${codes[0]}" --line "Xin trân trọng cảm ơn" "${at[@]}" --json; exits "cue a pledge" 0
  if [[ $out =~ ^\{\"entry\":\"[0-9a-f]{32}:3\",\"kind\":\"cued\",\"pledge\":\"${refs[0]}\"\}$ ]]; then ok; else bad "the answer's form"; fi
  has "with its line" "$(last hall.db)" "{\"line\":\"Xin trân trọng cảm ơn\",\"pledge\":\"${refs[0]}\",\"scene\":\"spotlight\"}"
  run mangnon cue sunrise "${at[@]}" --any-scene; exits "a scene of tomorrow" 0; has "is kept" "$(last hall.db)" sunrise
}

announces() {
  run mangnon announce "${codes[1]}" "${refs[0]}" "${at[@]}"; exits "announce two" 0
  is "a line each, in the order given" "$(cut -d ' ' -f 2-3 <<<"$out" | tr '\n' '|')" "Trần Văn|Công ty|"
  local before; before=$(entries hall.db)
  run mangnon announce "${codes[1]}" "${at[@]}"; exits "announce again" 0; has "again" "$out" "nothing to do"
  run mangnon announce "${codes[1]}" "${at[@]}" --json; has "again, for scripts" "$out" '"entry":null'
  is "nothing was written" "$(entries hall.db)" "$before"
  run mangnon announce --all-in-order "${at[@]}"; exits "nothing is held" 0; is "nobody" "$out" ""; has "why" "$err" "nothing is held"
  run mangnon announce --all-in-order --dry-run "${at[@]}" --campaign strict.json; exits "dry run" 0
  is "whom" "$(grep -o 'QBTTE[2-9A-Z]*' <<<"$out" | tr '\n' ' ')" "${codes[2]} ${codes[3]} "
  is "nothing was written" "$(entries hall.db)" "$before"
  run mangnon announce --all-in-order "${at[@]}" --campaign strict.json --json; exits "all that is held" 0; is "two" "$(wc -l <<<"$out")" 2
  run mangnon announce --all-in-order "${at[@]}" --campaign strict.json; is "and no more" "$out" ""
}

# In protocol order: invited guests pledge in one order and are called in the other.
announces_in_protocol_order() {
  printf 'Đơn vị;Nhóm;Thứ tự;Mã mời\nSở Hai;cơ quan;2;KHACH-0002\nSở Một;cơ quan;1;KHACH-0001\n' >guests.csv
  run mangnon guests import guests.csv --out guests.json; exits "the list" 0
  # A desk cannot yet record invitations; the order without them is that of pledging.
  run mangnon announce --all-in-order --guests guests.json --journal order.db --from reception.db --campaign strict.json --dry-run
  exits "with a list" 0
  is "whoever is not on it in the order of pledging" "$(grep -o 'QBTTE[2-9A-Z]*' <<<"$out" | tr '\n' ' ')" "${codes[*]} "
  run mangnon announce --all-in-order --guests none.json --journal order.db --from reception.db --campaign strict.json; exits "no list" 1
  sed 's/lang-son-2025/rehearsal-1/' guests.json >other.json
  run mangnon announce --all-in-order --guests other.json --journal order.db --from reception.db --campaign strict.json; exits "a rehearsal's list" 1
  is "nothing was made" "$(ls order.db* 2>/dev/null)" ""
}

screens() {
  run mangnon screen list "${at[@]}"; exits "nothing waits" 0; is "nothing waits" "$out" ""; has "why" "$err" "at once"
  local strict=("${at[@]}" --campaign strict.json)
  run mangnon screen list "${strict[@]}"; exits "list" 0; is "three names wait" "$(cut -f 3 <<<"$out" | tr '\n' '|')" "Công ty Ví Dụ|Trần Văn Mẫu|Lý Thị Thử|"
  has "the message" "$(head -1 <<<"$out")" "Chúc các cháu"
  run mangnon screen list "${strict[@]}" --json; has "for scripts" "$(head -1 <<<"$out")" "\"entry\":\"${refs[0]}\""
  run mangnon screen release "${codes[0]}" "${strict[@]}"; exits release 0; has release "$(last hall.db)" "{\"pledge\":\"${refs[0]}\",\"verdict\":\"released\"}"
  run mangnon screen mask "${refs[1]}" "${strict[@]}"; exits mask 0
  run mangnon screen replace "${codes[2]}" " Một cô  giáo" "${strict[@]}"; exits replace 0; has replace "$(last hall.db)" '"shown_as":"Một cô giáo","verdict":"replaced"'
  run mangnon screen list "${strict[@]}"; is "nobody waits" "$out" ""
  local before; before=$(entries hall.db)
  run mangnon screen replace "${codes[2]}" "Một cô giáo" "${strict[@]}"; has "the same again" "$out" "nothing to do"
  run mangnon screen mask "${codes[1]}" "${strict[@]}" --json; has "the same again, for scripts" "$out" '"entry":null'
  is "nothing was written" "$(entries hall.db)" "$before"
  run mangnon screen replace "${codes[2]}" "Một thầy giáo" "${strict[@]}"; exits "another name" 0; is "one more" "$(entries hall.db)" $((before + 1))
}

matches() {
  run mangnon match offer --sponsor "Công ty Ví Dụ" --percent 50 --cap 2.000.000 --begins "01/01/2020 00:00" --until "01/01/2120 00:00" "${at[@]}"
  exits offer 0; has offer "$out" "offered 50% by Công ty Ví Dụ, at most 2.000.000 đồng, from 01/01/2020 00:00:00"
  run mangnon match offer --sponsor "B" --cap 5.000 --minutes 5 "${at[@]}"; exits "for five minutes" 0
  # The desk's own journal and the reception's: what a hub would have.
  mangnon new --journal hub.db --name Hub >/dev/null
  mangnon enrol --journal hub.db --card hall.db.pub --role desk >/dev/null
  mangnon enrol --journal hub.db --card reception.db.pub --role desk >/dev/null
  mkdir -p stick && mangnon bundle export hall.db --to stick >/dev/null; mangnon bundle export reception.db --to stick >/dev/null
  local bundle
  for bundle in stick/*.mnb; do run mangnon bundle import "$bundle" --journal hub.db; exits "the hub takes $bundle" 0; done
  run mangnon tally hub.db; has "tally" "$out" "50% by Công ty Ví Dụ, at most 2.000.000 đồng"
  run mangnon tally hub.db --json
  has "counted" "$(tr -d ' \n' <<<"$out")" '"matched":2000000,"matching":'
  has "apart" "$(tr -d ' \n' <<<"$out")" '"pledged":{"amount":5600000,"count":4}'
  local offer; offer=$(mangnon show hall.db | grep ' matched ' | head -1 | grep -o '[0-9a-f]\{32\}:[0-9]*')
  run mangnon match withdraw "$offer" --reason "nhập nhầm" "${at[@]}"; exits "match withdraw" 0
  run mangnon match withdraw "$offer" --reason "nhập nhầm" "${at[@]}"; has "again" "$out" "nothing to do"
  mangnon bundle export hall.db --to stick >/dev/null
  for bundle in stick/*.mnb; do mangnon bundle import "$bundle" --journal hub.db >/dev/null 2>&1; done
  run mangnon tally hub.db; has "withdrawn" "$out" "withdrawn  $offer"
}

takes_back() {
  local visit; visit=$(mangnon show reception.db "${refs[0]}" | awk '/^visit/ {print $2}')
  run mangnon withdraw "${codes[0]}" "${at[@]}"; exits withdraw 0; has withdraw "$(last hall.db)" '"publish":false'
  local entry; entry=$(last hall.db | awk '{print $2}')
  has "in the donor's visit" "$(mangnon show hall.db "$entry")" "visit      $visit"
  run mangnon withdraw "${refs[0]}" "${at[@]}"; exits "withdraw again" 0; has "withdraw again" "$out" "nothing to do"
  run mangnon void "${codes[3]}" --reason "nhập thừa số 0" "${at[@]}"; exits void 0; has void "$(last hall.db)" "{\"pledge\":\"${refs[3]}\",\"reason\":\"nhập thừa số 0\"}"
  run mangnon void "${codes[3]}" --reason x "${at[@]}"; exits "void again" 0; has "void again" "$out" "nothing to do"
  run mangnon announce "${codes[3]}" "${at[@]}"; exits "announce what was voided" 1
  # A desk that recorded the pledge itself looks it up in its own journal, and withdraws in the visit it wrote.
  run mangnon withdraw "${codes[1]}" --journal reception.db; exits "withdraw at the same desk" 0; has "withdraw at the same desk" "$(last reception.db)" consented
  run mangnon verify hall.db; exits "verify" 0
  run mangnon verify reception.db; exits "verify" 0
}

prepare
says_how_it_is_used
mistakes_leave_nothing_behind
cues
announces
announces_in_protocol_order
screens
matches
takes_back
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
