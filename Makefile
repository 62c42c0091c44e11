# pindu: `make read` in a fresh clone opens the sample article in the browser.
#
# PYTHON=python3.12 make read   takes another Python (3.11 or newer)
# make read TEXT=my.txt         opens another text
# make bench TEXTS=folder       measures on the .txt files of a folder too

PYTHON ?= python3
TEXT ?= seeds/000_bfa1f241c2576418.txt
TEXTS ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
TYPESCRIPT := npm exec --yes --package=typescript@5.9.3 -- tsc

.PHONY: read serve test check format bench quality clean browser postgres help

help:
	@echo "make read      open the sample article in the browser"
	@echo "make serve     serve the library"
	@echo "make test      install what the tests need and run all of them"
	@echo "make check     ruff, mypy --strict and tsc --checkJs"
	@echo "make bench     speed and memory of the engine, the library and the page in a browser"
	@echo "make quality   how often cuts, readings and senses are right, beside four baselines"
	@echo "make clean     remove .venv and everything that was built"

read: $(VENV)/.installed
	@$(BIN)/pindu read $(TEXT)

serve: $(VENV)/.installed
	@$(BIN)/pindu serve

test: $(VENV)/.installed-test browser postgres
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@if command -v npm >/dev/null; then \
	    echo "$(TYPESCRIPT) --project webapp/web/jsconfig.json"; \
	    $(TYPESCRIPT) --project webapp/web/jsconfig.json; \
	else \
	    echo "The scripts were NOT checked: that needs npm (Node.js 20 or newer)." >&2; \
	    test -z "$$CI"; \
	fi

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.installed-test browser
	$(BIN)/python -m benchmarks.speed $(TEXTS)
	$(BIN)/python -m benchmarks.memory $(TEXTS)
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.library $(TEXTS)
	$(BIN)/python -m benchmarks.browser

quality: $(VENV)/.installed-test
	$(BIN)/python -m tests.quality.report

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find webapp tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp a set of dependencies, so that a changed pyproject.toml installs again.
$(BIN)/python:
	@echo "Making $(VENV) ..." >&2
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing pindu into $(VENV) (once; about a minute) ..." >&2
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-test: pyproject.toml | $(BIN)/python
	@$(PIP) --editable '.[test]'
	@touch $(VENV)/.installed $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	@$(PIP) --editable '.[dev]'
	@touch $(VENV)/.installed $@

# The tests drive a real Chromium: the system's own, else Debian's, else Playwright's.
browser: $(VENV)/.installed-test
	@if command -v chromium || command -v chromium-browser || command -v google-chrome; then :; \
	elif command -v apt-get >/dev/null && { test "$$(id -u)" = 0 || sudo -n true 2>/dev/null; }; then \
	    sudo=; test "$$(id -u)" = 0 || sudo="sudo -n"; \
	    $$sudo apt-get update -qq && \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk; \
	else \
	    $(BIN)/playwright install chromium; \
	fi

# The store is tested on a real PostgreSQL too (tests/store/postgres.py starts one): Debian's, where apt may install it.
postgres:
	@if command -v initdb || ls /usr/lib/postgresql/*/bin/initdb; then :; \
	elif command -v apt-get && { test "$$(id -u)" = 0 || sudo -n true; }; then \
	    sudo=; test "$$(id -u)" = 0 || sudo="sudo -n"; \
	    $$sudo apt-get update -qq; \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql || true; \
	fi >/dev/null 2>&1
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
	    echo "PostgreSQL is not installed and cannot be: the tests run on SQLite only." >&2
