# The commands of this project; `make` alone lists them.
PORT ?= 8000
HOST ?= 127.0.0.1
PYTHON ?= python3
# uv from the path if there is one, else one of the project's own in .uv/
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := .venv/bin/
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never
export PYTHONWARNDEFAULTENCODING :=

.PHONY: help setup run test postgres check format lint types contracts docs browser bench mutation clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.uv/bin/uv:
	$(PYTHON) -m venv .uv
	.uv/bin/pip install --quiet --disable-pip-version-check "uv>=0.9,<1"

.venv/.run.ok: pyproject.toml uv.lock | $(filter .uv/bin/uv,$(UV))
	$(UV) sync --frozen --no-dev --quiet --inexact --python $(PYTHON)
	@touch $@

.venv/.dev.ok: pyproject.toml uv.lock | $(filter .uv/bin/uv,$(UV))
	$(UV) sync --frozen --quiet --python $(PYTHON)
	@touch $@ .venv/.run.ok

setup: .venv/.run.ok ## install, prepare the database, load the demonstration
	@$(RUN)prongsai demo

run: setup ## serve the portal with its demonstration (PORT=8000)
	@$(RUN)prongsai serve --host $(HOST) --port $(PORT)

test: .venv/.dev.ok ## all tests
	$(RUN)pytest -n 2 --dist loadgroup

postgres: .venv/.dev.ok ## what the portal writes once more, on PostgreSQL
	$(RUN)python -m tests.on_postgres src/prongsai/portal -n 2 --dist loadgroup -m "not apart" -k "test_actions or at_once or privacy or test_closing or test_asking or test_erasing"

check: format lint types contracts docs most coverage postgres ## everything that CI checks

.PHONY: most
most: .venv/.dev.ok ## all tests but the rulebook's, which `coverage` runs
	$(RUN)pytest -n 3 --dist loadgroup --ignore=src/prongsai/rulebook --durations=25

format: .venv/.dev.ok ## is the code formatted?
	$(RUN)ruff format --check .
	$(RUN)djlint --check --quiet src/prongsai/portal

lint: .venv/.dev.ok ## ruff, templates
	$(RUN)ruff check .
	$(RUN)djlint --lint --quiet src/prongsai/portal

types: .venv/.dev.ok ## mypy strict
	$(RUN)mypy

contracts: .venv/.dev.ok ## imports only go down
	$(RUN)lint-imports --no-cache

docs: .venv/.dev.ok ## spelling; links and maps are proved by tests/test_docs.py
	$(RUN)codespell README.md CONTRIBUTING.md CHANGELOG.md docs src tests benchmarks

.PHONY: coverage
coverage: .venv/.dev.ok ## every branch of the rulebook is tested
	$(RUN)pytest src/prongsai/rulebook -n 2 --cov --cov-report=term -p no:randomly

fix: .venv/.dev.ok ## format and mend what can be mended
	$(RUN)ruff check --fix .
	$(RUN)ruff format .
	$(RUN)djlint --reformat --quiet src/prongsai/portal

bench: .venv/.dev.ok ## the benchmarks (minutes)
	$(RUN)python -m benchmarks.papers
	$(RUN)python -m benchmarks.intake
	$(RUN)python -m benchmarks.lists
	$(RUN)python -m benchmarks.nation
	$(RUN)python -m benchmarks.sweep
	$(RUN)python -m benchmarks.portal_sweep

mutation: .venv/.dev.ok ## mutate the rulebook; survivors are explained in docs/scoring.md
	$(RUN)python -m tests.mutation.lay_out
	cd build/mutation && ../../$(RUN)mutmut run --max-children 2
	cd build/mutation && ../../$(RUN)mutmut results

clean: ## remove what was installed and built
	rm -rf .venv .uv var build
