#!/usr/bin/env bash
# What a machine can check about the shape of this repository, in seconds: format, words, sizes, and who leans on whom.
# Reads tracked files only, changes nothing. Every complaint names its file; the exit code is 1 when there is one.
# Usage: lint.sh [FOLDER]: another checkout than this one.
set -uo pipefail
cd "${1:-$(dirname "$0")/../..}" || exit 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Complaints come out of pipes, whose variables are lost: they are counted in a file.
complain() { printf 'lint: %s\n' "$*" | tee -a "$scratch/complaints" >&2; }
# complain_each MESSAGE <matches: one complaint a line of input.
complain_each() { local line; while IFS= read -r line; do complain "$1: $line"; done; }
tracked() { git ls-files -- "$@" | while IFS= read -r file; do [ -f "$file" ] && printf '%s\n' "$file"; done; }

mapfile -t sources < <(tracked '*.cpp' '*.h')
mapfile -t texts < <(tracked '*.cpp' '*.h' '*.txt' '*.cmake' '*.md' '*.sh' '*.json' '*.service' '*.conf' dev .ci/run | grep -v '^tests/golden/')

# Versions of clang-format disagree about details; the sources have the form that version 14 (Debian 12) gives them.
formatted() {
  command -v clang-format >/dev/null || { complain "clang-format is not installed; run ./dev setup"; return; }
  clang-format --version | grep -q 'version 14\.' || { echo "lint: formatting is checked by clang-format 14 only" >&2; return; }
  printf '%s\0' "${sources[@]}" | xargs -0 -n 20 -P "$(nproc)" clang-format --dry-run -Werror >/dev/null 2>"$scratch/format" ||
    grep -oE '^[^: ]+:[0-9]+:[0-9]+: error' "$scratch/format" | cut -d : -f 1 | sort -u | complain_each "not as clang-format has it; run clang-format -i"
}

words() {
  local unfinished='\b(TO''DO|FIX''ME|HA''CK)\b|//.*\bX''XX\b'
  grep -HnEI "$unfinished" "${texts[@]}" | complain_each "unfinished work belongs into an issue"
  grep -HnEI '(^|[^A-Za-z0-9_.$}~-])/(home|root|work|Users)/[A-Za-z]' "${texts[@]}" | complain_each "a path of somebody's machine"
}

# Functions like printf take their words from the program, never from a person.
formats() {
  grep -HnE '\b(f|s|sn)?printf\((stderr, |stdout, |[a-z_]+, sizeof [a-z_]+, )?[a-z_.>()-]+\)' "${sources[@]}" |
    complain_each "a text is used as a format"
}

sizes() {
  local file lines
  for file in "${sources[@]}"; do
    lines=$(wc -l <"$file")
    [ "$lines" -le 400 ] || complain "more than 400 lines are two nouns: $file has $lines"
  done
  for file in $(tracked '*/main.cpp'); do
    lines=$(wc -l <"$file")
    [ "$lines" -le 150 ] || complain "a main is a list of contents, at most 150 lines: $file has $lines"
  done
}

# A file begins by saying what it is for; a .cpp may leave that to the header of its name.
introductions() {
  local file
  for file in "${sources[@]}"; do
    head -1 "$file" | grep -q '^//' && continue
    [[ $file == *.cpp && -f ${file%.cpp}.h ]] && continue
    complain "does not begin with a line that says what it is for: $file"
  done
}

# may_not ROOM-PATTERN INCLUDE-PATTERN WHY [BUT-PATTERN]: no tracked source of the room includes such a header, except some.
may_not() {
  local room=$1 header=$2 why=$3 but=${4:-^$}
  printf '%s\n' "${sources[@]}" | grep -E "$room" | grep -vE "$but" | xargs -r grep -HnE "^ *#include [<\"]($header)" | complain_each "$why"
}

# The files that decide: the sources of every room of CMake's whose name ends in _rules.
rules() {
  local list
  for list in $(tracked '*CMakeLists.txt'); do
    awk -v folder="$(dirname "$list")/" '/^mangnon_room\(.*_rules$/ {on = 1} /LINKS|\)/ {on = 0} on && $1 ~ /\.cpp$/ {print folder $1}' "$list"
  done
}

rooms() {
  may_not '^core/' '(journal|ui|kiosk|display|backend-sync|tests)/' 'core leans on nothing of ours'
  may_not '^core/' '(fstream|thread|mutex|atomic|future|condition_variable|random|iostream|filesystem|ctime|time\.h|unistd\.h|fcntl\.h|sys/.*|sqlite3\.h)>' 'core is pure'
  printf '%s\n' "${sources[@]}" | grep '^core/' | xargs grep -HnE '_clock\b' | complain_each 'core reads no clock'
  may_not '^journal/' '(ui|kiosk|display|backend-sync|tests)/' 'journal leans on core only'
  may_not '^ui/' '(core|journal|kiosk|display|backend-sync|tests)/' 'ui leans on nothing of ours'
  may_not '^assets/music/' '(journal|ui|kiosk|display|backend-sync|tests)/' 'music leans on core only'
  may_not '^(core|journal|ui|kiosk|display|backend-sync)/' 'assets/music/' 'the hall plays files; composing them is no program of the venue'
  may_not '^kiosk/' '(display|backend-sync|tests)/' 'kiosk leans on core, journal and ui'
  may_not '^display/' '(kiosk|backend-sync|tests)/' 'display leans on core, journal and ui'
  may_not '^(kiosk|display)/' '(curl/.*|boost/(asio|beast).*|sys/socket\.h|netinet/.*|netdb\.h)' 'a window never touches the network' \
    '^kiosk/printing/tcp\.'
  # mangnon-print is no window; a window knows its rules and its mailbox.
  may_not '^(kiosk|display)/' 'kiosk/printing/(child|cups|descriptor|device|draw|folder|layout|line|paper|pdf|print_options|qr|raster|sheet|tcp|type)\.h' \
    'the inside of mangnon-print' '^kiosk/printing/'
  may_not '^(kiosk|display)/' '(cairo|pango)' 'paper is drawn by mangnon-print' '^kiosk/printing/'
  may_not '^kiosk/printing/(printer|child)\.' '(cairo|pango|sys/socket\.h|kiosk/printing/(draw|layout|pdf|qr|raster|sheet|tcp|type)\.h)' 'the mailbox draws nothing'
  may_not '^backend-sync/' '(kiosk|display|ui|tests)/' 'backend-sync leans on core and journal'
  may_not '^(core|kiosk|display|backend-sync|ui)/' 'sqlite3\.h' 'SQL lives in journal'
  local file
  rules | while IFS= read -r file; do
    may_not "^${file%.cpp}\\.(h|cpp)$" '(ui/.*|journal/(open|chance|file|verify|lock|sqlite.*)\.h|(fstream|thread|mutex|random|iostream|filesystem|ctime|unistd\.h|sys/.*)>)' \
      'rules do no I/O, and a skin is none of their business'
  done
}

# Money is whole đồng in 64 bits; nothing near it knows a fraction.
money() {
  tracked core/money.h core/numbers.h core/numbers.cpp core/figures.h core/figures.cpp core/words.h core/words.cpp core/tally.h \
    core/tally.cpp core/facts.h core/facts.cpp core/campaign.h core/campaign.cpp core/vietqr.h core/vietqr.cpp \
    'backend-sync/*.h' 'backend-sync/*.cpp' 'backend-sync/mangnon/*' |
    xargs grep -HnE '^[^/"]*\b(float|double|stod|stof|strtod|lround)\b' | complain_each "floating point near money"
}

# When core has been built: whatever its sources say, its object code asks the system for no file, clock, socket or randomness.
purity() {
  local archive found='\b(open|openat|fopen|read|write|socket|connect|send|recv|time|gettimeofday|clock_gettime|rand|random|getrandom|randombytes_buf|pthread_create|getenv|system|popen)(64)?(@.*)?$'
  for archive in build/*/core/libmangnon_core.a; do
    [ -f "$archive" ] || continue
    nm --undefined-only "$archive" 2>/dev/null | grep -E " U $found" | sort -u | complain_each "$archive is not pure"
    nm --undefined-only -C "$archive" 2>/dev/null | grep -E 'std::(chrono::_V2::[a-z_]*clock::now|random_device|basic_[io]?fstream|thread)' | sort -u | complain_each "$archive is not pure"
  done
}

formatted
words
formats
sizes
introductions
rooms
money
purity
if [ -s "$scratch/complaints" ]; then
  printf 'lint: %d complaints\n' "$(wc -l <"$scratch/complaints")" >&2
  exit 1
fi
echo "lint: ${#sources[@]} sources, nothing to complain about"
