# Needlepoint: `make run` opens the window, `make test` checks everything. Both install what is missing, and say so.

SHELL := /bin/sh
CARGO := cargo
PAGE := $(shell find ui/src ui/public locales -type f) ui/index.html ui/package.json ui/vite.config.ts ui/svelte.config.js ui/tsconfig.json
DEBUG := $(or $(CARGO_TARGET_DIR),target)/debug

# The test that takes every row of the rules away in turn.
COVERAGE := every_row_of_the_content_is_noticed

FUZZ_SECONDS ?= 600

CLINIC ?= out/clinic
CLINIC_CLIENTS ?= 100000

.PHONY: help run test build binaries visit format lint check-page check-paper check-keyring approve-papers test-rust check-cases coverage fuzz bench bench-clinic contract packages-to-run packages-to-test packages-to-fuzz
.DELETE_ON_ERROR:
.NOTPARALLEL:

help:
	@echo "make run       open the window; without a screen, walk through a visit and leave pictures and PDFs in out/"
	@echo "make test      check everything"
	@echo "make build     the page and the program, nothing else"
	@echo "make visit     walk through a visit in the real window, on a screen nobody sees; results in out/"
	@echo "make coverage  say for every row of the rules whether one of our own cases would notice if it were gone"
	@echo "make fuzz      try the readers of barcodes, cases and pictures on random bytes, FUZZ_SECONDS=600 each"
	@echo "make bench     time verdicts, readers, papers and a made-up clinic, each beside its bar"
	@echo "make bench-clinic   the same door on a clinic of CLINIC_CLIENTS=100000, made once in CLINIC=out/clinic"
	@echo "make check-paper  hand every document to veraPDF and pyHanko; needs Java and downloads both, pinned"
	@echo "make check-keyring  put a secret into a real keyring of a desktop and take it out again"
	@echo "make approve-papers  draw the approved pictures of every paper anew; look at them before they are committed"
	@echo "make contract  write the page's contract anew after a change in crates/desk/src/wire"

run: build
	@sh scripts/run.sh $(DEBUG)/needlepoint

test: packages-to-test format lint check-page test-rust check-cases coverage
	@echo "make test: everything passed"

build: packages-to-run ui/dist/index.html
	$(CARGO) build --locked --workspace

# The program as it ships, and the one that tests may steer. Only the window's own crate differs.
binaries: ui/dist/index.html
	$(CARGO) build --locked --workspace --features needlepoint/probe
	rm -f $(DEBUG)/needlepoint-probe
	cp $(DEBUG)/needlepoint $(DEBUG)/needlepoint-probe
	$(CARGO) build --locked --workspace

visit: packages-to-test binaries
	$(CARGO) test --locked --workspace --test end_to_end -- visit

format:
	$(CARGO) fmt --all --check
	$(CARGO) fmt --manifest-path crates/care/fuzz/Cargo.toml --check
	$(CARGO) fmt --manifest-path crates/exchange/fuzz/Cargo.toml --check

lint: ui/dist/index.html
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings

check-page: ui/node_modules/.package-lock.json
	cd ui && npm run --silent check && npm run --silent lint && npm test --silent

# Coverage has a step of its own: it takes long, and says more there.
test-rust: binaries
	$(CARGO) test --locked --workspace -- --skip $(COVERAGE)

check-cases: binaries
	@sh scripts/check-cases.sh $(DEBUG)/needlepoint-cli

coverage:
	@$(CARGO) test --locked --quiet --workspace --lib $(COVERAGE) -- --nocapture

fuzz: packages-to-fuzz
	@sh scripts/fuzz.sh $(FUZZ_SECONDS)

bench:
	$(CARGO) bench --locked -p care --bench rules
	$(CARGO) bench --locked -p store --bench journal
	$(CARGO) bench --locked -p desk --bench clinic
	$(CARGO) bench --locked -p paper --bench pages

check-paper: packages-to-test
	@sh scripts/check-paper.sh

check-keyring:
	@sh scripts/check-keyring.sh

# A clinic of CLINIC_CLIENTS with four visits each is made once, in CLINIC, and measured as often as asked.
bench-clinic: $(CLINIC)/made
	NEEDLEPOINT_BENCH_CLINIC=$(abspath $(CLINIC))/vault NEEDLEPOINT_BENCH_PASSWORD_FILE=$(abspath $(CLINIC))/password \
		$(CARGO) bench --locked -p desk --bench clinic

$(CLINIC)/made:
	rm -rf $(CLINIC)
	mkdir -p $(CLINIC)
	echo "seven green umbrellas" > $(CLINIC)/password
	$(CARGO) run --locked --release -p cli -- sample --clients $(CLINIC_CLIENTS) --visits-per-client 4 \
		--vault $(CLINIC)/vault --password-file $(CLINIC)/password
	@touch $@

approve-papers: packages-to-test
	$(CARGO) test --locked --workspace --lib approve_the_pictures -- --ignored

contract:
	$(CARGO) run --locked -p desk --example contract

ui/node_modules/.package-lock.json: ui/package-lock.json
	@sh scripts/check-node.sh
	cd ui && npm ci --no-audit --no-fund
	@touch $@

ui/dist/index.html: ui/node_modules/.package-lock.json $(PAGE)
	cd ui && npm run --silent build

packages-to-run:
	@sh scripts/system-packages.sh run

packages-to-test:
	@sh scripts/system-packages.sh test

packages-to-fuzz:
	@sh scripts/system-packages.sh fuzz
