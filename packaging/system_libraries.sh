#!/bin/sh
# The system libraries that Qt's window needs on Debian and Ubuntu, and the virtual screen for the
# end-to-end test. Names what is missing; installs it where apt may be used; never fails the set-up.
set -u
PACKAGES="libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libxcb-cursor0 libxkbcommon-x11-0
libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-image0 libxcb-render-util0 libxcb-xinerama0
libxcb-randr0 xvfb xdotool"

[ "$(uname -s)" = Linux ] || exit 0
if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "Kein Debian: Bitte die Pakete Ihrer Distribution einrichten, die diesen entsprechen:" $PACKAGES
    exit 0
fi
missing=""
for package in $PACKAGES; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "Es fehlen Systembibliotheken:$missing"
as_root=""
if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        echo "Bitte einrichten mit: sudo apt-get install$missing"
        exit 0
    fi
fi
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null ||
    echo "Das Einrichten ist nicht gelungen. Bitte von Hand: apt-get install$missing"
exit 0
