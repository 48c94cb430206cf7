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
TEST_PACKAGES := chromium gcc libumockdev-dev pkg-config strace udev umockdev

.PHONY: help setup toolchain packages build build-tests demo test run lint format bench fuzz

help:
	@echo 'make demo    the gateway at work on three simulated modems, in half a minute'
	@echo 'make test    all tests'
	@echo 'make run     the gateway for real modems, in the foreground, its state under ./var'
	@echo 'make build   the debug build that all of these share'
	@echo 'make lint    check the format of the sources; make format corrects it'
	@echo 'make bench   measure the codec; make fuzz SECONDS_EACH=60 fuzzes it'
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

lint: toolchain
	@$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

format: toolchain
	@$(SWIFT) format --in-place --recursive Package.swift Sources Tests

# Packages of their own, so that the gateway does not depend on what measures it.
bench: toolchain
	@sh Benchmarks/run.sh

fuzz: toolchain
	@sh Fuzz/run.sh $(SECONDS_EACH)
