#!/usr/bin/env bash
# lint.sh finds what it is there to find: each fault is planted into a small checkout of its own, and must be named.
# Usage: lint_test.sh PATH-OF-LINT.
set -uo pipefail
lint=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0

# finds FILE TEXT WORDS: with that text in that file, lint fails and says so. WORDS empty: it passes.
finds() {
  local file=$1 text=$2 words=$3 said code
  rm -rf checkout && mkdir checkout && git -C checkout init -q
  mkdir -p "checkout/$(dirname "$file")"
  printf 'BasedOnStyle: Google\nColumnLimit: 120\n' >checkout/.clang-format
  printf '%b' "$text" >"checkout/$file"
  git -C checkout add -A
  said=$("$lint" checkout 2>&1)
  code=$?
  if [ -z "$words" ] && [ $code -eq 0 ]; then return; fi
  if [ -n "$words" ] && [ $code -eq 1 ] && [[ $said == *"$words"*"$file"* ]]; then return; fi
  printf 'FAILED %s: expected "%s", code %s:\n%s\n' "$file" "$words" $code "$said"
  failed=1
}

finds core/a.h '// What it is for.\nint a();\n' ''
if clang-format --version | grep -q 'version 14\.'; then
  finds core/a.h '// What it is for.\nint   a();\n' 'clang-format'
fi
finds core/a.h 'int a();\n' 'does not begin with'
finds core/a.cpp '// T''ODO: later\n' 'unfinished work'
finds docs/a.md 'see /ho''me/somebody/notes\n' "somebody's machine"
finds core/a.cpp '// For this.\n#include "journal/journal.h"\n' 'core leans on nothing'
finds core/a.cpp '// For this.\n#include <fstream>\n' 'core is pure'
finds core/a.cpp '// For this.\nauto now = std::chrono::system_clock::now();\n' 'core reads no clock'
finds kiosk/a.cpp '// For this.\n#include "backend-sync/wire.h"\n' 'kiosk leans on'
finds display/a.cpp '// For this.\n#include "kiosk/visit.h"\n' 'display leans on'
finds display/a.cpp '// For this.\n#include <curl/curl.h>\n' 'never touches the network'
finds kiosk/printing/tcp.cpp '// For this.\n#include <sys/socket.h>\n' ''
finds kiosk/printing/printer.cpp '// For this.\n#include <sys/socket.h>\n' 'never touches the network'
finds kiosk/printing/main.cpp '// For this.\n#include "kiosk/printing/tcp.h"\n' ''
finds kiosk/main.cpp '// For this.\n#include "kiosk/printing/tcp.h"\n' 'the inside of mangnon-print'
finds kiosk/main.cpp '// For this.\n#include "kiosk/printing/printer.h"\n' ''
finds kiosk/printing/printer.cpp '// For this.\n#include "kiosk/printing/raster.h"\n' 'the mailbox draws nothing'
finds ui/a.cpp '// For this.\n#include "core/money.h"\n' 'ui leans on nothing'
finds core/money.h '// For this.\ndouble share(int part);\n' 'floating point near money'
finds ui/a.cpp '// For this.\nvoid a(const char* name) { printf(name); }\n' 'used as a format'
finds ui/a.cpp "// For this.\n$(printf 'int a;\\n%.0s' {1..401})" 'more than 400'
# A rule is what CMake builds as one.
mkdir -p rules/kiosk && git -C rules init -q && printf 'BasedOnStyle: Google\n' >rules/.clang-format
printf 'mangnon_room(mangnon_kiosk_rules\n  SOURCES\n    visit.cpp\n  LINKS mangnon_core)\nmangnon_room(mangnon_kiosk_screens\n  SOURCES\n    screen.cpp\n  LINKS x)\n' >rules/kiosk/CMakeLists.txt
printf '// For this.\n#include "ui/glass.h"\n' | tee rules/kiosk/visit.cpp >rules/kiosk/screen.cpp
git -C rules add -A
said=$("$lint" rules 2>&1)
if [[ $said != *"rules do no I/O"*kiosk/visit.cpp* || $said == *kiosk/screen.cpp* ]]; then
  printf 'FAILED a rule that draws:\n%s\n' "$said"
  failed=1
fi
exit $failed
