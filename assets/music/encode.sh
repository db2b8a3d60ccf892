#!/usr/bin/env bash
# Makes assets/sound anew from the score: for whoever changed the music. Needs oggenc (Debian: vorbis-tools), which
# building and running do not. The same score and encoder give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v oggenc >/dev/null || { echo "encode.sh: oggenc is missing (apt-get install vorbis-tools)" >&2; exit 1; }
./dev build release --target mangnon-render-sounds >/dev/null
waves=$(mktemp -d)
trap 'rm -rf "$waves"' EXIT
build/release/bin/mangnon-render-sounds "$waves"
mkdir -p assets/sound
rm -f assets/sound/*.ogg
serial=0
for wave in "$waves"/*.wav; do
  serial=$((serial + 1))
  oggenc --quiet --quality 5 --serial "$serial" -c "COPYRIGHT=Măng Non, MIT" -o "assets/sound/$(basename "${wave%.wav}").ogg" "$wave"
done
du -cb assets/sound/*.ogg
