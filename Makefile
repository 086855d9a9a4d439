# The only command surface: `make` lists what there is.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
# uv installs in seconds; where it cannot reach the index as pip is set up to (a proxy, a certificate), pip does it.
install = $(BIN)/uv pip --quiet install --python $(BIN)/python --compile-bytecode $(1) \
  || $(BIN)/python -m pip install --quiet --disable-pip-version-check $(1)

# A process for each core, up to four: whoever has nothing left to do takes over from another.
side_by_side := --numprocesses=logical --maxprocesses=4 --dist=worksteal

.DEFAULT_GOAL := help
.PHONY: help demo test check bench soak javascript screenshots requirements clean

help: ## List these commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 20

demo: $(BIN)/.runtime ## Use the bot in the browser, on a sample plan: no Slack, no token
	@$(BIN)/actions demo

test: $(BIN)/.tests ## Run every test
	@echo "Running the tests…"
	@$(BIN)/python -m pytest $(side_by_side)

check: $(BIN)/.tests ## Style, types and the shape of the house
	@echo "Checking style, types and layers…"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

bench: $(BIN)/.tests ## Measure what the issues name (figures, never pass or fail)
	@$(BIN)/python -m benchmarks

soak: $(BIN)/.tests ## The seeded tests again, with many more seeds
	@$(BIN)/python -m pytest --hypothesis-profile=soak

javascript: ## Install Slack's JavaScript clients and axe-core, for the tests alone (needs Node)
	@npm ci --no-audit --no-fund --loglevel=error --prefix tests/javascript

screenshots: $(BIN)/.tests ## Draw docs/screenshots anew (needs Chromium)
	@$(BIN)/python -m tests.browser.screenshots

requirements: $(BIN)/.tests ## Compile requirements/*.in to pinned, hashed *.txt
	@for set in bootstrap runtime tests; do \
	  $(BIN)/uv pip compile --quiet --generate-hashes --no-header --python-version 3.11 \
	    $$(test $$set = tests && echo "-c requirements/runtime.txt") requirements/$$set.in -o requirements/$$set.txt; \
	done

clean: ## Remove the environment and caches
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis tests/javascript/node_modules

$(BIN)/.bootstrap: requirements/bootstrap.txt
	@echo "Making a virtual environment in .venv (with $$($(PYTHON) --version))…"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 …")'
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(BIN)/.runtime: $(BIN)/.bootstrap requirements/runtime.txt pyproject.toml
	@echo "Installing what the bot needs…"
	@$(call install,--require-hashes -r requirements/runtime.txt)
	@$(call install,--no-deps --no-build-isolation --editable .)
	@$(BIN)/python -m compileall -q app bot documents jobs plans storage workspace
	@touch $@

$(BIN)/.tests: $(BIN)/.runtime requirements/tests.txt
	@echo "Installing what the tests need…"
	@$(call install,--require-hashes -r requirements/tests.txt)
	@touch $@
