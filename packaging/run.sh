#!/bin/sh
# Starts the program; without a display it shows what the program can do as pictures and papers in out/.
set -eu
bin=$1
if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$bin/kitadesk"
fi
mkdir -p out
rm -rf out/beispielstadt
"$bin/kitadesk" --data out/beispielstadt demo
QT_QPA_PLATFORM=offscreen "$bin/kitadesk" --data out/beispielstadt screenshots -o out
"$bin/kitadesk" --data out/beispielstadt print --everything -o out
echo "Kein Bildschirm gefunden: Bilder der Seiten und alle Papiere liegen in out/."
