#!/bin/sh
# Opens the window. Where there is no screen, walks through a visit on one that nobody sees instead.
set -eu

if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
  exec "$1"
fi
echo "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
echo "Instead, a visit of a made-up client is walked through in the real window; pictures and PDFs go to out/."
"${MAKE:-make}" visit
echo "Look into out/:"
ls out
