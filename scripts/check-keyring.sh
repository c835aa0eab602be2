#!/bin/sh
# Puts a secret into a real keyring and takes it out again: GNOME's, on a message bus and in a home of its own.
set -eu

for tool in dbus-run-session gnome-keyring-daemon; do
  command -v "$tool" >/dev/null 2>&1 || { echo "make check-keyring needs $tool (in Debian: dbus, gnome-keyring)"; exit 1; }
done
cargo test --locked --quiet --workspace --lib --no-run
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
HOME=$home XDG_DATA_HOME=$home/data XDG_RUNTIME_DIR=$home dbus-run-session -- sh -c '
  printf "a password of the desktop" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
  CARGO_HOME=$1 RUSTUP_HOME=$2 exec cargo test --locked --workspace --lib os_keyring -- --ignored
' check-keyring "${CARGO_HOME:-$HOME/.cargo}" "${RUSTUP_HOME:-$HOME/.rustup}"
