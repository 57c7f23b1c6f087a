# Galla's everyday commands; `make` alone lists them.
#
# `make run` and the unit tests share one debug build: on a fresh machine it is there soonest (a
# release build optimises whole modules, the dependencies' too) and a demo shop is quick enough
# with it. The guest, the benchmarks and the release share one optimised build, in which the Swift
# runtime is linked statically, so that it runs on a machine without Swift.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

INSTALL := packaging/install-debian-packages
RELEASE := -c release --static-swift-stdlib
FORMAT := --configuration .swift-format --parallel --recursive Package.swift Sources Tests Benchmarks

# A campaign's scenario; empty means all.
NAME ?=

.PHONY: help run build release test test-fast guest check fmt bench fuzz campaign clean
.PHONY: toolchain packages-build packages-run packages-test packages-bench packages-guest
.PHONY: tests-built reader-built proofs-built bench-built

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: packages-run build ## install what is missing, build, open the demo shop at this terminal
	@# Job control gives the shop the terminal for itself: make must not hear its Ctrl-C.
	@set -m; .build/debug/galla demo; exit $$?

build: toolchain packages-build ## build galla for development
	swift build --product galla

release: toolchain packages-build ## build galla as it is installed: .build/release/galla
	swift build $(RELEASE) --product galla

test: tests-built packages-guest release proofs-built ## run every test, those in the guest included
	.ci/tests unit printers scanners api proofs guest

test-fast: tests-built ## run every test but those that need an optimised build
	.ci/tests unit printers scanners

guest: packages-guest release reader-built ## run the tests in the guest alone
	.ci/tests guest

check: tests-built ## format, lint, warnings, import rules and the rules of the house
	swift format lint --strict $(FORMAT)
	.ci/tests tidy

fmt: toolchain ## format every Swift file
	swift format --in-place $(FORMAT)

bench: packages-bench release bench-built ## measure, and print the figures as a table
	Benchmarks/peer-setup
	.build/release/galla-bench
	/usr/bin/python3 Benchmarks/decode .build/release/galla-bench
	Benchmarks/startup .build/release/galla .build/release/galla-bench
	Benchmarks/api .build/release/galla .build/release/galla-bench
	Benchmarks/scan-to-answer .build/release/galla

fuzz: toolchain packages-build ## feed whatever reads devices with made-up bytes, 20 seconds each
	Tests/Fuzz/run --seconds 20

# The proofs of the books that have a long form of their own.
PROOFS := crash flips simulation days

ifneq ($(filter $(NAME),$(PROOFS)),)
campaign: proofs-built
	.ci/tests --campaign $(NAME)
else ifeq ($(NAME),fuzz)
campaign: toolchain packages-build
	Tests/Fuzz/run --runs 10000000
else ifeq ($(NAME),large)
campaign: packages-bench bench-built
	.build/release/galla-bench --only large --bills 5000000
else
campaign: $(if $(NAME),reader-built,tests-built proofs-built) packages-guest release ## the long forms of the tests; NAME=… for one scenario, or fuzz
	$(if $(NAME),,Tests/Fuzz/run --runs 10000000)
	.ci/tests --campaign $(if $(NAME),--scenario $(NAME),unit printers scanners $(PROOFS)) guest
endif

clean: ## remove everything that was built, the guest's disks too
	rm -rf .build .build-fuzz .build-bench .guest

tests-built: toolchain packages-build packages-run packages-test
	swift build --build-tests

# The guest's receipts are read a second time by it.
reader-built: toolchain packages-build
	swift build $(DEBUG) --product paper-reader

bench-built: toolchain packages-build
	swift build $(RELEASE) --product galla-bench

proofs-built: toolchain packages-build
	swift build $(RELEASE) --product galla-proof

toolchain: packages-build
	@if ! command -v swift >/dev/null; then \
	    echo 'galla: there is no Swift toolchain in PATH. Install Swift 6.3 for Debian 12' \
	        '(https://www.swift.org/install/linux/), add its usr/bin to PATH, then try again.' >&2; \
	    exit 1; \
	fi

packages-build:
	@$(INSTALL) build

packages-run:
	@$(INSTALL) build run

packages-test:
	@$(INSTALL) build run test

packages-bench:
	@$(INSTALL) build run test bench guest

packages-guest:
	@$(INSTALL) build run guest
