#!/bin/sh
# Puts the published clinical cases to the program, where they and Python are present beside this folder.
set -eu

checker=../shared/clinical/check_cases.py
if ! command -v python3 >/dev/null 2>&1 || [ ! -f "$checker" ]; then
  echo "Clinical cases: skipped, $checker or python3 is not here."
  exit 0
fi
exec python3 "$checker" --command "$1 assess -" --properties ../shared/clinical/cases
