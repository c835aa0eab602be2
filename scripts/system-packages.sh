#!/bin/sh
# Installs the system packages that are missing, and says which. `run`: to build and open the window. `test`: also to
# drive it. `fuzz`: to build libFuzzer, and nothing else.
set -eu

missing=""
need() { # need PACKAGE COMMAND...: the package is missing if the command fails
  package=$1
  shift
  "$@" >/dev/null 2>&1 || missing="$missing $package"
}

if [ "$1" = fuzz ]; then
  need g++ command -v c++
else
  need pkg-config pkg-config --version
  need perl perl -MFindBin -MIPC::Cmd -e 1
  need libwebkit2gtk-4.1-dev pkg-config --exists webkit2gtk-4.1
fi
if [ "$1" = test ]; then
  need xvfb command -v Xvfb
  need webkit2gtk-driver command -v WebKitWebDriver
  need poppler-utils command -v pdftotext
  need qpdf command -v qpdf
  need binutils command -v nm
fi
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends$missing"
if ! command -v apt-get >/dev/null 2>&1; then
  echo "Missing on this system (names as in Debian):$missing"
  echo "Install them with your own package manager, then run make again."
  exit 1
elif [ "$(id -u)" = 0 ]; then
  echo "Installing missing system packages:$missing"
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive $install
elif command -v sudo >/dev/null 2>&1; then
  echo "Installing missing system packages with sudo:$missing"
  sudo apt-get update -q
  sudo DEBIAN_FRONTEND=noninteractive $install
else
  echo "Some system packages are missing. As root, run:"
  echo "  apt-get update && $install"
  echo "then run make again."
  exit 1
fi
