# Two commands do all the set-up: `make demo` (the main job) and `make test`.
.DEFAULT_GOAL := help
PYTHON ?= python3
UV_VERSION := 0.13.9
UV := .venv/bin/uv

.PHONY: help setup demo test lint bench eval faults clean

help: ## show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 16

.venv/.ready: pyproject.toml uv.lock tools/setup.sh
	@PYTHON=$(PYTHON) UV_VERSION=$(UV_VERSION) sh tools/setup.sh
	@touch .venv/.ready

setup: .venv/.ready ## fetch uv and the locked dependencies into .venv

demo: .venv/.ready ## run the invented training case from raw sources to a verified report
	@sh tools/debian.sh openssl
	@.venv/bin/witnessmark demo

test: .venv/.ready ## lint, type check, architecture contracts, all tests
	@sh tools/debian.sh
	@$(MAKE) --no-print-directory lint
	@.venv/bin/pytest -n 2

lint: .venv/.ready ## ruff, mypy, import-linter
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

bench: .venv/.ready ## measure every claim against a named peer or limit, in the same run
	@.venv/bin/python bench/run.py

eval: .venv/.ready ## score the reader on its gold and hold it to its floors
	@.venv/bin/python bench/reading/gate.py

faults: .venv/.ready ## put 2,000 and more single faults into clean manuscripts and hold the checks to their floors
	@.venv/bin/python bench/faults/run.py --per 12 --gate

clean: ## remove what make built (not your cases, not your keys)
	rm -rf .venv build dist demo-case demo-out
