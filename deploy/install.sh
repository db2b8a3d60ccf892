#!/usr/bin/env bash
# Installs the release build on this machine: programs to /usr/local/bin, assets to /usr/local/share/mangnon, units to systemd, and the user
# `mangnon`. Enables nothing: which machine is a kiosk, a display or a hub is yours to say (printed at the end).
set -euo pipefail
cd "$(dirname "$0")/.."

[ "$(id -u)" -eq 0 ] || { echo "install.sh: run as root (sudo deploy/install.sh)" >&2; exit 1; }
programs=(mangnon mangnon-hub mangnon-sync mangnon-kiosk mangnon-print mangnon-display)
for program in "${programs[@]}"; do
  [ -x "build/release/bin/$program" ] || { echo "install.sh: build/release/bin/$program is missing; run ./dev build release first" >&2; exit 1; }
done

id mangnon >/dev/null 2>&1 || useradd --system --home-dir /var/lib/mangnon --shell /usr/sbin/nologin mangnon
install -d -m 0755 /usr/local/bin /usr/local/share/mangnon /etc/mangnon
install -d -m 0750 -o mangnon -g mangnon /var/lib/mangnon
for program in "${programs[@]}"; do install -m 0755 "build/release/bin/$program" /usr/local/bin/; done
cp -r assets/. /usr/local/share/mangnon/
units=${MANGNON_UNIT_DIR:-/etc/systemd/system}
install -d "$units"
install -m 0644 deploy/*.service "$units/"
if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi

cat <<'TEXT'
Installed. Then, on the machine that is…
  a hub:      systemctl enable --now mangnon-hub
  a kiosk:    printf 'JOURNAL=/var/lib/mangnon/kiosk.db\nHUB=http://HUB:8440\n' > /etc/mangnon/sync-push.env
              systemctl enable --now mangnon-kiosk mangnon-sync@push
              copy /var/lib/mangnon/kiosk.db.pub to the hub and there, with the hub stopped:
              mangnon enrol --journal /var/lib/mangnon/hub.db --card kiosk.db.pub --role kiosk
  a display:  printf 'JOURNAL=/var/lib/mangnon/display.db\nHUB=http://HUB:8440\n' > /etc/mangnon/sync-pull.env
              systemctl enable --now mangnon-sync@pull mangnon-display   (enrol its display.db.pub with --role display)
TEXT
