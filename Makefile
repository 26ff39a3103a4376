# The short commands of development; `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin

help:  ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 14

.venv: pyproject.toml
	$(PYTHON) -m venv .venv && $(BIN)/pip install --quiet --editable '.[dev]' && touch .venv

run: .venv  ## start kgtui from this checkout
	$(BIN)/kgtui

test: .venv  ## all tests with line coverage
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

lint: .venv  ## ruff, and its formatting
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv  ## mypy, strict
	$(BIN)/mypy

screenshots: .venv  ## draw screenshots/*.svg anew
	$(BIN)/python screenshots/make.py

snapshots: .venv  ## take every screen and state anew, for the tests to compare with
	$(BIN)/python -m tests.tui.snapshots

quality: .venv  ## measure language and extraction, write docs/quality.md
	$(BIN)/python -m tests.quality

examples: .venv  ## make the briefs in docs/examples and the golden files of all forms anew
	$(BIN)/python -m tests.export.examples && $(BIN)/python -m tests.export.golden

bench: .venv  ## measure speed and bytes, write docs/benchmarks.md
	$(BIN)/python -m benchmarks

engines: .venv  ## compare the search engine with others, write docs/benchmarks.md (half an hour)
	$(BIN)/pip install --quiet --editable '.[bench]' && $(BIN)/python -m benchmarks.engines

.PHONY: help run test lint types screenshots snapshots quality examples bench engines
