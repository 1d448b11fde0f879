# Two commands on a bare machine: `make run` and `make test`. Both set up what they need in .venv, and may be repeated.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORIES ?= examples
DB ?= vaarta.db
CORPUS := examples tests/corpus/stories.jsonl
GOLDEN := tests/corpus/coded.jsonl

.PHONY: run test test-train test-engines test-api test-browser screens assets check golden fuzz format setup clean site test-package

run: $(VENV)/.run ## read the example stories, keep them in vaarta.db, print the record
	$(BIN)/vaarta keep $(DB) $(STORIES)
	$(BIN)/vaarta ask $(DB) --table

test: $(VENV)/.test ## set up and run the tests
	$(BIN)/python -m pytest

test-browser: $(VENV)/.browser ## the page in a real browser, with axe-core; skipped where there is no chromium
	$(BIN)/python -m pytest -rs tests/browser

API_EXAMPLES ?= 30
test-api: $(VENV)/.api ## schemathesis asks the API what its OpenAPI document allows, and what it does not
	API_EXAMPLES=$(API_EXAMPLES) $(BIN)/python -m pytest -rs tests/web/test_schemathesis.py

screens: $(VENV)/.browser ## pictures of each page into docs/screens/
	$(BIN)/python tools/screenshots.py

assets: $(VENV)/.test ## the fonts and outlines of the page, from npm packages of fixed versions
	$(BIN)/python tools/build_assets.py

test-train: $(VENV)/.train ## also the tests of training, which want PyTorch
	$(BIN)/python -m pytest tests/analysis/test_training.py

test-engines: $(VENV)/.engines ## also the tests of clusters, which want Ray, Dask, Spark and Java
	$(BIN)/python -m pytest tests/scale/test_clusters.py tests/scale/test_object_store.py

check: $(VENV)/.test ## style, types, layers, documentation
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/test_docs.py tests/test_data.py
	$(BIN)/vaarta diff $(GOLDEN) $(CORPUS:%=--code %) || { echo "Coding has changed. If that is meant: make golden, and commit $(GOLDEN)"; exit 1; }

golden: $(VENV)/.test ## store what our own stories are coded as now; `make check` tells what differs from it
	$(BIN)/vaarta code --json $(CORPUS) > $(GOLDEN).new
	mv $(GOLDEN).new $(GOLDEN)

FUZZ_SECONDS ?= 60
FUZZ_SEED ?= 0
FUZZ_SLOWEST ?= 10
fuzz: $(VENV)/.test ## fuzz each reader and coder for FUZZ_SECONDS, if the fuzzer installs for this Python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group fuzz || { echo "skipped: atheris does not install for this Python"; exit 0; }; \
	for target in page text json feed sitemap warc zip tar stamp asked code-hi code-en tree-hi tree-en; do \
	  $(BIN)/python tools/fuzz.py $$target --seconds $(FUZZ_SECONDS) --seed $(FUZZ_SEED) --slowest $(FUZZ_SLOWEST) || exit 1; done

site: $(VENV)/.docs ## the documentation as a site, in build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/python tools/site.py

test-package: $(VENV)/.test ## build wheel and sdist, install each where nothing else is, and have it code
	$(BIN)/python tools/check_package.py

format: $(VENV)/.test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

setup: $(VENV)/.test

$(VENV)/bin/pip:
	$(PYTHON) -c 'import sys; sys.exit("Vaarta needs Python 3.11, 3.12 or 3.13; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12") if not (3, 11) <= sys.version_info[:2] <= (3, 13) else 0'
	$(PYTHON) -m venv $(VENV) || { echo "python3-venv is missing: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.run: pyproject.toml | $(VENV)/bin/pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/bin/pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@ $(VENV)/.run

$(VENV)/.docs: pyproject.toml | $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group docs
	@touch $@

$(VENV)/.train: pyproject.toml | $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	@touch $@

$(VENV)/.browser: pyproject.toml | $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group browser
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } || echo "no chromium: apt-get install chromium"
	@touch $@

$(VENV)/.engines: pyproject.toml | $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[ray,dask,spark]' --group store
	@touch $@

$(VENV)/.api: pyproject.toml | $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group api
	@touch $@

clean:
	rm -rf $(VENV) build dist vaarta.db vaarta.db-shm vaarta.db-wal
