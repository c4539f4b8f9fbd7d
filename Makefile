# Two commands do everything: `make run` starts the program, `make test` checks it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: setup run test check lint types contracts tests bench lock clean

setup: $(STAMP)

$(STAMP): requirements/lock.txt pyproject.toml packaging/system_libraries.sh
	sh packaging/system_libraries.sh
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/lock.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q kitadesk
	touch $(STAMP)

run: setup
	sh packaging/run.sh $(BIN)

test: setup lint types contracts tests

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

contracts: setup
	$(BIN)/lint-imports --no-cache

tests: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2

# Typst is there to be compared with, never to be shipped: it has a lock of its own.
bench: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	$(BIN)/python -m benchmarks

# The lock names versions and hashes for Linux, Windows and macOS, and no index address.
lock:
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header --extra dev pyproject.toml -o requirements/lock.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header requirements/bench.in -o requirements/bench.txt

clean:
	rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .pytest_cache
