# Two commands do all the set-up: `make demo` runs the main job, `make test` passes the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo serve test eval lint check docs bench bench-sweep bench-panel bench-read bench-web lock clean

demo: $(VENV)/.run
	$(BIN)/foedera ask ukraine russia --on 2024-12-10 --at kursk --why

serve: $(VENV)/.web
	$(BIN)/foedera serve

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist loadgroup

eval: $(VENV)/.dev
	$(BIN)/python tests/reader/evaluate.py

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

check: $(VENV)/.run
	$(BIN)/foedera check
	$(BIN)/foedera check --cases

docs: $(VENV)/.dev
	$(BIN)/mkdocs build --strict --quiet

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/ask.py

bench-sweep: $(VENV)/.dev
	$(BIN)/python benchmarks/sweep.py

bench-panel: $(VENV)/.dev
	$(BIN)/python benchmarks/panel.py

bench-read: $(VENV)/.dev
	$(BIN)/python benchmarks/read.py

bench-web: $(VENV)/.dev
	$(BIN)/python benchmarks/web.py

# Rewrite the lock file: the newest versions that pyproject.toml allows, in a clean environment.
lock:
	rm -rf .lock && $(PYTHON) -m venv .lock
	.lock/bin/python -m pip install --quiet --disable-pip-version-check ".[test,lint,docs]"
	.lock/bin/python -m pip freeze --exclude foedera > requirements.lock
	rm -rf .lock

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python pyproject.toml requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e .
	touch $@

$(VENV)/.web: $(BIN)/python pyproject.toml requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e ".[web]"
	touch $@ $(VENV)/.run

$(VENV)/.dev: $(BIN)/python pyproject.toml requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e ".[test,lint,docs]"
	touch $@ $(VENV)/.run $(VENV)/.web

clean:
	rm -rf $(VENV) site dist .pytest_cache .mypy_cache .ruff_cache
