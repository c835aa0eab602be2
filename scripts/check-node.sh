#!/bin/sh
# The page is built with Node 20.19 or newer.
set -eu

if ! command -v node >/dev/null 2>&1; then
  echo "Node is missing: install Node 20.19 or newer, then run make again."
  exit 1
fi
node -e '
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) process.exit(0);
  console.log(`Node ${process.versions.node} is too old: the page is built with 20.19 or newer.`);
  process.exit(1);
'
