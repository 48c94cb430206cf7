# What a person does with a clone: see it (demo), check it (test), use it (run).
#
# All of them share one debug build: the first of them makes it, and the rest leave it as it is.

SHELL := /bin/bash
.DEFAULT_GOAL := build

SWIFT ?= swift

# One set of flags for all builds: with another, everything would be built anew.
BUILD_FLAGS := --explicit-target-dependency-import-check error
HERMOD := .build/debug/hermod

# What the build links against, and what tests use: a browser, devices without hardware, system calls.
BUILD_PACKAGES := libsqlite3-dev libudev-dev
TEST_PACKAGES := chromium gcc groff-base libumockdev-dev pkg-config sqlite3 strace systemd udev umockdev

.PHONY: help setup toolchain packages build build-tests demo test run lint format bench fuzz
.PHONY: release install uninstall deb deb-check
.PHONY: crash-sweep storm tsan bench-throughput bench-submissions bench-backlog bench-deferred bench-files
.PHONY: bench-first-light bench-hanging-modem
.PHONY: simulate-faults simulate-mutations compare

help:
	@echo 'make demo    the gateway at work on three simulated modems, in half a minute'
	@echo 'make test    all tests'
	@echo 'make run     the gateway for real modems, in the foreground, its state under ./var'
	@echo 'make build   the debug build that all of these share'
	@echo 'make lint    check the format of the sources; make format corrects it'
	@echo 'make bench   measure the codec and the classifier; make fuzz SECONDS_EACH=60 fuzzes it'
	@echo 'make deb     a Debian package; make release, and then make install, without one'
	@echo 'make bench-first-light, -throughput, -submissions, -backlog, -deferred, -files, -hanging-modem   measure the gateway (release build)'
	@echo 'make crash-sweep   a kill or an error at every system call; make storm: ten minutes of both'
	@echo 'make tsan    the thread sanitizer over the tests of the gateway'
	@echo 'make simulate-faults SEEDS=1000 proves the promises under simulated faults'
	@echo 'make compare   hermod pdu against other implementations of the codec, from PyPI'
	@echo 'make setup   install what is missing of the Debian packages; root or sudo for that alone'

setup: toolchain
	@bash .ci/install-packages $(BUILD_PACKAGES) $(TEST_PACKAGES)

packages: toolchain
	@bash .ci/install-packages $(BUILD_PACKAGES)

toolchain:
	@command -v $(SWIFT) >/dev/null || { \
	  echo 'There is no swift in PATH.' >&2; \
	  echo 'Install Swift 6.3 (https://www.swift.org/install/linux), or name it: make SWIFT=/path/to/swift' >&2; \
	  exit 1; }

build: packages
	@$(SWIFT) build $(BUILD_FLAGS)

build-tests: setup
	@$(SWIFT) build $(BUILD_FLAGS) --build-tests

demo: build
	@$(HERMOD) demo

# All at once, the tests take each other's time and miss deadlines; four at a time finish sooner.
test: build-tests
	@$(SWIFT) test $(BUILD_FLAGS) --skip-build --disable-xctest \
	  --experimental-maximum-parallelization-width 4

run: build var/hermod.toml
	@echo 'Talk to it from another terminal: export HERMOD_SOCKET=$(CURDIR)/var/hermod.sock'
	@exec $(HERMOD) daemon --config var/hermod.toml

var/hermod.toml:
	@mkdir -p var
	@printf '%s\n' \
	  '# Made by "make run"; yours to change. README.md says what else can stand here.' \
	  '[gateway]' \
	  'state_directory = "$(CURDIR)/var/state"' \
	  'socket = "$(CURDIR)/var/hermod.sock"' \
	  '' \
	  '[spool]' \
	  'directory = "$(CURDIR)/var/spool"' > $@

# The sources of the small packages that measure and fuzz; the rest of them are links into Sources.
OWN_SOURCES = Package.swift Sources Tests $(wildcard Fuzz/Package.swift Fuzz/Sources/Fuzz* \
  Benchmarks/Package.swift Benchmarks/Sources/*Benchmark)

lint: toolchain
	@$(SWIFT) format lint --strict --recursive $(OWN_SOURCES)

format: toolchain
	@$(SWIFT) format --in-place --recursive $(OWN_SOURCES)

# Packages of their own, so that the gateway does not depend on what measures it.
bench: toolchain
	@sh Benchmarks/run.sh

fuzz: toolchain
	@sh Fuzz/run.sh $(SECONDS_EACH)

# Without the Swift runtime: the target needs no Swift.
release: packages
	@$(SWIFT) build $(BUILD_FLAGS) -c release --static-swift-stdlib --product hermod

# Where things go; a package builder sets DESTDIR, and PREFIX=/usr.
DESTDIR ?=
PREFIX ?= /usr/local
BINARY ?= .build/release/hermod

install:
	@sh debian/install-files "$(BINARY)" "$(DESTDIR)" "$(PREFIX)"

uninstall:
	@sh debian/uninstall-files "$(DESTDIR)" "$(PREFIX)"

# A package for this machine's architecture, in .build/deb.
deb: release
	@bash .ci/install-packages dpkg-dev
	@bash debian/build-package "$(BINARY)"

# The package in a system of its own, made of this one: installed, used, upgraded, purged. As root.
deb-check:
	@bash debian/check-package

# The gateway as it is shipped, on simulated modems, which share the machine with it.
bench-throughput bench-submissions bench-backlog bench-deferred bench-first-light bench-hanging-modem: release
	@python3 Benchmarks/Gateway/$(@:bench-%=%).py

bench-files: release
	@python3 Benchmarks/Gateway/backlog.py --files

# What "make test" does a few points of, whole: at every system call of a message's way. Half an
# hour on two cores; four at a time, since most of it is waiting.
crash-sweep: build-tests
	@HERMOD_LONG=1 $(SWIFT) test $(BUILD_FLAGS) --skip-build --disable-xctest \
	  --experimental-maximum-parallelization-width 4 \
	  --filter 'SystemCallSweepTests|DurableOrderTests|EndToEndTests.FullDiskTests|KillTests'

STORM_SECONDS ?= 600
storm: build-tests
	@HERMOD_STORM=$(STORM_SECONDS) $(SWIFT) test $(BUILD_FLAGS) --skip-build --disable-xctest \
	  --filter StormTests

# A build of its own, in .build-tsan, since everything is compiled anew for it.
tsan: setup
	@SWIFT='$(SWIFT)' bash Tests/ThreadSanitizer/run.sh

# The promises under simulated crashes, power cuts and faults of modems; each rule broken on purpose.
simulate-faults: toolchain
	@SWIFT='$(SWIFT)' sh Tests/FaultSimulation/run.sh $(SEEDS)

# The codec against those of others, in an environment of their own; CASES of each kind.
COMPARED := python-gammu smspdudecoder 'bitstring<4.2' python-messaging python-gsmmodem smsutil gsmcodecs
CASES ?= 3000
compare: build
	@test -x .build/compare/bin/python3 || python3 -m venv .build/compare
	@for package in $(COMPARED); do \
	  .build/compare/bin/pip install -q --disable-pip-version-check "$$package" \
	    || echo "$$package cannot be installed, and is left out"; \
	done
	@.build/compare/bin/python3 Tests/Comparison/compare.py $(HERMOD) $(CASES)

simulate-mutations: toolchain
	@SWIFT='$(SWIFT)' sh Tests/FaultSimulation/run.sh mutations 2000
