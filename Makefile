# Every target does its own set-up, says which step it is in and how long the step took.
# Debug (tests) and release (the program) share .build, in different folders, always with the same flags.

SHELL := /bin/bash
SWIFT ?= swift
TIMED := Scripts/timed
SOURCES := Sources Tests Package.swift
DOCUMENTED := BuyTillYouDie CustomerValue
# HEADLESS=1: make demo checks its own output and exits.
HEADLESS ?=
# Where make demo serves.
PORT ?= 8080

.DEFAULT_GOAL := help
.PHONY: help components setup build demo test test-browser test-contract test-faults check lint format docs screenshots samples bench package clean

help: ## Show this list
	@echo "Perennial: customer value for shops."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "Start with: make demo"

setup: ## Check Swift and install what the build needs
	@Scripts/setup

build: setup ## Build the program: .build/release/perennial
	@$(TIMED) "Building the program (release; some minutes the first time)" $(SWIFT) build -c release --product perennial

demo: build ## Make a demo shop and serve it (PORT=8080; HEADLESS=1: check it and exit)
	@HEADLESS="$(HEADLESS)" PORT="$(PORT)" Scripts/demo

# Tests at once. Without a limit all of them begin together, and a server among them answers when a thousand others had their turn.
TESTS_AT_ONCE ?= 8
# The runner's own closing line stays last: nothing is printed after it.
test: setup ## Build and run every test
	@$(TIMED) "Building the tests (debug; some minutes the first time)" $(SWIFT) build --build-tests
	@echo "==> Running the tests"
	@SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(TESTS_AT_ONCE) $(SWIFT) test --skip-build --disable-xctest

test-contract: build ## Play Klaviyo's SDK against the server (needs Python and PyPI)
	@$(TIMED) "Playing the SDK against the server" Tests/Contract/run

test-browser: build ## Use the pages in a real browser (needs Python, PyPI and chromium)
	@$(TIMED) "Using the pages in a browser" Tests/Browser/run

# ROUNDS of kill -9 under load, a quarter as many power cuts; SEED repeats what was seen.
ROUNDS ?= 200
SEED ?=
test-faults: build ## Kill the server under load, cut its power, fill its disk (ROUNDS=200)
	@$(TIMED) "Faults, really done" Tests/Faults/run $(ROUNDS) $(SEED)

lint: setup
	@$(TIMED) "Checking the format" $(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

check: lint ## Check the format, then build and run every test
	@$(MAKE) --no-print-directory test

format: setup ## Format the sources in place
	@$(TIMED) "Formatting" $(SWIFT) format --in-place --parallel --recursive $(SOURCES)

docs: setup ## Build the documentation of the libraries: .build-docs/archives
	@$(TIMED) "Building the documentation" Scripts/build-documentation $(DOCUMENTED)

components: ## Write docs/components.html anew: the parts that pages are made of
	@swift build --build-tests
	@PERENNIAL_WRITE=components swift test --skip-build --disable-xctest --filter ComponentsTests

screenshots: build ## Make the picture of the README from the program's true output
	@mkdir -p docs/images
	@$(TIMED) "Making docs/images/demo.svg" Scripts/readme-picture
	@$(TIMED) "Making pictures of pages in docs/images" Scripts/page-pictures

samples: build ## Make the sample reports in docs/samples
	@$(TIMED) "Making docs/samples" Scripts/sample-reports

bench: build ## Run the benchmarks
	@$(TIMED) "Running the benchmarks" Benchmarks/run

package: setup ## Make a tarball and a Debian package that run without Swift
	@$(TIMED) "Making the packages" Scripts/package

clean: ## Remove everything that was built
	@$(TIMED) "Removing what was built" rm -rf .build .build-docs .build-browser .build-contract .build-faults .build-package demo-output
