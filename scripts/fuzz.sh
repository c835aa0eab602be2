#!/bin/sh
# fuzz.sh SECONDS [TARGET...]: random trials of the doors of care and of the reader of foreign pictures under libFuzzer,
# on the compiler that builds the product. One line per target says what came of it; anything found is kept in the target folder, and exit is 1.
# FUZZ_SANITIZER=address watches memory as well; for that the stable compiler has to be told to allow it.
set -eu

seconds=$1
shift
[ $# -gt 0 ] || set -- barcode case picture

cd "$(dirname "$0")/.."
out=${CARGO_TARGET_DIR:-target}/fuzz
mkdir -p "$out"
out=$(cd "$out" && pwd)
host=$(rustc -vV | sed -n 's/^host: //p')

flags="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4"
flags="$flags -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table"
flags="$flags -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1"
build=$out/plain
if [ "${FUZZ_SANITIZER:-none}" = address ]; then
    flags="$flags -Zsanitizer=address"
    build=$out/address
    export RUSTC_BOOTSTRAP=1
fi

# Where a target stands.
crate_of() {
    if [ "$1" = picture ]; then echo crates/exchange/fuzz; else echo crates/care/fuzz; fi
}

for crate in $(for target in "$@"; do crate_of "$target"; done | sort -u); do
    RUSTFLAGS=$flags cargo build --locked --release --target "$host" --target-dir "$build" \
        --manifest-path "$crate/Cargo.toml"
done

# The first folder takes what is new; the others are only read.
seeds_of() {
    echo "$(crate_of "$1")/seeds/$1"
    [ "$1" != case ] || echo crates/care/tests/cases
}

# Longest trial: the most letters of a code that are worth trying, a case four times as long as a full one, a small
# picture with all its tables.
longest() {
    case $1 in case) echo 32768 ;; picture) echo 16384 ;; *) echo 512 ;; esac
}

failed=0
for target in "$@"; do
    corpus=$out/corpus/$target
    found=$out/found/$target
    log=$out/$target.log
    mkdir -p "$corpus" "$found"
    # shellcheck disable=SC2046 # Each seed folder is a word of its own.
    if "$build/$host/release/$target" "$corpus" $(seeds_of "$target") -max_total_time="$seconds" \
        -max_len="$(longest "$target")" -timeout=5 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$found/" >"$log" 2>&1; then
        said="nothing found"
    else
        said="FOUND SOMETHING: see $log and $found"
        failed=1
    fi
    trials=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    reached=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
    kept=$(find "$corpus" -type f | wc -l)
    echo "fuzz $target: ${trials:-0} trials in $seconds s, ${reached:-0} places reached, $kept texts kept, $said"
done
exit $failed
